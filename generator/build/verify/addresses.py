"""Addresses: what a page loads is a file of the site; links lead on to pages, and to nothing that runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from generator.build.verify.page import Fault, Finished, Page, cut

_SCHEME = re.compile(r"[^/?#]*?:")
_UNSEEN = re.compile(r"[\x00-\x20\x7f\\]")  # browsers take some of these out, or read another sign for them
_LEADS_TO = frozenset({"http:", "https:", "mailto:"})
# What a browser loads for them; the others only say where something is.
_LOADED_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"})
_TOLD_LINKS = frozenset({"canonical", "alternate", "prev", "next", "license", "author", "search", "edit"})
_LOADING = frozenset({("script", "src"), ("img", "src")})
_STORE = "Store it in docs/ and name it from there: readers’ browsers ask no other host."


def faults(page: Page, site: Finished) -> Iterator[Fault]:
    """Look at every address on a page."""
    for element in page.elements():
        for attribute in ("href", "src", "xlink:href", "{http://www.w3.org/1999/xlink}href"):
            if (address := element.get(attribute)) is not None:
                message, hint = _wrong(page, site, element, attribute, address)
                if message:
                    shown = f"<{element.tag!s} {attribute}=“{cut(address)}”>"
                    yield page.fault(element, f"{shown} {message}", hint)


def _wrong(
    page: Page, site: Finished, element: html.HtmlElement, attribute: str, address: str
) -> tuple[str, str]:
    """Say what is wrong with an address, and what to do; two empty texts where nothing is."""
    name = str(element.tag)
    if (name, attribute) in _LOADING:
        return _loaded(page, site, address)
    if name == "link" and attribute == "href":
        kinds = set(element.get("rel", "").lower().split())
        if kinds & _LOADED_LINKS:
            return _loaded(page, site, address)
        if not kinds or kinds - _TOLD_LINKS:
            return "is a link of a kind that is not allowed: a browser could ask another host", ""
        return _linked(address)
    if name == "a" and attribute == "href":
        return _linked(address)
    if name == "use" and address.startswith("#"):
        return "", ""
    return "has an address where none is allowed", ""


def _loaded(page: Page, site: Finished, address: str) -> tuple[str, str]:
    if _SCHEME.match(address) or address.startswith("//"):
        return "loads from outside the site", _STORE
    if _UNSEEN.search(address):
        return "has a character that browsers read in different ways", ""
    target = site.target(page, address)
    if target is None:
        return "loads from outside the site", _STORE
    return ("", "") if target in site.files else ("names a file that the site does not have", _STORE)


def _linked(address: str) -> tuple[str, str]:
    scheme = _SCHEME.match(address.strip())
    if scheme and scheme.group().lower() not in _LEADS_TO:
        return f"leads to {cut(scheme.group())}", "Links lead to pages (https:) and to letters (mailto:)."
    return "", ""
