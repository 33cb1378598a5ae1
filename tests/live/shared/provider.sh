# Sourced by the suites that sign in: installs the certified provider (oidc-provider, pinned in tests/live/signin/package-lock.json)
# into a folder of its own, `$work`, and starts servers there. They end with the suite.
# Sets `is_there` to no where Node is missing or too old.
# shellcheck shell=sh
is_there=yes
{ need node nodejs npm && need npm npm && need python3 python3; } || is_there=no
if [ "$is_there" = yes ] && [ "$(node -p 'Number(process.versions.node.split(".")[0])')" -lt 20 ]; then
    echo "skipped: the provider wants Node 20, here is $(node --version)"
    is_there=no
fi

work=$(mktemp -d)
pids=
# shellcheck disable=SC2317,SC2329
end() {
    for pid in $pids; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap end EXIT

install_provider() {
    cp tests/live/signin/package.json tests/live/signin/package-lock.json tests/live/signin/*.mjs "$work"
    (cd "$work" && npm ci --no-audit --no-fund --ignore-scripts --silent)
    : >"$work/outbox"
}

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
