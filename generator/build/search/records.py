"""Read the records of the search from built pages: pages, passages on their cards, and paragraphs of stored texts.

A result leads to the card or the paragraph, not only to its page. The kind of a record and its briefing follow from its URL, so
the pages of any builder can be read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import ParserError, XPath, iterwalk
from lxml.html import HtmlElement, document_fromstring

# Not prose: icons, markers, links back, repetitions of a table, and stances, which say nothing without their proposition.
_IGNORED = XPath(
    ".//*[self::script or self::style or self::template or self::svg or self::h1 or @data-search-exclude or @hidden or "
    "@class and (contains(@class,'headerlink') or contains(@class,'bb-ev') or contains(@class,'bb-crumb') or contains(@class,'bb-foot')"
    " or contains(@class,'bb-holder') or contains(concat(' ',@class,' '),' bb-st '))]"
)
_MANUALS = "editors"  # the folder of pages for editors, which are in no reader's search
_DIVIDED = re.compile(r"\w[-\u2010]$")
# A block: its propositions, and under each the rows of parties, alone or in groups with the same stance.
_QUESTIONS = XPath(".//div[@class='bb-q']")
_PROPOSITION = XPath(".//p[@class='bb-pr']/text()")
_ROWS = XPath(".//li[@class='bb-row'] | .//div[contains(@class,'bb-group')]//li")
_NAME_AND_STANCE = XPath("./a[@class='bb-name'] | ./div[@class='bb-by']/*[not(@data-search-exclude)]")
_STANCE_OF_GROUP = XPath("./ancestor::div[contains(@class,'bb-group')][1]/div[@class='bb-by']/b")
_WORDS = XPath(".//*[@class='bb-words']")
_BASIS = XPath(".//summary/span[1] | ./div[@class='bb-say']/p[@class='bb-xs']")
_HOMES_OF_STANCES = {"issue": 0, "briefing": 1, "party": 2}
_CARDS = ("quote", "reported", "assessment")
# Elements that begin a new line, so that a space separates their words from others.
_BLOCKS = frozenset({
    "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "hr", "li",
    "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
})  # fmt: skip


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class PageRecords:
    """The records of a page. `url` is relative to the home page; `briefing` is the title of the page's briefing, if it belongs to one."""

    url: str
    title: str
    briefing: str
    records: list[Record]


def page_records(site: Path) -> Iterator[PageRecords]:
    """Yield the records of each page for readers in the folder `site`, sorted by URL."""
    folders = ((path.parent.relative_to(site).as_posix(), path) for path in sorted(site.rglob("index.html")))
    pages = {uri: path for uri, path in folders if uri.partition("/")[0] != _MANUALS}
    stances: set[tuple[str, ...]] = set()  # the same row stands on pages of issues, briefings and parties
    found: dict[str, list[Record]] = {}
    for uri in sorted(pages, key=lambda uri: _HOMES_OF_STANCES.get(_kind(uri), 3)):
        found[uri] = []
        for record in _records_of(_kind(uri), _parse(pages[uri])):
            content = (record.anchor.partition("#")[2], record.title, record.text, record.proposition)
            if record.kind != "stance" or content not in stances:
                found[uri].append(record)
                stances.add(content)
    titles = {
        uri: of_page[-1].title for uri, of_page in found.items() if of_page and _kind(uri) == "briefing"
    }
    for uri, of_page in sorted(found.items()):
        if of_page:
            briefing = next((title for home, title in titles.items() if f"{uri}/".startswith(f"{home}/")), "")
            yield PageRecords("" if uri == "." else f"{uri}/", of_page[-1].title, briefing, of_page)


def records_of(uri: str, tree: HtmlElement) -> Iterator[Record]:
    """Yield the records of the page with the path `uri`, and take them out of its `tree`."""
    folder, _, name = uri.rpartition("/")
    if name == "index.html" and uri.partition("/")[0] != _MANUALS:
        yield from _records_of(_kind(folder or "."), tree)


def _records_of(kind: str, tree: HtmlElement) -> Iterator[Record]:
    """Yield the records of a page: its cards and stances, the paragraphs of a stored text, and last the page."""
    body = next(iter(tree.xpath("//article")), None)
    if body is None or tree.xpath("//meta[@name='briefing-search']"):
        return
    language = next(iter(body.xpath("./div[@lang]/@lang")), tree.get("lang", "en"))
    title = _title(tree)
    for card in body.xpath(".//figure[@id][contains(@class,'bb-card')]"):
        speaker = " ".join(_text(part) for part in card.xpath(".//*[contains(@class,'bb-who')]"))
        for quoted in card.xpath(".//blockquote"):  # none if the words are withheld
            yield Record(
                anchor=f"#{card.get('id')}",
                kind=next(name for name in _CARDS if f"bb-{name}" in card.classes),
                title=speaker or title,
                text=" … ".join(_text(part) for part in quoted.iter("b")),
                language=quoted.get("lang", language),
            )
        card.drop_tree()
    yield from _stances(body, language)
    paragraphs = body.xpath(".//*[contains(@class,'bb-pp')][@id]/p")
    texts = [_text(paragraph) for paragraph in paragraphs]
    for at, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        # A word that is divided at the end of a line goes on in the next paragraph.
        rest = texts[at + 1].split(maxsplit=1)[:1] if _DIVIDED.search(text) and at + 1 < len(texts) else []
        place = f"#{paragraph.getparent().get('id')}"
        yield Record(place, "source", "", " ".join([text, *rest]), paragraph.get("lang", language))
    for paragraph in paragraphs:
        paragraph.getparent().drop_tree()
    for ignored in _IGNORED(body):
        ignored.drop_tree()
    yield Record("", kind, title, _text(body), language)


def _stances(body: HtmlElement, language: str) -> Iterator[Record]:
    """Yield the stance of each party on each proposition of a page, with the words shown beside it."""
    for question in _QUESTIONS(body):
        proposition = " ".join("".join(_PROPOSITION(question)).split())
        for row in _ROWS(question):
            words = _WORDS(row)
            yield Record(
                anchor=row.xpath("(.//a/@href)[1]")[0],
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
    """Return the words of an element, with each block on a line of its own. Quoted words keep their marks, which styles draw."""
    parts: list[str] = []
    for event, node in iterwalk(element, events=("start", "end")):
        end = "\n" if node.tag in _BLOCKS else ""
        if node.tag == "q":
            end = "“" if event == "start" else "”"
        text = node.text if event == "start" else node.tail if node is not element else ""
        parts += [end, re.sub(r"\s+", " ", text or "")]
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
