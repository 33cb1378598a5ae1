"""Reads a vault of Aegis Authenticator, plain or locked, with `hashlib` and `cryptography`: shares nothing with the program.

usage: aegis_reader.py FILE            the password is read from standard input where the file is locked
"""

import base64
import hashlib
import json
import sys

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def opened(key, params, sealed):
    return AESGCM(key).decrypt(bytes.fromhex(params["nonce"]), sealed + bytes.fromhex(params["tag"]), None)


def master_key(slots, password):
    for slot in slots:
        if slot["type"] != 1:
            continue
        salt, size = bytes.fromhex(slot["salt"]), 128 * slot["n"] * slot["r"] * 2
        key = hashlib.scrypt(password, salt=salt, n=slot["n"], r=slot["r"], p=slot["p"], dklen=32, maxmem=size)
        try:
            return opened(key, slot["key_params"], bytes.fromhex(slot["key"]))
        except InvalidTag:
            continue
    raise SystemExit("no slot opens with this password")


def content(text, password=None):
    """The `db` of a file."""
    file = json.loads(text)
    if file["version"] != 1:
        raise SystemExit("another version")
    if isinstance(file["db"], dict):
        return file["db"]
    header = file["header"]
    key = master_key(header["slots"], password.encode())
    return json.loads(opened(key, header["params"], base64.b64decode(file["db"])))


def entries(db):
    """The entries with what the app requires of each; a missing key of theirs is an error here."""
    names = {group["uuid"]: group["name"] for group in db["groups"]}
    for entry in db["entries"]:
        info = entry["info"]
        found = {name: entry[name] for name in ("type", "uuid", "name", "issuer", "note", "favorite", "icon")}
        found.update({name: info[name] for name in ("secret", "algo", "digits")})
        found["counter" if entry["type"] == "hotp" else "period"] = info["counter" if entry["type"] == "hotp" else "period"]
        found["pin"] = info["pin"] if entry["type"] in ("motp", "yandex") else None
        found["groups"] = [names[uuid] for uuid in entry["groups"]]
        yield found


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    db = content(text, sys.stdin.readline().rstrip("\n") if not sys.stdin.isatty() else "")
    json.dump(list(entries(db)), sys.stdout, indent=1, ensure_ascii=False)
