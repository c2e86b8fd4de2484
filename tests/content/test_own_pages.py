"""The files in docs/: the same rules hold for them as for the content."""

import os
from pathlib import Path

import pytest

from generator.content.own_pages import docs_errors


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a page of its own, and with files that editors' programs leave behind."""
    (tmp_path / "mkdocs.yml").touch()
    docs = tmp_path / "docs"
    (docs / ".well-known").mkdir(parents=True)
    (docs / ".well-known" / "security.txt").write_text("x", encoding="utf-8")
    (docs / "page.md").write_text("# Page\n", encoding="utf-8")
    (docs / ".#page.md").symlink_to("ada@machine.1234")
    (docs / "#page.md#").write_bytes(b"\xff")
    return tmp_path


def codes(root: Path) -> list[tuple[str, str]]:
    """Return the code and the file of each error; each error says what to do."""
    errors = docs_errors(root)
    assert all(error.message and error.hint for error in errors)
    return [(error.code, error.location.file) for error in errors]


def test_ordinary_files_and_what_editors_leave_behind_are_no_error(project: Path) -> None:
    assert codes(project) == []


@pytest.mark.parametrize("name", ["host.txt", "folder", ".hidden", "page2.md"])
def test_a_link_is_an_error(project: Path, name: str) -> None:
    (project / "docs" / name).symlink_to("/" if name in {"folder", ".hidden"} else "/etc/hostname")
    assert codes(project) == [("E010", f"docs/{name}")]


def test_a_link_in_place_of_the_folder_is_an_error(project: Path) -> None:
    (project / "docs").rename(project / "pages")
    (project / "docs").symlink_to("pages")
    assert codes(project) == [("E010", "docs")]


def test_a_pipe_is_an_error(project: Path) -> None:
    os.mkfifo(project / "docs" / "pipe.md")
    assert codes(project) == [("E010", "docs/pipe.md")]


@pytest.mark.parametrize("name", ["page.md", "page.markdown"])
def test_a_page_that_is_not_utf_8_is_an_error_at_its_byte(project: Path, name: str) -> None:
    (project / "docs" / name).write_bytes(b"# Page\n\ncaf\xe9\n")
    [error] = docs_errors(project)
    assert (error.code, str(error.location)) == ("E001", f"docs/{name}:3:4")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Page\n\n" + "[" * 3_001, 3),
        ("# Page\n\n" + "<" * 10_001, 3),
        ("# Page\n\n" + "<!--" * 401, 3),
        ("# Page\n\n" + "a\n===\n" * 2_001, 3),
        ("word\n\n" * 100_000, 1),
        (f"---\ntitle: {'[' * 201}\n---\n", 1),
    ],
)
def test_a_page_that_markdown_could_not_convert_in_time_is_an_error(
    project: Path, text: str, line: int
) -> None:
    (project / "docs" / "page.md").write_text(text, encoding="utf-8")
    [error] = docs_errors(project)
    assert (error.code, str(error.location)) == ("E023", f"docs/page.md:{line}:1")


def test_a_long_page_of_prose_links_and_tables_is_no_error(project: Path) -> None:
    row = "| [a link](page.md) | <br> | `code` |\n"
    page = "# Page\n\n" + "A paragraph with [a link](page.md).\n\n" * 8_000 + row * 2_500
    (project / "docs" / "page.md").write_text(page, encoding="utf-8")
    assert codes(project) == []


def test_names_that_some_computers_cannot_tell_apart_are_an_error(project: Path) -> None:
    (project / "docs" / "Page.md").touch()
    assert codes(project) == [("E018", "docs/Page.md")]


def test_only_a_site_needs_the_folder(project: Path) -> None:
    (project / "docs").rename(project / "pages")
    assert codes(project) == [("E013", "docs")]
    (project / "mkdocs.yml").unlink()
    assert codes(project) == []
