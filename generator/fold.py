"""The typographic fold: which texts count as the same words, with a map back to the stored text.

Offsets are code points of the stored text. The fold unifies quotation marks, apostrophes, dashes and hyphens, the
ellipsis, spaces and line breaks; it removes soft hyphens and zero-width characters, and applies Unicode NFC. Case,
digits, letters and all other punctuation stay different.
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
"""The characters that fold to another character, by that character."""
INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff"
)
"""The characters that the fold removes: soft hyphen, zero-width characters, controls of direction."""
SPACES = " " + SAME[" "]
"""The characters that fold to a space; a run of them folds to a single space."""
_ONE_TO_ONE = {char: plain for plain, chars in SAME.items() for char in chars}
_NOT_PLAIN = re.compile("[^ -~]")
_ELLIPSIS = "\u2026"
# What the fold changes in length once all spaces are the same. Most texts only have runs of spaces, which are found much faster.
_RUN = re.compile("  +")
_LENGTH = re.compile(f" [ {INVISIBLE}]* |{_ELLIPSIS}|[{INVISIBLE}]+")
_INVISIBLE = frozenset(INVISIBLE)
# Characters that normalisation may change; lower code points never join the character before them.
_COMPOSING = re.compile("[\u0300-\U0010ffff]+")
# Characters that join the one before although they are not marks: Hangul vowels and finals, Thai and Lao AM, skin
# tones of emoji, the tags of flags.
_JOINING = re.compile("[\u1160-\u11ff\u0e33\u0eb3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


@dataclass(frozen=True, slots=True)
class _Map:
    """A map from folded offsets to original offsets: sorted runs of (folded start, folded end, start, end)."""

    starts: tuple[int, ...]
    runs: tuple[tuple[int, int, int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int, bool]:
        """Return the original span of the folded span from `start` to `end`, and whether it had to be widened.

        It is widened if an edge is inside the replacement of a character, such as the three dots of an ellipsis.
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
    """A folded text, with a map back to the original text."""

    text: str
    maps: tuple[_Map, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the original span of the folded span from `start` to `end`, which must not be empty."""
        for mapping in self.maps:
            start, end, _ = mapping.span(start, end)
        return start, end

    def exactly(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the original span, or None if an edge is inside the replacement of a character, such as an ellipsis."""
        for mapping in self.maps:
            start, end, cut = mapping.span(start, end)
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
        folded = folded.replace(char, _ONE_TO_ONE[char])  # much faster than str.translate
    if special.isdisjoint(_INVISIBLE):
        # The first space of a run stays.
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
    """Return a short text folded, without the spaces around it."""
    return fold(words).text.strip(" ")


def joins(char: str) -> bool:
    """Return whether `char` joins the character before it, so that nothing can begin between them."""
    return unicodedata.category(char)[0] == "M" or _JOINING.match(char) is not None


def _replacement(run: str) -> str:
    if run == _ELLIPSIS:
        return "..."
    return " " if " " in run else ""


def _rewrite(text: str, changes: list[tuple[int, int, str]]) -> tuple[str, _Map]:
    """Replace spans of `text`. Return the new text and the map back."""
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
    """Yield every span of `text` that normalisation may change: a character with all that join it."""
    for run in _COMPOSING.finditer(text):
        start = max(0, run.start() - 1)
        yield from pairwise(
            [start, *(i for i in range(start + 1, run.end()) if not joins(text[i])), run.end()]
        )
