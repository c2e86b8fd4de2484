"""`briefing new` and `add-evidence` write entries that pass the check, and nothing else."""

from pathlib import Path

import pytest

from generator.content.files import LARGEST_FILE
from generator.edit.yaml_writer import lines
from generator.pipeline import examine_folder
from tests.building import ROOT, copy_project
from tests.building import files as files_of
from tests.edit.new_entries import BRIEFING, DRIVERS, base, empty, run
from tests.test_cases import project

TEXT = (
    "Mayor Ada Vale said: “We will open the bridge in May.” The drivers’ club wants the bridge to be wider.\n\n"
    "The council met on Monday. It wants the bridge to be wider, said the club.\n"
)
STEPS = [
    ["new", "source", "{text}", "--title", "The bridge: opens in May", "--language", "en", "--id", "report"],
    ["new", "party", "--name", "The Town", "--kind", "government", "--speaker", "Ada Vale, Mayor"],
    ["new", "party", "--name", "Drivers’ club", "--kind", "organisation", "--alias", "the club"],
    [
        "new", "briefing", "--title", "The bridge", "--question", "When does it open?", "--as-of", "2031-03-02",
        "--party", "the-town", "--party", "drivers-club", "--issue", "Opening day",
        "--issue-question", "When should it open?", "--proposition", "The bridge opens in May.",
        "--summary", "The mayor says in May.", "--words", "We will open the bridge in May",
    ],
    [
        "new", "position", "the-bridge", "the-town", "opening-day", "--stance", "supports", "--speaker", "ada-vale",
        "--statement", "Ada Vale said that it opens in May.", "--words", "We will open the bridge in May",
    ],
    ["new", "position", "the-bridge", "drivers-club", "opening-day", "--stance", "not-found", "--searched-until", "2031-03-02"],
    [
        "new", "issue", "the-bridge", "--title", "Width", "--question", "How wide should it be?",
        "--proposition", "It is wide.", "--proposition", "It is narrow.",
    ],
    [
        "new", "position", "the-bridge", "drivers-club", "width", "--stance", "it-is-wide=supports",
        "--stance", "it-is-narrow=opposes", "--statement", "The report says that the club wants it wider.",
        "--basis", "reported", "--words", "The drivers’ club wants the bridge to be wider",
    ],
    ["new", "position", "the-bridge", "the-town", "width", "--stance", "declined", "--searched-until", "2031-03-02"],
]  # fmt: skip
ARTICLE = ["new", "source", __file__, "--title", "T"]
KYIV = ["new", "party", "kyiv", "--name", "Kyiv", "--kind", "state"]
EVIDENCE = ["add-evidence", "bridge", "drivers", "width"]


def test_a_site_can_be_started_from_nothing_without_writing_yaml(tmp_path: Path) -> None:
    root, article = empty(tmp_path / "site"), tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    for words in STEPS:
        done = run(root, *(str(article) if word == "{text}" else word for word in words))
        assert done.exit_code == 0, done.output
        assert not examine_folder(root).has_errors, (words, done.output)
    assert examine_folder(root).errors_and_warnings == ()
    assert (root / "seeds/report.txt").read_bytes() == article.read_bytes()


def test_a_party_asks_again_after_an_invalid_answer(tmp_path: Path) -> None:
    root = base(tmp_path)
    done = run(root, "new", "party", answers="Ferry\ntown\n\nboat\norganisation\n")
    assert done.exit_code == 0, done.output
    assert "The identifier [ferry]" in done.output
    assert "Error: The party “town” exists already" in done.output
    assert "Error: There is no party kind “boat”. Possible here: state" in done.output
    parties = (root / "briefings/parties.yml").read_bytes()
    assert b"\nferry:\n  name: Ferry\n  kind: organisation\n" in parties


def test_a_briefing_asks_again_after_an_invalid_answer(tmp_path: Path) -> None:
    root = base(tmp_path)
    answers = ["Night", "", "Why?", "towm", "town, drivers", "repord", "report", "2031-02-30", "2031-03-02"]
    answers += ["Nights", "", "When?", "It closes.", "The mayor said it.", "We will open the bridge in"]
    done = run(root, "new", "briefing", answers="\n".join([*answers, ""]))
    assert done.exit_code == 0, done.output
    assert "Error: There is no party “towm”. Did you mean “town”?" in done.output
    assert "Error: There is no source “repord”. Did you mean “report”?" in done.output
    assert "Error: “2031-02-30”" in done.output
    assert "parties: [town, drivers]" in (root / "briefings/night/briefing.yml").read_text(encoding="utf-8")


