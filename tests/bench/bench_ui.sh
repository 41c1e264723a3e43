# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# The window under Xvfb: start to first paint (median of 5), how long its thread is away from the event loop while 5,000 requests a second come
# in over HTTP and the log follows them, resident memory. uiprobe.cpp looks on from inside; the program is the real one.

probe=$here/../../build/release/tests/bench
mkdir -p "$work/home"
exec {display_out}> >(cat >"$work/display")
Xvfb -displayfd "$display_out" -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null &
started+=($!)
exec {display_out}>&-
until [ -s "$work/display" ]; do kill -0 "${started[-1]}"; done

# A network namespace of its own: the ports of DHCP and TFTP are free there, and may be opened.
own_network=(unshare --net)
[ "$(id -u)" -eq 0 ] || own_network+=(--user --map-root-user)
cat >"$work/window" <<SH
#!/bin/sh
export HOME="$work/home" XDG_RUNTIME_DIR="$work/home" DISPLAY=":$(cat "$work/display")" QT_QPA_PLATFORM=xcb
export QT_PLUGIN_PATH="$probe/plugins" QT_QPA_GENERIC_PLUGINS="uiprobe:\$1" DBUS_SESSION_BUS_ADDRESS=disabled:
date +%s.%N >"$work/started"
exec benchboot
SH
chmod +x "$work/window"
HOME=$work/home benchboot settings network.interface=lo http.port=18080 >/dev/null

aim() { # NAME FIGURE UNIT AIM
    awk -v name="$1" -v figure="$2" -v unit="$3" -v aim="$4" \
        'BEGIN {printf "%-68s %7.1f %s (aim %d%s)\n", name, figure, unit, aim, (figure + 0 > aim + 0 ? ": missed" : "")}'
}

for round in 0 1 2 3 4 5; do # the first fills the page cache
    "$work/window" start </dev/null >"$work/said" 2>"$work/complaints"
    [ $round -eq 0 ] && continue
    awk -v started="$(cat "$work/started")" '$1 == "paint" {print ($2 - started) * 1000}' "$work/said" >>"$work/paint"
    awk '$1 == "paint" {print $3}' "$work/said" >>"$work/computing"
done
aim "start to first paint, median of 5" "$(median "$work/paint")" ms 400
aim "  of that, computing (the rest is the machine's and the X server's)" "$(median "$work/computing")" ms 400
aim "resident memory after the start" "$(awk '$1 == "memory" {print $2}' "$work/said")" MiB 150

seconds=20 rate=5000
mkfifo "$work/watch"
cat >"$work/stream" <<SH
#!/bin/sh
ip link set lo up
"$work/window" stream <"$work/watch" >"$work/said" 2>>"$work/complaints" &
exec 3>"$work/watch"
until grep -q ready "$work/said"; do kill -0 \$! || exit 1; done
until curl -fs "http://127.0.0.1:18080/menu.ipxe?mac=52:54:00:aa:00:01" >/dev/null; do kill -0 \$! || exit 1; done
echo >&3
"$probe/httpload" 18080 /boot.ipxe $rate $seconds >"$work/load"
echo >&3
until grep -q watched "$work/said"; do kill -0 \$! || exit 1; done
exec 3>&-
wait \$!
SH
"${own_network[@]}" sh "$work/stream" || { cat "$work/complaints" >&2; exit 1; }
read -r _ watched rows longest longest_cpu most over < <(grep watched "$work/said")
awk -v rows="$rows" -v seconds="$watched" 'BEGIN {printf "%d events in %.1f s, %.0f a second, all in the log\n", rows, seconds, rows / seconds}'
aim "longest the GUI thread was away from its event loop" "$longest" ms 16
aim "  of that, most computing in one go (the rest is the machine's)" "$longest_cpu" ms 16
aim "  99.9 % of the time shorter than" "$most" ms 16
echo "  longer than 16 ms: $over times"
aim "resident memory after $rows events" "$(awk '$1 == "memory" {m = $2} END {print m}' "$work/said")" MiB 150
