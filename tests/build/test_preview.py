"""The live preview: saving rebuilds, faults show in the terminal and on the page, and the server stays up."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from generator.cli.serve import is_free
from tests.building import ROOT, copy_project

OVERVIEW = "briefings/ukraine-settlement/"
PATIENCE = 60  # seconds; a rebuild takes one or two


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this project, in which an editor works."""
    root = copy_project(ROOT, tmp_path / "project")
    shutil.copytree(ROOT / ".vscode", root / ".vscode")
    return root


class Preview:
    """A running `mkdocs serve`, or another command that serves."""

    def __init__(
        self, project: Path, port: int, command: str = "mkdocs serve --livereload --dev-addr"
    ) -> None:
        self.project, self.address, self.log = project, f"http://127.0.0.1:{port}/", project / "serve.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *command.split(), f"127.0.0.1:{port}"],
                cwd=project,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=os.environ
                | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "BRIEFING_SITE_URL": self.address},
            )

    def page(self, path: str) -> str:
        """Give a page, or nothing while the server does not answer."""
        try:
            with urlopen(self.address + path, timeout=5) as answer:  # noqa: S310 - an http address of this machine
                return str(answer.read().decode())
        except OSError:  # not up yet, or busy
            return ""

    def wait(self, path: str, wanted: Callable[[str], bool]) -> str:
        """Ask for a page until it is as wanted."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            if wanted(text := self.page(path)):
                return text
            time.sleep(0.2)
        pytest.fail(f"{path} never became what was wanted\n{self.log.read_text(encoding='utf-8')}")

    def save(self, path: str, old: str, new: str) -> None:
        """Change a file of the project as an editor does."""
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    """A preview of this project, up and answering."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Preview(project, port)
    try:
        running.wait("", lambda text: "bb-title" in text)
        yield running
    finally:
        running.process.terminate()
        running.process.wait(timeout=20)


def test_saving_shows_the_change_a_fault_shows_on_the_page_and_the_server_stays_up(preview: Preview) -> None:
    position = "briefings/ukraine-settlement/positions/russia.yml"
    issue = f"{OVERVIEW}issues/risk-of-wider-war/"
    preview.save(position, "summary: Not intended; ready if confronted.", "summary: A new line.")
    preview.wait(OVERVIEW, lambda text: "A new line." in text)

    # Each card names its place, and opens it.
    assert f'">{position}:' in preview.page(issue)
    assert f'href="vscode://file{preview.project.resolve()}/{position}:' in preview.page(issue)

    preview.save(position, "ready right now, suddenly", "ready just now, suddenly")
    text = preview.wait(issue, lambda text: "bb-faults" in text)
    assert f"{position}:" in text
    assert "error[E202]" in text
    # Below the faults stands the last version that had none.
    assert "ready right now" in text
    assert "error[E202]" in preview.log.read_text(encoding="utf-8")

    preview.save(position, "ready just now, suddenly", "ready right now, suddenly")
    preview.wait(issue, lambda text: bool(text) and "bb-faults" not in text)


def test_a_changed_stored_text_is_noticed(preview: Preview) -> None:
    preview.save(
        "seeds/moscow-talks-2025-12-02.txt", "Russian officials described", "Some officials described"
    )
    assert "error[E208]" in preview.wait("", lambda text: "bb-faults" in text)


def test_a_preview_that_starts_with_a_fault_shows_it(project: Path) -> None:
    path = project / "briefings/ukraine-settlement/briefing.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: stalled", "status: stuck"), encoding="utf-8"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        running = Preview(project, free.getsockname()[1])
    try:
        assert "error[E303]" in running.wait("", lambda text: "bb-faults" in text)
    finally:
        running.process.terminate()
        running.process.wait(timeout=20)


def test_saving_makes_a_new_name_known_to_editors_programs_even_while_there_are_faults(
    preview: Preview,
) -> None:
    schema = preview.project / "build" / "schema" / "ukraine-settlement" / "position.schema.json"
    assert "sergei-new" not in schema.read_text(encoding="utf-8")
    preview.save(
        "briefings/parties.yml", "    vladimir-putin:", "    sergei-new: {name: S}\n    vladimir-putin:"
    )
    preview.save("briefings/ukraine-settlement/positions/russia.yml", "stance: conditional", "stance: agrees")
    preview.wait(OVERVIEW, lambda text: "E405" in text)
    assert "sergei-new" in schema.read_text(encoding="utf-8")


def test_settings_that_cannot_be_read_are_shown_until_they_are_mended(preview: Preview) -> None:
    preview.save("mkdocs.yml", "site_name:", "site_name: [")
    assert "The site cannot be built" in preview.wait(OVERVIEW, lambda text: 'http-equiv="refresh"' in text)
    preview.save("mkdocs.yml", "site_name: [", "site_name:")
    preview.wait(OVERVIEW, lambda text: "bb-title" in text)


def test_a_folder_that_is_moved_away_and_back_is_noticed(preview: Preview) -> None:
    seeds, aside = preview.project / "seeds", preview.project / "aside"
    seeds.rename(aside)
    assert "error[E207]" in preview.wait("", lambda text: "bb-faults" in text)
    aside.rename(seeds)
    preview.wait("", lambda text: bool(text) and "bb-faults" not in text)
    preview.save("seeds/moscow-talks-2025-12-02.txt", "Russian officials", "Some officials")
    assert "error[E208]" in preview.wait("", lambda text: "bb-faults" in text)


def test_ending_the_command_ends_its_server_too(project: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Preview(project, port, "generator serve --addr")
    try:
        running.wait("", lambda text: "bb-title" in text)
    finally:
        running.process.terminate()
        running.process.wait(timeout=20)
    assert is_free(f"127.0.0.1:{port}")
