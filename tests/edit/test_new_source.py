"""`briefing new source` shows what a file becomes, asks what to leave out and what is known, and stores it with its original."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main, new_source
from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import Source
from generator.content.originals import IGNORE, original_errors
from generator.edit.articles import review
from generator.edit.articles.converted import Converted, Doubt, Found, Line
from generator.edit.articles.fetch import Fetched
from generator.edit.articles.incoming import Incoming
from generator.edit.error import EditError
from generator.pipeline import examine_folder
from tests.building import ROOT
from tests.building import files as files_of

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


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project without content."""
    for name in ("seeds", "briefings"):
        (tmp_path / "site" / name).mkdir(parents=True)
    return tmp_path / "site"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A saved page with doubtful lines, as a converter reads it."""
    converters(monkeypatch, {"page.html": CONVERTED})
    return saved(tmp_path, "page.html", PAGE)


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


def test_a_page_is_shown_and_its_values_are_asked_for_and_all_is_stored_together(
    root: Path, page: str
) -> None:
    answers = ["2, 4-5", "marked", "", "Ann Moor", "-", "", "", "https://example.org/a", "", ""]
    done = run(root, page, answers="\n".join([*answers, ""]))
    assert done.exit_code == 0, done.output
    assert " 2 ? Read more about ferries\n" in done.output
    assert f"     [{Doubt.TEASER}]\n" in done.output
    assert "? marks 2 doubtful lines: 2,4." in done.output
    assert "Note: The page has a second article." in done.output
    assert "Done: Spaces made ordinary: 2." in done.output
    assert "Words that were parted, to check: “negotiations”." in done.output
    assert "Error: There is no line 4-5. The lines are 1 to 4." in done.output
    assert "(found: meta og:title) [Harbour to close]:" in done.output
    assert "Also found: Harbour to close | The Lantern (title)" in done.output
    source = stored(root, "harbour-to-close-2031-03-04")
    assert source.article.text == KEPT
    about = source.about
    assert (about.title, about.byline, about.publisher) == ("Harbour to close", "Ann Moor", None)
    assert (str(about.published), about.language, about.url) == ("2031-03-04", "en", "https://example.org/a")
    assert [(place.paragraph, place.page) for place in about.places] == [(1, "3"), (2, "4")]
    assert about.original is not None
    assert about.original.model_dump(mode="json") == {
        "format": "html",
        "sha256": hashlib.sha256(PAGE).hexdigest(),
        "name": "page.html",
        "encoding": None,
        "converted_by": "Briefing Book 0.1.0, trafilatura 2.3.1",
        "steps": ["Spaces made ordinary: 2."],
        "struck": ["Read more about ferries", "Share this page"],
    }
    originals = files_of(root / "seeds/originals")
    assert originals == {"harbour-to-close-2031-03-04.html": PAGE, ".gitignore": b"*\n"}


@pytest.mark.parametrize("words", [[], ["--yes"]])
def test_without_a_terminal_doubtful_lines_are_an_error_that_lists_them(
    words: list[str], root: Path, page: str
) -> None:
    before = files_of(root)
    done = run(root, page, *words)
    assert done.exit_code == 1
    error = done.output[done.output.index("Nothing was stored") :]
    assert "2 ? Read more about ferries" in error
    assert "4 ? Share this page" in error
    assert "--keep-all" in error
    assert "--strike 2,4" in error
    assert files_of(root) == before


@pytest.mark.parametrize(
    ("words", "paragraphs", "struck"),
    [
        (["--keep-all"], 4, ()),
        (["--strike", "marked"], 2, ("Read more about ferries", "Share this page")),
        (["--strike", "1,4"], 2, (LINES[0].text, "Share this page")),
        (["--strike", "2-4"], 1, ("Read more about ferries", LINES[2].text, "Share this page")),
    ],
)
def test_a_script_says_which_lines_stay(
    words: list[str], paragraphs: int, struck: tuple[str, ...], root: Path, page: str
) -> None:
    done = run(root, page, *words, "--yes")
    assert done.exit_code == 0, done.output
    source = stored(root, "harbour-to-close-2031-03-04")
    assert len(source.article.paragraphs) == paragraphs
    assert source.about.original is not None
    assert source.about.original.struck == struck


def test_a_script_takes_no_value_that_was_only_found(root: Path, page: str) -> None:
    done = run(root, page, "--keep-all")
    assert done.exit_code == 2
    assert "Missing option '--title'." in done.output
    assert "Found in the file: Harbour to close" in done.output
    done = run(root, page, "--keep-all", "--title", "T", "--language", "en", "--id", "t")
    assert done.exit_code == 0, done.output
    assert "  publisher: The Lantern (meta og:site_name)" in done.output
    assert stored(root, "t").about.publisher is None


def test_an_option_is_preferred_to_what_was_found(root: Path, page: str) -> None:
    words = ["--keep-all", "--yes", "--title", "T", "--publisher", "", "--id", "t"]
    assert run(root, page, *words).exit_code == 0
    about = stored(root, "t").about
    assert (about.title, about.publisher, str(about.published)) == ("T", None, "2031-03-04")


def test_nothing_left_is_an_error(root: Path, page: str) -> None:
    done = run(root, page, "--strike", "1-4", "--yes")
    assert done.exit_code == 1
    assert "Nothing of page.html would be left" in done.output


@pytest.mark.parametrize("strike", ["5", "0", "3-2", "x", "1-99"])
def test_a_line_that_is_not_there_cannot_be_left_out(strike: str, root: Path, page: str) -> None:
    done = run(root, page, "--strike", strike, "--yes")
    assert done.exit_code == 1
    assert "There is no line" in done.output or "is no number of a line" in done.output


def test_a_file_that_is_stored_already_is_not_stored_again_without_an_identifier(
    root: Path, page: str
) -> None:
    assert run(root, page, "--keep-all", "--yes").exit_code == 0
    before = files_of(root)
    done = run(root, page, "--keep-all", "--yes")
    assert done.exit_code == 1
    assert "stored already, as the source “harbour-to-close-2031-03-04”" in done.output
    assert files_of(root) == before
    assert run(root, page, "--keep-all", "--yes", "--id", "wire").exit_code == 0
    assert stored(root, "wire").copies == ("harbour-to-close-2031-03-04",)


def test_a_text_that_is_stored_already_is_found_in_another_file(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converters(monkeypatch, {"page.html": CONVERTED, "copy.html": CONVERTED})
    assert run(root, saved(tmp_path, "page.html", PAGE), "--strike", "marked", "--yes").exit_code == 0
    done = run(root, saved(tmp_path, "copy.html", PAGE + b" "), "--strike", "2,4", "--yes")
    assert "copy.html is stored already" in done.output


@pytest.mark.parametrize("keeps", ["true", "false"])
def test_git_keeps_originals_only_if_the_settings_say_so(keeps: str, root: Path, page: str) -> None:
    settings = f"plugins:\n  - briefings:\n      publisher: A\n      keep_originals: {keeps}\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (root / "docs").mkdir()
    (root / IGNORE).parent.mkdir()
    if keeps == "true":
        (root / IGNORE).write_bytes(b"*\n")  # from the time before the setting
    assert run(root, page, "--keep-all", "--yes").exit_code == 0
    assert (root / IGNORE).exists() == (keeps == "false")
    done = CliRunner().invoke(main, ["check", "--root", str(root)])
    assert done.exit_code == 0, done.output
    assert "W026" not in done.output


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


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.html", "There is no file"),
        ("site", "is a folder"),
        ("a\0b", "There is no file"),
        ("x" * 300, "cannot be read: File name too long"),
        ("picture.png", "a picture"),
    ],
)
def test_what_is_no_file_with_a_text_is_said(name: str, message: str, root: Path, tmp_path: Path) -> None:
    saved(tmp_path, "picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
    done = run(root, str(tmp_path / name), "--title", "T", "--language", "en")
    assert done.exit_code == 1
    assert message in done.output


def test_a_web_page_is_fetched_and_its_address_and_day_are_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "https://example.org/b"
    canonical = {**DETAILS, "url": (Found("https://other.example/x", "link canonical"),)}
    converters(monkeypatch, {"b.html": Converted("html", LINES, canonical)})
    monkeypatch.setattr(new_source, "fetch", lambda _: Fetched(PAGE, url, "b.html", "", (url,)))
    monkeypatch.setenv("BRIEFING_TODAY", "2031-03-05")
    done = run(root, "https://example.org/a", "--keep-all", "--yes")
    assert done.exit_code == 0, done.output
    assert f"Redirected to {url}" in done.output
    about = stored(root, "harbour-to-close-2031-03-04").about
    assert (about.url, str(about.retrieved)) == (url, "2031-03-05")


def test_labels_of_speakers_are_shown_with_the_speaker_they_match(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parties = (
        "council:\n  name: Harbour council\n  kind: government\n  speakers:\n    ada-vale: {name: Ada Vale}\n"
    )
    (root / "briefings/parties.yml").write_text(parties, encoding="utf-8")
    lines = tuple(map(Line, ("MS VALE: We will close it.", "MR STONE: We will not.", "MS VALE: We will.")))
    transcript = Converted("text", lines, steps=("Done.",), labels=("MS VALE", "MR STONE"))
    converters(monkeypatch, {"a.txt": transcript})
    words = ["--title", "T", "--language", "en", "--kind", "transcript", "--yes"]
    done = run(root, saved(tmp_path, "a.txt", b"x"), *words)
    assert "Label MS VALE: council/ada-vale\n" in done.output
    assert "Label MR STONE: no match in parties.yml\n" in done.output


def test_a_long_struck_line_is_cut_in_the_details(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (Line("A line."), Line("word " * 100 + "end."))
    converters(monkeypatch, {"page.html": Converted("html", lines, DETAILS)})
    assert run(root, saved(tmp_path, "page.html", PAGE), "--strike", "2", "--yes", "--id", "t").exit_code == 0
    original = stored(root, "t").about.original
    assert original is not None
    assert original.struck[0].endswith("…")
    assert len(original.struck[0]) <= 300


HOSTILE = "\u202e #: {x}\u200b “y” \U0001f600 'z' - &a *b !c %d @e `f | > ?"


def test_what_a_hostile_file_says_of_itself_is_stored_and_shown_safely(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    details = {**DETAILS, "title": (Found(HOSTILE, HOSTILE),), "byline": (Found(f"a\n{HOSTILE}", "x"),)}
    lines = (Line("A line."), Line(HOSTILE, (Doubt.TEASER,)))
    hostile = Converted(
        "html", lines, details, (HOSTILE,), (HOSTILE,), (HOSTILE,), (HOSTILE,), programs=(HOSTILE,)
    )
    converters(monkeypatch, {"[a].html": hostile})
    done = run(root, saved(tmp_path, "[a].html", PAGE), "--strike", "marked", "--yes", "--id", "t")
    assert done.exit_code == 0, done.output
    assert "\u202e" not in done.output
    about = stored(root, "t").about
    assert "{x} “y”" in about.title
    assert about.original is not None
    assert "{x} “y”" in about.original.struck[0]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three pages, of which one has doubtful lines and no publisher, and a picture."""
    folder = tmp_path / "pages"
    folder.mkdir()
    titles = {"a.html": "First", "b.html": "Second", "c.html": "Third"}
    results = {}
    for name, title in titles.items():
        details = {"title": (Found(title, "title"),), "publisher": (Found("The Lantern", "meta"),)}
        if name == "b.html":
            del details["publisher"]
        lines = LINES[:3] if name == "b.html" else LINES[:1]
        notices = ("It has tracked changes.",) if name == "c.html" else ()
        results[name] = Converted("html", (Line(f"{title}."), *lines), details, notices=notices)
        saved(folder, name, name.encode())
    saved(folder, "d.html", b"x")
    converters(monkeypatch, results)
    return folder


