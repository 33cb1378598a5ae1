"""A writer of KeePass databases of the kinds 3 and 4, after https://keepass.info/help/kb/kdbx.html, with the ciphers of
another library. Small costs, since a sample protects nothing.
"""

import base64
import gzip
import hashlib
import hmac
import struct
from xml.sax.saxutils import escape

import argon2.low_level
from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from generate import ACCOUNTS, PASSWORD, b32, chance, uri

AES = bytes.fromhex("31c1f2e6bf714350be5805216afc5aff")
CHACHA20 = bytes.fromhex("d6038a2b8b6f4cb5a524339a31dbb59a")
ARGON2D = bytes.fromhex("ef636ddf8c29444b91f7a9a403e30a0c")
SALSA_NONCE = bytes.fromhex("e830094b97205d2a")
MAGIC = struct.pack("<II", 0x9AA2D903, 0xB54BFB67)

sha256 = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
sha512 = lambda *parts: hashlib.sha512(b"".join(parts)).digest()


def salsa20(key, nonce, length):
    """Salsa20, which the library does not have: https://cr.yp.to/snuffle/spec.pdf."""
    turn = lambda value, by: (value << by | value >> (32 - by)) & 0xFFFFFFFF
    out = b""
    for block in range(length // 64 + 1):
        words = struct.unpack("<16I", b"expa" + key[:16] + b"nd 3" + nonce + struct.pack("<Q", block) + b"2-by" + key[16:] + b"te k")
        x = list(words)
        for _ in range(10):
            for a, b, c, d in ((0, 4, 8, 12), (5, 9, 13, 1), (10, 14, 2, 6), (15, 3, 7, 11),
                               (0, 1, 2, 3), (5, 6, 7, 4), (10, 11, 8, 9), (15, 12, 13, 14)):
                x[b] ^= turn((x[a] + x[d]) & 0xFFFFFFFF, 7)
                x[c] ^= turn((x[b] + x[a]) & 0xFFFFFFFF, 9)
                x[d] ^= turn((x[c] + x[b]) & 0xFFFFFFFF, 13)
                x[a] ^= turn((x[d] + x[c]) & 0xFFFFFFFF, 18)
        out += struct.pack("<16I", *((one + two) & 0xFFFFFFFF for one, two in zip(x, words)))
    return out[:length]


def chacha20(key, nonce, data):
    return Cipher(algorithms.ChaCha20(key, bytes(4) + nonce), None).encryptor().update(data)


def aes_cbc(key, iv, plain):
    pad = padding.PKCS7(128).padder()
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return cipher.update(pad.update(plain) + pad.finalize()) + cipher.finalize()


class Hidden:
    """Hides fields one after the other with one long stream."""

    def __init__(self, stream):
        self.stream, self.at = stream, 0

    def __call__(self, text):
        data = text.encode()
        part = self.stream(self.at + len(data))[self.at :]
        self.at += len(data)
        return base64.b64encode(bytes(one ^ two for one, two in zip(data, part))).decode()


def xml(accounts, hide, head=""):
    """Groups in a group, an entry in the recycle bin, a history, and one field in four hidden."""

    def field(name, text, is_hidden=False):
        value = f'<Value Protected="True">{hide(text)}</Value>' if is_hidden else f"<Value>{escape(text)}</Value>"
        return f"<String><Key>{name}</Key>{value}</String>"

    def entry(a, more=""):
        said = field("Title", a["issuer"]) + field("UserName", a["name"]) + field("Password", "never read", True)
        return f"<Entry>{said}{field('otp', uri(a), True)}{field('Notes', a['note'])}{more}</Entry>"

    def group(name, inside, uuid="AAAAAAAAAAAAAAAAAAAAAA=="):
        return f"<Group><UUID>{uuid}</UUID><Name>{escape(name)}</Name>{inside}</Group>"

    of = lambda name: "".join(entry(a) for a in accounts if (a["groups"] or [""])[0] == name)
    bin_id = base64.b64encode(chance("kdbx bin", 16)).decode()
    # In the order of the file, as hidden fields take their turns.
    root = of("") + f"<Entry>{field('Title', 'No code')}{field('Password', 'never read', True)}"
    root += f"<History>{entry(accounts[0])}</History></Entry>"
    root += group("Privat", of("Privat")) + group("Money", of("Money"))
    root += group("Recycle Bin", entry(accounts[0]), bin_id)
    meta = f"<Meta>{head}<RecycleBinUUID>{bin_id}</RecycleBinUUID></Meta>"
    text = f'<?xml version="1.0" encoding="utf-8"?><KeePassFile>{meta}<Root>{group("Database", root)}</Root></KeePassFile>'
    return text.encode()


def composite(password, key_file):
    parts = [sha256(password.encode())] if password is not None else []
    return sha256(*parts, *([key_file] if key_file else []))


def kind_3(accounts, use, password, key_file=None):
    seed, transform, stream_key, first, iv = (chance(f"{use} {part}", size) for part, size in (
        ("seed", 32), ("transform", 32), ("stream", 32), ("first", 32), ("iv", 16)))
    rounds = 60
    field = lambda number, data: struct.pack("<BH", number, len(data)) + data
    head = MAGIC + struct.pack("<I", 0x00030001) + b"".join((
        field(2, AES), field(3, struct.pack("<I", 1)), field(4, seed), field(5, transform), field(6, struct.pack("<Q", rounds)),
        field(7, iv), field(8, stream_key), field(9, first), field(10, struct.pack("<I", 2)), field(0, b"\r\n\r\n")))
    key = composite(password, key_file)
    cipher = Cipher(algorithms.AES(transform), modes.ECB()).encryptor()
    for _ in range(rounds):
        key = cipher.update(key)
    key = sha256(seed, sha256(key))
    hide = Hidden(lambda length: salsa20(sha256(stream_key), SALSA_NONCE, length))
    hash_ = base64.b64encode(sha256(head)).decode()
    packed = gzip.compress(xml(accounts, hide, f"<HeaderHash>{hash_}</HeaderHash>"), mtime=0)
    blocks = struct.pack("<I", 0) + sha256(packed) + struct.pack("<I", len(packed)) + packed
    blocks += struct.pack("<I", 1) + bytes(32) + struct.pack("<I", 0)
    return head + aes_cbc(key, iv, first + blocks)


def kind_4(accounts, use, password, key_file=None):
    seed, salt, inner, iv = (chance(f"{use} {part}", size) for part, size in (
        ("seed", 32), ("salt", 32), ("inner", 64), ("iv", 12)))
    named = lambda type_, name, data: struct.pack("<BI", type_, len(name)) + name + struct.pack("<I", len(data)) + data
    kdf = struct.pack("<H", 0x100) + b"".join((
        named(0x42, b"$UUID", ARGON2D), named(0x04, b"V", struct.pack("<I", 0x13)), named(0x42, b"S", salt),
        named(0x05, b"I", struct.pack("<Q", 2)), named(0x05, b"M", struct.pack("<Q", 64 * 1024)),
        named(0x04, b"P", struct.pack("<I", 2)))) + b"\0"
    field = lambda number, data: struct.pack("<BI", number, len(data)) + data
    head = MAGIC + struct.pack("<I", 0x00040000) + b"".join((
        field(2, CHACHA20), field(3, struct.pack("<I", 0)), field(4, seed), field(7, iv), field(11, kdf), field(0, b"\r\n\r\n")))
    derived = argon2.low_level.hash_secret_raw(
        composite(password, key_file), salt, 2, 64, 2, 32, argon2.low_level.Type.D, 19)
    base = sha512(seed, derived, b"\1")
    proof = lambda number, data: hmac.digest(sha512(struct.pack("<Q", number), base), data, "sha256")
    stream = sha512(inner)
    hide = Hidden(lambda length: chacha20(stream[:32], stream[32:44], bytes(length)))
    plain = field(1, struct.pack("<I", 3)) + field(2, inner) + field(0, b"") + xml(accounts, hide)
    sealed = chacha20(sha256(seed, derived), iv, plain)
    out = head + sha256(head) + proof(2**64 - 1, head)
    for number, block in enumerate((sealed[:1000], sealed[1000:], b"")):
        size = struct.pack("<I", len(block))
        out += proof(number, struct.pack("<Q", number) + size + block) + size + block
    return out


def key_file_xml(key):
    digits = key.hex().upper()
    said = " ".join(digits[at : at + 8] for at in range(0, 64, 8))
    check = sha256(key)[:4].hex().upper()
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<KeyFile>\n\t<Meta>\n\t\t<Version>2.0</Version>\n\t</Meta>\n\t<Key>\n'
        f'\t\t<Data Hash="{check}">\n\t\t\t{said}\n\t\t</Data>\n\t</Key>\n</KeyFile>\n'
    ).encode()


def files():
    accounts = [a for a in ACCOUNTS if a["type"] in ("totp", "steam", "hotp") and len(a["issuer"]) < 100 and a["issuer"]]
    held = [dict(a, groups=a["groups"][:1], pinned=False) for a in accounts]
    held.sort(key=lambda a: ["", "Privat", "Money"].index((a["groups"] or [""])[0]))
    yield "keepass-3.kdbx", kind_3(accounts, "kdbx 3", PASSWORD), "kdbx", [PASSWORD], held
    yield "keepass-4.kdbx", kind_4(accounts, "kdbx 4", PASSWORD), "kdbx", [PASSWORD], held
    key = chance("kdbx key file", 32)
    yield "keepass.keyx", key_file_xml(key), None, [], []
    yield "keepass-4-key-file.kdbx", kind_4(accounts, "kdbx 4 k", None, key), "kdbx", [""], held, "keepass.keyx"
    both = kind_3(accounts, "kdbx 3 k", PASSWORD, key)
    yield "keepass-3-both.kdbx", both, "kdbx", [PASSWORD], held, "keepass.keyx"
