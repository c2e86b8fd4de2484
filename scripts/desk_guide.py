"""Follow the guide of first steps in the desk with a browser, and take its pictures: `python -m scripts.desk_guide`."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner
from playwright.sync_api import Page

from generator.cli import main as briefing
from scripts.desk_editors import Editor, Mouse
from scripts.desk_steps import GUIDE, Step, steps
from scripts.screenshots import photographer

ROOT = Path(__file__).parents[1]
PICTURES = GUIDE.with_name("images")
TODAY = "2031-03-05"
SIZE = {"width": 1280, "height": 860}


class Addresses(NamedTuple):
    """What `briefing serve` prints: the address of the desk with its key, and that of the preview."""

    desk: str
    preview: str


def create_site(folder: Path) -> None:
    """Create the site with which the guide begins."""
    words = (
        "--name",
        "Harbour briefings",
        "--publisher",
        "The harbour desk",
        "--contact",
        "desk@harbour.example",
    )
    done = CliRunner().invoke(briefing, ["init", str(folder), *words], catch_exceptions=False)
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


def follow(editor: Editor, take_picture: Callable[[Step], None], guide: str | None = None) -> dict[str, int]:
    """Do what the guide says, and return the number of actions below each of its headings."""
    taken: dict[str, int] = {}
    heading = ""
    for step in steps(guide or GUIDE.read_text(encoding="utf-8")):
        if step.kind == "heading":
            heading = step.label
        elif step.kind == "picture":
            take_picture(step)
        else:
            before = editor.actions
            editor.do(step)
            taken[heading] = taken.get(heading, 0) + editor.actions - before
    return taken


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
                shown: Page = page
                if step.value:
                    shown = context.new_page()
                    shown.goto(addresses.preview + step.value)
                shown.wait_for_load_state("networkidle")
                shown.screenshot(path=PICTURES / f"{step.label}.png")
                print(f"Wrote {(PICTURES / step.label).relative_to(ROOT)}.png")
                if step.value:
                    shown.close()

            follow(Mouse(page), take_picture)
            context.close()


if __name__ == "__main__":
    main()
