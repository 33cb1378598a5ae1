#!/usr/bin/env python3
"""Reads and writes Pulih vaults. Written from docs/vault-format.md alone, with other libraries than the program's:
argon2-cffi (Argon2id), PyNaCl (XChaCha20-Poly1305), mnemonic (the BIP-39 word list), hashlib and hmac for the rest.

    pulih_vault.py open VAULT --passphrase-fd N [--words-fd N] [--secrets] [--at UNIX] [--device-keys FOLDER]
    pulih_vault.py write DESCRIPTION.json VAULT --passphrase-fd N [--words-fd N] [--memory-mib 64 --passes 3 --lanes 4]
    pulih_vault.py open-export FILE --passphrase-fd N [--secrets] [--at UNIX]
    pulih_vault.py write-export DESCRIPTION.json FILE --passphrase-fd N [--memory-mib 64 --passes 3 --lanes 4]
    pulih_vault.py known-answers
    pulih_vault.py vectors FOLDER       makes the vectors
    pulih_vault.py check FOLDER         reads all vectors, those of the program too, and compares the answers
"""

import argparse
import hashlib
import hmac
import json
import math
import os
import struct
import sys
import time
import unicodedata

import nacl.exceptions
from argon2.low_level import Type, hash_secret_raw
from mnemonic import Mnemonic
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as aead_open
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as aead_seal

MAGIC = b"\x89PLV\r\n\x1a\n"
BACKUP_MAGIC = b"\x89PLB\r\n\x1a\n"
EXPORT_MAGIC = b"\x89PLX\r\n\x1a\n"
END_MAGIC = b"\x89PLVE\x1a\n\x00"
LARGEST_FILE = 64 * 1024 * 1024

# The answers of section 11, the weightiest last.
ORDER = ["no such slot", "too costly", "wrong key", "no memory", "damaged", "newer version"]


class Refused(Exception):
    """An answer of section 11."""

    def __init__(self, answer):
        super().__init__(answer)
        self.answer = answer


def damaged():
    return Refused("damaged")


# -- 1, 2: notation and the box -------------------------------------------------------------------


def u32(number):
    return struct.pack("<I", number)


def enc(domain, parts):
    out = u32(len(domain)) + domain.encode() + u32(len(parts))
    for part in parts:
        out += u32(len(part)) + part
    return out


def hkdf(salt, ikm, info, length):
    prk = hmac.new(salt if salt is not None else bytes(32), ikm, hashlib.sha256).digest()
    out, block = b"", b""
    for number in range(1, 256):
        if len(out) >= length:
            break
        block = hmac.new(prk, block + info + bytes([number]), hashlib.sha256).digest()
        out += block
    return out[:length]


def box_keys(key, purpose, aad, nonce):
    info = b"PULIH1\x00" + purpose.encode() + b"\x00" + hashlib.sha256(aad).digest()
    okm = hkdf(nonce, key, info, 64)
    return okm[:32], okm[32:]


def seal(key, purpose, aad, plain, chance):
    nonce = chance(24)
    cipher_key, commitment = box_keys(key, purpose, aad, nonce)
    return nonce + commitment + aead_seal(plain, aad, nonce, cipher_key)


def unseal(key, purpose, aad, box):
    if len(box) < 72:
        raise damaged()
    nonce, commitment, sealed = box[:24], box[24:56], box[56:]
    cipher_key, expected = box_keys(key, purpose, aad, nonce)
    if not hmac.compare_digest(commitment, expected):
        raise Refused("wrong key")
    try:
        return aead_open(sealed, aad, nonce, cipher_key)
    except nacl.exceptions.CryptoError:
        raise damaged() from None


# -- 3, 5: keys of slots ---------------------------------------------------------------------------


def passphrase_bytes(text):
    if not 1 <= len(text.encode()) <= 1024:
        raise ValueError("a passphrase has 1 to 1024 bytes")
    return unicodedata.normalize("NFKC", text).encode()


def argon2id(password, salt, memory, passes, lanes):
    return hash_secret_raw(password, salt, passes, memory, lanes, 32, Type.ID, 19)


def check_cost(memory, passes, lanes):
    if memory > 1024 * 1024 or passes > 16 or memory * passes > 8 * 1024 * 1024:
        raise Refused("too costly")


