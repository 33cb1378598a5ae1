#!/usr/bin/env python3
"""The person in the suite: goes through the provider's pages as a browser would.

usage: person.py HABIT ADDRESS OUTBOX      HABIT: kim-email, kim-phone, mira-email, work-phone, alex, says-no, no-code

Fills in the first form of each page and sends it, until there is none. Ends with 1 where a page is not as expected.
"""
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser
from http.cookiejar import CookieJar, DefaultCookiePolicy

PASSWORDS = {
    "kim": "the river is wide",
    "alex": "the hill is steep",
    "mira": "the lamp is lit",
    "work": "the desk is tidy",
}


class Form(HTMLParser):
    """The first form of a page: where it goes, and its fields."""

    def __init__(self):
        super().__init__()
        self.action, self.fields, self.is_open, self.was_open = None, {}, False, False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form" and not self.was_open:
            self.is_open = self.was_open = True
            self.action = attrs.get("action", "")
        elif tag == "input" and self.is_open and attrs.get("name"):
            self.fields[attrs["name"]] = attrs.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_open = False


def code_for(uid, outbox):
    """The newest code of this interaction in the outbox."""
    lines = [line.split() for line in open(outbox, encoding="utf-8")]
    return [code for way, owner, code in lines if owner == uid][-1]


def answers(fields, habit, outbox):
    """What the person writes into the fields of a page."""
    name = habit.split("-")[0]
    who = name if name in PASSWORDS else "kim"
    if "password" in fields:
        return {"login": who, "password": PASSWORDS[who], "skip": "yes" if habit == "no-code" else ""}
    if "way" in fields:
        return {"way": "phone" if habit.endswith("-phone") else "email"}
    if "code" in fields:
        return {"code": code_for(fields["uid"], outbox)}
    if "allow" in fields:
        return {"allow": "no" if habit == "says-no" else "yes"}
    return {}


def main():
    habit, address, outbox = sys.argv[1:]
    jar = CookieJar(DefaultCookiePolicy(strict_ns_domain=DefaultCookiePolicy.DomainLiberal))
    browser = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar))
    body = None
    for _ in range(20):
        with browser.open(urllib.request.Request(address, data=body), timeout=60) as answer:
            address, page = answer.geturl(), answer.read().decode()
        form = Form()
        form.feed(page)
        has_said_no = body is not None and b"allow=no" in body
        if not form.was_open or has_said_no:
            title = re.search(r"<title>(.*?)</title>", page)
            print(f"the person ({habit}) saw at the end: {title.group(1) if title else page[:80]!r}")
            return 0
        fields = {**form.fields, **answers(form.fields, habit, outbox)}
        address = urllib.parse.urljoin(address, form.action or address)
        body = urllib.parse.urlencode(fields).encode()
    print("the pages did not end")
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except urllib.error.HTTPError as error:
        print(f"the person met {error.code}: {error.read().decode(errors='replace')[:300]}")
        sys.exit(1)
