"""Compiled templates are cached between runs; without a usable cache each run compiles its own."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.site.template_cache import TemplateCache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches"


def rendered(templates: Path, kind: str = "md", *, autoescape: bool = False) -> str:
    """Render the template, as a new run would."""
    loader = FileSystemLoader(templates)
    environment = Environment(loader=loader, bytecode_cache=TemplateCache(kind), autoescape=autoescape)  # noqa: S701 - the difference between environments
    return environment.get_template("a.jinja").render(text="<b>")


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder with a template."""
    (tmp_path / "a.jinja").write_text("{{ text }}", encoding="utf-8")
    return tmp_path


def cached(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_second_run_compiles_nothing(
    folder: Path, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rendered(templates) == "<b>"
    assert len(cached(folder)) == 1
    monkeypatch.setattr(Environment, "compile", None)
    assert rendered(templates) == "<b>"


def test_a_changed_template_is_compiled_again(folder: Path, templates: Path) -> None:
    assert rendered(templates) == "<b>"
    (templates / "a.jinja").write_text("new {{ text }}", encoding="utf-8")
    assert rendered(templates) == "new <b>"
    assert len(cached(folder)) == 1


@pytest.mark.usefixtures("folder")
def test_each_environment_has_its_own_cache(templates: Path) -> None:
    assert rendered(templates) == "<b>"
    assert rendered(templates, "html", autoescape=True) == "&lt;b&gt;"


@pytest.mark.parametrize("length", [0, 3, 60])
def test_a_damaged_cache_is_ignored(folder: Path, templates: Path, length: int) -> None:
    rendered(templates)
    (file,) = cached(folder)
    file.write_bytes(file.read_bytes()[:length])
    assert rendered(templates) == "<b>"


def test_pages_are_rendered_without_a_writable_cache_folder(folder: Path, templates: Path) -> None:
    folder.write_text("a file", encoding="utf-8")
    assert rendered(templates) == "<b>"
