#!/bin/busybox sh
# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# /init of the tests' discs in casper's layout. As casper itself does, it downloads the whole disc of `url=`, which must end in .iso, into
# memory, mounts that, and starts the root file system in its casper folder under an overlay.
export PATH=/bin
/bin/busybox --install -s /bin
. /functions.sh
begin
load failover net_failover virtio_net e1000 cdrom isofs loop squashfs overlay
[ "$(argument boot)" = casper ] || fail "boot=casper is missing"
[ "$(argument ip)" = dhcp ] || fail "ip= is missing"
url=$(argument url)
case $url in
    *.iso) ;;
    *) fail "url= does not end in .iso" ;;
esac
start_network

mkdir -p /disc
wget -q -O /tmp/image.iso "$url" || fail "fetching $url"
mount -t iso9660 -o ro,loop /tmp/image.iso /disc || fail "$url is no disc"
start_root /disc/casper/filesystem.squashfs
