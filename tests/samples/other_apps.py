"""Reference writers: the files of other apps by the rules of their formats, with other libraries than the program's.
One function an app; each yields a file's name, bytes, format, passwords, and the accounts as they should come out.
"""

import base64
import csv
import hashlib
import hmac
import html
import io
import json
import struct
import urllib.parse
import zipfile
import zlib

import argon2.low_level
from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl import bindings

import generate as g
from generate import ACCOUNTS, b32, chance, in_uri, uri

PASSWORD = g.PASSWORD
FEW = [a for a in ACCOUNTS if len(a["issuer"]) < 100]


def bare(a, **changed):
    """What most formats hold: names and key."""
    return dict(a, note="", groups=[], pinned=False) | changed


def some(accounts, *types, digits=None, periods=None, sha1=False):
    return [
        a for a in accounts
        if a["type"] in types and (digits is None or a["digits"] in digits)
        and (periods is None or a["period"] in (None, *periods)) and not (sha1 and a["algorithm"] != "SHA1")
    ]


def dumped(value):
    return json.dumps(value, indent=1, ensure_ascii=False).encode()


def b64(data):
    return base64.b64encode(data).decode()


def gcm(key, use, plain, aad=None, size=12):
    nonce = chance("nonce " + use, size)
    return nonce, AESGCM(key).encrypt(nonce, plain, aad)


def cbc(key, iv, plain):
    pad = padding.PKCS7(128).padder()
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return cipher.update(pad.update(plain) + pad.finalize()) + cipher.finalize()


def argon2id(password, salt, passes, kib, lanes):
    return argon2.low_level.hash_secret_raw(password, salt, passes, kib, lanes, 32, argon2.low_level.Type.ID, 19)


def table(header, rows, **options):
    out = io.StringIO()
    writer = csv.writer(out, **({"lineterminator": "\n"} | options))
    writer.writerows([header, *rows])
    return out.getvalue().encode()


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


