"""`briefing diff`: what changed for a reader since a revision, told in words and in Markdown."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html
from markdown import markdown

from generator.cli import main
from generator.edit.diff.facts import Heading, Now, facts
from generator.edit.git import NoRevisionError, files_at
from generator.pipeline import examine
from tests.building import HARBOUR, ROOT, committed, copy_project, git
from tests.test_cases import project

POSITIONS = "briefings/ukraine-settlement/positions"
BRIEFING = "briefings/ukraine-settlement/briefing.yml"
SOURCE = "moscow-talks-2025-12-02"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the real project, with its history."""
    committed(copy_project(ROOT, tmp_path / "project"))
    return tmp_path / "project"


def diff(root: Path, *words: str, revision: str = "HEAD") -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["diff", revision, "--root", str(root), *words])


def change(root: Path, path: str, *pairs: tuple[str, str]) -> None:
    """Write the file at `path` with the first of each pair replaced by the second, which has to stand there."""
    text = (root / path).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    (root / path).write_text(text, encoding="utf-8")


def test_where_nothing_changed_that_is_said(root: Path) -> None:
    done = diff(root)
    assert (done.exit_code, done.output) == (0, "Nothing that a reader sees changed since HEAD.\n")


def test_a_comment_and_a_hidden_file_are_no_difference(root: Path) -> None:
    change(root, f"{POSITIONS}/ukraine.yml", ("party: ukraine\n", "party: ukraine\n# A thought.\n"))
    (root / "seeds" / ".notes.txt").write_text("mine", encoding="utf-8")
    assert diff(root).output.startswith("Nothing that a reader sees")


def test_a_stance_and_words_are_told_with_what_stood_there(root: Path) -> None:
    change(
        root,
        f"{POSITIONS}/ukraine.yml",
        ("stance: conditional", "stance: accepts"),
        ("summary: Rejects any settlement", "summary: Rejects every settlement"),
        ("why: Names what is rejected", "why: It names what is rejected"),
    )
    lines = [line.strip() for line in diff(root).output.splitlines()]
    assert lines[0].startswith("Since HEAD: 2 positions, 1 place with other evidence, ")
    at = lines.index("Ukraine on The revised US proposal, December 2025")
    assert lines[at + 1] == "stance: [-Conditional-] {+Accepts+}"
    assert "summary: Rejects [-any-] {+every+} settlement that cedes land." in lines
    assert any(line.endswith(f"({SOURCE}) – [-Names-] {{+It names+}} what is rejected.") for line in lines)
    assert "/briefings/ukraine-settlement/issues/us-proposal/" in lines
    assert "/briefings/ukraine-settlement/issues/further-talks/" not in lines


def test_an_entry_whose_date_was_put_right_is_the_same_entry(root: Path) -> None:
    change(root, f"{POSITIONS}/russia.yml", ("as_of: 2025-12-02", "as_of: 2025-12-01"))
    output = diff(root).output
    assert "as of: [-2025-12-02-] {+2025-12-01+}" in output
    assert "(new)" not in output
    assert "(gone)" not in output


def test_a_later_entry_is_new_and_the_earlier_stays_as_it_was(root: Path) -> None:
    entry = (
        "positions:\n  - issue: us-proposal\n    as_of: 2025-12-02\n    withdrawn: true\n    statement: It ended.\n"
        f"    evidence:\n      - {{source: {SOURCE}, quote: looks better, speaker: volodymyr-zelenskyy}}\n"
    )
    change(root, f"{POSITIONS}/ukraine.yml", ("positions:\n", entry))
    output = diff(root).output
    assert "Ukraine on The revised US proposal, 2 December 2025 (new)" in output
    assert "stance: {+withdrawn, no successor+}" in output
    assert "Ukraine on The revised US proposal, December 2025" not in output


def test_what_was_renamed_is_neither_new_nor_gone_and_its_old_address_leads_on(root: Path) -> None:
    words = ["rename", "source", SOURCE, "moscow-talks", "--root", str(root)]
    assert CliRunner().invoke(main, words).exit_code == 0
    words = ["rename", "party", "ukraine", "kyiv", "--root", str(root)]
    assert CliRunner().invoke(main, words).exit_code == 0
    told = diff(root).output
    assert "(new)" not in told
    assert "(gone)" not in told
    assert "reported:" not in told
    assert "2 pages moved" in told
    assert f"Pages that lead on to a new address\n  /parties/ukraine/\n  /sources/{SOURCE}/\n" in told


def test_every_kind_of_content_is_told() -> None:
    files = {
        path.relative_to(HARBOUR).as_posix(): path.read_bytes()
        for name in ("briefings", "seeds")
        for path in (HARBOUR / name).rglob("*.*")
    }
    told = facts(examine(files).content.corpus, Now(None)).texts
    assert {about.section[1] for about in told} == {*Heading} - {Heading.WHOLE}