def test_many_files_are_stored_with_one_set_of_questions_and_a_failed_one_stops_none(
    root: Path, folder: Path
) -> None:
    names = sorted(map(str, folder.iterdir()))
    answers = ["perhaps", "strike", "y", "The Harbour Post", "en", "", ""]
    done = run(root, *names, answers="\n".join([*answers, ""]))
    assert done.exit_code == 1
    assert "c.html: 2 paragraphs, 0 doubtful\n  Note: It has tracked changes.\n" in done.output
    assert "There is no answer “perhaps”" in done.output
    assert "3 stored, 0 stored already, 1 failed." in done.output
    assert "d.html failed: cannot read d.html: it is a picture." in done.output
    assert stored(root, "first").about.publisher == "The Lantern"
    second = stored(root, "second")
    assert second.about.publisher == "The Harbour Post"
    assert second.about.original is not None
    assert second.about.original.struck == ("Read more about ferries",)
    assert len(second.article.paragraphs) == 3
    assert {*files_of(root / "seeds/originals")} == {"first.html", "second.html", "third.html", ".gitignore"}
    again = run(root, *names[:3], "--yes", "--keep-all", "--language", "en")
    assert again.exit_code == 0, again.output
    assert "0 stored, 3 stored already, 0 failed." in again.output


