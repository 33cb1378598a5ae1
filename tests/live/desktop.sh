#!/bin/sh
# The clipboard and the screen of real desktops, without a monitor: X11 by Xvfb, Wayland by sway on no output device.
# Usage: tests/live/desktop.sh      (installs what is missing where apt is there)
set -eu
cd "$(dirname "$0")/../.."

. tests/live/shared/need.sh
need Xvfb xvfb
need xclip xclip
need maim maim
need sway sway
need swaybg swaybg
need grim grim
need wl-copy wl-clipboard
need qrencode qrencode
need xloadimage xloadimage
need tmux tmux

home=$(mktemp -d)
chmod 700 "$home"
pids=
trap 'for pid in $pids; do kill "$pid" 2>/dev/null || true; done; rm -rf "$home"' EXIT
cargo test --quiet --test services --test tui --no-run
qrencode -o "$home/code.png" -s 8 "otpauth://totp/Example:mira?secret=GEZDGNBVGY3TQOJQ&issuer=Example"
chmod 644 "$home/code.png"
export PULIH_TEST_PICTURE="$home/code.png"
unset SSH_CONNECTION SSH_TTY SSH_CLIENT WAYLAND_DISPLAY DISPLAY

wait_for() { # a socket that appears
    tries=0
    until [ -S "$1" ]; do
        tries=$((tries + 1))
        [ "$tries" -lt 200 ] || { echo "$1 never came"; exit 1; }
        sleep 0.05
    done
}

echo "== A terminal (tmux that takes what programs copy)"
tmux -L "pulih-$$" -f /dev/null new-session -d -s live \
    "PULIH_TEST_SERVICES=terminal cargo test --quiet --test services terminal >$home/terminal.log 2>&1; tmux -L pulih-$$ wait-for -S done; cat"
tmux -L "pulih-$$" set-option -s set-clipboard on
tmux -L "pulih-$$" wait-for done
copied=$(tmux -L "pulih-$$" show-buffer)
tmux -L "pulih-$$" kill-server
[ "$copied" = 161803 ] || { cat "$home/terminal.log"; echo "copied: '$copied'"; exit 1; }
echo "checked: the code reached the terminal's clipboard"

echo "== X11"
Xvfb :97 -screen 0 1024x768x24 -nolisten tcp >/dev/null 2>&1 &
pids="$pids $!"
wait_for /tmp/.X11-unix/X97
DISPLAY=:97 PULIH_TEST_SERVICES=clipboard cargo test --quiet --test services clipboard -- --nocapture
DISPLAY=:97 xloadimage -onroot -center "$home/code.png" >/dev/null
DISPLAY=:97 PULIH_TEST_SERVICES=import-clipboard,import-screen \
    cargo test --quiet --test tui desktop -- --nocapture --test-threads=1

echo "== Wayland"
printf 'output * bg %s/code.png center #ffffff\n' "$home" >"$home/config"
as_person= # sway does not start as root
if [ "$(id -u)" = 0 ]; then
    chown -R 65534:65534 "$home"
    as_person="setpriv --reuid=65534 --regid=65534 --clear-groups"
fi
# shellcheck disable=SC2086
HOME=$home XDG_RUNTIME_DIR=$home WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 \
    $as_person sway -c "$home/config" >"$home/sway.log" 2>&1 &
pids="$pids $!"
wait_for "$home/wayland-1"
XDG_RUNTIME_DIR=$home WAYLAND_DISPLAY=wayland-1 PULIH_TEST_SERVICES=clipboard,screen \
    cargo test --quiet --test services -- --nocapture --test-threads=1 clipboard screen
XDG_RUNTIME_DIR=$home WAYLAND_DISPLAY=wayland-1 PULIH_TEST_SERVICES=import-clipboard,import-screen \
    cargo test --quiet --test tui desktop -- --nocapture --test-threads=1
