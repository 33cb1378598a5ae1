"""The vectors of docs/vault-format.md: made here, checked here and by the program's own tests.

vectors.json  whole files: pieces, what opens them, the expected answer, the expected content
exports.json  whole exports, in the same way
records.json  payload records, with the expected answer
known.json    known answers of every construction
"""

import hashlib
import json
import os
import struct

from pulih_vault import (
    BACKUP_MAGIC, END_MAGIC, EXPORT_MAGIC, MAGIC, PAYLOAD, Refused, argon2id, assemble, blank_account, blank_missing,
    blank_otp, enc, entropy_to_words, hkdf, make_header, make_passphrase_slot, make_slot, open_vault, pad,
    padded_size, passphrase_key, read_payload, seal, to_json, u32, words_key, write_payload,
)

COST = 8192, 1, 1
PASSPHRASE = "correct horse battery"
ENTROPY = bytes(range(16))
WORDS = entropy_to_words(ENTROPY)
STORE_KEY = hashlib.sha256(b"key store").digest()
WHEN = 1700000000000


class Chance:
    """Bytes that look random and are the same in every run."""

    def __init__(self, seed):
        self.seed, self.count = seed.encode(), 0

    def __call__(self, length):
        out = b""
        while len(out) < length:
            out += hashlib.sha256(self.seed + struct.pack("<Q", self.count)).digest()
            self.count += 1
        return out[:length]


# -- samples --------------------------------------------------------------------------------------


def slots_of_contacts(chance):
    contact = {"memory": 65536, "passes": 3, "lanes": 4}
    return [
        contact | {"contact_kind": 1, "hint": "m•••@e•••.com", "salt": chance(32), "sealed": chance(104)},
        contact | {"contact_kind": 2, "hint": "+46 •• ••• •• 67", "salt": chance(32), "sealed": chance(104)},
    ]


def ready(**given):
    return {"ready": blank_otp(**given)}


def every_kind(chance):
    """Accounts that use every field, every choice and every number of schema 1."""
    key = b"12345678901234567890"
    motp = {"otp_type": 4, "algorithm": 0, "period": 10, "pin": "1234"}
    yandex = {"otp_type": 5, "algorithm": 2, "digits": 8, "pin": "5239"}
    label = {"issuer": "Harbour Bank", "name": "mira", "otp_type": 1, "algorithm": 3, "digits": 8, "period": 60}
    accounts = [
        blank_account(issuer="GitHub", name="mira@example.com", credential=ready(key=key)),
        blank_account(
            issuer="Långa Bolaget", name="åsa", note="två rader\nunder varandra", groups=["Work", "Älvor"], pinned=True,
            kind=3, protection=3, use_count=7, last_used=WHEN + 5, changed=WHEN + 9, trashed=WHEN + 11,
            accepted=WHEN + 13, refused=WHEN + 17, icon="longa",
            credential=ready(key=b"\x00\xff" * 32, algorithm=3, digits=10, period=86400),
            recovery_codes=[{"code": b"AAAA-1111", "used": True}, {"code": b"BBBB-2222", "used": False}],
            history=[{"otp": blank_otp(key=b"old key", algorithm=2), "replaced": WHEN + 19}],
            provider_pin={
                "issuer": "https://login.example.com", "subject": "a-b-c", "confirmed": WHEN + 23, "second_factor": 2,
            },
        ),
        blank_account(issuer="Counter", credential=ready(otp_type=2, key=key, digits=8, period=0, counter=(1 << 63) - 1)),
        blank_account(issuer="Steam", credential=ready(otp_type=3, key=key, digits=5)),
        blank_account(issuer="Old phone", credential=ready(key=b"0123456789abcdef", **motp)),
        blank_account(issuer="Kupon", credential=ready(key=b"Free Text G", **motp)),
        blank_account(issuer="Yandex", credential=ready(key=key[:16], **yandex)),
        blank_account(issuer="One byte", kind=2, passwordless=True, protection=3, credential=ready(key=b"\x80", digits=1, period=1)),
        blank_account(
            issuer="Harbour Bank", name="renamed", kind=2, protection=2,
            credential={"sealed": {"seal_id": chance(16), "label": label, "slots": slots_of_contacts(chance), "sealed": chance(150)}},
        ),
        blank_account(
            issuer="Ferry", protection=2, credential=ready(key=key, algorithm=2),
            sign_in={"account_key": chance(32), "slots": slots_of_contacts(chance), "seal_id": chance(16)},
            provider_pin={"issuer": "https://id.example.com", "subject": "9", "confirmed": WHEN, "second_factor": 1},
        ),
        blank_account(
            issuer="School", kind=3, protection=3,
            credential={"missing": blank_missing(reason=2, type_name="totp", device_sealed=chance(120))},
        ),
        blank_account(issuer="Library", kind=3, protection=3, credential={"missing": blank_missing()}),
        blank_account(issuer="From a file", credential={"missing": blank_missing(reason=3)}),
        blank_account(issuer="From another", credential={"missing": blank_missing(reason=4, type_name="yandex")}),
        blank_account(
            issuer="Of tomorrow", credential=ready(key=key),
            ext=[{"number": 9, "value": b"\x01\x02"}, {"number": 9, "value": b""}, {"number": 65535, "value": b"x" * 40}],
        ),
    ]
    for account in accounts:
        account["id"] = chance(16)
        account["created"] = WHEN
        account["changed"] = account["changed"] or WHEN
    return accounts


