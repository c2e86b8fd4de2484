"""Slips that people make in the real briefing, each with all that is told of it, to the letter.

After a change that is meant, `python -m tests.test_slips` writes golden/slips.txt anew: read it as somebody would who
knows no YAML, and ask of each whether they would know what to do next.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.files import read_files
from generator.pipeline import examine
from generator.reporters.text import report
from tests.building import ROOT
from tests.slips import SLIPS, Files, slipped

GOLDEN = Path(__file__).parent / "golden" / "slips.txt"
_RULE = "=" * 80


def told(name: str, files: Files) -> str:
    """Give what an editor is told of a slip."""
    return f"{_RULE}\n{name}\n{_RULE}\n{report(examine(files).diagnostics)}\n"


def expected() -> dict[str, str]:
    """Give what is to be told by the name of the slip."""
    parts = GOLDEN.read_text(encoding="utf-8").split(f"{_RULE}\n")[1:]
    names = [part.strip() for part in parts[::2]]
    return {
        name: f"{_RULE}\n{name}\n{_RULE}\n{text.rstrip()}\n"
        for name, text in zip(names, parts[1::2], strict=True)
    }


ALL = dict(slipped(read_files(ROOT)[0]))


@pytest.mark.parametrize("name", ALL)
def test_a_slip_is_told_to_the_letter(name: str) -> None:
    assert told(name, ALL[name]) == expected()[name]


@pytest.mark.parametrize("name", ALL)
def test_no_slip_is_published_in_silence_and_each_says_what_to_do(name: str) -> None:
    found = examine(ALL[name]).diagnostics
    assert found
    assert all(one.hint for one in found)


@pytest.mark.parametrize("name", ALL)
def test_a_slip_is_told_the_same_on_a_second_run(name: str) -> None:
    assert told(name, ALL[name]) == told(name, dict(reversed([*ALL[name].items()])))


def test_there_are_many_slips_and_the_file_tells_of_each() -> None:
    assert len(SLIPS) >= 60
    assert list(expected()) == list(ALL)


if __name__ == "__main__":
    texts = [told(name, files) for name, files in ALL.items()]
    GOLDEN.write_text("\n".join(texts), encoding="utf-8", newline="\n")
