"""Every built page is valid HTML: it parses without errors, and every reference has a target."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

INTERACTIVE = {"a", "button", "input", "select", "textarea", "summary", "label"}
# The theme labels a field that only pages in the navigation have.
ALLOWED = {"for=__toc refers to nothing"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@pytest.fixture(params=["real_site", "harbour_site"])
def trees(request: pytest.FixtureRequest) -> Iterator[tuple[str, Element]]:
    """Every page of a site by its path, parsed."""
    site: Path = request.getfixturevalue(request.param)
    return ((path.relative_to(site).as_posix(), parsed(path)) for path in sorted(site.rglob("*.html")))


def parsed(path: Path) -> Element:
    """Parse a page as a browser does; raise an error for invalid HTML."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    tree: Element = parser.parse(path.read_text(encoding="utf-8"))
    return tree


def test_every_page_is_valid_html(trees: Iterator[tuple[str, Element]]) -> None:
    problems = [
        f"{name}: {problem}"
        for name, tree in trees
        for problem in problems_of(tree)
        if problem not in ALLOWED
    ]
    assert problems == []


def problems_of(tree: Element) -> Iterator[str]:
    """Yield what is wrong with a page that parses."""
    elements = list(tree.iter())
    ids = Counter(element.get("id", "") for element in elements)
    yield from (f"two elements have the id {name}" for name, number in ids.items() if name and number > 1)
    for element in elements:
        yield from _references(element, ids)
        yield from _content(element)
    yield from _headings(
        [int(element.tag[1]) for element in elements if re.fullmatch(r"h[1-6]", str(element.tag))]
    )


def _references(element: Element, ids: Counter[str]) -> Iterator[str]:
    for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"):
        for target in element.get(name, "").split():
            if target not in ids:
                yield f"{name}={target} refers to nothing"
    if not LANGUAGE.fullmatch(element.get("lang", "en")):
        yield f"lang={element.get('lang')!r} is not a language"


def _content(element: Element) -> Iterator[str]:
    inside = {str(inner.tag) for inner in element.iter() if inner is not element}
    children = {str(child.tag) for child in element}
    if element.tag in {"ul", "ol"} and not children <= {"li", "script", "template"}:
        yield f"<{element.tag} class={element.get('class')}> contains something that is not an item"
    if element.tag == "dl" and not children <= {"dt", "dd", "div"}:
        yield "<dl> contains something that is neither term nor description"
    if element.tag in {"a", "button"} and inside & INTERACTIVE:
        yield f"<{element.tag}> contains {inside & INTERACTIVE}"
    if element.tag == "table" and "th" not in inside:
        yield f"<table class={element.get('class')}> has no head"
    if element.tag == "img" and element.get("alt") is None:
        yield "<img> has no alt"


def _headings(levels: list[int]) -> Iterator[str]:
    if levels.count(1) != 1:
        yield f"{levels.count(1)} first headings"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows element of level {before}"