def passphrase_key(text, salt, memory, passes, lanes):
    check_cost(memory, passes, lanes)
    return argon2id(enc("PULIH1 passphrase", [passphrase_bytes(text)]), salt, memory, passes, lanes)


WORDLIST = Mnemonic("english").wordlist


def word_index(typed):
    typed = typed.lower()
    for index, word in enumerate(WORDLIST):
        if word == typed:
            return index
    if len(typed) >= 4:
        for index, word in enumerate(WORDLIST):
            if word.startswith(typed):
                return index
    raise ValueError("not a recovery word: " + typed)


def words_to_entropy(text):
    numbers = [word_index(word) for word in text.split()]
    if len(numbers) != 12:
        raise ValueError("there are 12 recovery words")
    whole = 0
    for number in numbers:
        whole = whole << 11 | number
    entropy, checksum = (whole >> 4).to_bytes(16, "big"), whole & 15
    if hashlib.sha256(entropy).digest()[0] >> 4 != checksum:
        raise ValueError("the recovery words do not belong together")
    return entropy


def entropy_to_words(entropy):
    whole = int.from_bytes(entropy, "big") << 4 | hashlib.sha256(entropy).digest()[0] >> 4
    return " ".join(WORDLIST[whole >> (11 * (11 - place)) & 2047] for place in range(12))


def words_key(entropy):
    return hkdf(None, entropy, b"PULIH1 recovery words", 32)


# -- 4, 5: container and slots ------------------------------------------------------------------------


class Slot:
    def __init__(self, value):
        if len(value) < 17:
            raise damaged()
        self.value = value
        self.kind = value[0]
        self.head = value
        self.box = b""
        if self.kind == 1:
            if len(value) != 165:
                raise damaged()
            self.memory, self.passes, self.lanes = struct.unpack("<III", value[17:29])
            self.salt = value[29:61]
            if self.memory < 8192 or self.passes < 1 or not 1 <= self.lanes <= 16:
                raise damaged()
            self.head, self.box = value[:61], value[61:]
        elif self.kind in (2, 3):
            if len(value) != 121:
                raise damaged()
            self.head, self.box = value[:17], value[17:]


def make_slot(vault_id, vault_key, kind, key, chance, kdf=b""):
    head = bytes([kind]) + chance(16) + kdf
    return head + seal(key, "slot", vault_id + head, vault_key, chance)


def make_passphrase_slot(vault_id, vault_key, text, memory, passes, lanes, chance):
    salt = chance(32)
    key = passphrase_key(text, salt, memory, passes, lanes)
    kdf = struct.pack("<III", memory, passes, lanes) + salt
    return make_slot(vault_id, vault_key, 1, key, chance, kdf)


def part(tag, value):
    return struct.pack("<HI", tag, len(value)) + value


def make_header(parts, version=1, least_reader=1, magic=MAGIC):
    body = b"".join(part(tag, value) for tag, value in parts)
    return magic + struct.pack("<HHI", version, least_reader, len(body)) + body


class Header:
    """Reads a header at the start of `data`."""

    def __init__(self, data, magic=MAGIC):
        if len(data) < 16 or data[:8] != magic:
            raise damaged()
        version, least, length = struct.unpack("<HHI", data[8:16])
        if version == 0 or least == 0 or least > version:
            raise damaged()
        if least > 1:
            raise Refused("newer version")
        if length > 65536 or len(data) < 16 + length:
            raise damaged()
        self.bytes = data[: 16 + length]
        self.vault_id = self.generation = self.writer = None
        self.slots, self.unknown = [], []
        self.read_parts(self.bytes[16:])

    def read_parts(self, body):
        before, newer = -1, False
        while body:
            if len(body) < 6:
                raise damaged()
            tag, length = struct.unpack("<HI", body[:6])
            value, body = body[6 : 6 + length], body[6 + length :]
            if len(value) != length or tag < before or (tag == before and tag != 0x0010):
                raise damaged()
            before = tag
            newer = self.read_part(tag, value) or newer
        if newer:
            raise Refused("newer version")
        kinds = [slot.kind for slot in self.slots]
        if None in (self.vault_id, self.generation, self.writer):
            raise damaged()
        if not 1 <= len(kinds) <= 16 or kinds.count(1) > 8:
            raise damaged()

    def read_part(self, tag, value):
        if tag in (1, 3) and len(value) != 16 or tag == 2 and len(value) != 8:
            raise damaged()
        if tag == 1:
            self.vault_id = value
        elif tag == 2:
            self.generation = struct.unpack("<Q", value)[0]
        elif tag == 3:
            self.writer = value
        elif tag == 0x0010:
            self.slots.append(Slot(value))
        elif tag & 0x8000:
            return True
        else:
            self.unknown.append((tag, value))
        return False


