"""How files get to their places, on this system and on others; a project without content, a page to store in it, and a server."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.edit.atomic_write import file_moves
from tests.edit.new_sources import CONVERTED, PAGE, converters, saved
from tests.edit.web import Web


@pytest.fixture(params=["exchange", "no exchange", "another file system"])
def moves(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Test with and without the system's call that exchanges two files, and where a folder is a file system of its own."""

    def elsewhere(*_paths: object, **_options: object) -> bool:
        raise OSError(18, "Invalid cross-device link")

    if request.param == "no exchange":
        monkeypatch.setattr(file_moves, "exchange", lambda _first, _second: False)
    elif request.param == "another file system":
        monkeypatch.setattr(file_moves, "exchange", elsewhere)
        monkeypatch.setattr(os, "link", elsewhere)
        rename = Path.rename
        monkeypatch.setattr(
            Path, "rename", lambda path, to: rename(path, to) if path.parent == to.parent else elsewhere()
        )
    return str(request.param)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project without content."""
    for name in ("seeds", "briefings"):
        (tmp_path / "site" / name).mkdir(parents=True)
    return tmp_path / "site"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A saved page with doubtful lines, as a converter reads it."""
    converters(monkeypatch, {"page.html": CONVERTED})
    return saved(tmp_path, "page.html", PAGE)


@pytest.fixture
def web() -> Iterator[Web]:
    web = Web()
    yield web
    web.server.shutdown()
    web.server.server_close()
