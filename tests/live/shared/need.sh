# Sourced by the suites: `need PROGRAM PACKAGE ...` installs packages where a program is missing and apt is there.
# A list of packages that is too old, or none, as on a new machine, is renewed once.
# shellcheck shell=sh
need() {
    program=$1
    shift
    command -v "$program" >/dev/null && return 0
    if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
        echo "skipped: $program is missing (packages $*)"
        return 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
        { apt-get update >/dev/null && apt-get install -y --no-install-recommends "$@" >/dev/null; }
}
