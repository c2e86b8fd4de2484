"""The HTML of a mail: its article as of a web page, with quoted mails and signatures marked."""

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from generator.edit.articles import html
from generator.edit.articles.converted import Converted, Doubt, Line
from generator.edit.articles.html.blocks import blocks_of
from generator.edit.articles.html.page import read_page, remove_hidden
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


def from_html(message: Message, name: str) -> Converted:
    """Return the HTML of a mail: with the importer of web pages, or all its text if it is too short for that."""
    try:
        converted = html.convert(message.html, name)
    except EditError:
        converted = from_text("\n".join(block.text for block in blocks_of(_root(message, name))), name)
    quoted = {block.text for quote in _quotes(_root(message, name)) for block in blocks_of(quote)}
    replies = reply_lines([line.text for line in converted.lines])
    lines = tuple(
        _marked(line) if is_reply or line.text in quoted else line
        for line, is_reply in zip(converted.lines, replies, strict=True)
    )
    return replace(converted, lines=lines)


def _marked(line: Line) -> Line:
    return replace(line, doubts=tuple(dict.fromkeys((*line.doubts, Doubt.REPLY))))


def _root(message: Message, name: str) -> HtmlElement:
    root = read_page(message.html, name).root
    remove_hidden(root)
    return root


def _quotes(root: HtmlElement) -> Iterator[HtmlElement]:
    for path in _QUOTES:
        yield from root.xpath(path)
