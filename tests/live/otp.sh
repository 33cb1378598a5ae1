#!/usr/bin/env bash
# 10,000 random codes compared with oathtool's, and those with twice as many in all with tests/independent/otp_reference.py.
# usage: tests/live/otp.sh [cases [seed]]
set -euo pipefail
cd "$(dirname "$0")/../.."

. tests/live/shared/need.sh
need oathtool oathtool
oathtool --version | head -n 1
cargo build --quiet --example otp_codes
program=$(cargo metadata --format-version 1 --no-deps | python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')/debug/examples/otp_codes
python3 tests/live/otp.py "$program" "${1:-10000}" ${2:+"$2"}