def zipped_under(password, name, data, use):
    """An archive of one member as WinZip locks it: AES-256 in its own counting, HMAC-SHA-1 behind, nothing packed.
    https://www.winzip.com/en/support/aes-encryption/"""
    salt = chance("zip salt " + use, 16)
    keys = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, 1000, 66)
    blocks = b"".join(struct.pack("<QQ", count, 0) for count in range(1, len(data) // 16 + 2))
    cipher = Cipher(algorithms.AES(keys[:32]), modes.ECB()).encryptor()
    sealed = bytes(one ^ two for one, two in zip(data, cipher.update(blocks)))
    body = salt + keys[64:] + sealed + hmac.digest(keys[32:64], sealed, "sha1")[:10]
    extra = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, 0)
    # Version 51, flag of a lock, method 99, midnight of 2026-01-01; the checksum is left out, as AE-2 has it.
    common = struct.pack("<HHHHHIIIHH", 51, 1, 99, 0, (46 << 9) | (1 << 5) | 1, 0, len(body), len(data), len(name), len(extra))
    local = b"PK\3\4" + common + name.encode() + extra + body
    central = b"PK\1\2" + struct.pack("<H", 51) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name.encode() + extra
    return local + central + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


def title(a):
    return a["issuer"] or a["name"]


# The text that every file of 2FAS holds under its password, to check it.
TWO_FAS_REFERENCE = (
    "tRViSsLKzd86Hprh4ceC2OP7xazn4rrt4xhfEUbOjxLX8Rc3mkISXE0lWbmnWfggogbBJhtYgpK6fMl1D6mtsy92R3HkdGfwuXbzLebqVFJsR7IZ2w58t938iymwG482"
    "4igYy1wi6n2WDpO1Q1P69zwJGs2F5a1qP4MyIiDSD7NCV2OvidXQCBnDlGfmz0f1BQySRkkt4ryiJeCjD2o4QsveJ9uDBUn8ELyOrESv5R5DMDkD4iAF8TXU7KyoJujd"
)


# -- Authenticators that are also written -------------------------------------------------------------------


def two_fas():
    accounts = [a for a in some(ACCOUNTS, "totp", "hotp", "steam", digits=range(5, 9), periods=(30, 60)) if a["issuer"]]
    groups = {name: g.uuid("2fas " + name) for name in ("Privat", "Money")}

    def service(place, a):
        otp = {"label": a["name"], "account": a["name"], "issuer": a["issuer"], "digits": a["digits"], "algorithm": a["algorithm"], "tokenType": a["type"].upper(), "source": "Link"}
        otp |= {"counter": a["counter"]} if a["type"] == "hotp" else {"period": a["period"]}
        found = {"name": a["issuer"], "secret": b32(a["secret"]), "updatedAt": 1700000000000, "otp": otp, "order": {"position": place}}
        return found | ({"groupId": groups[a["groups"][0]]} if a["groups"] else {})

    services = [service(*pair) for pair in enumerate(accounts)]
    top = {"groups": [{"id": id_, "name": name, "isExpanded": True} for name, id_ in groups.items()], "updatedAt": 1700000000000, "appVersionCode": 5000012, "appOrigin": "ios"}
    expected = [dict(bare(a), groups=a["groups"][:1]) for a in accounts]
    for version in (3, 4):
        yield f"2fas-v{version}.2fas", dumped(top | {"services": services, "schemaVersion": version}), "2fas", [], expected
    salt = chance("2fas salt", 32)
    key = hashlib.pbkdf2_hmac("sha256", PASSWORD.encode(), salt, 10000, 32)
    nonce, sealed = gcm(key, "2fas", json.dumps(services).encode())
    locked = ":".join(b64(part) for part in (sealed, salt, nonce))
    nonce, sealed = gcm(key, "2fas reference", TWO_FAS_REFERENCE.encode())
    reference = ":".join(b64(part) for part in (sealed, salt, nonce))
    yield "2fas-locked.2fas", dumped(top | {"services": [], "schemaVersion": 4, "servicesEncrypted": locked, "reference": reference}), "2fas", [PASSWORD], expected


def andotp():
    accounts = some(ACCOUNTS, "totp", "hotp", "steam")

    def item(a):
        found = {"secret": base64.b32encode(a["secret"]).decode(), "issuer": a["issuer"], "label": a["name"], "digits": a["digits"], "type": a["type"].upper(), "algorithm": a["algorithm"], "thumbnail": "Default", "last_used": 0, "used_frequency": 0, "tags": a["groups"]}
        return found | ({"counter": a["counter"]} if a["type"] == "hotp" else {"period": a["period"]})

    plain = dumped([item(a) for a in accounts])
    expected = [dict(bare(a), groups=a["groups"]) for a in accounts]
    yield "andotp.json", plain, "andotp", [], expected
    salt, rounds = chance("andotp salt", 12), 140123
    key = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), salt, rounds, 32)
    nonce, sealed = gcm(key, "andotp", plain)
    yield "andotp.json.aes", struct.pack(">I", rounds) + salt + nonce + sealed, "andotp", [PASSWORD], expected
    nonce, sealed = gcm(hashlib.sha256(PASSWORD.encode()).digest(), "andotp old", plain)
    yield "andotp-old.json.aes", nonce + sealed, "andotp", [PASSWORD], expected


def stratum():
    accounts = [a for a in some(FEW, "totp", "hotp", "steam", "yandex", digits=(5, 6, 7, 8, 9, 10)) if a["issuer"]]
    types = {"hotp": 1, "totp": 2, "steam": 4, "yandex": 5}
    id_ = lambda name: hashlib.sha1(name.encode()).hexdigest()[:8]
    entries = [
        {"Type": types[a["type"]], "Icon": None, "Issuer": a["issuer"], "Username": a["name"], "Secret": b32(a["secret"]), "Pin": a["pin"], "Algorithm": ["SHA1", "SHA256", "SHA512"].index(a["algorithm"]), "Digits": a["digits"], "Period": a["period"] or 30, "Counter": a["counter"] or 0, "CopyCount": 0, "Ranking": place}
        for place, a in enumerate(accounts)
    ]
    names = sorted({name for a in accounts for name in a["groups"]})
    bound = [{"CategoryId": id_(name), "AuthenticatorSecret": b32(a["secret"]), "Ranking": 0} for a in accounts for name in a["groups"]]
    plain = dumped({"Authenticators": entries, "Categories": [{"Id": id_(name), "Name": name, "Ranking": 0} for name in names], "AuthenticatorCategories": bound, "CustomIcons": []})
    expected = [dict(bare(a), groups=a["groups"]) for a in accounts]
    yield "stratum.json", plain, "stratum", [], expected
    salt = chance("stratum salt", 16)
    nonce, sealed = gcm(argon2id(PASSWORD.encode(), salt, 3, 65536, 4), "stratum", plain)
    yield "stratum.stratum", b"AUTHENTICATORPRO" + salt + nonce + sealed, "stratum", [PASSWORD], expected
    salt, iv = chance("authpro salt", 20), chance("authpro iv", 16)
    key = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), salt, 64000, 32)
    yield "stratum-legacy.authpro", b"AuthenticatorPro" + salt + iv + cbc(key, iv, plain), "stratum", [PASSWORD], expected
    lines = "\n".join(f"<div><code>{html.escape(uri(a))}</code></div>" for a in FEW)
    yield "stratum.html", f"<!DOCTYPE html>\n<html><body>{lines}</body></html>\n".encode(), "html", [], [in_uri(a) for a in FEW]


