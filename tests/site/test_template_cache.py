"""TemplateCache templates are kept between runs; where they cannot be, or are damaged, each run translates its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.site.template_cache import TemplateCache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches"


def printed(templates: Path, kind: str = "md", *, autoescape: bool = False) -> str:
    """Print the one template, as a run of its own."""
    loader = FileSystemLoader(templates)
    environment = Environment(loader=loader, bytecode_cache=TemplateCache(kind), autoescape=autoescape)  # noqa: S701 - what differs
    return environment.get_template("a.jinja").render(text="<b>")


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder with a template."""
    (tmp_path / "a.jinja").write_text("{{ text }}", encoding="utf-8")
    return tmp_path


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_second_run_translates_nothing(
    folder: Path, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert printed(templates) == "<b>"
    assert len(kept(folder)) == 1
    monkeypatch.setattr(Environment, "compile", None)
    assert printed(templates) == "<b>"


def test_a_template_that_was_changed_is_translated_again(folder: Path, templates: Path) -> None:
    assert printed(templates) == "<b>"
    (templates / "a.jinja").write_text("new {{ text }}", encoding="utf-8")
    assert printed(templates) == "new <b>"
    assert len(kept(folder)) == 1


@pytest.mark.usefixtures("folder")
def test_environments_that_escape_differently_have_their_own(templates: Path) -> None:
    assert printed(templates) == "<b>"
    assert printed(templates, "html", autoescape=True) == "&lt;b&gt;"


@pytest.mark.parametrize("length", [0, 3, 20, 60, 100])
def test_what_is_damaged_is_translated_again(folder: Path, templates: Path, length: int) -> None:
    printed(templates)
    (file,) = kept(folder)
    file.write_bytes(file.read_bytes()[:length])
    assert printed(templates) == "<b>"


def test_without_a_folder_that_can_be_written_to_pages_are_printed_all_the_same(
    folder: Path, templates: Path
) -> None:
    folder.write_text("no folder", encoding="utf-8")
    assert printed(templates) == "<b>"
