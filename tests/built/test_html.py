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
# The theme's: it writes an empty list where a page has no contents, and labels that hold no control.
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
    faults = [f"{name}: {fault}" for name, tree in trees for fault in faults_of(tree)]
    assert faults == []


def faults_of(tree: Element) -> Iterator[str]:
    """Give what is wrong with a page that parses."""
    elements = list(tree.iter())
    ids = Counter(one.get("id") for one in elements if one.get("id"))
    yield from (f"two elements have the id {name}" for name, number in ids.items() if number > 1)
    for one in elements:
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"):
            for wanted in one.get(name, "").split():
                if wanted not in ids:
                    yield f"{name}={wanted} refers to nothing"
        if (language := one.get("lang")) is not None and not LANGUAGE.fullmatch(language):
            yield f"lang={language!r} is no language"
        if one.tag in {"ul", "ol"} and any(child.tag not in {"li", "script", "template"} for child in one):
            yield f"<{one.tag} class={one.get('class')}> holds what is no item"
        if one.tag == "dl" and any(child.tag not in {"dt", "dd", "div"} for child in one):
            yield "<dl> holds what is neither term nor description"
        if one.tag in {"a", "button"}:
            yield from (
                f"<{inner.tag}> stands in <{one.tag}>"
                for inner in one.iter()
                if inner is not one and inner.tag in INTERACTIVE
            )
        if one.tag == "table" and not any(inner.tag == "th" for inner in one.iter()):
            yield f"<table class={one.get('class')}> has no head"
        if one.tag == "img" and one.get("alt") is None:
            yield "<img> has no alt"
    levels = [
        int(one.tag[1]) for one in elements if isinstance(one.tag, str) and re.fullmatch(r"h[1-6]", one.tag)
    ]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} first headings"
    yield from (
        f"a heading of level {after} follows one of level {before}"
        for before, after in pairwise(levels)
        if after > before + 1
    )
