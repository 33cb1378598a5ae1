#!/usr/bin/env python3
"""Accounts under their own sign-in, and accounts under a computer's device key. Written from docs/vault-format.md,
section 7, alone.

    pulih_sign_in.py vectors FOLDER       makes the vectors
    pulih_sign_in.py check FOLDER         reads all vectors, those of the program too, and compares the answers
"""

import argparse
import hashlib
import json
import os
import struct
import sys
import unicodedata

import pulih_vault as vault
from pulih_vault import Bytes, LABEL, List, OLD_KEY, OTP, RECOVERY_CODE, Reader, Record, Refused, SEALED, STRING, damaged, enc, u32

CONTENT = Record(
    ("otp", OTP), ("note", STRING), ("recovery_codes", List(RECOVERY_CODE, 1000)), ("history", List(OLD_KEY, 1000))
)
DEVICE_RECORD = Record(("label", LABEL), ("sealed", Bytes(1048576)))

UNSEEN = "\u00ad\ufeff" + "".join(
    chr(code) for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F))
    for code in range(first, last + 1)
)
BETWEEN = "-./\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u200e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ONE_DIGIT = ("1", "7")
TWO_DIGITS = (
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 "
    "91 92 93 94 95 98"
).split()


# -- the contact ------------------------------------------------------------------------------------


class NoContact(Exception):
    pass


def contact(typed, hint=""):
    """(kind, spelling) of what was typed for a slot with this hint."""
    nfkc = lambda text: unicodedata.normalize("NFKC", text)
    normal = nfkc(nfkc(typed).lower()).strip()
    if not normal or len(normal.encode()) > 320:
        raise NoContact
    return (1, email(normal)) if "@" in normal else (2, phone(normal, hint))


def email(normal):
    local, domain = normal.split("@", 1)
    unfit = any(c in UNSEEN or c.isspace() or unicodedata.category(c) == "Cc" for c in normal)
    if not local or "@" in domain or unfit:
        raise NoContact
    return local + "@" + ".".join(a_label(label) for label in domain.replace("\u3002", ".").split("."))


def a_label(label):
    ascii_label = label if label.isascii() else "xn--" + label.encode("punycode").decode()
    if not 1 <= len(ascii_label) <= 63:
        raise NoContact
    return ascii_label


def phone(normal, hint):
    bare = "".join(c for c in normal if not c.isspace() and c not in BETWEEN)
    if bare.startswith("+") or bare.startswith("00"):
        number = (bare[1:] if bare.startswith("+") else bare[2:]).replace("(0)", "", 1)
        number = number.replace("(", "").replace(")", "")
        national = False
    else:
        number, national = bare.replace("(", "").replace(")", ""), True
    if not number or not all(c in "0123456789" for c in number):
        raise NoContact
    if national:
        country = hint[1:].split(" ")[0] if hint.startswith("+") else ""
        if not (1 <= len(country) <= 3 and country.isdigit()):
            raise NoContact
        number = country + (number[1:] if number.startswith("0") else number)
    if not 7 <= len(number) <= 15 or number.startswith("0"):
        raise NoContact
    return "+" + number


def hint_of(kind, spelling):
    if kind == 1:
        local, domain = spelling.split("@", 1)
        end = "." + domain.rsplit(".", 1)[1] if "." in domain else ""
        return f"{local[:1]}•••@{domain[:1]}•••{end}"
    digits = spelling[1:]
    code = digits[:1] if digits.startswith(ONE_DIGIT) else digits[:2] if digits[:2] in TWO_DIGITS else digits[:3]
    return f"+{code} •• ••• •• {digits[-2:]}"


# -- sealed accounts --------------------------------------------------------------------------------


def label_hash(label):
    numbers = [bytes([label[name]]) for name in ("otp_type", "algorithm", "digits")]
    return hashlib.sha256(enc("label", [label["issuer"].encode(), label["name"].encode(), *numbers, u32(label["period"])])).digest()


