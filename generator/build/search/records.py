"""Read the records of the search from built pages: pages, passages on their cards, and paragraphs of stored texts.

A result leads to the card or the paragraph, not only to its page. The kind of a record and its briefing follow from its URL, so
the pages of any builder can be read.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml.etree import ParserError, XPath, iterwalk
from lxml.html import HtmlElement, document_fromstring

# Not prose: icons, markers, links back, repetitions of a table, and stances, which say nothing without their proposition.
_IGNORED_TAGS = frozenset({"script", "style", "template", "svg", "h1"})
_IGNORED_CLASSES = re.compile(r"headerlink|bb-ev|bb-share|bb-crumb|bb-foot|bb-holder|(?<!\S)bb-st(?!\S)")
_MANUALS = "editors/"  # the folder of pages for editors, which are in no reader's search
_DIVIDED = re.compile(r"\w[-\u2010]$")
# A block: its propositions, and under each the rows of parties, alone or in groups with the same stance.
_PROPOSITION = XPath(".//p[@class='bb-pr']/text()")
_ROWS = XPath(".//li[@class='bb-row'] | .//div[contains(@class,'bb-group')]//li")
_NAME_AND_STANCE = XPath("./a[@class='bb-name'] | ./div[@class='bb-by']/*[not(@class='bb-share')]")
_STANCE_OF_GROUP = XPath("./ancestor::div[contains(@class,'bb-group')][1]/div[@class='bb-by']/b")
_FIRST_LINK = XPath("string(.//a/@href)")
_WORDS = XPath(".//*[@class='bb-words']")
_BASIS = XPath(".//summary/span[1] | ./div[@class='bb-say']/p[@class='bb-xs']")
_EXCLUDED = "briefing-search"  # the name of a meta element
_TITLE = XPath(".//text()[not(ancestor::a[contains(@class,'headerlink')])]")
_PART_OF_SOURCE = re.compile(r"sources/[^/]+/\d+-\d+/")
_LANGUAGE = XPath("./div[@lang]/@lang")
_SPEAKER = XPath(".//*[contains(@class,'bb-who')]")
_KINDS_OF_CARDS = ("quote", "reported", "assessment")
_NEW_LINE = "\0"  # in no page
# The signs before and after the words of an element: a block begins a new line, so that a space separates its words from others.
_BLOCKS = (
    "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "hr", "li",
    "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
)  # fmt: skip
_SIGNS: dict[Any, tuple[str, str]] = {
    "q": ("“", "”"),
    **dict.fromkeys(_BLOCKS, (_NEW_LINE, _NEW_LINE)),
}


@dataclass(frozen=True, slots=True)
class Record:
    """Something that a search finds.

    `anchor` is the id of a part of a page as a fragment, empty for the whole page; `title` is empty for a paragraph of a stored text,
    whose title does not make it a result. `proposition` is what a stance answers, `basis` how sure it is and since when.
    """

    anchor: str
    kind: str
    title: str
    text: str
    language: str
    proposition: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class PageRecords:
    """The records of a page: its parts, and last the page. `url` is relative to the home page, whose own is empty; others end with a slash.

    A further part of a long source has no record of its own besides its paragraphs.
    """

    url: str
    title: str
    records: list[Record]


def page_records(site: Path) -> Iterator[PageRecords]:
    """Yield the records of each page for readers in the folder `site`, sorted by URL."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("index.html")}
    for uri in sorted(paths, key=lambda uri: uri.removesuffix("index.html")):
        if page := records_of(uri, _parse(paths[uri])):
            yield page


def records_of(uri: str, tree: HtmlElement) -> PageRecords | None:
    """Return the records of a parsed page with the path `uri` in the site, such as `sources/a/index.html`.

    None for a page that is in no reader's search. The tree does not change.
    """
    url = uri.removesuffix("index.html")
    body = next(tree.iter("article"), None)
    if (
        url == uri
        or url.startswith(_MANUALS)
        or body is None
        or any(meta.get("name") == _EXCLUDED for meta in tree.iter("meta"))
    ):
        return None
    title = _title(body)
    records = list(_records(_kind(url), title, body, tree.get("lang", "en")))
    if _PART_OF_SOURCE.fullmatch(url) and len(records) > 1:
        records.pop()  # a search for the title finds the source once
    return PageRecords(url, title, records)


