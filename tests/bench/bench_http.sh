# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# One 1 GiB file over loopback, 1 and 16 connections: benchboot serve against nginx (one worker, sendfile).

mkdir -p "$work/nginx"
make_lab 1G
benchboot serve --lab "$work/lab" --interface lo --http-port 18080 --dhcp-port 18067 --boot-port 18011 --tftp-port 18069 \
    --json >"$work/serve.log" &
started+=($!)
until grep -q '"event":"ready"' "$work/serve.log"; do kill -0 "${started[-1]}"; done
cat >"$work/nginx.conf" <<CONF
worker_processes 1;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
events { worker_connections 1024; }
http {
    sendfile on; tcp_nopush on; access_log off;
    client_body_temp_path $work/nginx; proxy_temp_path $work/nginx; fastcgi_temp_path $work/nginx;
    uwsgi_temp_path $work/nginx; scgi_temp_path $work/nginx;
    server { listen 127.0.0.1:18081; root $work/www; }
}
CONF
chmod 755 "$work" "$work/www"
nginx -c "$work/nginx.conf" -g 'daemon off;' 2>/dev/null &
started+=($!)
until curl -fsI http://127.0.0.1:18081/sysrcd.dat >/dev/null 2>&1; do kill -0 "${started[-1]}"; done

ours=http://127.0.0.1:18080/images/$image/sysrcd.dat
theirs=http://127.0.0.1:18081/sysrcd.dat
fetch() { # URL CONNECTIONS: that many at once, 1 GiB each
    local urls=() i
    for ((i = 0; i < $2; i++)); do urls+=(-o /dev/null "$1"); done
    curl -fsS --parallel --parallel-immediate --parallel-max "$2" "${urls[@]}"
}
fetch "$ours" 1 && fetch "$theirs" 1 # both in the page cache
for connections in 1 16; do
    for round in 1 2 3; do
        seconds fetch "$ours" $connections >>"$work/ours.$connections"
        seconds fetch "$theirs" $connections >>"$work/theirs.$connections"
    done
    awk -v ours="$(median "$work/ours.$connections")" -v theirs="$(median "$work/theirs.$connections")" -v n=$connections \
        'BEGIN {printf "%2d connections: benchboot %.0f MiB/s, nginx %.0f MiB/s, ratio %.2f\n", n, n * 1024 / ours, n * 1024 / theirs, theirs / ours}'
done
