#!/usr/bin/env bash
# As a new user would, with the released program, after a restore with five accounts to sign in: two sealed ones, one by a code
# for any device and one by the browser at a certified provider and then a pasted key, one by a QR code in a picture. Left and
# taken up in between. By the keyboard alone, then by `pulih sign-in` alone; oathtool computes the codes that have to come out.
# usage: tests/live/sign-in-replay.sh [BINARY] [PICTURES]      (PICTURES: a folder for what was on the screen at each step)
set -euo pipefail
cd "$(dirname "$0")/../.."

. tests/live/shared/need.sh
. tests/live/shared/provider.sh
need oathtool oathtool || is_there=no
[ "$is_there" = yes ] || exit 0
binary=${1:-${PULIH_BIN:-target/release/pulih}}
[ $# -gt 0 ] || [ -x "$binary" ] || cargo build --quiet --release
binary=$(realpath "$binary")
pictures=${2:-$work/pictures}
mkdir -p "$pictures"
pictures=$(realpath "$pictures")
install_provider
"$binary" --version
start provider "$work/outbox"

status=0
PULIH_TEST_BINARY=$binary PULIH_TEST_PICTURES=$pictures PULIH_TEST_OATHTOOL=$(command -v oathtool) \
    PULIH_TEST_OIDC=$(head -n 1 "$work/provider.address") PULIH_TEST_OUTBOX=$work/outbox PULIH_TEST_PERSON=$PWD/tests/live/signin/person.py \
    cargo test --quiet --test tui signing_in -- --nocapture --test-threads 1 | tee "$work/said" || status=$?
if [ "$status" -ne 0 ]; then
    tail -n 40 "$work"/*.log
    exit "$status"
fi
for how in 'the keyboard' commands; do
    grep -q "five accounts by $how alone, at a certified provider" "$work/said" || { echo "not done: by $how"; exit 1; }
done
count=$(find "$pictures" -name '*.svg' | wc -l)
[ "$count" -ge 16 ] || { echo "only $count pictures"; exit 1; }
echo "checked: five accounts signed in by the keyboard alone and by commands alone, codes as oathtool has them, $count pictures, with $binary"
