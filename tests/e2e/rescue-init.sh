#!/bin/busybox sh
# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# /init of the test's rescue system. Like SystemRescueCD's it fetches the root file system from `netboot=` and checks it
# with the sysrcd.md5 beside it; then it reports what arrived on the console and switches the machine off.
export PATH=/bin
/bin/busybox mkdir -p /proc /sys /dev /tmp
/bin/busybox --install -s /bin
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

for module in failover net_failover virtio_net e1000; do
    insmod "/modules/$module.ko" || fail "module $module"
done
ip link set eth0 up || fail "no network card"
udhcpc -i eth0 -n -q -t 10 -T 1 -s /udhcpc.sh || fail "no address"

url=
for word in $(cat /proc/cmdline); do
    case $word in
        netboot=*) url=${word#netboot=} ;;
    esac
done
cd /tmp || fail "no /tmp"
wget -q "$url" || fail "fetching $url"
wget -q "${url%/*}/sysrcd.md5" || fail "fetching ${url%/*}/sysrcd.md5"
md5sum -c sysrcd.md5 || fail "sysrcd.dat does not fit sysrcd.md5"
echo "BENCHBOOT-SHA256 $(sha256sum sysrcd.dat)"
echo "BENCHBOOT-DONE"
poweroff -f
