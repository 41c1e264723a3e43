#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# /init of the test's ARM system, laid over the Debian installer's: reports what arrived, fetches `payload=` as a live
# system fetches its root file system, and switches the machine off.
export PATH=/usr/bin:/usr/sbin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
exec </dev/console >/dev/console 2>&1

fail() {
    echo "BENCHBOOT-FAILED $*"
    poweroff -f
}

echo "BENCHBOOT-LINUX-UP"
echo "BENCHBOOT-NONCE $(cat /nonce)"
echo "BENCHBOOT-CMDLINE $(cat /proc/cmdline)"

modprobe virtio_net || fail "module virtio_net"
card=
for path in /sys/class/net/e*; do
    card=${path##*/}
done
ip link set "$card" up || fail "no network card"
udhcpc -i "$card" -n -q -t 10 -T 1 -s /udhcpc.sh || fail "no address"

url=
for word in $(cat /proc/cmdline); do
    case $word in
        payload=*) url=${word#payload=} ;;
    esac
done
cd /tmp || fail "no /tmp"
wget -q "$url" || fail "fetching $url"
echo "BENCHBOOT-SHA256 $(sha256sum payload.dat)"
echo "BENCHBOOT-DONE"
poweroff -f
