"""Databases as the phones' apps keep them, written by SQLite itself. What differs from version to version of the library
(its number, which it writes into the head of each file) is put to nought, so that the same files come out everywhere.
"""

import base64
import sqlite3

from generate import ACCOUNTS, b32

GOOGLE = """
CREATE TABLE android_metadata (locale TEXT);
CREATE TABLE accounts (_id INTEGER PRIMARY KEY, email TEXT NOT NULL, secret TEXT NOT NULL, counter INTEGER DEFAULT 0,
  type INTEGER, provider INTEGER DEFAULT 0, issuer TEXT DEFAULT NULL, original_name TEXT DEFAULT NULL);
"""

MICROSOFT = """
CREATE TABLE android_metadata (locale TEXT);
CREATE TABLE accounts (_id INTEGER PRIMARY KEY AUTOINCREMENT, group_key TEXT NOT NULL, name TEXT NOT NULL,
  username TEXT NOT NULL, oath_secret_key TEXT NOT NULL, account_type INTEGER NOT NULL, ux_position INTEGER NOT NULL,
  encrypted_oath_secret_key TEXT NOT NULL, restore_capability INTEGER NOT NULL);
"""


def written(script, table, columns, rows):
    database = sqlite3.connect(":memory:")
    database.executescript("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8';" + script)
    marks = ", ".join("?" for _ in columns)
    database.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
    database.commit()
    image = bytearray(database.serialize())
    # How often it was changed, twice, and the library's version.
    image[24:28] = image[92:96] = bytes(3) + b"\1"
    image[96:100] = bytes(4)
    return bytes(image)


def google():
    """Six digits, SHA-1, thirty seconds, or a counter: nothing else has a place there."""
    fit = [a for a in ACCOUNTS if a["type"] in ("totp", "hotp") and a["algorithm"] == "SHA1" and a["digits"] == 6]
    fit = [dict(a, note="", groups=[], pinned=False) for a in fit if a["period"] in (None, 30)]
    # Half of them have their issuer in a column of its own, as newer rows do; the others in front of the name.
    row = lambda place, a: (
        a["name"] if place % 2 or not a["issuer"] or ":" in a["issuer"] else f"{a['issuer']}:{a['name']}",
        b32(a["secret"]).lower() if place % 3 == 0 else b32(a["secret"]),
        a["counter"] or 0, 1 if a["type"] == "hotp" else 0,
        a["issuer"] if place % 2 or not a["issuer"] or ":" in a["issuer"] else None,
    )
    columns = ["email", "secret", "counter", "type", "issuer"]
    image = written(GOOGLE, "accounts", columns, [row(*pair) for pair in enumerate(fit)])
    yield "google-database.sqlite", image, "google-database", [], fit


def microsoft():
    """A third party's account, a personal one with its key, and two of which only the name is there."""
    third = dict(ACCOUNTS[0], note="", groups=[], pinned=False)
    personal = dict(third, issuer="Personal", name="me@example.com", digits=8)
    missing = {"algorithm": None, "digits": None, "period": None, "counter": None, "pin": None, "note": "",
               "groups": [], "pinned": False, "secret": None, "state": "missing"}
    work = missing | {"issuer": "Contoso", "name": "me@contoso.example", "type": None, "reason": "not-in-import"}
    sealed = missing | {"issuer": "Shop", "name": "anna", "type": "totp", "reason": "device-key-gone"}
    rows = [
        ("", third["issuer"], third["name"], b32(third["secret"]).lower(), 0, 0, "", 1),
        ("", "Personal", "me@example.com", base64.b64encode(personal["secret"]).decode(), 1, 1, "", 1),
        ("", "Contoso", "me@contoso.example", "", 2, 2, "", 0),
        ("", "Shop", "anna", "", 0, 3, "c2VhbGVk", 0),
    ]
    columns = ["group_key", "name", "username", "oath_secret_key", "account_type", "ux_position",
               "encrypted_oath_secret_key", "restore_capability"]
    yield "microsoft.sqlite", written(MICROSOFT, "accounts", columns, rows), "microsoft", [], [third, personal, work, sealed]


def files():
    yield from google()
    yield from microsoft()
