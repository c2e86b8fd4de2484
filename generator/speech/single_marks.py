"""The single quotation marks of a paragraph: which characters are one, and what each can be where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.articles import Paragraph
from generator.fold import INVISIBLE, SPACES

BLANK = SPACES + INVISIBLE
SINGLE = "'\u2018\u2019\u201a\u201b"
"""Marks that may be apostrophes."""
CLOSES = {
    "\u201c": ("\u201d", '"', "\u201c"), "\u201d": ("\u201d",), '"': ('"', "\u201d"), "``": ("''", "\u201d", '"'),
    "''": ("''", '"', "\u201d"), "\u201e": ("\u201c", "\u201d", '"', "\u201f"), "\u201f": ("\u201d",),
    "\uff02": ("\uff02",), "«": ("»",), "»": ("«", "»"), "‹": ("›",), "›": ("‹", "›"), "「": ("」",), "『": ("』",),
    "﹁": ("﹂",), "﹃": ("﹄",), "〝": ("〞", "〟"), "'": ("'", "\u2019"), "\u2018": ("\u2019", "'"),
    "\u201a": ("\u2018", "\u2019"), "\u201b": ("\u2019", "'"),
}  # fmt: skip
"""What closes a quotation, by what opened it. Papers mix the marks of typewriters and of printers."""

_SIGN = re.compile(
    "``|''|[\"\u201c\u201d\u201e\u201f\uff02«»‹›「」『』﹁﹂﹃﹄〝〞〟'\u2018\u2019\u201a\u201b]"
)
_ONLY_OPEN = ("\u201e", "\u201f", "「", "『", "﹁", "﹃", "〝", "``")
_ONLY_CLOSE = ("」", "』", "﹂", "﹄", "〞", "〟")
_AFTER_CLOSING = BLANK + ",.;:!?)]}\u060c\u3002\uff0c"
_BEFORE_OPENING = BLANK + "([{-\u2010\u2011\u2012\u2013\u2014\u2015/…:"
# ’90s, ’em: digits or letters left out, not a quotation.
_CLIPPED = re.compile(r"\d0s\b|(?:em|tis|twas|til|till|cause|cos|n|bout|round|ere|twould)\b", re.IGNORECASE)
_AND = re.compile("['\u2018\u2019]n['\u2019]")
_INCHES = re.compile(r"\d\s?['\u2019\u2032]\s?\d{1,2}$")  # 6'2"
_INCHES_REACH = 8  # characters


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark: its place in the text, its characters, and whether it can open and close a quotation there."""

    start: int
    end: int
    text: str
    opens: bool
    closes: bool


def signs(text: str, paragraph: Paragraph) -> Iterator[Sign]:
    """Give every mark of `paragraph` that may be one of quotation, in order."""
    for match in _SIGN.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        if (match.group() in SINGLE and _AND.fullmatch(text, start, start + 3)) or _AND.fullmatch(
            text, start - 2, start + 1
        ):
            continue  # rock ’n’ roll
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if text.startswith("...", end):
            after = "\u2026"  # an ellipsis begins a quotation as well as it ends one
        opens, closes = _can(match.group(), text, start, before, after)
        if opens or closes:
            yield Sign(start, end, match.group(), opens, closes)


def _can(sign: str, text: str, start: int, before: str, after: str) -> tuple[bool, bool]:
    """Say whether `sign`, which stands at `start` between two characters, can open and whether it can close."""
    if sign in _ONLY_OPEN + _ONLY_CLOSE:
        return sign in _ONLY_OPEN, sign in _ONLY_CLOSE
    opens, closes = _sides(before, after)
    if sign in SINGLE:
        opens &= sign != "\u2019" and (after.isalnum() or _SIGN.match(after) is not None)
        opens &= not _CLIPPED.match(text, start + 1)
        return opens, closes and sign != "\u201a" and not after.isalnum() and before not in BLANK
    if sign in ("\u201c", "«", "‹"):
        return opens or not closes or after.isalnum(), closes and not opens
    if sign in ("\u201d", "»", "›"):
        return opens and after not in BLANK, closes or not opens
    if sign == '"' and before.isalpha() and after.isalpha():
        return False, False  # in a Hebrew abbreviation
    if sign == '"' and _INCHES.search(text[max(0, start - _INCHES_REACH) : start]):
        return False, False
    return opens, closes


def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Say whether a mark between two characters can open, and whether it can close; alone between spaces, both."""
    if before in BLANK and after in BLANK:
        return True, True
    opens = after not in _AFTER_CLOSING and (before in _BEFORE_OPENING or _SIGN.match(before) is not None)
    return opens, (before not in BLANK or not opens) and not (opens and after.isalnum())
