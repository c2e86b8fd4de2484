"""Slips that people make in the real briefing, each with all that is told of it, to the letter.

After a change that is meant, `python -m tests.content.test_slips` writes golden/slips.txt anew: read it as somebody would who
knows no YAML, and ask of each whether they would know what to do next.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations, islice
from pathlib import Path

import pytest

from generator.content.files import read_files
from generator.diagnostics import Diagnostic, Severity
from generator.pipeline import examine
from generator.reporting.text import report
from tests.building import ROOT
from tests.content.slips import SLIPS, Files, slipped

GOLDEN = Path(__file__).parents[1] / "golden" / "slips.txt"
_RULE = "=" * 80


def told(name: str, found: Iterable[Diagnostic]) -> str:
    """Give what an editor is told of a slip."""
    return f"{_RULE}\n{name}\n{_RULE}\n{report(found)}\n"


@cache
def expected() -> dict[str, str]:
    """Give what is to be told by the name of the slip."""
    parts = GOLDEN.read_text(encoding="utf-8").split(f"{_RULE}\n")[1:]
    names = [part.strip() for part in parts[::2]]
    return {
        name: f"{_RULE}\n{name}\n{_RULE}\n{text.rstrip()}\n"
        for name, text in zip(names, parts[1::2], strict=True)
    }


FILES = read_files(ROOT)[0]
ALL = dict(slipped(FILES))
# Nobody can say how their line was meant, so that the rest of its file is not read.
STOPPING = {
    "a speaker as a text",  # known by the sound line below it, at which YAML has to stop first
    "a merge conflict",
    "a text where a list belongs",
    "the key of a list forgotten",
    "the key of the evidence forgotten",
    "the key of a group forgotten",
}
# What an entry lacks, or which of two contradict one another, is told of whole entries alone.
OF_THE_WHOLE = {"E402", "E407", "E408", "E409", "E410", "E411", "E416"}


@cache
def found(name: str) -> tuple[Diagnostic, ...]:
    """Give what is found of a slip."""
    return examine(ALL[name]).diagnostics


@pytest.mark.parametrize("name", ALL)
def test_a_slip_is_told_to_the_letter(name: str) -> None:
    assert told(name, found(name)) == expected()[name]


@pytest.mark.parametrize("name", ALL)
def test_no_slip_is_published_in_silence_and_each_says_what_to_do(name: str) -> None:
    assert found(name)
    assert all(one.hint for one in found(name))


@pytest.mark.parametrize("name", ALL)
def test_a_slip_is_told_the_same_on_a_second_run(name: str) -> None:
    assert found(name) == examine(dict(reversed([*ALL[name].items()]))).diagnostics


def _errors(found: Iterable[Diagnostic]) -> set[tuple[str, str, str]]:
    """Give the errors among what is found, each as its file, code and line."""
    return {
        (one.location.file, one.code, one.location.text.strip())
        for one in found
        if one.severity is Severity.ERROR
    }


@cache
def _changed(name: str) -> frozenset[tuple[str, int]]:
    """Give the lines of the sound files that a slip changes or stands beside, each with its file."""
    found = set[tuple[str, int]]()
    for path, raw in FILES.items():
        slip = ALL[name].get(path, b"")
        if slip != raw:
            before, after = (text.decode("utf-8", "replace").splitlines() for text in (raw, slip))
            for what, start, end, *_ in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
                found |= {(path, line) for line in range(start - 1, end + 1) if what != "equal"}
    return frozenset(found)


def _both(one: str, other: str) -> Files | None:
    """Make two slips in one project; None where they are in each other's way."""
    if _changed(one) & _changed(other):
        return None
    made = []
    for names in ((one, other), (other, one)):
        files = dict(FILES)
        try:
            for name in names:
                SLIPS[name](files)
        except (AssertionError, KeyError, UnicodeDecodeError):
            return None
        made.append(files)
    return made[0] if made[0] == made[1] and made[0].keys() == FILES.keys() else None


PAIRS = [
    (one, other, files)
    for one, other in islice(combinations([name for name in SLIPS if name not in STOPPING], 2), 0, None, 19)
    if (files := _both(one, other))
]


@pytest.mark.parametrize(
    ("one", "other", "files"), PAIRS, ids=[f"{one} + {other}" for one, other, _ in PAIRS]
)
def test_of_two_slips_neither_hides_the_other(one: str, other: str, files: Files) -> None:
    hidden = (_errors(found(one)) | _errors(found(other))) - _errors(examine(files).diagnostics)
    assert {code for _, code, _ in hidden} <= OF_THE_WHOLE


def test_there_are_many_slips_and_the_file_tells_of_each() -> None:
    assert len(SLIPS) >= 60
    assert list(expected()) == list(ALL)


if __name__ == "__main__":
    texts = [told(name, found(name)) for name in ALL]
    GOLDEN.write_text("\n".join(texts), encoding="utf-8", newline="\n")