def slot_aad(seal_id, slot):
    numbers = b"".join(u32(slot[name]) for name in ("memory", "passes", "lanes"))
    return seal_id + bytes([slot["contact_kind"]]) + numbers + slot["salt"]


def slot_key(password, kind, spelling, slot):
    if slot["memory"] < 8192 or slot["passes"] < 1 or not 1 <= slot["lanes"] <= 16:
        raise damaged()
    vault.check_cost(slot["memory"], slot["passes"], slot["lanes"])
    secret = enc("PULIH1 sign-in", [vault.passphrase_bytes(password), bytes([kind]), spelling.encode()])
    return vault.argon2id(secret, slot["salt"], slot["memory"], slot["passes"], slot["lanes"])


def open_slot(seal_id, slot, password, typed):
    try:
        kind, spelling = contact(typed, slot["hint"])
    except NoContact:
        raise Refused("wrong key") from None
    if kind != slot["contact_kind"]:
        raise Refused("wrong key")
    if len(slot["sealed"]) != 104:
        raise damaged()
    key = slot_key(password, kind, spelling, slot)
    return vault.unseal(key, "sign-in slot", slot_aad(seal_id, slot), slot["sealed"])


WEIGHT = ["wrong key", "too costly", "no memory", "damaged", "newer version"]


def open_sealed(record, password, typed):
    worst, account_key = "wrong key", None
    for slot in record["slots"]:
        try:
            account_key = open_slot(record["seal_id"], slot, password, typed)
            break
        except Refused as refused:
            worst = max(worst, refused.answer, key=WEIGHT.index)
    if account_key is None:
        raise Refused(worst)
    try:
        plain = vault.unseal(account_key, "sign-in secret", record["seal_id"] + label_hash(record["label"]), record["sealed"])
    except Refused:
        raise damaged() from None
    return read_content(plain, record["label"])


def read_content(plain, label):
    content = vault.read_numbered(CONTENT, plain)
    if any(content["otp"][name] != label[name] for name in ("otp_type", "algorithm", "digits", "period")):
        raise damaged()
    return content


def label_of(issuer, name, otp):
    return {"issuer": issuer, "name": name} | {field: otp[field] for field in ("otp_type", "algorithm", "digits", "period")}


def make_sealed(seal_id, issuer, name, content, password, contacts, chance, cost=(8192, 1, 1), version=1, label=None):
    account_key, slots = chance(32), []
    for typed in contacts:
        kind, spelling = contact(typed)
        slot = {"contact_kind": kind, "hint": hint_of(kind, spelling), "salt": chance(32), "sealed": b""}
        slot |= dict(zip(("memory", "passes", "lanes"), cost))
        key = slot_key(password, kind, spelling, slot)
        slot["sealed"] = vault.seal(key, "sign-in slot", slot_aad(seal_id, slot), account_key, chance)
        slots.append(slot)
    label = label or label_of(issuer, name, content["otp"])
    plain = struct.pack("<H", version) + CONTENT.write(content)
    sealed = vault.seal(account_key, "sign-in secret", seal_id + label_hash(label), plain, chance)
    return {"seal_id": seal_id, "label": label, "slots": slots, "sealed": sealed}


# -- device-sealed accounts ----------------------------------------------------------------------------


def device_aad(account_id, vault_id, label):
    return account_id + vault_id + label_hash(label)


def open_device(key, account_id, vault_id, data):
    record = vault.read_numbered(DEVICE_RECORD, data)
    plain = vault.unseal(key, "device-bound", device_aad(account_id, vault_id, record["label"]), record["sealed"])
    return read_content(plain, record["label"])


def make_device(key, account_id, vault_id, label, content, chance):
    plain = struct.pack("<H", 1) + CONTENT.write(content)
    sealed = vault.seal(key, "device-bound", device_aad(account_id, vault_id, label), plain, chance)
    return struct.pack("<H", 1) + DEVICE_RECORD.write({"label": label, "sealed": sealed})


# -- vectors --------------------------------------------------------------------------------------------

