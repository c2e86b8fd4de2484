"""`briefing find` finds words in the stored texts and writes evidence that passes the gate unchanged."""

import json
from pathlib import Path

import pytest
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
    """Return a folder with the base of all cases and one more source."""
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


def passages(root: Path, *words: str) -> list[tuple[str, int, list[str]]]:
    """Return source, paragraph and words of each passage that is found."""
    data = json.loads(find(root, *words, "--format", "json").stdout)
    return [(passage["source"], passage["paragraph"], passage["words"]) for passage in data["passages"]]


def test_a_passage_is_shown_in_its_context_with_its_uses_and_the_evidence(root: Path) -> None:
    assert (
        find(root, "open the bridge in May").stdout
        == """\
report, paragraph 1
  The mayor, Ada Vale, spoke on Monday. “We will [open the bridge in May],” she said, “and it will be safe.” The drivers’ club wants the bridge to be wider. It…
  Used in briefings/bridge/briefing.yml:11
- source: report
  quote: "open the bridge in May"

1 place in 2 stored texts.
"""
    )


@pytest.mark.parametrize("words", ["won't sign", "“won’t sign”", " won’t\u00a0\u00adsign ", "«won't\nsign»"])
def test_typography_and_quotation_marks_around_the_words_do_not_matter(root: Path, words: str) -> None:
    assert passages(root, words) == [("speech", 1, ["won’t sign"])]


def test_quotation_marks_inside_the_words_stay(root: Path) -> None:
    assert passages(root, "sign,” she said, “when") == [("speech", 1, ["sign,” she said, “when"])]
    sentence = "“We will sign,” she said, “when the harbour opens.”"
    assert passages(root, sentence) == [("speech", 1, [sentence])]


def test_words_can_be_separate_arguments(root: Path) -> None:
    assert passages(root, "when", "the", "harbour", "--source", "speech") == [
        ("speech", 1, ["when the harbour"]),
        ("speech", 2, ["when the harbour"]),
    ]


@pytest.mark.parametrize("gap", ["...", " […] ", "” … “"])
def test_dots_stand_for_omitted_words_and_the_nearest_rest_is_found(root: Path, gap: str) -> None:
    parts = ["Nothing else", "when the harbour opens"]
    assert passages(root, gap.join(parts)) == [("speech", 2, parts)]
    assert passages(root, f"We will sign{gap}harbour opens.") == [
        ("speech", 1, ["We will sign", "harbour opens."]),
        ("speech", 2, ["We will sign", "harbour opens."]),
    ]


def test_dots_of_the_text_itself_are_found(root: Path) -> None:
    (root / "seeds" / "speech.txt").write_text("He said: well... no. Well, she said no.", encoding="utf-8")
    assert passages(root, "well… no") == [("speech", 1, ["well... no"])]


def test_parts_of_words_are_similar_to_whole_words(root: Path) -> None:
    output = find(root, "harbour open", "--source", "speech").stdout
    assert "The source:    harbour [opens]" in output


@pytest.mark.parametrize("words", ["We will sign", "We will sign … opens.", "the"])
def test_every_evidence_block_passes_the_gate_unchanged(root: Path, words: str) -> None:
    data = json.loads(find(root, words, "--format", "json").stdout)
    blocks = "\n".join(passage["evidence"] for passage in data["passages"])
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.*")}
    evidence = "".join(f"        {line}\n" for line in blocks.splitlines())
    files["briefings/bridge/briefing.yml"] += (
        f"background:\n  - text: A claim.\n    evidence:\n{evidence}".encode()
    )
    codes = {diagnostic.code for diagnostic in examine(files).diagnostics if diagnostic.code[0] == "E"}
    assert codes == set()


def test_words_in_quotation_marks_are_a_quote_and_others_are_reported(root: Path) -> None:
    assert "quote: " in find(root, "when the harbour opens").stdout
    output = find(root, "they won’t sign").stdout
    assert "reported: " in output
    assert "quote: " not in output


@pytest.mark.parametrize("words", ["THEY WON’T SIGN", "they wont sign"])
def test_similar_words_are_shown_with_the_differences(root: Path, words: str) -> None:
    done = find(root, words)
    assert done.exit_code == 1
    assert done.stdout.startswith(f"Not found in 2 stored texts: {words}\nThese passages are similar:\n")
    assert "You asked for: " in done.stdout


def test_similar_passages_are_separate_in_json(root: Path) -> None:
    data = json.loads(find(root, "they wont sign", "--format", "json").stdout)
    assert (data["total"], data["passages"]) == (0, [])
    assert data["similar"][0]["words"] == ["they won’t sign"]


def test_words_similar_to_nothing_are_not_found(root: Path) -> None:
    done = find(root, "zebra crossing xylophone")
    assert (done.exit_code, "Nothing is similar." in done.stdout) == (1, True)


@pytest.mark.parametrize("words", ["", "…", "?!", "ab", "\0", "x" * 1_000_000, "“”" * 2_000])
def test_an_error_says_what_to_search_for_if_there_are_too_few_or_too_many_words(
    root: Path, words: str
) -> None:
    done = find(root, words)
    assert done.exit_code == 1
    assert "Search for " in done.stderr


@pytest.mark.parametrize("words", ["\0 harbour", "har\udcffbour", "\x1b[2J harbour \u202e", "x" * 4_000])
def test_no_search_words_can_harm_a_terminal(root: Path, words: str) -> None:
    for output_format in ("text", "json"):
        done = find(root, words, "--format", output_format)
        assert done.exit_code == 1
        assert not any(char in done.stdout for char in "\0\x1b\u202e\udcff")


def test_the_texts_are_searched_even_if_other_files_have_errors(root: Path) -> None:
    (root / "briefings" / "bridge" / "briefing.yml").write_text("a: b: c\n", encoding="utf-8")
    (root / "seeds" / "bad.txt").write_bytes(b"\xff")
    done = find(root, "open the bridge in May")
    assert done.exit_code == 0
    assert "[E001]" in done.stderr


def test_only_the_chosen_sources_are_searched(root: Path) -> None:
    assert find(root, "open the bridge", "--source", "seeds/report.txt").exit_code == 0
    assert find(root, "open the bridge", "--source", "speech").exit_code == 1
    done = find(root, "open the bridge", "--source", "speach")
    assert (done.exit_code, "Did you mean “speech”?" in done.stderr) == (1, True)


def test_of_many_places_only_the_first_are_shown(root: Path) -> None:
    (root / "seeds" / "speech.txt").write_text("The harbour is open. " * 90, encoding="utf-8")
    done = find(root, "The harbour")
    assert "90 places in 2 stored texts. Only the first 50 are shown." in done.stdout
    assert done.stdout.count("- source: ") == 50


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    done = find(tmp_path, "harbour")
    assert (done.exit_code, "there is no folder seeds/" in done.stderr) == (1, True)
