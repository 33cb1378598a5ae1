"""Vectors of backups: a file for every answer of section 17, made here and read by both implementations."""

import hashlib
import json
import os
import struct

import pulih_backup as backup
import pulih_vault as vault
from pulih_vault import Refused

NAME, PASSWORD = "Mira@Example.com", "a lamp beside the harbour"
WORDS = "abandon amount liar amount expire adjust cage candy arch gather drum buyer"
OTHER_WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"
ACCOUNT = {"account": NAME, "password": PASSWORD}


class Chance:
    """Bytes that look random and are the same each time."""

    def __init__(self, seed):
        self.seed, self.drawn = seed.encode(), 0

    def __call__(self, count):
        out = b""
        while len(out) < count:
            out += hashlib.sha256(self.seed + struct.pack("<Q", self.drawn)).digest()
            self.drawn += 1
        return out[:count]


def accounts():
    otp = vault.blank_otp(key=bytes(range(20)))
    old = {"otp": vault.blank_otp(key=b"old key of twenty by"), "replaced": 1_700_000_000_000}
    codes = [{"code": b"1111-2222", "used": True}, {"code": b"3333-4444", "used": False}]
    sealed = {
        "seal_id": bytes([7]) * 16,
        "label": {"issuer": "Ferry", "name": "mira", "otp_type": 1, "algorithm": 1, "digits": 6, "period": 30},
        "slots": [
            {
                "contact_kind": 1, "hint": "m•••@e•••.com", "memory": 65536, "passes": 4, "lanes": 4,
                "salt": bytes([9]) * 32, "sealed": bytes(104),
            }
        ],
        "sealed": bytes(200),
    }
    hotp = vault.blank_otp(otp_type=2, period=0, counter=7, key=b"12345678901234567890")
    return [
        backup.blank_account(
            id=bytes([1]) * 16, issuer="Harbour Bank", name="mira", groups=["Money"], pinned=True, use_count=3,
            last_used=1_799_000_000_000, created=5, changed=6, accepted=7, icon="bank",
            carried=backup.opened_part(key={"ready": otp}, note="two\nlines", recovery_codes=codes, history=[old]),
        ),
        backup.blank_account(
            id=bytes([2]) * 16, issuer="Post", kind=3, protection=3,
            provider_pin={"issuer": "https://login.example.com", "subject": "17", "confirmed": 8, "second_factor": 2},
            carried={"name": {"reason": 1, "type_name": "totp"}},
        ),
        backup.blank_account(
            id=bytes([3]) * 16, issuer="Ferry", kind=2, passwordless=True, protection=2, carried={"sealed": sealed}
        ),
        backup.blank_account(
            id=bytes([4]) * 16, issuer="Imported",
            carried=backup.opened_part(key={"missing": {"reason": 3, "type_name": ""}}, note="no key came"),
        ),
        backup.blank_account(
            id=bytes([5]) * 16, issuer="Gone", trashed=1_799_999_000_000,
            carried=backup.opened_part(key={"ready": hotp}),
        ),
    ]


def maker(device=0, seed="set", cost=(8192, 1, 1)):
    return backup.Maker(Chance(seed), device).with_account(NAME, PASSWORD, *cost)


def edit(data, old, new):
    """Both headers, in the same way."""
    size = len(backup.Header(data).bytes)
    head = data[:size].replace(old, new)
    assert head != data[:size] and len(head) == size
    return head + data[size : len(data) - 12 - size] + head + data[-12:]


