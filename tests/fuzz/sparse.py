#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes an input of fuzz_udfimage and fuzz_diskimage out of an image: sparse.py IMAGE >INPUT"""
import struct
import sys

SECTOR = 512

with open(sys.argv[1], "rb") as image:
    content = image.read()
sys.stdout.buffer.write(struct.pack("<I", len(content) // SECTOR))
for number in range(len(content) // SECTOR):
    sector = content[number * SECTOR : (number + 1) * SECTOR]
    if any(sector):
        sys.stdout.buffer.write(struct.pack("<I", number) + sector)
