"""How files get to their places, on this system and on others."""

import os
from pathlib import Path

import pytest

from generator.edit.atomic_write import file_moves


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
