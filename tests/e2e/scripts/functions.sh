#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the /init scripts of the tests' systems share; they source it.

fail() {
    echo "BENCHBOOT-FAILED $*"
    poweroff -f
}

# The kernel's file systems; from here on everything goes to the console, and it says which system this is.
begin() {
    mkdir -p /proc /sys /dev /tmp
    mount -t proc proc /proc
    mount -t sysfs sysfs /sys
    mount -t devtmpfs devtmpfs /dev
    exec </dev/console >/dev/console 2>&1
    echo "BENCHBOOT-LINUX-UP"
    echo "BENCHBOOT-NONCE $(cat /nonce)"
    echo "BENCHBOOT-CMDLINE $(cat /proc/cmdline)"
}

# The value of the kernel's argument $1; empty where there is none.
argument() {
    for word in $(cat /proc/cmdline); do
        case $word in
            "$1"=*) echo "${word#*=}" ;;
        esac
    done
}

# Modules in the order given.
load() {
    for module in "$@"; do
        insmod "/modules/$module.ko" || fail "module $module"
    done
}

# Gives the first network card an address.
start_network() {
    card=
    for path in /sys/class/net/e*; do
        card=${path##*/}
    done
    ip link set "$card" up || fail "no network card"
    udhcpc -i "$card" -n -q -t 10 -T 1 -s /udhcpc.sh || fail "no address"
}
