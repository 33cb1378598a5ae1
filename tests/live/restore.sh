#!/usr/bin/env bash
# As a new user would, with the released program: a vault that an earlier version made, backups on a stick or a WebDAV server,
# the loss, and everything is back by the keyboard alone, in three languages, and by one command. (places.sh does it with
# servers that others wrote.)
# usage: tests/live/restore.sh [BINARY]      (builds one when none is named)
set -euo pipefail
cd "$(dirname "$0")/../.."

binary=${1:-${PULIH_BIN:-target/release/pulih}}
[ $# -gt 0 ] || [ -x "$binary" ] || cargo build --quiet --release
binary=$(realpath "$binary")
"$binary" --version
PULIH_TEST_BINARY=$binary cargo test --quiet --test tui restoring -- --nocapture
echo "checked: restored by the keyboard alone and by one command, with $binary"
