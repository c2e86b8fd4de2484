"""Fixtures: the real language server, over projects as an editor has them on the disk."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from generator.content.files import read_files
from generator.content.load import load
from generator.edit.schemas import SITE_FOLDER, site_schemas, write_schemas
from scripts.npm import NODE, package
from tests.building import ROOT
from tests.editor.language_server import LanguageServer

Open = Callable[[Path], LanguageServer]


@pytest.fixture(scope="session")
def server_command() -> tuple[str, ...]:
    """The command of the language server, which is installed if it is missing."""
    return str(NODE), str(package("yaml-language-server") / "bin" / "yaml-language-server"), "--stdio"


@pytest.fixture(scope="module")
def at_work(
    server_command: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LanguageServer]:
    """The real project, open in an editor, with the schemas of its site."""
    root = with_identifiers(cloned(ROOT, tmp_path_factory.mktemp("work") / "project"))
    with LanguageServer(server_command, root, settings_in(root)) as server:
        yield server


@pytest.fixture
def editor(server_command: tuple[str, ...]) -> Iterator[Open]:
    """A function that opens a folder in an editor, with the settings of that folder."""
    with ExitStack() as running:

        def opened(root: Path) -> LanguageServer:
            return running.enter_context(LanguageServer(server_command, root, settings_in(root)))

        yield opened


def settings_in(root: Path) -> dict[str, Any]:
    """Return the settings of the project at `root` as VS Code reads them."""
    found: dict[str, Any] = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    return found


def cloned(content: Path, to: Path) -> Path:
    """Copy the files of a project with `content` that an editor's program reads, as in a fresh clone."""
    for folder in ("seeds", "briefings"):
        shutil.copytree(content / folder, to / folder)
    for folder in (".vscode", "generator/content/schema"):
        shutil.copytree(ROOT / folder, to / folder)
    return to


def with_identifiers(root: Path) -> Path:
    """Write the schemas of the site at `root`."""
    write_schemas(root, SITE_FOLDER, site_schemas(load(read_files(root)[0])[0]))
    return root