def payload_of(accounts, chance, **given):
    payload = {
        "created": WHEN, "mark_key": chance(32), "words_key": None, "auto_lock_seconds": 300, "groups": [],
        "accounts": accounts, "ext": [],
    }
    return payload | given


# -- whole files --------------------------------------------------------------------------------------


class Maker:
    """A vault under construction, so that a vector can break just one thing of it."""

    def __init__(self, seed, payload=None):
        self.chance = Chance(seed)
        self.vault_id, self.vault_key, self.writer = self.chance(16), self.chance(32), self.chance(16)
        self.payload = payload or payload_of([], self.chance)
        self.padded = None
        self.generation = struct.pack("<Q", 41)
        self.extra, self.slots = [], [self.passphrase_slot()]
        self.version = self.least_reader = 1
        self.magic = MAGIC

    def passphrase_slot(self, text=PASSPHRASE, cost=COST):
        return make_passphrase_slot(self.vault_id, self.vault_key, text, *cost, self.chance)

    def costly_slot(self, memory, passes, lanes):
        """A slot that nobody can afford to open: its box is never looked at."""
        return b"\x01" + self.chance(16) + struct.pack("<III", memory, passes, lanes) + self.chance(32 + 104)

    def key_slot(self, kind, key):
        return make_slot(self.vault_id, self.vault_key, kind, key, self.chance)

    def parts(self):
        parts = [(1, self.vault_id), (2, self.generation), (3, self.writer)] + [(0x10, slot) for slot in self.slots]
        return sorted(parts + self.extra, key=lambda part: part[0])

    def header(self):
        return make_header(self.parts(), self.version, self.least_reader, self.magic)

    def file(self, header=None):
        padded = self.padded if self.padded is not None else write_payload(self.payload)
        return assemble(header or self.header(), self.vault_key, padded, self.chance)


class Book:
    """All vectors, and the files they are made of."""

    def __init__(self, folder):
        self.folder, self.vectors, self.contents = folder, [], {}

    def keep(self, name, data, payload=None):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(data)
        if payload is not None:
            self.contents[name] = to_json(payload)

    def add(self, what, pieces, opener, expect, content=None, remarks=()):
        pieces = [short for piece in pieces for short in (runs(bytes.fromhex(piece["hex"])) if "hex" in piece else [piece])]
        vector = {"what": what, "pieces": pieces, "opener": opener, "expect": expect}
        if expect == "open":
            vector |= {"content": content, "healed": "healed" in remarks}
        self.vectors.append(vector)


def whole(name):
    return [{"file": name}]


def raw(data):
    return [{"hex": data.hex()}]


def around(header, name, size, start):
    """A header and its mirror around the payload of another file, which it does not fit: only its form is looked at."""
    tail = header + u32(len(header)) + END_MAGIC
    return [{"hex": header.hex()}, {"file": name, "from": start, "to": start + size}, {"hex": tail.hex()}]


def changed(name, data, edits):
    """A file with some bytes replaced."""
    pieces, at = [], 0
    for start, new in sorted(edits):
        pieces += [{"file": name, "from": at, "to": start}, {"hex": new.hex()}]
        at = start + len(new)
    return pieces + [{"file": name, "from": at, "to": len(data)}]


BY_PASSPHRASE = {"passphrase": PASSPHRASE}


