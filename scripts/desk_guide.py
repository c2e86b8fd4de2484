"""Follow the guide of first steps in the desk with a browser, and take its pictures: `python -m scripts.desk_guide`."""

import os
import shlex
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from click.testing import CliRunner
from playwright.sync_api import Browser, FloatRect, Page

from generator.cli import main as briefing
from scripts.desk_editors import Editor, Mouse, control
from scripts.desk_steps import GUIDE, Step, steps
from scripts.screenshots import DAY, photographer, save_picture

ROOT = Path(__file__).parents[1]
PICTURES = GUIDE.with_name("images")
TODAY = "2031-03-05"
_REBUILD, _SETTLE = (
    4000,
    400,
)  # milliseconds until the preview shows a saved file, and until a screen stands still
SIZE = {"width": 1280, "height": 860}

# Where the content of a screen ends, in pixels; pages of the preview fill the window.
_BOTTOM = """() => {
  const parts = document.querySelectorAll("main .wrap > *, main .wrap section > *, main .wrap aside > *");
  return parts.length ? Math.max(...[...parts].map((part) => part.getBoundingClientRect().bottom)) + 24 : innerHeight;
}"""


class Addresses(NamedTuple):
    """What `briefing serve` prints: the address of the desk with its key, and that of the preview."""

    desk: str
    preview: str


def create_site(folder: Path) -> None:
    """Create the site with which the guide begins, by its command."""
    guide = GUIDE.read_text(encoding="utf-8").splitlines()
    _, command, _, *options = shlex.split(next(line for line in guide if line.startswith("briefing init ")))
    done = CliRunner().invoke(briefing, [command, str(folder), *options], catch_exceptions=False)
    if done.exit_code:
        raise RuntimeError(done.output)


@contextmanager
def running_desk(folder: Path, today: str = TODAY) -> Iterator[Addresses]:
    """Run `briefing serve` for the site at `folder` on the day `today`. Yield what it prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "--addr", f"127.0.0.1:{port}", "--today", today]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        try:
            lines = [(server.stdout or ()).readline() for _ in Addresses._fields]  # type: ignore[union-attr]
            yield Addresses(*(line.split()[-1] for line in lines))
        finally:
            server.terminate()


def follow(editor: Editor, watch: Callable[[Step], None], guide: str = "") -> dict[str, int]:
    """Do what the guide says, and return the number of actions below each of its headings.

    `watch` is called with each step before it is done, and with each picture.
    """
    taken: dict[str, int] = {}
    heading = ""
    for step in steps(guide or GUIDE.read_text(encoding="utf-8")):
        watch(step)
        if step.kind == "heading":
            heading = step.label
        elif step.kind != "picture":
            before = editor.actions
            editor.do(step)
            taken[heading] = taken.get(heading, 0) + editor.actions - before
    return taken


def take_picture_of_readme(browser: Browser) -> None:
    """Save a picture of the reading screen with the article of this repository, for the README."""
    path = ROOT / "docs" / "images" / "desk.png"
    with running_desk(ROOT, DAY) as addresses:
        page = browser.new_page(viewport={"width": 1360, "height": 920}, reduced_motion="reduce")
        page.goto(addresses.desk)
        page.goto(urljoin(addresses.desk, "/sources/moscow-talks-2025-12-02?find=neither further nor closer"))
        Mouse(page).choose("Issue", "The revised US proposal")
        control(page, "Add, read on").wait_for()
        page.wait_for_timeout(_SETTLE)
        save_picture(page.screenshot(), path)
        page.close()


def main() -> None:
    """Follow the guide with the mouse, and take its pictures. Raises NoBrowserError."""
    with photographer() as browser, tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary) / "site"
        create_site(site)
        with running_desk(site) as addresses:
            context = browser.new_context(viewport=SIZE, reduced_motion="reduce")  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(addresses.desk)

            def take_picture(step: Step) -> None:
                if step.kind != "picture":
                    return
                shown: Page = page
                if step.value:
                    shown = context.new_page()
                    shown.wait_for_timeout(_REBUILD)
                    shown.goto(addresses.preview + step.value)
                shown.evaluate("scrollTo(0, 0)")
                shown.wait_for_timeout(_SETTLE)
                height = min(shown.evaluate(_BOTTOM), SIZE["height"])
                clip = FloatRect(x=0, y=0, width=SIZE["width"], height=height)
                save_picture(shown.screenshot(clip=clip), PICTURES / f"{step.label}.png")
                if step.value:
                    shown.close()

            follow(Mouse(page), take_picture)
            context.close()
        take_picture_of_readme(browser)


if __name__ == "__main__":
    main()
