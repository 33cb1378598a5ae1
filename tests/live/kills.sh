#!/usr/bin/env bash
# `kill -9` at the file operations of backup, retention, restore, merge and sign-out, through the released program.
# usage: tests/live/kills.sh [BINARY]      (builds one when none is named)
set -euo pipefail
cd "$(dirname "$0")/../.."

binary=${1:-${PULIH_BIN:-target/release/pulih}}
[ $# -gt 0 ] || [ -x "$binary" ] || cargo build --quiet --release
binary=$(realpath "$binary")
"$binary" --version
PULIH_TEST_BINARY=$binary cargo test --quiet --test cli kills -- --nocapture
