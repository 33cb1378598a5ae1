#!/usr/bin/env bash
# The released program against the project's samples and against another reader of what it writes; and the samples
# against their generator. Wants Python with `cryptography` (tests/independent/requirements.txt).
set -euo pipefail
cd "$(dirname "$0")/../.."

python=${PULIH_PYTHON:-python3}
"$python" -c 'import cryptography' || { echo "Python's cryptography is missing: pip install -r tests/independent/requirements.txt"; exit 1; }
program=${PULIH_BIN:-target/release/pulih}
[ -x "$program" ] || cargo build --quiet --release
"$python" tests/samples/generate.py --check
"$python" tests/live/formats.py "$program"