def test_many_files_in_a_script(root: Path, folder: Path) -> None:
    names = [str(folder / name) for name in ("a.html", "b.html", "c.html")]
    done = run(root, *names, "--yes", "--language", "en")
    assert "Pass --keep-all, or --strike marked" in done.output
    done = run(root, *names, "--language", "en", "--keep-all")
    assert "Pass --yes to take these values" in done.output
    assert files_of(root) == {}
    done = run(root, *names, "--yes", "--language", "en", "--keep-all", "--publisher", "P")
    assert done.exit_code == 0, done.output
    assert "kept: 3" in done.output
    assert {stored(root, name).about.publisher for name in ("first", "second", "third")} == {"P"}


@pytest.mark.parametrize("words", [["--id", "x"], ["--title", "T"], ["--strike", "3"], ["-"]])
def test_what_is_for_one_file_is_refused_for_many(words: list[str], root: Path, folder: Path) -> None:
    assert run(root, str(folder / "a.html"), str(folder / "b.html"), *words, "--yes").exit_code == 2


def test_a_pattern_that_the_shell_did_not_replace_names_files(root: Path, folder: Path) -> None:
    done = run(root, str(folder / "[a-c].html"), "--yes", "--language", "en", "--keep-all")
    assert "3 stored" in done.output