def ente():
    accounts = some(ACCOUNTS, "totp", "hotp", "steam")
    display = lambda a: "&codeDisplay=" + urllib.parse.quote(json.dumps({"pinned": a["pinned"], "trashed": False, "lastUsedAt": 0, "tapCount": 0, "tags": a["groups"], "note": a["note"]}), safe="")
    plain = "".join(uri(a) + display(a) + "\n" for a in accounts).encode()
    yield "ente.txt", plain, "ente", [], accounts
    salt = chance("ente salt", 16)
    key = argon2id(PASSWORD.encode(), salt, 2, 65536, 1)
    # One message of libsodium's stream; its header is drawn by the library, so these bytes are kept as they were made.
    kept = g.HERE / "ente-locked.json"
    if kept.exists():
        yield "ente-locked.json", kept.read_bytes(), "ente", [PASSWORD], accounts
        return
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    header = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    sealed = bindings.crypto_secretstream_xchacha20poly1305_push(state, plain, None, bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL)
    kdf = {"memLimit": 65536 * 1024, "opsLimit": 2, "salt": b64(salt)}
    yield "ente-locked.json", dumped({"version": 1, "kdfParams": kdf, "encryptedData": b64(sealed), "encryptionNonce": b64(header)}), "ente", [PASSWORD], accounts


def steam_uri(a):
    return f"steam://{b32(a['secret'])}" if a["type"] == "steam" else uri(a)


def bitwarden_authenticator():
    """Its table as it really comes: six names above, nine cells a row, nothing in quotes."""
    accounts = [a for a in some(FEW, "totp", "steam") if a["issuer"] and "," not in a["issuer"] + a["name"]]
    lines = ["folder,favorite,type,name,login_uri,login_totp"]
    for a in accounts:
        lines.append(f",{1 if a['pinned'] else ''},1,{a['issuer']},,{uri(a)},{a['issuer']},{a['period']},{a['digits']}")
    yield "bitwarden-authenticator.csv", "\n".join(lines).encode(), "bitwarden-authenticator-csv", [], [bare(a, pinned=a["pinned"]) for a in accounts]


def bitwarden():
    accounts = [a for a in some(ACCOUNTS, "totp", "steam") if a["issuer"]]
    folders = {name: g.uuid("folder " + name) for name in ("Privat", "Money")}
    items = [
        {"id": g.uuid("item" + a["issuer"] + a["name"]), "organizationId": None, "folderId": folders[a["groups"][0]] if a["groups"] else None, "type": 1, "reprompt": 0, "name": a["issuer"], "notes": a["note"] or None, "favorite": a["pinned"], "login": {"username": a["name"], "password": "never read", "totp": steam_uri(a)}}
        for a in accounts
    ]
    items.append({"id": g.uuid("no code"), "folderId": None, "type": 1, "name": "No code", "notes": None, "favorite": False, "login": {"username": "x", "password": "y", "totp": None}})
    items.append({"id": g.uuid("a note"), "folderId": None, "type": 2, "name": "A note", "notes": "text", "favorite": False, "secureNote": {"type": 0}})
    plain = {"encrypted": False, "folders": [{"id": id_, "name": name} for name, id_ in folders.items()], "items": items}
    expected = [dict(a, groups=a["groups"][:1]) for a in accounts]
    yield "bitwarden.json", dumped(plain), "bitwarden", [], expected
    for kind in (0, 1):
        salt = b64(chance(f"bitwarden salt {kind}", 16))
        if kind == 0:
            cost, master = {"kdfIterations": 100000}, hashlib.pbkdf2_hmac("sha256", PASSWORD.encode(), salt.encode(), 100000, 32)
        else:
            cost = {"kdfIterations": 2, "kdfMemory": 64, "kdfParallelism": 2}
            master = argon2id(PASSWORD.encode(), hashlib.sha256(salt.encode()).digest(), 2, 65536, 2)
        keys = [hmac.digest(master, use + b"\x01", "sha256") for use in (b"enc", b"mac")]

        def sealed(use, data):
            iv = chance(f"bitwarden {kind} {use}", 16)
            body = cbc(keys[0], iv, data)
            return "2." + "|".join(b64(part) for part in (iv, body, hmac.digest(keys[1], iv + body, "sha256")))

        top = {"encrypted": True, "passwordProtected": True, "salt": salt, "kdfType": kind} | cost
        top |= {"encKeyValidation_DO_NOT_EDIT": sealed("check", g.uuid("check").encode()), "data": sealed("data", json.dumps(plain).encode())}
        yield f"bitwarden-locked-{kind}.json", dumped(top), "bitwarden", [PASSWORD], expected
    rows = [[(a["groups"] or [""])[0], "1" if a["pinned"] else "", "login", a["issuer"], a["note"], "", "0", "", a["name"], "never read", steam_uri(a)] for a in accounts]
    header = "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp".split(",")
    yield "bitwarden.csv", table(header, rows), "bitwarden-csv", [], expected


