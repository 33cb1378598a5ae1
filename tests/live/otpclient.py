"""OTPClient reads what the released program writes, and writes it out again with nothing changed.

usage: otpclient.py PROGRAM FOLDER
FOLDER holds OTPClient's command line and its libraries, unpacked.
"""

import hashlib
import json
import os
import sys
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from peers import ACCOUNTS, PEER_PASSWORD, Program, at_terminal, expect, readers, told, uri_of, wrong

# It counts the characters of a password and takes as many bytes, so that none but ASCII opens anything there.
ASCII_PASSWORD = "a password for the file"


class OtpClient:
    """Its command line, with the loader and the libraries that came with it."""

    def __init__(self, root, home):
        libraries = root / "usr/lib/x86_64-linux-gnu"
        (home / ".config").mkdir(parents=True)
        # Its warning about locked memory is answered at the terminal, and the rest of that line is its password.
        (home / ".config/otpclient.cfg").write_text("[config]\nshow_memlock_warning=false\nuse_secret_service=false\n")
        loader = [libraries / "ld-linux-x86-64.so.2", "--library-path", libraries]
        self.call = ["/usr/bin/env", "-i", f"HOME={home}", "LANG=C.UTF-8", *loader, root / "usr/bin/otpclient-cli"]
        self.home, self.database = home, home / "database.enc"

    def empty(self):
        """A database of its first version without accounts: its command line opens databases and makes none."""
        nonce, salt = os.urandom(16), os.urandom(32)
        key = hashlib.pbkdf2_hmac("sha512", PEER_PASSWORD.encode(), salt, 100_000, 32)
        self.database.write_bytes(nonce + salt + AESGCM(key).encrypt(nonce, b"[]", nonce + salt))

    def run(self, *arguments):
        # It asks for the file's password also where there is none.
        asked = [("DB decryption password", PEER_PASSWORD), ("password", ASCII_PASSWORD)]
        return at_terminal([*self.call, "--database", self.database, *arguments], asked, are_hidden=True)

    def accounts(self):
        out = self.home / "out"
        out.mkdir(exist_ok=True)
        self.run("--export", "--type", "aegis_encrypted", "--output-dir", out)
        [written] = out.iterdir()
        text = written.read_text("utf-8")
        written.unlink()
        # It writes a few bytes more than there are.
        _, end = json.JSONDecoder().raw_decode(text)
        return sorted(map(account_of, readers.aegis_reader.content(text[:end], ASCII_PASSWORD)["entries"]), key=str)


def account_of(entry):
    """An entry as OTPClient writes it, which is less than Aegis itself writes."""
    info = entry["info"]
    rest = (info["algo"], info["digits"], info.get("period"), info.get("counter"))
    return readers.entry(entry["issuer"], entry["name"], entry["type"], readers.b32(info["secret"]), *rest)


def taken_in(client, program, type_, format_, name, fits, only=None, found=None):
    """Exported by the program, imported by OTPClient, exported by OTPClient, compared in every field."""
    [file] = program.export(format_, name, fits, only, ASCII_PASSWORD)
    client.empty()
    client.run("--import", "--type", type_, "--file", file)
    expect(f"otpclient, {format_}", client.accounts(), sorted(found or fits, key=str))
    told.append(f"otpclient {format_}: {len(fits)}")


def its_database(client, program):
    """What OTPClient keeps is what the program knows already."""
    report = program.run("import", client.database, "--file-password-fd", 3, "--dry-run", "--json", lines=("a passphrase of the live suite", PEER_PASSWORD))
    states = [row["standing"] for row in json.loads(report)["standings"]]
    expect("otpclient's own database", states, ["same"] * len(states))
    told.append(f"otpclient's own database: {len(states)}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = Program(sys.argv[1], Path(folder))
        client = OtpClient(Path(sys.argv[2]).resolve(), Path(folder) / "home")
        program.run("init", "--kdf-memory", 64, "--kdf-time", 3)
        (Path(folder) / "in.txt").write_text("".join(uri_of(account) + "\n" for account in ACCOUNTS), "utf-8")
        program.run("import", Path(folder) / "in.txt")
        # It imports no plain file by its command line: it takes each for an encrypted one.
        for type_, format_, name in (
            ("aegis_encrypted", "aegis", "a.json"), ("andotp_encrypted", "andotp", "b.json.aes"), ("twofas_encrypted", "2fas", "c.2fas"),
        ):
            taken_in(client, program, type_, format_, name, ACCOUNTS)
        its_database(client, program)
        # There it takes the period for the counter, which stands beside it.
        cut = [(a[0][:32], a[1][:40], *a[2:7], 30 if a[2] == "hotp" else None) for a in ACCOUNTS]
        taken_in(client, program, "authpro_encrypted", "stratum", "d.stratum", ACCOUNTS, found=cut)
        # What it calls FreeOTP+ is a list of addresses. It knows no Steam there, and takes every colon for the one
        # between issuer and name.
        plain = [a for a in ACCOUNTS if a[2] != "steam" and ":" not in a[0]]
        taken_in(client, program, "freeotpplus_plain", "uri-list", "e.txt", plain, only=plain)
    print("\n".join(told))
    expect("files that were asked about", len(told), 6)
    print(f"{len(wrong)} differences")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
