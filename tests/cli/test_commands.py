"""Every command is listed, and refuses to run outside a project."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, main
from tests.test_cases import project

SLOW = (
    "babel", "charset_normalizer", "generator.content.model", "generator.pipeline", "jinja2", "lxml", "mammoth", "markdown", "mkdocs",
    "pdfminer", "PIL", "pydantic", "rapidfuzz", "readability", "rich", "ruamel.yaml", "trafilatura", "typst", "watchdog", "werkzeug", "yaml",
)  # fmt: skip
"""Packages and modules that are slow to import."""


def test_every_command_of_a_module_is_listed() -> None:
    for name in {entry.module for entry in COMMANDS.values()}:
        module = import_module(f"generator.cli.{name}")
        commands = [value for value in vars(module).values() if isinstance(value, click.Command)]
        own = {command.name for command in commands} - {
            *map(str, getattr(getattr(module, "new", None), "commands", ()))
        }
        assert own == {command for command, entry in COMMANDS.items() if entry.module == name}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_page(name: str) -> None:
    done = CliRunner().invoke(main, [name, "--help"])
    assert done.exit_code == 0, done.output


def test_a_mistyped_command_gets_the_most_similar_one() -> None:
    assert "Did you mean “check”?" in CliRunner().invoke(main, ["chekc"]).output


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_has_the_first_sentence_of_the_help_of_each(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert f"  {name}  {command.get_short_help_str(limit=100)}\n" in re.sub(
        r"  +", "  ", CliRunner().invoke(main, ["--help"]).output
    )


@pytest.mark.parametrize(
    "words", [["--help"], ["build", "--help"], ["serve", "--help"], ["check", "--help"], ["--version"]]
)
def test_help_of_the_common_commands_imports_nothing_slow(words: list[str]) -> None:
    program = f"from generator.cli import main; import sys; main({words}, standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    imported = done.stdout.splitlines()[-1].split()
    assert "generator.cli" in imported
    assert not {*SLOW} & {*imported}


@pytest.mark.slow
def test_pages_are_built_without_the_libraries_that_draw_pictures() -> None:
    program = "import generator.pipeline, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"PIL", "typst"} & {*done.stdout.split()}


def test_a_date_of_another_form_is_an_error_that_shows_the_form() -> None:
    output = CliRunner().invoke(main, ["status", "--today", "3.3.2031"]).output
    assert "“3.3.2031” is not a date. Write year-month-day: 2031-03-03." in output


@pytest.mark.parametrize("words", [["status"], ["fmt"], ["pin"], ["schema"], ["schema", "--site"]])
def test_a_folder_without_content_is_not_a_project_and_stays_empty(tmp_path: Path, words: list[str]) -> None:
    done = CliRunner().invoke(main, [*words, "--root", str(tmp_path)])
    assert done.exit_code == 1
    assert "E013" in done.output
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [["fmt"], ["find", "the bridge"], ["quotes", "report"], ["lock"]])
def test_a_command_lists_the_first_hundred_errors_of_a_file(tmp_path: Path, words: list[str]) -> None:
    for path, raw in project().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    (tmp_path / "seeds/report.yml").write_text("".join(f"k{number}: a # b\n" for number in range(500)))
    done = CliRunner().invoke(main, [*words, "--root", str(tmp_path)])
    assert done.exit_code == 1
    assert done.output.count("error[E121]") == 100
    assert "this file has 400 more errors from here on" in done.output
