"""What a page tells the browser in its head: a strict policy before all else, and to go elsewhere only where it has moved."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping

from lxml import html

from generator.build.verify.page import Fault, Finished, Page
from generator.build.verify.scripts import DATA

_POLICY = "content-security-policy"
_WORDS = re.compile(r"[^ \t\n\f\r]+")  # as browsers part them: other spaces belong to words
_REFRESH = re.compile(r"\d+; ?url=(?P<address>\S+)")
# What each page has to say at least, and the only values beside hashes that it may say.
STRICT: Mapping[str, frozenset[str]] = {
    "default-src": frozenset({"'none'"}),
    "script-src": frozenset({"'self'"}),
    "style-src": frozenset({"'self'", "'unsafe-hashes'"}),
    "img-src": frozenset({"'self'", "data:"}),
    "font-src": frozenset({"'self'"}),
    "connect-src": frozenset({"'self'"}),
    "base-uri": frozenset({"'none'"}),
    "form-action": frozenset({"'none'"}),
}
_HASHED = ("script-src", "style-src")


def faults(page: Page, _site: Finished) -> Iterator[Fault]:
    """Look at the head of a page."""
    metas = [one for one in page.tree.iter("meta") if one.get("http-equiv") is not None]
    policies = [one for one in metas if one.get("http-equiv", "").lower() == _POLICY]
    if len(policies) != 1 or not _first(policies[0]):
        yield page.fault(
            page.tree,
            "the policy for scripts and loads does not stand at the head of the page",
            "The build puts one into each page that has a head, and no policy of its own: "
            "begin yours with <!doctype html>, <html>, <head>.",
        )
    else:
        yield from _policy(page, policies[0])
    for meta in metas:
        if meta not in policies and not _moved(page, meta):
            yield page.fault(meta, f"<meta http-equiv=“{meta.get('http-equiv')}”> is not allowed")


def _first(policy: html.HtmlElement) -> bool:
    """Say whether a policy stands in the head with nothing before it but the encoding."""
    before = policy.getprevious()
    parent = policy.getparent()
    return (
        parent is not None
        and parent.tag == "head"
        and (
            before is None
            or (before.tag == "meta" and before.get("charset") is not None and before.getprevious() is None)
        )
    )


def _policy(page: Page, policy: html.HtmlElement) -> Iterator[Fault]:
    said: dict[str, list[str]] = {}
    for name, *values in filter(None, map(_WORDS.findall, policy.get("content", "").split(";"))):
        if name in said:
            yield page.fault(policy, f"the policy says {name} twice: browsers take the first")
        said[name] = values
        more = [
            one
            for one in values
            if one not in STRICT.get(name, ()) and not (name in _HASHED and one.startswith("'sha256-"))
        ]
        if name not in STRICT or more:
            yield page.fault(policy, f"the policy allows too much: {name} {' '.join(more)}")
    if missing := [name for name in STRICT if name not in said]:
        yield page.fault(policy, f"the policy says nothing of {', '.join(missing)}")
    for script in page.tree.iter("script"):
        kind = script.get("type", "").strip().lower()
        if script.get("src") is None and kind not in DATA and _hash(script) not in said.get("script-src", ()):
            yield page.fault(script, "the policy does not know this script, and it would not run")


def _hash(script: html.HtmlElement) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256((script.text or '').encode()).digest()).decode()}'"


def _moved(page: Page, meta: html.HtmlElement) -> bool:
    """Say whether a page is one that has moved, and leads where its one link leads, inside the site."""
    found = _REFRESH.fullmatch(meta.get("content", ""))
    links = page.tree.xpath("//a/@href")
    return (
        meta.get("http-equiv", "").lower() == "refresh"
        and found is not None
        and links == [found["address"]]
        and page.tree.xpath("string(//a/@id)") == "moved"
        and re.fullmatch(r"(\.\./)+[\w./-]*", found["address"]) is not None
    )
