#!/bin/sh
# The release binary with a vault open in the terminal, looked at from outside: no core dump, no memory or environment
# that another program of the same person could read, keys locked into memory.
# Usage: tests/live/hygiene.sh [PULIH]      (default: target/release/pulih)
set -eu
cd "$(dirname "$0")/../.."
binary=$(realpath "${1:-target/release/pulih}")
[ -x "$binary" ] || { echo "skipped: $binary is not built (cargo build --release)"; exit 1; }
PULIH_TEST_BINARY=$binary cargo test --quiet --test process -- --nocapture the_program