def proton():
    accounts = [a for a in some(ACCOUNTS, "totp", "steam", digits=range(1, 10)) if a["type"] != "steam" or a["issuer"] == "Steam"]
    entries = [{"id": g.uuid("proton" + a["issuer"] + a["name"]), "content": {"uri": steam_uri(a), "entry_type": a["type"].capitalize(), "name": a["name"]}, "note": a["note"] or None} for a in accounts]
    plain = dumped({"version": 1, "entries": entries})
    expected = [bare(a, note=a["note"]) for a in accounts]
    yield "proton.json", plain, "proton-authenticator", [], expected
    salt = chance("proton salt", 16)
    nonce, sealed = gcm(argon2id(PASSWORD.encode(), salt, 2, 19456, 1), "proton", plain, b"proton.authenticator.export.v1")
    yield "proton-locked.json", dumped({"version": 1, "salt": b64(salt), "content": b64(nonce + sealed)}), "proton-authenticator", [PASSWORD], expected


def signed(data):
    return [byte - 256 if byte > 127 else byte for byte in data]


def freeotp():
    accounts = some(FEW, "totp", "hotp", digits=range(6, 10))
    accounts = [a for a in accounts if (a["period"] or 30) >= 5 and (a["counter"] is None or a["counter"] > 0)]

    def token(a, shift):
        counter = (a["counter"] or shift) - shift
        return {"algo": a["algorithm"], "counter": counter, "digits": a["digits"], "issuerExt": a["issuer"], "issuerInt": a["issuer"], "label": a["name"], "period": a["period"] or 30, "type": a["type"].upper()}

    expected = [bare(a) for a in accounts]
    name = lambda a: f"{a['issuer']}:{a['name']}"
    tokens = [token(a, 1) | {"secret": signed(a["secret"])} for a in accounts]
    yield "freeotp-plus.json", dumped({"tokenOrder": [name(a) for a in accounts], "tokens": tokens}), "freeotp-plus", [], expected
    string = lambda key, value: f'    <string name="{html.escape(key)}">{html.escape(json.dumps(value))}</string>\n'
    body = "".join(string(name(a), t) for a, t in zip(accounts, tokens)) + string("tokenOrder", [name(a) for a in accounts])
    yield "freeotp.xml", f"<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n{body}</map>\n".encode(), "freeotp", [], expected
    yield "freeotp2.xml", java_map(freeotp2(accounts, token)), "freeotp-2", [PASSWORD], expected


def freeotp2(accounts, token):
    """The entries of FreeOTP 2's backup: the master key under the password, each key under the master key."""
    der = lambda nonce: signed(b"\x30\x11\x04\x0c" + nonce + b"\x02\x01\x10")
    salt, master = chance("freeotp salt", 32), chance("freeotp master", 32)

    def key(use, under, plain, name):
        nonce, sealed = gcm(under, "freeotp " + use, plain, name.encode())
        return {"mCipher": "AES/GCM/NoPadding", "mCipherText": signed(sealed), "mParameters": der(nonce), "mToken": name}

    under = hashlib.pbkdf2_hmac("sha512", PASSWORD.encode(), salt, 100000, 32)
    entries = {"masterKey": json.dumps({"mAlgorithm": "PBKDF2withHmacSHA512", "mEncryptedKey": key("master", under, master, "AES"), "mIterations": 100000, "mSalt": signed(salt)})}
    for place, a in enumerate(accounts):
        id_ = g.uuid(f"freeotp {place}")
        entries[id_] = json.dumps({"key": json.dumps(key(id_, master, a["secret"], "Hmac" + a["algorithm"]))})
        entries[id_ + "-token"] = json.dumps(token(a, 0))
    return entries