def make_files(book):
    chance = Chance("every kind")
    groups = ["Empty", "Work", "Älvor"]
    small = Maker("small", payload_of(every_kind(chance), chance, groups=groups, words_key=words_key(ENTROPY)))
    small.slots += [small.key_slot(2, words_key(ENTROPY)), small.key_slot(3, STORE_KEY)]
    book.keep("small.bin", small.file(), small.payload)
    empty = Maker("empty")
    book.keep("empty.bin", empty.file(), empty.payload)

    tomorrow = Maker("tomorrow", payload_of([], chance, ext=[{"number": 77, "value": b"of tomorrow"}, {"number": 1, "value": b""}]))
    tomorrow.slots.insert(0, b"\x05" + chance(16) + chance(33))
    tomorrow.slots.append(b"\xff" + chance(16))
    tomorrow.extra = [(0x0007, b"kept"), (0x0099, b""), (0x7FFF, bytes(300))]
    tomorrow.version = 2
    book.keep("tomorrow.bin", tomorrow.file(), tomorrow.payload)

    two = Maker("two")
    two.slots = [two.passphrase_slot("another one", (8192, 2, 4)), two.costly_slot(1 << 20, 9, 4), two.passphrase_slot("cafe\u0301 \ufb01", (9000, 1, 3))]
    book.keep("two-passphrases.bin", two.file(), two.payload)

    long = Maker("long", payload_of([blank_account(id=bytes([n]) * 16, note="n" * 4096) for n in range(5)], chance))
    book.keep("longer.bin", long.file(), long.payload)
    large = Maker("large", payload_of([blank_account(id=bytes([n]) * 16, note="m" * 65536) for n in range(4)], chance))
    book.keep("large.bin", large.file(), large.payload)


def make_openings(book):
    for opener in (BY_PASSPHRASE, {"words": WORDS}, {"key": STORE_KEY.hex()}):
        book.add(f"opens with {next(iter(opener))}", whole("small.bin"), opener, "open", "small.bin")
    four = " ".join(word[:4].upper() for word in WORDS.split())
    book.add("four letters of a word are enough", whole("small.bin"), {"words": "  " + four.replace(" ", "\n")}, "open", "small.bin")
    book.add("an empty vault opens", whole("empty.bin"), BY_PASSPHRASE, "open", "empty.bin")
    book.add("unknown parts, slots and ext are passed over, version 2 with least reader 1", whole("tomorrow.bin"), BY_PASSPHRASE, "open", "tomorrow.bin")
    for text in ("another one", "caf\u00e9 fi", "cafe\u0301 \ufb01"):
        book.add("each passphrase slot opens, after NFKC", whole("two-passphrases.bin"), {"passphrase": text}, "open", "two-passphrases.bin")
    book.add("a payload of 32 KiB", whole("longer.bin"), BY_PASSPHRASE, "open", "longer.bin")
    book.add("a payload padded by Padmé", whole("large.bin"), BY_PASSPHRASE, "open", "large.bin")
    wrong = {"passphrase": PASSPHRASE + " "}, {"words": "zoo " * 11 + "wrong"}, {"key": "00" * 32}
    for opener in wrong:
        book.add(f"another {next(iter(opener))}", whole("small.bin"), opener, "wrong key")
        if "passphrase" not in opener:
            book.add(f"no slot for {next(iter(opener))}", whole("empty.bin"), opener, "no such slot")
    book.add("wrong key says more than too costly", whole("two-passphrases.bin"), {"passphrase": "neither"}, "wrong key")


def make_healed(book, read):
    data = read("small.bin")
    header = data[: 16 + struct.unpack("<I", data[12:16])[0]]
    size, end = len(header), len(data)
    second = end - 12 - size
    add = lambda what, edits, expect="open", remark="healed": book.add(
        what, changed("small.bin", data, edits), BY_PASSPHRASE, expect, "small.bin", [remark]
    )
    for what, at in (("magic", 1), ("version", 8), ("least reader", 10), ("length", 12), ("tag", 17), ("vault id", 30), ("generation", 45), ("slot kind", 80), ("slot price", 99), ("slot salt", 120), ("slot box", 200), ("last byte", size - 1)):
        flipped = bytes([data[at] ^ 1])
        add(f"front header damaged: {what}", [(at, flipped)])
        add(f"mirror damaged: {what}", [(second + at, flipped)])
    add("length of the mirror damaged", [(end - 12, bytes([data[end - 12] ^ 4]))])
    add("end magic damaged", [(end - 1, b"\x01")])
    add("a newer version in front only is damage that heals", [(8, b"\x02\x00\x02\x00")])
    add("price in front raised beyond all bounds", [(97, b"\xff\xff\xff\xff")])
    add("both headers damaged in the same place", [(45, b"\x07"), (second + 45, b"\x07")], "damaged")
    add("both headers damaged, in different places", [(1, b"Q"), (second + 1, b"Q")], "damaged")
    for what, at in (("nonce", size), ("commitment", size + 24), ("first byte", size + 56), ("last byte of the tag", second - 1)):
        add(f"payload damaged: {what}", [(at, bytes([data[at] ^ 1]))], "damaged")
    for cut in (1, 8, 12, 13, 500, end - 20, end - 8, end - 3, end - 1):
        book.add(f"cut by {cut}", [{"file": "small.bin", "from": 0, "to": end - cut}], BY_PASSPHRASE, "damaged")
    for more in (1, 63, 16384):
        book.add(f"{more} bytes too long", whole("small.bin") + raw(bytes(more)), BY_PASSPHRASE, "damaged")
    book.add("line ends translated", raw(data[:4]) + [{"file": "small.bin", "from": 5, "to": end - 3}], BY_PASSPHRASE, "damaged")
    other = read("empty.bin")
    other_size = 16 + struct.unpack("<I", other[12:16])[0]
    payload = [{"file": "small.bin", "from": size, "to": second}]
    head = [{"file": "empty.bin", "from": 0, "to": other_size}]
    tail = [{"file": "empty.bin", "from": len(other) - 12 - other_size, "to": len(other)}]
    book.add("the payload of another vault", head + payload + tail, BY_PASSPHRASE, "damaged")


