"""`briefing find` tells where words stand in the stored texts, with evidence that passes the gate as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.pipeline import examine
from tests.test_cases import project

SPEECH = (
    "“We will sign,” she said, “when the harbour opens.” He said they won’t sign.\n\n"
    "“We will sign,” he added. “Nothing else,” he said, “when the harbour opens.”\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base of all cases as files, with one more source."""
    known = b"title: S\nlanguage: en\n"
    for name, raw in {**project(), "seeds/speech.txt": SPEECH.encode(), "seeds/speech.yml": known}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return tmp_path


def find(root: Path, *words: str) -> Result:
    """Run the command."""
    done = CliRunner().invoke(main, ["find", "--root", str(root), *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def places(root: Path, *words: str) -> list[tuple[str, int, list[str]]]:
    """Give the places that are found as source, paragraph and words."""
    data = json.loads(find(root, *words, "--format", "json").stdout)
    return [(one["source"], one["paragraph"], one["words"]) for one in data["places"]]


def test_a_place_is_told_in_its_sentence_with_its_uses_and_the_evidence(root: Path) -> None:
    assert (
        find(root, "open the bridge in May").stdout
        == """\
report, paragraph 1
  “We will [open the bridge in May],” she said, “and it will be safe.”
  Used in briefings/bridge/briefing.yml:10
- source: report
  quote: "open the bridge in May"

1 place in 2 stored texts.
"""
    )


@pytest.mark.parametrize(
    "words",
    [
        "won't sign",
        "“won’t sign”",
        "'won't sign'",
        '"won’t   sign"',
        " won’t\u00a0\u00adsign ",
        "«won't sign»",
        "won’t\nsign",
    ],
)
def test_typed_otherwise_or_in_quotation_marks_words_are_the_same(root: Path, words: str) -> None:
    assert places(root, words) == [("speech", 1, ["won’t sign"])]


def test_marks_of_quotations_within_the_words_stay(root: Path) -> None:
    assert places(root, "sign,” she said, “when") == [("speech", 1, ["sign,” she said, “when"])]
    whole = "“We will sign,” she said, “when the harbour opens.”"
    assert places(root, whole) == [("speech", 1, [whole])]


def test_words_may_be_given_one_by_one(root: Path) -> None:
    assert places(root, "when", "the", "harbour", "--source", "speech") == [
        ("speech", 1, ["when the harbour"]),
        ("speech", 2, ["when the harbour"]),
    ]


@pytest.mark.parametrize("gap", [" … ", "...", " [...] ", "…", " [ … ] ", "” … “"])
def test_dots_stand_for_what_is_left_out_and_each_first_part_takes_the_nearest_rest(
    root: Path, gap: str
) -> None:
    parts = ["Nothing else", "when the harbour opens"]
    assert places(root, gap.join(parts)) == [("speech", 2, parts)]
    assert places(root, f"We will sign{gap}harbour opens.") == [
        ("speech", 1, ["We will sign", "harbour opens."]),
        ("speech", 2, ["We will sign", "harbour opens."]),
    ]


def test_dots_of_the_text_itself_are_found_as_they_are(root: Path) -> None:
    (root / "seeds" / "speech.txt").write_text("He said: well... no. Well, she said no.", encoding="utf-8")
    assert places(root, "well… no") == [("speech", 1, ["well... no"])]


def test_half_words_are_widened_to_whole_ones_and_it_is_said(root: Path) -> None:
    assert places(root, "harbour ope", "--source", "speech") == [
        ("speech", 1, ["harbour opens"]),
        ("speech", 2, ["harbour opens"]),
    ]
    assert "here are the whole words" in find(root, "harbour ope").stdout
    assert "here are the whole words" not in find(root, "harbour opens").stdout


@pytest.mark.parametrize(
    "words",
    ["We will sign", "sign", "when the harbour opens", "We will sign … opens.", "harb", "said", "the"],
)
def test_every_block_passes_the_gate_as_it_is(root: Path, words: str) -> None:
    blocks = yaml.safe_load(find(root, words, "--format", "yaml").stdout)
    assert blocks
    lines = find(root, words, "--format", "yaml").stdout
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.*")}
    claims = "".join(f"        {line}\n" for line in lines.splitlines())
    files["briefings/bridge/briefing.yml"] += (
        f"background:\n  - text: A claim.\n    evidence:\n{claims}".encode()
    )
    assert {one.code for one in examine(files).diagnostics if one.code[0] == "E"} == set()


def test_words_inside_quotation_marks_are_a_quote_and_others_are_reported(root: Path) -> None:
    assert "quote: " in find(root, "when the harbour opens").stdout
    told = find(root, "they won’t sign").stdout
    assert "reported: " in told
    assert "quote: " not in told


@pytest.mark.parametrize(
    "words", ["THEY WON’T SIGN", "they won’t signs", "they will sign that", "they wont sign"]
)
def test_words_that_are_nearly_there_are_told_as_not_the_words_asked_for(root: Path, words: str) -> None:
    done = find(root, words)
    assert done.exit_code == 1
    assert done.stdout.startswith("These words are not in any of the 2 stored texts: ")
    assert "NOT the words that were asked for" in done.stdout
    assert "Asked for:  " in done.stdout


def test_what_is_only_near_is_a_comment_in_yaml_and_apart_in_json(root: Path) -> None:
    assert yaml.safe_load(find(root, "they wont sign", "--format", "yaml").stdout) == []
    data = json.loads(find(root, "they wont sign", "--format", "json").stdout)
    assert (data["found"], data["places"], len(data["nearest"])) == (0, [], 1)
    assert data["nearest"][0]["words"] == ["they won’t sign"]


def test_words_that_are_like_nothing_are_told_so(root: Path) -> None:
    done = find(root, "zebra crossing xylophone")
    assert (done.exit_code, "nor is anything like them" in done.stdout) == (1, True)


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "…",
        "“”",
        "?!",
        "ab",
        "\0",
        "x" * 1_000_000,
        "a b " * 300_000,
        '"' * 1_000_000,
        "„" * 4_000,
        "“”" * 2_000,
    ],
)
def test_where_nothing_can_be_looked_for_a_sentence_says_what_to_give(root: Path, words: str) -> None:
    done = find(root, words)
    assert done.exit_code == 2
    assert "Give " in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    "words", ["\0 harbour", "har\udcffbour", "\x1b[2J harbour \u202e", "x" * 4_000, "\\u0000 {%} [a: b"]
)
def test_no_words_do_harm(root: Path, words: str) -> None:
    for form in ("text", "yaml", "json"):
        done = find(root, words, "--format", form)
        assert done.exit_code == 1
        assert not any(char in done.stdout for char in "\0\x1b\u202e\udcff")


