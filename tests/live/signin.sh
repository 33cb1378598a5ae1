#!/bin/sh
# Signing in at a certified provider (oidc-provider, pinned in tests/live/signin/package-lock.json): each way with each
# signature, each second step, and the people who must not come in. A script plays the person. Then what vendors do
# otherwise, by a small server of our own.
# Usage: tests/live/signin.sh      (installs nodejs and npm where they are missing and apt is there)
set -eu
cd "$(dirname "$0")/../.."

. tests/live/shared/need.sh
. tests/live/shared/provider.sh
[ "$is_there" = yes ] || exit 0
install_provider

cargo test --quiet --test provider --no-run
start provider "$work/outbox"
start dialects
status=0
PULIH_TEST_OIDC=$(head -n 1 "$work/provider.address") PULIH_TEST_DIALECTS=$(head -n 1 "$work/dialects.address") PULIH_TEST_OUTBOX=$work/outbox PULIH_TEST_PERSON=$PWD/tests/live/signin/person.py \
    cargo test --quiet --test provider certified -- --nocapture --test-threads 2 || status=$?
echo "codes in the outbox: $(wc -l <"$work/outbox")"
[ "$status" -eq 0 ] || tail -n 40 "$work"/*.log
exit "$status"
