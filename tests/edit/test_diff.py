"""`briefing diff`: what changed for readers since a revision, as text and as Markdown."""

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
from generator.edit.error import EditError
from generator.edit.git import files_at
from tests.building import HARBOUR, ROOT, committed, copy_project, git, small_project

POSITIONS = "briefings/ukraine-settlement/positions"
BRIEFING = "briefings/ukraine-settlement/briefing.yml"
SOURCE = "moscow-talks-2025-12-02"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the real project in a git repository."""
    committed(copy_project(ROOT, tmp_path / "project"))
    return tmp_path / "project"


def committed_harbour(folder: Path) -> Path:
    """Return a copy of the harbour example in a git repository."""
    committed(copy_project(HARBOUR, folder / "harbour"))
    return folder / "harbour"


def diff(root: Path, *options: str, revision: str = "HEAD") -> Result:
    return CliRunner().invoke(main, ["diff", revision, "--root", str(root), *options])


def change(root: Path, path: str, *replacements: tuple[str, str]) -> None:
    """Replace texts in the file at `path`; each old text must be there."""
    text = (root / path).read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    (root / path).write_text(text, encoding="utf-8")


def test_a_comment_and_a_hidden_file_change_nothing_for_readers(root: Path) -> None:
    change(root, f"{POSITIONS}/ukraine.yml", ("party: ukraine\n", "party: ukraine\n# A thought.\n"))
    (root / "seeds" / ".notes.txt").write_text("mine", encoding="utf-8")
    done = diff(root, "--called", "the last release")
    assert done.output == "Nothing that readers see has changed since the last release.\n"
    assert done.exit_code == 0


def test_changed_stances_and_words_are_shown_with_the_old_ones(root: Path) -> None:
    change(
        root,
        f"{POSITIONS}/ukraine.yml",
        ("stance: conditional", "stance: accepts"),
        ("why: Names what is rejected", "why: It names what is rejected"),
    )
    lines = [line.strip() for line in diff(root).output.splitlines()]
    assert lines[0] == "Changed since HEAD: 2 positions."
    start = lines.index("Ukraine on The revised US proposal, 2025-12")
    assert lines[start + 1] == "stance: [-Conditional-] {+Accepts+}"
    assert any(line.endswith(f"{SOURCE}) – [-Names-] {{+It names+}} what is rejected.") for line in lines)
    output = diff(root, "--format", "markdown").output
    assert "<li>stance: <del>Conditional</del> <ins>Accepts</ins></li>" in output


def test_an_entry_with_another_date_is_another_entry(root: Path) -> None:
    change(root, f"{POSITIONS}/russia.yml", ("as_of: 2025-12-02", "as_of: 2025-12-01"))
    output = diff(root).output
    assert ", 2025-12-01 (new)\n" in output
    assert ", 2025-12-02 (removed)\n" in output


def test_a_changed_stored_text_is_shown_with_its_source(root: Path) -> None:
    text = root / "seeds" / f"{SOURCE}.txt"
    text.write_bytes(text.read_bytes() + b"One more line.\n")
    change(root, f"seeds/{SOURCE}.yml", ("sha256: ", "# sha256: "))
    lines = [line.strip() for line in diff(root).output.splitlines()]
    assert lines[0] == "Changed since HEAD: 1 source."
    assert lines[-2] == SOURCE
    assert lines[-1].startswith("hash of the stored text: [-")


def test_a_later_entry_is_new_and_the_earlier_one_is_unchanged(root: Path) -> None:
    entry = (
        "positions:\n  - issue: us-proposal\n    as_of: 2025-12-02\n    withdrawn: true\n    statement: It ended.\n"
        f"    evidence:\n      - {{source: {SOURCE}, quote: looks better, speaker: volodymyr-zelenskyy}}\n"
    )
    change(root, f"{POSITIONS}/ukraine.yml", ("positions:\n", entry))
    output = diff(root).output
    assert "Ukraine on The revised US proposal, 2025-12-02 (new)" in output
    assert "stance: {+withdrawn+}" in output
    assert "Ukraine on The revised US proposal, 2025-12\n" not in output


def test_renamed_sources_parties_and_issues_are_the_same_items(root: Path) -> None:
    for kind, old, new in (
        ("source", SOURCE, "moscow-talks"),
        ("party", "ukraine", "kyiv"),
        ("issue", "ukraine-settlement/us-proposal", "american-proposition"),
    ):
        done = CliRunner().invoke(main, ["rename", kind, old, new, "--root", str(root)])
        assert done.exit_code == 0, done.output
    assert diff(root).output == "Nothing that readers see has changed since HEAD.\n"


def test_texts_issues_the_briefing_and_sources_are_compared(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "project")
    committed(root)
    path = "briefings/night-closing/briefing.yml"
    change(
        root, path, ("question: Will", "question: So will"), ("text: The council", "text: Then the council")
    )
    change(root, path, ("\nissues:\n", "\nissues:  # now\n"), ("\n    title: ", "\n    title: The "))
    change(root, "seeds/tide-2031-03-05.yml", ("publisher: The Tide", "publisher: The New Tide"))
    change(root, path, ("The islanders ask for quiet.", "The islanders ask for more quiet."))
    change(root, path, ("a second vote is likely", "a second vote is certain"), ("now: The", "now: Now the"))
    change(
        root,
        "briefings/night-closing/positions/night-line.yml",
        ("would take part in a trial", "may take part in a trial"),
    )
    output = diff(root).output
    assert "timeline: 2031-02 – The islanders ask for {+more+} quiet." in output
    assert "a second vote is [-likely-] {+certain+} then" in output
    assert (
        "corrections: 2031-06-12 – The noise limit is 58 dB(A). – [-The-] {+Now the+} noise limit" in output
    )
    assert "the company [-would-] {+may+} take part in a trial" in output
    headings = re.findall(r"^  (\w+)$", output, re.MULTILINE)
    assert headings == ["Positions", "Text", "Issues", "Briefing", "Sources"]
    assert "question: [-Will-] {+So will+} ferries stop at night?" in output
    assert "publisher: The {+New+} Tide" in output


def test_of_a_new_or_removed_briefing_only_the_size_is_shown(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "project")
    (root / "briefings" / "lighthouse").rename(tmp_path / "lighthouse")
    committed(root)
    shutil.rmtree(root / "briefings" / "night-closing")
    (tmp_path / "lighthouse").rename(root / "briefings" / "lighthouse")
    output = diff(root).output
    assert output.startswith("Changed since HEAD: 2 whole briefings, ")
    assert len(re.findall(r"size: {\+\d+ positions, \d parties, \d issues\+}", output)) == 1
    assert len(re.findall(r"size: \[-\d+ positions, \d parties, \d issues-\]", output)) == 1
    assert "stance" not in output


def test_markup_in_content_is_shown_as_text_in_the_summary(root: Path) -> None:
    bad = "</li></ul>\n\n# Hm <script>alert(1)</script> [x](javascript:y) <img src=x onerror=z> **b** @all"
    change(root, BRIEFING, ("title: Talks", f"title: {json.dumps(bad)}  # "))
    done = diff(root, "--format", "markdown")
    assert done.exit_code == 0, done.output
    page = html.fromstring(f"<div>{markdown(done.output)}</div>")
    tags = {element.tag for element in page.iter()}
    assert tags <= {"div", "p", "h2", "h3", "h4", "ul", "li", "b", "ins", "del"}
    text = " ".join(page.text_content().split())
    assert "# Hm <script>alert(1)</script> [x](javascript:y) <img src=x onerror=z> **b** @all" in text


def test_the_summary_is_never_too_long_for_github(root: Path) -> None:
    long = "".join(f"  - text: Unknown {number} {'of many ' * 12_000}\n" for number in range(10))
    change(root, BRIEFING, ("\nunknowns:\n", f"\nunknowns:\n{long}"))
    output = diff(root, "--format", "markdown").output
    assert len(output.encode()) < 1_000_000
    assert output.endswith("_The report is cut here, because it is too long._\n")


def test_a_revision_with_errors_cannot_be_compared(root: Path) -> None:
    change(root, f"{POSITIONS}/russia.yml", ("party: russia", "party: nobody"))
    git(root, "commit", "--all", "--quiet", "--message", "A slip")
    change(root, f"{POSITIONS}/russia.yml", ("party: nobody", "party: russia"))
    done = diff(root)
    assert done.exit_code == 0
    assert re.fullmatch(r"At HEAD, the content has \d+ errors?, so it cannot be compared\.\n", done.output)


def test_content_with_errors_is_not_compared_and_the_errors_are_reported(root: Path) -> None:
    change(root, f"{POSITIONS}/ukraine.yml", ("stance: conditional", "stance: perhaps"))
    done = diff(root)
    assert done.exit_code == 1
    assert "Content with errors cannot be compared. Fix the errors first." in done.output
    assert "ukraine.yml:5" in done.output


def _no_commit(root: Path) -> None:
    shutil.rmtree(root / ".git")
    git(root, "init", "--quiet")


def _no_repository(root: Path) -> None:
    (root / ".git").rename(root.parent / "git")


@pytest.mark.parametrize(
    ("spoil", "revision", "message"),
    [
        (lambda _: None, "nonsuch", "Git finds no revision “nonsuch”"),
        (lambda _: None, "--upload-pack=x", "No such option"),
        (lambda _: None, "HEAD:seeds", "Git finds no revision “HEAD:seeds”"),
        (_no_commit, "HEAD", "Git finds no revision “HEAD”"),
        (_no_repository, "HEAD", "Git finds no revision “HEAD”"),
    ],
)
def test_a_wrong_revision_is_an_error_that_says_what_to_do(
    root: Path, spoil: Callable[[Path], None], revision: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    spoil(root)
    done = diff(root, revision=revision)
    assert done.exit_code > 0
    assert message in done.output


@pytest.mark.parametrize(
    ("kept_out", "promised"),
    [("--filter=blob:none", True), ("--filter=tree:0", True), ("--filter=blob:none", False)],
)
def test_files_that_git_has_not_fetched_are_an_error_that_says_how_to_fetch_them(
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
    with pytest.raises(EditError, match="git fetch --refetch --no-filter"):
        files_at(tmp_path / "part", "HEAD~1", ("seeds",))
    git(tmp_path / "part", "fetch", "--quiet", "--refetch", "--no-filter", text.parents[1].as_uri(), "HEAD")
    assert files_at(tmp_path / "part", "HEAD~1", ("seeds",)) == {"seeds/a.txt": b"One."}


def test_whose_words_and_where_they_are_is_compared(tmp_path: Path) -> None:
    root = committed_harbour(tmp_path)
    positions = "briefings/trial-boats/positions"
    change(root, f"{positions}/crews.yml", ('page: "4"', 'page: "5", parties: [crews, night-line]'))
    change(root, "seeds/joint-2031-05-18.yml", ("night-line]", "night-line, islanders]"))
    change(root, "seeds/lund-2031-01-15.yml", ("kind: speech", "kind: statement"))
    output = diff(root).output
    assert "council-2031-05-20, page [-4, jon-vik)-] {+5, jon-vik, crews and night-line)+}" in output
    assert "kind: [-speech-] {+statement+}" in output
    assert "words of: {+islanders+}" in output


def test_another_amount_option_and_reason_are_shown(tmp_path: Path) -> None:
    root = committed_harbour(tmp_path)
    council = "briefings/boats/positions/harbour-council.yml"
    change(root, council, ("amount: 3", "amount: 4"), ("option: quay", "option: old-harbour"))
    change(root, council, ("not a wish of others", "not a wish of the islands"))
    output = diff(root).output
    assert "amount: [-3-] {+4+} boats" in output
    assert "option: [-At the ferry quay-] {+In the old harbour+}" in output
    assert "reason: " in output


def test_another_definition_of_a_stance_is_shown(tmp_path: Path) -> None:
    root = committed_harbour(tmp_path)
    change(
        root,
        "briefings/lighthouse/briefing.yml",
        ("that the number is wrong", "that the number is not right"),
    )
    assert (
        "scale: doubts it: The party says that the number is [-wrong.-] {+not right.+}" in diff(root).output
    )


def test_a_repository_of_another_user_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(small_project(tmp_path / "a b"))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    done = CliRunner().invoke(main, ["diff", "HEAD", "--root", str(tmp_path / "a b")])
    assert done.exit_code == 1
    assert f"git config --global --add safe.directory '{tmp_path / 'a b'}'" in done.output
