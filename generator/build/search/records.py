"""Read the records of the search from built pages: pages, passages on their cards, and paragraphs of stored texts.

A result leads to the card or the paragraph, not only to its page. The kind of a record and its briefing follow from its URL, so
the pages of any builder can be read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import ParserError, iterwalk
from lxml.html import HtmlElement, document_fromstring

# Not prose: icons, markers, links back, and repetitions of a table.
_IGNORED = (
    ".//script|.//style|.//template|.//svg|.//a[contains(@class,'headerlink')]|.//a[contains(@class,'bb-ev')]"
    "|.//*[contains(@class,'bb-crumb')]|.//*[contains(@class,'bb-foot')]|.//*[@data-search-exclude]|.//*[@hidden]"
)
_CARDS = ("quote", "reported", "assessment")
# Elements that begin a new line, so that a space separates their words from others.
_BLOCKS = frozenset({
    "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "hr", "li",
    "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
})  # fmt: skip


@dataclass(frozen=True)
class Record:
    """Something that a search finds.

    `uri` is the URL relative to the home page, with an id for a part of a page; `briefing` is the title of its briefing, empty
    if it belongs to none or to several; `detail` is the title of the page that a card is on.
    """

    uri: str
    kind: str
    title: str
    text: str
    language: str
    briefing: str = ""
    detail: str = ""


def records(site: Path) -> Iterator[Record]:
    """Yield the records of all pages in the folder `site`, sorted by URL."""
    pages = {path.parent.relative_to(site).as_posix(): path for path in sorted(site.rglob("index.html"))}
    titles = {uri: _title(_parse(path)) for uri, path in pages.items() if _kind(uri) == "briefing"}
    for uri, path in pages.items():
        briefing = next((title for home, title in titles.items() if f"{uri}/".startswith(f"{home}/")), "")
        yield from _records_of("" if uri == "." else f"{uri}/", _kind(uri), _parse(path), briefing)


def _records_of(uri: str, kind: str, tree: HtmlElement, briefing: str) -> Iterator[Record]:
    body = next(iter(tree.xpath("//article")), None)
    if body is None or tree.xpath("//meta[@name='briefing-search']"):
        return
    language = next(iter(body.xpath("./div[@lang]/@lang")), tree.get("lang", "en"))
    title = _title(tree)
    for card in body.xpath(".//figure[@id][contains(@class,'bb-card')]"):
        speaker = " ".join(_text(part) for part in card.xpath(".//*[contains(@class,'bb-who')]"))
        for quoted in card.xpath(".//blockquote"):  # none if the words are withheld
            yield Record(
                uri=f"{uri}#{card.get('id')}",
                kind=next(name for name in _CARDS if f"bb-{name}" in card.classes),
                title=speaker or title,
                text=" … ".join(_text(part) for part in quoted.iter("b")),
                language=quoted.get("lang", language),
                briefing=briefing,
                detail=title,
            )
        card.drop_tree()
    for paragraph in body.xpath(".//*[contains(@class,'bb-pp')][@id]"):
        for part in paragraph.xpath("./p"):
            place = f"{uri}#{paragraph.get('id')}"
            yield Record(place, "source", title, _text(part), part.get("lang", language), briefing)
    for ignored in body.xpath(_IGNORED):
        ignored.drop_tree()
    yield Record(uri, kind, title, _text(body), language, briefing)


def _parse(path: Path) -> HtmlElement:
    """Parse a page; an empty file becomes an empty page."""
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
    words = tree.xpath("(//article//h1)[1]//text()[not(ancestor::a[contains(@class,'headerlink')])]")
    return " ".join("".join(words).split())


def _text(element: HtmlElement) -> str:
    """Return the words of an element, with a space around each block."""
    parts: list[str] = []
    for event, node in iterwalk(element, events=("start", "end")):
        space = " " if node.tag in _BLOCKS else ""
        text = node.text if event == "start" else node.tail if node is not element else ""
        parts += [space, text or ""]
    return " ".join("".join(parts).split())