def make_foreign(book):
    answers = [
        ("an empty file", b"", "not a vault"), ("JSON", b'{"db": {"entries": []}}', "not a vault"),
        ("zeros", bytes(20000), "not a vault"), ("a backup", BACKUP_MAGIC + bytes(100), "a backup"),
        ("an export", EXPORT_MAGIC + bytes(100), "an export"), ("one byte of the magic", b"\x89", "damaged"),
        ("the magic alone", b"\x89PLV\r\n\x1a\n", "damaged"), ("only the end of a vault", bytes(90) + END_MAGIC, "damaged"),
    ]
    for what, data, expect in answers:
        book.add(what, raw(data), BY_PASSPHRASE, expect)
    book.add("more than 64 MiB", [{"hex": b"\x89PLV\r\n\x1a\n".hex()}, {"byte": 0, "times": 64 * 1024 * 1024}], BY_PASSPHRASE, "too large")


def make_headers(book, read):
    """Headers whose form breaks one rule, twice in the file so that the mirror does not help."""
    data = read("empty.bin")
    start = 16 + struct.unpack("<I", data[12:16])[0]
    size = len(data) - 12 - 2 * start

    def add(what, expect, change=None, edit=None, opener=BY_PASSPHRASE, short=0):
        maker = Maker("header " + what)
        if change:
            change(maker)
        header = maker.header()
        header = edit(header) if edit else header
        book.add(what, around(header, "empty.bin", size - short, start), opener, expect)

    def put(**given):
        return lambda maker: maker.__dict__.update(given)

    add("container version 0", "damaged", put(version=0, least_reader=0))
    add("least reader 0", "damaged", put(least_reader=0))
    add("least reader above the version", "damaged", put(least_reader=2))
    add("a newer container", "newer version", put(version=2, least_reader=2))
    add("the newest container", "newer version", put(version=65535, least_reader=65535))
    add("a critical part that is unknown", "newer version", put(extra=[(0x8050, b"x")]))
    add("a critical part of backups", "newer version", put(extra=[(0x8041, b"\x01")]))
    add("a critical part that is unknown and no slot", "newer version", put(extra=[(0x8050, b"")], slots=[]))
    add("no slot", "damaged", put(slots=[]))
    add("a vault id of 15 bytes", "damaged", lambda maker: put(vault_id=maker.vault_id[:15])(maker))
    add("a vault id of 17 bytes", "damaged", lambda maker: put(vault_id=maker.vault_id + b"x")(maker))
    add("a generation of 7 bytes", "damaged", put(generation=bytes(7)))
    add("a writer of 0 bytes", "damaged", put(writer=b""))
    for tag, name in ((1, "vault id"), (2, "generation"), (3, "writer")):
        def drop(header, tag=tag):
            return make_header([part for part in Maker("header").parts() if part[0] != tag])

        def double(header, tag=tag):
            return make_header([part for part in Maker("header").parts() for _ in range(1 + (part[0] == tag))])

        add(f"no {name}", "damaged", edit=drop)
        add(f"two of {name}", "damaged", edit=double)
    add("an unknown part twice", "damaged", put(extra=[(0x0020, b"a"), (0x0020, b"b")]))
    add("tags that decrease", "damaged", edit=lambda header: make_header(list(reversed(Maker("header").parts()))))
    add("a part longer than the header", "damaged", edit=lambda header: header[:18] + u32(4000) + header[22:])
    add("a part cut in its tag", "damaged", edit=lambda header: header[:12] + u32(len(header) - 16 + 3) + header[16:] + b"\x20\x00\x00")
    add("16 slots", "wrong key", lambda maker: put(slots=maker.slots[:1] + [b"\x03" + bytes(120)] * 15)(maker), opener={"key": "11" * 32})
    add("17 slots", "damaged", lambda maker: put(slots=maker.slots + [b"\x03" + bytes(120)] * 16)(maker))
    add("9 passphrase slots", "damaged", lambda maker: put(slots=[maker.costly_slot(8192, 1, 1)] * 9)(maker))
    for length in (0, 16):
        add(f"a slot of {length} bytes", "damaged", put(slots=[b"\x09" * length]))
    for kind, length in ((1, 165), (2, 121), (3, 121)):
        for other in (-1, 1):
            def resize(maker, kind=kind, length=length + other):
                maker.slots = [bytes([kind]) + bytes(16) + struct.pack("<III", 8192, 1, 1) + bytes(length - 29)]
            add(f"a slot of kind {kind} with {length + other} bytes", "damaged", resize)
    for cost in ((8191, 1, 1), (8192, 0, 1), (8192, 1, 0), (8192, 1, 17), (0, 0, 0)):
        add(f"price {cost} below the least", "damaged", lambda maker, cost=cost: put(slots=[maker.costly_slot(*cost)])(maker))
    for cost in ((1048577, 1, 1), (8192, 17, 1), (1048576, 9, 1), (0xFFFFFFFF, 1, 1), (0xFFFFFFFF, 0xFFFFFFFF, 16)):
        add(f"price {cost} above the most", "too costly", lambda maker, cost=cost: put(slots=[maker.costly_slot(*cost)])(maker))
    add("a header longer than its bound", "damaged", put(extra=[(0x0020, bytes(65536))]))
    add("a payload of no padded size", "damaged", short=16)
    add("a payload of nothing", "damaged", short=size - 72)


