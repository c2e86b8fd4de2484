"""Whoever follows the first steps word for word, from nothing, arrives where the guide says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.pipeline import RULES, examine_folder
from scripts.guide import GUIDE, PICTURES, GuideError, Reader, follow, steps
from tests.building import build

TEXT = GUIDE.read_text(encoding="utf-8")


def lines(block: str) -> list[str]:
    """Give the commands of a block: a backslash at the end of a line takes the next one in."""
    return block.strip().replace("\\\n", " ").split("\n")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Somebody who has followed the whole guide."""
    return follow(tmp_path_factory.mktemp("guide"))


def test_every_step_can_be_taken_and_leads_where_the_guide_says(reader: Reader) -> None:
    assert len(reader.steps) >= 25
    assert {"run", "fails", "says", "refused", "write", "replace", "append", "picture"} == set(reader.steps)


def test_at_the_end_there_is_no_fault_and_the_site_has_what_the_guide_wrote(reader: Reader) -> None:
    assert examine_folder(reader.folder).diagnostics == ()
    site = build(reader.folder)
    page = (site / "briefings/old-bridge/index.html").read_text(encoding="utf-8")
    for words in ("Not with lorries.", "Residents", "The editors had mixed up two names."):
        assert words in page
    assert "the road through Mill Lane" in (site / "glossary/index.html").read_text(encoding="utf-8")
    assert "<del>" in (site / "briefings/old-bridge/issues/closing/index.html").read_text(encoding="utf-8")


def test_every_command_of_the_guide_is_one_of_its_steps_or_named_here() -> None:
    followed = {
        line for what, _, found in steps(TEXT) if what in {"run", "fails"} for line in lines(found[0])
    }
    all_of_them = {line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in lines(block)}
    # What sets up, what does not end by itself, and what needs a repository of one's own.
    rest = {line.split()[0] for line in all_of_them - followed}
    assert rest == {"make", "../.venv/bin/briefing", "git"}
    assert {line for line in all_of_them - followed if line.startswith("..")} == {
        "../.venv/bin/briefing serve"
    }


def test_every_picture_is_there_and_every_one_that_is_there_is_shown() -> None:
    taken = {rest.split()[0] for what, rest, _ in steps(TEXT) if what == "picture"}
    assert {path.stem for path in PICTURES.glob("*.png")} == taken
    assert set(re.findall(r"images/guide/([\w-]+)\.png", TEXT)) == taken


def test_the_slips_that_the_guide_lists_are_rules() -> None:
    assert set(re.findall(r"`([EW]\d{3})`", TEXT)) <= {rule.code for rule in RULES}


def test_a_step_that_leads_elsewhere_is_noticed(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    (tmp_path / "a.yml").write_text("a: b\n", encoding="utf-8")
    with pytest.raises(GuideError):
        reader.do("replace", "a.yml", ["c: d\n", "e: f\n"])
    with pytest.raises(GuideError):
        reader.do("run", "", [".venv/bin/briefing explain E999\n"])
    with pytest.raises(GuideError):
        reader.do("says", "", ["something else\n"])
