"""Reads what other apps' files hold, each by the rules of its app and with other libraries than the program: `hashlib`,
`cryptography`, argon2-cffi and PyNaCl. Every reader gives (issuer, name, type, secret, algorithm, digits, period, counter).
"""

import base64
import hashlib
import hmac
import json
import struct
import urllib.parse

import argon2.low_level
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl import bindings

import aegis_reader


def b32(text):
    return base64.b32decode(text + "=" * (-len(text) % 8))


def argon2id(password, salt, passes, kib, lanes):
    kind = argon2.low_level.Type.ID
    return argon2.low_level.hash_secret_raw(password, salt, passes, kib, lanes, 32, kind, 19)


def entry(issuer, name, type_, secret, algorithm="SHA1", digits=6, period=30, counter=None):
    if type_ == "steam":
        algorithm, digits, period = "SHA1", 5, 30
    if type_ == "hotp":
        period = None
    else:
        counter = None
    return issuer or "", name or "", type_, secret, algorithm, digits, period, counter


# -- URIs -----------------------------------------------------------------------------------------------


def uri(text, name=None, issuer=None):
    """An otpauth URI, or Bitwarden's and Proton's steam://SECRET."""
    parts = urllib.parse.urlsplit(text)
    if parts.scheme == "steam":
        return entry(issuer or "Steam", name or "", "steam", b32(parts.netloc))
    query = dict(urllib.parse.parse_qsl(parts.query, keep_blank_values=True))
    label = [urllib.parse.unquote(part) for part in parts.path[1:].split(":", 1)]
    return entry(
        query.get("issuer") or (label[0] if len(label) > 1 else ""), label[-1], parts.netloc, b32(query["secret"]),
        query.get("algorithm", "SHA1"), int(query.get("digits", 6)), int(query.get("period", 30)),
        int(query.get("counter", 0)),
    )


def uri_list(data, _):
    return [uri(line) for line in data.decode().splitlines() if line]


# -- Aegis, andOTP, 2FAS, FreeOTP+ ------------------------------------------------------------------------


def aegis(data, password):
    entries = aegis_reader.entries(aegis_reader.content(data.decode(), password))
    return [
        entry(e["issuer"], e["name"], e["type"], b32(e["secret"]), e["algo"], e["digits"], e.get("period"), e.get("counter"))
        for e in entries
    ]


def andotp(data, password):
    if not data.startswith(b"["):
        rounds, salt, nonce = struct.unpack(">I", data[:4])[0], data[4:16], data[16:28]
        data = AESGCM(hashlib.pbkdf2_hmac("sha1", password.encode(), salt, rounds, 32)).decrypt(nonce, data[28:], None)
    return [
        entry(e["issuer"], e["label"], e["type"].lower(), b32(e["secret"].rstrip("=")), e["algorithm"], e["digits"], e["period"], e.get("counter"))
        for e in json.loads(data)
    ]


def two_fas(data, password):
    file = json.loads(data)
    services = file["services"]
    if file.get("servicesEncrypted"):
        sealed, salt, nonce = (base64.b64decode(part) for part in file["servicesEncrypted"].split(":"))
        key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 10000, 32)
        services = json.loads(AESGCM(key).decrypt(nonce, sealed, None))
        reference, _, nonce = (base64.b64decode(part) for part in file["reference"].split(":"))
        if len(AESGCM(key).decrypt(nonce, reference, None)) != 256:
            raise SystemExit("2FAS would not know its reference")
    return [
        entry(s["otp"]["issuer"], s["otp"]["account"], s["otp"]["tokenType"].lower(), b32(s["secret"]), s["otp"]["algorithm"], s["otp"]["digits"], s["otp"].get("period"), s["otp"].get("counter"))
        for s in services
    ]


def freeotp_plus(data, _):
    file = json.loads(data)
    tokens = [
        entry(
            t["issuerExt"], t["label"], "steam" if t["issuerExt"] == "Steam" else t["type"].lower(),
            bytes(byte & 255 for byte in t["secret"]), t["algo"], t["digits"], t["period"], t["counter"] + 1,
        )
        for t in file["tokens"]
    ]
    if [f"{t[0]}:{t[1]}" for t in tokens] != file["tokenOrder"]:
        raise SystemExit("the order names other tokens")
    return tokens


# -- Ente, Stratum, Bitwarden, Proton ----------------------------------------------------------------------