def test_a_briefing_asks_for_its_language_if_its_source_has_another_one(tmp_path: Path) -> None:
    sidecar = project()["seeds/report.yml"].replace(b"language: en", b"language: de")
    root = base(tmp_path, {"seeds/report.yml": sidecar})
    assert "[en]: " in run(root, *BRIEFING, answers="\n\nde\n").output
    assert "\nlanguage: de\n" in (root / "briefings/night/briefing.yml").read_text(encoding="utf-8")


def test_without_a_terminal_likely_answers_are_taken_and_a_missing_one_is_an_error(tmp_path: Path) -> None:
    root = base(tmp_path)
    done = run(root, *BRIEFING)
    assert done.exit_code == 0, done.output
    assert "The first stored source (report) [report]" in done.output

    done = run(root, "new", "party", "ferry")
    assert done.exit_code == 2
    assert "Missing option '--name'" in done.output


def test_a_new_party_follows_the_others_which_stay_the_same(tmp_path: Path) -> None:
    root = base(tmp_path)
    path = root / "briefings/parties.yml"
    before = path.read_bytes()
    words = ["new", "party", "ferry", "--name", "Ferry: the company", "--kind", "organisation"]
    assert run(root, *words).exit_code == 0
    assert path.read_bytes().startswith(before.rstrip(b"\n"))
    assert b'\n\nferry:\n  name: "Ferry: the company"\n' in path.read_bytes()


def test_a_file_with_nothing_but_comments_gets_its_first_party(tmp_path: Path) -> None:
    path = empty(tmp_path) / "briefings/parties.yml"
    path.write_text("# Who is who.\n", encoding="utf-8")
    assert run(tmp_path, "new", "party", "ferry", "--name", "Ferry", "--kind", "organisation").exit_code == 0
    assert path.read_bytes().startswith(b"# Who is who.\nferry:\n  name: Ferry\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["new", "party", "town", "--name", "Town", "--kind", "state"], "The party “town” exists already"),
        (["new", "party", "The Town", "--name", "Town", "--kind", "state"], "cannot be an identifier"),
        (["new", "party", "--name", "Київ", "--kind", "state"], "Missing argument '[ID]'"),
        ([*KYIV, "--speaker", "Віталій Кличко, мер"], "No identifier can be made of “Віталій Кличко”"),
        ([*KYIV, "--speaker", "Anna Berg, mayor", "--speaker", "Anna Berg, judge"], "“anna-berg” exists already"),
        ([*ARTICLE, "--language", "English"], "“English” is not a language code. Write"),
        ([*ARTICLE, "--published", "2031-02-30"], "“2031-02-30” is not a date: the calendar has no such day. Write"),
        ([*ARTICLE, "--url", "example.org"], "“example.org” is not a web address. Write"),
        (["new", "issue", "bridg"], "Did you mean “bridge”?"),
        (["new", "position", "bridge", "towm", "width"], "Did you mean “town”?"),
        ([*EVIDENCE, "some other words"], "Not found"),
        ([*EVIDENCE, "it will be safe"], "Add more words, or choose a source"),
        ([*EVIDENCE, "it will be safe", "--source", "typo"], "There is no source “typo”"),
        ([*EVIDENCE, "We will open", "--speaker", "nobody"], "E404"),
    ],
)  # fmt: skip
def test_an_invalid_option_is_an_error_and_nothing_is_written(
    tmp_path: Path, words: list[str], message: str
) -> None:
    root = base(tmp_path)
    before = files_of(root)
    done = run(root, *words)
    assert done.exit_code in {1, 2}
    assert message in done.output
    assert files_of(root) == before


def test_an_empty_project_says_what_to_add_first(tmp_path: Path) -> None:
    done = run(empty(tmp_path / "site"), *BRIEFING)
    assert "There is no source yet. Add one first: briefing new source" in done.output


def test_a_file_is_never_overwritten(tmp_path: Path) -> None:
    root = base(tmp_path / "site", {"seeds/other.yml": b"title: [\n"})  # with errors, so it is not a source
    article = tmp_path / "a.txt"
    article.write_text("Something else was said.\n", encoding="utf-8")
    done = run(root, "new", "source", str(article), "--id", "other", "--title", "O", "--language", "en")
    assert done.exit_code == 1
    assert "seeds/other.yml exists already" in done.output
    assert not (root / "seeds/other.txt").exists()


