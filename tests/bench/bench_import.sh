# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Importing a 4 GiB image. To extract is to copy, to hash (SHA-256, and the MD5 that the disc itself holds) and to flush to the disk; so it is
# compared with the slower of `cp && sync -f` and `openssl dgst` with both digests at once, and with the unpackers that people use instead, which
# hash nothing. Then linking, recognising images of 50,000 files, and the most memory that a worker took. Medians of BENCHBOOT_ROUNDS (5) rounds
# in which all take turns.

rounds=${BENCHBOOT_ROUNDS:-5}
import=$work/import
mkdir -p "$import/disc/isolinux"
head -c 4000M /dev/urandom >"$import/disc/sysrcd.dat"
(cd "$import/disc" && md5sum sysrcd.dat >sysrcd.md5)
cp /boot/vmlinuz-* "$import/disc/isolinux/rescue64"
head -c 40M /dev/urandom >"$import/disc/isolinux/initram.igz"
xorriso -as mkisofs -quiet -R -V sysrcd-5.3.2 -o "$import/disc.iso" "$import/disc" 2>/dev/null
rm -r "$import/disc"

ours() { benchboot import --mode extract --lab "$import/lab" "$import/disc.iso"; }
linked() { benchboot import --mode link --lab "$import/lab" "$import/disc.iso"; }
copy() { cp "$import/disc.iso" "$import/copy" && sync -f "$import/copy"; }
digest() {
    openssl dgst -sha256 "$import/disc.iso" &
    openssl dgst -md5 "$import/disc.iso"
    wait $!
}
unpack_7z() { 7z x -y -o"$import/unpacked" "$import/disc.iso" && sync -f "$import/unpacked"; }
unpack_bsdtar() { mkdir "$import/unpacked" && bsdtar -x -f "$import/disc.iso" -C "$import/unpacked" && sync -f "$import/unpacked"; }

# turn NAME: one measurement, on a disk that has written all it was given before
turn() {
    rm -rf "$import/lab" "$import/copy" "$import/unpacked"
    sync -f "$import"
    seconds "$1" >>"$import/$1.seconds"
}
# Of worker processes, the most memory that any had had when it was looked at, in KiB; a worker's own figure only ever grows.
watch_workers() {
    local status
    while :; do
        for status in /proc/[0-9]*; do
            tr '\0' ' ' 2>/dev/null <"$status/cmdline" | grep -q benchboot-image-worker && awk '/^VmHWM/ {print $2}' "$status/status"
        done 2>/dev/null
        sleep 0.05
    done >>"$import/memory"
}
watch_workers &
started+=($!)
for ((round = 0; round < rounds; round++)); do
    for name in ours copy digest unpack_7z unpack_bsdtar linked; do turn $name; done
done
figure() { median "$import/$1.seconds"; }
awk -v ours="$(figure ours)" -v copy="$(figure copy)" -v digest="$(figure digest)" -v seven="$(figure unpack_7z)" -v bsdtar="$(figure unpack_bsdtar)" 'BEGIN {
    slower = copy > digest ? copy : digest
    printf "extract %.2f s; cp + sync %.2f s, sha256 + md5 %.2f s: ratio to the slower %.2f (aim 0.90)\n", ours, copy, digest, slower / ours
    printf "  7z x + sync %.2f s, ratio %.2f; bsdtar -x + sync %.2f s, ratio %.2f\n", seven, seven / ours, bsdtar, bsdtar / ours}'
awk -v linked="$(figure linked)" 'BEGIN {printf "link: usable after %.2f s (aim 1)\n", linked}'

mkdir -p "$import/many"
(cd "$import/many" && seq -f 'folder%03g' 0 49 | xargs mkdir && seq 0 49999 | awk '{printf "folder%03d/file%05d.txt\n", $1 % 50, $1}' | xargs touch)
xorriso -as mkisofs -quiet -R -J -o "$import/rock-ridge.iso" "$import/many" 2>/dev/null
genisoimage -quiet -udf -R -J -o "$import/bridge.iso" "$import/many" 2>/dev/null
for kind in rock-ridge bridge; do
    for ((round = 0; round < rounds; round++)); do seconds benchboot inspect "$import/$kind.iso" >>"$import/$kind.seconds" || [ $? -eq 3 ]; done # 3: nothing to boot
    awk -v kind=$kind -v took="$(figure $kind)" 'BEGIN {printf "50,000 files, %s: recognised in %.0f ms (aim 300)\n", kind, took * 1000}'
done
awk '$1 > most {most = $1} END {printf "most memory of a worker: %.0f MiB (aim 150)\n", most / 1024}' "$import/memory"
