#!/bin/busybox sh
# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What udhcpc calls in the tests' systems: gives the card its address.
if [ "$1" = bound ]; then
    ip address add "$ip/$mask" dev "$interface"
    ip route add default via "${router%% *}"
fi
