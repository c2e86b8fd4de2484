"""The live preview: saving rebuilds, errors show in the terminal and on the page, and the server stays up."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.request import urlopen

import pytest

from generator.cli.serve import is_free
from tests.building import ROOT, small_project

OVERVIEW = "briefings/old-bridge/"
ISSUE = f"{OVERVIEW}issues/closing/"
POSITION = "briefings/old-bridge/positions/town.yml"
SCHEMA = "build/schema/position.schema.json"
PATIENCE = 60  # seconds; a rebuild takes one or two


class Preview:
    """A running `briefing serve`."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.host = f"127.0.0.1:{free.getsockname()[1]}"
        self.project, self.log = project, project / "serve.log"
        variables = {"PYTHONPATH": str(ROOT), "BRIEFING_SITE_URL": f"http://{self.host}/"}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "generator",
                    "serve",
                    "--addr",
                    self.host,
                    "--allow-host",
                    "desk.local",
                    "--no-desk",
                ],
                cwd=project,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=os.environ | variables,
            )

    def page(self, path: str) -> str:
        """Return a page; empty while the server does not answer."""
        try:
            with urlopen(f"http://{self.host}/{path}", timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:  # not up yet, or busy
            return ""

    def wait(self, path: str, condition: Callable[[str], bool]) -> str:
        """Ask for a page until the condition is true for it; return the page."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            if condition(text := self.page(path)):
                return text
            time.sleep(0.1)
        pytest.fail(f"{path} never changed as expected\n{self.log.read_text(encoding='utf-8')}")

    def save(self, path: str, old: str, new: str) -> None:
        """Change a file of the project as an editor does."""
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that started with an error in the content, which is fixed by now."""
    project = small_project(tmp_path_factory.mktemp("preview") / "project")
    shutil.copytree(ROOT / ".vscode", project / ".vscode")
    position = project / POSITION
    right = position.read_text(encoding="utf-8")
    position.write_text(right.replace("quote: for people", "quote: for persons"), encoding="utf-8")
    running = Preview(project)
    try:
        assert "error[E202]" in running.wait("", lambda text: "bb-errors" in text)
        position.write_text(right, encoding="utf-8")
        running.wait(OVERVIEW, lambda text: "bb-title" in text and "bb-errors" not in text)
        yield running
    finally:
        running.process.terminate()
        running.process.wait(timeout=60)


def test_saving_shows_the_change_and_an_error_shows_above_the_last_good_page(preview: Preview) -> None:
    preview.save(POSITION, "statement: Ada Vale said", "statement: A new line. Ada Vale said")
    preview.wait(ISSUE, lambda text: "A new line." in text)

    # Each card names its place in the files, and opens it in an editor.
    assert f'">{POSITION}:' in preview.page(ISSUE)
    assert f'href="vscode://file{preview.project.resolve()}/{POSITION}:' in preview.page(ISSUE)

    preview.save(POSITION, "quote: for people", "quote: for persons")
    text = preview.wait(ISSUE, lambda text: "bb-errors" in text)
    assert f"{POSITION}:" in text
    assert "error[E202]" in text
    assert "for people, not for queues" in text  # the last version without errors
    assert "error[E202]" in preview.log.read_text(encoding="utf-8")

    preview.save(POSITION, "quote: for persons", "quote: for people")
    preview.wait(ISSUE, lambda text: bool(text) and "bb-errors" not in text)


@pytest.mark.parametrize(
    ("method", "host", "status"),
    [("POST", "", 405), ("GET", "evil.example", 403), ("GET", "desk.local", 200)],
)
def test_the_preview_refuses_what_no_page_of_it_asks(
    preview: Preview, method: str, host: str, status: int
) -> None:
    connection = HTTPConnection(preview.host, timeout=PATIENCE)
    connection.request(method, "/", headers={"Host": host or preview.host})
    assert connection.getresponse().status == status
    connection.close()


def test_a_new_name_reaches_the_schemas_even_while_there_are_errors(preview: Preview) -> None:
    assert "new-speaker" not in (preview.project / SCHEMA).read_text(encoding="utf-8")
    preview.save("briefings/parties.yml", "    ada-vale:", "    new-speaker: {name: N}\n    ada-vale:")
    preview.save(POSITION, "stance: supports", "stance: agrees")
    preview.wait(OVERVIEW, lambda text: "E405" in text)
    assert "new-speaker" in (preview.project / SCHEMA).read_text(encoding="utf-8")
    preview.save(POSITION, "stance: agrees", "stance: supports")
    preview.wait(OVERVIEW, lambda text: bool(text) and "bb-errors" not in text)


def test_settings_that_cannot_be_read_are_shown_until_they_are_fixed(preview: Preview) -> None:
    preview.save("mkdocs.yml", "site_name:", "site_name: [")
    assert "The site cannot be built" in preview.wait(OVERVIEW, lambda text: 'http-equiv="refresh"' in text)
    preview.save("mkdocs.yml", "site_name: [", "site_name:")
    preview.wait(OVERVIEW, lambda text: "bb-title" in text)


def test_a_pipe_in_docs_is_shown_until_it_is_gone(preview: Preview) -> None:
    pipe = preview.project / "docs" / "pipe.md"
    os.mkfifo(pipe)
    preview.wait("", lambda text: "docs/pipe.md:1:1: error[E010]" in text)
    pipe.unlink()
    preview.wait("", lambda text: "docs/pipe.md" not in text)


def test_lost_words_of_a_page_in_docs_are_shown_until_they_are_back(preview: Preview) -> None:
    page = preview.project / "docs" / "note.md"
    page.write_text("Note: we sign on Monday.\n\nMore.\n", encoding="utf-8")
    preview.wait("note/", lambda text: "docs/note.md:1:1" in text and "error[E022]" in text)
    page.unlink()
    preview.wait("", lambda text: "docs/note.md" not in text)


def test_a_template_that_fails_on_a_page_is_shown_there_until_it_is_fixed(preview: Preview) -> None:
    template = preview.project / "overrides" / "partials" / "content.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ page.meta.nothing.at_all }}", encoding="utf-8")
    preview.save("mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    assert "The site cannot be built" in preview.wait(OVERVIEW, lambda text: "has no attribute" in text)
    preview.save("mkdocs.yml", "  custom_dir: overrides\n", "")
    preview.wait(OVERVIEW, lambda text: "bb-title" in text)


def test_a_folder_that_is_moved_away_and_back_is_still_watched(preview: Preview) -> None:
    seeds, elsewhere = preview.project / "seeds", preview.project / "elsewhere"
    seeds.rename(elsewhere)
    assert "error[E207]" in preview.wait("", lambda text: "bb-errors" in text)
    elsewhere.rename(seeds)
    preview.wait("", lambda text: bool(text) and "bb-errors" not in text)
    preview.save("seeds/bridge-2031-03-02.txt", "welcomed the plan", "welcomed it")
    assert "error[E208]" in preview.wait("", lambda text: "bb-errors" in text)


def test_stopping_the_command_stops_its_server(preview: Preview) -> None:
    preview.process.terminate()
    preview.process.wait(timeout=60)
    assert is_free(preview.host)
