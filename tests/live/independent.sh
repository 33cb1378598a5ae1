#!/usr/bin/env bash
# The program and the independent implementation read each other's vaults, with the release binary.
# usage: tests/live/independent.sh [BINARY]      (builds one when none is named)
set -euo pipefail
cd "$(dirname "$0")/../.."

venv=target/independent
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import argon2, mnemonic, nacl' 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet -r tests/independent/requirements.txt
fi
python="$venv/bin/python tests/independent/pulih_vault.py"

binary=${1:-target/release/pulih}
[ $# -gt 0 ] || cargo build --quiet --release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 077

echo "1. The vectors, read by the independent implementation"
$python check tests/vectors/vault
$venv/bin/python tests/independent/pulih_backup.py check tests/vectors/backup
$venv/bin/python tests/independent/pulih_sign_in.py check tests/vectors/sign-in

echo "2. The program writes, the independent implementation reads"
# What the program says beside its answers is shown only when it fails.
pulih() {
    "$binary" --state "$work/state" --passphrase-fd 3 "$@" 3<<<"correct horse battery lamp" 2> "$work/said" || { cat "$work/said" >&2; return 1; }
}
pulih --vault "$work/ours.pulih" init --kdf-memory 64 --kdf-time 3 >/dev/null
$venv/bin/python tests/live/independent.py uris > "$work/uris.txt"
pulih --vault "$work/ours.pulih" import "$work/uris.txt" >/dev/null
pulih --vault "$work/ours.pulih" list --json > "$work/ours.list.json"
$python open "$work/ours.pulih" --secrets --at 1111111111 --passphrase-fd 3 3<<<"correct horse battery lamp" > "$work/ours.json"
$venv/bin/python tests/live/independent.py compare "$work/ours.json" "$work/ours.list.json"
$venv/bin/python tests/live/independent.py kept "$work/uris.txt" "$work/ours.json"

echo "3. The independent implementation writes, the program reads"
$venv/bin/python tests/live/independent.py describe > "$work/description.json"
$python write "$work/description.json" "$work/theirs.pulih" --passphrase-fd 3 3<<<"correct horse battery lamp"
$python open "$work/theirs.pulih" --secrets --at 1111111111 --passphrase-fd 3 3<<<"correct horse battery lamp" > "$work/theirs.json"
pulih --vault "$work/theirs.pulih" list --json > "$work/theirs.list.json"
$venv/bin/python tests/live/independent.py compare "$work/theirs.json" "$work/theirs.list.json"
: > "$work/theirs.codes.txt"
$venv/bin/python tests/live/independent.py queries "$work/theirs.json" | while IFS=$'\t' read -r id expected; do
    got=$(pulih --vault "$work/theirs.pulih" code "$id" --at 1111111111)
    printf '%s\t%s\t%s\n' "$id" "$expected" "$got" >> "$work/theirs.codes.txt"
done
$venv/bin/python tests/live/independent.py codes "$work/theirs.codes.txt"

echo "4. The program saves the other's vault, the independent implementation reads it again"
first=$(head -n 1 "$work/theirs.codes.txt" | cut -f 1)
pulih --vault "$work/theirs.pulih" pin "$first" >/dev/null
$python open "$work/theirs.pulih" --secrets --at 1111111111 --device-keys "$work/state/device" --passphrase-fd 3 3<<<"correct horse battery lamp" > "$work/again.json"
$venv/bin/python tests/live/independent.py again "$work/theirs.json" "$work/again.json" "$first"

echo "5. A wrong passphrase and a damaged file, both programs"
expect() { # code, then the command
    local want=$1 got=0
    shift
    "$@" >/dev/null 2>&1 || got=$?
    [ "$got" -eq "$want" ] || { echo "expected exit $want, got $got: $*"; exit 1; }
}
expect 3 "$binary" --state "$work/state" --vault "$work/ours.pulih" --passphrase-fd 3 list 3<<<"another phrase altogether"
head -c 9000 "$work/ours.pulih" > "$work/cut.pulih"
expect 4 "$binary" --state "$work/state" --vault "$work/cut.pulih" --passphrase-fd 3 list 3<<<"correct horse battery lamp"
echo "exit 3 and exit 4, as they should be"

if [ $# -eq 0 ]; then
    echo "6. Every bit of a small vault flipped"
    cargo test --quiet --release --test vault damage -- --nocapture
fi
