# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Where Benchboot is built, tested and run. Sourced by packaging/dev, which sets $project. Offers
#   environment_prepare        install what is missing (quick when nothing is)
#   environment_run COMMAND…   run a command in the environment and return its status
#   environment_exec COMMAND…  the same as the last thing this script does: signals reach the command, its status is ours
#   environment_chroot COMMAND…  run a command as root where file capabilities and pkexec work
#   environment_broker         lets Benchboot in the environment ask for the ports below 1024 (environment_exec comes next)
#
# Debian 13 and newer: the machine itself. Older: a Debian 13 root made by mmdebstrap, entered with bwrap.

cache=${BENCHBOOT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/benchboot}
suite=trixie

export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} CCACHE_BASEDIR=$project CCACHE_NOHASHDIR=1
export PATH=$project/build/release/bin:$PATH

packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$project/packaging/packages.txt"; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo -- "$@"
    else
        echo "packaging/dev: this step needs the rights of root, and there is no sudo: $*" >&2
        return 1
    fi
}

is_native() {
    local ID='' ID_LIKE='' VERSION_ID=''
    . /etc/os-release
    [ -n "${BENCHBOOT_NATIVE:-}" ] || { [[ "$ID" = debian && ( -z "$VERSION_ID" || "${VERSION_ID%%.*}" -ge 13 ) ]]; }
}

install_missing() {
    local missing=() name
    for name in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null)" = 'ii ' ] || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing: ${missing[*]}" >&2
    as_root apt-get update -qq >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# The machine's own Debian mirrors with the suite replaced, as sources.list lines.
sources() {
    local codename
    codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    apt-get indextargets --format '$(SITE)|$(RELEASE)|$(COMPONENT)|$(CREATED_BY)|$(SIGNED_BY)|$(TRUSTED)' |
        awk -F'|' -v old="$codename" -v new="$suite" '
            $4 == "Packages" && $3 == "main" && index($2, old) == 1 && $2 !~ /backports|debug/ {
                suffix = substr($2, length(old) + 1)
                options = $6 == "yes" ? "trusted=yes" : $5 != "" ? "signed-by=" $5 : ""
                print "deb" (options == "" ? "" : " [" options "]"), $1, new suffix, "main"
            }' | sort -u
}

root_ready() { [ -f "$root/.benchboot-complete" ]; }

# Roots of other package lists that no checkout has entered for two weeks.
remove_old_roots() {
    local old
    for old in "$cache"/root-*/; do
        old=${old%/}
        [ "$old" = "$root" ] || [ -n "$(find "$old.used" -mtime -14 2>/dev/null)" ] || as_root rm -rf "$old" "$old.used"
    done
}

make_root() {
    install_missing mmdebstrap bubblewrap debian-archive-keyring
    mkdir -p "$cache"
    echo "Making the build environment (Debian 13, once; takes a few minutes)…" >&2
    local list=$cache/sources.list log=$cache/root.log started=$SECONDS
    sources >"$list"
    if [ ! -s "$list" ]; then
        as_root apt-get update -qq >&2
        sources >"$list"
    fi
    [ -s "$list" ] || { echo "packaging/dev: apt names no Debian mirror (apt-get indextargets is empty): see /etc/apt/sources.list" >&2; exit 1; }
    exec 8>"$cache/root.lock"
    flock 8
    if ! root_ready; then
        as_root rm -rf "$root.part"
        # INITRD=No: nobody boots this root, so no initramfs is made when the kernel package is unpacked.
        as_root env INITRD=No mmdebstrap --variant=apt --mode=root --aptopt='Apt::Install-Recommends "false"' \
            --dpkgopt=force-unsafe-io --include="$(packages | paste -sd,)" "$suite" "$root.part" "$list" >"$log" 2>&1 || {
            tail -n 20 "$log" >&2
            echo "packaging/dev: the build environment could not be made; the whole log is $log" >&2
            exit 1
        }
        as_root touch "$root.part/.benchboot-complete" "$root.part/etc/resolv.conf"
        as_root mv -T "$root.part" "$root"
        remove_old_roots
    fi
    exec 8>&-
    echo "Build environment made in $((SECONDS - started)) s." >&2
}

environment_prepare() {
    mapfile -t wanted < <(packages)
    if is_native; then
        install_missing "${wanted[@]}"
        return
    fi
    root=$cache/root-$(packages | sha256sum | cut -c1-16)
    if ! root_ready || ! command -v bwrap >/dev/null; then
        make_root
    fi
    touch "$root.used"
}