def java_map(entries):
    """A java.util.HashMap of strings as Java writes it."""
    def string(value):
        # Modified UTF-8: what lies outside the first plane is two surrogates of three bytes each.
        units = value.encode("utf-16-be")
        out = b"".join(chr(unit).encode("utf-8", "surrogatepass") if unit else b"\xc0\x80" for (unit,) in struct.iter_unpack(">H", units))
        return b"\x74" + struct.pack(">H", len(out)) + out

    head = b"\xac\xed\x00\x05\x73\x72\x00\x11java.util.HashMap" + struct.pack(">Q", 362498820763181265) + b"\x03\x00\x02"
    head += b"F\x00\x0aloadFactorI\x00\x09threshold\x78\x70" + struct.pack(">fi", 0.75, 48)
    body = b"".join(string(key) + string(value) for key, value in entries.items())
    return head + b"\x77\x08" + struct.pack(">II", 64, len(entries)) + body + b"\x78"


# -- Authenticators that are only read ------------------------------------------------------------------------


def lastpass():
    accounts = [a for a in some(ACCOUNTS, "totp") if a["issuer"]]
    rows = [{"accountID": g.uuid("lp" + a["issuer"]), "issuerName": a["issuer"], "originalIssuerName": a["issuer"], "userName": a["name"], "originalUserName": a["name"], "pushNotification": False, "secret": b32(a["secret"]), "timeStep": a["period"], "digits": a["digits"], "creationTimestamp": 1700000000000, "isFavorite": a["pinned"], "algorithm": a["algorithm"]} for a in accounts]
    file = {"deviceId": "", "deviceSecret": "", "localDeviceId": g.uuid("device"), "deviceName": "phone", "version": 3, "accounts": rows, "folders": [{"id": 1, "name": "Favorites", "isOpened": True}, {"id": 0, "name": "Other accounts", "isOpened": True}]}
    yield "lastpass.json", dumped(file), "lastpass", [], [bare(a, pinned=a["pinned"]) for a in accounts]
    packed = lambda value: b64(gzip(json.dumps(value).encode()))
    inner = {"a": [{"a": a["algorithm"], "iN": a["issuer"], "s": b32(a["secret"]), "d": a["digits"], "uN": a["name"], "tS": a["period"]} for a in accounts[:3]]}
    data = packed({"content": packed(inner), "version": 3})
    yield "lastpass-qr.txt", ("lpaauth-migration://offline?data=" + urllib.parse.quote(data, safe="") + "\n").encode(), "lastpass-qr", [], [bare(a) for a in accounts[:3]]


