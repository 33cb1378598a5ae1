#!/bin/sh
# The session service (logind), played by python-dbusmock on a bus of its own: the computer goes to sleep and wakes up, the
# session is locked, and the program with it. And the memory of a locked program, looked at from outside.
# Usage: tests/live/session.sh      (installs dbus and python3-dbusmock where they are missing and apt is there)
set -eu
cd "$(dirname "$0")/../.."

. tests/live/shared/need.sh
need dbus-daemon dbus
python=/usr/bin/python3 # where packages of the system are found, whatever other Python comes first
"$python" -c 'import dbusmock' 2>/dev/null || need no-such-program python3-dbusmock

home=$(mktemp -d)
pids=
trap 'for pid in $pids; do kill "$pid" 2>/dev/null || true; done; rm -rf "$home"' EXIT
cargo test --quiet --test tui --no-run

DBUS_SYSTEM_BUS_ADDRESS=unix:path=$home/bus
export DBUS_SYSTEM_BUS_ADDRESS
dbus-daemon --session --nofork --nopidfile --address="$DBUS_SYSTEM_BUS_ADDRESS" >"$home/bus.log" 2>&1 &
pids="$pids $!"
"$python" -m dbusmock --system --template logind >"$home/logind.log" 2>&1 &
pids="$pids $!"
tries=0
until dbus-send --bus="$DBUS_SYSTEM_BUS_ADDRESS" --print-reply --dest=org.freedesktop.login1 \
    /org/freedesktop/login1 org.freedesktop.login1.Manager.ListSessions >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || { cat "$home/bus.log" "$home/logind.log"; echo "the stand-in never came"; exit 1; }
    sleep 0.1
done

PULIH_TEST_SERVICES=session,memory cargo test --quiet --test tui -- --nocapture session memory