def test_a_briefing_that_came_or_went_is_told_in_one_line(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "project")
    (root / "briefings" / "lighthouse").rename(tmp_path / "lighthouse")
    committed(root)
    shutil.rmtree(root / "briefings" / "night-closing")
    (tmp_path / "lighthouse").rename(root / "briefings" / "lighthouse")
    output = diff(root).output
    assert output.startswith("Since HEAD: 2 whole briefings, ")
    told = [part.splitlines() for part in output.split("\n\n")[1:3]]
    amount = r"\d+ positions of \d parties on \d issues, \d+ pieces of evidence"
    for (_, heading, line), pattern in zip(
        told, (rf"new: {{\+{amount}\+}}", rf"gone: \[-{amount}-\]"), strict=True
    ):
        assert heading == "  The whole briefing"
        assert re.fullmatch(pattern, line.strip())
    assert output.count(" on ") == 2


def test_of_a_source_and_a_party_that_went_only_their_names_and_their_size_are_told(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "project")
    committed(root)
    shutil.rmtree(root / "briefings")
    (root / "briefings").mkdir()
    for path in root.glob("seeds/tide-*"):
        path.unlink()
    told = [line.strip() for line in diff(root).output.splitlines()]
    at = told.index("tide-2031-03-05 (gone)")
    assert [line.partition(":")[0] for line in told[at + 1 : at + 3]] == ["title", "stored text"]
    at = told.index("Parties")
    assert all(line.endswith(" (gone)") for line in told[at + 1 : at + 5 : 2])
    assert {line.partition(":")[0] for line in told[at + 2 : at + 6 : 2]} <= {"name", "speakers"}


def test_a_revision_is_called_as_people_know_it(root: Path) -> None:
    called = "--called", "the last release"
    assert diff(root, *called).output == "Nothing that a reader sees changed since the last release.\n"
    change(root, f"{POSITIONS}/russia.yml", ("party: russia", "party: nobody"))
    git(root, "commit", "--all", "--quiet", "--message", "A slip")
    change(root, f"{POSITIONS}/russia.yml", ("party: nobody", "party: russia"))
    output = diff(root, *called).output
    assert output.startswith("Since the last release: ")
    assert "At the last release the content had " in output


def test_a_speaker_is_told_by_the_name_in_the_party_whose_position_it_is() -> None:
    files = project()
    speaker = "        speaker: ada-vale\n"
    files["briefings/parties.yml"] = b"".join(
        f"{party}:\n  name: {party}\n  kind: organisation\n  speakers:\n    ada-vale: {{name: Ada of {party}}}\n".encode()
        for party in ("drivers", "town")
    )
    files["briefings/bridge/positions/drivers.yml"] += speaker.encode()
    told = facts(examine(files).content.corpus, Now(None)).texts
    assert any("Ada of drivers" in text for texts in told.values() for text in texts if "(" in text)


def test_a_changed_stored_text_is_told_line_by_line(root: Path) -> None:
    change(root, f"seeds/{SOURCE}.txt", ("Ushakov", "Ushakow"))
    (root / f"seeds/{SOURCE}.yml").write_text(
        "".join(
            line
            for line in (root / f"seeds/{SOURCE}.yml").read_text(encoding="utf-8").splitlines(keepends=True)
            if not line.startswith("sha256")
        ),
        encoding="utf-8",
    )
    lines = [line.strip() for line in diff(root).output.splitlines() if "stored text" in line]
    assert len(lines) == 1
    assert "Ushakow" in lines[0]


def test_a_new_source_is_told_by_its_length_and_not_in_full(root: Path) -> None:
    (root / "seeds" / "note.txt").write_text("One two three four.\n", encoding="utf-8")
    (root / "seeds" / "note.yml").write_text("title: A note\nlanguage: en\n", encoding="utf-8")
    output = diff(root).output
    assert "note (new)" in output
    assert "stored text: {+4 words+}" in output
    assert "One two" not in output


def test_pages_written_by_hand_are_told_too(root: Path) -> None:
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "about").mkdir()
    (root / "docs" / "about" / "README.md").write_text("# About us\n", encoding="utf-8")
    assert "New pages\n  /about/\n" in diff(root).output


