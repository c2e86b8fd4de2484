"""The quotation marks of a paragraph: which characters are marks, and whether each can open or close a quotation."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.content.articles import Paragraph
from generator.fold import BLANK
from generator.speech.words import TABLE
from generator.word_boundaries import is_unspaced

DEEPEST = 6
"""The most quotations within quotations."""
LOOKAHEAD = 100
"""How many marks to look through for the end of a quotation."""
SINGLE = "'\u2018\u2019\u201a\u201b"
"""Marks that may be apostrophes."""
_PLAIN_OR_SINGLE = frozenset(SINGLE + '"')
_AFTER_CLOSING = BLANK + ",.;:!?)]}\u060c\u3002\uff0c"
_BEFORE_OPENING = BLANK + "([{-\u2010\u2011\u2012\u2013\u2014\u2015/…:"
GERSHAYIM = '"״'
"""The marks of Hebrew quotations and abbreviations."""
_HEBREW_PREFIX = re.compile(r"(?<!\w)[ושהכלבמ]{1,3}\Z")
_ROCK_N_ROLL = re.compile("(?:['\u2018\u2019](?=n['\u2019]))|(?<=['\u2018\u2019]n)['\u2019]")
_INCHES = re.compile(r"\d\s?['\u2019\u2032]\s?\d{1,2}$")  # 6'2"
_INCHES_LENGTH = 8  # characters
_AFTER_NUMBER = re.compile(r"(?<!\d)\d{1,2}[½¼¾]?$")

CLOSING_MARKS: Mapping[str, Sequence[str]] = TABLE["closing_marks"]
"""The marks that can close a quotation, by the mark that opens it."""
_CLOSING = {mark for marks in CLOSING_MARKS.values() for mark in marks}
_ONLY_OPENING, _ONLY_CLOSING = CLOSING_MARKS.keys() - _CLOSING, _CLOSING - CLOSING_MARKS.keys()
_ANY_MARK = re.compile(
    "|".join(map(re.escape, sorted(CLOSING_MARKS.keys() | _CLOSING, key=len, reverse=True)))
)


class Mark(NamedTuple):
    """A quotation mark: its span in the text, its characters, and whether it can open or close a quotation there."""

    start: int
    end: int
    text: str
    opens: bool
    closes: bool


def marks_in(text: str, paragraph: Paragraph) -> Iterator[Mark]:
    """Yield every possible quotation mark of `paragraph`, in order."""
    for match in _ANY_MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        is_apostrophe = _is_plain_letter(before) and _is_plain_letter(after)
        if match.group() in SINGLE and (is_apostrophe or _ROCK_N_ROLL.match(text, start)):
            continue
        if text.startswith("...", end):
            after = "\u2026"  # an ellipsis can begin a quotation as well as end it
        opens, closes = _roles(match.group(), text, start, before, after)
        if opens or closes:
            yield Mark(start, end, match.group(), opens, closes)


def is_inch(text: str, marks: Sequence[Mark], index: int, *, is_open: bool) -> bool:
    """Return whether the mark at `index` of a paragraph stands for inches, as in: the 5" pipe.

    Inside an open quotation it does if the next mark can only close the quotation.
    """
    mark = marks[index]
    before = text[max(0, mark.start - _INCHES_LENGTH) : mark.start]
    if mark.text != '"' or mark.opens or not _AFTER_NUMBER.search(before):
        return False
    following = next((other for other in marks[index + 1 :] if other.text == '"'), None)
    return not is_open or (following is not None and following.closes and not following.opens)


def _roles(mark: str, text: str, start: int, before: str, after: str) -> tuple[bool, bool]:
    """Return whether `mark` at `start`, between two characters, can open and whether it can close a quotation."""
    opens, closes = _sides(before, after)
    if mark in _PLAIN_OR_SINGLE and (attached(before) or attached(after)):
        return _roles_beside_letters(mark, before, after)
    if mark in SINGLE:
        opens &= mark != "\u2019" and (after.isalnum() or _ANY_MARK.match(after) is not None)
        return opens, closes and mark != "\u201a" and not after.isalnum() and before not in BLANK
    if mark in _ONLY_OPENING or mark in _ONLY_CLOSING:
        return mark in _ONLY_OPENING, mark in _ONLY_CLOSING
    if mark in ("\u201c", "«", "‹"):
        return opens or not closes or after.isalnum(), closes and not opens
    if mark in ("\u201d", "»", "›"):
        return opens and after not in BLANK, closes or not opens
    if mark in GERSHAYIM and before.isalpha() and after.isalpha():
        # An abbreviation (צה"ל), or a quotation behind a prefix (ב"הארץ").
        return _HEBREW_PREFIX.search(text, max(0, start - 4), start) is not None and (
            text[start + 2 : start + 3].isalpha()
        ), False
    if mark == '"' and _INCHES.search(text[max(0, start - _INCHES_LENGTH) : start]):
        return False, False
    return opens, closes


def _roles_beside_letters(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Return whether a single or straight mark can open and close where no spaces separate it from words."""
    starts_word = after.isalnum() and (is_unspaced(before) or not before.isalnum())
    if mark == '"':
        return starts_word, before not in BLANK
    opens = after.isalnum() if mark in "\u2018\u201a\u201b" else starts_word and mark == "'"
    return opens, mark in "'\u2019" and before not in BLANK


def _is_plain_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def attached(char: str) -> bool:
    """Return whether marks can directly follow or precede `char`: scripts without spaces, and Korean with its particles."""
    return is_unspaced(char) or "\uac00" <= char <= "\ud7ff"


@lru_cache(maxsize=4096)
def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Return whether a mark between two characters can open and can close; alone between spaces it can do both."""
    if before in BLANK and after in BLANK:
        return True, True
    opens = after not in _AFTER_CLOSING and (before in _BEFORE_OPENING or _ANY_MARK.match(before) is not None)
    return opens, (before not in BLANK or not opens) and not (opens and after.isalnum())
