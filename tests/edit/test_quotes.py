"""What editors pick from a stored text: its quotations, ready to paste, and first position files."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.pipeline import examine_folder
from tests.building import HARBOUR, ROOT, copy_project

TALKS = "moscow-talks-2025-12-02"
RUSSIA = "briefings/ukraine-settlement/positions/russia.yml"


def run(root: Path, *words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, [*words, "--root", str(root)])


def picked(root: Path, *words: str) -> list[dict[str, object]]:
    """Give what the command lists as data."""
    done = run(root, "quotes", *words, "--format", "json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, object]] = json.loads(done.output)
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the real project."""
    return copy_project(ROOT, tmp_path / "project")


def test_all_nine_quotations_of_the_real_article_are_listed_with_their_paragraphs() -> None:
    found = picked(ROOT, TALKS)
    assert [(one["paragraph"], one["quote"]) for one in found] == [
        (2, ["neither further nor closer"]),
        (2, ["more or less acceptable"]),
        (2, ["don’t suit us"]),
        (3, ["special military operation"]),
        (6, ["war"]),
        (7, ["ready right now"]),
        (7, ["suddenly"]),
        (8, ["looks better"]),
        (8, ["work is not over yet."]),
    ]


def test_each_speaker_that_is_told_is_the_one_whom_the_briefing_names_for_the_words() -> None:
    content = examine_folder(ROOT).content
    named = {
        use.evidence.quote: use.evidence.speaker
        for use in content.analysis.uses[TALKS]
        if use.evidence.quote and use.evidence.speaker
    }
    for one in picked(ROOT, TALKS):
        speaker, quote = one["speaker"], one["quote"]
        assert isinstance(speaker, dict)
        assert isinstance(quote, list)
        if speaker["id"] is not None:
            assert named.get(tuple(quote), speaker["id"]) == speaker["id"]


def test_offsets_are_code_points_of_the_stored_text() -> None:
    text = (ROOT / "seeds" / f"{TALKS}.txt").read_bytes().decode("utf-8")
    for one in picked(ROOT, TALKS):
        spans: list[list[int]] = one["spans"]  # type: ignore[assignment]
        assert [text[start:end] for start, end in spans] == one["quote"]


def test_a_speaker_known_by_a_pronoun_alone_is_marked_as_such() -> None:
    lines = run(ROOT, "quotes", TALKS).output.splitlines()
    assert lines[0] == "1. Paragraph 2: Yuri Ushakov (yuri-ushakov)"
    assert (
        "2. Paragraph 2: Yuri Ushakov (yuri-ushakov), meant by a pronoun: look whether that is right" in lines
    )


