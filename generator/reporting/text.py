"""Diagnostics as text for a terminal: location, code, message, the line with carets, and the hint."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rich.cells import cell_len

from generator.check_cache import Result
from generator.diagnostics import Diagnostic, Severity
from generator.location import Location

_WIDTH = 110  # columns; a longer line is cut around the carets
_MOST_ALIKE = 3  # info messages of a rule in a file that are shown one by one
_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info message"}
# Control characters that terminals obey, characters that change the direction of text or are invisible, and bytes of
# file names that are not UTF-8. Joiners stay, because words of some languages need them.
_UNSAFE = (
    *range(9), *range(10, 0x20), *range(0x7F, 0xA0), 0x61C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F),
    *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xD800, 0xE000), *range(0xE0000, 0xE0080),
)  # fmt: skip
_REPLACEMENTS = dict.fromkeys(_UNSAFE, "\ufffd")


def render(result: Result) -> str:
    """Return the report of a check, with the number of passages that were found."""
    return f"{report(result.diagnostics)}\n{result.summary}"


def report(diagnostics: Iterable[Diagnostic]) -> str:
    """Return every diagnostic, then a line with their number; many info messages of a rule in a file are one."""
    diagnostics = list(diagnostics)
    blocks = ["\n".join(lines(diagnostic)) + "\n" for diagnostic in grouped(diagnostics)]
    return "\n".join([*blocks, summary(diagnostics)])


def grouped(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the diagnostics. Of many info messages of a rule in a file, yield the first, with the lines of the others."""
    diagnostics = list(diagnostics)
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for item in diagnostics:
        if item.severity is Severity.INFO:
            groups.setdefault((item.location.file, item.code), []).append(item)
    for item in diagnostics:
        group = groups.get((item.location.file, item.code), [])
        if item.severity is not Severity.INFO or len(group) <= _MOST_ALIKE:
            yield item
        elif item is group[0]:
            more = dict.fromkeys(str(other.location.line) for other in group[1:])
            text = f"{len(group) - 1:,} more of {item.code} in this file, in the lines {', '.join(more)}"
            yield replace(item, hint=f"{item.hint}\n{text}".lstrip("\n"))


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line with the number of errors, warnings and info messages, and of their files."""
    diagnostics = list(diagnostics)
    files = {diagnostic.location.file for diagnostic in diagnostics}
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    counted = [_count(counts[severity], noun) for severity, noun in _NOUNS.items() if counts[severity]]
    return (
        f"{' and '.join(counted)} in {_count(len(files), 'file')}." if diagnostics else "No problems found."
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def lines(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the lines of one diagnostic; the first begins with its location."""
    location = diagnostic.location
    yield sanitise(f"{location}: {diagnostic.severity}[{diagnostic.code}] {diagnostic.message}")
    if location.text:
        yield from _excerpt(location)
    for line in diagnostic.hint.split("\n") if diagnostic.hint else ():
        yield f"      = {sanitise(line)}"


def _excerpt(location: Location) -> Iterator[str]:
    """Yield the line of `location`, cut if it is long, and carets below the marked words."""
    text, column = sanitise(location.text), location.column
    nearby = text[max(0, column - _WIDTH) : column + _WIDTH]
    width = _WIDTH if cell_len(nearby) == len(nearby) else _WIDTH // 2
    start = max(0, column - width // 2) if len(text) > width else 0
    shown, rest = text[start : start + width], text[start + width :]
    before, marked = shown[: column - 1 - start], shown[column - 1 - start :][: location.width]
    yield f"{location.line:>5} | {'…' if start else ''}{shown}{'…' if rest else ''}"
    indent = "".join("\t" if char == "\t" else " " * cell_len(char) for char in before)
    yield f"      | {' ' if start else ''}{indent}{'^' * max(1, cell_len(marked))}"


def sanitise(text: str) -> str:
    """Replace characters that a terminal or a log would obey, or that are invisible."""
    return text.translate(_REPLACEMENTS)
