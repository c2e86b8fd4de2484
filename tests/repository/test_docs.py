"""The documents show what the program does."""

import re
from collections.abc import Iterator
from textwrap import dedent, indent

import pytest

from generator.content.files import read_files
from generator.content.model import BriefingFile, ContestedName, Node, Party, PositionFile
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.location import YamlMap
from generator.pipeline import RULES, examine
from generator.reporting.text import report
from tests.building import ROOT

DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
}
EDITORS = DOCUMENTS["docs/guides/editors.md"]
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


def blocks(text: str, language: str) -> list[str]:
    """Return the code blocks of a text that are in `language`, without their indentation."""
    return [dedent(block[3]) for block in BLOCK.finditer(text) if block[2] == language]


def errors_in(fragment: str) -> Iterator[str]:
    """Yield the errors of a fragment of YAML. A list is read below a key."""
    text = f"x:\n{indent(fragment, '  ')}" if fragment.lstrip().startswith("- ") else fragment
    yield from map(str, read_yaml("x.yml", text.encode())[1])


def read(block: str) -> YamlMap:
    """Return a block of YAML as a file of the project."""
    file, errors = read_yaml("x.yml", block.encode())
    assert file is not None, errors
    return file


def test_the_readme_shows_the_message_of_its_fourth_step() -> None:
    files = dict(read_files(ROOT)[0])
    path = "briefings/ukraine-settlement/positions/russia.yml"
    files[path] = files[path].replace(b"[ready right now, suddenly]", b"[ready just now, suddenly]")
    errors = [diagnostic for diagnostic in examine(files).diagnostics if diagnostic.code.startswith("E")]
    message = report(errors).rsplit("\n\n", 1)[0]
    shown = blocks(DOCUMENTS["README.md"], "text")
    assert [block.strip() for block in shown] == [message.strip()]


@pytest.mark.parametrize("path", DOCUMENTS)
def test_every_code_in_a_document_belongs_to_a_rule_and_every_yaml_example_has_no_error(path: str) -> None:
    codes = set(re.findall(r"\b[A-Z]\d{3}\b", DOCUMENTS[path]))
    assert codes <= {rule.code for rule in RULES}
    assert [error for block in blocks(DOCUMENTS[path], "yaml") for error in errors_in(block)] == []


def test_the_examples_in_the_guide_for_editors_match_the_model() -> None:
    positions = [read(block) for block in blocks(EDITORS, "yaml") if block.startswith("party:")]
    start, end = EDITORS.index("### What the files look like"), EDITORS.index("## An editor that helps")
    party, name, *briefing = (read(block) for block in blocks(EDITORS[start:end], "yaml"))
    about = {key: value for file in briefing for key, value in file.items()}
    assert positions
    expected: tuple[tuple[type[Node], object], ...] = (
        *((PositionFile, file) for file in positions),
        *((Party, entry) for entry in party.values()),
        *((ContestedName, entry) for entry in name.values()),
        (BriefingFile, about),
    )
    for model, entry in expected:
        assert read_node(model, entry, party.location)[1] == (), model


def test_every_rule_has_a_manual_page_whose_right_example_has_no_error() -> None:
    for rule in RULES:
        assert len(rule.manual.split()) >= 12, rule.code
        right = rule.manual.partition("Right")[2]
        assert [error for block in blocks(right, "yaml") for error in errors_in(block)] == [], rule.code
