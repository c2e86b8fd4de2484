"""`briefing new source` stores many files with one set of questions, and a file that fails stops no others."""

from pathlib import Path

import pytest

from generator.edit.articles.converted import Converted, Found, Line
from tests.building import files as files_of
from tests.edit.new_sources import DETAILS, LINES, converters, run, saved, stored


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