PASSWORD, EMAIL, PHONE = "a kettle on the blue shelf", "Mira@Example.com", "+46 70 123 45 67"


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


def content(**given):
    old = {"otp": vault.blank_otp(key=b"old key of twenty by"), "replaced": 1_700_000_000_000}
    whole = {
        "otp": vault.blank_otp(key=bytes(range(20))), "note": "två\nrader",
        "recovery_codes": [{"code": b"1111-2222", "used": True}], "history": [old],
    }
    return whole | given


def edited(record, **given):
    return record | given


def with_slot(record, place, **given):
    slots = [dict(slot) for slot in record["slots"]]
    slots[place] |= given
    return edited(record, slots=slots)


def with_label(record, **given):
    return edited(record, label=record["label"] | given)


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def make(seed, seal=1, contacts=(EMAIL, PHONE), held=None, **given):
    return make_sealed(bytes([seal]) * 16, "Harbour Bank", "mira", held or content(), PASSWORD, contacts, Chance(seed), **given)


def sealed_vectors():
    """(what, record, password, contact, expected answer)"""
    whole, one = make("whole"), make("one", contacts=(EMAIL,))
    other = make("other", seal=2, contacts=(EMAIL,))
    yield "password and e-mail", whole, PASSWORD, "mira@example.com", "open"
    yield "password and phone", whole, PASSWORD, PHONE, "open"
    yield "e-mail in other letters", whole, PASSWORD, " MIRA\uff20example\uff0ecom ", "open"
    yield "phone with 00 and (0)", whole, PASSWORD, "0046 (0)70-123 45 67", "open"
    yield "phone as at home", whole, PASSWORD, "070-123 45 67", "open"
    yield "a decomposed password", make("nfkc", contacts=(EMAIL,)), PASSWORD, EMAIL, "open"
    accents = make_sealed(bytes(16), "Å", "é", content(), "cafe\u0301 \ufb01", (EMAIL,), Chance("accents"))
    yield "a password in another normal form", accents, "caf\u00e9 fi", EMAIL, "open"
    yield "wrong password", whole, PASSWORD + " ", EMAIL, "wrong key"
    yield "wrong e-mail", whole, PASSWORD, "mira@example.org", "wrong key"
    yield "wrong phone", whole, PASSWORD, "+46701234568", "wrong key"
    yield "no contact", whole, PASSWORD, "", "wrong key"
    yield "a hint that was changed", with_slot(one, 0, hint="x•••@y•••.z"), PASSWORD, EMAIL, "open"
    yield "another issuer in the label", with_label(one, issuer="Harbour"), PASSWORD, EMAIL, "damaged"
    yield "another name in the label", with_label(one, name="anna"), PASSWORD, EMAIL, "damaged"
    yield "another type in the label", with_label(one, otp_type=3), PASSWORD, EMAIL, "damaged"
    yield "another algorithm in the label", with_label(one, algorithm=2), PASSWORD, EMAIL, "damaged"
    yield "other digits in the label", with_label(one, digits=8), PASSWORD, EMAIL, "damaged"
    yield "another period in the label", with_label(one, period=60), PASSWORD, EMAIL, "damaged"
    lie = content()["otp"] | {"digits": 8}
    yield "a label that its own content belies", make("lie", contacts=(EMAIL,), label=label_of("Harbour Bank", "mira", lie)), PASSWORD, EMAIL, "damaged"
    yield "another seal id", edited(one, seal_id=bytes([9]) * 16), PASSWORD, EMAIL, "wrong key"
    yield "the sealed key of another account", edited(one, sealed=other["sealed"]), PASSWORD, EMAIL, "damaged"
    yield "the slots of another account", edited(one, slots=other["slots"]), PASSWORD, EMAIL, "wrong key"
    yield "another account whole under this id", edited(other, seal_id=one["seal_id"]), PASSWORD, EMAIL, "wrong key"
    yield "more memory", with_slot(one, 0, memory=16384), PASSWORD, EMAIL, "wrong key"
    yield "more passes", with_slot(one, 0, passes=2), PASSWORD, EMAIL, "wrong key"
    yield "more lanes", with_slot(one, 0, lanes=2), PASSWORD, EMAIL, "wrong key"
    yield "another salt", with_slot(one, 0, salt=bytes(32)), PASSWORD, EMAIL, "wrong key"
    yield "the other kind of contact", with_slot(one, 0, contact_kind=2), PASSWORD, EMAIL, "wrong key"
    yield "too little memory", with_slot(one, 0, memory=8191), PASSWORD, EMAIL, "damaged"
    yield "too much memory", with_slot(one, 0, memory=1024 * 1024 + 1), PASSWORD, EMAIL, "too costly"
    yield "too many passes", with_slot(one, 0, passes=17), PASSWORD, EMAIL, "too costly"
    yield "a slot that is too long", with_slot(one, 0, sealed=one["slots"][0]["sealed"] + b"\x00"), PASSWORD, EMAIL, "damaged"
    yield "a slot that was changed", with_slot(one, 0, sealed=flipped(one["slots"][0]["sealed"], 80)), PASSWORD, EMAIL, "damaged"
    yield "a sealed key that was changed", edited(one, sealed=flipped(one["sealed"], 100)), PASSWORD, EMAIL, "damaged"
    yield "a sealed key that was cut", edited(one, sealed=one["sealed"][:60]), PASSWORD, EMAIL, "damaged"
    yield "a first slot that is too costly and a second that opens", with_slot(make("twice", contacts=(EMAIL, EMAIL)), 0, passes=17), PASSWORD, EMAIL, "open"
    yield "content of tomorrow", make("new", contacts=(EMAIL,), version=2), PASSWORD, EMAIL, "newer version"
    yield "content of schema 0", make("none", contacts=(EMAIL,), version=0), PASSWORD, EMAIL, "damaged"
    hotp = content(otp=vault.blank_otp(otp_type=2, period=0, counter=7, key=b"12345678901234567890"))
    yield "a counter", make("hotp", contacts=(PHONE,), held=hotp), PASSWORD, PHONE, "open"
    motp = content(otp=vault.blank_otp(otp_type=4, algorithm=0, period=10, key=b"0123456789abcdef", pin="1234"))
    yield "a PIN", make("motp", contacts=(EMAIL,), held=motp), PASSWORD, EMAIL, "open"


