"""The comparisons of independent.sh: what both programs say of one vault has to agree."""

import base64
import json
import sys
import urllib.parse

NAMES = {1: "totp", 2: "hotp", 3: "steam", 4: "motp", 5: "yandex"}
KINDS = {1: "third-party", 2: "personal", 3: "work"}
PROTECTIONS = {1: "standard", 2: "sign-in", 3: "device-bound"}


def uris():
    """200 URIs of every hash, length and period that a URI can say."""
    for number in range(200):
        key = base64.b32encode(bytes((number * 7 + place) % 256 for place in range(10 + number % 40))).decode().rstrip("=")
        hash_name = ("SHA1", "SHA256", "SHA512")[number % 3]
        digits, period = 6 + number % 3, (30, 60, 15)[number % 5 % 3]
        name = urllib.parse.quote(f"Service {number}:mira{number}@example.com")
        if number % 4 == 3:
            print(f"otpauth://hotp/{name}?secret={key}&issuer=Service%20{number}&algorithm={hash_name}&digits={digits}&counter={number}")
        else:
            print(f"otpauth://totp/{name}?secret={key}&issuer=Service%20{number}&algorithm={hash_name}&digits={digits}&period={period}")


def describe():
    accounts = []
    for number in range(60):
        otp = {"key": bytes((number * 11 + place) % 256 for place in range(1 + number)).hex(), "algorithm": 1 + number % 3}
        otp |= {"digits": 1 + number % 10, "period": (30, 1, 86400, 45)[number % 4]}
        accounts.append({"issuer": f"Tjänst {number}", "name": f"mira{number}@example.com", "credential": {"ready": otp}})
    accounts[1] |= {"groups": ["Work", "Älvor"], "pinned": True, "note": "två\nrader", "kind": 3, "protection": 3}
    accounts[2] |= {"kind": 2, "passwordless": True, "protection": 3}
    extra = [
        ("Counter", {"otp_type": 2, "key": "31323334353637383930" * 2, "digits": 8, "period": 0, "counter": 41}),
        ("Steam", {"otp_type": 3, "key": "00" * 20, "digits": 5}),
        ("mOTP", {"otp_type": 4, "algorithm": 0, "period": 10, "key": b"0123456789abcdef".hex(), "pin": "1234"}),
        ("Yandex", {"otp_type": 5, "algorithm": 2, "digits": 8, "key": "42" * 16, "pin": "5239"}),
    ]
    accounts += [{"issuer": issuer, "name": "x", "credential": {"ready": otp}} for issuer, otp in extra]
    accounts.append({"issuer": "Gone", "name": "x", "protection": 3, "credential": {"missing": {"reason": 1, "type_name": "totp", "device_sealed": None}}})
    print(json.dumps({"groups": ["Empty", "Work"], "accounts": accounts}))


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def fail(what):
    print("DIFFERS: " + what)
    sys.exit(1)


def row(account, order):
    (state, inner), = account["credential"].items()
    kind = KINDS[account["kind"]]
    return {
        "id": account["id"], "issuer": account["issuer"], "name": account["name"],
        "kind": "passwordless" if account["passwordless"] else kind, "state": state,
        "type": NAMES[inner["otp_type"]] if state == "ready" else inner.get("type_name") or None,
        "protection": PROTECTIONS[account["protection"]], "groups": account["groups"], "pinned": account["pinned"],
    }


def compare(opened, listed):
    expected = {account["id"]: row(account, order) for order, account in enumerate(read(opened)["accounts"])}
    listed = {shown["id"]: shown for shown in read(listed)}
    if expected.keys() != listed.keys() or not expected:
        fail(f"{len(expected)} accounts against {len(listed)}")
    for name, account in expected.items():
        for field, value in account.items():
            if listed[name].get(field) != value:
                fail(f"{account['issuer']}: {field} is {value!r}, the program says {listed[name].get(field)!r}")
    print(f"{len(expected)} accounts agree in {len(account)} fields")


def kept(uris_file, opened):
    """Every URI that was brought in is there with its key and its numbers."""
    with open(uris_file, encoding="utf-8") as file:
        wanted = [urllib.parse.urlsplit(line.strip()) for line in file]
    accounts = {account["name"]: account["credential"]["ready"] for account in read(opened)["accounts"]}
    for uri in wanted:
        query = dict(urllib.parse.parse_qsl(uri.query))
        otp = accounts[urllib.parse.unquote(uri.path).split(":")[1]]
        key = base64.b32decode(query["secret"] + "=" * (-len(query["secret"]) % 8)).hex()
        numbers = NAMES[otp["otp_type"]], otp["key"], ("SHA1", "SHA256", "SHA512")[otp["algorithm"] - 1], otp["digits"]
        if numbers != (uri.netloc, key, query["algorithm"], int(query["digits"])):
            fail(uri.geturl())
        if (otp["period"], otp["counter"]) != (int(query.get("period", 0)), int(query.get("counter", 0))):
            fail(uri.geturl())
    print(f"{len(wanted)} keys are what was brought in")


def queries(opened):
    for account in read(opened)["accounts"]:
        if "code_at" in account:
            print(f"{account['id']}\t{account['code_at']}")


def codes(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    for name, expected, got in rows:
        if expected != got:
            fail(f"code of {name}: {expected} against {got}")
    if len(rows) < 60:
        fail(f"only {len(rows)} codes")
    print(f"{len(rows)} codes agree")


def again(before, after, pinned):
    before, after = read(before), read(after)
    # One save for the HOTP counter, which is saved before its code is shown, and one for the pin.
    if after["generation"] != before["generation"] + 2 or after["vault_id"] != before["vault_id"]:
        fail("generation or vault id")
    for one, other in zip(before["accounts"], after["accounts"], strict=True):
        if one["id"] == pinned:
            one |= {"pinned": True, "changed": other["changed"]}
        for field, value in one.items():
            if field == "credential" and value.get("ready", {}).get("otp_type") == 2:
                value["ready"]["counter"] += 1
            # Looking at a code counts as a use.
            if field not in ("use_count", "last_used", "code_at") and other[field] != value:
                fail(f"{one['issuer']}: {field} was {value!r} and is {other[field]!r}")
    print(f"{len(after['accounts'])} accounts are as they were after a save by the program")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
