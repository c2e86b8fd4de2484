"""`briefing new source` on files whose conversion is given: the command, the files, and what is stored."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import Source
from generator.content.originals import original_errors
from generator.edit.articles import review
from generator.edit.articles.converted import Converted, Doubt, Found, Line
from generator.edit.error import EditError
from generator.pipeline import examine_folder

PAGE = b"<p>A page of The Lantern.</p>"
_LINES = (
    Line("The harbour will close at night, the council said.", page="3"),
    Line("Read more about ferries", (Doubt.TEASER, Doubt.ONE_EXTRACTOR)),
    Line("“We want to sleep,” said Tor Lie.", page="4"),
    Line("Share this page", (Doubt.SHARING,), page="4"),
)


LINES = tuple(Line(line.text, line.doubts, line.page or "3") for line in _LINES)
DETAILS = {
    "title": (Found("Harbour to close", "meta og:title"), Found("Harbour to close | The Lantern", "title")),
    "publisher": (Found("The Lantern", "meta og:site_name"),),
    "published": (Found("next Monday", "time"), Found("2031-03-04", "meta article:published_time")),
    "language": (Found("en", "html lang"),),
}


CONVERTED = Converted(
    "html",
    LINES,
    DETAILS,
    steps=("Spaces made ordinary: 2.",),
    notices=("The page has a second article.",),
    joined_words=("negotiations",),
    programs=("trafilatura 2.3.1",),
)


KEPT = "The harbour will close at night, the council said.\n\n“We want to sleep,” said Tor Lie.\n"


def run(root: Path, *words: str, answers: str = "") -> Result:
    """Run `briefing new source` at `root`; `answers` are typed at its questions, one a line."""
    done = CliRunner().invoke(main, ["new", "source", *words, "--root", str(root)], input=answers)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def converters(monkeypatch: pytest.MonkeyPatch, results: dict[str, Converted]) -> None:
    """Let the files with these names become these results; the others cannot be read."""

    def convert(_raw: bytes, name: str, _encoding: str = "", _stated: str = "") -> Converted:
        if name not in results:
            raise EditError(f"cannot read {name}: it is a picture.")
        return results[name]

    monkeypatch.setattr(review, "convert_file", convert)


def saved(folder: Path, name: str, raw: bytes) -> str:
    (folder / name).write_bytes(raw)
    return str(folder / name)


def stored(root: Path, name: str) -> Source:
    """Return a stored source of a project without errors."""
    assert not examine_folder(root).has_errors
    assert original_errors(root) == ()
    return load(read_files(root)[0])[0].sources[name]
