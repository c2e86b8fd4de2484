"""Every built page is valid HTML: it parses without a fault, and what refers to something has something to refer to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

INTERACTIVE = {"a", "button", "input", "select", "textarea", "summary", "label"}
# The theme’s: the head of the contents is a label for a field that only pages in the navigation have.
ALLOWED = {"for=__toc refers to nothing"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@pytest.fixture(params=["real_site", "harbour_site"])
def trees(request: pytest.FixtureRequest) -> Iterator[tuple[str, Element]]:
    """Every page of a site by its path, parsed."""
    site: Path = request.getfixturevalue(request.param)
    return ((path.relative_to(site).as_posix(), parsed(path)) for path in sorted(site.rglob("*.html")))


def parsed(path: Path) -> Element:
    """Parse a page as a browser does; a fault is an error."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    tree: Element = parser.parse(path.read_text(encoding="utf-8"))
    return tree


def test_every_page_is_sound(trees: Iterator[tuple[str, Element]]) -> None:
    faults = [f"{name}: {fault}" for name, tree in trees for fault in faults_of(tree) if fault not in ALLOWED]
    assert faults == []


def faults_of(tree: Element) -> Iterator[str]:
    """Give what is wrong with a page that parses."""
    elements = list(tree.iter())
    ids = Counter(one.get("id", "") for one in elements)
    yield from (f"two elements have the id {name}" for name, number in ids.items() if name and number > 1)
    for one in elements:
        yield from _references(one, ids)
        yield from _content(one)
    yield from _headings([int(one.tag[1]) for one in elements if re.fullmatch(r"h[1-6]", str(one.tag))])


def _references(one: Element, ids: Counter[str]) -> Iterator[str]:
    for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"):
        for wanted in one.get(name, "").split():
            if wanted not in ids:
                yield f"{name}={wanted} refers to nothing"
    if not LANGUAGE.fullmatch(one.get("lang", "en")):
        yield f"lang={one.get('lang')!r} is no language"


def _content(one: Element) -> Iterator[str]:
    inside = {str(inner.tag) for inner in one.iter() if inner is not one}
    children = {str(child.tag) for child in one}
    if one.tag in {"ul", "ol"} and not children <= {"li", "script", "template"}:
        yield f"<{one.tag} class={one.get('class')}> holds what is no item"
    if one.tag == "dl" and not children <= {"dt", "dd", "div"}:
        yield "<dl> holds what is neither term nor description"
    if one.tag in {"a", "button"} and inside & INTERACTIVE:
        yield f"<{one.tag}> holds {inside & INTERACTIVE}"
    if one.tag == "table" and "th" not in inside:
        yield f"<table class={one.get('class')}> has no head"
    if one.tag == "img" and one.get("alt") is None:
        yield "<img> has no alt"


def _headings(levels: list[int]) -> Iterator[str]:
    if levels.count(1) != 1:
        yield f"{levels.count(1)} first headings"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"
