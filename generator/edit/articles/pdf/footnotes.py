"""Footnotes: lines in smaller type at the foot of a column or page, and the raised marks in the text that lead to them."""

import re
from collections.abc import Mapping, Sequence

from generator.edit.articles.cleaning import raised
from generator.edit.articles.pdf.line_text import MARK
from generator.edit.articles.pdf.lines import PrintedLine

SMALLER = 0.93  # of the size of the text
_NUMBER = re.compile(r"(?:\[?(\d{1,3})\]?[.)]?|([*†‡§¶]{1,3}))(?=\s|[^\W\d_]|[“\"„«(])")
_BRACKETED = re.compile(r"(?:\[\w{1,4}\]\s*)+")  # raised brackets are never words of the text
_BEFORE_MARK = re.compile(r"(?:[^\W\d_]{2}|\d{2}|[.,;:!?%)\]”’“»\"'…])\s?$")
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


def without_marks(lines: Sequence[PrintedLine], footnotes: Mapping[int, set[str]]) -> int:
    """Take the raised marks of footnotes out of lines, write other raised digits as such, and return the count of marks.

    A raised number is the mark of a note if a footnote of its page begins with it, or if it is the next number of notes at
    the end of the text. Others, such as the 2 of “km²”, belong to the text. `footnotes` are the marks of each page.
    """
    following = _following_numbers(lines)
    count = 0
    for line in lines:
        known = footnotes.get(line.page, set()) | footnotes.get(line.page + 1, set())
        parts: list[str] = []
        end = 0
        for match in MARK.finditer(line.text):
            marks = [mark for mark in re.split(r"[,;\s]+", match[1]) if mark]
            before = line.text[: match.start()]
            bracketed = _BRACKETED.fullmatch(match[1])
            is_note = bracketed is not None or (
                _may_be_mark(match)
                and (set(marks) <= known or (set(marks) <= following and not before[-1:].isdigit()))
            )
            count += (match[1].count("[") if bracketed else len(marks)) * is_note
            parts += [line.text[end : match.start()], "" if is_note else raised(match[1])]
            end = match.end()
        line.text = "".join([*parts, line.text[end:]])
    return count


def _may_be_mark(match: re.Match[str]) -> bool:
    """Return whether a raised number stands behind a word or a sentence: not behind a unit or a variable, or in a fraction."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_power = _UNITS.search(before) is not None and match[1] in {"2", "3"}
    return _BEFORE_MARK.search(before) is not None and not is_power and not after.startswith(("/", "\u2044"))


def _following_numbers(lines: Sequence[PrintedLine]) -> set[str]:
    """Return the raised numbers that count up from 1 through the text, if there are three or more."""
    expected = 1
    for line in lines:
        for match in MARK.finditer(line.text):
            for number in re.findall(r"\d+", match[1]):
                expected += _may_be_mark(match) and int(number) == expected
    return set(map(str, range(1, expected))) if expected > 3 else set()  # noqa: PLR2004
