#!/usr/bin/env python3
"""Writes the sample files of this folder from one invented set of accounts, with other libraries than the program.

    python3 generate.py            writes the files
    python3 generate.py --check    says which files differ from what would be written; exit code 1 if any does

Needs `cryptography`, argon2-cffi, PyNaCl and segno (tests/independent/requirements.txt). Everything that would be random is derived from the name of its use, so that the same
files come out every time. The passwords are in `expected.json`; they protect nothing.
"""

import base64
import hashlib
import json
import sys
import urllib.parse
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

HERE = Path(__file__).resolve().parent
PASSWORD = "a published test password"
BACKUP_PASSWORD = "blåbärssylt ↔ 二番目"
# Long enough for the mistake of old versions to matter: 40 two-byte letters, which Java's encoder gives 89 bytes.
OLD_PASSWORD = "å" * 40


def chance(use, length):
    return hashlib.shake_256(("pulih sample: " + use).encode()).digest(length)


def b32(data):
    return base64.b32encode(data).decode().rstrip("=")


def account(issuer, name, type_="totp", key=20, **more):
    found = {"issuer": issuer, "name": name, "type": type_, "secret": chance(issuer + name, key)}
    found.update({"algorithm": "SHA1", "digits": 6, "period": 30, "counter": None, "pin": None})
    found.update({"note": "", "groups": [], "pinned": False})
    found.update(more)
    return found


ACCOUNTS = [
    account("Example Mail", "anna@example.com", groups=["Privat"], pinned=True, note="first line\nsecond line"),
    account("Nordbank", "4711", algorithm="SHA256", digits=8, period=60, key=32, groups=["Privat", "Money"]),
    account("Gitforge", "dev", algorithm="SHA512", digits=10, period=15, key=64),
    account("Old Router", "admin", "hotp", period=None, counter=0),
    account("Old Router", "backup", "hotp", algorithm="SHA256", digits=8, period=None, counter=2**63 - 1),
    account("Steam", "gabriella", "steam", digits=5),
    account("Intranät", "åsa", "motp", key=8, algorithm="MD5", period=10, pin="1234"),
    account("Yandex", "vera", "yandex", key=16, algorithm="SHA256", digits=8, pin="52391"),
    account("Naïve & Söhne: 100%", "zoë+tag@example.com"),
    account("東京銀行", "山田 😀", groups=["Money"]),
    account("", "x", key=1),
    account("i" * 128, "n" * 256, key=640, algorithm="SHA512"),
    account("Odd", "one digit a day", digits=1, period=86400),
]


# -- URIs ---------------------------------------------------------------------------------------------------------


def uri(a):
    quote = lambda text: urllib.parse.quote(text, safe="")
    label = f"{quote(a['issuer'])}:{quote(a['name'])}" if a["issuer"] else quote(a["name"])
    if a["type"] == "motp":
        return f"motp://{label}?secret={a['secret'].hex()}"
    parts = [("secret", b32(a["secret"]))] + ([("issuer", a["issuer"])] if a["issuer"] else [])
    if a["type"] == "hotp":
        parts += [("algorithm", a["algorithm"]), ("digits", a["digits"]), ("counter", a["counter"])]
    elif a["type"] == "totp":
        parts += [("algorithm", a["algorithm"]), ("digits", a["digits"]), ("period", a["period"])]
    elif a["type"] == "yandex":
        parts += [("pin", b32(a["pin"].encode()))]
    host = {"yandex": "yaotp"}.get(a["type"], a["type"])
    return f"otpauth://{host}/{label}?" + "&".join(f"{name}={quote(str(value))}" for name, value in parts)


def in_uri(a):
    """What a list can hold of an account."""
    return dict(a, note="", groups=[], pinned=False, pin=None if a["type"] == "motp" else a["pin"])


# -- Google's transfer codes ----------------------------------------------------------------------------------------


def varint(value):
    value &= 2**64 - 1
    out = bytearray()
    while True:
        byte, value = value & 0x7F, value >> 7
        out.append(byte | (0x80 if value else 0))
        if not value:
            return bytes(out)


def number(field, value):
    return varint(field << 3) + varint(value)


def data(field, value):
    return varint(field << 3 | 2) + varint(len(value)) + value


