# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# TFTP, HTTP and ProxyDHCP of benchboot serve against dnsmasq, tftpd-hpa, atftpd and nginx: same files, one run, rounds that alternate between
# the servers, medians. Each server has a network namespace of its own, joined by veth to the one that the load comes from.
# BENCHBOOT_ROUNDS: how many rounds (3). BENCHBOOT_CASES: a regular expression; only the cases whose whole name it matches are measured, such
# as tftp.50.1468.1 (clients, blksize, window), http.large.1, http.small.50, dhcp.idle.16, dhcp.saturated.1.

# Namespaces need root, of this machine or of a user namespace.
[ "$(id -u)" -eq 0 ] || exec unshare --map-root-user -- "$here/run" services

rounds=${BENCHBOOT_ROUNDS:-3}
cases=${BENCHBOOT_CASES:-.*}
wanted() { [[ $1 =~ ^($cases)$ ]]; } # CASE
results=$work/results
tftp_files=$work/tftp
mkdir -p "$results" "$tftp_files" "$work/nginx" "$work/lab/loaders"
chmod 755 "$work"

# --- files ---

head -c 4M /dev/urandom >"$tftp_files/bench.bin"
cp "$tftp_files/bench.bin" "$work/lab/loaders/"
make_lab 256M

# atftpd and tftpd-hpa cannot be installed beside each other, so one is only unpacked.
atftpd=$work/atftpd/usr/sbin/atftpd
(
    cd "$work"
    apt-get download -qq atftpd 2>/dev/null || { apt-get update -qq && apt-get download -qq atftpd; }
    dpkg-deb -x atftpd_*.deb "$work/atftpd"
) || { echo "packaging/dev bench services: the peer atftpd could not be fetched with apt-get download" >&2; exit 1; }

# --- namespaces ---

declare -A namespace=() server_pid=()
servers=(benchboot dnsmasq hpa atftpd nginx)

