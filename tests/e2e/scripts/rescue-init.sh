#!/bin/busybox sh
# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# /init of the test's rescue system. Like SystemRescueCD's it fetches the root file system from `netboot=` and checks it
# with the sysrcd.md5 beside it; then it reports what arrived on the console and switches the machine off.
export PATH=/bin
/bin/busybox --install -s /bin
. /functions.sh
begin
load failover net_failover virtio_net e1000
start_network

url=$(argument netboot)
cd /tmp || fail "no /tmp"
wget -q "$url" || fail "fetching $url"
wget -q "${url%/*}/sysrcd.md5" || fail "fetching ${url%/*}/sysrcd.md5"
md5sum -c sysrcd.md5 || fail "sysrcd.dat does not fit sysrcd.md5"
echo "BENCHBOOT-SHA256 $(sha256sum sysrcd.dat)"
echo "BENCHBOOT-DONE"
poweroff -f
