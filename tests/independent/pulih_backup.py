#!/usr/bin/env python3
"""Reads and writes Pulih backups. Written from part three of docs/vault-format.md alone.

    pulih_backup.py open FILE (--account NAME --password-fd N | --words-fd N) [--device linux] [--secrets]
    pulih_backup.py write DESCRIPTION.json FILE --account NAME --password-fd N [--words-fd N] [--device linux]
                    [--memory-mib 64 --passes 3 --lanes 4]
    pulih_backup.py vectors FOLDER      makes the vectors
    pulih_backup.py check FOLDER        reads all vectors, those of the program too, and compares the answers
"""

import argparse
import json
import os
import struct
import sys
import time
import unicodedata

import pulih_vault as vault
from pulih_vault import (
    EXT, I64, OLD_KEY, OTP, PROVIDER_PIN, RECOVERY_CODE, SEALED, SMALL_LIST, STRING, U32, U64, Bool, Choice, Fixed,
    List, Maybe, Number, Reader, Record, Refused, damaged, u32,
)

MAGIC = vault.BACKUP_MAGIC
DEVICES = {"any": 0, "linux": 1, "macos": 2, "windows": 3, "bsd": 4, "android": 5, "ios": 6}
KNOWN = (0x0002, 0x0010, 0x0042, 0x0043, 0x0044, 0x8040, 0x8041)

# The answers of section 17, the weightiest last.
ORDER = [
    "no such slot", "other computer", "too costly", "wrong account", "wrong words", "no memory", "damaged",
    "edited computer", "newer version",
]

NAME_ONLY = Record(("reason", Number("B", (1, 2, 3, 4))), ("type_name", STRING))
OPEN_PART = Record(
    ("key", Choice(("missing", NAME_ONLY), ("ready", OTP))), ("note", STRING),
    ("recovery_codes", List(RECOVERY_CODE, SMALL_LIST)), ("history", List(OLD_KEY, SMALL_LIST)), ("ext", EXT),
)
ACCOUNT = Record(
    ("id", Fixed(16)), ("kind", Number("B", (1, 2, 3))), ("passwordless", Bool()),
    ("protection", Number("B", (1, 2, 3))), ("issuer", STRING), ("name", STRING), ("groups", List(STRING, SMALL_LIST)),
    ("pinned", Bool()), ("use_count", U64), ("last_used", Maybe(I64)), ("created", I64), ("changed", I64),
    ("trashed", Maybe(I64)), ("accepted", Maybe(I64)), ("refused", Maybe(I64)),
    ("provider_pin", Maybe(PROVIDER_PIN)), ("icon", STRING),
    ("carried", Choice(("name", NAME_ONLY), ("open", OPEN_PART), ("sealed", SEALED))),
    check=lambda account: not account["passwordless"] or account["kind"] == 2,
)
PAYLOAD = Record(
    ("created", I64), ("recovery_account", STRING), ("computer", STRING), ("auto_lock_seconds", U32),
    ("groups", List(STRING, 10000)), ("accounts", List(ACCOUNT, 100000)),
    ("earlier", List(Record(("generation", U64), ("digest", Fixed(32))), 1000)), ("ext", EXT),
    check=lambda payload: normal_or_none(payload["recovery_account"]) == payload["recovery_account"],
)


def normal(name):
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).lower()).strip()
    if not 1 <= len(text.encode()) <= 256 or any(unicodedata.category(character) == "Cc" for character in text):
        raise ValueError("not a name of a recovery account")
    return text


def normal_or_none(name):
    try:
        return normal(name)
    except ValueError:
        return None


def recovery_key(name, password, salt, memory, passes, lanes):
    vault.check_cost(memory, passes, lanes)
    parts = [vault.passphrase_bytes(password), normal(name).encode()]
    return vault.argon2id(vault.enc("PULIH1 recovery", parts), salt, memory, passes, lanes)


# -- 14, 15: container and slots -----------------------------------------------------------------------


class Slot:
    def __init__(self, value):
        if len(value) < 17:
            raise damaged()
        self.kind, self.head, self.box = value[0], value, b""
        if self.kind == 6:
            if len(value) != 165:
                raise damaged()
            self.memory, self.passes, self.lanes = struct.unpack("<III", value[17:29])
            self.salt = value[29:61]
            if self.memory < 8192 or self.passes < 1 or not 1 <= self.lanes <= 16:
                raise damaged()
            self.head, self.box = value[:61], value[61:]
        elif self.kind == 2:
            if len(value) != 121:
                raise damaged()
            self.head, self.box = value[:17], value[17:]


