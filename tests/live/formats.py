"""The released program against files of other apps: what it reads, and what another reader finds in what it writes."""

import json
import os
import stat
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "independent"))

import aegis_reader  # noqa: E402

SAMPLES = ROOT / "tests" / "samples"
PASSPHRASE = "a passphrase of the live suite"
PASSWORD = "ett lösenord för exporten"
wrong = []


def expect(what, found, wanted):
    if found != wanted:
        wrong.append(what)
        print(f"{what}: {found!r}, not {wanted!r}")


def run(program, *arguments, lines=(), status=0):
    """Runs the program; `lines` are what it may read from descriptor 3."""
    read, write = os.pipe()
    os.write(write, "".join(line + "\n" for line in lines).encode())
    os.close(write)
    kept = os.dup2(read, 3, inheritable=True) if read != 3 else read
    os.set_inheritable(kept, True)
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, pass_fds=[kept], stdin=subprocess.DEVNULL)
    os.close(kept)
    if read != kept:
        os.close(read)
    expect(f"exit code of {' '.join(map(str, arguments))} ({done.stderr.decode().strip()})", done.returncode, status)
    return done.stdout.decode()


def dry_run(program, path, passwords, status, key_file=None):
    arguments = ["import", path, "--dry-run", "--json", "--show-secrets"]
    arguments += ["--key-file", SAMPLES / key_file] if key_file else []
    password = ["--file-password-fd", 3] if passwords else []
    return json.loads(run(program, *arguments, *password, lines=passwords, status=status))


def samples(program):
    expected = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
    count = 0
    for name, sample in expected.items():
        if sample["format"] is None:
            run(program, "import", SAMPLES / name, "--dry-run", status=4)
            continue
        for password in sample["passwords"] or [None]:
            # Partly done is what a transfer without all its parts is.
            status = 8 if name == "transfer-part-missing.txt" else 0
            report = dry_run(program, SAMPLES / name, [password] if password else [], status, sample.get("key_file"))
            expect(f"{name}: format", report["format"], sample["format"])
            expect(f"{name}: a part is missing", bool(report["missing_parts"]), status == 8)
            found = [{key: entry.get(key) for key in wanted} for entry, wanted in zip(report["entries"], sample["entries"])]
            expect(f"{name}: number of entries", len(report["entries"]), len(sample["entries"]))
            expect(f"{name}: entries", found, sample["entries"])
            expect(f"{name}: complaints", report["complaints"], [])
            count += 1
    print(f"samples through the command line: {count} read, 0 skipped")


def exports(program, folder):
    vault = ["--vault", folder / "v.pulih", "--state", folder / "state", "--passphrase-fd", 3]
    run(program, *vault, "init", "--kdf-memory", 64, "--kdf-time", 3, lines=[PASSPHRASE])
    run(program, *vault, "import", SAMPLES / "aegis-plain.json", lines=[PASSPHRASE])
    wanted = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))["aegis-plain.json"]["entries"]
    locked, plain, uris = folder / "locked.json", folder / "plain.json", folder / "uris.txt"
    run(program, *vault, "export", "--to", "aegis", locked, "--file-password-fd", 3, lines=[PASSPHRASE, PASSWORD])
    run(program, *vault, "export", "--to", "aegis-plain", plain, "--yes", lines=[PASSPHRASE])
    run(program, *vault, "export", "--to", "uri-list", uris, "--yes", lines=[PASSPHRASE])
    for path in (locked, plain, uris):
        expect(f"{path.name}: mode", stat.S_IMODE(path.stat().st_mode), 0o600)
        run(program, *vault, "export", "--to", "uri-list", path, "--yes", lines=[PASSPHRASE], status=1)
    for path in (locked, plain):
        found = [as_printed(e) for e in aegis_reader.entries(aegis_reader.content(path.read_text("utf-8"), PASSWORD))]
        expect(f"{path.name}: another reader", found, wanted)
    lines = uris.read_text("utf-8").splitlines()
    expect("uris.txt: another reader", [uri_facts(line) for line in lines], [uri_wanted(entry) for entry in wanted])
    print(f"exports: {2 * len(wanted) + len(lines)} entries of 3 files compared by another reader")


def as_printed(entry):
    return {
        "issuer": entry["issuer"], "name": entry["name"], "type": entry["type"], "note": entry["note"],
        "groups": entry["groups"], "pinned": entry["favorite"], "algorithm": entry["algo"],
        "digits": entry["digits"], "period": entry.get("period"), "counter": entry.get("counter"),
        "pin": entry["pin"], "secret": entry["secret"], "state": "ready", "reason": None,
    }


def uri_facts(line):
    parts = urllib.parse.urlsplit(line)
    query = dict(urllib.parse.parse_qsl(parts.query, strict_parsing=True))
    label = parts.netloc + parts.path if parts.scheme == "motp" else parts.path[1:]
    names = [urllib.parse.unquote(part) for part in label.split(":")]
    return names[0] if len(names) > 1 else "", names[-1], query["secret"]


def uri_wanted(entry):
    secret = entry["secret"]
    if entry["type"] == "motp":
        import base64
        secret = base64.b32decode(secret + "=" * (-len(secret) % 8)).hex()
    return entry["issuer"], entry["name"], secret


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        samples(program)
        exports(program, Path(folder))
    print(f"{len(wrong)} differences")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
