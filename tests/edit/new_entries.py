"""Commands that write new entries into small projects."""

from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main
from tests.test_cases import project

BRIEFING = [
    "new", "briefing", "--title", "Night", "--question", "Why?", "--as-of", "2031-03-02", "--party", "town",
    "--issue", "Nights", "--issue-question", "When?", "--proposition", "It closes.",
    "--summary", "The mayor said it.", "--words", "We will open the bridge in",
]  # fmt: skip


DRIVERS = "briefings/bridge/positions/drivers.yml"


def run(root: Path, *words: str, answers: str = "") -> Result:
    """Run a command at `root`; `answers` are typed at its questions, one a line."""
    done = CliRunner().invoke(main, [*words, "--root", str(root)], input=answers)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def base(folder: Path, more: dict[str, bytes] | None = None) -> Path:
    """Write the base project of all cases to `folder`."""
    for name, raw in {**project(), **(more or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return folder


def empty(folder: Path) -> Path:
    """Make a project without content."""
    for name in ("seeds", "briefings"):
        (folder / name).mkdir(parents=True)
    return folder
