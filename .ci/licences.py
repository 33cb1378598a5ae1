"""Whether every library that ends up in the program or its tests has a licence that deny.toml allows."""

import re
import subprocess
import sys
import tomllib

with open("deny.toml", "rb") as file:
    rules = tomllib.load(file)["licenses"]
ALLOWED = set(rules["allow"])
EXCEPTIONS = {entry["crate"]: set(entry["allow"]) for entry in rules.get("exceptions", [])}


def fits(expression: str, allowed: set[str]) -> bool:
    """An SPDX expression, read as OR of ANDs with brackets; the old `/` means OR."""
    words = re.findall(r"\(|\)|[^\s()]+", expression.replace("/", " OR "))

    def either() -> bool:
        found = both()
        while words and words[0] == "OR":
            words.pop(0)
            found = both() or found
        return found

    def both() -> bool:
        found = one()
        while words and words[0] == "AND":
            words.pop(0)
            found = one() and found
        return found

    def one() -> bool:
        word = words.pop(0)
        if word == "(":
            found = either()
            words.pop(0)
            return found
        if words and words[0] == "WITH":
            words.pop(0)
            word = f"{word} WITH {words.pop(0)}"
        return word in allowed

    return either()


tree = subprocess.run(
    ["cargo", "tree", "--locked", "--all-features", "--target", "all", "--prefix", "none", "--format", "{p}|{l}"],
    check=True,
    capture_output=True,
    text=True,
).stdout
# "name v1.2.3 (proc-macro) (*)|licence"; a package that comes again has a star instead of its branches.
packages = {line.split("|")[0].split(" (")[0]: line.split("|")[1].removesuffix(" (*)") for line in tree.splitlines() if line}

refused = [
    f"{package}: {licence or 'none given'}"
    for package, licence in sorted(packages.items())
    if not licence or not fits(licence, ALLOWED | EXCEPTIONS.get(package.split(" ")[0], set()))
]
print(f"{len(packages) - len(refused)} licences allowed, {len(refused)} not")
sys.exit("\n".join(refused) or None)