def gzip(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def raivo():
    accounts = some(ACCOUNTS, "totp", "hotp")
    rows = [{"issuer": a["issuer"], "account": a["name"], "secret": b32(a["secret"]), "algorithm": a["algorithm"], "digits": str(a["digits"]), "kind": a["type"].upper(), "timer": str(a["period"] or 30), "pinned": str(a["pinned"]).lower(), "counter": str(a["counter"] or 0), "iconType": "", "iconValue": ""} for a in accounts]
    expected = [bare(a, pinned=a["pinned"]) for a in accounts]
    yield "raivo.json", dumped(rows), "raivo", [], expected
    locked = zipped_under(PASSWORD, "raivo-otp-export.json", dumped(rows), "raivo")
    yield "raivo-otp-export.zip", locked, "raivo", [PASSWORD], expected


def cotp():
    accounts = FEW
    secret = lambda a: a["secret"].hex() if a["type"] == "motp" else b32(a["secret"])
    rows = [{"secret": secret(a), "issuer": a["issuer"], "label": a["name"], "digits": a["digits"], "type": a["type"].upper(), "algorithm": "SHA1" if a["type"] == "motp" else a["algorithm"], "period": a["period"] or 30, "counter": a["counter"], "pin": a["pin"]} for a in accounts]
    plain = {"version": 2, "elements": rows}
    expected = [bare(a) for a in accounts]
    yield "cotp.json", dumped(plain), "cotp", [], expected
    salt, nonce = chance("cotp salt", 16), chance("cotp nonce", 24)
    key = argon2id(PASSWORD.encode(), salt, 4, 32768, 4)
    sealed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(json.dumps(plain).encode(), b"", nonce, key)
    yield "cotp-database.cotp", dumped({"version": 1, "nonce": b64(nonce), "salt": b64(salt), "cipher": b64(sealed)}), "cotp", [PASSWORD], expected
    listed = some(accounts, "totp", "hotp", "steam")
    yield "cotp-uris.json", dumped({"items": [uri(a) for a in listed]}), "cotp", [], [bare(a) for a in listed]


def otpclient():
    accounts = [a for a in some(FEW, "totp", "hotp", digits=range(4, 11)) if (a["period"] or 30) <= 300]
    rows = [{"type": a["type"].upper(), "label": a["name"], "issuer": a["issuer"], "secret": b32(a["secret"]), "digits": a["digits"], "algo": a["algorithm"]} | ({"counter": a["counter"]} if a["type"] == "hotp" else {"period": a["period"]}) for a in accounts]
    iv, salt = chance("otpclient iv", 16), chance("otpclient salt", 32)
    key = hashlib.pbkdf2_hmac("sha512", PASSWORD.encode(), salt, 100000, 32)
    sealed = AESGCM(key).encrypt(iv, json.dumps(rows).encode(), iv + salt)
    yield "otpclient-v1.enc", iv + salt + sealed, "otpclient", [PASSWORD], [bare(a) for a in accounts]


def authy():
    accounts = [a for a in some(FEW, "totp", digits=(6, 8), periods=(30,), sha1=True) if a["issuer"]]
    expected = [bare(a) for a in accounts]
    token = lambda a: {"accountType": "authenticator", "digits": a["digits"], "name": f"{a['issuer']}: {a['name']}", "originalIssuer": a["issuer"], "originalName": f"{a['issuer']}:{a['name']}"}
    plain = [token(a) | {"decryptedSecret": b32(a["secret"])} for a in accounts]
    salt = "a salt of text"
    key = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), salt.encode(), 1000, 32)
    locked = [token(a) | {"encryptedSecret": b64(cbc(key, bytes(16), b32(a["secret"]).encode())), "salt": salt} for a in accounts]
    for name, rows, passwords in (("authy.xml", plain, []), ("authy-locked.xml", locked, [PASSWORD])):
        text = html.escape(json.dumps(rows))
        body = f'<string name="com.authy.storage.tokens.authenticator.key">{text}</string>'
        yield name, f"<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n    {body}\n</map>\n".encode(), "authy", passwords, expected
    slow = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), salt.encode(), 100000, 32)
    rows = []
    for place, a in enumerate(accounts):
        iv = chance(f"authy {place}", 16)
        rows.append({"account_type": "authenticator", "digits": a["digits"], "encrypted_seed": b64(cbc(slow, iv, b32(a["secret"]).encode())), "issuer": a["issuer"], "key_derivation_iterations": 100000, "name": f"{a['issuer']}: {a['name']}", "original_name": f"{a['issuer']}:{a['name']}", "salt": salt, "unique_id": str(place), "unique_iv": iv.hex()})
    yield "authy-api.json", dumped({"authenticator_tokens": rows, "deleted": [], "success": True}), "authy", [PASSWORD], expected


def two_fauth():
    accounts = [a for a in some(ACCOUNTS, "totp", "hotp", "steam") if a["issuer"] and len(a["secret"]) < 600]
    kinds = {"totp": "totp", "hotp": "hotp", "steam": "steamtotp"}
    rows = [{"otp_type": kinds[a["type"]], "account": a["name"], "service": a["issuer"], "icon": None, "icon_mime": None, "icon_file": None, "secret": b32(a["secret"]), "digits": a["digits"], "algorithm": a["algorithm"].lower(), "period": a["period"], "counter": a["counter"], "legacy_uri": ""} for a in accounts]
    yield "2fauth.json", dumped({"app": "2fauth_v5.6.0", "schema": 1, "datetime": "2026-01-01T00:00:00Z", "data": rows}), "2fauth", [], [bare(a) for a in accounts]


def authenticator_extension():
    accounts = some(FEW, "totp", "hotp", "steam")
    rows = {}
    for place, a in enumerate(accounts):
        hash_ = g.uuid(f"extension {place}")
        row = {"dataType": "OTPStorage", "hash": hash_, "index": place, "type": a["type"], "secret": b32(a["secret"]), "issuer": a["issuer"], "account": a["name"], "encrypted": False, "counter": a["counter"] or 0, "pinned": a["pinned"]}
        row |= {"algorithm": a["algorithm"]} if a["type"] != "steam" else {}
        row |= {"period": a["period"]} if a["period"] not in (None, 30) else {}
        rows[hash_] = row | ({"digits": a["digits"]} if a["digits"] not in (5, 6) else {})
    yield "authenticator-extension.json", dumped(rows), "authenticator-extension", [], [bare(a, pinned=a["pinned"]) for a in accounts]


