# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Importing a 1 GiB image against the slower of copying it (cp, sync -f) and hashing it (openssl dgst -sha256 and -md5 at once): an import does
# all of that. Medians of 3 interleaved rounds.

mkdir -p "$work/import/isolinux"
head -c 1G /dev/urandom >"$work/import/sysrcd.dat"
(cd "$work/import" && md5sum sysrcd.dat >sysrcd.md5)
for kernel in rescue64 initram.igz; do head -c 1M /dev/urandom >"$work/import/isolinux/$kernel"; done
xorriso -as mkisofs -quiet -R -V sysrcd-5.3.2 -o "$work/import.iso" "$work/import" 2>/dev/null
rm -r "$work/import"

copy() { cp "$work/import.iso" "$work/copy" && sync -f "$work/copy"; }
digest() {
    openssl dgst -sha256 "$work/import.iso" &
    openssl dgst -md5 "$work/import.iso"
    wait $!
}
for round in 1 2 3; do
    rm -rf "$work/import-lab" "$work/copy"
    seconds benchboot import --lab "$work/import-lab" "$work/import.iso" >>"$work/import.ours"
    seconds copy >>"$work/import.copy"
    seconds digest >>"$work/import.digest"
done
awk -v ours="$(median "$work/import.ours")" -v copy="$(median "$work/import.copy")" -v digest="$(median "$work/import.digest")" 'BEGIN {
    slower = copy > digest ? copy : digest
    printf "benchboot import %.2f s, cp + sync %.2f s, sha256 + md5 %.2f s, ratio to the slower %.2f\n", ours, copy, digest, slower / ours}'
seconds benchboot inspect "$work/import.iso" | awk '{printf "recognised in %.0f ms\n", $1 * 1000}'
