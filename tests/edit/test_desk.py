"""`briefing new`, `add-evidence` and `status`: what editors begin and change without writing YAML, proved by the check."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.content.files import LARGEST_FILE
from generator.diagnostics import Severity
from generator.edit.change import ChangeError
from generator.edit.insert import appended
from generator.pipeline import examine_folder
from tests.building import ROOT, build, copy_project
from tests.building import files as files_of
from tests.test_cases import project

TEXT = (
    "Mayor Ada Vale said: “We will open the bridge in May.” The drivers’ club wants the bridge to be wider.\n\n"
    "The council met on Monday. It wants the bridge to be wider, said the club.\n"
)
BEGUN = [
    ["new", "source", "{text}", "--title", "The bridge: opens in May", "--language", "en", "--id", "report"],
    ["new", "party", "--name", "The Town", "--kind", "government", "--speaker", "Ada Vale, Mayor"],
    ["new", "party", "--name", "Drivers’ club", "--kind", "organisation", "--alias", "the club"],
    [
        "new", "briefing", "--title", "The bridge", "--question", "When does it open?", "--as-of", "2031-03-02",
        "--party", "the-town", "--party", "drivers-club", "--issue", "Opening day",
        "--issue-question", "When should it open?", "--proposal", "The bridge opens in May.",
    ],
    [
        "new", "position", "the-bridge", "the-town", "opening-day", "--stance", "supports", "--speaker", "ada-vale",
        "--statement", "Ada Vale said that it opens in May.", "--words", "We will open the bridge in May",
    ],
    ["new", "position", "the-bridge", "drivers-club", "opening-day", "--stance", "not-found"],
    [
        "new", "issue", "the-bridge", "--title", "Width", "--question", "How wide should it be?",
        "--proposal", "It is wide.", "--proposal", "It is narrow.",
    ],
    [
        "new", "position", "the-bridge", "drivers-club", "width", "--stance", "it-is-wide=supports",
        "--stance", "it-is-narrow=opposes", "--statement", "The report says that the club wants it wider.",
        "--basis", "reported", "--words", "The drivers’ club wants the bridge to be wider",
    ],
    ["new", "position", "the-bridge", "the-town", "width", "--stance", "declined"],
]  # fmt: skip
KYIV = ["new", "party", "kyiv", "--name", "Kyiv", "--kind", "state"]
BRIEFING = [
    "new", "briefing", "--title", "Night", "--question", "Why?", "--as-of", "2031-03-02", "--party", "town",
    "--issue", "Nights", "--issue-question", "When?", "--proposal", "It closes.",
]  # fmt: skip
DRIVERS = "briefings/bridge/positions/drivers.yml"


def run(root: Path, *words: str, answers: str = "") -> Result:
    """Run a command at `root`, with what is answered to its questions, a line each."""
    done = CliRunner().invoke(main, [*words, "--root", str(root)], input=answers)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def base(folder: Path, more: dict[str, bytes] | None = None) -> Path:
    """Write the base of all cases as files."""
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


def test_a_site_can_be_begun_from_nothing_without_writing_yaml(tmp_path: Path) -> None:
    root, article = empty(tmp_path / "site"), tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    for words in BEGUN:
        done = run(root, *(str(article) if one == "{text}" else one for one in words))
        assert done.exit_code == 0, done.output
        # After every step there is no error; what is left to do is a warning.
        assert examine_folder(root).sound, (words, done.output)
    assert examine_folder(root).faults == ()
    assert (root / "seeds/report.txt").read_bytes() == article.read_bytes()


def test_what_was_begun_builds_as_it_is(tmp_path: Path) -> None:
    root, article = empty(tmp_path / "site"), tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    (root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    (root / "docs").mkdir()
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings[: settings.index("nav:\n")], encoding="utf-8")
    for words in BEGUN:
        assert run(root, *(str(article) if one == "{text}" else one for one in words)).exit_code == 0
    page = (build(root) / "briefings/the-bridge/issues/width/index.html").read_text(encoding="utf-8")
    assert "The drivers’ club wants the bridge to be wider" in page


def test_what_is_not_given_is_asked_for(tmp_path: Path) -> None:
    root = base(tmp_path)
    done = run(root, "new", "party", answers="Ferry company\n\norganisation\n")
    assert done.exit_code == 0, done.output
    assert "The party’s identifier [ferry-company]" in done.output
    assert (
        b"ferry-company:\n  name: Ferry company\n  kind: organisation\n"
        in (root / "briefings/parties.yml").read_bytes()
    )


def test_a_wrong_answer_is_asked_for_again_and_the_others_are_kept(tmp_path: Path) -> None:
    root = base(tmp_path / "site")
    done = run(root, "new", "party", answers="Ferry\ntown\nferry\nboat\norganisation\n")
    assert done.exit_code == 0, done.output
    assert "Error: there is a party “town” already" in done.output
    assert "Error: there is no kind “boat”. Possible here: state" in done.output

    answers = ["Night", "", "Why?", "towm", "town, drivers", "repord", "report", "2031-02-30", "2031-03-02"]
    answers += ["Nights", "", "When?", "It closes.", "The mayor said it."]
    done = run(root, "new", "briefing", answers="\n".join([*answers, ""]))
    assert done.exit_code == 0, done.output
    assert "Error: there is no party “towm”. Did you mean “town”?" in done.output
    assert "Error: there is no source “repord”. Did you mean “report”?" in done.output
    assert "Error: “2031-02-30” is no date: the calendar has no such day. Write year-month-day" in done.output
    assert "parties: [town, drivers]" in (root / "briefings/night/briefing.yml").read_text(encoding="utf-8")

    done = run(root, "new", "position", "night", "town", "nights", answers="suports\nnot-found\nMay\n2031\n")
    assert done.exit_code == 0, done.output
    assert "Error: there is no stance “suports”. Did you mean “supports”?" in done.output
    assert "Error: “May” is no date" in done.output

    answers = [
        "supports",
        "",
        "The mayor said it.",
        "We will open the brigde in May",
        "the",
        "We will open the bridge",
    ]
    path = root / "briefings/night/positions/drivers.yml"
    done = run(root, "new", "position", "night", "drivers", "nights", answers="\n".join([*answers, ""]))
    assert done.exit_code == 0, done.output
    assert "Error: These words are not in the stored text: We will open the brigde" in done.output
    assert "Which place is meant?" in done.output
    assert 'quote: "We will open the bridge"' in path.read_text(encoding="utf-8")

    article = tmp_path / "a.txt"
    article.write_text("Something else was said.\n", encoding="utf-8")
    done = run(root, "new", "source", str(article), answers="Else\nplain English\nen\nreport\nelse\n")
    assert done.exit_code == 0, done.output
    assert "Error: “plain English” is no language tag" in done.output
    assert "Error: there is a source “report” already" in done.output


def test_where_nobody_answers_the_answer_of_a_briefing_is_named_as_left_to_do(tmp_path: Path) -> None:
    root = base(tmp_path)
    done = run(root, *BRIEFING, "--source", "report")
    assert done.exit_code == 0, done.output
    assert "The headline answer, in one sentence [So far, this briefing rests on one text:" in done.output
    assert "The answer in briefings/night/briefing.yml only names the text: write your own" in done.output
    assert "only names the text" not in run(root, *BRIEFING, "own", "--answer", "The mayor said it.").output


def test_the_sources_that_a_briefing_can_begin_with_are_listed(tmp_path: Path) -> None:
    assert "The source that it begins with (report) [report]" in run(base(tmp_path), *BRIEFING).output


def test_a_briefing_on_a_text_in_another_language_than_the_sites_has_that_of_the_text(tmp_path: Path) -> None:
    root = base(tmp_path)
    about = root / "seeds/report.yml"
    about.write_text(
        about.read_text(encoding="utf-8").replace("language: en", "language: de"), encoding="utf-8"
    )
    done = run(root, *BRIEFING)
    assert "The language of its pages (en, de …) [de]" in done.output
    assert "\nlanguage: de\n" in (root / "briefings/night/briefing.yml").read_text(encoding="utf-8")
    assert "The language of its pages" not in run(root, *BRIEFING, "other", "--language", "en").output
    assert "\nlanguage: en\n" in (root / "briefings/other/briefing.yml").read_text(encoding="utf-8")


def test_where_nobody_is_there_to_ask_the_missing_option_is_named(tmp_path: Path) -> None:
    done = run(base(tmp_path), "new", "party", "ferry")
    assert done.exit_code == 2
    assert "give --name" in done.output


def test_a_new_party_stands_behind_the_others_which_stay_as_they_are(tmp_path: Path) -> None:
    root = base(tmp_path)
    before = (root / "briefings/parties.yml").read_bytes()
    assert (
        run(root, "new", "party", "ferry", "--name", "Ferry: the company", "--kind", "organisation").exit_code
        == 0
    )
    after = (root / "briefings/parties.yml").read_bytes()
    assert after.startswith(before.rstrip(b"\n"))
    assert b'\n\nferry:\n  name: "Ferry: the company"\n' in after


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new", "party", "town", "--name", "Town", "--kind", "state"], "there is a party “town” already"),
        (["new", "party", "The Town", "--name", "Town", "--kind", "state"], "is no identifier"),
        (["new", "issue", "bridg"], "Did you mean “bridge”?"),
        (["new", "position", "bridge", "towm", "width"], "Did you mean “town”?"),
        (["new", "position", "bridge", "town", "widht"], "Did you mean “width”?"),
        (["new", "position", "bridge", "town", "width", "--stance", "suports"], "Did you mean “supports”?"),
        (["add-evidence", "bridge", "drivers", "width", "some other words"], "not in"),
        (["add-evidence", "bridge", "drivers", "width", "it will be safe"], "--number 1"),
        (["add-evidence", "bridge", "drivers", "width", "it will be safe", "--number", "9"], "no place 9"),
        (["add-evidence", "bridge", "drivers", "width", "it will be safe", "--as-of", "1999"], "Its entries are of"),
        (["add-evidence", "bridge", "drivers", "width", "We will open", "--speaker", "nobody"], "E404"),
        (["add-evidence", "bridge", "drivers", "width", "it will be safe", "--source", "typo"], "there is no source “typo”"),
        (["new", "party", "--name", "Київ", "--kind", "state"], "give ID (no identifier can be made of “Київ”)"),
        ([*KYIV, "--speaker", "Віталій Кличко, мер"], "give --speaker “ID=NAME, ROLE” (no identifier can be made of “Віталій Кличко”)"),
        ([*KYIV, "--speaker", "Anna Berg, mayor", "--speaker", "Anna Berg, judge"], "there is a speaker “anna-berg” already: give another --speaker “ID=NAME, ROLE”"),
        ([*KYIV, "--speaker", "Anna=Anna Berg"], "“Anna” is no identifier"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_and_nothing_is_written(tmp_path: Path, words: list[str], said: str) -> None:
    root = base(tmp_path)
    before = files_of(root)
    done = run(root, *words)
    assert done.exit_code in {1, 2}
    assert said in done.output
    assert files_of(root) == before


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    root = base(tmp_path / "site")
    article = tmp_path / "a.txt"
    article.write_text("Something else was said.\n", encoding="utf-8")
    (root / "seeds/other.yml").write_text("title: [\n", encoding="utf-8")  # so faulty that it is no source
    done = run(root, "new", "source", str(article), "--id", "other", "--title", "O", "--language", "en")
    assert done.exit_code == 1
    assert "seeds/other.yml is there already" in done.output
    assert not (root / "seeds/other.txt").exists()


def test_a_text_that_the_check_would_refuse_for_its_size_is_not_stored(tmp_path: Path) -> None:
    root, article = base(tmp_path / "site"), tmp_path / "a.txt"
    article.write_bytes(b"Some words. " * (LARGEST_FILE // 12 + 1))
    done = run(root, "new", "source", str(article), "--id", "other", "--title", "O", "--language", "en")
    assert done.exit_code == 1
    assert "E011" in done.output
    assert "10,000,000 are allowed" in done.output
    assert not (root / "seeds/other.txt").exists()


def test_what_is_named_in_another_script_can_be_begun_with_identifiers(tmp_path: Path) -> None:
    root = base(tmp_path)
    speakers = ["--speaker", "klychko=Віталій Кличко, мер", "--speaker", "Anna Berg, judge"]
    assert run(root, *KYIV, *speakers, "--alias", "null", "--alias", "a, b").exit_code == 0
    text = (root / "briefings/parties.yml").read_text(encoding="utf-8")
    assert "    klychko:\n      name: Віталій Кличко\n      role: мер\n    anna-berg:\n" in text
    assert '  aliases: ["null", "a, b"]\n' in text
    words = [
        "new", "briefing", "kyiv-bridge", "--title", "Міст", "--question", "Коли?", "--as-of", "2031-03-02",
        "--party", "kyiv", "--issue", "Закриття мосту", "--issue-question", "Коли?", "--proposal", "Зараз.",
        "--source", next((root / "seeds").glob("*.txt")).stem,
    ]  # fmt: skip
    assert "give --issue-id (no identifier can be made of “Закриття мосту”)" in run(root, *words).output
    assert run(root, *words, answers="closing\n").exit_code == 0
    assert "kyiv-bridge" in examine_folder(root).content.corpus.briefings
    assert run(root, "new", "issue", "kyiv-bridge", "width", "--title", "Ширина", "--question", "Яка?",
               "--proposal", "Широкий.").exit_code == 0  # fmt: skip


def test_a_source_whose_title_is_in_another_script_is_named_by_its_file(tmp_path: Path) -> None:
    root, article = base(tmp_path / "site"), tmp_path / "porom.txt"
    article.write_text("Пором не ходить.\n", encoding="utf-8")
    words = ["--title", "Пором", "--language", "uk", "--published", "2031-05-20"]
    assert run(root, "new", "source", str(article), *words).exit_code == 0
    assert (root / "seeds/porom-2031-05-20.yml").exists()
    other = article.rename(tmp_path / "пором.txt")
    assert "give --id (no identifier can be made of" in run(root, "new", "source", str(other), *words).output


@pytest.mark.parametrize("words", [["status"], ["fmt"], ["pin"], ["schema"], ["schema", "--site"]])
def test_a_folder_that_is_no_project_is_told_and_stays_as_it_is(tmp_path: Path, words: list[str]) -> None:
    done = run(tmp_path, *words)
    assert done.exit_code == 1
    assert "error[E013] there is no folder briefings/" in done.output
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("what", ["party", "issue", "briefing"])
def test_an_identifier_that_is_asked_for_is_no_needed_word_of_a_command(tmp_path: Path, what: str) -> None:
    assert "[ID]" in run(tmp_path, "new", what, "--help").output.splitlines()[0]


def test_a_place_that_is_counted_but_not_kept_is_told_as_such(tmp_path: Path) -> None:
    root = base(tmp_path, {
        "seeds/other.txt": "\n".join(f"Line {number}: many words." for number in range(80)).encode(),
        "seeds/other.yml": b"title: O\nlanguage: en\n",
    })  # fmt: skip
    words = ["add-evidence", "bridge", "drivers", "width", "many words", "--number"]
    assert "Of 80 places the first 50 have a number" in run(root, *words, "60").output
    assert "there is no place 81" in run(root, *words, "81").output


def test_an_entry_with_an_empty_list_of_evidence_has_no_fault_and_is_given_to_fill(tmp_path: Path) -> None:
    root = base(tmp_path)
    with (root / "briefings/bridge/positions/town.yml").open("a", encoding="utf-8") as file:
        file.write("    evidence: []\n")
    assert examine_folder(root).sound
    done = run(root, "add-evidence", "bridge", "town", "width", "it will be safe", "--number", "1")
    assert done.exit_code == 1
    assert "this is written in brackets. Put the new entry in yourself" in done.output


def test_evidence_is_put_at_the_end_of_the_newest_entry(tmp_path: Path) -> None:
    root = base(tmp_path)
    done = run(
        root,
        "add-evidence",
        "bridge",
        "drivers",
        "width",
        "it will be safe",
        "--number",
        "2",
        "--why",
        "A reason",
    )
    assert done.exit_code == 0, done.output
    text = (root / DRIVERS).read_text(encoding="utf-8")
    assert 'reported: "it will be safe"' in text
    assert text.rstrip().endswith("why: A reason")
    assert examine_folder(root).sound


def test_words_between_quotation_marks_become_a_quote_and_others_a_report(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    place = ("ukraine-settlement", "russia", "us-proposal")
    quoted = run(root, "add-evidence", *place, "neither further nor closer", "--speaker", "yuri-ushakov")
    assert '  quote: "neither further nor closer"\n  speaker: yuri-ushakov' in quoted.output
    assert "  reported:" in run(root, "add-evidence", *place, "significant gaps remain").output


def test_a_project_with_a_fault_elsewhere_can_still_be_worked_on(tmp_path: Path) -> None:
    root = base(tmp_path, {"seeds/notes.doc": b"x"})
    assert not examine_folder(root).sound
    assert run(root, "new", "party", "ferry", "--name", "Ferry", "--kind", "organisation").exit_code == 0


@pytest.mark.parametrize(
    ("text", "steps", "expected"),
    [
        ("a:\n  - b\n", ("a",), "a:\n  - b\n  - new\n"),
        ("a:\n- b\nc: d\n", ("a",), "a:\n- b\n- new\nc: d\n"),
        ("a:\n  - b", ("a",), "a:\n  - b\n  - new\n"),
        ("a:\r\n  - b\r\nc: d\r\n", ("a",), "a:\r\n  - b\r\n  - new\r\nc: d\r\n"),
        ("\ufeffa:\n  - b\n", ("a",), "\ufeffa:\n  - b\n  - new\n"),
        ("a:\n  - b  # why\n\n# about c\nc: d\n", ("a",), "a:\n  - b  # why\n  - new\n\n# about c\nc: d\n"),
        ("a:\n  - >-\n    b\n    - c\n\nd: e\n", ("a",), "a:\n  - >-\n    b\n    - c\n  - new\n\nd: e\n"),
        ("a:\n  - b:\n      - c\n  - b:\n      - d\n", ("a", 0, "b"), "a:\n  - b:\n      - c\n      - new\n  - b:\n      - d\n"),
    ],
)  # fmt: skip
def test_an_entry_is_put_at_the_end_and_all_else_stays(
    text: str, steps: tuple[str | int, ...], expected: str
) -> None:
    assert appended("a.yml", text.encode(), steps, "- new").decode() == expected


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("a: [b, c]\n", ("a",)),
        ("a: b\n", ("a",)),
        ("a:\n  - b\n", ("c",)),
        ("a: [\n", ("a",)),
        ("{a: b}\n", ()),
    ],
)
def test_where_there_is_no_safe_place_the_entry_is_given_to_paste(text: str, steps: tuple[str, ...]) -> None:
    with pytest.raises(ChangeError):
        appended("a.yml", text.encode(), steps, "- new")


def test_an_entry_that_is_there_already_is_not_told_as_a_fault_of_the_file() -> None:
    with pytest.raises(ChangeError, match="no safe place"):
        appended("a.yml", b"a:\n  b: c\nnew:\n", (), "new: d")


def test_the_real_briefing_takes_new_evidence_and_a_new_issue(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    words = "significant gaps remain"
    assert (
        run(
            root, "add-evidence", "ukraine-settlement", "russia", "us-proposal", words, "--kind", "reported"
        ).exit_code
        == 0
    )
    assert (
        run(
            root, "new", "issue", "ukraine-settlement", "reparations", "--title", "Reparations",
            "--question", "Who pays for the damage?", "--proposal", "Russia pays for the damage that the war has done.",
        ).exit_code
        == 0
    )  # fmt: skip
    found = examine_folder(root)
    assert {one.code for one in found.diagnostics if one.severity is Severity.ERROR} == set()
    assert {one.code for one in found.faults} == {"W415"}  # no party has said anything on it yet


def test_status_tells_what_to_look_at_next(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    told = run(root, "status", "--today", "2026-02-02").output
    assert "the next review was due on 2026-01-03, 30 days ago." in told
    assert "Positions: 24 cells of the table." in told
    assert "no position on record (12): us-proposal: european-states;" in told
    assert "No hash recorded" not in told
    assert "is due on 2026-01-03." in run(root, "status", "--today", "2026-01-01").output


def test_status_names_texts_without_a_hash_and_sources_that_nothing_rests_on(tmp_path: Path) -> None:
    root = base(
        tmp_path, {"seeds/other.txt": b"Some words.\n", "seeds/other.yml": b"title: O\nlanguage: en\n"}
    )
    told = run(root, "status").output
    assert "No hash recorded (1): other." in told
    assert "Nothing rests on (1): other" in told
    assert "briefing check tells them" in told


def test_status_of_an_empty_project_says_how_to_begin(tmp_path: Path) -> None:
    assert "briefing new briefing begins one" in run(empty(tmp_path / "site"), "status").output


def test_a_file_with_nothing_but_comments_takes_its_first_party(tmp_path: Path) -> None:
    root = empty(tmp_path / "site")
    (root / "briefings/parties.yml").write_text("# Who is who.\n", encoding="utf-8")
    assert run(root, "new", "party", "ferry", "--name", "Ferry", "--kind", "organisation").exit_code == 0
    text = (root / "briefings/parties.yml").read_text(encoding="utf-8")
    assert text.startswith("# Who is who.\nferry:\n  name: Ferry\n")