def is_padded_size(size):
    return size > 0 and padded_size(size) == size


def padded_size(length):
    if length <= 262144:
        return max(1, -(-length // 16384)) * 16384
    exponent = int(math.floor(math.log2(length)))
    step = 1 << (exponent - (int(math.floor(math.log2(exponent))) + 1))
    return -(-length // step) * step


class View:
    """A header that could be read, and its payload box."""

    def __init__(self, data, header):
        size = len(header.bytes)
        self.header = header
        self.payload = data[size : len(data) - 12 - size]
        if len(data) < 2 * size + 12 + 72 or not is_padded_size(len(self.payload) - 72):
            raise damaged()
        self.whole = data[size + len(self.payload) :] == header.bytes + u32(size) + END_MAGIC


def read_container(data, magic=MAGIC):
    if len(data) > LARGEST_FILE:
        raise Refused("too large")
    if magic == MAGIC and data.startswith(BACKUP_MAGIC):
        raise Refused("a backup")
    if magic == MAGIC and data.startswith(EXPORT_MAGIC):
        raise Refused("an export")
    views, answers = [], []
    try:
        views.append(View(data, Header(data, magic)))
        if views[0].whole:
            return views
    except Refused as refused:
        answers.append(refused.answer)
    try:
        view = View(data, mirror(data, magic))
        view.whole = False
        views.append(view)
    except Refused as refused:
        answers.append(refused.answer)
    if views:
        return views
    if "newer version" in answers:
        raise Refused("newer version")
    begins = data[:4] and magic.startswith(data[:4])
    nothing = "not a vault" if magic == MAGIC else "not an export"
    raise Refused("damaged" if begins or data.endswith(END_MAGIC) else nothing)


def mirror(data, magic=MAGIC):
    if len(data) < 12 or not data.endswith(END_MAGIC):
        raise damaged()
    length = struct.unpack("<I", data[-12:-8])[0]
    if length > len(data) - 12:
        raise damaged()
    header = Header(data[len(data) - 12 - length : len(data) - 12], magic)
    if len(header.bytes) != length:
        raise damaged()
    return header


# -- 6, 7: the record ---------------------------------------------------------------------------------


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        if count > len(self.data) - self.at:
            raise damaged()
        self.at += count
        return self.data[self.at - count : self.at]


class Number:
    def __init__(self, form, allowed=None):
        self.form, self.allowed = struct.Struct("<" + form), allowed

    def read(self, reader):
        value = self.form.unpack(reader.take(self.form.size))[0]
        if self.allowed is not None and value not in self.allowed:
            raise damaged()
        return value

    def write(self, value):
        return self.form.pack(value)


class Bool:
    def read(self, reader):
        byte = reader.take(1)[0]
        if byte > 1:
            raise damaged()
        return byte == 1

    def write(self, value):
        return bytes([bool(value)])


class Fixed:
    def __init__(self, count):
        self.count = count

    def read(self, reader):
        return reader.take(self.count)

    def write(self, value):
        assert len(value) == self.count
        return bytes(value)


class Bytes:
    def __init__(self, most):
        self.most = most

    def read(self, reader):
        count = struct.unpack("<Q", reader.take(8))[0]
        if count > self.most:
            raise damaged()
        return reader.take(count)

    def write(self, value):
        return struct.pack("<Q", len(value)) + bytes(value)


class String(Bytes):
    def __init__(self):
        super().__init__(65536)

    def read(self, reader):
        try:
            return super().read(reader).decode("utf-8", "strict")
        except UnicodeDecodeError:
            raise damaged() from None

    def write(self, value):
        return super().write(value.encode())


class List:
    def __init__(self, of, most, least=0):
        self.of, self.most, self.least = of, most, least

    def read(self, reader):
        count = struct.unpack("<Q", reader.take(8))[0]
        if not self.least <= count <= self.most:
            raise damaged()
        return [self.of.read(reader) for _ in range(count)]

    def write(self, values):
        return struct.pack("<Q", len(values)) + b"".join(self.of.write(value) for value in values)


class Maybe:
    def __init__(self, of):
        self.of = of

    def read(self, reader):
        tag = reader.take(1)[0]
        if tag > 1:
            raise damaged()
        return self.of.read(reader) if tag else None

    def write(self, value):
        return b"\x00" if value is None else b"\x01" + self.of.write(value)


class Choice:
    def __init__(self, *choices):
        self.choices = choices

    def read(self, reader):
        number = struct.unpack("<I", reader.take(4))[0]
        if number >= len(self.choices):
            raise damaged()
        name, of = self.choices[number]
        return {name: of.read(reader)}

    def write(self, value):
        (name, inner), = value.items()
        for number, (known, of) in enumerate(self.choices):
            if known == name:
                return u32(number) + of.write(inner)
        raise ValueError(name)


class Record:
    def __init__(self, *fields, check=None):
        self.fields, self.check = fields, check

    def read(self, reader):
        value = {name: of.read(reader) for name, of in self.fields}
        if self.check and not self.check(value):
            raise damaged()
        return value

    def write(self, value):
        return b"".join(of.write(value[name]) for name, of in self.fields)


U8, U16, U32, U64, I64 = Number("B"), Number("H"), Number("I"), Number("Q"), Number("q")
STRING, SMALL_LIST = String(), 1000
EXT = List(Record(("number", U16), ("value", Bytes(1048576))), SMALL_LIST)


def has_yandex_checksum(key):
    bits = "".join(f"{byte:08b}" for byte in key)
    rest = 0
    for bit in bits[:196]:
        rest = rest << 1 | int(bit)
        if rest & 0x1000:
            rest ^= 0x18F3
    return rest == int(bits[196:], 2)


def is_motp_text(key):
    try:
        text = key.decode("utf-8", "strict")
    except UnicodeDecodeError:
        return False
    is_hex = all(character in "0123456789abcdefABCDEF" for character in text)
    return text == text.strip() and (not is_hex or text == text.lower())


def check_otp(otp):
    kind, algorithm, digits, period = otp["otp_type"], otp["algorithm"], otp["digits"], otp["period"]
    counter, key, pin = otp["counter"], otp["key"], otp["pin"]
    if not 1 <= len(key) <= 640 or len(pin) > 64:
        return False
    if kind == 1:
        free = algorithm in (1, 2, 3) and 1 <= digits <= 10 and 1 <= period <= 86400
        return free and counter == 0 and pin == ""
    if kind == 2:
        return algorithm in (1, 2, 3) and 1 <= digits <= 10 and period == 0 and counter < 1 << 63 and pin == ""
    if kind == 3:
        return (algorithm, digits, period, counter, pin) == (1, 5, 30, 0, "")
    if kind == 4:
        return (algorithm, digits, period, counter) == (0, 6, 10, 0) and pin != "" and is_motp_text(key)
    if kind == 5:
        whole = len(key) == 16 or len(key) == 26 and has_yandex_checksum(key)
        return (algorithm, digits, period, counter) == (2, 8, 30, 0) and pin != "" and whole
    return False


OTP = Record(
    ("otp_type", U8), ("algorithm", U8), ("digits", U8), ("period", U32), ("counter", U64),
    ("key", Bytes(65536)), ("pin", STRING), check=check_otp,
)
MISSING = Record(("reason", Number("B", (1, 2, 3, 4))), ("type_name", STRING), ("device_sealed", Maybe(Bytes(1048576))))
LABEL = Record(
    ("issuer", STRING), ("name", STRING), ("otp_type", Number("B", range(1, 6))),
    ("algorithm", Number("B", range(4))), ("digits", U8), ("period", U32),
)
SIGN_IN_SLOTS = List(
    Record(
        ("contact_kind", Number("B", (1, 2))), ("hint", STRING), ("memory", U32), ("passes", U32), ("lanes", U32),
        ("salt", Fixed(32)), ("sealed", Bytes(65536)),
    ),
    4, least=1,
)
SEALED = Record(("seal_id", Fixed(16)), ("label", LABEL), ("slots", SIGN_IN_SLOTS), ("sealed", Bytes(1048576)))
SIGN_IN = Record(("account_key", Fixed(32)), ("slots", SIGN_IN_SLOTS), ("seal_id", Fixed(16)))
RECOVERY_CODE = Record(("code", Bytes(65536)), ("used", Bool()))
OLD_KEY = Record(("otp", OTP), ("replaced", I64))
PROVIDER_PIN = Record(
    ("issuer", STRING), ("subject", STRING), ("confirmed", I64), ("second_factor", Number("B", (1, 2)))
)
ACCOUNT = Record(
    ("id", Fixed(16)), ("kind", Number("B", (1, 2, 3))), ("passwordless", Bool()),
    ("protection", Number("B", (1, 2, 3))), ("issuer", STRING), ("name", STRING), ("note", STRING),
    ("groups", List(STRING, SMALL_LIST)), ("pinned", Bool()),
    ("credential", Choice(("missing", MISSING), ("ready", OTP), ("sealed", SEALED))), ("sign_in", Maybe(SIGN_IN)),
    ("recovery_codes", List(RECOVERY_CODE, SMALL_LIST)), ("use_count", U64), ("last_used", Maybe(I64)),
    ("created", I64), ("changed", I64), ("trashed", Maybe(I64)), ("history", List(OLD_KEY, SMALL_LIST)),
    ("accepted", Maybe(I64)), ("refused", Maybe(I64)), ("provider_pin", Maybe(PROVIDER_PIN)), ("icon", STRING),
    ("ext", EXT),
    check=lambda account: not account["passwordless"] or account["kind"] == 2,
)
PAYLOAD = Record(
    ("created", I64), ("mark_key", Fixed(32)), ("words_key", Maybe(Fixed(32))), ("auto_lock_seconds", U32),
    ("groups", List(STRING, 10000)), ("accounts", List(ACCOUNT, 100000)), ("ext", EXT),
)


def unpad(padded):
    if len(padded) < 4:
        raise damaged()
    count = struct.unpack("<I", padded[:4])[0]
    inside, zeros = padded[4 : 4 + count], padded[4 + count :]
    if 4 + count > len(padded) or padded_size(4 + count) != len(padded) or zeros.count(0) != len(zeros) or count < 2:
        raise damaged()
    return inside


def read_payload(padded):
    return read_numbered(PAYLOAD, unpad(padded))


def read_numbered(of, data):
    """What stands behind its version, whole."""
    if len(data) < 2:
        raise damaged()
    version = struct.unpack("<H", data[:2])[0]
    if version > 1:
        raise Refused("newer version")
    if version < 1:
        raise damaged()
    reader = Reader(data[2:])
    value = of.read(reader)
    if reader.at != len(reader.data):
        raise damaged()
    return value


def pad(inside):
    length = padded_size(4 + len(inside))
    return (u32(len(inside)) + inside).ljust(length, b"\x00")


def write_payload(payload, schema=1):
    return pad(struct.pack("<H", schema) + PAYLOAD.write(payload))


# -- the whole file -----------------------------------------------------------------------------------


def open_vault(data, kind, secret, magic=MAGIC):
    """Opens a vault, or by its magic an export, with ("passphrase", text), ("words", text) or ("key", 32 bytes)."""
    wanted = {"passphrase": 1, "words": 2, "key": 3}[kind]
    views, worst = read_container(data, magic), "no such slot"
    for view in views:
        try:
            vault_key = find_key(view.header, wanted, secret)
            try:
                plain = unseal(vault_key, "payload", view.header.bytes, view.payload)
            except Refused:
                raise damaged() from None
            return view, vault_key, read_payload(plain)
        except Refused as refused:
            worst = max(worst, refused.answer, key=ORDER.index)
    raise Refused(worst)


def find_key(header, wanted, secret):
    worst = "no such slot"
    for slot in header.slots:
        if slot.kind != wanted:
            continue
        try:
            return unseal(slot_key(slot, secret), "slot", header.vault_id + slot.head, slot.box)
        except Refused as refused:
            worst = max(worst, refused.answer, key=ORDER.index)
    raise Refused(worst)


def slot_key(slot, secret):
    if slot.kind == 1:
        return passphrase_key(secret, slot.salt, slot.memory, slot.passes, slot.lanes)
    if slot.kind == 2:
        return words_key(words_to_entropy(secret))
    return secret


def assemble(header, vault_key, padded, chance):
    box = seal(vault_key, "payload", header, padded, chance)
    return header + box + header + u32(len(header)) + END_MAGIC


# -- codes, so that both programs can be asked for one ---------------------------------------------------


def code(otp, now):
    kind, key = otp["otp_type"], otp["key"]
    if kind == 4:
        text = str(now // 10) + key.decode() + otp["pin"]
        return hashlib.md5(text.encode()).hexdigest()[:6]
    if kind == 5:
        digest = hashlib.sha256(otp["pin"].encode() + key[:16]).digest()
        mac = hmac.new(digest[1:] if digest[0] == 0 else digest, struct.pack(">Q", now // 30), hashlib.sha256)
        value = truncate(mac.digest(), 8) & 0x7FFFFFFFFFFFFFFF
        letters = ""
        for _ in range(8):
            value, digit = divmod(value, 26)
            letters = chr(ord("a") + digit) + letters
        return letters
    count = otp["counter"] if kind == 2 else now // otp["period"]
    name = {1: "sha1", 2: "sha256", 3: "sha512"}[otp["algorithm"]]
    value = truncate(hmac.new(key, struct.pack(">Q", count), name).digest(), 4) & 0x7FFFFFFF
    if kind == 3:
        letters = ""
        for _ in range(5):
            value, digit = divmod(value, 26)
            letters += "23456789BCDFGHJKMNPQRTVWXY"[digit]
        return letters
    return str(value % 10 ** otp["digits"]).zfill(otp["digits"])


def truncate(mac, width):
    at = mac[-1] & 15
    return int.from_bytes(mac[at : at + width], "big")


# -- JSON -------------------------------------------------------------------------------------------


def to_json(value):
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {name: to_json(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [to_json(inner) for inner in value]
    return value


def hide(value):
    secret = ("key", "pin", "code", "account_key", "mark_key", "words_key")
    if isinstance(value, dict):
        return {name: "hidden" if name in secret and inner is not None else hide(inner) for name, inner in value.items()}
    return [hide(inner) for inner in value] if isinstance(value, list) else value


def blank_otp(**given):
    otp = {"otp_type": 1, "algorithm": 1, "digits": 6, "period": 30, "counter": 0, "key": b"", "pin": ""}
    return otp | given


def blank_account(**given):
    account = {
        "id": bytes(16), "kind": 1, "passwordless": False, "protection": 1, "issuer": "", "name": "", "note": "",
        "groups": [], "pinned": False, "credential": {"missing": blank_missing()}, "sign_in": None,
        "recovery_codes": [], "use_count": 0, "last_used": None, "created": 0, "changed": 0, "trashed": None,
        "history": [], "accepted": None, "refused": None, "provider_pin": None, "icon": "", "ext": [],
    }
    return account | given


def blank_missing(**given):
    return {"reason": 1, "type_name": "", "device_sealed": None} | given


def from_json(description, chance):
    """Accounts as JSON: the fields of the document, keys and ids in hex, whatever is left out at its default."""

    def unhex(of, value):
        if value is None:
            return None
        if isinstance(of, Maybe):
            return unhex(of.of, value)
        if isinstance(of, (Fixed, Bytes)) and not isinstance(of, String):
            return bytes.fromhex(value)
        if isinstance(of, List):
            return [unhex(of.of, inner) for inner in value]
        if isinstance(of, Record):
            return {name: unhex(inner, value[name]) for name, inner in of.fields if name in value}
        if isinstance(of, Choice):
            return {name: unhex(dict(of.choices)[name], inner) for name, inner in value.items()}
        return value

    accounts = []
    for given in description["accounts"]:
        account = blank_account(id=chance(16)) | unhex(ACCOUNT, given)
        if "ready" in account["credential"]:
            account["credential"]["ready"] = blank_otp() | account["credential"]["ready"]
        accounts.append(account)
    return {"groups": description.get("groups", []), "accounts": accounts}


# -- commands ------------------------------------------------------------------------------------------


def line_from(fd):
    text = b""
    while not text.endswith(b"\n"):
        byte = os.read(fd, 1)
        if not byte:
            break
        text += byte
    return text.decode().rstrip("\r\n")


def opener_of(options):
    if options.words_fd is not None and options.passphrase_fd is None:
        return "words", line_from(options.words_fd)
    return "passphrase", line_from(options.passphrase_fd)


def command_open(options):
    with open(options.vault, "rb") as file:
        data = file.read(LARGEST_FILE + 1)
    magic = EXPORT_MAGIC if options.command == "open-export" else MAGIC
    view, _, payload = open_vault(data, *opener_of(options), magic)
    if options.device_keys is not None:
        open_bound(payload, view.header.vault_id, options.device_keys)
    shown = to_json(payload)
    for account, row in zip(payload["accounts"], shown["accounts"]):
        if options.at is not None and "ready" in account["credential"]:
            row["code_at"] = code(account["credential"]["ready"], options.at)
    shown = shown if options.secrets else hide(shown)
    header = {
        "vault_id": view.header.vault_id.hex(), "generation": view.header.generation, "healed": not view.whole,
        "slots": [slot.kind for slot in view.header.slots],
    }
    print(json.dumps(header | shown, indent=1, ensure_ascii=False))


def open_bound(payload, vault_id, folder):
    """Accounts that are bound to this computer, opened with its device key as it lies in the state folder."""
    import pulih_sign_in

    with open(os.path.join(folder, vault_id.hex()), "rb") as file:
        key = file.read()
    for account in payload["accounts"]:
        sealed = account["credential"].get("missing", {}).get("device_sealed")
        if sealed is not None:
            content = pulih_sign_in.open_device(key, account["id"], vault_id, sealed)
            account["credential"] = {"ready": content.pop("otp")}
            account |= content


def command_write(options):
    with open(options.description, encoding="utf-8") as file:
        description = json.load(file)
    chance, now = os.urandom, int(time.time() * 1000)
    payload = {
        "created": now, "mark_key": chance(32), "words_key": None,
        "auto_lock_seconds": description.get("auto_lock_seconds", 300), "ext": [],
    } | from_json(description, chance)
    vault_id, vault_key = chance(16), chance(32)
    text = line_from(options.passphrase_fd)
    cost = options.memory_mib * 1024, options.passes, options.lanes
    slots = [make_passphrase_slot(vault_id, vault_key, text, *cost, chance)]
    if options.words_fd is not None:
        payload["words_key"] = words_key(words_to_entropy(line_from(options.words_fd)))
        slots.append(make_slot(vault_id, vault_key, 2, payload["words_key"], chance))
    parts = [(1, vault_id), (2, struct.pack("<Q", 1)), (3, chance(16))] + [(0x10, slot) for slot in slots]
    magic = EXPORT_MAGIC if options.command == "write-export" else MAGIC
    data = assemble(make_header(parts, magic=magic), vault_key, write_payload(payload), chance)
    fd = os.open(options.vault, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(fd, "wb") as file:
        file.write(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("open", "open-export", "write", "write-export"):
        command = commands.add_parser(name)
        if name.startswith("write"):
            command.add_argument("description")
            command.add_argument("--memory-mib", type=int, default=64)
            command.add_argument("--passes", type=int, default=3)
            command.add_argument("--lanes", type=int, default=4)
        else:
            command.add_argument("--secrets", action="store_true")
            command.add_argument("--at", type=int)
            command.add_argument("--device-keys")
        command.add_argument("vault")
        command.add_argument("--passphrase-fd", type=int)
        command.add_argument("--words-fd", type=int)
    commands.add_parser("known-answers")
    for name in ("vectors", "check"):
        commands.add_parser(name).add_argument("folder")
    options = parser.parse_args()
    if options.command in ("open", "open-export"):
        command_open(options)
    elif options.command in ("write", "write-export"):
        command_write(options)
    else:
        import pulih_vectors

        pulih_vectors.run(options)


if __name__ == "__main__":
    try:
        main()
    except Refused as refused:
        print(f"refused: {refused.answer}", file=sys.stderr)
        sys.exit(4)