def in_transfer(a):
    return a["type"] in ("totp", "hotp") and a["digits"] in (6, 8) and a["period"] in (30, None)


def transfer_account(a):
    out = data(1, a["secret"])
    out += data(2, (f"{a['issuer']}:{a['name']}" if a["issuer"] else a["name"]).encode())
    out += data(3, a["issuer"].encode())
    out += number(4, {"SHA1": 1, "SHA256": 2, "SHA512": 3}[a["algorithm"]])
    out += number(5, {6: 1, 8: 2}[a["digits"]])
    out += number(6, {"hotp": 1, "totp": 2}[a["type"]])
    return out + (number(7, a["counter"]) if a["type"] == "hotp" else b"")


def transfer(accounts, index, size, batch):
    payload = b"".join(data(1, transfer_account(a)) for a in accounts)
    payload += number(2, 1) + number(3, size) + (number(4, index) if index else b"") + number(5, batch)
    return "otpauth-migration://offline?data=" + urllib.parse.quote(base64.b64encode(payload).decode(), safe="")


# -- Aegis ----------------------------------------------------------------------------------------------------------


def uuid(use):
    raw = bytearray(chance("uuid " + use, 16))
    raw[6], raw[8] = raw[6] & 0x0F | 0x40, raw[8] & 0x3F | 0x80
    text = raw.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def aegis_entry(a, version):
    info = {"secret": b32(a["secret"]), "algo": a["algorithm"], "digits": a["digits"]}
    info.update({"counter": a["counter"]} if a["type"] == "hotp" else {"period": a["period"]})
    if a["pin"]:
        info["pin"] = a["pin"]
    entry = {"type": a["type"], "uuid": uuid(a["issuer"] + a["name"]), "name": a["name"], "issuer": a["issuer"]}
    entry.update({"icon": None, "info": info})
    if version == 1:
        return entry | {"group": a["groups"][0] if a["groups"] else None}
    return entry | {"note": a["note"], "favorite": a["pinned"], "groups": [uuid("group " + g) for g in a["groups"]]}


def aegis_content(accounts, version):
    content = {"version": version, "entries": [aegis_entry(a, version) for a in accounts]}
    if version > 1:
        names = sorted({g for a in accounts for g in a["groups"]})
        content["groups"] = [{"uuid": uuid("group " + name), "name": name} for name in names]
    return content


def aegis_plain(accounts, version):
    return {"version": 1, "header": {"slots": None, "params": None}, "db": aegis_content(accounts, version)}


def sealed(key, plain, use):
    nonce = chance("nonce " + use, 12)
    out = AESGCM(key).encrypt(nonce, plain, None)
    return out[:-16], {"nonce": nonce.hex(), "tag": out[-16:].hex()}