def ente(data, password):
    if data.startswith(b"{"):
        file = json.loads(data)
        kdf = file["kdfParams"]
        salt = base64.b64decode(kdf["salt"])
        key = argon2id(password.encode(), salt, kdf["opsLimit"], kdf["memLimit"] // 1024, 1)
        state = bindings.crypto_secretstream_xchacha20poly1305_state()
        bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, base64.b64decode(file["encryptionNonce"]), key)
        data, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, base64.b64decode(file["encryptedData"]))
        if tag != bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL:
            raise SystemExit("the stream has no end")
    return uri_list(data, None)


STRATUM_TYPES = {1: "hotp", 2: "totp", 3: "motp", 4: "steam", 5: "yandex"}


def stratum(data, password):
    if data.startswith(b"AUTHENTICATORPRO"):
        salt, nonce = data[16:32], data[32:44]
        data = AESGCM(argon2id(password.encode(), salt, 3, 65536, 4)).decrypt(nonce, data[44:], None)
    file = json.loads(data)
    for key in ("Authenticators", "Categories", "AuthenticatorCategories", "CustomIcons"):
        file[key]
    return [
        entry(
            a["Issuer"], a["Username"], STRATUM_TYPES[a["Type"]], b32(a["Secret"]),
            ["SHA1", "SHA256", "SHA512"][a["Algorithm"]], a["Digits"], a["Period"], a["Counter"],
        )
        for a in file["Authenticators"]
    ]


def enc_string(text, keys):
    kind, parts = text.split(".", 1)
    nonce, sealed, mac = (base64.b64decode(part) for part in parts.split("|"))
    if kind != "2" or not hmac.compare_digest(hmac.digest(keys[1], nonce + sealed, "sha256"), mac):
        raise SystemExit("another password, or damaged")
    cipher = Cipher(algorithms.AES(keys[0]), modes.CBC(nonce)).decryptor()
    plain = cipher.update(sealed) + cipher.finalize()
    return plain[: -plain[-1]]


def bitwarden(data, password):
    file = json.loads(data)
    if file["encrypted"]:
        salt = file["salt"].encode()
        if file["kdfType"] == 0:
            master = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, file["kdfIterations"], 32)
        else:
            salt = hashlib.sha256(salt).digest()
            master = argon2id(password.encode(), salt, file["kdfIterations"], file["kdfMemory"] * 1024, file["kdfParallelism"])
        keys = [hmac.digest(master, use + b"\x01", "sha256") for use in (b"enc", b"mac")]
        enc_string(file["encKeyValidation_DO_NOT_EDIT"], keys)
        file = json.loads(enc_string(file["data"], keys))
    items = [item for item in file["items"] if item["type"] == 1 and item["login"]["totp"]]
    return [uri(item["login"]["totp"], item["login"]["username"], item["name"]) for item in items]


def proton(data, password):
    file = json.loads(data)
    if "salt" in file:
        content = base64.b64decode(file["content"])
        key = argon2id(password.encode(), base64.b64decode(file["salt"]), 2, 19456, 1)
        file = json.loads(AESGCM(key).decrypt(content[:12], content[12:], b"proton.authenticator.export.v1"))
    return [uri(e["content"]["uri"], e["content"]["name"]) for e in file["entries"]]


# -- Google's transfer codes --------------------------------------------------------------------------------


def fields(data):
    """The fields of a protobuf message: number and value, text and bytes as bytes."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        tag = varint()
        if tag & 7 == 0:
            yield tag >> 3, varint()
        elif tag & 7 == 2:
            length = varint()
            at += length
            yield tag >> 3, data[at - length : at]
        else:
            raise SystemExit(f"wire type {tag & 7}")


def transfer(lines):
    """The accounts of all parts, which have to be there."""
    parts = {}
    for line in lines:
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(line).query)
        message = list(fields(base64.b64decode(query["data"][0])))
        numbers = {number: value for number, value in message if number != 1}
        parts[numbers.get(4, 0)] = [value for number, value in message if number == 1]
        size = numbers[3]
    if sorted(parts) != list(range(size)):
        raise SystemExit(f"parts {sorted(parts)} of {size}")
    return [account(value) for index in sorted(parts) for value in parts[index]]


def account(message):
    f = dict(fields(message))
    issuer, name = f.get(3, b"").decode(), f.get(2, b"").decode()
    name = name.removeprefix(issuer + ":") if issuer else name
    algorithm = {1: "SHA1", 2: "SHA256", 3: "SHA512"}[f[4]]
    return entry(issuer, name, {1: "hotp", 2: "totp"}[f[6]], f[1], algorithm, {1: 6, 2: 8}[f[5]], 30, f.get(7, 0))


def google_migration(data, _):
    return transfer(data.decode().split())
