"""What the documents show is what the program does."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent, indent

import pytest

from generator.content.files import read_files
from generator.content.model import BriefingFile, ContestedName, Node, Party, PositionFile
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.diagnostics import Rule
from generator.pipeline import RULES, examine
from generator.reporting.text import report
from tests.building import ROOT

DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


def blocks(text: str, language: str) -> list[str]:
    """Give the code blocks of a text that are in `language`, without their indent."""
    return [dedent(found[3]) for found in BLOCK.finditer(text) if found[2] == language]


def is_read(fragment: str) -> tuple[str, ...]:
    """Give the faults of a fragment of YAML: a list or single lines stand below a key."""
    whole = f"x:\n{indent(fragment, '  ')}" if fragment.lstrip().startswith("- ") else fragment
    return tuple(str(fault) for fault in read_yaml("x.yml", whole.encode())[1])


def test_the_readme_shows_the_message_that_its_fourth_step_brings_up() -> None:
    files = dict(read_files(ROOT)[0])
    path = "briefings/ukraine-settlement/positions/russia.yml"
    files[path] = files[path].replace(b"[ready right now, suddenly]", b"[ready just now, suddenly]")
    told = report(examine(files).diagnostics).rsplit("\n\n", 1)[0]
    shown = blocks((ROOT / "README.md").read_text(encoding="utf-8"), "text")
    assert [block.strip() for block in shown] == [told.strip()]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_code_that_a_document_names_is_one_of_a_rule(path: Path) -> None:
    known = {rule.code for rule in RULES}
    assert set(re.findall(r"\b[ENW]\d{3}\b", path.read_text(encoding="utf-8"))) <= known


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_example_in_yaml_is_read_without_a_fault(path: Path) -> None:
    for block in blocks(path.read_text(encoding="utf-8"), "yaml"):
        assert is_read(block) == (), block


def test_the_guide_s_positions_have_the_shape_of_positions() -> None:
    guide = (ROOT / "docs" / "guides" / "editors.md").read_text(encoding="utf-8")
    whole = [block for block in blocks(guide, "yaml") if block.startswith("party:")]
    assert whole
    for block in whole:
        file, faults = read_yaml("x.yml", block.encode())
        assert file is not None, faults
        assert read_node(PositionFile, file.data, file.data.location)[1] == ()


def test_the_guide_s_examples_of_other_files_have_the_shape_of_these_files() -> None:
    guide = (ROOT / "docs" / "guides" / "editors.md").read_text(encoding="utf-8")
    examples = guide[guide.index("### What the files look like") : guide.index("## An editor that helps")]
    party, name, *briefing = (read_yaml("x.yml", block.encode())[0] for block in blocks(examples, "yaml"))
    assert party is not None
    assert name is not None
    about = {key: value for file in briefing if file is not None for key, value in file.data.items()}
    shapes: tuple[tuple[type[Node], object], ...] = (
        *((Party, entry) for entry in party.data.values()),
        *((ContestedName, entry) for entry in name.data.values()),
        (BriefingFile, about),
    )
    for model, entry in shapes:
        assert read_node(model, entry, party.data.location)[1] == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_that_helps(rule: Rule) -> None:
    assert len(rule.manual.split()) >= 12, rule.manual
    right = rule.manual.partition("Right")[2]
    for block in blocks(right, "yaml"):
        assert is_read(block) == (), block
