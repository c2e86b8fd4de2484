"""The HTML of a mail: its article as of a web page, with quoted mails and signatures marked."""

from collections.abc import Iterator
from dataclasses import replace

import lxml.html
from lxml.html import HtmlElement

from generator.edit.articles import html
from generator.edit.articles.cleaning import clean
from generator.edit.articles.converted import Converted, Doubt, Line
from generator.edit.articles.mail.message import Message
from generator.edit.articles.mail.replies import reply_lines
from generator.edit.articles.plain import from_text
from generator.edit.error import EditError

# What mail programs put around a mail that is answered, and around a signature.
_QUOTES = (
    "//blockquote[@type='cite']", "//*[contains(concat(' ', @class, ' '), ' gmail_quote ')]", "//*[@class='gmail_signature']",
    "//*[@class='moz-cite-prefix']", "//*[@class='moz-signature']", "//*[contains(@class, 'yahoo_quoted')]",
    "//*[@id='divRplyFwdMsg']", "//*[@id='divRplyFwdMsg']/following-sibling::*", "//*[@id='Signature']",
)  # fmt: skip
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "table",
        "tr",
    ]
)


def from_html(message: Message, name: str) -> Converted:
    """Return the HTML of a mail: with the importer of web pages, or all its text if it is too short for that."""
    try:
        converted = html.convert(message.html, name)
    except EditError:
        converted = from_text("\n".join(_paragraphs(_root(message))), name)
    quoted = {clean(text) for quote in _quotes(_root(message)) for text in _paragraphs(quote)}
    replies = reply_lines([line.text for line in converted.lines])
    lines = tuple(
        _marked(line) if is_reply or line.text in quoted else line
        for line, is_reply in zip(converted.lines, replies, strict=True)
    )
    return replace(converted, lines=lines)


def _marked(line: Line) -> Line:
    return replace(line, doubts=tuple(dict.fromkeys((*line.doubts, Doubt.REPLY))))


def _root(message: Message) -> HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)
    return lxml.html.document_fromstring(message.html, parser=parser)


def _quotes(root: HtmlElement) -> Iterator[HtmlElement]:
    for path in _QUOTES:
        yield from root.xpath(path)


def _paragraphs(element: HtmlElement) -> Iterator[str]:
    """Yield the text of each block, as one line. Styles, scripts and the title of the page are none."""
    pieces: list[str] = []
    for kind, text in _events(element):
        if kind == "end":
            if line := clean("".join(pieces)):
                yield line
            pieces.clear()
        else:
            pieces.append(text)
    if line := clean("".join(pieces)):
        yield line


def _events(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the texts in an element, and an end before and behind each block and line break."""
    tag = element.tag
    if tag in {"script", "style", "title", "head"}:
        return
    if tag in _BLOCKS or tag == "br":
        yield "end", ""
    yield "text", element.text or ""
    for item in element:
        yield from _events(item)
        yield "text", item.tail or ""
    if tag in _BLOCKS:
        yield "end", ""