def make_payloads(book):
    """Sealed as they should be, with a content that breaks a rule."""

    def add(what, expect, padded):
        maker = Maker("payload " + what)
        maker.padded = padded
        name = what.replace(" ", "-") + ".bin"
        book.keep(name, maker.file())
        book.add(what, whole(name), BY_PASSPHRASE, expect)

    payload = payload_of([], Chance("payloads"))
    good = write_payload(payload)
    add("schema 2", "newer version", write_payload(payload, 2))
    add("padding not zero", "damaged", good[:-1] + b"\x01")
    add("padding not the least", "damaged", good + bytes(16384))
    add("a byte left over", "damaged", pad(good[4 : 4 + struct.unpack("<I", good[:4])[0]] + b"\x00"))

    # The slot opens and the vault key is right, and the slot says another vault's id.
    maker = Maker("moved slot")
    maker.vault_id = bytes(16)
    book.keep("moved-slot.bin", maker.file())
    book.add("a slot moved into another vault", whole("moved-slot.bin"), BY_PASSPHRASE, "wrong key")


# -- exports ------------------------------------------------------------------------------------------


def make_exports(folder, read):
    """Exports: whole, under another password, healed, damaged, and what is none."""
    book, chance = Book(folder), Chance("an export")
    accounts = [account for account in every_kind(chance) if account["trashed"] is None and account["protection"] != 3]
    for account in accounts:
        account["sign_in"] = None
    maker = Maker("export", payload_of(accounts, chance, groups=["Empty", "Work", "Älvor"]))
    maker.magic, maker.generation = EXPORT_MAGIC, struct.pack("<Q", 1)
    data = maker.file()
    book.keep("whole.pulih-export", data, maker.payload)
    name, size = "whole.pulih-export", len(maker.header())

    def add(what, pieces, expect, password=PASSPHRASE, remarks=()):
        book.add(what, pieces, {"passphrase": password}, expect, name, remarks)

    add("opens", whole(name), "open")
    add("another password", whole(name), "wrong key", PASSPHRASE + "!")
    add("front header damaged", changed(name, data, [(45, b"\x77")]), "open", remarks=["healed"])
    add("mirror damaged", changed(name, data, [(len(data) - 12 - size + 45, b"\x77")]), "open", remarks=["healed"])
    add("payload damaged", changed(name, data, [(size + 100, bytes([data[size + 100] ^ 1]))]), "damaged")
    add("cut", [{"file": name, "from": 0, "to": len(data) - 700}], "damaged")
    add("line ends translated", raw(data[:4]) + [{"file": name, "from": 5, "to": len(data) - 3}], "damaged")
    add("too short", raw(EXPORT_MAGIC), "damaged")
    for what, first in (("a vault", MAGIC), ("a backup", BACKUP_MAGIC)):
        add(what, raw(first + bytes(100)), "not an export")
    # The content fits, the magic does not: what was sealed as a vault does not become an export.
    vault = read("empty.bin")
    second = len(vault) - 12 - 16 - struct.unpack("<I", vault[12:16])[0]
    pieces = [{"hex": EXPORT_MAGIC.hex()}, {"file": "../vault/empty.bin", "from": 8, "to": second}]
    pieces += [{"hex": EXPORT_MAGIC.hex()}, {"file": "../vault/empty.bin", "from": second + 8, "to": len(vault)}]
    add("a vault with the magic of an export", pieces, "damaged")
    contents = {name: shorten(content) for name, content in book.contents.items()}
    write_json(folder, "exports.json", {"vectors": book.vectors, "contents": contents})


# -- records --------------------------------------------------------------------------------------


