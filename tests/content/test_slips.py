"""Common slips in the real briefing, each with its full report.

After an intended change, `python -m tests.content.test_slips` rewrites golden/slips.txt. Read it as somebody who does not know
YAML, and ask of each slip whether the report says what to do next.
"""

from functools import cache
from pathlib import Path

import pytest

from generator.content.files import read_files
from generator.pipeline import examine
from generator.reporting.text import report
from tests.building import ROOT
from tests.content.slips import SLIPS, slipped

GOLDEN = Path(__file__).parents[1] / "golden" / "slips.txt"
_RULE = "=" * 80
SLIPPED = dict(slipped(read_files(ROOT)[0]))


def section(name: str, text: str) -> str:
    """Return the part of the golden file about a slip."""
    return f"{_RULE}\n{name}\n{_RULE}\n{text.rstrip()}\n"


@cache
def golden() -> dict[str, str]:
    """Return the expected sections by name of the slip."""
    _, *parts = GOLDEN.read_text(encoding="utf-8").split(f"{_RULE}\n")
    names = [part.strip() for part in parts[::2]]
    return {name: section(name, text) for name, text in zip(names, parts[1::2], strict=True)}


@pytest.mark.parametrize("name", SLIPPED)
def test_a_slip_is_reported_with_a_hint_exactly_as_expected(name: str) -> None:
    found = examine(SLIPPED[name]).diagnostics
    assert found
    assert all(diagnostic.hint for diagnostic in found)
    assert section(name, report(found)) == golden()[name]


def test_the_golden_file_has_each_slip_and_no_other() -> None:
    assert list(golden()) == list(SLIPPED) == list(SLIPS)


if __name__ == "__main__":
    texts = [section(name, report(examine(files).diagnostics)) for name, files in SLIPPED.items()]
    GOLDEN.write_text("\n".join(texts), encoding="utf-8", newline="\n")
