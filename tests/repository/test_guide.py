"""The commands, files and pictures of the guide to YAML by hand do what the guide says, and guides show the pictures that exist."""

import re
from pathlib import Path

import pytest

from generator.pipeline import RULES, examine_folder
from scripts import desk_steps
from scripts.guide import GUIDE, PICTURES, GuideError, Reader, commands, follow, steps
from tests.building import build

TEXT = GUIDE.read_text(encoding="utf-8")
FIRST_STEPS = desk_steps.GUIDE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A reader who has followed the whole guide."""
    return follow(Reader(tmp_path_factory.mktemp("guide")))


def test_every_step_does_what_the_guide_says(reader: Reader) -> None:
    assert len(reader.steps) >= 25
    kinds = {
        "run",
        "answers",
        "fails",
        "says",
        "refused",
        "write",
        "replace",
        "append",
        "picture",
        "terminal",
    }
    assert kinds == set(reader.steps)


@pytest.mark.slow
def test_at_the_end_there_is_no_diagnostic_and_the_site_has_what_the_guide_wrote(reader: Reader) -> None:
    assert examine_folder(reader.folder).diagnostics == ()
    site = build(reader.folder)
    page = (site / "briefings/old-bridge/index.html").read_text(encoding="utf-8")
    for words in (
        "A bridge with lorries is not the bridge we asked for",
        "Residents",
        "The editors had mixed up two names.",
    ):
        assert words in page
    assert "the road through Mill Lane" in (site / "glossary/index.html").read_text(encoding="utf-8")
    assert "<del>" in (site / "briefings/old-bridge/issues/closing/index.html").read_text(encoding="utf-8")


def test_every_command_of_the_guide_is_a_step_or_is_listed_here() -> None:
    run = {
        line
        for kind, _, blocks in steps(TEXT)
        if kind in {"run", "answers", "fails"}
        for line in commands(blocks[0])
    }
    shown = {line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in commands(block)}
    # Commands that run until they are stopped, or that need a repository.
    assert {line.split()[0] for line in shown - run} == {"briefing", "git"}
    assert {line for line in shown - run if line.startswith("briefing")} == {"briefing serve"}


def test_the_first_steps_need_few_commands() -> None:
    shown = [
        line for block in re.findall(r"```sh\n(.*?)```", FIRST_STEPS, re.DOTALL) for line in commands(block)
    ]
    assert [line for line in shown if line.startswith("briefing")][1:] == ["briefing serve"]
    assert len(shown) <= 8


def test_the_pictures_of_the_guides_are_exactly_those_that_they_show() -> None:
    taken = {rest.split()[0] for kind, rest, _ in steps(TEXT) if kind in {"picture", "terminal"}}
    assert set(re.findall(r"images/([\w-]+)\.png", TEXT)) == taken
    of_the_desk = {step.label for step in desk_steps.steps(FIRST_STEPS) if step.kind == "picture"}
    assert set(re.findall(r"images/([\w-]+)\.png", FIRST_STEPS)) == of_the_desk
    assert {path.stem for path in PICTURES.glob("*.png")} == taken | of_the_desk


def test_the_codes_that_the_guide_lists_belong_to_rules() -> None:
    assert set(re.findall(r"`([EW]\d{3})`", TEXT)) <= {rule.code for rule in RULES}


def test_a_step_that_does_something_else_is_an_error(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    (tmp_path / "a.yml").write_text("a: b\n", encoding="utf-8")
    with pytest.raises(GuideError):
        reader.take("replace", "a.yml", ["c: d\n", "e: f\n"])
    with pytest.raises(GuideError):
        reader.take("run", "", ["briefing explain E999\n"])
    with pytest.raises(GuideError):
        reader.take("says", "", ["something else\n"])
