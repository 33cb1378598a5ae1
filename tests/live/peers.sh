#!/usr/bin/env bash
# Other programs read what the released program writes: cotp, andotp-decrypt, the Python package 2fas, zbarimg, and
# readers written for this (tests/independent/other_readers.py). Installs what it needs into target/peers; the first time
# it builds cotp, which takes some minutes. What cannot be had is named, and the suite fails.
#
# OTPClient has a suite of its own, otpclient.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/live/shared/need.sh

need oathtool oathtool || exit 1
need zbarimg zbar-tools || exit 1

place=target/peers
wanted=1.9.10
cotp=${PULIH_COTP:-$place/bin/cotp}
if [ ! -x "$cotp" ]; then
    echo "building cotp $wanted"
    CARGO_TARGET_DIR=$place/build CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
        cargo install --quiet --locked --root "$place" --version "=$wanted" cotp || { echo "cotp could not be built"; exit 1; }
    rm -rf "$place/build"
fi
"$cotp" --version

venv=$place/venv
if ! "$venv/bin/python" -c 'import andotp_decrypt, argon2, cryptography, lib2fas, nacl' 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet -r tests/live/peers-requirements.txt || { echo "the Python packages could not be installed"; exit 1; }
fi

program=${PULIH_BIN:-target/release/pulih}
[ -x "$program" ] || cargo build --quiet --release
"$venv/bin/python" tests/live/peers.py "$program" "$cotp"
