#!/usr/bin/env bash
# OTPClient reads what the released program writes: its Aegis, andOTP, 2FAS and Stratum files and lists of addresses.
# The one of Debian 12 imports with its windows only, so that of Debian 13 is unpacked into target/peers, with its own
# libraries; nothing is installed. Plain files its command line takes for encrypted ones: cotp reads those in peers.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."

place=$PWD/target/peers/otpclient
if [ ! -x "$place/unpacked/usr/bin/otpclient-cli" ]; then
    [ "$(uname -m)" = x86_64 ] || { echo "OTPClient is fetched for x86_64 only"; exit 1; }
    rm -rf "$place"
    mkdir -p "$place"/{lists,cache/archives}/partial "$place/unpacked"
    : >"$place/status"
    keys=/usr/share/keyrings/debian-archive-keyring.gpg
    # From where this computer has its own packages.
    from=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' | sed -n 's/^Debian //p' | head -n 1)
    [ -n "$from" ] || { echo "this computer has no packages of Debian's to fetch OTPClient with"; exit 1; }
    echo "deb [signed-by=$keys] $from trixie main" >"$place/sources.list"
    apt=(apt-get -qq -o "Dir::Etc::sourcelist=$place/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$place/lists"
        -o "Dir::State::status=$place/status" -o "Dir::Cache=$place/cache" -o Debug::NoLocking=1 -o APT::Architecture=amd64)
    [ "$(id -u)" != 0 ] || apt+=(-o APT::Sandbox::User=root)
    "${apt[@]}" update
    "${apt[@]}" install --download-only --no-install-recommends -y otpclient-cli >/dev/null
    for package in "$place"/cache/archives/*.deb; do dpkg-deb -x "$package" "$place/unpacked"; done
    rm -rf "$place/lists" "$place/cache"
fi

venv=target/peers/venv
if ! "$venv/bin/python" -c 'import andotp_decrypt, argon2, cryptography, lib2fas, nacl' 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet -r tests/live/peers-requirements.txt || { echo "the Python packages could not be installed"; exit 1; }
fi

program=${PULIH_BIN:-target/release/pulih}
[ -x "$program" ] || cargo build --quiet --release
"$venv/bin/python" tests/live/otpclient.py "$program" "$place/unpacked"