def make_records():
    chance = Chance("records")
    good = payload_of(every_kind(chance), chance, groups=["Work", "Älvor"])
    records = []

    def add(what, expect, inside):
        records.append({"what": what, "expect": expect, "inside": inside.hex()})

    def encoded(payload, schema=1):
        return struct.pack("<H", schema) + PAYLOAD.write(payload)

    def account(what, expect="damaged", **given):
        groups = sorted(set(given.get("groups", [])))
        add(what, expect, encoded(payload_of([blank_account(**given)], Chance("a"), groups=groups)))

    def otp(what, **given):
        account(what, credential=ready(**({"key": b"12345678901234567890"} | given)))

    add("every field and number", "open", encoded(good))
    add("schema 0", "damaged", encoded(good, 0))
    add("schema 2", "newer version", encoded(good, 2))
    add("schema 65535", "newer version", struct.pack("<H", 65535))
    add("nothing", "damaged", b"")
    add("half a schema", "damaged", b"\x01")
    add("a schema alone", "damaged", b"\x01\x00")
    short = encoded(payload_of([blank_account(credential=ready(key=b"k"))], Chance("a")))
    for cut in range(1, len(short) - 2, 7):
        add(f"cut by {cut}", "damaged", short[:-cut])
    add("a byte left over", "damaged", short + b"\x00")
    bare = payload_of([], Chance("a"))
    head = struct.pack("<Hq", 1, WHEN) + bytes(32) + b"\x00" + u32(300)
    assert encoded(bare)[: 2 + 8] == head[:10]
    for count in (1 << 63, (1 << 64) - 1, 1 << 40, 100001, 67108865):
        number = struct.pack("<Q", count)
        add(f"{count} groups", "damaged", head + number + bytes(64))
        add(f"{count} accounts", "damaged", head + bytes(8) + number + bytes(64))
        add(f"a group of {count} bytes", "damaged", head + struct.pack("<Q", 1) + number + bytes(64))
        add(f"{count} ext", "damaged", head + bytes(16) + number + bytes(64))
    add("words key neither there nor not", "damaged", head[:42] + b"\x02" + head[43:] + bytes(24))
    add("a group that is not UTF-8", "damaged", head + struct.pack("<QQ", 1, 2) + b"\xc3\x28" + bytes(16))
    for count, expect in ((1000, "open"), (1001, "damaged")):
        add(f"{count} ext that are empty", expect, encoded(bare | {"ext": [{"number": 5, "value": b""}] * count}))
        account(f"{count} groups of an account", expect, groups=["g"] * count)
        account(f"{count} recovery codes", expect, recovery_codes=[{"code": b"", "used": False}] * count)
    for length, expect in ((65536, "open"), (65537, "damaged")):
        account(f"a note of {length} bytes", expect, note="n" * length)
        account(f"a recovery code of {length} bytes", expect, recovery_codes=[{"code": bytes(length), "used": False}])
    for length, expect in ((1048576, "open"), (1048577, "damaged")):
        add(f"an ext of {length} bytes", expect, encoded(bare | {"ext": [{"number": 5, "value": bytes(length)}]}))
    with_account = encoded(payload_of([blank_account()], Chance("a")))
    at = len(head) + 8 + 8 + 16
    assert with_account[at : at + 3] == b"\x01\x00\x01"
    for kind in (0, 4, 255):
        add(f"kind {kind}", "damaged", with_account[:at] + bytes([kind]) + with_account[at + 1 :])
    for byte, place, what in ((2, 1, "passwordless"), (0, 2, "protection"), (4, 2, "protection")):
        add(f"{what} {byte}", "damaged", with_account[: at + place] + bytes([byte]) + with_account[at + place + 1 :])
    account("passwordless and third-party", kind=1, passwordless=True)
    account("passwordless and work", kind=3, passwordless=True)
    account("passwordless and personal", "open", kind=2, passwordless=True)
    choice = with_account.index(u32(0) + b"\x01" + bytes(8) + b"\x00", at)
    for number in (3, 256, 0xFFFFFFFF):
        add(f"credential {number}", "damaged", with_account[:choice] + u32(number) + with_account[choice + 4 :])
    for reason in (0, 5):
        add(f"reason {reason}", "damaged", with_account[: choice + 4] + bytes([reason]) + with_account[choice + 5 :])
    for kind in (0, 6):
        otp(f"otp type {kind}", otp_type=kind)
    for algorithm in (0, 4):
        otp(f"TOTP with algorithm {algorithm}", algorithm=algorithm)
        otp(f"HOTP with algorithm {algorithm}", otp_type=2, period=0, algorithm=algorithm)
    for digits in (0, 11):
        otp(f"TOTP with {digits} digits", digits=digits)
    for period in (0, 86401):
        otp(f"TOTP with period {period}", period=period)
    otp("TOTP with a counter", counter=1)
    otp("TOTP with a PIN", pin="1")
    otp("TOTP without a key", key=b"")
    otp("TOTP with a key of 641 bytes", key=bytes(641))
    account("TOTP with a key of 640 bytes", "open", credential=ready(key=bytes(640)))
    otp("HOTP with a period", otp_type=2)
    otp("HOTP with counter 2^63", otp_type=2, period=0, counter=1 << 63)
    otp("Steam with 6 digits", otp_type=3)
    otp("Steam with SHA-256", otp_type=3, digits=5, algorithm=2)
    otp("Steam with another period", otp_type=3, digits=5, period=60)
    motp = {"otp_type": 4, "algorithm": 0, "period": 10, "pin": "1234"}
    otp("mOTP in upper case", key=b"0123456789ABCDEF", **motp)
    otp("mOTP with a blank at its end", key=b"free text ", **motp)
    otp("mOTP that is not UTF-8", key=b"\xff", **motp)
    otp("mOTP with an algorithm", key=b"ab", **(motp | {"algorithm": 1}))
    otp("mOTP without a PIN", key=b"ab", **(motp | {"pin": ""}))
    otp("mOTP with a PIN of 65 characters", key=b"ab", **(motp | {"pin": "å" * 65}))
    account("mOTP with a PIN of 64 characters", "open", credential=ready(key=b"ab", **(motp | {"pin": "å" * 64})))
    yandex = {"otp_type": 5, "algorithm": 2, "digits": 8, "pin": "5239"}
    otp("Yandex with 17 bytes", key=bytes(17), **yandex)
    otp("Yandex with a checksum that does not fit", key=bytes(25) + b"\x01", **yandex)
    account("Yandex with a checksum that fits", "open", credential=ready(key=bytes(26), **yandex))
    otp("Yandex without a PIN", key=bytes(16), **(yandex | {"pin": ""}))
    sign_in = {"account_key": bytes(32), "slots": slots_of_contacts(chance), "seal_id": bytes(16)}
    account("sign-in with five contacts", sign_in=sign_in | {"slots": sign_in["slots"][:1] * 5})
    account("sign-in with four contacts", "open", sign_in=sign_in | {"slots": sign_in["slots"][:1] * 4})
    account("sign-in without a contact", sign_in=sign_in | {"slots": []})
    account("sign-in with a contact of kind 3", sign_in=sign_in | {"slots": [sign_in["slots"][0] | {"contact_kind": 3}]})
    label = {"issuer": "", "name": "", "otp_type": 1, "algorithm": 1, "digits": 6, "period": 30}
    sealed = {"seal_id": bytes(16), "label": label, "slots": sign_in["slots"], "sealed": b""}
    account("sealed without a contact", credential={"sealed": sealed | {"slots": []}})
    account("sealed with otp type 6", credential={"sealed": sealed | {"label": label | {"otp_type": 6}}})
    account("sealed with algorithm 4", credential={"sealed": sealed | {"label": label | {"algorithm": 4}}})
    pin = {"issuer": "", "subject": "", "confirmed": 0, "second_factor": 3}
    account("second factor 3", provider_pin=pin)
    account("second factor 0", provider_pin=pin | {"second_factor": 0})
    return records


