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
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from generator.folded import Change, Folded, Step, rewrite
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
# Not in here: letters of Latin, Greek and Cyrillic, which stay as they are if they are composed.
_NOT_PLAIN = re.compile("[^ !#-_a-~\u00bf-\u02b8\u0375-\u0559]")
# Only a text with one of these has spaces, dashes, dots, marks or notes that the fold may join or remove.
_LENGTH_SIGNS = re.compile(r" [- ;:!?]|-[ -]|\. ?\.|''|``|\[")
_REMOVED = frozenset(INVISIBLE + "\u00ac")
_REPLACED = re.compile(f"[{''.join(REPLACED)}]")
_EXTRA_SPACES = re.compile(" ( +)")
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
# Characters that words may have without further changes: spaces beside a dash are found by the signs above.
_REPLACED_ALONE = {
    **{char: _ONE_TO_ONE[char] for char in _ONE_TO_ONE.keys() - _GUILLEMETS - _LINE_ENDS},
    **dict.fromkeys(INVISIBLE, ""),
}
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


def fold(text: str) -> Folded:
    """Fold the typography of `text`."""
    return Folded(*_fold(text))


@lru_cache(maxsize=4096)
def folded_words(words: str) -> str:
    """Return a short text folded, without the spaces around it. Words that are used again are kept."""
    return fold_words(words)


def fold_words(words: str) -> str:
    """Return a short text folded, without the spaces around it."""
    folded = words
    while special := _NOT_PLAIN.search(folded):
        plain = _REPLACED_ALONE.get(special[0])
        if plain is None:
            return _fold(words)[0].strip(" ")
        folded = folded.replace(special[0], plain)
    if _LENGTH_SIGNS.search(folded) or not unicodedata.is_normalized("NFC", folded):
        return _fold(words)[0].strip(" ")
    return folded.strip(" ")  # the usual words: no sign in them changes its neighbours


def _fold(text: str) -> tuple[str, list[Step]]:
    """Return the folded text, and the steps that changed its length."""
    special = set(_NOT_PLAIN.findall(text))
    steps: list[Step] = []
    if not special.isdisjoint(_REMOVED):
        text = rewrite(text, _invisible(text, special), steps)
    folded = text
    for char in special & _ONE_TO_ONE.keys():
        folded = folded.replace(char, _ONE_TO_ONE[char])  # much faster than str.translate
    folded = rewrite(folded, _in_original(text, special), steps)
    folded = rewrite(folded, _in_spacing(folded), steps)
    if not unicodedata.is_normalized("NFC", folded):
        clusters = [
            (start, end, composed)
            for start, end in _clusters(folded)
            if (composed := unicodedata.normalize("NFC", folded[start:end])) != folded[start:end]
        ]
        folded = rewrite(folded, clusters, steps)
    return folded, steps


def joins(char: str) -> bool:
    """Return whether `char` joins the character before it, so that nothing can begin between them."""
    return unicodedata.category(char)[0] == "M" or _JOINING.match(char) is not None


def _invisible(text: str, special: set[str]) -> list[Change]:
    """Return the removal of all invisible characters, and of line ends at which a sign that belongs to no word divides one."""
    present = "".join(sorted(special.intersection(INVISIBLE)))  # a pattern of few characters is much faster
    changes: list[Change] = (
        [(*match.span(), "") for match in re.finditer(f"[{present}]+", text)] if present else []
    )
    changes += ((start, end, "") for start, end in line_end_hyphens(text) if text[start] in "\u00ad\u00ac")
    return _without_overlap(changes)


def _in_original(text: str, special: set[str]) -> list[Change]:
    """Return what changes in length because of characters that are equal to others after folding, in order."""
    changes: list[Change] = []
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


def _spaces_around(text: str, start: int, end: int) -> Iterator[Change]:
    """Yield the removal of the spaces at both ends of a span that begins and ends with spaces."""
    inner = text[start:end].strip(SPACES)
    first = text.index(inner, start)
    if first > start:
        yield start, first, ""
    if first + len(inner) < end:
        yield first + len(inner), end, ""


def _without_overlap(changes: list[Change]) -> list[Change]:
    """Return the changes in order; those that overlap remove the same characters and become one."""
    if len(changes) < 2:  # noqa: PLR2004 - nothing to merge
        return changes
    changes.sort()
    merged: list[Change] = []
    for start, end, new in changes:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]), merged[-1][2] + new)
        else:
            merged.append((start, end, new))
    return merged


def _in_spacing(folded: str) -> list[Change]:
    """Return what changes in length once all marks, dashes and spaces are the same: spaces and repeated dashes."""
    changes: list[Change] = []
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


def _spaces_beside(folded: str, start: int, end: int) -> Iterator[Change]:
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


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield every span of `text` that normalisation may change: a character with all that join it."""
    for run in _COMPOSING.finditer(text):
        start = max(0, run.start() - 1)
        yield from pairwise(
            [start, *(i for i in range(start + 1, run.end()) if not joins(text[i])), run.end()]
        )
