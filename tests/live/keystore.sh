#!/bin/sh
# The key store of a real desktop: gnome-keyring in a session bus of its own, unlocked with a password, thrown away after.
# Usage: tests/live/keystore.sh      (installs gnome-keyring and dbus where they are missing and apt is there)
set -eu
cd "$(dirname "$0")/../.."

. tests/live/shared/need.sh
need dbus-run-session dbus
need gnome-keyring-daemon gnome-keyring

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cargo test --quiet --test services --no-run

# A keyring of an empty password is never unlocked without a prompt, so it has one.
CARGO_HOME=${CARGO_HOME:-$HOME/.cargo} RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup} \
HOME=$home XDG_RUNTIME_DIR=$home XDG_DATA_HOME=$home/data PULIH_TEST_SERVICES=key-store \
    dbus-run-session -- sh -euc '
        printf "a password of the keyring" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
        cargo test --quiet --test services key_store -- --nocapture
    '
echo "and without a key store:"
CARGO_HOME=${CARGO_HOME:-$HOME/.cargo} RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup} HOME=$home \
DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent cargo test --quiet --test services key_store -- --nocapture
