"""The quotation marks around some words: whether the words are a complete quotation, and which of them are inside marks.

This look at the marks of one paragraph serves hints and short answers. `speech` reads whole texts, with all their marks.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.content.articles import Article
from generator.evidence.span import Span
from generator.fold import BLANK
from generator.word_boundaries import is_unspaced

_STOPS = ".,;:!?\u2026\u3002\uff0c\u3001\uff01\uff1f\u060c\u061f\u0964"
_CLOSING = {
    "\u201c": '\u201d"', "\u201d": "\u201d", '"': '"\u201d', "\u201e": '\u201c\u201d"', "\u201f": "\u201d", "\uff02": "\uff02",
    "«": "»", "»": "«»", "\u2039": "\u203a", "\u203a": "\u2039\u203a", "`": "`'\u2019", "\u2018": "\u2019'", "'": "'\u2019",
    "\u201a": "\u2018\u2019", "\u201b": "\u2019'", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "〝": "〞〟",
    "\u275d": "\u275e", "｢": "｣",
}  # fmt: skip
_SINGLE = "`\u2018\u2019'\u201a\u201b"
_MARKS = "".join(_CLOSING) + "\u2019」』﹂﹄〞〟\u275e｣"
_PAIRS = ("“”", '""', "„“", "„”", "«»", "»«", "‘’", "「」")
_BARE_WORDS = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)  # from the first letter or digit to the last
_GERSHAYIM = "״"  # a mark only around a complete quotation, not inside abbreviations
BLANK_AND_MARKS = BLANK + _MARKS
"""What may be between some words and those that pin them."""
_TURN = re.compile(
    r"(?:[^\n.!?:\uff1a]|\b[A-ZÀ-Þ][a-z]{0,3}\.){1,60}[:\uff1a]|[^\W\d_]\.|[-\u2013\u2014]"
)  # Mr. Reed:, A., —
_HANGUL = re.compile("[\uac00-\ud7a3]")
_QUOTATION = re.compile(
    '\u201c[^\u201c\u201d]*(?:\u201c[^\u201c\u201d]*\u201d[^\u201c\u201d]*)*(?:\u201d|\\Z)|\u201e[^\u201e\u201c\u201d"]*(?:[\u201c\u201d"]|\\Z)'
    '|\u201d[^\u201d\u201c]*\u201d|"[^"]*(?:"|\\Z)|«[^«»]*(?:«[^«»]*»[^«»]*)*(?:»|\\Z)|(?<!\\w)»[^«»]*(?:«|\\Z)'
    "|「[^」]*(?:」|\\Z)|『[^』]*(?:』|\\Z)|〝[^〞〟]*[〞〟]|``.*?(?:''|\\Z)"
    "|(?<!\\w)\u2018(?=\\S).*?\\S\u2019(?!\\w)|(?<!\\w)'(?=\\S)[^']*?\\S'(?!\\w)|\u201a[^\u201a]*?[\u2018\u2019](?!\\w)",
    re.DOTALL,
)


def has_marks_around(words: str) -> bool:
    """Return whether `words` begin and end with two quotation marks that belong together."""
    return words[:1] + words[-1:] in _PAIRS and not set(words[1:-1]) & {words[0], words[-1]}


def is_complete_quotation(text: str, span: Span) -> bool:
    """Return whether quotation marks are directly around `span` of `text`, apart from a stop: “No.”."""
    before = text[: span.start].rstrip(BLANK)[-2:]
    after = text[span.end : span.end + 12].lstrip(BLANK + _STOPS)[:2]
    opening, closing = before[-1:], after[:1]
    if (
        not opening
        or not closing
        or closing not in (opening if opening == _GERSHAYIM else _CLOSING.get(opening, ""))
    ):
        return False
    touches = text[span.start - 1 : span.start] not in BLANK
    if opening in _SINGLE and (_is_in_word(before[:-1]) or _is_in_word(after[1:])):
        return False
    return touches or opening in "«\u2039"


def is_complete_turn(article: Article, span: Span) -> bool:
    """Return whether `span` is all that somebody says in a paragraph, behind a label or a dash: MR REED: No."""
    paragraph = article.paragraph_at(span.start)
    before = article.text[paragraph.start : span.start].rstrip(BLANK)
    after = article.text[span.end : paragraph.end].strip(BLANK + _STOPS)
    return not after and _TURN.fullmatch(before) is not None


def _is_in_word(char: str) -> bool:
    """Return whether a mark beside `char` is an apostrophe. In scripts without spaces, and before Korean particles, it is none."""
    return char.isalnum() and not (is_unspaced(char) or _HANGUL.match(char))


def parts_inside(article: Article, span: Span) -> tuple[Span, ...]:
    """Return the parts of `span` inside quotation marks, without the marks."""
    parts = []
    for quotation in _quotations(article, span):
        start, end = max(span.start, quotation.start), min(span.end, quotation.end)
        part = _trimmed(article.text, start, end)
        if any(map(str.isalnum, article.text[part.start : part.end])):
            parts.append(part)
    return tuple(parts)


def without_stray_marks(article: Article, span: Span) -> Span:
    """Return the longest part of `span` in which no quotation is only opened or only closed."""
    edges = [span.start, span.end]
    for quotation in _quotations(article, span):
        opened, closed = span.start < quotation.start < span.end, span.start < quotation.end < span.end
        if opened != closed:
            edges.append(quotation.start if opened else quotation.end)
    edges.sort()
    parts = [_trimmed(article.text, start, end) for start, end in pairwise(edges)]
    return longest(parts)


def has_stray_mark(words: str) -> bool:
    """Return whether `words` open a quotation that they don't close, or the other way round."""
    rest = _QUOTATION.sub(
        lambda match: "" if match[0][-1] in _MARKS and len(match[0]) > 1 else match[0], words
    )
    return any(mark in rest for mark in _MARKS if mark not in "'\u2019`")


def _quotations(article: Article, span: Span) -> Iterator[Span]:
    """Yield the words of each quotation in the paragraphs of `span`, without its marks."""
    first, last = article.paragraph_at(span.start), article.paragraph_at(max(span.start, span.end - 1))
    for paragraph in article.paragraphs[first.number - 1 : last.number]:
        for match in _QUOTATION.finditer(article.text[paragraph.start : paragraph.end]):
            start, end = paragraph.start + match.start(), paragraph.start + match.end()
            doubled = 2 if match[0].startswith("``") else 1
            closed = len(match[0]) > doubled and match[0][-1] in _MARKS
            yield Span(start + doubled, end - doubled if closed else end)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without the spaces and quotation marks at its ends that are not an apostrophe."""
    while start < end and (text[start] in BLANK or text[start] in _MARKS):
        start += 1
    while start < end and (
        text[end - 1] in BLANK or (text[end - 1] in _MARKS and not _is_apostrophe(text, end))
    ):
        end -= 1
    return Span(start, end)


def _is_apostrophe(text: str, end: int) -> bool:
    return text[end - 1] in "'\u2019" and text[end - 2 : end - 1].isalnum()


def longest(spans: Sequence[Span]) -> Span:
    """Return the longest of some spans."""
    return max(spans, key=lambda span: span.end - span.start)


def without_edges(text: str, span: Span) -> Span:
    """Return the part of `span` of `text` from its first to its last letter or digit."""
    match = _BARE_WORDS.search(text, span.start, span.end)
    return Span(*match.span()) if match else Span(span.start, span.start)
