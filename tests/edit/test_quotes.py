"""`briefing quotes` lists the quotations of a stored text; `briefing draft` writes first position files from them."""

import json
import shutil
from pathlib import Path
from typing import Any

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


def quotes(root: Path, *words: str) -> list[dict[str, Any]]:
    """Return the quotations that the command lists."""
    done = run(root, "quotes", *words, "--format", "json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.output)["passages"]
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the real project."""
    return copy_project(ROOT, tmp_path / "project")


def test_all_nine_quotations_of_the_real_article_are_listed_with_their_paragraphs() -> None:
    assert [(quote["paragraph"], quote["words"]) for quote in quotes(ROOT, TALKS)] == [
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


def test_every_speaker_is_the_one_that_the_briefing_names() -> None:
    content = examine_folder(ROOT).content
    named = {
        use.evidence.quote: use.evidence.speaker
        for use in content.analysis.uses[TALKS]
        if use.evidence.quote and use.evidence.speaker
    }
    for quote in quotes(ROOT, TALKS):
        if (speaker := quote["speaker"]["id"]) is not None:
            assert named.get(tuple(quote["words"]), speaker) == speaker


def test_offsets_are_code_points_of_the_stored_text() -> None:
    text = (ROOT / "seeds" / f"{TALKS}.txt").read_bytes().decode("utf-8")
    for quote in quotes(ROOT, TALKS):
        assert [text[start:end] for start, end in quote["spans"]] == quote["words"]


def test_a_speaker_known_only_from_a_pronoun_must_be_checked() -> None:
    lines = run(ROOT, "quotes", TALKS).output.splitlines()
    assert lines[0] == f"{TALKS}, paragraph 2: Yuri Ushakov (yuri-ushakov)"
    assert f"{TALKS}, paragraph 2: Yuri Ushakov (yuri-ushakov), from a pronoun: check the speaker" in lines


@pytest.mark.parametrize(("root", "source"), [(ROOT, TALKS), (HARBOUR, "")], ids=["real", "harbour"])
def test_the_evidence_passes_the_check_unchanged(root: Path, source: str, tmp_path: Path) -> None:
    project = copy_project(root, tmp_path / "project")
    sources = [source] if source else [path.stem for path in sorted((root / "seeds").glob("*.txt"))]
    found = [quote for name in sources for quote in quotes(project, name)]
    lines = [line for quote in found for line in (quote["evidence"] or "").splitlines()]
    (slug, *_) = sorted(path.parent for path in (project / "briefings").glob("*/briefing.yml"))
    path = slug / "briefing.yml"
    text = path.read_text(encoding="utf-8")
    claim = "background:\n  - text: What the paper quotes.\n    evidence:\n"
    pasted = claim + "".join(f"      {line}\n" for line in lines)
    key = "\nbackground:\n" if "\nbackground:\n" in text else "\nissues:\n"
    rest = "" if "background" in key else "issues:\n"
    path.write_text(text.replace(key, f"\n{pasted}{rest}", 1), encoding="utf-8")
    codes = {diagnostic.code for diagnostic in examine_folder(project).diagnostics}
    assert not [code for code in codes if code.startswith(("E", "W425", "W426"))]


def test_the_questions_of_an_interview_are_listed_without_evidence() -> None:
    found = quotes(HARBOUR, "brandt-2031-06-05")
    with_evidence = {" ".join(quote["words"]) for quote in found if quote["evidence"]}
    assert (
        "Is this the end of the night boat?" in {" ".join(quote["words"]) for quote in found} - with_evidence
    )
    assert "It is a pause of six months." in with_evidence
    assert (
        "these are not the words of the person who answers"
        in run(HARBOUR, "quotes", "brandt-2031-06-05").output
    )


def test_the_list_can_be_limited_to_a_party() -> None:
    speakers = {quote["speaker"]["id"] for quote in quotes(ROOT, TALKS, "--party", "ukraine")}
    assert speakers == {"volodymyr-zelenskyy"}


def test_the_list_can_be_limited_to_unused_quotations(project: Path) -> None:
    assert quotes(project, TALKS, "--unused") == []
    shutil.rmtree(project / "briefings" / "ukraine-settlement")
    assert len(quotes(project, TALKS, "--unused")) == 9


def test_the_parties_of_a_joint_statement_are_known() -> None:
    listed = run(HARBOUR, "quotes", "joint-2031-05-18").output
    assert "Harbour Council of Halmsund" in listed
    assert "not in parties.yml" not in listed


def test_an_unknown_source_is_an_error() -> None:
    done = run(ROOT, "quotes", "nope")
    assert (done.exit_code, "There is no source “nope”" in done.output) == (1, True)


def test_an_unknown_party_is_an_error_with_a_suggestion() -> None:
    done = run(ROOT, "quotes", TALKS, "--party", "russland")
    assert (done.exit_code, "Did you mean “russia”?" in done.output) == (1, True)


def draft(project: Path) -> Result:
    """Run `briefing draft` for the real article."""
    done = run(project, "draft", TALKS, "--briefing", "ukraine-settlement")
    assert done.exit_code == 0, done.output
    return done


def error_codes(project: Path) -> list[str]:
    """Return the codes of all errors of a project."""
    codes = (diagnostic.code for diagnostic in examine_folder(project).diagnostics)
    return [code for code in codes if code.startswith("E")]


def test_a_draft_has_the_evidence_and_a_todo_for_what_a_person_decides(project: Path) -> None:
    (project / RUSSIA).unlink()
    assert f"Wrote {RUSSIA}." in draft(project).output
    text = (project / RUSSIA).read_text(encoding="utf-8")
    (entry,) = yaml.safe_load(text)["positions"]
    assert (entry["issue"], entry["stance"], entry["statement"]) == ("todo", "TODO", "TODO")
    assert {evidence["speaker"] for evidence in entry["evidence"]} == {"yuri-ushakov", "vladimir-putin"}
    assert error_codes(project) == ["E428"] * 3


def test_a_completed_draft_passes_the_check(project: Path) -> None:
    (project / RUSSIA).unlink()
    draft(project)
    text = (project / RUSSIA).read_text(encoding="utf-8")
    text = text.replace("issue: todo", "issue: us-proposal").replace("stance: TODO", "stance: conditional")
    text = text.replace("statement: TODO", "statement: Yuri Ushakov said that parts were acceptable.")
    (project / RUSSIA).write_text(text, encoding="utf-8")
    assert error_codes(project) == []


def test_a_draft_says_what_it_left_out_and_overwrites_nothing(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*.yml")}
    output = draft(project).output
    assert "Nothing was written" in output
    assert f"{RUSSIA} exists already." in output
    assert f"Quotations whose speaker is not certain: 5. See: briefing quotes {TALKS}" in output
    assert {path: path.read_bytes() for path in project.rglob("*.yml")} == before


def test_a_draft_does_not_overwrite_a_file_with_errors(project: Path) -> None:
    (project / RUSSIA).write_text("party: [", encoding="utf-8")
    draft(project)
    assert (project / RUSSIA).read_text(encoding="utf-8") == "party: ["


def test_a_draft_needs_an_existing_briefing() -> None:
    done = run(ROOT, "draft", TALKS, "--briefing", "ukraine-settlment")
    assert (done.exit_code, "Did you mean “ukraine-settlement”?" in done.output) == (1, True)
