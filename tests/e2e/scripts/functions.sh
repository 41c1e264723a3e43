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

# Whether the word $1 is among the kernel's arguments.
has_argument() {
    case " $(cat /proc/cmdline) " in
        *" $1 "*) return 0 ;;
        *) return 1 ;;
    esac
}

# Modules in the order given.
load() {
    for module in "$@"; do
        insmod "/modules/$module.ko" || fail "module $module"
    done
}

# The card whose MAC address stands in BOOTIF=01-xx-xx-xx-xx-xx-xx.
card_of_bootif() {
    mac=$(argument BOOTIF | sed 's/^01-//; s/-/:/g')
    for path in /sys/class/net/*; do
        [ "$(cat "$path/address")" = "$mac" ] && echo "${path##*/}"
    done
}

# Gives the network card $1 an address; without it the first one.
start_network() {
    card=$1
    for path in /sys/class/net/e*; do
        card=${card:-${path##*/}}
    done
    ip link set "$card" up || fail "no network card"
    udhcpc -i "$card" -n -q -t 10 -T 1 -s /udhcpc.sh || fail "no address"
}

# Starts the root file system in the squashfs $1, with an overlay in memory for what it writes.
start_root() {
    mkdir -p /squash /cow /root
    mount -t squashfs -o ro,loop "$1" /squash || fail "$1 is no squashfs"
    mount -t tmpfs tmpfs /cow
    mkdir /cow/upper /cow/work
    mount -t overlay -o lowerdir=/squash,upperdir=/cow/upper,workdir=/cow/work overlay /root || fail "no overlay"
    exec switch_root /root /sbin/init
}
