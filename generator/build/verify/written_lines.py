"""Check that all words of a hand-written page are on the page that was built from it.

Markdown drops some of them without a message: settings at the beginning, for which it takes a line such as "Note: we sign on
Monday."; the cells of a table that has too few columns; all that follows a comment without an end.
"""

import html
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

# Settings at the beginning of a page that the theme and its plugins read, such as its blog. Any other key there is words of the
# author; so is “draft”, since a page with it would be published all the same.
_SETTINGS = frozenset({
    "author", "authors", "categories", "comments", "date", "description", "hide", "icon", "links", "pin", "readtime", "search", "slug",
    "social", "status", "subtitle", "tags", "template", "title",
})  # fmt: skip
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^[\w-]+(?=[ \t]*:)", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(
    r"""</?[a-z][\w-]*(?:\s+(?:[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)|download|hidden|open|reversed))*\s*/?>""",
    re.IGNORECASE,
)
_ATTRIBUTE = r"""(?:[.#][\w-]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'}]+))"""
_ATTRIBUTES = re.compile(rf"{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*}}")
_TARGET = re.compile(r"(?<=\])(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|[ ]?\[[^\]\n]*\])")
_REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S*[/.#@]\S*(?:[ \t]+[\"'(].*)?$", re.MULTILINE)
# What a line begins with, or all of it, that readers see as signs or styles: numbers, boxes to tick, languages of code.
_START = re.compile(
    r"^(?:[\s>]|(?:[-+*:]|\d+[.)]|\[\^[^\]]+\]:|\[[ xX]\])\s)*(?:(?:`{3,}|~{3,})(?=[^`]*$).*|\[TOC\]\s*$)?"
)
# Markdown may put an element or a sign between what is on both sides of these.
_SIGN = re.compile(r"""[][*_`(){}<>|#!&\\"'~=:^+-]""")
_NOT_LETTERS = re.compile(r"[\W_]+")
_ADDED = frozenset(("headerlink", "footnote-ref", "footnote-backref"))


def lost_lines(markdown: str, page: HtmlElement) -> Iterator[tuple[int, str]]:
    """Yield each line of the source of a page that has words which are not on the built page, with its number from 1."""
    article = next(iter(page.find_class("md-content")), page)
    text = "".join(_texts(article))
    # In code, &eacute; is shown as it was written.
    shown = f"{_letters(text)}\n{_letters(html.unescape(text))}"
    values = "\n".join(_letters(value) for element in article.iter("*") for value in element.attrib.values())
    lines = _without_unseen(markdown).split("\n")
    for number, (line, written) in enumerate(zip(lines, markdown.split("\n"), strict=True), 1):
        parts = map(_letters, _SIGN.split(html.unescape(_START.sub("", line, count=1))))
        if any(part not in shown and part not in values for part in parts):
            yield number, written


def _without_unseen(markdown: str) -> str:
    """Return a source with a sign in place of what readers are not meant to see, and with as many lines."""
    text = _FRONT_MATTER.sub(_words_of_settings, markdown)
    end = text.rfind("-->") + len(
        "-->"
    )  # after it, each look for the end of a comment would be in vain, to the end of the page
    text = _COMMENT.sub(_sign, text[:end]) + text[end:]
    for unseen in (_REFERENCE, _TARGET, _ATTRIBUTES, _TAG):
        text = unseen.sub(_sign, text)
    return text


def _sign(match: re.Match[str]) -> str:
    return "|" + "\n" * match[0].count("\n")


def _words_of_settings(match: re.Match[str]) -> str:
    """Return front matter unchanged if it has a key that is no setting, else its line breaks."""
    return match[0] if set(_KEY.findall(match[1])) - _SETTINGS else "\n" * match[0].count("\n")


def _letters(text: str) -> str:
    """Return the letters and digits of a text, without case. At the end of a word, Greek has another small sigma than inside."""
    return _NOT_LETTERS.sub("", text).casefold()


def _texts(element: HtmlElement) -> Iterator[str]:
    """Yield the texts of an element that come from its author."""
    if isinstance(element.tag, str) and _ADDED.isdisjoint(element.get("class", "").split()):
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""
