"""`briefing new source` stores plain text byte for byte, from a file or from a pipe, once its encoding is known."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.edit.articles import review
from generator.edit.articles.incoming import Incoming
from tests.building import ROOT
from tests.edit.new_sources import run, saved, stored


def test_clean_text_is_stored_byte_for_byte_and_needs_no_original(root: Path, tmp_path: Path) -> None:
    raw = b"RIVERTON. The bridge opens.\r\n\r\nIt is old.\r\n"
    done = run(root, saved(tmp_path, "a.txt", raw), "--title", "T", "--id", "t")
    assert done.exit_code == 0, done.output
    assert done.output.count("\n") <= 8  # the text is not shown: there is nothing to decide
    assert (root / "seeds/t.txt").read_bytes() == raw
    assert stored(root, "t").about.original is None
    assert not (root / "seeds/originals").exists()


def test_text_that_is_pasted_is_read_from_standard_input(root: Path) -> None:
    text = "The bridge opens.\n\nIt is old.\n"
    done = run(root, "-", "--title", "T", "--language", "en", answers=text)
    assert done.exit_code == 0, done.output
    assert (root / "seeds/t.txt").read_text(encoding="utf-8") == text


WINDOWS = "Die Brücke öffnet im Mai, sagte der Bürgermeister.\n".encode("cp1252")


@pytest.mark.slow
def test_another_encoding_is_confirmed_at_the_terminal(root: Path, tmp_path: Path) -> None:
    file = saved(tmp_path, "a.txt", WINDOWS)
    done = run(root, file, "--title", "T", "--language", "de", "--id", "t", answers="nonsense\n\n\n")
    assert done.exit_code == 0, done.output
    assert "Error: “nonsense” is no encoding" in done.output
    source = stored(root, "t")
    assert source.article.text == WINDOWS.decode("cp1252")
    assert source.about.original is not None
    assert source.about.original.encoding == "Windows-1252"
    assert (root / "seeds/originals/t.txt").read_bytes() == WINDOWS


@pytest.mark.slow
def test_another_encoding_is_confirmed_by_an_option(root: Path, tmp_path: Path) -> None:
    file = saved(tmp_path, "a.txt", WINDOWS)
    done = run(root, file, "--title", "T", "--language", "de", "--id", "t", "--yes")
    assert done.exit_code == 1
    assert (
        "The encoding of a.txt is not certain. If Windows-1252 is right, pass --encoding Windows-1252"
        in done.output
    )
    done = run(
        root, file, "--title", "T", "--language", "de", "--id", "t", "--yes", "--encoding", "Windows-1252"
    )
    assert done.exit_code == 0, done.output
    assert stored(root, "t").article.text == WINDOWS.decode("cp1252")


TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "generator", "new", "source", *sys.argv[1:]])
"""


@pytest.mark.slow
def test_text_from_a_pipe_is_stored_with_answers_from_the_terminal(root: Path) -> None:
    own, terminal = os.openpty()
    words = ["-", "--root", str(root), "--language", "en"]
    with subprocess.Popen(
        [sys.executable, "-c", TERMINAL, *words],
        stdin=subprocess.PIPE,
        stdout=terminal,
        stderr=terminal,
        cwd=ROOT,
    ) as process:
        os.write(own, b"2\nFrom a pipe\nAnn Moor\n\n2031-03-04\n\n\n\n")
        process.communicate(b"The bridge opens.\n\nRead more.\n")
        shown = os.read(own, 100_000).decode()
    os.close(own)
    os.close(terminal)
    assert process.returncode == 0, shown
    source = stored(root, "from-a-pipe-2031-03-04")
    about = source.about
    assert source.article.text == "The bridge opens.\n"
    assert (about.byline, about.publisher) == ("Ann Moor", None)


def test_the_encoding_that_a_server_names_counts_only_if_it_is_possible() -> None:
    for number, charset in enumerate(("windows-1252", "utf-8", "no-encoding")):
        text = f"{number}: Die Brücke öffnet.\n".encode("utf-8" if number else "cp1252")
        found = review.review_file(Incoming(text, "a.txt", charset=charset))
        assert found.text(()).decode() == f"{number}: Die Brücke öffnet.\n"
        assert not found.asks_for_encoding