def totp_authenticator():
    accounts = [a for a in some(FEW, "totp", sha1=True) if a["issuer"]]
    rows = [{"issuer": a["issuer"], "name": a["name"], "key": b32(a["secret"]), "base": 32, "digits": str(a["digits"]), "period": str(a["period"]), "isFavorite": a["pinned"]} for a in accounts]
    plain = json.dumps({json.dumps(rows): ""}).encode()
    sealed = cbc(hashlib.sha256(PASSWORD.encode()).digest(), bytes(16), plain)
    expected = [bare(a, pinned=a["pinned"]) for a in accounts]
    yield "totp-authenticator.encrypt", b64(sealed).encode(), "totp-authenticator", [PASSWORD], expected


def single_files():
    a = next(a for a in ACCOUNTS if a["type"] == "steam")
    guard = {"shared_secret": b64(a["secret"]), "serial_number": "1", "account_name": a["name"], "identity_secret": b64(b"x" * 20), "uri": f"otpauth://totp/Steam:{a['name']}?secret={b32(a['secret'])}&issuer=Steam"}
    yield "steam.maFile", dumped(guard), "steam", [], [bare(a)]
    duo = some(FEW, "totp", "hotp", digits=(6,), periods=(30,), sha1=True)
    rows = [{"name": a["name"], "accountType": "OtpAccount", "otpGenerator": {"otpSecret": b32(a["secret"])} | ({"counter": a["counter"]} if a["type"] == "hotp" else {})} for a in duo]
    yield "duo.json", dumped(rows), "duo", [], [bare(a, issuer="") for a in duo]
    mask = bytes.fromhex("398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c6479015c1d5b8b8f6b9a")
    hidden = lambda text: bytes(one ^ other for one, other in zip(text.encode(), mask)).hex()
    bnet = g.account("Battle.net", "EU-1234-5678-9012", digits=8)
    pairs = {"SERIAL": bnet["name"], "DEVICE_SECRET": bnet["secret"].hex()}
    body = "".join(f'    <string name="com.blizzard.messenger.AUTHENTICATOR_{key}">{hidden(value)}</string>\n' for key, value in pairs.items())
    yield "battle-net.xml", f"<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n{body}</map>\n".encode(), "battle-net", [], [bnet]
    win = [a for a in some(FEW, "totp", "hotp", digits=range(6, 9)) if a["issuer"] not in ("", "Steam", "BattleNet") and "+" not in a["name"]]
    lines = "# WinAuth\r\n\r\n" + "".join(uri(a) + "&icon=Google\r\n" for a in win)
    yield "winauth.txt", lines.encode(), "winauth", [], [bare(a) for a in win]
    plus = [a for a in some(FEW, "totp", "hotp") if a["issuer"]]
    yield "authenticator-plus.zip", zipped({"Accounts.txt": "".join(uri(a) + "\n" for a in plus), "Accounts.html": "<html></html>"}), "authenticator-plus", [], [bare(a) for a in plus]


# -- Password managers ------------------------------------------------------------------------------------------


