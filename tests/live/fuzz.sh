#!/bin/sh
# Bytes of a fuzzer for detection, every parser, account URIs, the vault's container and its payload. Every target gets
# PULIH_FUZZ_SECONDS (60 where nothing is said); two run at a time, so that all of them take about six minutes and the
# build two. The fuzzer's chance starts from PULIH_FUZZ_SEED (1 where nothing is said), so that a finding is a change's
# and not the day's; give another to look further. Which parsers share a target stands in tests/fuzz/families.txt: the first byte of an input picks one.
# Wants a Rust toolchain and a C++ compiler, which it installs where apt-get may. Exit code 1 where anything was found.
set -eu
cd "$(dirname "$0")/../.."
seconds=${PULIH_FUZZ_SECONDS:-60}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v c++ >/dev/null || {
    root=
    [ "$(id -u)" -eq 0 ] || root='sudo -n'
    DEBIAN_FRONTEND=noninteractive $root apt-get install -y --no-install-recommends g++ >/dev/null
}

# Seeds: whatever the tests of the formats read, the samples, and the vaults that are kept as vectors.
PULIH_SEEDS="$work/read" cargo test --quiet --lib formats:: >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
python3 - "$work" <<'PYTHON'
import json, pathlib, sys
work = pathlib.Path(sys.argv[1])
put = lambda target, name, data: (
    (work / "corpus" / target).mkdir(parents=True, exist_ok=True),
    (work / "corpus" / target / name).write_bytes(data))
files = [(file.parent.name, file) for file in sorted((work / "read").glob("*/*"))]
samples = pathlib.Path("tests/samples")
expected = json.loads((samples / "expected.json").read_text())
files += [(about["format"], samples / name) for name, about in expected.items() if (samples / name).is_file()]
place = {}
for line in pathlib.Path("tests/fuzz/families.txt").read_text().splitlines():
    if not line.startswith("#"):
        family, ids = line.split(":")
        place.update({id_: (family, number) for number, id_ in enumerate(ids.split())})
for number, (format_, file) in enumerate(files):
    data = file.read_bytes()
    put("detect", str(number), data)
    if format_ in place:
        family, first = place[format_]
        put(family, str(number), bytes([first]) + data)
    if format_ == "uri-list":
        for at, line in enumerate(data.splitlines()):
            put("uri", f"{number}-{at}", line)
for number, file in enumerate(sorted(pathlib.Path("tests/vectors").rglob("*"))):
    if file.is_file() and file.stat().st_size < 1 << 16:
        put("vault", str(number), file.read_bytes())
entry = "<Entry><String><Key>%s</Key><Value>%s</Value></String></Entry>"
group = "<KeePassFile><Root><Group><UUID>x</UUID><Name>y</Name>%s</Group></Root></KeePassFile>"
for number, (key, value) in enumerate([("otp", "key=AAAA"), ("TOTP Seed", "AAAA"), ("TimeOtp-Secret-Hex", "00")]):
    put("kdbx-content", str(number), (group % (entry % (key, value))).encode())
put("payload", "nothing", b"\x01\x00")
PYTHON
echo "seeds: $(find "$work/corpus" -type f | wc -l) files"

# What tells libFuzzer which way the program takes. No address sanitizer: there is no unsafe code in what is tried.
flags='--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4
 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table
 -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=4'
host=$(rustc -vV | sed -n 's/^host: //p')
RUSTC_BOOTSTRAP=1 RUSTFLAGS=$(echo $flags) CARGO_TARGET_DIR="${PULIH_FUZZ_TARGET:-target/fuzz}" \
    cargo build --quiet --release --target "$host" --manifest-path tests/fuzz/Cargo.toml
fuzzer=$(realpath "${PULIH_FUZZ_TARGET:-target/fuzz}/$host/release/pulih-fuzz")

run() { # target: says what came of it; what was found stays beside the log
    mkdir -p "$work/corpus/$1" "$work/found/$1"
    PULIH_FUZZ=$1 "$fuzzer" -max_total_time="$seconds" -seed="${PULIH_FUZZ_SEED:-1}" -timeout=20 -rss_limit_mb=2048 -max_len=16384 -verbosity=0 \
        -print_final_stats=1 -artifact_prefix="$work/found/$1/" "$work/corpus/$1" >"$work/found/$1.log" 2>&1 || return 1
}

families=$(sed -n 's/^\([a-z-]*\):.*/\1/p' tests/fuzz/families.txt)
set -- detect $families uri vault payload kdbx-content
failed=0
while [ $# -gt 0 ]; do
    run "$1" &
    first=$!
    second=
    if [ $# -gt 1 ]; then run "$2" & second=$!; fi
    for pair in "$1:$first" ${second:+"$2:$second"}; do
        if wait "${pair#*:}"; then outcome=nothing; else outcome=FOUND; failed=$((failed + 1)); fi
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/found/${pair%%:*}.log")
        echo "fuzz ${pair%%:*}: ${seconds} s, ${runs:-?} inputs, $outcome"
        if [ "$outcome" = FOUND ]; then
            tail -40 "$work/found/${pair%%:*}.log"
            for file in "$work/found/${pair%%:*}"/*; do
                [ ! -f "$file" ] || { mkdir -p target/found && cp "$file" "target/found/${pair%%:*}-${file##*/}"; }
            done
        fi
    done
    shift
    if [ -n "$second" ]; then shift; fi
done
echo "fuzz: $failed findings"
[ "$failed" -eq 0 ]