def test_the_texts_are_searched_whatever_is_wrong_in_the_briefings(root: Path) -> None:
    (root / "briefings" / "bridge" / "briefing.yml").write_text("a: b: c\n", encoding="utf-8")
    (root / "seeds" / "report.yml").write_text("[", encoding="utf-8")
    (root / "seeds" / "bad.txt").write_bytes(b"\xff")
    done = find(root, "open the bridge in May")
    assert done.exit_code == 0
    assert "[E001]" in done.stderr


def test_only_the_texts_that_are_named_are_searched(root: Path) -> None:
    assert find(root, "open the bridge", "--source", "seeds/report.txt").exit_code == 0
    assert find(root, "open the bridge", "--source", "speech").exit_code == 1
    done = find(root, "open the bridge", "--source", "speach")
    assert (done.exit_code, "Did you mean “speech”?" in done.stderr) == (2, True)


def test_of_very_many_places_the_first_are_told_and_all_are_counted(root: Path) -> None:
    (root / "seeds" / "speech.txt").write_text("The harbour is open. " * 900, encoding="utf-8")
    done = find(root, "The harbour")
    assert done.stdout.endswith(
        "900 places in 2 stored texts. The first 50 are shown: give more words, or --source.\n"
    )
    assert done.stdout.count("- source: ") == 50


def test_a_long_sentence_is_cut_around_the_words(root: Path) -> None:
    (root / "seeds" / "speech.txt").write_text(f"{'la ' * 500}harbour{' la' * 500}", encoding="utf-8")
    (line,) = [line for line in find(root, "harbour").stdout.splitlines() if "[harbour]" in line]
    assert len(line) < 600


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    done = find(tmp_path, "harbour")
    assert (done.exit_code, "there is no folder seeds/" in done.stderr) == (1, True)
