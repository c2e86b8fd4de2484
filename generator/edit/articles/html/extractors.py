"""Ask two programs which blocks of a page belong to its article.

Each block gets a number in the page, written with three Braille patterns before its words. The programs choose the words; the
numbers say which blocks they chose, whatever they did to the words. So every line is the page's own text, in the page's order.
"""

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy

from lxml.html import HtmlElement

from generator.edit.articles.html.blocks import Block
from generator.edit.articles.html.signs import is_prose

# Neither letters nor spaces, so the programs' own rules about words work as without them. The empty pattern looks like a space.
_FIRST, _BASE = 0x2801, 255
_BRAILLE = re.compile("[\u2800-\u28ff]")
_NUMBER = re.compile("[\u2801-\u28ff]{3}")
_LONG_PIECE = 25  # letters: such a piece of a block also has the number
_MOST = 0.5  # of the page's running text
_FURNITURE = re.compile(
    "sidebar|comment|foot|header|nav|menu|related|promo|share|social|widget|sponsor|cookie|popup|modal|overlay|banner|tool|pager|tags"
    "|media|contact|extra|remark|community|subscri|newsletter|paywall|hidden|masthead|scroll|login|bread|caption|teaser|outbrain",
    re.IGNORECASE,
)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # written as numbers: &#12;
_KEPT_ATTRIBUTES = frozenset(["class", "id", "href", "role", "itemprop", "rel", "lang", "colspan", "rowspan"])


def choices(root: HtmlElement, blocks: Sequence[Block]) -> tuple[set[int] | None, set[int] | None]:
    """Return the numbers of the blocks that trafilatura and readability take for the article; None if a program failed.

    The page is numbered for it, so take the text of its blocks before.
    """
    _write_numbers(root, blocks)
    return _numbers(_by_trafilatura, root), _numbers(_by_readability, root)


def _write_numbers(root: HtmlElement, blocks: Sequence[Block]) -> None:
    _rename_wrappers(blocks)
    for element in root.iter():
        kept = {name: value for name in _KEPT_ATTRIBUTES if (value := element.get(name)) is not None}
        element.attrib.clear()
        element.attrib.update({name: _NO_XML.sub("", value) for name, value in kept.items()})
        if element.text:
            element.text = _BRAILLE.sub("·", _NO_XML.sub(" ", element.text))
        if element.tail:
            element.tail = _BRAILLE.sub("·", _NO_XML.sub(" ", element.tail))
    for block in blocks:
        for index, (element, is_tail) in enumerate(block.pieces):
            text = (element.tail if is_tail else element.text) or ""
            words = text.lstrip()
            if index and len(words) < _LONG_PIECE:
                continue
            text = text[: len(text) - len(words)] + _sign(block.number) + words
            if is_tail:
                element.tail = text
            else:
                element.text = text


def _rename_wrappers(blocks: Sequence[Block]) -> None:
    """Take names of furniture from the elements that hold most of the page's running text, such as “content-with-sidebar”.

    The programs throw away what is called so, and with it the article.
    """
    letters: Counter[HtmlElement] = Counter()
    total = 0
    for block in blocks:
        if is_prose(block):
            total += block.letters
            for element in block.ancestors():
                letters[element] += block.letters
    for element, count in letters.items():
        if count > total * _MOST:
            for name in ("class", "id"):
                if _FURNITURE.search(element.get(name, "")):
                    element.set(name, "")


def _sign(number: int) -> str:
    digits = (number // _BASE**2, number // _BASE % _BASE, number % _BASE)
    return "".join(chr(_FIRST + digit) for digit in digits)


def _numbers(choose: Callable[[HtmlElement], str], root: HtmlElement) -> set[int] | None:
    with _silent():
        try:
            text = choose(deepcopy(root))
        except Exception:  # noqa: BLE001  # a stranger's page: whatever fails in one program, the other may read it
            return None
    found = set()
    for match in _NUMBER.finditer(text):
        first, second, third = (ord(char) - _FIRST for char in match[0])
        found.add((first * _BASE + second) * _BASE + third)
    return found


@contextmanager
def _silent() -> Iterator[None]:
    """Keep the programs' reports about a page off the editor's terminal."""
    level = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(level)


def _by_trafilatura(root: HtmlElement) -> str:
    from trafilatura import bare_extraction  # noqa: PLC0415  # loaded when the first page is read

    document = bare_extraction(root, favor_recall=True, include_comments=False, include_tables=True)
    body = getattr(document, "body", None)
    return "" if body is None else "".join(body.itertext())


def _by_readability(root: HtmlElement) -> str:
    from readability import Document  # noqa: PLC0415  # loaded when the first page is read

    return str(Document(root).summary(html_partial=True))
