"""The typographic fold: which texts count as the same words, with a map back to the stored text.

Offsets are code points of the stored text. The fold unifies quotation marks, apostrophes, dashes and hyphens, the
ellipsis, spaces and line breaks; it removes soft hyphens and zero-width characters, and applies Unicode NFC. Case,
digits, letters and all other punctuation stay different.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

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
_EXTRA_SPACES = re.compile(" ( +)")
_CHANGES = re.compile(f"((?<= )[ {INVISIBLE}]+|[{INVISIBLE}]+|{_ELLIPSIS})")
_CHANGE_LENGTH = frozenset(INVISIBLE + _ELLIPSIS)
# Characters that normalisation may change; lower code points never join the character before them.
_COMPOSING = re.compile("[\u0300-\U0010ffff]+")
# Characters that join the one before although they are not marks: Hangul vowels and finals, Thai and Lao AM, skin
# tones of emoji, the tags of flags.
_JOINING = re.compile("[\u1160-\u11ff\u0e33\u0eb3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


class _Run(NamedTuple):
    """A run of characters: where it is in the folded text, and where in the original text."""

    folded_start: int
    folded_end: int
    start: int
    end: int

    @property
    def is_replaced(self) -> bool:
        """Return whether other characters replace the run, such as three dots an ellipsis; else offsets are one to one."""
        return self.folded_end - self.folded_start != self.end - self.start


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, with the maps back to the original text: each is a list of all runs, in order."""

    text: str
    maps: tuple[Sequence[_Run], ...]

    def original(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the original span of the folded span from `start` to `end`, which must not be empty.

        Return None if an edge is inside the replacement of a character, such as the three dots of an ellipsis.
        """
        for runs in self.maps:
            first = runs[bisect_right(runs, start, key=attrgetter("folded_start")) - 1]
            last = runs[bisect_right(runs, end - 1, key=attrgetter("folded_start")) - 1]
            if (first.is_replaced and start != first.folded_start) or (
                last.is_replaced and end != last.folded_end
            ):
                return None
            start, end = first.start + start - first.folded_start, last.end + end - last.folded_end
        return start, end


def fold(text: str) -> Folded:
    """Fold the typography of `text`."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return Folded(text, ())
    folded, maps = text, []
    special = set(_NOT_PLAIN.findall(text))
    for char in special & _ONE_TO_ONE.keys():
        folded = folded.replace(char, _ONE_TO_ONE[char])  # much faster than str.translate
    pattern = _EXTRA_SPACES if special.isdisjoint(_CHANGE_LENGTH) else _CHANGES
    changes = [(*match.span(1), "..." if match[1] == _ELLIPSIS else "") for match in pattern.finditer(folded)]
    if changes:
        folded, runs = _rewrite(folded, changes)
        maps.append(runs)
    if not unicodedata.is_normalized("NFC", folded):
        clusters = [
            (start, end, composed)
            for start, end in _clusters(folded)
            if (composed := unicodedata.normalize("NFC", folded[start:end])) != folded[start:end]
        ]
        folded, runs = _rewrite(folded, clusters)
        maps.insert(0, runs)
    return Folded(folded, tuple(maps))


@lru_cache(maxsize=4096)
def folded_words(words: str) -> str:
    """Return a short text folded, without the spaces around it."""
    return fold(words).text.strip(" ")


def joins(char: str) -> bool:
    """Return whether `char` joins the character before it, so that nothing can begin between them."""
    return unicodedata.category(char)[0] == "M" or _JOINING.match(char) is not None


def _rewrite(text: str, changes: list[tuple[int, int, str]]) -> tuple[str, list[_Run]]:
    """Replace spans of `text`. Return the new text and all runs of the map back."""
    parts: list[str] = []
    runs: list[_Run] = []
    length = done = 0
    for start, end, new in [*changes, (len(text), len(text), "")]:
        for part, part_start, part_end in ((text[done:start], done, start), (new, start, end)):
            if part:
                parts.append(part)
                runs.append(_Run(length, length + len(part), part_start, part_end))
                length += len(part)
        done = end
    return "".join(parts), runs


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield every span of `text` that normalisation may change: a character with all that join it."""
    for run in _COMPOSING.finditer(text):
        start = max(0, run.start() - 1)
        yield from pairwise(
            [start, *(i for i in range(start + 1, run.end()) if not joins(text[i])), run.end()]
        )
