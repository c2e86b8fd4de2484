"""Statements that name nobody, and contested names in the editors' own sentences."""

from pathlib import Path

import pytest

from generator.content.files import read_files
from generator.diagnostics import Diagnostic
from generator.pipeline import examine
from tests.building import HARBOUR, ROOT
from tests.test_cases import project

BRIEFING = "briefings/bridge/briefing.yml"
DRIVERS = "briefings/bridge/positions/drivers.yml"
PARTIES = "briefings/parties.yml"
SPEAKER = b"  speakers:\n    cy-lane: {name: Cy Lane}\n"
NAMES = """
a: {term: the Long Bridge, prefer: the bridge, note: The club says so.}
b: {term: crossing, prefer: the crossing at Lund}
c: {term: viaduct, used_by: [town]}
d: {term: the Drivers’ Front, prefer: the club}
"""


def infos(files: dict[str, bytes], code: str) -> list[Diagnostic]:
    return [diagnostic for diagnostic in examine(files).diagnostics if diagnostic.code == code]


def marked(diagnostic: Diagnostic) -> str:
    """Return the words above the carets."""
    return diagnostic.location.text[diagnostic.location.column - 1 :][: diagnostic.location.width]


def with_statement(text: str) -> dict[str, bytes]:
    """Return the base project with another statement of the drivers, whose speaker is Cy Lane."""
    files = project()
    old = b"The report says that the club wants a wider bridge."
    assert old in files[DRIVERS]
    return files | {
        DRIVERS: files[DRIVERS].replace(old, text.encode()),
        PARTIES: files[PARTIES] + SPEAKER,
        "seeds/report.yml": files["seeds/report.yml"] + b"publisher: The Lantern\n",
    }


@pytest.mark.parametrize(
    ("text", "attributed"),
    [
        ("Drivers’ club wants a wider bridge.", True),
        ("In Lane’s words a wider bridge.", True),
        ("A wider bridge, according to the report.", True),
        ("The Lantern has it that the bridge is too narrow.", True),
        ("It was said to be too narrow.", True),
        ("The bridge is too narrow.", False),
        ("It “can’t wait”, and they “said so”.", False),
        ("Planes and drivers’ clubs wait.", False),
        ("The town has it too narrow.", False),
    ],
)
def test_a_statement_needs_a_name_or_a_verb_that_attributes_it(text: str, *, attributed: bool) -> None:
    expected = [] if attributed else [text]
    assert [marked(diagnostic) for diagnostic in infos(with_statement(text), "I431")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Long Bridge opens", ["The Long Bridge"]),
        ("The long bridge opens", []),
        ("A Crossing opens", ["Crossing"]),
        ("The crossing at Lund opens", []),
        ("The “crossing” opens, a viaduct", []),
        ("Crossings open, a crossing’s end", ["crossing"]),
        ("The Drivers' Front  waits", ["The Drivers' Front"]),
        ("The drivers' front waits", []),
    ],
)
def test_a_name_is_reported_if_the_site_prefers_another(text: str, expected: list[str]) -> None:
    files = project() | {"briefings/names.yml": NAMES.encode()}
    files[BRIEFING] = files[BRIEFING].replace(b"title: Width", f"title: {text}".encode())
    assert [marked(diagnostic) for diagnostic in infos(files, "I432")] == expected


def test_names_are_checked_in_analysis_too() -> None:
    files = project() | {"briefings/names.yml": NAMES.encode()}
    files[BRIEFING] += b"analysis:\n  - {kind: gap, text: No crossing yet., author: A, date: 2031-05-03}\n"
    assert [marked(diagnostic) for diagnostic in infos(files, "I432")] == ["crossing"]


@pytest.mark.parametrize(
    ("root", "expected"), [(ROOT, []), (HARBOUR, [("I432", "night closing")])], ids=["real", "harbour"]
)
def test_our_briefings_have_neutral_wording(root: Path, expected: list[tuple[str, str]]) -> None:
    found = [info for info in examine(*read_files(root)).diagnostics if info.code.startswith("I43")]
    assert [(diagnostic.code, marked(diagnostic)) for diagnostic in found] == expected
