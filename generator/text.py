"""The declared typographic fold: what counts as the same words, with a map back to the stored text.

Offsets are code points of the stored text. Folded are quotation marks, apostrophes, dashes and hyphens,
the ellipsis, spaces and line breaks, soft hyphens and zero-width characters, and Unicode NFC. Case, digits,
letters and all other punctuation count.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_SAME = {
    '"': "\u201c\u201d\u201e\u201f",
    "'": "\u2018\u2019\u201a\u201b\u02bc",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    " ": "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000",
}
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_ONE_TO_ONE = str.maketrans({char: plain for plain, chars in _SAME.items() for char in chars})
_SPACES = " " + _SAME[" "]
_CHANGES_LENGTH = re.compile(f"[{_SPACES}][{_SPACES}{_INVISIBLE}]*[{_SPACES}]|\u2026|[{_INVISIBLE}]+")
_HANGUL_TAIL = range(0x1160, 0x1200)
# Scripts that put no spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han and their extensions.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_APOSTROPHES = "'\u2019\u02bc"
_ELIDED = 3  # letters after an apostrophe that make a word of their own: l’accord, not don’t


@dataclass(frozen=True, slots=True)
class _Map:
    """From folded offsets to those before: runs of (folded start, folded end, start, end), sorted."""

    starts: tuple[int, ...]
    runs: tuple[tuple[int, int, int, int], ...]

    def at(self, offset: int) -> tuple[int, int]:
        """Give the span that the character at `offset` stands for."""
        folded, folded_end, start, end = self.runs[bisect_right(self.starts, offset) - 1]
        if folded_end - folded == end - start:  # one to one
            return start + offset - folded, start + offset - folded + 1
        return start, end


@dataclass(frozen=True, slots=True)
class Folded:
    """Text after the fold, and the way back to the text before it."""

    text: str
    maps: tuple[_Map, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the stored text that the folded span from `start` to `end` (not empty) stands for."""
        first, last = (start, start + 1), (end - 1, end)
        for one in self.maps:
            first = one.at(first[0])[0], one.at(first[1] - 1)[1]
            last = one.at(last[0])[0], one.at(last[1] - 1)[1]
        return first[0], last[1]


def fold(text: str) -> Folded:
    """Fold the typography of `text`."""
    folded, maps = text, []
    changes = [
        (match.start(), match.end(), _replacement(match.group())) for match in _CHANGES_LENGTH.finditer(text)
    ]
    if changes:
        folded, changed = _rewrite(text, changes)
        maps.append(changed)
    folded = folded.translate(_ONE_TO_ONE)
    if not unicodedata.is_normalized("NFC", folded):
        clusters = [
            (start, end, unicodedata.normalize("NFC", folded[start:end]))
            for start, end in _clusters(folded)
            if not unicodedata.is_normalized("NFC", folded[start:end])
        ]
        folded, changed = _rewrite(folded, clusters)
        maps.insert(0, changed)
    return Folded(folded, tuple(maps))


@lru_cache(maxsize=4096)
def folded_words(words: str) -> str:
    """Fold the few words of a segment, without the spaces around them."""
    return fold(words).text.strip(" ")


def _replacement(run: str) -> str:
    if run == "\u2026":
        return "..."
    return " " if any(char in _SPACES for char in run) else ""


def _rewrite(text: str, changes: list[tuple[int, int, str]]) -> tuple[str, _Map]:
    """Replace spans of `text`; give the new text and the way back."""
    parts: list[str] = []
    runs: list[tuple[int, int, int, int]] = []
    at = done = 0
    for start, end, new in [*changes, (len(text), len(text), "")]:
        for piece, begin, stop in ((text[done:start], done, start), (new, start, end)):
            if piece:
                parts.append(piece)
                runs.append((at, at + len(piece), begin, stop))
                at += len(piece)
        done = end
    return "".join(parts), _Map(tuple(run[0] for run in runs), tuple(runs))


def _joins(char: str) -> bool:
    """Say whether `char` belongs to the character before it."""
    return unicodedata.category(char)[0] == "M" or ord(char) in _HANGUL_TAIL


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    edges = [0, *(index for index, char in enumerate(text) if index and not _joins(char)), len(text)]
    yield from pairwise(edges)


def cuts_word(text: str, start: int, end: int) -> bool:
    """Say whether the span from `start` to `end` of `text` begins or ends inside a word or a character.

    An apostrophe between letters belongs to the word: “We can” never stands for “We can’t”. Only after an
    elision may a span begin: “accord” of “l’accord”.
    """
    return (
        _inside(text, start) or _inside(text, end) or _elision_cut(text, start) or _contraction_cut(text, end)
    )


def _inside(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _joins(after) or "\u200d" in (before, after):
        return True
    if before in ".,\u2019'" and at > 1 and text[at - 2].isdigit() and after.isdigit():
        return True
    if after in ".,\u2019'" and before.isdigit() and text[at + 1 : at + 2].isdigit():
        return True
    if before in _INVISIBLE or after in _INVISIBLE:
        return _inside(_without_invisible(text, at), _visible_offset(text, at))
    return _word(before) and _word(after) and not (_UNSPACED.match(before) or _UNSPACED.match(after))


def _word(char: str) -> bool:
    return char.isalnum() or _joins(char)


def _without_invisible(text: str, at: int) -> str:
    """Give the visible neighbourhood of `at`."""
    return "".join(char for char in text[max(0, at - 40) : at + 40] if char not in _INVISIBLE)


def _visible_offset(text: str, at: int) -> int:
    return sum(char not in _INVISIBLE for char in text[max(0, at - 40) : at])


def _contraction_cut(text: str, end: int) -> bool:
    return (
        0 < end < len(text) - 1
        and text[end] in _APOSTROPHES
        and text[end - 1].isalpha()
        and text[end + 1].isalpha()
    )


def _elision_cut(text: str, start: int) -> bool:
    if start < 2 or text[start - 1] not in _APOSTROPHES or not text[start - 2].isalpha():  # noqa: PLR2004 - letter and apostrophe
        return False
    letters = 0
    while start + letters < len(text) and text[start + letters].isalpha():
        letters += 1
    return 0 < letters < _ELIDED
