"""Every command is listed, and refuses to run outside a project."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import generator.cli
from generator.cli import COMMANDS, main

HELPERS = {"__init__", "form", "options", "project"}


def test_every_module_of_a_command_is_listed() -> None:
    modules = {path.stem for path in Path(generator.cli.__file__).parent.glob("*.py")}
    assert modules - HELPERS == {name.replace("-", "_") for name in COMMANDS}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_page(name: str) -> None:
    done = CliRunner().invoke(main, [name, "--help"])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("words", [["status"], ["fmt"], ["pin"], ["schema"], ["schema", "--site"]])
def test_a_folder_without_content_is_not_a_project_and_stays_empty(tmp_path: Path, words: list[str]) -> None:
    done = CliRunner().invoke(main, [*words, "--root", str(tmp_path)])
    assert done.exit_code == 1
    assert "E013" in done.output
    assert not list(tmp_path.iterdir())
