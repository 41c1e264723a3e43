#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# /init of the test's ARM system, laid over the Debian installer's: reports what arrived, fetches `payload=` as a live
# system fetches its root file system, and switches the machine off.
export PATH=/usr/bin:/usr/sbin
. /functions.sh
begin
modprobe virtio_net || fail "module virtio_net"
start_network

url=$(argument payload)
cd /tmp || fail "no /tmp"
wget -q "$url" || fail "fetching $url"
echo "BENCHBOOT-SHA256 $(sha256sum payload.dat)"
echo "BENCHBOOT-DONE"
poweroff -f
