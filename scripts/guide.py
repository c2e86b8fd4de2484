"""Follow the first steps of the guide as a reader would, and take its pictures: `python -m scripts.guide`.

Comments in the guide say what a block of code is: `run` commands, `fails` ones that end with 1, `write`, `append` or
`replace` a file, `says` and `refused` what the last command told. `picture NAME PAGE#ID WIDTHxHEIGHT` is a page to show.
"""

from __future__ import annotations

import os
import re
import shlex
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from scripts.browser import NoBrowserError, find_browser, launch

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guides" / "first-steps.md"
PICTURES = ROOT / "docs" / "images" / "guide"
_REBUILT = 4  # seconds in which the preview shows what was saved
_PATIENCE = 60  # seconds until the preview answers
_BLOCK = re.compile(r"^```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_BLOCKS = {"replace": 2, "picture": 0}  # how many a step has; others have one


class GuideError(Exception):
    """A step of the guide does not do what the guide says."""


@dataclass
class Reader:
    """Somebody who follows the guide: where they are, and what the last commands said."""

    folder: Path
    show: Callable[[Path, str, str], None] = lambda _folder, _name, _rest: None
    told: str = ""
    steps: list[str] = field(default_factory=list)

    def do(self, what: str, rest: str, blocks: list[str]) -> None:
        """Take a step. Raises GuideError where it leads elsewhere than the guide says."""
        self.steps.append(what)
        if what == "picture":
            name, _, place = rest.partition(" ")
            self.show(self.folder, name, place)
        elif what in ("run", "fails"):
            self.told = ""
            for line in blocks[0].strip().replace("\\\n", " ").split("\n"):
                self.run(line, expected=what == "run")
        elif what in ("says", "refused"):
            missing = [line for line in blocks[0].strip("\n").split("\n") if line not in self.told]
            if missing:
                raise GuideError(f"nothing said “{missing[0]}”, but:\n{self.told}")
        else:
            self.write(what, self.folder / rest, blocks)

    def run(self, line: str, *, expected: bool) -> None:
        """Run a command of the guide."""
        first, *words = shlex.split(line)
        if first == "cd":
            self.folder /= words[0]
            return
        if not first.endswith(".venv/bin/briefing"):
            raise GuideError(f"the guide runs something else than the program: {line}")
        done = subprocess.run(
            [sys.executable, "-m", "generator", *words],
            cwd=self.folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            check=False,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        self.told += done.stdout + done.stderr
        if (done.returncode == 0) != expected:
            raise GuideError(f"{line}\nended with {done.returncode}:\n{self.told}")

    def write(self, what: str, path: Path, blocks: list[str]) -> None:
        """Change a file as the guide says."""
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        if what == "replace":
            if before.count(blocks[0]) != 1:
                raise GuideError(f"{path.name} has these lines {before.count(blocks[0])} times:\n{blocks[0]}")
            text = before.replace(blocks[0], blocks[1])
        else:
            text = before + blocks[0] if what == "append" else blocks[0]
        path.write_text(text, encoding="utf-8")


def steps(guide: str) -> Iterator[tuple[str, str, list[str]]]:
    """Give every step of the guide: what it is, what its comment adds, and its blocks."""
    parts = re.split(r"^<!-- (\w+) ?(.*?) -->$", guide, flags=re.MULTILINE)[1:]
    for what, rest, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield what, rest, _BLOCK.findall(text)[: _BLOCKS.get(what, 1)]


def follow(folder: Path, show: Callable[[Path, str, str], None] | None = None) -> Reader:
    """Follow the guide from nothing, in `folder`; `show` is given the folder of the site, and each picture's name and place."""
    reader = Reader(folder, show or (lambda _folder, _name, _rest: None))
    for what, rest, blocks in steps(GUIDE.read_text(encoding="utf-8")):
        reader.do(what, rest, blocks)
    return reader


@dataclass
class Photographer:
    """Takes the pictures of the guide from a live preview that runs all the while, as the reader's does."""

    browser: Browser
    servers: ExitStack
    site: str = ""

    def __call__(self, folder: Path, name: str, place: str) -> None:
        """Show a page: its address, with the id to begin at, and the size of the picture."""
        self.site = self.site or self.servers.enter_context(preview(folder))
        time.sleep(_REBUILT)
        page, _, size = place.partition(" ")
        address, _, anchor = page.partition("#")
        width, height = map(int, size.split("x"))
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="reduce"
        )
        view = context.new_page()
        view.goto(f"{self.site}{address}")
        if anchor:
            view.evaluate(
                "id => { document.getElementById(id).scrollIntoView(); window.scrollBy(0, -24) }", anchor
            )
        view.wait_for_timeout(300)
        view.screenshot(path=PICTURES / f"{name}.png")
        context.close()
        print(f"Wrote {(PICTURES / name).relative_to(ROOT)}.png")


@contextmanager
def preview(folder: Path) -> Iterator[str]:
    """Give the address of the live preview of the site at `folder`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            with suppress(URLError), urlopen(f"http://{address}/"):
                break
            time.sleep(0.2)
        yield f"http://{address}/"
    finally:
        server.terminate()
        server.wait()


def main() -> int:
    """Follow the guide and take its pictures; 1 where there is no browser."""
    try:
        path = find_browser()
    except NoBrowserError as fault:
        print(fault, file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        sync_playwright() as playwright,
        launch(playwright, path) as browser,
        tempfile.TemporaryDirectory() as folder,
        ExitStack() as servers,
    ):
        follow(Path(folder), Photographer(browser, servers))
    return 0


if __name__ == "__main__":
    sys.exit(main())
