"""`briefing new source` shows what a file becomes, asks what to leave out and what is known, and stores it with its original."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main, new_source
from generator.content.originals import IGNORE
from generator.edit.articles.converted import Converted, Doubt, Found, Line
from generator.edit.articles.fetch import Fetched
from tests.building import files as files_of
from tests.edit.new_sources import CONVERTED, DETAILS, KEPT, LINES, PAGE, converters, run, saved, stored


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