CONTACTS = [
    ("mira@example.com", ""), (" Mira@EXAMPLE.com\n", ""), ("mira\uff20example\uff0ecom", ""), ("mira@example\u3002com", ""),
    ("a.b+c@example.com", ""), ("anna@b\u00fccher.example", ""), ("anna@BU\u0308CHER.example", ""),
    ("anna@xn--bcher-kva.example", ""), ("\u00e5sa@\u4f8b\u3048.jp", ""), ("a@stra\u00dfe.example", ""), ("\u0130x@a.se", ""),
    ("@", ""), ("a@", ""), ("@b.se", ""), ("a@b@c.se", ""), ("a b@c.se", ""), ("a@b..se", ""), ("a\u200b@b.se", ""), ("", ""),
    ("a@" + "x" * 64 + ".se", ""), ("a@" + "x" * 320 + ".se", ""),
    ("+46701234567", ""), ("0046 70-123 45 67", ""), (" +46 (0)70 123 45 67", ""), ("\uff0b\uff14\uff16 70/123.45.67", ""),
    ("+46 (70) 1234567", ""), ("070-123 45 67", ""), ("070-123 45 67", "+46 •• ••• •• 67"), ("12 34 56 78", "+45 •• ••• •• 78"),
    ("070-123 45 67", "a•••@b•••.se"), ("+1 202 555 0123", ""), ("+358 12 345 678", ""), ("+6281234567890", ""), ("+", ""),
    ("+46", ""), ("+0701234567", ""), ("+1234567890123456", ""), ("+46 70 abc 45 67", ""), ("++46701234567", ""), ("anna", ""),
]