# -- known answers ------------------------------------------------------------------------------------


def known_answers():
    chance = Chance("known")
    key, aad, plain, salt = bytes(range(32)), b"associated", b"plain text", bytes(range(32, 64))
    cost = {"memory": 8192, "passes": 2, "lanes": 3}
    vault_id, digest = bytes(range(16)), hashlib.sha256(b"file").digest()
    label = enc("label", [b"Harbour Bank", b"mira", b"\x01", b"\x03", b"\x08", u32(60)])
    sign_in = enc("PULIH1 sign-in", [b"password", b"\x01", b"mira@example.com"])
    purposes = ["payload", "slot", "hwm", "sign-in slot", "sign-in secret", "device-bound"]
    return {
        "enc": {"domain": "d", "parts": ["6162", "", "63"], "bytes": enc("d", [b"ab", b"", b"c"]).hex()},
        "boxes": [
            {"key": key.hex(), "purpose": purpose, "aad": aad.hex(), "plain": plain.hex(), "box": seal(key, purpose, aad, plain, chance).hex()}
            for purpose in purposes
        ],
        "passphrase": {
            "typed": "cafe\u0301 \ufb01", "salt": salt.hex(), **cost,
            "key": passphrase_key("cafe\u0301 \ufb01", salt, *cost.values()).hex(),
        },
        "words": {"words": WORDS, "entropy": ENTROPY.hex(), "key": words_key(ENTROPY).hex()},
        "mark": {
            "mark_key": key.hex(), "vault_id": vault_id.hex(), "generation": 42, "digest": digest.hex(),
            "mark": seal(key, "hwm", vault_id, struct.pack("<Q", 42) + digest, chance).hex(),
        },
        "padding": [{"length": n, "size": padded_size(n)} for n in (1, 16384, 16385, 262144, 262145, 300000, 1000000, 5000000, 33554433, 67000000)],
        "label_hash": hashlib.sha256(label).hexdigest(),
        "sign_in_key": argon2id(sign_in, salt, *cost.values()).hex(),
    }