# Fills `enter` with the command line that leads into the root: its /usr, /etc and /var; this machine's devices, processes, home and temporary
# folders; the project, the caller's folder and the desktop's sockets at their own paths.
enter_root() {
    local here path
    here=$(pwd -P)
    enter=(bwrap --tmpfs / --ro-bind "$root/usr" /usr --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib
        --symlink usr/lib64 /lib64 --bind "$root/etc" /etc --bind "$root/var" /var --ro-bind "$root/boot" /boot
        --dev-bind /dev /dev --proc /proc --bind /sys /sys --tmpfs /run --bind /tmp /tmp --bind /var/tmp /var/tmp
        --cap-add ALL --die-with-parent)
    for path in /etc/resolv.conf /etc/hosts /etc/passwd /etc/group; do
        [ -e "$path" ] && enter+=(--ro-bind "$(readlink -f "$path")" "$path")
    done
    for path in /mnt /media "${XDG_RUNTIME_DIR:-}" "$HOME" "$cache" "$project" "$here"; do
        # The folder above, made here, is one that every user may enter, as tests that become other users need it.
        [ -n "$path" ] && [ -d "$path" ] && enter+=(--perms 0755 --dir "$(dirname "$path")" --bind "$path" "$path")
    done
    enter+=(--chdir "$here" --setenv PATH "$project/build/release/bin:/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin")
}

environment_run() {
    if is_native; then
        "$@"
        return
    fi
    local enter
    enter_root
    "${enter[@]}" -- "$@"
}

environment_exec() {
    if is_native; then
        exec "$@"
    fi
    local enter status info child
    enter_root
    # bwrap stays as the command's parent and does not pass signals on, so this script does: it learns the command's id from bwrap.
    # A shell's background job ignores SIGINT and SIGQUIT; env gives the command the defaults back.
    info=$(mktemp)
    exec 9>"$info"
    "${enter[@]}" --info-fd 9 -- env --default-signal=INT,QUIT "$@" <&0 &
    local bwrap=$!
    exec 9>&-
    forward() {
        child=$(sed -n 's/.*"child-pid": *\([0-9]*\).*/\1/p' "$info")
        [ -n "$child" ] && kill -s "$1" "$child" 2>/dev/null || :
    }
    for signal in INT TERM HUP USR1 USR2; do
        # shellcheck disable=SC2064
        trap "forward $signal" "$signal"
    done
    while :; do
        status=0
        wait "$bwrap" || status=$?
        kill -0 "$bwrap" 2>/dev/null || break
    done
    rm -rf "$info" "${broker_folder:-}"
    exit "$status"
}

# bwrap sets no_new_privs, with which nothing gains a right. So: chroot, in a mount namespace of its own, whose mounts vanish with the command.
environment_chroot() {
    if is_native; then
        as_root "$@"
        return
    fi
    local new=$cache/chroot
    mkdir -p "$new"
    # shellcheck disable=SC2016
    as_root unshare --mount --propagation private bash -euc '
        new=$1 root=$2 project=$3
        shift 3
        mount -t tmpfs -o mode=755 benchboot "$new"
        for name in bin sbin lib lib64; do ln -s "usr/$name" "$new/$name"; done
        mkdir -p "$new"/{usr,var,boot,dev,proc,sys,run,tmp,root} "$new$project"
        cp -a "$root/etc" "$new/etc"
        mount --bind "$root/usr" "$new/usr"
        mount --bind "$root/var" "$new/var"
        mount --bind "$root/boot" "$new/boot"
        for name in dev proc sys; do
            mount --rbind "/$name" "$new/$name"
        done
        mount --bind /tmp "$new/tmp"
        mount --rbind "$project" "$new$project"
        exec env HOME=/root PATH=/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin \
            chroot "$new" env --chdir="$project" "$@"
    ' bash "$new" "$root" "$project" "$@"
}

# A program outside bwrap, which asks with sudo or pkexec when Benchboot wants the ports (packaging/portbinder/portbroker.cpp). It ends with us.
environment_broker() {
    if is_native || [ "$(id -u)" -eq 0 ]; then
        return
    fi
    local ask=(pkexec) bin=$project/build/release/bin
    if [ -t 0 ] && command -v sudo >/dev/null; then
        ask=(sudo --)
    fi
    broker_folder=$(mktemp -d /tmp/benchboot-XXXXXX)
    export BENCHBOOT_PORT_BROKER=$broker_folder/ports
    "$bin/benchboot-portbroker" "$BENCHBOOT_PORT_BROKER" "${ask[@]}" "$bin/benchboot-portbinder" &
}
