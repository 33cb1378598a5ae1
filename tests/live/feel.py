#!/usr/bin/env python3
"""How a terminal authenticator feels, measured from outside: this program beside others.

usage: feel.py [--accounts 10,10000] [--seconds 30] NAME=PROGRAM ...      NAME is pulih, cotp or tofa

Each program gets a vault of its own in a folder that goes away, with the same made-up accounts, and is driven through a
pseudo terminal of 100x30 that answers what terminals are asked. Linux; nothing but Python is needed. What is printed, per
program and number of accounts:

  first   ms from exec to the first character on the screen
  unlock  ms from Enter to the list, the derivation of the key with it; cpu: its processor time
  wake    how often a second the process was woken while nobody touched it
  writes  write calls a second meanwhile
  cpu     per cent of one processor meanwhile
  late    ms from the change of the second to the bytes that show it (only where something changes by the second)
  rss     MB in memory, list open
  key     ms from an arrow key to the first bytes of the answer, median and 95th of a hundred
  filter  the same while a search is typed and taken back
"""

import argparse
import base64
import hashlib
import json
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from fcntl import ioctl
from pathlib import Path

PASSPHRASE = "violet ladder comet harbour"
ROWS, COLUMNS = 30, 100
PATIENCE = 120.0
ESCAPES = re.compile(rb"\x1b(\[[0-9;?<>=!]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9]|P.*?\x1b\\|[=>78])")


class Terminal:
    """A program in a pseudo terminal."""

    def __init__(self, argv, env=None):
        self.seen, self.since = b"", time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "LANG": "C.UTF-8", **(env or {})})
            os.execvp(argv[0], argv)
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read(self, timeout):
        """Bytes that came within the time, and when; none where none came."""
        ready, _, _ = select.select([self.fd], [], [], max(timeout, 0))
        if not ready:
            return b"", time.time()
        at = time.time()
        try:
            came = os.read(self.fd, 1 << 16)
        except OSError:
            raise SystemExit(f"the program ended: {self.text()[-400:]}") from None
        if b"\x1b[6n" in came:
            os.write(self.fd, b"\x1b[1;1R")
        if b"\x1b[c" in came:
            os.write(self.fd, b"\x1b[?62;22c")
        self.seen += came
        return came, at

    def text(self):
        return ESCAPES.sub(b"", self.seen).decode(errors="replace")

    def wait(self, pattern):
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text()):
            if time.monotonic() > end:
                raise SystemExit(f"{pattern!r} did not come: {self.text()[-400:]}")
            self.read(0.05)

    def calm(self, quiet):
        """Until nothing came for so long, or for ten times as long where it never stops."""
        end = time.monotonic() + 10 * quiet
        while self.read(quiet)[0] and time.monotonic() < end:
            pass

    def send(self, text):
        os.write(self.fd, text.encode())

    def answers(self, keys, count):
        """ms from each key to the first bytes after it."""
        took = []
        for turn in range(count):
            self.calm(0.08)
            began = time.monotonic()
            self.send(keys[turn % len(keys)])
            while not self.read(2)[0] and time.monotonic() - began < 2:
                pass
            took.append((time.monotonic() - began) * 1000)
        return took

    def cost(self):
        """Processor time in ms, voluntary switches and write calls of all threads, and MB in memory."""
        process = Path(f"/proc/{self.pid}")
        switches = sum(
            int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", (task / "status").read_text(), re.M)[1])
            for task in (process / "task").iterdir()
        )
        cpu = sum(int((task / "schedstat").read_text().split()[0]) for task in (process / "task").iterdir()) / 1e6
        writes = int(re.search(r"^syscw: (\d+)", (process / "io").read_text(), re.M)[1])
        rss = int(re.search(r"^VmRSS:\s+(\d+)", (process / "status").read_text(), re.M)[1]) / 1000
        return cpu, switches, writes, rss

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        end = time.monotonic() + 5
        while time.monotonic() < end and os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            try:
                self.read(0.05)
            except SystemExit:
                break
        else:
            return
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def asked(argv, answers, env=None):
    """Runs a command that asks, to its end: each answer when its question stands there."""
    terminal = Terminal(argv, env)
    for question, answer in answers:
        terminal.wait(question)
        terminal.seen = b""
        time.sleep(0.1)  # the question is printed before the echo is turned off; not a test
        terminal.send(answer + "\r")
    try:
        while True:
            terminal.read(PATIENCE)
    except SystemExit:
        os.waitpid(terminal.pid, 0)


def keys(count):
    for number in range(count):
        digest = hashlib.sha256(str(number).encode()).digest()[:20]
        yield f"Site{number}", f"u{number}@example.com", base64.b32encode(digest).decode()