class Header:
    """Reads a header at the start of `data`."""

    def __init__(self, data):
        if len(data) < 16 or data[:8] != MAGIC:
            raise damaged()
        version, least, length = struct.unpack("<HHI", data[8:16])
        if version == 0 or least == 0 or least > version:
            raise damaged()
        if least > 1:
            raise Refused("newer version")
        if length > 65536 or len(data) < 16 + length:
            raise damaged()
        self.bytes = data[: 16 + length]
        self.parts, self.slots = {}, []
        self.read_parts(self.bytes[16:])

    def read_parts(self, body):
        before, values = -1, []
        while body:
            if len(body) < 6:
                raise damaged()
            tag, length = struct.unpack("<HI", body[:6])
            value, body = body[6 : 6 + length], body[6 + length :]
            if len(value) != length or tag < before or (tag == before and tag != 0x0010):
                raise damaged()
            before = tag
            values.append((tag, value))
        if any(tag & 0x8000 and tag not in KNOWN for tag, _ in values):
            raise Refused("newer version")
        self.slots = [Slot(value) for tag, value in values if tag == 0x0010]
        self.parts = {tag: value for tag, value in values if tag != 0x0010}
        for tag, length in ((0x0002, 8), (0x0042, 8), (0x0044, 32), (0x8040, 16), (0x8041, 1)):
            if len(self.parts.get(tag, b"")) != length:
                raise damaged()
        version = self.parts.get(0x0043)
        if version is None or len(version) > 32 or any(not 33 <= byte <= 126 for byte in version):
            raise damaged()
        kinds = [slot.kind for slot in self.slots]
        if not 1 <= len(kinds) <= 16 or kinds.count(6) > 8:
            raise damaged()
        self.set_id, self.device = self.parts[0x8040], self.parts[0x8041][0]


def read_container(data):
    if len(data) > vault.LARGEST_FILE:
        raise Refused("too large")
    views, answers = [], []
    for read in (front, mirror):
        try:
            views.append(read(data))
            if views[0].whole:
                return views
        except Refused as refused:
            answers.append(refused.answer)
    if views:
        return views
    if "newer version" in answers:
        raise Refused("newer version")
    for start, answer in ((MAGIC, "damaged"), (vault.MAGIC, "a vault"), (vault.EXPORT_MAGIC, "an export")):
        if data[:4] and start.startswith(data[:4]):
            raise Refused(answer)
    raise Refused("damaged" if data.endswith(vault.END_MAGIC) else "not a backup")


def front(data):
    return vault.View(data, Header(data))


def mirror(data):
    if len(data) < 12 or not data.endswith(vault.END_MAGIC):
        raise damaged()
    length = struct.unpack("<I", data[-12:-8])[0]
    if length > len(data) - 12:
        raise damaged()
    header = Header(data[len(data) - 12 - length : len(data) - 12])
    if len(header.bytes) != length:
        raise damaged()
    view = vault.View(data, header)
    view.whole = False
    return view


# -- opening -------------------------------------------------------------------------------------------


def open_backup(data, opener, running):
    """`opener` is ("account", name, password) or ("words", text); `running` is the number of the own kind."""
    worst = "no such slot"
    for view in read_container(data):
        try:
            key = set_key(view.header, opener, running)
            try:
                plain = vault.unseal(key, "payload", view.header.bytes, view.payload)
            except Refused:
                raise damaged() from None
            return view, key, read_payload(plain)
        except Refused as refused:
            worst = max(worst, refused.answer, key=ORDER.index)
    raise Refused("other computer" if worst == "edited computer" else worst)


def set_key(header, opener, running):
    wanted, worst = {"account": 6, "words": 2}[opener[0]], "no such slot"
    if header.device not in (0, running):
        raise Refused("other computer")
    for slot in header.slots:
        if slot.kind != wanted:
            continue
        try:
            return try_slot(header, slot, slot_key(slot, opener))
        except Refused as refused:
            worst = max(worst, refused.answer, key=ORDER.index)
    raise Refused(worst)


def slot_key(slot, opener):
    if opener[0] == "account":
        return recovery_key(opener[1], opener[2], slot.salt, slot.memory, slot.passes, slot.lanes)
    return vault.words_key(vault.words_to_entropy(opener[1]))


def try_slot(header, slot, key):
    def opened(device):
        return vault.unseal(key, "slot", header.set_id + bytes([device]) + slot.head, slot.box)

    try:
        return opened(header.device)
    except Refused as refused:
        if refused.answer != "wrong key":
            raise
    for device in range(7):
        try:
            opened(device)
        except Refused:
            continue
        raise damaged() if device == 0 else Refused("edited computer")
    raise Refused("wrong account" if slot.kind == 6 else "wrong words")


def read_payload(padded):
    return vault.read_numbered(PAYLOAD, vault.unpad(padded))


# -- writing -------------------------------------------------------------------------------------------


