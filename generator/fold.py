"""The typographic fold: which texts count as the same words, with a map back to the stored text.

Offsets are code points of the stored text. Two texts are the same words if they differ only in what a copy or a keyboard
changes:

| What differs | Read as |
|---|---|
| quotation marks and apostrophes of any kind and level, also acute, grave, prime and doubled `` | ' |
| dashes and hyphens, also --, with spaces on both sides or joined | - |
| white space and line breaks | one space |
| French spaces inside « » and before ; : ! ? | nothing |
| three or more dots, also … and spaced . . . | joined dots |
| a hyphen at the end of a line, between letters or digits | the hyphen, without the line break |
| a soft hyphen or ¬ at the end of a line; other invisible characters; variation selectors | nothing |
| ligatures | their letters |
| footnote marks after a word, as in word¹ and word[1] | nothing |
| composed and decomposed characters | Unicode NFC |

Case, digits, letters and all other punctuation stay different. Between letters, a hyphen at the end of a line may also be typed as
nothing, because the text does not say whether it belongs to the word; `Article.divided` has these hyphens.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.line_end_hyphens import line_end_hyphens

SAME = {
    "'": '"`\u00b4\u02b9\u0374\u02bb\u02bc\u02bd\u055a\u05f3\u05f4\u1fef\u1ffd\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f'
    "\u2032\u2033\u275b\u275c\u275d\u275e\ua78c\uff02\uff07«»\u2039\u203a\u300c\u300d\u300e\u300f\u301d\u301e\u301f"
    "\ufe41\ufe42\ufe43\ufe44\uff62\uff63",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d",
    " ": "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000",
}
"""The characters that fold to another character, by that character."""
VARIATION_SELECTORS = "".join(
    map(chr, (*range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff" + VARIATION_SELECTORS
)
"""The characters that the fold removes: soft hyphen, zero-width characters, controls of direction, variation selectors."""
SPACES = " " + SAME[" "]
"""The characters that fold to a space; a run of them folds to a single space."""
BLANK = SPACES + INVISIBLE
"""The characters that readers do not see."""
REPLACED = {
    "\u2025": "..", "\u2026": "...", "\u22ef": "...", "\u2e3a": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl",
    "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
"""The characters that fold to several: dots and ligatures."""
_ONE_TO_ONE = {char: plain for plain, chars in SAME.items() for char in chars}
_NOT_PLAIN = re.compile("[^ !#-_a-~]")
# Only a text with one of these has spaces, dashes, dots, marks or notes that the fold may join or remove.
_LENGTH_SIGNS = ("  ", " -", "- ", "--", "..", ". .", " ;", " :", " !", " ?", "''", "[")
_REMOVED = frozenset(INVISIBLE + "\u00ac")
_REPLACED = re.compile(f"[{''.join(REPLACED)}]")
_EXTRA_SPACES = re.compile(" ( +)")
_ONE_TO_ONE_ONLY = _ONE_TO_ONE.keys() - set("«»\u2039\u203a\u2014\u2015\u2e3a\u2e3b\n\r\x85\u2028\u2029")
_SHORT = 300  # characters in which one search for all changes is faster than several
_DOTS = re.compile(r"\.(?: *\.){2,}")
_DASHES = re.compile("-+")
_BEFORE_FRENCH_MARKS = re.compile(" +(?=[;:!?])")
_LONG_DASHES = re.compile(f"[{SPACES}]*[\u2014\u2015][{SPACES}]*")
_GUILLEMETS = frozenset("«»\u2039\u203a")
# « preceded by no word opens a quotation, » followed by none closes it; German marks are the other way round.
_INNER_SPACES = re.compile(
    f"(?<![\\w.,;:!?\u2026%)])[«\u2039]([{SPACES}]+)|([{SPACES}]+)[»\u203a](?=[{SPACES},.;:!?\u2026)\\]\u2019-]|$)"
)
_LINE_ENDS = frozenset("\n\r\x85\u2028\u2029")
_DOUBLED_MARKS = re.compile("``|''")
_NOTE_SIGNS = frozenset("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u2020\u2021")
_NUMBERED_NOTE = re.compile(r"(?<=[^\W\d_]{2}|.[.,;:!?)\"'\u2018\u2019\u201d»\u2026\]])\[\d{1,3}\]")
# Characters that normalisation may change; lower code points never join the character before them.
_COMPOSING = re.compile("[\u0300-\U0010ffff]+")
# Characters that join the one before although they are not marks: Hangul vowels and finals, Thai and Lao AM, skin
# tones of emoji, the tags of flags.
_JOINING = re.compile("[\u1160-\u11ff\u0e33\u0eb3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")

FOOTNOTE_MARK = re.compile(
    r"(?<=[^\W\d_\u00b2\u00b3\u00b9\u2070\u2074-\u2079]{2}|.[.,;:!?)\"'\u2018\u2019\u201c\u201d»\u2026])"
    r"(?<!\b[kcmdhµ]m)(?<!\b(?:ft|yd|mi|in|sq|mc|nm|кm|км|см|мм))"
    r"(?:\u207d?[\u00b9\u00b2\u00b3\u2070\u2074-\u2079](?:,?[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]){0,3}\u207e?|[\u2020\u2021])(?![\w\u207a\u207b\u2080-\u2089])"
)
"""A footnote mark: superscript digits, † or ‡ after a word of two letters or more, or after its punctuation. Not a unit: km²."""

_Change = tuple[int, int, str]  # start, end, replacement


# Runs of characters: where each is in the folded text (start, end), and where in the original (start, end). If the lengths
# differ, other characters replace the run, such as three dots an ellipsis; else offsets are one to one.
_Run = tuple[int, int, int, int]


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
            folded_start, folded_end, first, first_end = _run_at(runs, start)
            if start != folded_start and folded_end - folded_start != first_end - first:
                return None
            if end > folded_end:
                last_start, folded_end, last, last_end = _run_at(runs, end - 1)
            else:
                last_start, last, last_end = folded_start, first, first_end
            if end != folded_end and folded_end - last_start != last_end - last:
                return None
            start, end = (
                first + start - folded_start,
                last_end if end == folded_end else last + end - last_start,
            )
        return start, end


def _run_at(runs: Sequence[_Run], offset: int) -> _Run:
    """Return the run of folded characters at `offset`."""
    return runs[bisect_left(runs, (offset + 1,)) - 1]


def fold(text: str) -> Folded:
    """Fold the typography of `text`."""
    if text.isascii() and text.isprintable() and _keeps_length(text):
        return Folded(text.replace('"', "'").replace("`", "'"), ())
    maps: list[Sequence[_Run]] = []
    special = set(_NOT_PLAIN.findall(text))
    if not special.isdisjoint(_REMOVED):
        text, runs = _rewrite(text, _invisible(text, special))
        maps.append(runs)
    folded = text
    for char in special & _ONE_TO_ONE.keys():
        folded = folded.replace(char, _ONE_TO_ONE[char])  # much faster than str.translate
    if len(text) < _SHORT and special <= _ONE_TO_ONE_ONLY and _keeps_length(folded):
        return Folded(folded, tuple(maps))  # usual for the words of an editor
    if changes := _in_original(text, special):
        folded, runs = _rewrite(folded, changes)
        maps.insert(0, runs)
    if changes := _in_spacing(folded):
        folded, runs = _rewrite(folded, changes)
        maps.insert(0, runs)
    if not unicodedata.is_normalized("NFC", folded):
        clusters = [
            (start, end, composed)
            for start, end in _clusters(folded)
            if (composed := unicodedata.normalize("NFC", folded[start:end])) != folded[start:end]
        ]
        folded, runs = _rewrite(folded, clusters)
        maps.insert(0, runs)
    return Folded(folded, tuple(maps))


def _keeps_length(text: str) -> bool:
    return "``" not in text and not any(map(text.__contains__, _LENGTH_SIGNS))


@lru_cache(maxsize=4096)
def folded_words(words: str) -> str:
    """Return a short text folded, without the spaces around it."""
    return fold(words).text.strip(" ")


def joins(char: str) -> bool:
    """Return whether `char` joins the character before it, so that nothing can begin between them."""
    return unicodedata.category(char)[0] == "M" or _JOINING.match(char) is not None


def _invisible(text: str, special: set[str]) -> list[_Change]:
    """Return the removal of all invisible characters, and of line ends at which a sign that belongs to no word divides one."""
    present = "".join(sorted(special.intersection(INVISIBLE)))  # a pattern of few characters is much faster
    changes: list[_Change] = (
        [(*match.span(), "") for match in re.finditer(f"[{present}]+", text)] if present else []
    )
    changes += ((start, end, "") for start, end in line_end_hyphens(text) if text[start] in "\u00ad\u00ac")
    return _without_overlap(changes)


def _in_original(text: str, special: set[str]) -> list[_Change]:
    """Return what changes in length because of characters that are equal to others after folding, in order."""
    changes: list[_Change] = []
    if not special.isdisjoint(REPLACED):
        changes += ((*match.span(), REPLACED[match[0]]) for match in _REPLACED.finditer(text))
    if not special.isdisjoint(_GUILLEMETS):
        changes += ((*match.span(match.lastindex or 0), "") for match in _INNER_SPACES.finditer(text))
    if "\u2014" in special or "\u2015" in special:
        changes += (
            change
            for match in _LONG_DASHES.finditer(text)
            for change in _spaces_around(text, match.start(), match.end())
        )
    if "``" in text or "''" in text:
        changes += ((*match.span(), "'") for match in _DOUBLED_MARKS.finditer(text))
    if not special.isdisjoint(_NOTE_SIGNS):
        changes += ((*match.span(), "") for match in FOOTNOTE_MARK.finditer(text))
    if "[" in text:
        changes += ((*match.span(), "") for match in _NUMBERED_NOTE.finditer(text))
    if not special.isdisjoint(_LINE_ENDS):
        changes += ((start + 1, end, "") for start, end in line_end_hyphens(text))
    return _without_overlap(changes)


def _spaces_around(text: str, start: int, end: int) -> Iterator[_Change]:
    """Yield the removal of the spaces at both ends of a span that begins and ends with spaces."""
    inner = text[start:end].strip(SPACES)
    first = text.index(inner, start)
    if first > start:
        yield start, first, ""
    if first + len(inner) < end:
        yield first + len(inner), end, ""


def _without_overlap(changes: list[_Change]) -> list[_Change]:
    """Return the changes in order; those that overlap remove the same characters and become one."""
    if len(changes) < 2:  # noqa: PLR2004 - nothing to merge
        return changes
    changes.sort()
    merged: list[_Change] = []
    for start, end, new in changes:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]), merged[-1][2] + new)
        else:
            merged.append((start, end, new))
    return merged


def _in_spacing(folded: str) -> list[_Change]:
    """Return what changes in length once all marks, dashes and spaces are the same: spaces and repeated dashes."""
    changes: list[_Change] = []
    if "  " in folded:
        changes += [(*match.span(1), "") for match in _EXTRA_SPACES.finditer(folded)]
    if " - " in folded or "--" in folded or folded.startswith("- ") or folded.endswith(" -"):
        for match in _DASHES.finditer(folded):
            start, end = match.span()
            many, before, after = (
                end > start + 1,
                folded[start - 1 : start] or " ",
                folded[end : end + 1] or " ",
            )
            if many:
                changes.append((start, end, "-"))
            if before == after == " " or (many and " " in (before, after)):
                changes += _spaces_beside(folded, start, end)
    if "..." in folded or ". ." in folded:
        for match in _DOTS.finditer(folded):
            changes += _spaces_beside(folded, *match.span())
            changes += ((at, at + 1, "") for at in range(match.start(), match.end()) if folded[at] == " ")
    if " ;" in folded or " :" in folded or " !" in folded or " ?" in folded:
        changes += ((*match.span(), "") for match in _BEFORE_FRENCH_MARKS.finditer(folded))
    return _without_overlap(changes)


def _spaces_beside(folded: str, start: int, end: int) -> Iterator[_Change]:
    """Yield the removal of the spaces before `start` and after `end`."""
    before, after = start, end
    while folded[before - 1 : before] == " ":
        before -= 1
    while folded[after : after + 1] == " ":
        after += 1
    if before < start:
        yield before, start, ""
    if after > end:
        yield end, after, ""


def _rewrite(text: str, changes: list[_Change]) -> tuple[str, list[_Run]]:
    """Replace spans of `text`. Return the new text and all runs of the map back."""
    parts: list[str] = []
    runs: list[_Run] = []
    length = done = 0
    for start, end, new in [*changes, (len(text), len(text), "")]:
        for part, part_start, part_end in ((text[done:start], done, start), (new, start, end)):
            if part:
                parts.append(part)
                runs.append((length, length + len(part), part_start, part_end))
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