def test_the_same_title_and_day_get_a_number(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = {name: Converted("html", (Line(f"Text {name}."),), DETAILS) for name in ("a.html", "b.html")}
    converters(monkeypatch, results)
    done = run(root, str(folder / "a.html"), str(folder / "b.html"), "--yes")
    assert done.exit_code == 0, done.output
    assert stored(root, "harbour-to-close-2031-03-04-2").article.text == "Text b.html.\n"


def test_a_file_that_does_not_say_its_title_is_asked_for_it_or_fails(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    untitled = {name: Converted("html", (Line(f"Text {name}."),)) for name in ("a.html", "b.html")}
    converters(monkeypatch, untitled)
    names = [str(folder / name) for name in untitled]
    done = run(root, *names, "--language", "en", "--yes")
    assert done.output.count("failed: The file does not say its title.") == 2
    done = run(root, *names, "--language", "en", answers="\n\n\nTitle\n")
    assert "a.html does not say its title. It begins: Text a.html." in done.output
    assert stored(root, "title").article.text == "Text a.html.\n"
    assert "1 stored, 0 stored already, 1 failed." in done.output


def test_a_file_that_does_not_say_its_language_stops_no_others(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = {key: found for key, found in DETAILS.items() if key != "language"}
    results = {
        "a.html": Converted("html", (Line("Text a."),), {**without, "title": (Found("No language", "h1"),)}),
        "b.html": Converted("html", (Line("Text b."),), DETAILS),
    }
    converters(monkeypatch, results)
    done = run(root, *(str(folder / name) for name in results), "--yes")
    assert "a.html failed: The file does not say its language." in done.output
    assert stored(root, "harbour-to-close-2031-03-04").article.text == "Text b.\n"
    assert done.exit_code == 1


def test_the_same_file_twice_is_stored_once(root: Path, folder: Path) -> None:
    copy = folder / "copy"
    copy.mkdir()
    names = [str(folder / "a.html"), saved(copy, "a.html", b"a.html")]
    done = run(root, *names, "--yes", "--language", "en")
    assert done.exit_code == 0, done.output
    assert "1 stored, 1 stored already, 0 failed." in done.output


TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "generator", "new", "source", *sys.argv[1:]])
"""


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