class Maker:
    """A set, and files of it."""

    def __init__(self, chance, device=0, set_id=None):
        self.chance, self.device = chance, device
        self.set_id, self.key = set_id or chance(16), chance(32)
        self.slots = []

    def bound(self, kind, key, kdf=b""):
        head = bytes([kind]) + self.chance(16) + kdf
        return head + vault.seal(key, "slot", self.set_id + bytes([self.device]) + head, self.key, self.chance)

    def with_account(self, name, password, memory=8192, passes=1, lanes=1):
        salt = self.chance(32)
        key = recovery_key(name, password, salt, memory, passes, lanes)
        self.slots.append(self.bound(6, key, struct.pack("<III", memory, passes, lanes) + salt))
        return self

    def with_words(self, words):
        self.slots.append(self.bound(2, vault.words_key(vault.words_to_entropy(words))))
        return self

    def header(self, generation=1, created=1_800_000_000, previous=bytes(32), version=b"9.9.9", extra=(), least=1):
        parts = [
            (0x0002, struct.pack("<Q", generation)), *((0x0010, slot) for slot in self.slots),
            (0x0042, struct.pack("<q", created - created % 60)), (0x0043, version), (0x0044, previous),
            (0x8040, self.set_id), (0x8041, bytes([self.device])), *extra,
        ]
        body = b"".join(vault.part(tag, value) for tag, value in sorted(parts, key=lambda part: part[0]))
        return MAGIC + struct.pack("<HHI", least, least, len(body)) + body

    def file(self, payload, header=None, schema=1):
        header = header or self.header()
        padded = vault.pad(struct.pack("<H", schema) + PAYLOAD.write(payload))
        return vault.assemble(header, self.key, padded, self.chance)


def blank_account(**given):
    account = {
        "id": bytes(16), "kind": 1, "passwordless": False, "protection": 1, "issuer": "", "name": "", "groups": [],
        "pinned": False, "use_count": 0, "last_used": None, "created": 0, "changed": 0, "trashed": None,
        "accepted": None, "refused": None, "provider_pin": None, "icon": "",
        "carried": {"name": {"reason": 1, "type_name": ""}},
    }
    return account | given


def opened_part(**given):
    part = {"key": {"ready": vault.blank_otp()}, "note": "", "recovery_codes": [], "history": [], "ext": []}
    return {"open": part | given}


def payload_of(accounts, **given):
    payload = {
        "created": 1_800_000_000_123, "recovery_account": "mira@example.com", "computer": "lamp",
        "auto_lock_seconds": 300, "groups": [], "accounts": accounts, "earlier": [], "ext": [],
    }
    return payload | given


# -- commands ------------------------------------------------------------------------------------------


def command_open(options):
    with open(options.file, "rb") as file:
        data = file.read(vault.LARGEST_FILE + 1)
    if options.words_fd is not None:
        opener = ("words", vault.line_from(options.words_fd))
    else:
        opener = ("account", options.account, vault.line_from(options.password_fd))
    view, _, payload = open_backup(data, opener, DEVICES[options.device])
    shown = vault.to_json(payload)
    head = {
        "set": view.header.set_id.hex(), "generation": struct.unpack("<Q", view.header.parts[2])[0],
        "device": view.header.device, "healed": not view.whole,
    }
    print(json.dumps(head | (shown if options.secrets else vault.hide(shown)), indent=1, ensure_ascii=False))


def command_write(options):
    with open(options.description, encoding="utf-8") as file:
        description = json.load(file)
    accounts = []
    for given in vault.from_json(description, os.urandom)["accounts"]:
        public = {name: given[name] for name, _ in ACCOUNT.fields if name in given}
        credential = given["credential"]
        if "sealed" in credential:
            carried = {"sealed": credential["sealed"]}
        elif given["protection"] == 1 and "ready" in credential:
            fields = ("note", "recovery_codes", "history", "ext")
            carried = opened_part(key={"ready": credential["ready"]}, **{name: given[name] for name in fields})
        else:
            carried = {"name": {"reason": 1, "type_name": ""}}
        accounts.append(blank_account(**public) | {"carried": carried})
    maker = Maker(os.urandom, DEVICES[options.device])
    cost = options.memory_mib * 1024, options.passes, options.lanes
    maker.with_account(options.account, vault.line_from(options.password_fd), *cost)
    if options.words_fd is not None:
        maker.with_words(vault.line_from(options.words_fd))
    now = time.time()
    payload = payload_of(accounts, created=int(now * 1000), recovery_account=normal(options.account))
    data = maker.file(payload, maker.header(created=int(now)))
    fd = os.open(options.file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(fd, "wb") as file:
        file.write(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("open", "write"):
        command = commands.add_parser(name)
        if name == "write":
            command.add_argument("description")
            command.add_argument("--memory-mib", type=int, default=64)
            command.add_argument("--passes", type=int, default=3)
            command.add_argument("--lanes", type=int, default=4)
        else:
            command.add_argument("--secrets", action="store_true")
        command.add_argument("file")
        command.add_argument("--account")
        command.add_argument("--password-fd", type=int)
        command.add_argument("--words-fd", type=int)
        command.add_argument("--device", choices=DEVICES, default="linux")
    for name in ("vectors", "check"):
        commands.add_parser(name).add_argument("folder")
    options = parser.parse_args()
    if options.command == "open":
        command_open(options)
    elif options.command == "write":
        command_write(options)
    else:
        import pulih_backup_vectors

        pulih_backup_vectors.run(options)


if __name__ == "__main__":
    try:
        main()
    except Refused as refused:
        print(f"refused: {refused.answer}", file=sys.stderr)
        sys.exit(4)
