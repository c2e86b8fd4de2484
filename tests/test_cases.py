"""Every rule has a project that breaks it, with the exact report, and a project that keeps it.

A case is a folder `<code>-<name>`. `fails/` and `fails-2/` contain the files that differ from `base/`; `expected.txt` and
`expected-2.txt` contain the report. `passes/` contains the corrected files, if the base alone does not show them. A file
`x.deleted` removes `x`. After an intended change, run `python -m tests.test_cases` to rewrite the reports, and read them as an
editor would who does not know YAML.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.content.rules import RULES_OF_THE_DISK
from generator.diagnostics import Diagnostic
from generator.pipeline import RULES, examine
from generator.reporting.text import lines, summary

TODAY = dt.date(2031, 12, 31)
CASES = Path(__file__).parent / "cases"
# These rules need a disk; see tests/content/test_files.py.
DISK_RULES = {rule.code for rule in RULES_OF_THE_DISK}


def project(case: str = "", variant: str = "") -> dict[str, bytes]:
    """Return the files of the base, overlaid with those of a case's variant."""
    found = _files(CASES / "base")
    for path, raw in _files(CASES / case / variant).items() if variant else ():
        if path.endswith(".deleted"):
            del found[path.removesuffix(".deleted")]
        else:
            found[path] = raw
    return found


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def as_text(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return every diagnostic as it is reported alone, with very long lines cut, and their number."""
    blocks = ["\n".join([*lines(diagnostic), ""]) for diagnostic in diagnostics]
    rows = "\n".join([*blocks, summary(diagnostics)]).splitlines()
    return "\n".join(row if len(row) < 500 else f"{row[:200]} …" for row in rows) + "\n"


def failing() -> Iterator[tuple[str, str, Path]]:
    """Yield each failing variant as (case, variant, file with the expected report)."""
    for folder in sorted(CASES.glob("*/fails*")):
        expected = folder.parent / f"{folder.name.replace('fails', 'expected')}.txt"
        yield folder.parent.name, folder.name, expected


def cases() -> list[str]:
    return [folder.name for folder in sorted(CASES.iterdir()) if folder.name != "base"]


def code_of(case: str) -> str:
    return case.split("-", maxsplit=1)[0]


def test_the_base_project_has_no_problems() -> None:
    assert examine(project(), today=TODAY).diagnostics == ()


@pytest.mark.parametrize(("case", "variant", "expected"), list(failing()))
def test_a_broken_rule_is_reported_exactly(case: str, variant: str, expected: Path) -> None:
    diagnostics = examine(project(case, variant), today=TODAY).diagnostics
    assert as_text(diagnostics) == expected.read_text(encoding="utf-8")
    assert code_of(case) in {diagnostic.code for diagnostic in diagnostics}
    assert all(diagnostic.location.file and diagnostic.hint for diagnostic in diagnostics)


@pytest.mark.parametrize("case", cases())
def test_a_rule_is_not_reported_for_corrected_files(case: str) -> None:
    variant = "passes" if (CASES / case / "passes").exists() else ""
    codes = {diagnostic.code for diagnostic in examine(project(case, variant), today=TODAY).diagnostics}
    assert code_of(case) not in codes


def test_every_rule_has_a_case_and_every_case_has_a_rule() -> None:
    rules = {f"{rule.code}-{rule.name}" for rule in RULES if rule.code not in DISK_RULES}
    assert set(cases()) == rules


if __name__ == "__main__":
    for name, kind, path in failing():
        text = as_text(examine(project(name, kind), today=TODAY).diagnostics)
        path.write_text(text, encoding="utf-8", newline="\n")
