"""Compares the program's codes with oathtool's and with `tests/independent/otp_reference.py`'s, case by case."""

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "independent"))

import otp_reference  # noqa: E402

HASHES = ["SHA1", "SHA256", "SHA512"]
KEY_LENGTHS = [1, 10, 16, 20, 32, 63, 64, 65, 127, 128, 129, 640]


def key(chance):
    length = chance.choice(KEY_LENGTHS) if chance.random() < 0.3 else chance.randint(1, 80)
    return chance.randbytes(length).hex()


def time(chance):
    """Mostly in the years when the program is used, and at all the edges."""
    edges = [0, 1, 29, 30, 59, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**40, 253402300799]
    return chance.choice(edges) if chance.random() < 0.1 else chance.randint(0, 4 * 10**9)


def usual_case(chance):
    """What oathtool knows too: six to eight digits, any hash, any period."""
    digits, algorithm = chance.randint(6, 8), chance.choice(HASHES)
    if chance.random() < 0.3:
        return ("hotp", algorithm, digits, "-", chance.randint(0, 2**62), key(chance), "-")
    period = chance.choice([30, 30, 60, 15, 20, chance.randint(1, 86400)])
    return ("totp", algorithm, digits, period, time(chance), key(chance), "-")


def other_case(chance):
    """What oathtool does not know."""
    kind = chance.choice(["hotp", "motp", "steam", "totp", "yandex"])
    pin = "".join(chance.choice("0123456789") for _ in range(chance.randint(1, 16)))
    algorithm, digits = chance.choice(HASHES), chance.choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10])
    if kind == "hotp":
        return (kind, algorithm, digits, "-", chance.randint(0, 2**63 - 1), key(chance), "-")
    if kind == "motp":
        return (kind, "-", "-", "-", time(chance), chance.randbytes(chance.choice([4, 8, 16])).hex(), pin)
    if kind == "steam":
        return (kind, "-", "-", "-", time(chance), key(chance), "-")
    if kind == "totp":
        return (kind, algorithm, digits, chance.randint(1, 86400), time(chance), key(chance), "-")
    return (kind, "-", "-", "-", time(chance), yandex_key(chance), pin)


def yandex_key(chance):
    if chance.random() < 0.5:
        return chance.randbytes(16).hex()
    number = int.from_bytes(chance.randbytes(26), "big") >> 12 << 12
    number |= otp_reference.yandex_checksum(number.to_bytes(26, "big"))
    return number.to_bytes(26, "big").hex()


def ours(cases, program):
    lines = "".join("\t".join(map(str, case)) + "\n" for case in cases)
    done = subprocess.run([program], input=lines, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def oathtool(case):
    """HOTP is asked for as TOTP with a step of one second: oathtool counts HOTP with SHA-1 only."""
    kind, algorithm, digits, period, number, key, _ = case
    step = 1 if kind == "hotp" else period
    command = ["oathtool", f"--totp={algorithm}", f"--digits={digits}", f"--time-step-size={step}s"]
    command += [f"--now=@{number}", key]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def compare(name, cases, program, theirs):
    found = ours(cases, program)
    if len(found) != len(cases):
        print(f"{name}: {len(found)} codes for {len(cases)} cases")
        return len(cases)
    differing = [(case, a, b) for case, a, b in zip(cases, found, theirs(cases)) if a != b]
    for case, a, b in differing[:10]:
        print(f"{name}: {case}: the program says {a}, the other {b}")
    print(f"{name}: {len(cases)} of {len(cases)} cases compared, {len(differing)} differ")
    return len(differing)


def main():
    program, count = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    usual = [usual_case(chance) for _ in range(count)]
    others = [other_case(chance) for _ in range(count)]
    with ThreadPoolExecutor() as pool:
        wrong = compare("oathtool", usual, program, lambda cases: pool.map(oathtool, cases))
    wrong += compare("otp_reference.py", usual + others, program, lambda cases: map(otp_reference.code, cases))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