def _records(kind: str, title: str, body: HtmlElement, language: str) -> Iterator[Record]:
    """Yield the records of a page: its cards and stances, the paragraphs of a stored text, and last the page."""
    language = next(iter(_LANGUAGE(body)), language)
    cards = [
        figure for figure in body.iter("figure") if figure.get("id") and "bb-card" in figure.get("class", "")
    ]
    for card in cards:
        speaker = " ".join(_text(part) for part in _SPEAKER(card))
        for quoted in card.iter("blockquote"):  # none if the words are withheld
            yield Record(
                anchor=f"#{card.get('id')}",
                kind=next(name for name in _KINDS_OF_CARDS if f"bb-{name}" in card.classes),
                title=speaker or title,
                text=" … ".join(_text(part) for part in quoted.iter("b")),
                language=quoted.get("lang", language),
            )
    yield from _stances(body, language)
    places = [place for place in body.iter("div") if place.get("id") and "bb-pp" in place.get("class", "")]
    paragraphs = [(place, paragraph) for place in places for paragraph in place.iterchildren("p")]
    texts = [_text(paragraph) for _, paragraph in paragraphs]
    for at, ((place, paragraph), text) in enumerate(zip(paragraphs, texts, strict=True)):
        # A word that is divided at the end of a line goes on in the next paragraph.
        rest = texts[at + 1].split(maxsplit=1)[:1] if _DIVIDED.search(text) and at + 1 < len(texts) else []
        yield Record(
            f"#{place.get('id')}", "source", "", " ".join([text, *rest]), paragraph.get("lang", language)
        )
    parts = {*cards, *places}
    yield Record("", kind, title, _text(body, lambda node: node in parts or _is_no_prose(node)), language)


def _stances(body: HtmlElement, language: str) -> Iterator[Record]:
    """Yield the stance of each party on each proposition of a page, with the words shown beside it."""
    for question in body.iter("div"):
        if question.get("class") != "bb-q":
            continue
        proposition = " ".join("".join(_PROPOSITION(question)).split())
        for row in _ROWS(question):
            words = _WORDS(row)
            yield Record(
                anchor=_FIRST_LINK(row),
                kind="stance",
                title=" ".join(_text(part) for part in (*_NAME_AND_STANCE(row), *_STANCE_OF_GROUP(row))),
                text="\n".join(_text(part) for part in words),
                language=next(iter(words), row).get("lang", language),
                proposition=proposition,
                basis=" ".join(_text(part) for part in _BASIS(row)),
            )


def _parse(path: Path) -> HtmlElement:
    """Parse a page; an empty file becomes an empty page."""
    try:
        return document_fromstring(path.read_bytes())
    except ParserError:
        return document_fromstring("<html></html>")


def _kind(url: str) -> str:
    match url.split("/")[:-1]:
        case ["briefings", _]:
            return "briefing"
        case ["briefings", _, "issues", _]:
            return "issue"
        case ["parties", _]:
            return "party"
        case ["sources", _] | ["sources", _, _]:
            return "source"
    return "page"


def _title(body: HtmlElement) -> str:
    heading = next(body.iter("h1"), None)
    return "" if heading is None else " ".join("".join(_TITLE(heading)).split())


def _text(element: HtmlElement, is_ignored: Callable[[HtmlElement], bool] = lambda _: False) -> str:
    """Return the words of an element, with each block on a line of its own. Quoted words keep their marks, which styles draw."""
    if len(element) == 0 and element.tag != "q":
        return " ".join((element.text or "").split())  # as below, but faster
    parts: list[str] = []
    ignored = None
    walk = iterwalk(element, events=("start", "end", "comment"))
    for event, node in walk:
        before, after = _SIGNS.get(node.tag, ("", ""))
        if event != "start":
            parts += ("" if node is ignored else after, (node.tail or "") if node is not element else "")
        elif is_ignored(node):
            ignored = node
            walk.skip_subtree()
        else:
            parts += (before, node.text or "")
    lines = (" ".join(line.split()) for line in "".join(parts).split(_NEW_LINE))
    return "\n".join(line for line in lines if line)


def _is_no_prose(element: HtmlElement) -> bool:
    return (
        element.tag in _IGNORED_TAGS
        or element.get("data-search-exclude") is not None
        or element.get("hidden") is not None
        or _IGNORED_CLASSES.search(element.get("class", "")) is not None
    )