make_namespace() { # NAME
    unshare --net sleep infinity &
    namespace[$1]=$!
    started+=($!)
    until [ "$(readlink "/proc/${namespace[$1]}/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do kill -0 "${namespace[$1]}"; done
    inside "$1" ip link set lo up
}
inside() { # NAME COMMAND…
    local name=$1
    shift
    nsenter --net="/proc/${namespace[$name]}/ns/net" -- "$@"
}
start() { # NAME LOG COMMAND…: in the background; $! is the command's own process id, as nsenter becomes the command
    local name=$1 log=$2
    shift 2
    nsenter --net="/proc/${namespace[$name]}/ns/net" -- "$@" >"$log" 2>&1 &
    started+=($!)
}
benchload=$here/../../build/release/tests/bench/benchload
load() { inside load "$benchload" "$@"; }

address() { # NAME: of that server
    local i
    for i in "${!servers[@]}"; do [ "${servers[i]}" != "$1" ] || echo "10.77.$((i + 1)).1"; done
}

make_namespace load
for i in "${!servers[@]}"; do
    name=${servers[i]}
    make_namespace "$name"
    inside load ip link add "$name" type veth peer name lab netns "${namespace[$name]}"
    inside load ip address add "10.77.$((i + 1)).2/24" dev "$name"
    inside load ip link set "$name" up
    inside "$name" ip address add "$(address "$name")/24" dev lab
    inside "$name" ip link set lab up
done

# --- servers ---

serve() { # NAME COMMAND…: in its namespace
    local name=$1
    shift
    start "$name" "$work/$name.log" "$@"
    server_pid[$name]=$!
}

serve benchboot benchboot serve --lab "$work/lab" --interface lab --http-port 80
# Its DHCP lines go to a file, as ours do.
serve dnsmasq dnsmasq --keep-in-foreground --conf-file=/dev/null --user=root --port=0 --interface=lab --bind-interfaces --pid-file= \
    --log-facility="$work/dnsmasq.requests" --dhcp-range="$(address dnsmasq),proxy,255.255.255.0" \
    --pxe-service=x86PC,Boot,bench.bin --pxe-service=X86-64_EFI,Boot,bench.bin \
    --enable-tftp --tftp-root="$tftp_files" --tftp-max=200
serve hpa in.tftpd --listen --foreground --user root --address "$(address hpa):69" --secure "$tftp_files"
serve atftpd "$atftpd" --daemon --no-fork --user root.root --bind-address "$(address atftpd)" --maxthread 200 "$tftp_files"

nginx_config() { # ADDRESS
    cat <<CONF
worker_processes 1;
user root root;
pid $work/nginx/$1.pid;
error_log $work/nginx/$1.log;
events { worker_connections 1024; }
http {
    sendfile on; tcp_nopush on; access_log off; keepalive_requests 100000000;
    client_body_temp_path $work/nginx; proxy_temp_path $work/nginx; fastcgi_temp_path $work/nginx;
    uwsgi_temp_path $work/nginx; scgi_temp_path $work/nginx;
    server { listen $1:80; root $work/www; }
}
CONF
}
nginx_config "$(address nginx)" >"$work/nginx.conf"
serve nginx nginx -c "$work/nginx.conf" -g 'daemon off; master_process off;'
# The second one is what saturates dnsmasq's machine while its DHCP is measured.
nginx_config "$(address dnsmasq)" >"$work/nginx-beside-dnsmasq.conf"
start dnsmasq "$work/nginx-beside-dnsmasq.log" nginx -c "$work/nginx-beside-dnsmasq.conf" -g 'daemon off; master_process off;'

# --- measuring ---

# CPU seconds of a server so far, with those of children that have ended.
cpu() { # NAME
    awk -v hertz="$(getconf CLK_TCK)" '{sub(/.*\) /, ""); print ($12 + $13 + $14 + $15) / hertz}' "/proc/${server_pid[$1]}/stat"
}
field() { sed -n "s/.*\b$1=\([0-9.]*\).*/\1/p"; } # KEY: its value in a line of the load's
keep() { echo "$2" >>"$results/$1"; } # KEY VALUE
middle() { if [ -s "$results/$1" ]; then median "$results/$1"; else echo 0; fi; } # KEY

transfer() { # CASE SERVER LOAD…: one run; rate and CPU s per GiB are kept
    local case=$1 server=$2 before after line
    shift 2
    before=$(cpu "$server")
    line=$(load "$@")
    after=$(cpu "$server")
    keep "$case.$server.rate" "$(field mibps <<<"$line")"
    keep "$case.$server.cpu" "$(awk -v a="$before" -v b="$after" -v mib="$(field mib <<<"$line")" 'BEGIN {print (b - a) * 1024 / mib}')"
}

tftp() { # CLIENTS BLKSIZE WINDOW TRANSFERS SERVER…
    local clients=$1 blksize=$2 window=$3 transfers=$4 server
    shift 4
    wanted "tftp.$clients.$blksize.$window" || return 0
    for server in "$@"; do
        transfer "tftp.$clients.$blksize.$window" "$server" tftp --server "$(address "$server")" --name bench.bin \
            --expect "$tftp_files/bench.bin" --clients "$clients" --blksize "$blksize" --window "$window" --transfers "$transfers"
    done
}

url() { if [ "$1" = benchboot ]; then echo "/images/$image/$2"; else echo "/${2##*/}"; fi; } # SERVER FILE

http() { # CONNECTIONS REQUESTS FILE CASE
    local server
    wanted "$4" || return 0
    for server in benchboot nginx; do
        transfer "$4" "$server" http --server "$(address $server)" --path "$(url $server "$3")" --expect "$work/www/${3##*/}" \
            --connections "$1" --requests "$2"
    done
}

dhcp() { # CASE AT-ONCE SERVER
    local line
    wanted "$1" || return 0
    line=$(load dhcp --interface "$3" --macs 10000 --at-once "$2")
    keep "$1.$3.rate" "$(field persecond <<<"$line")"
    keep "$1.$3.p50" "$(field p50ms <<<"$line")"
    keep "$1.$3.p99" "$(field p99ms <<<"$line")"
    keep "$1.$3.lost" "$(field lost <<<"$line")"
}

saturated_dhcp() { # AT-ONCE: while HTTP from the same machine takes all that is left
    local server pid
    wanted "dhcp.saturated.$1" || return 0
    for server in benchboot dnsmasq; do
        start load "$work/saturation.log" "$benchload" http --server "$(address $server)" --path "$(url $server sysrcd.dat)" \
            --expect "$work/www/sysrcd.dat" --connections 50 --seconds 600
        pid=$!
        until [ "$(inside $server ss -Htn state established 'sport = :80' | wc -l)" -ge 50 ]; do kill -0 $pid; done
        dhcp "dhcp.saturated.$1" "$1" $server
        kill $pid
        wait $pid 2>/dev/null || :
    done
}

# Every server answers, with the right bytes, before anything is measured.
cases=.* tftp 1 1468 1 1 benchboot dnsmasq hpa atftpd
for server in benchboot nginx; do
    until inside $server ss -Htln 'sport = :80' | grep -q .; do kill -0 "${server_pid[$server]}"; done
    load http --server "$(address $server)" --path "$(url $server sysrcd.dat)" --expect "$work/www/sysrcd.dat" --requests 1 --compare 1 >/dev/null
done
rm -f "$results"/*

for ((round = 0; round < rounds; round++)); do
    for blksize in 512 1468; do
        tftp 1 $blksize 1 8 benchboot dnsmasq hpa atftpd
        tftp 50 $blksize 1 1 benchboot dnsmasq hpa atftpd
        tftp 1 $blksize 16 32 benchboot atftpd
        tftp 50 $blksize 16 2 benchboot atftpd
    done
    for at_once in 1 16; do
        for server in benchboot dnsmasq; do dhcp "dhcp.idle.$at_once" $at_once $server; done
        http $((at_once == 1 ? 1 : 50)) $((at_once == 1 ? 8 : 50)) sysrcd.dat "http.large.$((at_once == 1 ? 1 : 50))"
    done
    http 50 20000 isolinux/initram.igz http.small.50
    saturated_dhcp 1
done

# --- report ---

# verdict CASE RATIO TARGET
verdict() { awk -v ratio="$2" -v target="$3" 'BEGIN {printf "%.2f (to reach: %s; %s)", ratio, target, (ratio >= target ? "reached" : "NOT REACHED")}'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.3f", (b > 0 ? a / b : 0)}'; }

tftp_report() { # CLIENTS WINDOW TARGET SERVER…
    local clients=$1 window=$2 target=$3 blksize server best line rate
    shift 3
    for blksize in 512 1468; do
        wanted "tftp.$clients.$blksize.$window" || continue
        best=0 line=
        for server in benchboot "$@"; do
            rate=$(middle "tftp.$clients.$blksize.$window.$server.rate")
            line+=$(printf '  %s %.1f' "$server" "$rate")
            # tftpd-hpa works in children that nobody waits for, so its own time tells nothing.
            [ "$server" = hpa ] || line+=$(printf ' (%.1f)' "$(middle "tftp.$clients.$blksize.$window.$server.cpu")")
            [ "$server" = benchboot ] || best=$(awk -v a="$best" -v b="$rate" 'BEGIN {print (a > b ? a : b)}')
        done
        printf 'TFTP %2d clients, blksize %4d, window %2d:%s  ratio to the best %s\n' "$clients" $blksize "$window" "$line" \
            "$(verdict x "$(ratio "$(middle "tftp.$clients.$blksize.$window.benchboot.rate")" "$best")" "$target")"
    done
}

http_report() { # CASE TITLE
    local name rate cpu
    wanted "$1" || return 0
    rate=$(ratio "$(middle "$1.benchboot.rate")" "$(middle "$1.nginx.rate")")
    cpu=$(ratio "$(middle "$1.nginx.cpu")" "$(middle "$1.benchboot.cpu")")
    for name in benchboot nginx; do
        printf -v "line_$name" '%s %.2f GiB/s (%.3f)' $name "$(ratio "$(middle "$1.$name.rate")" 1024)" "$(middle "$1.$name.cpu")"
    done
    printf 'HTTP %s: %s  %s  ratio of rates %s, of CPU per GiB %s\n' "$2" "$line_benchboot" "$line_nginx" "$(verdict x "$rate" 1)" \
        "$(verdict x "$cpu" 1)"
}

dhcp_report() { # CASE TITLE
    local name
    wanted "$1" || return 0
    for name in benchboot dnsmasq; do
        printf -v "line_$name" '%s %.0f replies/s, p50 %.3f ms, p99 %.3f ms, %d lost' $name "$(middle "$1.$name.rate")" \
            "$(middle "$1.$name.p50")" "$(middle "$1.$name.p99")" "$(middle "$1.$name.lost")"
    done
    printf 'ProxyDHCP %s: %s  %s  ratio of rates %s, of p99 %s\n' "$2" "$line_benchboot" "$line_dnsmasq" \
        "$(verdict x "$(ratio "$(middle "$1.benchboot.rate")" "$(middle "$1.dnsmasq.rate")")" 1)" \
        "$(verdict x "$(ratio "$(middle "$1.dnsmasq.p99")" "$(middle "$1.benchboot.p99")")" 1)"
}

echo "Medians of $rounds rounds; MiB/s, in brackets the server's CPU seconds per GiB; a ratio above 1 means that benchboot does better."
tftp_report 1 1 0.95 dnsmasq hpa atftpd
tftp_report 50 1 1.2 dnsmasq hpa atftpd
tftp_report 1 16 2 atftpd
tftp_report 50 16 2 atftpd
http_report http.large.1 'one file of 256 MiB, 1 connection'
http_report http.large.50 'one file of 256 MiB, 50 connections'
http_report http.small.50 'one file of 16 KiB, 50 connections'
dhcp_report dhcp.idle.1 'idle, 1 request at once'
dhcp_report dhcp.idle.16 'idle, 16 requests at once'
dhcp_report dhcp.saturated.1 'beside saturating HTTP, 1 request at once'
