"""Footnotes: lines in smaller type at the foot of a column or page, and the raised marks in the text that lead to them."""

import re
from collections.abc import Iterable, Sequence

from generator.edit.articles.pdf.lines import MARK, PrintedLine, raised

SMALLER = 0.93  # of the size of the text
_NUMBER = re.compile(r"(?:\[?(\d{1,3})\]?[.)]?|([*†‡§¶]{1,3}))(?=\s|[^\W\d_]|[“\"„«(])")
_UNITS = re.compile(r"(?<![^\W\d_])(?:[kcdmµ]?m|ha|s|kg|CO|10|R|x|χ)$")


def mark_of(text: str) -> str:
    """Return the number or sign with which a footnote begins, or an empty string."""
    match = MARK.match(text)
    if match:
        return match[1].strip()
    plain = _NUMBER.match(text)
    return (plain[1] or plain[2]) if plain else ""


def foot_of(column: Sequence[PrintedLine], size: float, *, continued: bool) -> int:
    """Return how many lines of a column, from its foot, are footnotes. `continued`: the last page ended inside one."""
    count = 0
    while count < len(column) and column[-1 - count].size < SMALLER * size and not column[-1 - count].is_row:
        count += 1
    lines = column[len(column) - count :]
    if continued and count and count < len(column):
        return count
    for skipped, line in enumerate(lines):
        if mark_of(line.text):
            return count - skipped
    return 0


def without_marks(texts: Iterable[str], footnotes: set[str]) -> tuple[list[str], int]:
    """Return texts without the raised marks of footnotes, with other raised digits as such, and the count of marks left out.

    A raised number is the mark of a note if a footnote begins with it, or if it is the next number of notes at the end
    of the text. Others, such as the 2 of “km²”, belong to the text.
    """
    texts = list(texts)
    following = _following_numbers(texts)
    count = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal count
        marks = [mark for mark in re.split(r"[,;\s]+", match[1]) if mark]
        is_unit = _UNITS.search(match.string[: match.start()]) is not None
        known = bool(marks) and all(mark in footnotes or mark in following for mark in marks)
        if known and not (is_unit and match[1] in {"2", "3"}):
            count += len(marks)
            return ""
        return raised(match[1])

    return [MARK.sub(replace, text) for text in texts], count


def _following_numbers(texts: Sequence[str]) -> set[str]:
    """Return the raised numbers that count up from 1 through the text, if there are three or more."""
    expected = 1
    for text in texts:
        for match in MARK.finditer(text):
            for number in re.findall(r"\d+", match[1]):
                if int(number) == expected and not _UNITS.search(text[: match.start()]):
                    expected += 1
    return set(map(str, range(1, expected))) if expected > 3 else set()  # noqa: PLR2004
