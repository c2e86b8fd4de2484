"""Follow the guide to YAML by hand as a reader would, and take its pictures: `python -m scripts.guide`.

Comments in the guide say what the next block of code is: `run` has commands, and `answers A,B` one command, whose questions are
answered with A and B; `fails` has commands that end with 1; `write`, `append` and `replace` change a file; `says` and `refused` have
output of the last commands; `picture NAME PAGE#ID WIDTHxHEIGHT` is a page to show, and `terminal NAME` the output of the last command.
"""

import contextlib
import html
import os
import re
import shlex
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from click.testing import CliRunner

from generator.cli import main as briefing
from scripts.screenshots import photographer, take_picture

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guides" / "by-hand.md"
PICTURES = GUIDE.with_name("images")
_REBUILD = 4  # seconds until the preview shows a saved file
_PATIENCE = 60  # seconds until the preview answers
_BLOCK = re.compile(r"^```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_BLOCKS = {"replace": 2, "picture": 0, "terminal": 0}  # the number of blocks of a step; other steps have one

_COLUMNS = 100  # of the terminal in pictures
_WINDOW = """<!doctype html><meta charset="utf-8"><style>body{{margin:0;padding:18px 22px;background:#1e2227;color:#e6e9ec}}
pre{{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;width:{}ch;font:15px/1.45 "Noto Sans Mono","DejaVu Sans Mono",monospace}}b{{color:#ffd479}}</style><pre>{}</pre>"""

TakePicture = Callable[[Path, str, str], None]
TakeTerminal = Callable[[str, str], None]


class GuideError(Exception):
    """A step of the guide does not do what the guide says."""


@dataclass
class Reader:
    """A reader of the guide: the current folder, the output of the last commands, and the kinds of steps taken.

    `picture` gets the folder of the site, the name of the picture, and the page with its id and size; `terminal` gets the name of
    the picture, and what the terminal shows.
    """

    folder: Path
    picture: TakePicture = lambda _folder, _name, _page: None
    terminal: TakeTerminal = lambda _name, _text: None
    output: str = ""
    steps: list[str] = field(default_factory=list)

    def take(self, kind: str, rest: str, blocks: list[str]) -> None:
        """Take a step. Raises GuideError if it does not do what the guide says."""
        self.steps.append(kind)
        if kind == "picture":
            name, _, page = rest.partition(" ")
            self.picture(self.folder, name, page)
        elif kind == "terminal":
            self.terminal(rest, self.output)
        elif kind in ("run", "fails", "answers"):
            self.output = ""
            answers = "\n".join([*rest.split(","), ""]) if kind == "answers" else None
            for line in commands(blocks[0]):
                self.run(line, succeeds=kind != "fails", answers=answers)
        elif kind in ("says", "refused"):
            missing = [line for line in blocks[0].strip("\n").split("\n") if line not in self.output]
            if missing:
                raise GuideError(f"“{missing[0]}” is not in the output:\n{self.output}")
        else:
            self.change(kind, self.folder / rest, blocks)

    def run(self, line: str, *, succeeds: bool, answers: str | None = None) -> None:
        """Run a command of the guide. The answers have one line for each question."""
        first, *words = shlex.split(line)
        if first == "cd":
            self.folder /= words[0]
            return
        if first != "briefing":
            raise GuideError(f"the guide runs another program: {line}")
        with contextlib.chdir(self.folder):
            result = CliRunner(env={"COLUMNS": str(_COLUMNS)}).invoke(briefing, words, input=answers)
        self.output += result.output
        if (result.exit_code == 0) != succeeds:
            raise GuideError(f"{line}\nended with {result.exit_code}:\n{self.output}")

    def change(self, kind: str, path: Path, blocks: list[str]) -> None:
        """Change a file as the guide says."""
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        if kind == "replace":
            if before.count(blocks[0]) != 1:
                raise GuideError(f"{path.name} has these lines {before.count(blocks[0])} times:\n{blocks[0]}")
            after = before.replace(blocks[0], blocks[1])
        else:
            after = before + blocks[0] if kind == "append" else blocks[0]
        path.write_text(after, encoding="utf-8")


def commands(block: str) -> list[str]:
    """Return the commands of a block. A backslash at the end of a line continues the command."""
    return block.strip().replace("\\\n", " ").split("\n")


def steps(guide: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield every step of the guide: its kind, the rest of its comment, and its blocks."""
    parts = re.split(r"^<!-- (\w+) ?(.*?) -->$", guide, flags=re.MULTILINE)[1:]
    for kind, rest, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield kind, rest, _BLOCK.findall(text)[: _BLOCKS.get(kind, 1)]


def follow(reader: Reader) -> Reader:
    """Take every step of the guide. Return the reader at its end."""
    for kind, rest, blocks in steps(GUIDE.read_text(encoding="utf-8")):
        reader.take(kind, rest, blocks)
    return reader


def window(text: str) -> str:
    """Return what a terminal shows as a page; doubtful lines stand out."""
    lines = html.escape(text.rstrip(), quote=False).split("\n")
    marked = [
        re.sub(r"^( *\d+ \?)", r"<b>\1</b>", re.sub(r"^( +\[.*\])$", r"<b>\1</b>", line)) for line in lines
    ]
    return _WINDOW.format(_COLUMNS, "\n".join(marked))


@contextlib.contextmanager
def preview(folder: Path) -> Iterator[str]:
    """Run the live preview of the site at `folder`. Yield its URL."""
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
            with contextlib.suppress(URLError), urlopen(f"http://{address}/"):
                break
            time.sleep(0.2)
        yield f"http://{address}/"
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Follow the guide and take its pictures from a live preview. Raises NoBrowserError."""
    with (
        photographer() as browser,
        tempfile.TemporaryDirectory() as temporary,
        contextlib.ExitStack() as servers,
    ):
        urls: dict[Path, str] = {}

        def picture(folder: Path, name: str, page: str) -> None:
            if folder not in urls:
                urls[folder] = servers.enter_context(preview(folder))
            time.sleep(_REBUILD)
            path, _, size = page.partition(" ")
            path, _, scroll_to = path.partition("#")
            width, height = map(int, size.split("x"))
            take_picture(
                browser, urls[folder] + path, scroll_to, PICTURES / f"{name}.png", size=(width, height)
            )

        def terminal(name: str, text: str) -> None:
            page = Path(temporary) / f"{name}.html"
            page.write_text(window(text), encoding="utf-8")
            rows = sum(max(1, -(-len(line) // _COLUMNS)) for line in text.rstrip().split("\n"))
            take_picture(browser, page.as_uri(), "", PICTURES / f"{name}.png", size=(960, 40 + 22 * rows))

        follow(Reader(Path(temporary), picture, terminal))


if __name__ == "__main__":
    main()
