"""Built pages -> what a search finds: pages, passages of evidence on their cards, paragraphs of stored texts.

A result lands on the card or the paragraph, not only on the page. What a record is (`kind`) and which briefing it belongs
to follow from its address, so that any builder's pages can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import ParserError, iterwalk
from lxml.html import HtmlElement, document_fromstring

# What is no prose: signs, markers, the way back, and what says again in a table what is said elsewhere.
_SILENT = (
    ".//script|.//style|.//template|.//svg|.//a[contains(@class,'headerlink')]|.//a[contains(@class,'bb-ev')]"
    "|.//*[contains(@class,'bb-crumb')]|.//*[contains(@class,'bb-foot')]|.//*[@data-search-exclude]"
)
_CARDS = ("quote", "reported", "assessment")  # only the first are words of a party
_BLOCKS = frozenset(
    {
        "article",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "hr",
    }
    | {"li", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul"}
)


@dataclass(frozen=True)
class Record:
    """Something that a search finds: where it stands, what it is, and its words.

    `uri` is the address below the site's first page, with an id for a part of a page; `briefing` is the title of the
    briefing that it belongs to, empty where it belongs to none or to several.
    """

    uri: str
    kind: str
    title: str
    text: str
    language: str
    briefing: str = ""
    detail: str = ""


def records(site: Path) -> Iterator[Record]:
    """Give the records of all HTML below `site`, in the order of the addresses of pages."""
    pages = {path.parent.relative_to(site).as_posix(): path for path in sorted(site.rglob("index.html"))}
    homes = {uri: _title(_read(path)) for uri, path in pages.items() if _kind(uri) == "briefing"}
    for uri, path in pages.items():
        yield from records_of(uri, _read(path), homes)


def records_of(uri: str, tree: HtmlElement, briefings: dict[str, str]) -> Iterator[Record]:
    """Give the records of the page at `uri`; `briefings` are the titles of overviews by their addresses."""
    body = next(iter(tree.xpath("//article")), None)
    if body is None or tree.xpath("//meta[@name='briefing-search']"):
        return
    language = next(iter(body.xpath("./div[@lang]/@lang")), tree.get("lang", "en"))
    kind, title = _kind(uri), _title(tree)
    here = "" if uri == "." else f"{uri}/"
    briefing = next((name for home, name in briefings.items() if f"{uri}/".startswith(f"{home}/")), "")
    for card in body.xpath(".//figure[@id][contains(@class,'bb-card')]"):
        words = " ".join(_text(part) for part in card.xpath(".//blockquote"))
        who = " ".join(_text(part) for part in card.xpath(".//*[contains(@class,'bb-who')]"))
        spoken = next(iter(card.xpath(".//blockquote/@lang")), language)
        kind_of_card = next(name for name in _CARDS if f"bb-{name}" in card.classes)
        yield Record(f"{here}#{card.get('id')}", kind_of_card, who or title, words, spoken, briefing, title)
        card.drop_tree()
    for paragraph in body.xpath(".//*[contains(@class,'bb-pp')][@id]"):
        for words in paragraph.xpath("./p"):
            spoken = words.get("lang", language)
            yield Record(f"{here}#{paragraph.get('id')}", "source", title, _text(words), spoken, briefing)
    for silent in body.xpath(_SILENT):
        silent.drop_tree()
    yield Record(here, kind, title, _text(body), language, briefing)


def _read(path: Path) -> HtmlElement:
    """Read a page; a file in which nothing stands is as an empty page."""
    try:
        return document_fromstring(path.read_bytes())
    except ParserError:
        return document_fromstring("<html></html>")


def _kind(uri: str) -> str:
    match uri.split("/"):
        case ["briefings", _]:
            return "briefing"
        case ["briefings", _, "issues", _]:
            return "issue"
        case ["parties", _]:
            return "party"
        case ["sources", _]:
            return "source"
    return "page"


def _title(tree: HtmlElement) -> str:
    heading = next(iter(tree.xpath("//article//h1")), None)
    if heading is None:
        return ""
    return " ".join(
        "".join(heading.xpath(".//text()[not(ancestor::a[contains(@class,'headerlink')])]")).split()
    )


def _text(element: HtmlElement) -> str:
    """Give the words of an element; only what stands in a line of its own is set off by a space."""
    parts: list[str] = []
    for event, node in iterwalk(element, events=("start", "end")):
        apart = " " if node.tag in _BLOCKS else ""
        parts += (
            [apart, node.text or ""]
            if event == "start"
            else [apart, (node is not element and node.tail) or ""]
        )
    return " ".join("".join(parts).split())
