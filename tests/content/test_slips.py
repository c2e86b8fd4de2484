"""Slips that people make in the real briefing, each with all that is told of it, to the letter.

After a change that is meant, `python -m tests.content.test_slips` writes golden/slips.txt anew: read it as somebody would who
knows no YAML, and ask of each whether they would know what to do next.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from generator.content.files import read_files
from generator.diagnostics import Diagnostic
from generator.pipeline import examine
from generator.reporting.text import report
from tests.building import ROOT
from tests.content.slips import SLIPS, slipped

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


def test_there_are_many_slips_and_the_file_tells_of_each() -> None:
    assert len(SLIPS) >= 60
    assert list(expected()) == list(ALL)


if __name__ == "__main__":
    texts = [told(name, found(name)) for name in ALL]
    GOLDEN.write_text("\n".join(texts), encoding="utf-8", newline="\n")
