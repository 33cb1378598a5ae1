#!/usr/bin/env bash
# The released program against the project's samples and against another reader of what it writes; and the samples
# against their generator.
set -euo pipefail
cd "$(dirname "$0")/../.."

venv=target/independent
if ! "$venv/bin/python" -c 'import argon2, cryptography, mnemonic, nacl, segno' 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet -r tests/independent/requirements.txt
fi
python=$venv/bin/python
program=${PULIH_BIN:-target/release/pulih}
[ -x "$program" ] || cargo build --quiet --release
"$python" tests/samples/generate.py --check
"$python" tests/live/formats.py "$program"
