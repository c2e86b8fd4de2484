"""Diagnostics as text for a terminal: place, code, sentence, the line with a caret, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.marks import Mark

_WIDEST = 110  # columns; a longer line is cut around the caret
# Controls but for the tab, line separators and what turns the direction of text.
_SHOWN_HARMLESSLY = dict.fromkeys((*range(9), *range(10, 0x20), *range(0x7F, 0xA0)), "\ufffd")
_SHOWN_HARMLESSLY |= dict.fromkeys((0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")


def report(diagnostics: Iterable[Diagnostic]) -> str:
    """Tell every diagnostic, one after another, and end with a line that counts them."""
    told = list(diagnostics)
    return "\n".join([*("\n".join(_lines(one)) + "\n" for one in told), summary(told)])


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Count errors, warnings and the files that they are in, in one line."""
    told = list(diagnostics)
    counts = Counter(one.severity for one in told)
    files = len({one.mark.file for one in told})
    if not told:
        return "No faults."
    parts = [_count(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return f"{' and '.join(parts)} in {_count(files, 'file')}."


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _lines(one: Diagnostic) -> Iterator[str]:
    message = one.message.translate(_SHOWN_HARMLESSLY)
    yield f"{one.mark}: {one.severity}[{one.code}] {message}"
    if one.mark.text:
        yield from _excerpt(one.mark)
    for line in one.hint.splitlines():
        yield f"      = {line.translate(_SHOWN_HARMLESSLY)}"


def _excerpt(mark: Mark) -> Iterator[str]:
    start = max(0, mark.column - _WIDEST // 2) if len(mark.text) > _WIDEST else 0
    shown = mark.text[start : start + _WIDEST]
    line = shown.translate(_SHOWN_HARMLESSLY)
    before = "".join("\t" if char == "\t" else " " for char in shown[: mark.column - 1 - start])
    carets = "^" * max(1, min(mark.width, len(shown) - len(before)))
    yield f"{mark.line:>5} | {line}"
    yield f"      | {before}{carets}"