def test_what_a_stranger_writes_is_no_markup_in_the_summary(root: Path) -> None:
    bad = "</li></ul>\n\n# Hm <script>alert(1)</script> [x](javascript:y) <img src=x onerror=z> **b** @all"
    change(root, BRIEFING, ("title: Talks", f"title: {json.dumps(bad)} # "))
    done = diff(root, "--format", "markdown")
    assert done.exit_code == 0, done.output
    page = html.fromstring(f"<div>{markdown(done.output)}</div>")
    assert {one.tag for one in page.iter()} <= {
        "div", "p", "h2", "h3", "h4", "ul", "li", "b", "ins", "del", "details", "summary", "code",
    }  # fmt: skip
    assert "# Hm <script>alert(1)</script> [x](javascript:y) <img src=x onerror=z> **b** @all" in " ".join(
        page.text_content().split()
    )


def test_the_summary_has_the_same_differences_as_the_text(root: Path) -> None:
    change(root, f"{POSITIONS}/ukraine.yml", ("stance: conditional", "stance: accepts"))
    told = diff(root, "--format", "markdown").output
    assert "<li>stance: <del>Conditional</del> <ins>Accepts</ins></li>" in told
    assert "<details><summary>Pages that read otherwise: " in told


def test_a_summary_is_never_longer_than_a_host_takes(root: Path) -> None:
    lines = "".join(f"Word {number} of a long text.\n" for number in range(40_000))
    (root / "docs").mkdir(exist_ok=True)
    for number in range(12_000):
        (root / "docs" / f"{'page' * 20}-{number}.md").touch()
    (root / "seeds" / "long.txt").write_text(lines, encoding="utf-8")
    (root / "seeds" / "long.yml").write_text("title: Long\nlanguage: en\n", encoding="utf-8")
    told = diff(root, "--format", "markdown").output
    assert len(told.encode()) < 1_000_000
    assert told.endswith("_There is more than can be shown here._\n")


def test_what_had_errors_at_the_revision_is_said(root: Path) -> None:
    change(root, f"{POSITIONS}/russia.yml", ("party: russia", "party: nobody"))
    git(root, "commit", "--all", "--quiet", "--message", "A slip")
    change(root, f"{POSITIONS}/russia.yml", ("party: nobody", "party: russia"))
    output = diff(root).output
    assert "At HEAD the content had " in output
    assert "Russia on Europe’s role, 2 December 2025 (new)" in output


def _no_commit(root: Path) -> None:
    shutil.rmtree(root / ".git")
    git(root, "init", "--quiet")


def _no_repository(root: Path) -> None:
    (root / ".git").rename(root.parent / "git")


@pytest.mark.parametrize(
    ("spoil", "revision", "told"),
    [
        (lambda _: None, "nonsuch", "Git knows no revision “nonsuch”"),
        (lambda _: None, "--upload-pack=x", "No such option"),
        (lambda _: None, "HEAD:seeds", "Git knows no revision “HEAD:seeds”"),
        (_no_commit, "HEAD", "has no commits yet"),
        (_no_repository, "HEAD", "is not in a repository"),
    ],
)
def test_what_is_no_revision_is_told_with_what_to_do(
    root: Path, spoil: Callable[[Path], None], revision: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    spoil(root)
    done = diff(root, revision=revision)
    assert done.exit_code == 2
    assert told in done.output


@pytest.mark.parametrize(
    ("kept_out", "promised"),
    [("--filter=blob:none", True), ("--filter=tree:0", True), ("--filter=blob:none", False)],
)
def test_files_that_git_has_not_fetched_are_told_with_how_to_fetch_them(
    tmp_path: Path, kept_out: str, *, promised: bool
) -> None:
    (tmp_path / "all" / "seeds").mkdir(parents=True)
    text = tmp_path / "all" / "seeds" / "a.txt"
    text.write_text("One.", encoding="utf-8")
    committed(text.parents[1])
    git(text.parents[1], "config", "uploadpack.allowFilter", "true")
    text.write_text("Two.", encoding="utf-8")
    git(text.parents[1], "commit", "--quiet", "--all", "--message", "Change")
    git(tmp_path, "clone", "--quiet", kept_out, text.parents[1].as_uri(), "part")
    if not promised:  # git then says “missing” of each file, and does not fail
        git(tmp_path / "part", "config", "--unset", "remote.origin.promisor")
    with pytest.raises(NoRevisionError, match="git fetch --refetch --no-filter"):
        files_at(tmp_path / "part", "HEAD~1", ("seeds",))
    git(tmp_path / "part", "fetch", "--quiet", "--refetch", "--no-filter", text.parents[1].as_uri(), "HEAD")
    assert files_at(tmp_path / "part", "HEAD~1", ("seeds",)) == {"seeds/a.txt": b"One."}


def test_content_with_errors_is_not_compared_and_the_errors_are_told(root: Path) -> None:
    change(root, f"{POSITIONS}/ukraine.yml", ("stance: conditional", "stance: perhaps"))
    done = diff(root)
    assert done.exit_code == 1
    assert "What has errors is not compared: mend them first." in done.output
    assert "ukraine.yml:5" in done.output
