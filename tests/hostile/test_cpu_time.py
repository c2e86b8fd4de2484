"""A hostile file takes no more than 20 times the CPU time of a sound file of its size.

Both are measured in this process, so that a slow or busy machine changes neither. The files are smaller than the limit
of 1 MB, to keep the tests short; work that grows with the square of the size is far beyond the factor here, too.
"""

import datetime as dt
import time
from collections.abc import Callable
from functools import cache

import pytest

from generator.pipeline import examine
from tests.test_cases import project

SIZE = 200_000  # bytes
MOST = 20
DRIVERS = "briefings/bridge/positions/drivers.yml"
PARTIES = "briefings/parties.yml"
BRIEFING = "briefings/bridge/briefing.yml"
HEAD = "party: drivers\npositions:\n"
ENTRY = (
    "  - issue: width\n    stance: supports  # so\n    as_of: {day}\n    basis: reported\n"
    "    statement: The report says that the club wants a wider bridge.\n"
    "    evidence:\n      - {{source: report, reported: wants the bridge to be wider}}\n"
)
EVIDENCE = HEAD + ENTRY.format(day="2031-05-02")


def filled(start: str, piece: str, end: str = "") -> str:
    """Return a file of the size that repeats a piece."""
    return start + piece * ((SIZE - len(start) - len(end)) // len(piece.encode())) + end


SHAPES = {
    "brackets": filled("", "["),
    "braces": filled("", "{"),
    "braces with keys": filled("", "{a: "),
    "brackets below a key": filled("a: ", "["),
    "brackets and braces": filled("a: ", "[{"),
    "dashes": filled("", "- "),
    "lines of dashes": filled("", "-\n"),
    "question marks": filled("", "? "),
    "colons": filled("", ": "),
    "colons without spaces": filled("", ":"),
    "keys in one line": filled("", "a: "),
    "quotation marks": filled("", '"'),
    "apostrophes": filled("", "'"),
    "an open quotation mark": filled('a: "', "x "),
    "an open quotation mark over many lines": filled('a: "', "x\n"),
    "indentation in steps": "".join(f"{' ' * step}a:\n" for step in range(600)),
    "a deep line": f"a:\n{' ' * (SIZE - 20)}b: c",
    "number signs": filled("", "#"),
    "number signs with spaces": filled("a: b", " #"),
    "lines of number signs": filled("", "#\n"),
    "a long line": filled("a: ", "b "),
    "a long line with a second colon": filled("a: b: ", "c "),
    "a long list": filled("a: [", "b, "),
    "a long list of tags": filled("a: [", "!b c, ", "]"),
    "a long list of aliases": filled("a: [", "*b , ", "]"),
    "a long line of duplicate keys": filled("a: {", "b: c, ", "}"),
    "a long line of entries without colons": filled("a: {", "b, ", "}"),
    "backslashes": filled('a: "', "\\q", '"'),
    "hidden characters": filled("", "a: \u202e\n"),
    "tabs": filled("", "\ta: b\n"),
    "empty lines": filled("a: b\n", "\n", "  c: d"),
    "documents": filled("", "---\n"),
    "merge keys": filled("", "- <<: x\n"),
    "joined lines": filled("", "- a\n  - b\n"),
    "conflict markers": filled("", "<<<<<<< a\n"),
}
PARTY = "rail:\n  name: Rail\n  kind: organisation\n"
ERRORS: dict[str, tuple[str, Callable[[int], str], str]] = {
    "unknown keys": (HEAD + "  - issue: width\n", "    key{}: x\n".format, DRIVERS),
    "unknown keys of entries": (HEAD, "  - {{issu: w{}}}\n".format, DRIVERS),
    "duplicate keys": (EVIDENCE, lambda _: "    stance: supports\n", DRIVERS),
    "cut texts": (HEAD, "  - statement: a #{} x\n".format, DRIVERS),
    "keys without a value": (HEAD, lambda _: "  - issue:\n", DRIVERS),
    "texts in place of mappings": (HEAD, "  - text {}\n".format, DRIVERS),
    "wrong dates": (HEAD, lambda _: "  - {issue: width, as_of: 2.5.2031}\n", DRIVERS),
    "unknown issues": (HEAD, "  - {{issue: w{}, stance: supports, as_of: 2031-05-02}}\n".format, DRIVERS),
    "missing words": (EVIDENCE, "      - {{source: report, reported: wants it to be longer {}}}\n".format, DRIVERS),
    "unknown sources": (EVIDENCE, "      - {{source: repor{}, reported: wants the bridge}}\n".format, DRIVERS),
    "incomplete parties": (PARTY, "p{}: {{name: X}}\n".format, PARTIES),
    "wrong identifiers": (PARTY, "P{}: {{name: X, kind: bloc}}\n".format, PARTIES),
    "unknown keys of a briefing": (project()[BRIEFING].decode(), "key{}: x\n".format, BRIEFING),
}  # fmt: skip


def cpu_time(path: str, text: str) -> float:
    """Return the seconds of CPU time that a check takes if the file at `path` has this text."""
    files = project() | {path: text.encode()}
    start = time.process_time()
    assert len(files[path]) <= 1_000_000
    examine(files)
    return time.process_time() - start


@cache
def time_per_byte() -> float:
    """Return the seconds that a sound file takes for each byte."""
    first = dt.date(1900, 1, 1)
    days = range(SIZE // len(ENTRY))
    text = HEAD + "".join(ENTRY.format(day=first + dt.timedelta(days=day)) for day in days)
    assert not examine(project() | {DRIVERS: text.encode()}).has_errors
    return min(cpu_time(DRIVERS, text) for _ in range(3)) / len(text)


@pytest.mark.parametrize("text", SHAPES.values(), ids=list(SHAPES))
def test_a_file_made_to_stop_a_reader_takes_little_more_than_a_sound_one(text: str) -> None:
    assert cpu_time(DRIVERS, text) < MOST * SIZE * time_per_byte()


@pytest.mark.parametrize(("start", "line", "path"), ERRORS.values(), ids=list(ERRORS))
def test_a_file_of_many_errors_takes_little_more_than_a_sound_one(
    start: str, line: Callable[[int], str], path: str
) -> None:
    text = start
    for number in range(20_000):
        if len(text) >= SIZE:
            break
        text += line(number)
    assert cpu_time(path, text) < MOST * SIZE * time_per_byte()
