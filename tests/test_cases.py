"""Every rule with a project that breaks it, what is told of it to the letter, and one that keeps it.

A case is a folder `<code>-<name>`: `fails/` and `fails-2/` hold the files that differ from `base/`, with what is told in
`expected.txt` and `expected-2.txt`; `passes/`, where the base alone does not show it, the files put right. A file `x.deleted`
takes `x` away. After a change that is meant, `python -m tests.test_cases` writes what is told anew: read it as somebody
would who knows no YAML.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.content import files
from generator.pipeline import RULES, examine
from generator.reporting.text import report

CASES = Path(__file__).parent / "cases"
# They need a disk, and are shown in test_files.py.
OF_THE_DISK = {rule.code for rule in files.RULES}
# What is told of YAML that no other rule explains; no such file is known.
LAST_RESORT = {"E117"}


def project(case: str = "", variant: str = "") -> dict[str, bytes]:
    """Give the files of the base, with those of a case's variant laid over them."""
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


def told(case: str, variant: str) -> str:
    """Give what is told of a variant; a line too long to be read is cut."""
    text = report(examine(project(case, variant)).diagnostics)
    return "\n".join(line if len(line) < 500 else f"{line[:200]} …" for line in text.splitlines()) + "\n"


def failing() -> Iterator[tuple[str, str, Path]]:
    """Give each variant that fails as case, variant and the file with what is told."""
    for folder in sorted(CASES.glob("*/fails*")):
        yield (
            folder.parent.name,
            folder.name,
            folder.parent / f"{folder.name.replace('fails', 'expected')}.txt",
        )


def cases() -> list[str]:
    """Give the names of all cases."""
    return [folder.name for folder in sorted(CASES.iterdir()) if folder.name != "base"]


def test_the_base_of_all_cases_has_no_fault() -> None:
    assert examine(project()).diagnostics == ()


@pytest.mark.parametrize(("case", "variant", "expected"), list(failing()))
def test_a_broken_rule_is_told_to_the_letter(case: str, variant: str, expected: Path) -> None:
    assert told(case, variant) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize(("case", "variant", "expected"), list(failing()))
def test_each_case_is_about_its_own_rule(case: str, variant: str, expected: Path) -> None:
    assert f"[{case.split('-', maxsplit=1)[0]}]" in expected.read_text(encoding="utf-8"), (case, variant)


@pytest.mark.parametrize(("case", "variant", "expected"), list(failing()))
def test_each_fault_has_a_place_and_says_what_to_do(case: str, variant: str, expected: Path) -> None:
    for one in examine(project(case, variant)).diagnostics:
        assert one.location.file, (one, expected)
        assert one.hint, (one, expected)


@pytest.mark.parametrize("case", cases())
def test_a_rule_that_is_kept_is_not_told(case: str) -> None:
    variant = "passes" if (CASES / case / "passes").exists() else ""
    codes = {one.code for one in examine(project(case, variant)).diagnostics}
    assert case.split("-", maxsplit=1)[0] not in codes


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    rules = {f"{rule.code}-{rule.name}" for rule in RULES if rule.code not in OF_THE_DISK | LAST_RESORT}
    assert set(cases()) == rules


def test_every_code_belongs_to_one_rule_and_begins_with_its_severity() -> None:
    codes = [rule.code for rule in RULES]
    assert sorted(set(codes)) == sorted(codes)
    assert all(rule.code[0] == rule.severity[0].upper() for rule in RULES)


if __name__ == "__main__":
    for name, kind, path in failing():
        path.write_text(told(name, kind), encoding="utf-8", newline="\n")