def device_vectors():
    """(what, key, account id, vault id, record, expected answer)"""
    key, account_id, vault_id = bytes([3]) * 32, bytes([1]) * 16, bytes([5]) * 16
    label = label_of("Contoso", "anna", content()["otp"])
    whole = make_device(key, account_id, vault_id, label, content(), Chance("device"))
    yield "this computer", key, account_id, vault_id, whole, "open"
    yield "another computer", bytes([4]) * 32, account_id, vault_id, whole, "wrong key"
    yield "another account", key, bytes([2]) * 16, vault_id, whole, "wrong key"
    yield "another vault", key, account_id, bytes([6]) * 16, whole, "wrong key"
    yield "changed", key, account_id, vault_id, flipped(whole, len(whole) - 1), "damaged"
    yield "cut", key, account_id, vault_id, whole[:40], "damaged"
    yield "of tomorrow", key, account_id, vault_id, b"\x02\x00" + whole[2:], "newer version"
    yield "empty", key, account_id, vault_id, b"", "damaged"


def answer(deed):
    try:
        return "open", vault.to_json(deed())
    except Refused as refused:
        return refused.answer, None


def make_vectors(folder):
    os.makedirs(folder, exist_ok=True)
    sealed, contacts, device = [], [], []
    for what, record, password, typed, expect in sealed_vectors():
        got, held = answer(lambda: open_sealed(record, password, typed))
        assert got == expect, (what, got)
        sealed.append({"what": what, "record": SEALED.write(record).hex(), "password": password, "contact": typed, "expect": expect, "content": held})
    for typed, hint in CONTACTS:
        try:
            kind, spelling = contact(typed, hint)
            contacts.append({"typed": typed, "hint": hint, "kind": kind, "spelling": spelling, "masked": hint_of(kind, spelling)})
        except NoContact:
            contacts.append({"typed": typed, "hint": hint, "kind": None, "spelling": None, "masked": None})
    for what, key, account_id, vault_id, record, expect in device_vectors():
        got, held = answer(lambda: open_device(key, account_id, vault_id, record))
        assert got == expect, (what, got)
        device.append({"what": what, "key": key.hex(), "account": account_id.hex(), "vault": vault_id.hex(), "record": record.hex(), "expect": expect, "content": held})
    with open(os.path.join(folder, "vectors.json"), "w", encoding="utf-8") as file:
        json.dump({"sealed": sealed, "contacts": contacts, "device": device}, file, indent=1, ensure_ascii=False)
        file.write("\n")


def check(folder):
    count = 0
    for name in ("vectors.json", "made-by-rust.json"):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            book = json.load(file)
        for vector in book["sealed"]:
            reader = Reader(bytes.fromhex(vector["record"]))
            record = SEALED.read(reader)
            assert reader.at == len(reader.data), vector["what"]
            got, held = answer(lambda: open_sealed(record, vector["password"], vector["contact"]))
            assert (got, held) == (vector["expect"], vector["content"]), (name, vector["what"], got)
            count += 1
        for vector in book["device"]:
            unhex = [bytes.fromhex(vector[field]) for field in ("key", "account", "vault", "record")]
            got, held = answer(lambda: open_device(*unhex))
            assert (got, held) == (vector["expect"], vector["content"]), (name, vector["what"], got)
            count += 1
        for vector in book["contacts"]:
            try:
                kind, spelling = contact(vector["typed"], vector["hint"])
            except NoContact:
                kind, spelling = None, None
            assert (kind, spelling) == (vector["kind"], vector["spelling"]), (name, vector["typed"])
            count += 1
    print(f"{count} vectors of sealed and device-bound accounts agree")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("vectors", "check"):
        commands.add_parser(name).add_argument("folder")
    options = parser.parse_args()
    make_vectors(options.folder) if options.command == "vectors" else check(options.folder)


if __name__ == "__main__":
    try:
        main()
    except Refused as refused:
        print(f"refused: {refused.answer}", file=sys.stderr)
        sys.exit(4)
