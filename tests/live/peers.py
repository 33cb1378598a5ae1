"""Other programs read what the released program writes, and give the codes that oathtool gives.

usage: peers.py PROGRAM COTP
"""

import json
import os
import pty
import re
import select
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "independent"))

import other_readers as readers  # noqa: E402

PASSPHRASE, PASSWORD, PEER_PASSWORD = "a passphrase of the live suite", "ett lösenord för filen", "peers open this"
AT = 1111111111
SECRETS = ["GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLUKRSQ"]
ACCOUNTS = [
    readers.entry("Example Mail", "anna@example.com", "totp", readers.b32(SECRETS[0])),
    readers.entry("Nordbank", "4711", "totp", readers.b32(SECRETS[1]), "SHA256", 8, 60),
    readers.entry("Gitforge", "dev", "totp", readers.b32(SECRETS[2]), "SHA512", 7, 30),
    readers.entry("Old Router", "admin", "hotp", readers.b32("MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK"), "SHA1", 6, None, 41),
    readers.entry("Steam", "gabriella", "steam", readers.b32("NNXXEZLBNZRWK3TUNNXXEZLBNZRWK3TU")),
    readers.entry("Naïve & Söhne: 100%", "zoë+tag@example.com", "totp", readers.b32("ONSWG4TFOQQHOZLMNQZDINBVGY3TQOJQ")),
    readers.entry("東京銀行", "山田 😀", "totp", readers.b32("MRUWM2LDOVWHI6JAMRUWM2LDOVWHI6JA"), "SHA256"),
    readers.entry("i" * 60, "n" * 90, "totp", readers.b32("NRXW4Z3FON2CA3TBNVSXGIDJNYQHI2DF")),
]
wrong, told = [], []


def expect(what, found, wanted):
    if found != wanted:
        wrong.append(what)
        print(f"{what}:\n  {found!r}\n  is not\n  {wanted!r}")


# -- the program ---------------------------------------------------------------------------------------------


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = path, folder
        self.vault = ["--vault", folder / "v.pulih", "--state", folder / "state", "--passphrase-fd", 3]

    def run(self, *arguments, lines=(PASSPHRASE,), status=(0,)):
        read, write = os.pipe()
        os.write(write, "".join(line + "\n" for line in lines).encode())
        os.close(write)
        # Nothing else is open as 3 in a program that has only its three streams and this pipe.
        kept = read if read == 3 else os.dup2(read, 3)
        os.set_inheritable(kept, True)
        call = [self.path, *map(str, self.vault), *map(str, arguments)]
        done = subprocess.run(call, capture_output=True, pass_fds=[kept], stdin=subprocess.DEVNULL)
        os.close(kept)
        if read != kept:
            os.close(read)
        if done.returncode not in status:
            raise SystemExit(f"{call}: {done.returncode}\n{done.stderr.decode()}")
        return done.stdout

    def export(self, format_, name, fits, only=None, password=PASSWORD):
        """Writes a file; exit code 8 says that accounts were left out, which is so where not all fit."""
        path = self.folder / name
        is_plain = format_.endswith("-plain") or format_ in PLAIN
        extra = ["--yes"] if is_plain else ["--file-password-fd", 3]
        lines = [PASSPHRASE] if is_plain else [PASSPHRASE, password]
        extra += [part for account in only or () for part in ("--account", f"{account[0]}:{account[1]}")]
        status = (0,) if only or len(fits) == len(ACCOUNTS) else (8,)
        report = self.run("export", "--to", format_, path, *extra, "--json", lines=lines, status=status)
        return [Path(file) for file in json.loads(report)["files"]]


PLAIN = ("uri-list", "google-migration", "google-migration-qr", "freeotp-plus", "html-sheet", "svg-sheet")


def uri_of(account):
    import urllib.parse
    issuer, name, type_, secret, algorithm, digits, period, counter = account
    quote = lambda text: urllib.parse.quote(text, safe="")
    import base64
    text = f"otpauth://{type_}/{quote(issuer)}:{quote(name)}?secret={base64.b32encode(secret).decode().rstrip('=')}&issuer={quote(issuer)}"
    if type_ != "steam":
        text += f"&algorithm={algorithm}&digits={digits}" + (f"&counter={counter}" if type_ == "hotp" else f"&period={period}")
    return text


