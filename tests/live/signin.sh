#!/bin/sh
# Signing in at a certified provider (oidc-provider, pinned in tests/live/signin/package-lock.json): each way with each
# signature, each second step, and the people who must not come in. A script plays the person. Then what vendors do
# otherwise, by a small server of our own.
# Usage: tests/live/signin.sh      (installs nodejs and npm where they are missing and apt is there)
set -eu
cd "$(dirname "$0")/../.."

. tests/live/shared/need.sh
need node nodejs npm
need npm npm
need python3 python3
if [ "$(node -p 'Number(process.versions.node.split(".")[0])')" -lt 20 ]; then
    echo "skipped: the provider wants Node 20, here is $(node --version)"
    exit 0
fi

work=$(mktemp -d)
pids=
# shellcheck disable=SC2317
end() {
    for pid in $pids; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap end EXIT
cp tests/live/signin/package.json tests/live/signin/package-lock.json tests/live/signin/*.mjs "$work"
(cd "$work" && npm ci --no-audit --no-fund --ignore-scripts --silent)

cargo test --quiet --test provider --no-run
: >"$work/outbox"

start() { # name, arguments: a server that says its address as its first line
    name=$1
    shift
    node "$work/$name.mjs" "$@" >"$work/$name.address" 2>"$work/$name.log" &
    pid=$!
    pids="$pids $pid"
    tries=0
    until [ -s "$work/$name.address" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 300 ] || ! kill -0 "$pid" 2>/dev/null; then
            cat "$work/$name.log"
            echo "$name did not start"
            exit 1
        fi
        sleep 0.2
    done
}

start provider "$work/outbox"
start dialects
status=0
PULIH_TEST_OIDC=$(head -n 1 "$work/provider.address") PULIH_TEST_DIALECTS=$(head -n 1 "$work/dialects.address") PULIH_TEST_OUTBOX=$work/outbox PULIH_TEST_PERSON=$PWD/tests/live/signin/person.py \
    cargo test --quiet --test provider certified -- --nocapture --test-threads 2 || status=$?
echo "codes in the outbox: $(wc -l <"$work/outbox")"
[ "$status" -eq 0 ] || tail -n 40 "$work"/*.log
exit "$status"
