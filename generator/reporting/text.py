"""Diagnostics as text for a terminal: place, code, sentence, the line with a caret, and what to do."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.check_cache import Result
from generator.diagnostics import Diagnostic, Severity
from generator.location import Location

_WIDEST = 110  # columns; a longer line is cut around the caret
# What terminals obey, what turns the direction of text, what cannot be seen, and bytes of file names that
# are no UTF-8. Joiners stay: words of some languages are not the same without them.
_HARMFUL = (
    *range(9), *range(10, 0x20), *range(0x7F, 0xA0), 0x61C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F),
    *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xD800, 0xE000), *range(0xE0000, 0xE0080),
)  # fmt: skip
_SHOWN_HARMLESSLY = dict.fromkeys(_HARMFUL, "\ufffd")


def tell(result: Result) -> str:
    """Tell the result of a check: every diagnostic, and what was found."""
    return f"{report(result.diagnostics)}\n{result.found}"


def report(diagnostics: Iterable[Diagnostic]) -> str:
    """Tell every diagnostic, one after another, and end with a line that counts them, and one for each file of several."""
    told = list(diagnostics)
    return "\n".join([*("\n".join(lines(one)) + "\n" for one in told), summary(told), *_by_file(told)])


def _by_file(told: list[Diagnostic]) -> Iterator[str]:
    files = sorted({one.location.file for one in told})
    for file in files if len(files) > 1 else ():
        yield f"  {harmless(file)}: {_counted([one for one in told if one.location.file == file])}"


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Count errors, warnings and the files that they are in, in one line."""
    told = list(diagnostics)
    files = len({one.location.file for one in told})
    return f"{_counted(told)} in {_count(files, 'file')}." if told else "No faults."


def _counted(told: list[Diagnostic]) -> str:
    counts = Counter(one.severity for one in told)
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info message"}
    return " and ".join(
        _count(counts[severity], noun) for severity, noun in nouns.items() if counts[severity]
    )


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def lines(one: Diagnostic) -> Iterator[str]:
    """Tell one diagnostic, line by line; the first begins with its place."""
    yield harmless(f"{one.location}: {one.severity}[{one.code}] {one.message}")
    if one.location.text:
        yield from _excerpt(one.location)
    for line in one.hint.split("\n") if one.hint else ():
        yield f"      = {harmless(line)}"


def _excerpt(location: Location) -> Iterator[str]:
    """Show the line of `location`, cut where it is long, and carets below what is meant."""
    text = harmless(location.text)
    near = text[max(0, location.column - _WIDEST) : location.column + _WIDEST]
    room = _WIDEST if _columns(near) == len(near) else _WIDEST // 2
    start = max(0, location.column - room // 2) if len(text) > room else 0
    shown, rest = text[start : start + room], text[start + room :]
    before, meant = (
        shown[: location.column - 1 - start],
        shown[location.column - 1 - start :][: location.width],
    )
    line = f"{'…' if start else ''}{shown}{'…' if rest else ''}"
    blank = "".join("\t" if char == "\t" else " " * _columns(char) for char in before)
    yield f"{location.line:>5} | {line}"
    yield f"      | {' ' if start else ''}{blank}{'^' * max(1, _columns(meant))}"


def harmless(text: str) -> str:
    """Replace what a terminal or a log would obey, and what cannot be seen."""
    return text.translate(_SHOWN_HARMLESSLY)


def _columns(text: str) -> int:
    """Count the columns of `text` on a terminal: letters of East Asia take two, combining marks none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.category(char) in ("Mn", "Me", "Cf") for char in text)