@pytest.mark.slow
def test_a_text_that_is_too_large_for_the_check_is_not_stored(tmp_path: Path) -> None:
    root, article = base(tmp_path / "site"), tmp_path / "a.txt"
    article.write_bytes(b"Some words. " * (LARGEST_FILE // 12 + 1))
    done = run(root, "new", "source", str(article), "--id", "other", "--title", "O", "--language", "en")
    assert done.exit_code == 1
    assert "E011" in done.output
    assert not (root / "seeds/other.txt").exists()


@pytest.mark.slow
def test_names_in_another_script_need_identifiers(tmp_path: Path) -> None:
    root = base(tmp_path / "site")
    speakers = ["--speaker", "klychko=Віталій Кличко, мер", "--speaker", "Anna Berg, judge"]
    assert run(root, *KYIV, *speakers, "--alias", "null", "--alias", "a, b").exit_code == 0
    text = (root / "briefings/parties.yml").read_text(encoding="utf-8")
    assert "    klychko:\n      name: Віталій Кличко\n      role: мер\n    anna-berg:\n" in text
    assert '  aliases: ["null", "a, b"]\n' in text

    article = tmp_path / "porom.txt"
    article.write_text("Пором не ходить.\n", encoding="utf-8")
    words = ["--title", "Пором", "--language", "uk", "--published", "2031-05-20"]
    assert run(root, "new", "source", str(article), *words).exit_code == 0
    assert (root / "seeds/porom-2031-05-20.yml").exists()  # named after the file
    other = tmp_path / "пором.txt"
    other.write_text("Пором знову ходить.\n", encoding="utf-8")
    assert "Missing option '--id'" in run(root, "new", "source", str(other), *words).output


def test_the_comment_on_speakers_stands_below_each_party_that_has_none(tmp_path: Path) -> None:
    root = empty(tmp_path / "site")
    for name in ("Alpha", "Beta", "Gamma"):
        assert run(root, "new", "party", "--name", name, "--kind", "state").exit_code == 0
    comment = "".join(
        f"  # {line}\n"
        for line in (
            "Add the people who speak for the party:",
            "speakers:",
            "  first-last: {name: First Last, role: Head of the delegation}",
        )
    )
    assert (root / "briefings/parties.yml").read_text() == "\n".join(
        f"{name.lower()}:\n  name: {name}\n  kind: state\n{comment}" for name in ("Alpha", "Beta", "Gamma")
    )


def test_evidence_is_added_to_the_newest_entry(tmp_path: Path) -> None:
    root = base(tmp_path)
    done = run(root, *EVIDENCE, "it", "will", "be", "safe", "only", "--why", "A reason")
    assert done.exit_code == 0, done.output
    text = (root / DRIVERS).read_text(encoding="utf-8")
    assert 'reported: "it will be safe only"' in text
    assert text.rstrip().endswith("why: A reason")
    assert not examine_folder(root).has_errors


def test_evidence_in_brackets_becomes_lines_when_evidence_is_added(tmp_path: Path) -> None:
    root = base(tmp_path)
    path = root / "briefings/bridge/positions/town.yml"
    with path.open("a", encoding="utf-8") as file:
        file.write("    evidence: [{source: report, reported: club wants the bridge}]\n")
    before = path.read_text(encoding="utf-8")
    done = run(root, "add-evidence", "bridge", "town", "width", "it will be safe only")
    assert done.exit_code == 0, done.output
    added = """\
evidence:
      - {source: report, reported: club wants the bridge}
      - source: report
        reported: "it will be safe only"
"""
    assert path.read_text(encoding="utf-8").startswith(before.partition("evidence: [")[0] + added)


def test_a_long_text_is_folded() -> None:
    why = "The mayor says so, " * 8 + "and that is all."
    text = lines({"why": why, "title": "Short", "empty": ""})
    assert text.startswith("why: >-\n  The mayor says so, ")
    assert text.endswith("all.\ntitle: Short")
    assert max(map(len, text.split("\n"))) < 120


def test_words_in_quotation_marks_become_a_quote_and_others_a_report(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    position = ("add-evidence", "ukraine-settlement", "russia", "us-proposal")
    path = root / "briefings/ukraine-settlement/positions/russia.yml"
    assert run(root, *position, "neither further nor closer", "--speaker", "yuri-ushakov").exit_code == 0
    assert '  quote: "neither further nor closer"\n        speaker: yuri-ushakov' in path.read_text(
        encoding="utf-8"
    )
    assert run(root, *position, "significant gaps remain").exit_code == 0
    assert '  reported: "significant gaps remain"' in path.read_text(encoding="utf-8")


def test_a_project_with_an_error_elsewhere_can_still_be_changed(tmp_path: Path) -> None:
    root = base(tmp_path, {"seeds/notes.doc": b"x"})
    assert examine_folder(root).has_errors
    assert run(root, "new", "party", "ferry", "--name", "Ferry", "--kind", "organisation").exit_code == 0