def managers():
    accounts = [a for a in some(FEW, "totp") if a["issuer"]]
    one = [dict(a, groups=a["groups"]) for a in accounts]
    rows = [[a["issuer"], "https://example.com", a["name"], "never read", uri(a), str(a["pinned"]).lower(), "false", ";".join(a["groups"]), a["note"]] for a in accounts]
    yield "1password.csv", table("Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes".split(","), rows), "1password", [], one
    rows = [[a["issuer"], "https://example.com", a["name"], "never read", a["note"], uri(a)] for a in accounts]
    yield "apple-passwords.csv", table("Title,URL,Username,Password,Notes,OTPAuth".split(","), rows), "apple-passwords", [], [bare(a, note=a["note"]) for a in accounts]
    rows = [["Root/" + "/".join(a["groups"][:1]) if a["groups"] else "Root", a["issuer"], a["name"], "never read", "", a["note"], uri(a), "0", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"] for a in accounts]
    header = "Group,Title,Username,Password,URL,Notes,TOTP,Icon,Last Modified,Created".split(",")
    yield "keepassxc.csv", table(header, rows, quoting=csv.QUOTE_ALL), "keepassxc-csv", [], [dict(a, pinned=False, groups=a["groups"][:1]) for a in accounts]
    rows = [[a["name"], "", "", a["issuer"], "never read", a["note"], "https://example.com", (a["groups"] or [""])[0], uri(a)] for a in accounts]
    yield "dashlane.csv", table("username,username2,username3,title,password,note,url,category,otpUrl".split(","), rows), "dashlane", [], [dict(a, pinned=False, groups=a["groups"][:1]) for a in accounts]
    simple = some(accounts, "totp", digits=(6,), periods=(30,), sha1=True)
    rows = [["https://example.com", a["name"], "never read", b32(a["secret"]), a["note"], a["issuer"], (a["groups"] or [""])[0], "1" if a["pinned"] else "0"] for a in simple]
    yield "lastpass-vault.csv", table("url,username,password,totp,extra,name,grouping,fav".split(","), rows), "lastpass-vault", [], [dict(a, groups=a["groups"][:1]) for a in simple]
    rows = [["login", a["issuer"], "", "", a["name"], "never read", a["note"], uri(a), "1700000000", "1700000000", (a["groups"] or ["Personal"])[0]] for a in accounts]
    yield "proton-pass.csv", table("type,name,url,email,username,password,note,totp,createTime,modifyTime,vault".split(","), rows), "proton-pass", [], [dict(a, pinned=False, groups=(a["groups"] or ["Personal"])[:1]) for a in accounts]
    items = [{"id": g.uuid("cxf" + a["name"])[:8], "title": a["issuer"], "subtitle": a["name"], "favorite": a["pinned"], "tags": a["groups"], "credentials": [{"type": "totp", "secret": b32(a["secret"]), "period": a["period"], "digits": a["digits"], "username": a["name"], "algorithm": a["algorithm"].lower(), "issuer": a["issuer"]}]} for a in accounts]
    root = {"version": {"major": 1, "minor": 0}, "exporterRpId": "example.com", "exporterDisplayName": "An exporter", "timestamp": 1700000000, "accounts": [{"id": "AA", "username": "anna", "email": "anna@example.com", "collections": [], "items": items}]}
    yield "cxf.json", dumped(root), "cxf", [], [bare(a, groups=a["groups"], pinned=a["pinned"]) for a in accounts]
    a = accounts[0]
    yield "pass.txt", f"the password\nusername: {a['name']}\n{uri(a)}\n".encode(), "pass", [], [bare(a)]


# -- Plain tables -------------------------------------------------------------------------------------------------


def plain():
    accounts = some(FEW, "totp", "hotp", "steam")
    header = ["Issuer", "Account", "Secret", "Type", "Algorithm", "Digits", "Period", "Counter", "Notes", "Tags"]
    rows = [[a["issuer"], a["name"], b32(a["secret"]), a["type"], a["algorithm"], a["digits"], a["period"] or "", a["counter"] if a["counter"] is not None else "", a["note"], ";".join(a["groups"])] for a in accounts]
    expected = [dict(a, pinned=False) for a in accounts]
    yield "plain.csv", table(header, rows), "plain", [], expected
    yield "plain-semicolons.csv", b"\xef\xbb\xbf" + table(header, rows, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL), "plain", [], expected
    objects = [dict(zip(("issuer", "name", "secret", "type", "algorithm", "digits"), (a["issuer"], a["name"], b32(a["secret"]), a["type"], a["algorithm"], a["digits"]))) | ({"counter": a["counter"]} if a["type"] == "hotp" else {"period": a["period"]}) for a in accounts]
    yield "plain.json", dumped(objects), "plain", [], [bare(a) for a in accounts]
    listed = some(accounts, "totp", periods=(30,), digits=(6,), sha1=True)
    rows = [{"name": f"{a['issuer']}:{a['name']}" if a["issuer"] else a["name"], "secret": b32(a["secret"]), "issuer": a["issuer"], "type": "totp", "counter": None, "url": uri(a)} for a in listed]
    yield "extract-otp-secrets.json", dumped(rows), "extract-otp-secrets", [], [bare(a) for a in listed]


APPS = [
    two_fas, andotp, stratum, ente, bitwarden_authenticator, bitwarden, proton, freeotp, lastpass, raivo, cotp, otpclient, authy, two_fauth,
    authenticator_extension, totp_authenticator, single_files, managers, plain,
]


def files():
    for app in APPS:
        yield from app()
