"""Originals stay with the editors: a built site has neither the files nor what only they say."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from generator.content.files import ORIGINALS, read_files
from generator.content.load import load
from tests.articles import harbour_files as made
from tests.building import HARBOUR, files, small_project

_ARTICLE = "lantern-2031-03-04"


def new_source(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command as an editor does, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "new", "source", *words],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_a_site_has_no_original_and_nothing_that_was_left_out(harbour_site: Path) -> None:
    originals = [path for path in (HARBOUR / ORIGINALS).iterdir() if path.is_file()]
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in originals}
    site = files(harbour_site)
    assert len(originals) == len(made.EXAMPLE)
    assert not hashes & {hashlib.sha256(raw).hexdigest() for raw in site.values()}
    assert not [path for path in site if "originals" in path]
    left_out = (
        b"before the first boats. Photo: J. Moe",
        b"Times may change in a storm",
        b"Unsubscribe: https",
    )
    assert not [path for path, raw in site.items() if any(words in raw for words in left_out)]


@pytest.mark.parametrize(
    ("name", "make"), [("saved.html", made.saved_page), ("letter.eml", made.mail)], ids=["page", "mail"]
)
def test_a_page_and_a_mail_are_stored_from_the_command_line(
    name: str, make: made.Make, tmp_path: Path
) -> None:
    root = small_project(tmp_path / "site")
    article = load(read_files(HARBOUR)[0])[0].sources[_ARTICLE]
    (tmp_path / name).write_bytes(make(made.Text.of(article)))
    file = f"../{name}"
    undecided = new_source(root, file, "--id", "vote", "--yes", "--language", "en")
    assert undecided.returncode == 1
    assert "Nothing was stored, because lines of" in undecided.stderr
    stored = new_source(root, file, "--id", "vote", "--yes", "--language", "en", "--strike", "marked")
    assert (stored.returncode, stored.stderr) == (0, "")
    assert "Wrote seeds/vote.txt." in stored.stdout
    assert (root / "seeds/vote.txt").read_bytes() == (HARBOUR / f"seeds/{_ARTICLE}.txt").read_bytes()
    assert f"title: {article.about.title}\n" in (root / "seeds/vote.yml").read_text(encoding="utf-8")