def padded_by_java(password):
    """The buffer that java.nio made for the password: 1.1 bytes a unit, doubled and one while that is too little."""
    raw, room = password.encode(), int(len(password.encode("utf-16-le")) // 2 * 1.1)
    while room < len(raw):
        room = 2 * room + 1
    return raw + b"\0" * (room - len(raw))


def slot(master, password, use, **more):
    salt = chance("salt " + use, 32)
    key = hashlib.scrypt(password, salt=salt, n=32768, r=8, p=1, dklen=32, maxmem=2**26)
    box, params = sealed(key, master, "slot " + use)
    head = {"type": 1, "uuid": uuid("slot " + use), "key": box.hex(), "key_params": params}
    return head | {"n": 32768, "r": 8, "p": 1, "salt": salt.hex()} | more


def aegis_locked(accounts, slots, master, use):
    box, params = sealed(master, json.dumps(aegis_content(accounts, 3)).encode(), "content " + use)
    return {"version": 1, "header": {"slots": slots, "params": params}, "db": base64.b64encode(box).decode()}


# -- The files ------------------------------------------------------------------------------------------------------


def entry(a):
    """An account as `import --json` prints it. Without the PIN that its codes need it is an account without a key."""
    found = {k: a[k] for k in ("issuer", "name", "type", "note", "groups", "pinned")}
    if a.get("state") == "missing":
        return found | {"state": "missing", "reason": a["reason"], "secret": None}
    if a["type"] in ("motp", "yandex") and not a["pin"]:
        return found | {"state": "missing", "reason": "pin-not-in-import", "secret": None}
    return found | {k: a[k] for k in ("algorithm", "digits", "period", "counter", "pin")} | {
        "secret": b32(a["secret"]), "state": "ready", "reason": None}


def files():
    """Each file's name, bytes, format, passwords and entries."""
    lines = [uri(a) for a in ACCOUNTS]
    listed = [in_uri(a) for a in ACCOUNTS]
    small = [in_uri(a) for a in ACCOUNTS if in_transfer(a)]
    parts = [transfer(small[i : i + 2], i // 2, (len(small) + 1) // 2, -7) for i in range(0, len(small), 2)]
    kept = small[:2] + small[4:]
    text = lambda lines, end="\n": end.join(lines) + end
    yield "uris.txt", text(lines).encode(), "uri-list", [], listed
    yield "uris-windows.txt", ("\ufeff" + text(["# a list", ""] + lines, "\r\n")).encode(), "uri-list", [], listed
    yield "uris-utf16.txt", b"\xff\xfe" + text(lines, "\r\n").encode("utf-16-le"), "uri-list", [], listed
    shuffled = [parts[-1], parts[0], parts[-1]] + parts[1:-1]
    yield "transfer.txt", text(shuffled).encode(), "google-migration", [], small
    yield "transfer-part-missing.txt", text([parts[0]] + parts[2:]).encode(), "google-migration", [], kept
    dumped = lambda value: json.dumps(value, indent=4, ensure_ascii=False).encode()
    yield "aegis-plain.json", dumped(aegis_plain(ACCOUNTS, 3)), "aegis", [], ACCOUNTS
    first = [dict(a, note="", pinned=False, groups=a["groups"][:1]) for a in ACCOUNTS]
    yield "aegis-plain-v1.json", dumped(aegis_plain(ACCOUNTS, 1)), "aegis", [], first
    master = chance("master", 32)
    fingerprint = {"type": 2, "uuid": uuid("slot fingerprint"), "key": chance("fingerprint", 32).hex()}
    fingerprint["key_params"] = {"nonce": "00" * 12, "tag": "00" * 16}
    two = [fingerprint, slot(master, PASSWORD.encode(), "main", repaired=True, is_backup=False),
           slot(master, BACKUP_PASSWORD.encode(), "backup", repaired=True, is_backup=True)]
    locked = aegis_locked(ACCOUNTS, two, master, "two")
    yield "aegis-encrypted.json", dumped(locked), "aegis", [PASSWORD, BACKUP_PASSWORD], ACCOUNTS
    old = [slot(master, padded_by_java(OLD_PASSWORD), "old")]
    old_file = aegis_locked(ACCOUNTS[:3], old, master, "old")
    yield "aegis-encrypted-unrepaired.json", dumped(old_file), "aegis", [OLD_PASSWORD], ACCOUNTS[:3]
    only = aegis_locked(ACCOUNTS[:1], [fingerprint], master, "fingerprint")
    yield "aegis-fingerprint-only.json", dumped(only), None, [], []


def all_files():
    made, expected = {}, {}
    # The writers of other apps' files are in a module of their own; it takes the accounts from here.
    sys.modules.setdefault("generate", sys.modules[__name__])
    import other_apps

    import databases, keepass, pictures

    modules = (other_apps, databases, keepass, pictures)
    for name, content, format_, passwords, accounts, *key_file in [*files(), *(one for it in modules for one in it.files())]:
        made[name] = content
        expected[name] = {"format": format_, "passwords": passwords, "entries": [entry(a) for a in accounts]}
        if key_file:
            expected[name]["key_file"] = key_file[0]
    made["expected.json"] = json.dumps(expected, indent=1, ensure_ascii=False).encode() + b"\n"
    return made


def main():
    made = all_files()
    if "--check" in sys.argv[1:]:
        differing = [n for n, c in made.items() if not (HERE / n).is_file() or (HERE / n).read_bytes() != c]
        print(f"samples: {len(made) - len(differing)} of {len(made)} are as the generator makes them")
        for name in differing:
            print(f"differs: {name}")
        sys.exit(1 if differing else 0)
    for name, content in made.items():
        (HERE / name).write_bytes(content)


if __name__ == "__main__":
    main()
