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

SAME = {
    '"': "\u201c\u201d\u201e\u201f",
    "'": "\u2018\u2019\u201a\u201b\u02bc",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    " ": "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000",
}
"""The characters that fold to one other, by that one."""
INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff"
)
"""The characters that fold to nothing: soft hyphen, zero-width characters, marks of direction."""
SPACES = " " + SAME[" "]
"""The characters of which a run folds to one space."""
_ONE_TO_ONE = {char: plain for plain, chars in SAME.items() for char in chars}
_NOT_PLAIN = re.compile("[^ -~]")
_ELLIPSIS = "\u2026"
# What changes the length, after all spaces are the same: most texts have only runs of spaces, found many times faster.
_RUN = re.compile("  +")
_LENGTH = re.compile(f" [ {INVISIBLE}]* |{_ELLIPSIS}|[{INVISIBLE}]+")
_INVISIBLE = frozenset(INVISIBLE)
_COMPOSING = re.compile(
    "[\u0300-\U0010ffff]+"
)  # what stands below stays as it is, and joins nothing before it
# Letters by category that stand with the one before: Hangul vowels and finals, Thai and Lao AM, the colours of
# emoji, the invisible tags that make flags.
_JOINING = re.compile("[\u1160-\u11ff\u0e33\u0eb3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


@dataclass(frozen=True, slots=True)
class _Map:
    """From folded offsets to those before: runs of (folded start, folded end, start, end), sorted."""

    starts: tuple[int, ...]
    runs: tuple[tuple[int, int, int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int, bool]:
        """Give the span before the fold that the one from `start` to `end` stands for.

        The third value says whether an edge falls inside what one character folds to; it is then widened to all of it.
        """
        cut = False
        folded, folded_end, first, last = self.runs[bisect_right(self.starts, start) - 1]
        if folded_end - folded == last - first:  # one to one
            first += start - folded
        else:
            cut = start != folded
        folded, folded_end, begin, last = self.runs[bisect_right(self.starts, end - 1) - 1]
        if folded_end - folded == last - begin:
            last = begin + end - folded
        else:
            cut = cut or end != folded_end
        return first, last, cut


@dataclass(frozen=True, slots=True)
class Folded:
    """Text after the fold, and the way back to the text before it."""

    text: str
    maps: tuple[_Map, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the stored text that the folded span from `start` to `end` (not empty) stands for."""
        for one in self.maps:
            start, end, _ = one.span(start, end)
        return start, end

    def exactly(self, start: int, end: int) -> tuple[int, int] | None:
        """Give the same; None where an edge falls inside what one character folds to, such as an ellipsis."""
        for one in self.maps:
            start, end, cut = one.span(start, end)
            if cut:
                return None
        return start, end


def fold(text: str) -> Folded:
    """Fold the typography of `text`."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return Folded(text, ())
    folded, maps = text, []
    special = set(_NOT_PLAIN.findall(text))
    for char in special & _ONE_TO_ONE.keys():
        folded = folded.replace(char, _ONE_TO_ONE[char])  # many times faster than str.translate
    if special.isdisjoint(_INVISIBLE):
        # Of a run of spaces the first one stays.
        changes = [(match.start() + 1, match.end(), "") for match in _RUN.finditer(folded)]
        if _ELLIPSIS in special:
            changes += [(*match.span(), "...") for match in re.finditer(_ELLIPSIS, folded)]
            changes.sort()
    else:
        changes = [(*match.span(), _replacement(match.group())) for match in _LENGTH.finditer(folded)]
    if changes:
        folded, changed = _rewrite(folded, changes)
        maps.append(changed)
    if not unicodedata.is_normalized("NFC", folded):
        clusters = [
            (start, end, composed)
            for start, end in _clusters(folded)
            if (composed := unicodedata.normalize("NFC", folded[start:end])) != folded[start:end]
        ]
        folded, changed = _rewrite(folded, clusters)
        maps.insert(0, changed)
    return Folded(folded, tuple(maps))


@lru_cache(maxsize=4096)
def folded_words(words: str) -> str:
    """Fold the few words of a segment, without the spaces around them."""
    return fold(words).text.strip(" ")


def joins(char: str) -> bool:
    """Say whether `char` belongs to the character before it: nothing begins between the two."""
    return unicodedata.category(char)[0] == "M" or _JOINING.match(char) is not None


def _replacement(run: str) -> str:
    if run == _ELLIPSIS:
        return "..."
    return " " if " " in run else ""


def _rewrite(text: str, changes: list[tuple[int, int, str]]) -> tuple[str, _Map]:
    """Replace spans of `text`; give the new text and the way back."""
    parts: list[str] = []
    runs: list[tuple[int, int, int, int]] = []
    at = done = 0
    for start, end, new in [*changes, (len(text), len(text), "")]:
        if start > done:
            parts.append(text[done:start])
            runs.append((at, at + start - done, done, start))
            at += start - done
        if new:
            parts.append(new)
            runs.append((at, at + len(new), start, end))
            at += len(new)
        done = end
    return "".join(parts), _Map(tuple([run[0] for run in runs]), tuple(runs))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Give every span of `text` that normalisation may change: a character with all that joins it."""
    for run in _COMPOSING.finditer(text):
        start = max(0, run.start() - 1)
        yield from pairwise(
            [start, *(i for i in range(start + 1, run.end()) if not joins(text[i])), run.end()]
        )
