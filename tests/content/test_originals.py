"""The originals of sources: each is the file whose hash its source records, and git keeps them only where the settings say so."""

import hashlib
import os
from pathlib import Path

import pytest

from generator.build.settings import settings_diagnostics
from generator.content import originals
from generator.content.files import read_files
from generator.content.originals import IGNORE, IGNORE_ALL, original_errors
from generator.store import Store

PAGE = b"<p>A text.</p>"
SIDECAR = "title: A\nlanguage: en\noriginal:\n  format: html\n  sha256: {hash}\n  converted_by: A program\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a stored text that was made from a page."""
    for folder in ("seeds/originals", "briefings"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "seeds/a.txt").write_bytes(b"A text.\n")
    (tmp_path / "seeds/a.yml").write_text(SIDECAR.format(hash=hashlib.sha256(PAGE).hexdigest()))
    (tmp_path / "seeds/originals/a.html").write_bytes(PAGE)
    return tmp_path


def codes(root: Path) -> list[tuple[str, str]]:
    """Return the code and the place of each error in the originals; each says what to do."""
    errors = original_errors(root)
    assert all(error.message and error.hint for error in errors)
    return [(error.code, f"{error.location.file}:{error.location.line}") for error in errors]


def test_an_original_is_no_content_and_has_no_error(project: Path) -> None:
    files, errors = read_files(project)
    assert [*files] == ["seeds/a.txt", "seeds/a.yml"]
    assert errors == ()
    assert codes(project) == []


def test_a_changed_original_is_an_error_at_the_recorded_hash(project: Path) -> None:
    (project / "seeds/originals/a.html").write_bytes(PAGE + b" ")
    assert codes(project) == [("E024", "seeds/a.yml:5")]


def test_a_source_needs_no_original(project: Path) -> None:
    (project / "seeds/originals/a.html").unlink()
    assert codes(project) == []


@pytest.mark.parametrize("name", ["b.html", "A.html", "a/a.html", "a.b.html"])
def test_a_file_among_the_originals_that_belongs_to_no_source_is_an_error(name: str, project: Path) -> None:
    path = project / "seeds/originals" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(PAGE)
    assert codes(project) == [("E025", f"seeds/originals/{name}:1")]


def test_an_original_of_a_source_that_records_none_is_an_error(project: Path) -> None:
    (project / "seeds/a.yml").write_text("title: A\nlanguage: en\n", encoding="utf-8")
    assert codes(project) == [("E025", "seeds/originals/a.html:1")]


def test_an_original_is_read_again_only_if_its_size_or_time_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store, read = Store(tmp_path / "store"), list[Path]()
    hash_of = originals.file_hash

    def noted(path: Path) -> str:
        read.append(path)
        return hash_of(path)

    monkeypatch.setattr(originals, "file_hash", noted)
    assert [*original_errors(project, store), *original_errors(project, store)] == []
    assert len(read) == 1
    os.utime(project / "seeds/originals/a.html", (1, 1))
    original_errors(project, store)
    assert len(read) == 2


@pytest.mark.parametrize(
    ("keeps", "ignore", "message"),
    [
        ("true", IGNORE_ALL, "keep_originals is true, but git ignores the originals"),
        ("false", None, "git would keep the originals, but the settings do not say so"),
        ("true", None, ""),
        ("false", IGNORE_ALL, ""),
    ],
)
def test_check_warns_if_git_and_the_settings_do_not_agree_on_originals(
    keeps: str, ignore: bytes | None, message: str, project: Path
) -> None:
    if ignore:
        (project / IGNORE).write_bytes(ignore)
    settings = f"plugins:\n  - briefings:\n      publisher: A\n      keep_originals: {keeps}\n"
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    found = [
        (warning.code, warning.message, warning.location.line) for warning in settings_diagnostics(project)
    ]
    assert found == ([("W026", message, 4)] if message else [])