# -- codes ------------------------------------------------------------------------------------------------------


def oathtool(account, at):
    """The code of an account by oathtool; Steam's letters over the number that it gives (it knows no letters)."""
    _, _, type_, secret, algorithm, digits, period, counter = account
    if type_ == "hotp":
        call = ["oathtool", "--hotp", f"--counter={counter}", f"--digits={digits}", secret.hex()]
    elif type_ == "steam":
        return steam(secret, at)
    else:
        call = ["oathtool", f"--totp={algorithm.lower()}", f"--time-step-size={period}s", f"--now=@{at}", f"--digits={digits}", secret.hex()]
    return subprocess.run(call, capture_output=True, check=True, text=True).stdout.strip()


def steam(secret, at):
    import hmac
    import struct
    mac = hmac.digest(secret, struct.pack(">Q", at // 30), "sha1")
    start = mac[-1] & 15
    value, letters = int.from_bytes(mac[start : start + 4], "big") & 0x7FFFFFFF, ""
    for _ in range(5):
        value, digit = divmod(value, 26)
        letters += "23456789BCDFGHJKMNPQRTVWXY"[digit]
    return letters


def program_codes(program):
    """Before anybody else is asked: the program and oathtool agree on what is exported."""
    for row, account in zip(json.loads(program.run("list", "--json")), ACCOUNTS):
        if account[2] != "hotp":
            code = program.run("code", row["id"], "--at", AT).decode().strip()
            expect(f"code of {account[0]}", code, oathtool(account, AT))


# -- the peers ----------------------------------------------------------------------------------------------------


def at_terminal(call, answers, are_hidden=False):
    """Runs a program that asks at a terminal; each answer waits for its question, and where all answers are hidden also
    until the program hides them: some throw away what was typed before that."""
    child, screen = pty.fork()
    if child == 0:
        os.execv(call[0], [str(part) for part in call])
    said, seen, end = b"", 0, time.monotonic() + 300
    while time.monotonic() < end:
        if not select.select([screen], [], [], 1)[0]:
            continue
        try:
            piece = os.read(screen, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece
        if answers and re.search(answers[0][0].encode(), said[seen:]):
            while are_hidden and termios.tcgetattr(screen)[3] & termios.ECHO and time.monotonic() < end:
                time.sleep(0.01)
            seen = len(said)
            os.write(screen, (answers.pop(0)[1] + "\n").encode())
    _, status = os.waitpid(child, 0)
    text = said.decode(errors="replace")
    if status != 0:
        raise SystemExit(f"{call}: {status}\n{text}")
    return text


def cotp(path, program, format_, flag, name, fits, only=None):
    [file] = program.export(format_, name, fits, only)
    database = program.folder / f"{name}.cotp"
    fresh = [("password", PEER_PASSWORD), ("password", PEER_PASSWORD)]
    at_terminal([path, "-d", database, "import", flag, "-p", file], fresh + [("password", PASSWORD)])
    before = int(time.time())
    said = at_terminal([path, "-d", database, "list", "--json"], [("assword", PEER_PASSWORD)])
    after = int(time.time())
    found = {(row["issuer"], row["label"]): row["otp_code"] for row in json.loads(said[said.index("[") :])}
    expect(f"cotp, {format_}: accounts", set(found), {(account[0], account[1]) for account in fits})
    for account in fits:
        # It shows the code of the moment, which may have come in between.
        codes = {oathtool(account, at) for at in (before, after)}
        if found.get(account[:2]) not in codes:
            expect(f"cotp, {format_}: code of {account[0]}", found.get(account[:2]), codes)
    told.append(f"cotp {format_}: {len(fits)}")


def by_reader(program, format_, name, read, fits):
    [file] = program.export(format_, name, fits)
    found = read(file.read_bytes(), PASSWORD)
    expect(f"{format_}: another reader", found, fits)
    for account in found:
        expect(f"{format_}: code of {account[0]}", oathtool(account, AT), oathtool(next(a for a in ACCOUNTS if a[:2] == account[:2]), AT))
    told.append(f"reader {format_}: {len(found)}")


def andotp_decrypt(program, python):
    [file] = program.export("andotp", "andotp-peer.json.aes", ACCOUNTS)
    call = [Path(python).with_name("andotp_decrypt"), file]
    done = subprocess.run(call, input=(PASSWORD + "\n").encode(), capture_output=True)
    if done.returncode != 0 or not done.stdout.startswith(b"["):
        raise SystemExit((done.stdout + done.stderr).decode())
    expect("andotp-decrypt", readers.andotp(done.stdout, None), ACCOUNTS)
    told.append(f"andotp-decrypt: {len(ACCOUNTS)}")


def two_fas_library(program, python, fits):
    """The Python package 2fas (its library lib2fas): opens the locked file and makes the codes."""
    [file] = program.export("2fas", "peer.2fas", fits)
    code = (
        "import json, sys\n"
        "from lib2fas._security import decrypt\n"
        "services = decrypt(json.load(open(sys.argv[1]))['servicesEncrypted'], sys.argv[2])\n"
        "code = lambda s: s.generate() if s.otp.tokenType == 'TOTP' else None\n"
        "print(json.dumps([[s.name, s.otp.account, s.secret, s.otp.tokenType, code(s)] for s in services]))\n"
    )
    before = int(time.time())
    done = subprocess.run([python, "-c", code, file, PASSWORD], capture_output=True, text=True)
    after = int(time.time())
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    rows = json.loads(done.stdout)
    expect("2fas: accounts", sorted((row[0], row[1], readers.b32(row[2])) for row in rows), sorted((a[0], a[1], a[3]) for a in fits))
    count = 0
    for name, account_name, _, kind, shown in rows:
        account = next(a for a in fits if a[:2] == (name, account_name))
        # Its library makes every code with SHA-1 and 30 seconds, whatever the file says.
        if kind == "TOTP" and account[4] == "SHA1" and account[6] == 30:
            codes = {oathtool(account, at) for at in (before, after)}
            if shown not in codes:
                expect(f"2fas: code of {name}", shown, codes)
            count += 1
    told.append(f"2fas: {len(rows)} read, {count} codes")


def pictures(program, fits):
    files = program.export("google-migration-qr", "codes.png", fits)
    expect("google-migration-qr: another reader", readers.transfer(list(scanned(files))), fits)
    told.append(f"zbarimg google-migration-qr: {len(fits)} in {len(files)} pictures")


def scanned(files):
    for file in files:
        done = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file], capture_output=True)
        if done.returncode != 0:
            raise SystemExit(f"zbarimg finds nothing in {file}: {done.stderr.decode()}")
        yield from done.stdout.decode().split()


def sheets(program):
    """The codes on the sheets, drawn by a program that draws SVG and read by one that reads QR codes."""
    for format_, name in (("html-sheet", "sheet.html"), ("svg-sheet", "sheet.svg")):
        found, text = [], ""
        for file in program.export(format_, name, ACCOUNTS):
            text = file.read_text("utf-8")
            for number, (side, path) in enumerate(re.findall(r'viewBox="0 0 (\d+) \1" [^>]*><path d="([^"]*)"/>', text)):
                found += scanned([bitmap(program.folder / f"{file.stem}-{number}.pbm", int(side), path)])
        expect(f"{format_}: another reader", [readers.uri(line) for line in found], ACCOUNTS)
        expect(f"{format_}: nothing is fetched", re.findall(r'(?:src|href)=|url\(|<script|@import', text), [])
        told.append(f"zbarimg {format_}: {len(found)}")


def bitmap(file, side, path, scale=6):
    """A path of `M x y h n v1h-n z` as a picture of the oldest kind."""
    rows = [[0] * side for _ in range(side)]
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    for x, y, length, back in runs:
        assert length == back
        for at in range(int(x), int(x) + int(length)):
            rows[int(y)][at] = 1
    assert "".join(f"M{x} {y}h{n}v1h-{n}z" for x, y, n, _ in runs) == path
    lines = [" ".join(str(bit) for bit in row for _ in range(scale)) for row in rows for _ in range(scale)]
    file.write_text(f"P1\n{side * scale} {side * scale}\n" + "\n".join(lines) + "\n")
    return file


def main():
    program_path, cotp_path = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        program = Program(program_path, Path(folder))
        program.run("init", "--kdf-memory", 64, "--kdf-time", 3)
        (Path(folder) / "in.txt").write_text("".join(uri_of(account) + "\n" for account in ACCOUNTS), "utf-8")
        program.run("import", Path(folder) / "in.txt")
        program_codes(program)
        all_, no_hotp = ACCOUNTS, [a for a in ACCOUNTS if a[2] != "hotp"]
        google = [a for a in ACCOUNTS if a[2] != "steam" and a[5] in (6, 8) and a[6] in (None, 30)]
        short = [a for a in ACCOUNTS if len(a[0]) <= 32]
        # Its reader of andOTP's files wants keys without padding, which andOTP itself writes; so those are for others.
        for format_, flag, name in (("aegis-plain", "-a", "plain.json"), ("aegis", "-k", "locked.json")):
            cotp(cotp_path, program, format_, flag, name, all_)
        # It takes the counter of a FreeOTP+ token in and then does not find it, in anybody's file; and there it has no
        # Steam.
        plain = [a for a in no_hotp if a[2] != "steam"]
        cotp(cotp_path, program, "freeotp-plus", "-f", "freeotp.json", plain, only=plain)
        uris = program.folder / "uris.json"
        lines = program.export("uri-list", "list.txt", all_)[0].read_text("utf-8").split()
        uris.write_text(json.dumps({"items": lines}), "utf-8")
        cotp_uris(cotp_path, program, uris)
        for format_, name, read, fits in (
            ("aegis", "a.json", readers.aegis, all_), ("andotp", "b.json.aes", readers.andotp, all_),
            ("2fas", "c.2fas", readers.two_fas, all_), ("2fas-plain", "c2.2fas", readers.two_fas, all_),
            ("freeotp-plus", "d.json", readers.freeotp_plus, all_), ("ente", "e.txt", readers.ente, all_),
            ("ente-plain", "e2.txt", readers.ente, all_), ("bitwarden", "g.json", readers.bitwarden, no_hotp),
            ("bitwarden-plain", "g2.json", readers.bitwarden, no_hotp),
            ("proton-authenticator", "h.json", readers.proton, no_hotp),
            ("proton-authenticator-plain", "h2.json", readers.proton, no_hotp),
            ("google-migration", "i.txt", readers.google_migration, google), ("uri-list", "j.txt", readers.uri_list, all_),
        ):
            by_reader(program, format_, name, read, fits)
        [file] = program.export("stratum", "f.stratum", all_)
        # It cuts names at 32 and 40 characters, as was said beforehand.
        cut = [(a[0][:32], a[1][:40], *a[2:]) for a in all_]
        expect("stratum: another reader", readers.stratum(file.read_bytes(), PASSWORD), cut)
        told.append(f"reader stratum: {len(short)} whole, {len(all_) - len(short)} cut")
        andotp_decrypt(program, sys.executable)
        two_fas_library(program, sys.executable, all_)
        pictures(program, google)
        sheets(program)
    print("\n".join(told))
    # Each of these was asked; a list that is shorter would only look green.
    expect("programs that were asked", len(told), 23)
    print(f"{len(wrong)} differences")
    sys.exit(1 if wrong else 0)


def cotp_uris(path, program, file):
    database = program.folder / "uris.cotp"
    at_terminal([path, "-d", database, "import", "-o", "-p", file], [("password", PEER_PASSWORD), ("password", PEER_PASSWORD)])
    said = at_terminal([path, "-d", database, "list", "--json"], [("assword", PEER_PASSWORD)])
    rows = json.loads(said[said.index("[") :])
    expect("cotp, uri-list: accounts", len(rows), len(ACCOUNTS))
    told.append(f"cotp uri-list: {len(rows)}")


if __name__ == "__main__":
    main()