def flip(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def make_all():
    """(what, file, opener, running, expected answer, whether healed)"""
    earlier = [{"generation": 1, "digest": bytes([0xAB]) * 32}]
    payload = backup.payload_of(accounts(), groups=["Money", "Empty"], earlier=earlier, ext=[{"number": 77, "value": b"x"}])
    whole = maker().with_words(WORDS)
    portable = whole.file(payload, whole.header(generation=2, previous=bytes([0xAB]) * 32))
    own = maker(1, "linux")
    linux = own.file(payload)
    head = len(backup.Header(portable).bytes)
    device = vault.part(0x8041, b"\x01")
    dear = maker(seed="dear")
    costly = dear.slots[0]
    costly = costly[:17] + struct.pack("<III", 4 * 1024 * 1024, 1, 1) + costly[29:]
    dear.slots = [costly]
    newer = maker(seed="newer")
    low = maker(seed="kinds")
    low.slots.insert(0, bytes([5]) + bytes(16) + b"of tomorrow")
    keyless = backup.Maker(Chance("words only")).with_words(WORDS)
    bad_name = backup.payload_of([], recovery_account="Mira@Example.com")
    nothing = backup.payload_of([])
    yield "a portable backup opens by its account", portable, ACCOUNT, "linux", "open", False
    yield "and on another kind of computer", portable, ACCOUNT, "windows", "open", False
    yield "and by its words", portable, {"words": WORDS}, "linux", "open", False
    typed = {"account": "  MIRA@example.COM ", "password": PASSWORD}
    yield "the name is normalised", portable, typed, "linux", "open", False
    yield "a set for one kind opens there", linux, ACCOUNT, "linux", "open", False
    yield "unknown slots and parts are skipped", low.file(payload, low.header(extra=[(0x0099, b"hm")])), ACCOUNT, "linux", "open", False
    yield "another kind of computer", linux, ACCOUNT, "macos", "other computer", False
    yield "an edited kind of computer", edit(linux, device, vault.part(0x8041, b"\x02")), ACCOUNT, "macos", "other computer", False
    yield "edited to portable", edit(linux, device, vault.part(0x8041, b"\x00")), ACCOUNT, "macos", "other computer", False
    yield "a portable one edited", edit(portable, vault.part(0x8041, b"\x00"), device), ACCOUNT, "linux", "damaged", False
    yield "a kind that nobody knows", edit(linux, device, vault.part(0x8041, b"\x09")), ACCOUNT, "linux", "other computer", False
    yield "another name", portable, {"account": "mira@example.org", "password": PASSWORD}, "linux", "wrong account", False
    yield "another password", portable, {"account": NAME, "password": PASSWORD + "s"}, "linux", "wrong account", False
    yield "other words", portable, {"words": OTHER_WORDS}, "linux", "wrong words", False
    yield "no slot of that kind", linux, {"words": WORDS}, "linux", "no such slot", False
    yield "nor of the other", keyless.file(nothing), ACCOUNT, "linux", "no such slot", False
    yield "too costly", dear.file(nothing), ACCOUNT, "linux", "too costly", False
    yield "a newer container", newer.file(nothing, newer.header(least=2)), ACCOUNT, "linux", "newer version", False
    yield "a part that has to be understood", newer.file(nothing, newer.header(extra=[(0x8099, b"")])), ACCOUNT, "linux", "newer version", False
    yield "a newer schema", newer.file(nothing, schema=2), ACCOUNT, "linux", "newer version", False
    yield "a schema that never was", newer.file(nothing, schema=0), ACCOUNT, "linux", "damaged", False
    yield "a name that is not in normal form", newer.file(bad_name), ACCOUNT, "linux", "damaged", False
    yield "a bit of the payload", flip(portable, head + 5000), ACCOUNT, "linux", "damaged", False
    yield "a bit of the front header", flip(portable, 40), ACCOUNT, "linux", "open", True
    yield "a bit of the mirror", flip(portable, len(portable) - 100), ACCOUNT, "linux", "open", True
    yield "cut short", portable[: len(portable) // 2], ACCOUNT, "linux", "damaged", False
    yield "one byte more", portable + b"\x00", ACCOUNT, "linux", "damaged", False
    yield "a vault", b"\x89PLV\r\n\x1a\n" + bytes(200), ACCOUNT, "linux", "a vault", False
    yield "an export", b"\x89PLX\r\n\x1a\n" + bytes(200), ACCOUNT, "linux", "an export", False
    yield "something else", b"{}", ACCOUNT, "linux", "not a backup", False


def describe(payload):
    return vault.to_json(payload)


def opener_of(opener):
    return ("words", opener["words"]) if "words" in opener else ("account", opener["account"], opener["password"])


def answer(data, opener, running):
    try:
        view, _, payload = backup.open_backup(data, opener_of(opener), backup.DEVICES[running])
        return "open", not view.whole, payload
    except Refused as refused:
        return refused.answer, False, None


def make(folder):
    os.makedirs(folder, exist_ok=True)
    vectors, contents, names = [], {}, {}
    for what, data, opener, running, expect, healed in make_all():
        got = answer(data, opener, running)
        assert got[:2] == (expect, healed), (what, got[:2])
        digest = hashlib.sha256(data).hexdigest()
        name = names.setdefault(digest, f"{len(names):02}.bin")
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
        vector = {"what": what, "file": name, "opener": opener, "running": running, "expect": expect, "healed": healed}
        if got[2] is not None:
            content = describe(got[2])
            key = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:8]
            contents[key] = content
            vector["content"] = key
        vectors.append(vector)
    with open(os.path.join(folder, "vectors.json"), "w", encoding="utf-8") as file:
        json.dump({"vectors": vectors, "contents": contents}, file, indent=1, ensure_ascii=False)
        file.write("\n")


def check(folder):
    count = 0
    for name in ("vectors.json", "made-by-rust.json"):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            book = json.load(file)
        for vector in book["vectors"]:
            with open(os.path.join(folder, vector["file"]), "rb") as file:
                data = file.read()
            got = answer(data, vector["opener"], vector["running"])
            assert got[:2] == (vector["expect"], vector["healed"]), (vector["what"], got[:2])
            if "content" in vector and vector["content"] in book["contents"]:
                assert describe(got[2]) == book["contents"][vector["content"]], vector["what"]
            for title, state in vector.get("accounts", {}).items():
                found = [account for account in got[2]["accounts"] if account["issuer"] == title]
                assert [next(iter(account["carried"])) for account in found] == [state], (vector["what"], title)
            count += 1
    print(f"{count} vectors of backups agree")


def run(options):
    if options.command == "vectors":
        make(options.folder)
    else:
        check(options.folder)