@pytest.mark.parametrize(
    ("root", "source"),
    [(ROOT, TALKS), *((HARBOUR, path.stem) for path in sorted((HARBOUR / "seeds").glob("*.txt")))],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_printed_as_yaml_passes_the_check_as_it_is(root: Path, source: str, tmp_path: Path) -> None:
    project = copy_project(root, tmp_path / "project")
    block = run(project, "quotes", source, "--format", "yaml").output
    assert isinstance(yaml.safe_load(block), list)
    (slug, *_) = sorted(path.parent for path in (project / "briefings").glob("*/briefing.yml"))
    path = slug / "briefing.yml"
    text = path.read_text(encoding="utf-8")
    claim = "background:\n  - text: What the paper quotes.\n    evidence:\n"
    pasted = claim + "".join(f"      {line}\n" for line in block.splitlines())
    mark = "\nbackground:\n" if "\nbackground:\n" in text else "\nissues:\n"
    rest = "" if "background" in mark else "issues:\n"
    path.write_text(text.replace(mark, f"\n{pasted}{rest}", 1), encoding="utf-8")
    new = [one for one in examine_folder(project).diagnostics if one.code.startswith(("E", "W425", "W426"))]
    assert new == []


def test_only_one_party_s_words_are_listed_on_demand() -> None:
    assert {one["speaker"]["id"] for one in picked(ROOT, TALKS, "--party", "ukraine")} == {  # type: ignore[index]
        "volodymyr-zelenskyy"
    }


def test_what_is_used_is_left_out_on_demand(project: Path) -> None:
    assert picked(project, TALKS, "--unused") == []
    shutil.rmtree(project / "briefings" / "ukraine-settlement")
    assert len(picked(project, TALKS, "--unused")) == 9


@pytest.mark.parametrize("name", ["nope", "", "../x", "seeds/nope.txt", "moscow"])
def test_a_source_that_is_not_there_is_told_in_a_sentence(name: str) -> None:
    done = run(ROOT, "quotes", name)
    assert done.exit_code == 2
    assert "There is no source" in done.output


def test_an_unknown_party_is_told_with_those_there_are() -> None:
    done = run(ROOT, "quotes", TALKS, "--party", "russland")
    assert done.exit_code == 2
    assert "russia" in done.output


def test_a_draft_has_the_evidence_and_leaves_the_judging_to_a_person(project: Path) -> None:
    (project / RUSSIA).unlink()
    done = run(project, "draft", TALKS, "--briefing", "ukraine-settlement")
    assert done.exit_code == 0, done.output
    assert f"Wrote {RUSSIA}." in done.output
    draft = yaml.safe_load((project / RUSSIA).read_text(encoding="utf-8"))
    (entry,) = draft["positions"]
    assert (draft["party"], entry["issue"], entry["stance"], entry["statement"]) == (
        "russia",
        "todo",
        "TODO",
        "TODO",
    )
    assert {one["speaker"] for one in entry["evidence"]} == {"yuri-ushakov", "vladimir-putin"}
    faults = [
        one
        for one in examine_folder(project).diagnostics
        if one.location.file == RUSSIA and one.code[0] == "E"
    ]
    assert [one.code for one in faults] == ["E428"] * 3


def test_a_draft_that_is_filled_in_passes_the_check(project: Path) -> None:
    (project / RUSSIA).unlink()
    run(project, "draft", TALKS, "--briefing", "ukraine-settlement")
    text = (project / RUSSIA).read_text(encoding="utf-8")
    text = text.replace("issue: todo", "issue: us-proposal").replace("stance: TODO", "stance: conditional")
    text = text.replace("statement: TODO", "statement: Yuri Ushakov said that parts were acceptable.")
    (project / RUSSIA).write_text(text, encoding="utf-8")
    assert [one for one in examine_folder(project).diagnostics if one.code[0] == "E"] == []


def test_a_draft_says_what_it_left_out_and_overwrites_nothing(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*.yml")}
    done = run(project, "draft", TALKS, "--briefing", "ukraine-settlement")
    assert done.exit_code == 0
    assert "Nothing was written" in done.output
    assert f"{RUSSIA} is there already, and stays as it is.\n" in done.output
    assert "“suddenly”: nobody is named" in done.output
    assert {path: path.read_bytes() for path in project.rglob("*.yml")} == before


def test_a_draft_counts_what_the_command_that_it_names_lists(project: Path) -> None:
    (project / RUSSIA).write_text("party: russia\npositions: []\n", encoding="utf-8")
    done = run(project, "draft", TALKS, "--briefing", "ukraine-settlement")
    told = re.search(r"(\d+) quotations? to paste: briefing (quotes .*)", done.output)
    assert told is not None
    listed = yaml.safe_load(run(project, *told[2].split()).output)
    assert len(listed) == int(told[1]) > 0


def test_a_draft_is_not_written_into_a_file_that_has_faults(project: Path) -> None:
    (project / RUSSIA).write_text("party: [", encoding="utf-8")
    run(project, "draft", TALKS, "--briefing", "ukraine-settlement")
    assert (project / RUSSIA).read_text(encoding="utf-8") == "party: ["


def test_a_draft_needs_a_briefing_that_is_there() -> None:
    done = run(ROOT, "draft", TALKS, "--briefing", "ukraine-settlment")
    assert done.exit_code == 2
    assert "Did you mean “ukraine-settlement”?" in done.output