# -- commands ------------------------------------------------------------------------------------------


def write_json(folder, name, value):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump(value, file, indent=1, ensure_ascii=False)
        file.write("\n")


def make(folder):
    os.makedirs(folder, exist_ok=True)

    def read(name):
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()

    book = Book(folder)
    make_files(book)
    make_openings(book)
    make_healed(book, read)
    make_foreign(book)
    make_headers(book, read)
    make_payloads(book)
    exports = os.path.join(folder, "..", "export")
    os.makedirs(exports, exist_ok=True)
    make_exports(exports, read)
    contents = {name: shorten(content) for name, content in book.contents.items()}
    write_json(folder, "vectors.json", {"vectors": book.vectors, "contents": contents})
    write_json(folder, "records.json", make_records_short())
    write_json(folder, "known.json", known_answers())


def shorten(content):
    """Long notes of one letter are written as that letter and a count."""
    for account in content["accounts"]:
        if len(account["note"]) > 1000:
            account["note"] = f"{account['note'][0]}*{len(account['note'])}"
    return content


def make_records_short():
    """Long runs of one byte are counted, so that the file stays small."""
    for record in (records := make_records()):
        record["inside"] = runs(bytes.fromhex(record["inside"]))
    return records


def runs(data):
    """{"hex"}, and {"byte", "times"} for runs of 100 and more of one byte."""
    out, at, start = [], 0, 0
    while at < len(data):
        end = at
        while end < len(data) and data[end] == data[at]:
            end += 1
        if end - at >= 100:
            out += [{"hex": data[start:at].hex()}] if at > start else []
            out.append({"byte": data[at], "times": end - at})
            start = end
        at = end
    return out + ([{"hex": data[start:].hex()}] if start < len(data) else [])


def pieces_of(folder, pieces):
    out = b""
    for piece in pieces:
        if "byte" in piece:
            out += bytes([piece["byte"]]) * piece["times"]
        elif "hex" in piece:
            out += bytes.fromhex(piece["hex"])
        else:
            with open(os.path.join(folder, piece["file"]), "rb") as file:
                data = file.read()
            out += data[piece.get("from", 0) : piece.get("to", len(data))]
    return out


def answer(data, opener, magic=MAGIC):
    (kind, secret), = opener.items()
    try:
        view, _, payload = open_vault(data, kind, bytes.fromhex(secret) if kind == "key" else secret, magic)
        return "open", shorten(to_json(payload)), not view.whole
    except Refused as refused:
        return refused.answer, None, None


def check(folder):
    counts, wrong = {}, 0
    for name in ("vectors.json", "made-by-rust.json", "../export/exports.json"):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            book = json.load(file)
        place, magic = os.path.dirname(os.path.join(folder, name)), EXPORT_MAGIC if "export" in name else MAGIC
        for vector in book["vectors"]:
            got, content, healed = answer(pieces_of(place, vector["pieces"]), vector["opener"], magic)
            fits = got == vector["expect"]
            if fits and got == "open":
                # The program's own list leaves out what its public side does not tell (the mark's and the words' key).
                expected = book["contents"][vector["content"]]
                fits = {name: content[name] for name in expected} == expected and healed == vector["healed"]
            counts[got] = counts.get(got, 0) + 1
            if not fits:
                wrong += 1
                print(f"{name}: {vector['what']}: expected {vector['expect']}, got {got}")
    with open(os.path.join(folder, "records.json"), encoding="utf-8") as file:
        records = json.load(file)
    for record in records:
        try:
            read_payload(pad(pieces_of(folder, record["inside"])))
            got = "open"
        except Refused as refused:
            got = refused.answer
        if got != record["expect"]:
            wrong += 1
            print(f"record {record['what']}: expected {record['expect']}, got {got}")
    with open(os.path.join(folder, "known.json"), encoding="utf-8") as file:
        if json.load(file) != known_answers():
            wrong += 1
            print("known.json differs")
    print(f"{sum(counts.values())} files ({', '.join(f'{count} {name}' for name, count in sorted(counts.items()))}), "
          f"{len(records)} records, {wrong} wrong")
    return wrong


def run(options):
    if options.command == "known-answers":
        print(json.dumps(known_answers(), indent=1, ensure_ascii=False))
    elif options.command == "vectors":
        make(options.folder)
    elif check(options.folder):
        raise SystemExit(1)
