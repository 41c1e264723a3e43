#!/bin/busybox sh
# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# /sbin/init of the root file systems that the tests' systems fetch: says on the console which one it is, what it lies
# on, and switches the machine off.
export PATH=/bin
bb=/bin/busybox
[ -e /proc/mounts ] || $bb mount -t proc proc /proc
[ -c /dev/console ] || $bb mount -t devtmpfs devtmpfs /dev
exec </dev/console >/dev/console 2>&1
echo
echo "BENCHBOOT-ROOT-ON $($bb awk '$2 == "/" && $3 != "rootfs" { print $3 }' /proc/mounts)"
echo "BENCHBOOT-ROOT $($bb cat /etc/nonce)"
$bb poweroff -f