def aegis(count, at):
    """A plain file of Aegis, which both this program and cotp read."""
    info = {"algo": "SHA1", "digits": 6, "period": 30}
    entries = [
        {"type": "totp", "uuid": f"{place:032x}", "name": name, "issuer": issuer, "note": "", "icon": None,
         "info": {"secret": key, **info}}
        for place, (issuer, name, key) in enumerate(keys(count))
    ]
    file = {"version": 1, "header": {"slots": None, "params": None}, "db": {"version": 2, "entries": entries}}
    at.write_text(json.dumps(file))
    return str(at)


class Pulih:
    door, home, search = r"Passphrase", r"Locks in", "/"

    def __init__(self, program, folder, count):
        self.argv = [program, "--vault", f"{folder}/v.pulih", "--state", f"{folder}/s", "--config", f"{folder}/c.toml"]
        Path(f"{folder}/c.toml").touch()
        asked([*self.argv, "init"], [("assphrase", PASSPHRASE), ("gain", PASSPHRASE)])
        script = [*self.argv, "--passphrase-fd", "0", "import", aegis(count, Path(folder, "aegis.json")), "--yes", "--quiet"]
        asked(["sh", "-c", 'echo "$0" | "$@"', PASSPHRASE, *script], [])
        self.env = {}


class Cotp:
    door, home, search = r"assword", r"OTP|Issuer", "\x06"

    def __init__(self, program, folder, count):
        self.argv, self.env = [program, "-d", f"{folder}/c.db"], {}
        into = [*self.argv, "import", "--aegis", "--path", aegis(count, Path(folder, "aegis.json"))]
        asked(into, [("hoose", PASSPHRASE), ("etype", PASSPHRASE)])


class Tofa:
    door, home, search = r"assphrase", r"[▏▉█]", "/"

    def __init__(self, program, folder, count):
        self.argv, self.env = [program], {"TOFA_VAULT": f"{folder}/t.vault"}
        asked([program, "init"], [("assphrase", PASSPHRASE), ("onfirm", PASSPHRASE)], self.env)
        fixed = {"algorithm": "SHA1", "digits": 6, "period": 30}
        accounts = [{"issuer": issuer, "name": name, "secret": key, **fixed} for issuer, name, key in keys(count)]
        Path(folder, "a.json").write_text(json.dumps(accounts))
        asked([program, "import", f"{folder}/a.json"], [("assphrase", PASSPHRASE)], self.env)


PROGRAMS = {"cotp": Cotp, "pulih": Pulih, "tofa": Tofa}


def late(moments):
    """ms after the second, of bytes that come with it: where most do, the program follows the clock."""
    parts = sorted((moment % 1) * 1000 for moment in moments)
    return f"{parts[len(parts) // 2]:.1f}/{parts[-1]:.1f}" if parts and parts[len(parts) // 2] < 300 else "-"


def spread(took):
    return f"{statistics.median(took):.2f}/{statistics.quantiles(took, n=20)[18]:.2f}"


def measured(kind, program, count, seconds):
    with tempfile.TemporaryDirectory() as folder:
        it = kind(program, folder, count)
        began = time.monotonic()
        terminal = Terminal(it.argv, it.env)
        while not terminal.text().strip():
            terminal.read(PATIENCE)
        first = (time.monotonic() - began) * 1000
        terminal.wait(it.door)
        terminal.calm(0.3)
        terminal.send(PASSPHRASE)
        terminal.calm(0.3)
        terminal.seen, before, began = b"", terminal.cost()[0], time.monotonic()
        terminal.send("\r")
        terminal.wait(it.home)
        unlock, unlock_cpu = (time.monotonic() - began) * 1000, terminal.cost()[0] - before
        terminal.calm(0.5)
        moments, before, end = [], terminal.cost(), time.monotonic() + seconds
        while time.monotonic() < end:
            came, at = terminal.read(end - time.monotonic())
            if came and (not moments or at - moments[-1] > 0.02):
                moments.append(at)
        cpu, wake, writes, rss = terminal.cost()
        cpu, wake, writes = cpu - before[0], wake - before[1], writes - before[2]
        key = terminal.answers(["\x1b[B", "\x1b[A"], 100)
        terminal.send(it.search)
        search = terminal.answers(["s", "i", "9", "\x7f", "\x7f", "\x7f"], 100)
        terminal.end()
    return [
        f"{first:.1f}", f"{unlock:.0f}", f"{unlock_cpu:.0f}", f"{wake / seconds:.1f}", f"{writes / seconds:.1f}",
        f"{cpu / seconds / 10:.2f}", late(moments), f"{rss:.1f}", spread(key), spread(search),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accounts", default="10,10000")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("programs", nargs="+", metavar="NAME=PROGRAM")
    asked_for = parser.parse_args()
    heads = "program accounts first unlock cpu wake writes cpu% late rss key filter".split()
    print(" | ".join(heads))
    for count in map(int, asked_for.accounts.split(",")):
        for named in asked_for.programs:
            name, _, program = named.partition("=")
            row = measured(PROGRAMS[name], os.path.abspath(program), count, asked_for.seconds)
            print(" | ".join([name, str(count), *row]), flush=True)


if __name__ == "__main__":
    sys.exit(main())
