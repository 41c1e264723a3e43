#!/bin/busybox sh
# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# /init of the tests' discs in archiso's layout. As archiso's own hooks do, it goes to the network only where both `ip=` and
# `archiso_http_srv=` are given, on the card that BOOTIF names; builds the URL of airootfs.sfs by itself; holds the file in one tmpfs and
# copies it to a second one; with `checksum` compares it with airootfs.sha512; and starts the root file system in it under an overlay.
export PATH=/bin
/bin/busybox --install -s /bin
. /functions.sh
begin
load failover net_failover virtio_net e1000 loop squashfs overlay
[ "$(argument ip)" = dhcp ] || fail "ip= is missing"
server=$(argument archiso_http_srv)
[ -n "$server" ] || fail "archiso_http_srv= is missing"
eval "server=$server"
start_network "$(card_of_bootif)"

folder=$(argument archisobasedir)/x86_64
mkdir -p /http /ram
mount -t tmpfs -o size=75%,mode=0755 tmpfs /http
mount -t tmpfs -o size=75%,mode=0755 tmpfs /ram
cd /http || fail "no /http"
wget -q "$server$folder/airootfs.sfs" || fail "fetching $server$folder/airootfs.sfs"
if has_argument checksum || [ "$(argument checksum)" = y ]; then
    wget -q "$server$folder/airootfs.sha512" || fail "fetching $server$folder/airootfs.sha512"
    sha512sum -c airootfs.sha512 || fail "airootfs.sfs does not fit airootfs.sha512"
fi
cp airootfs.sfs /ram/ || fail "no room for a second copy"
cd / && umount /http
start_root /ram/airootfs.sfs
