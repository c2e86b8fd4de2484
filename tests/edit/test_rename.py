"""`briefing rename` changes an identifier everywhere and leaves the way to the new address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.content.files import read_files
from generator.pipeline import build_exports, build_pages, examine, examine_folder, site_of
from generator.site.exports.redirects import SCRIPT
from tests.building import HARBOUR, ROOT, copy_project
from tests.building import files as files_of

SLUG = "ukraine-settlement"
RENAMES = [
    ("party", "russia", "russian-federation"),
    ("source", "moscow-talks-2025-12-02", "moscow-talks"),
    ("issue", "us-proposal", "revised-proposal"),
    ("proposal", "russian-control", "control", "--issue", "occupied-territory"),
    ("speaker", "yuri-ushakov", "ushakov"),
    ("briefing", SLUG, "ukraine-talks"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of this project."""
    return copy_project(ROOT, tmp_path / "site")


def run(root: Path, *words: str) -> Result:
    """Run the command."""
    done = CliRunner().invoke(main, ["rename", *words, "--root", str(root)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.mark.parametrize("words", RENAMES, ids=lambda words: words[0])
def test_nothing_but_the_identifier_changes(root: Path, words: tuple[str, ...]) -> None:
    _, old, new, *_ = words
    before = files_of(root)
    done = run(root, *words)
    assert done.exit_code == 0, done.output
    after = {path: raw for path, raw in files_of(root).items() if path != "briefings/renamed.yml"}
    assert len(after) == len(before)
    for was, now in zip(before, after, strict=True):  # both sorted; no rename here changes the order of files
        assert was == now or was.replace(old, new) == now
    texts = [raw.decode() for path, raw in after.items() if path.endswith(".yml")]
    assert any(re.search(rf"(?<![\w-]){new}(?![\w-])", text) for text in texts) or words[0] == "briefing"
    # What is left of the old one is in comments and in sentences.
    changed = [
        (one, other)
        for path, raw in before.items()
        for one, other in zip(
            raw.decode(errors="replace").splitlines(),
            after[path if path in after else path.replace(old, new)].decode(errors="replace").splitlines(),
            strict=True,
        )
        if one != other
    ]
    assert all(one.replace(old, new) == other for one, other in changed)


def test_the_site_after_all_of_them_has_no_fault_and_the_same_passages(root: Path) -> None:
    before = examine_folder(root)
    for words in RENAMES:
        assert run(root, *words).exit_code == 0, words
    after = examine_folder(root)
    assert after.diagnostics == before.diagnostics == ()
    assert len(after.content.passages) == len(before.content.passages)


def test_every_page_that_had_an_address_still_leads_somewhere(root: Path) -> None:
    old = {page.uri for page in build_pages(site_of(examine_folder(root)))}
    for words in RENAMES:
        run(root, *words)
    site = site_of(examine_folder(root))
    new = {page.uri for page in build_pages(site)}
    moved = {one.uri: one.content.decode() for one in build_exports(site) if one.uri.endswith(".html")}
    for uri in old - new:
        folder = uri.removesuffix("index.md").removesuffix(".md").rstrip("/")
        text = moved[f"{folder}/index.html"]
        link = re.search(r'href="((?:\.\./)+)([^"]*)">', text)
        assert link is not None
        assert link[1].count("../") == folder.count("/") + 1
        there = link[2].rstrip("/")
        assert {f"{there}.md", f"{there}/index.md"} & new, uri
        assert SCRIPT in text
    assert len(old - new) >= 11


def test_a_second_rename_leads_old_addresses_straight_on_and_back_again(root: Path) -> None:
    run(root, "party", "russia", "a")
    run(root, "party", "a", "b")
    assert "  a: b\n  russia: b\n" in (root / "briefings/renamed.yml").read_text(encoding="utf-8")
    run(root, "party", "b", "russia")
    assert "  a: russia\n  b: russia\n" in (root / "briefings/renamed.yml").read_text(encoding="utf-8")
    assert examine_folder(root).diagnostics == ()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("party", "rusia", "a"), "Did you mean “russia”?"),
        (("party", "russia", "ukraine"), "there is a party “ukraine” already"),
        (("party", "russia", "Russia!"), "is no identifier"),
        (("speaker", "nobody", "a"), "No such identifier is there"),
        (("issue", "none", "a"), "No such identifier is there"),
        (("proposal", "basis", "a", "--issue", "none"), "there is no issue “none”"),
        (("proposal", "russian-control", "a"), "give --issue. The issues: us-proposal, occupied-territory"),
    ],
)
def test_what_cannot_be_renamed_is_told_and_nothing_is_written(
    root: Path, words: tuple[str, ...], said: str
) -> None:
    before = files_of(root)
    done = run(root, *words)
    assert done.exit_code == 2
    assert said in done.output
    assert files_of(root) == before


def test_what_changed_is_told_and_no_places_where_only_names_of_files_did(root: Path) -> None:
    done = run(root, "briefing", SLUG, "talks")
    assert done.output.endswith(f"united-states.yml.\n“{SLUG}” is “talks” now.\n")
    done = run(root, "briefing", "talks", SLUG)
    assert done.output.endswith(f"“talks” is “{SLUG}” now.\nChanged with it:\n  briefings/renamed.yml\n")
    assert "Places that changed: " in run(root, "party", "russia", "a").output


def test_a_project_with_errors_is_mended_first(root: Path) -> None:
    (root / "seeds/notes.doc").write_bytes(b"x")
    before = files_of(root)
    assert "mend them first" in run(root, "party", "russia", "a").output
    assert files_of(root) == before


def test_a_file_in_the_new_place_is_never_overwritten(root: Path) -> None:
    for name in (SLUG, "talks"):
        (root / "briefings" / name).mkdir(exist_ok=True)
        (root / "briefings" / name / "README.md").write_text(name, encoding="utf-8")
    before = files_of(root)
    done = run(root, "briefing", SLUG, "talks")
    assert done.exit_code == 1
    assert "briefings/talks/README.md is there already" in done.output
    assert files_of(root) == before


@pytest.mark.parametrize("words", [("briefing", SLUG, "talks"), ("party", "russia", "talks")])
def test_where_an_old_file_cannot_be_removed_all_is_put_back(
    root: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    before, unlink = files_of(root), Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.as_posix().endswith(f"{SLUG}/positions/russia.yml"):
            raise PermissionError(13, "Permission denied", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    done = run(root, *words)
    assert done.exit_code == 1
    assert "Nothing was written" in done.output
    assert files_of(root) == before
    assert not (root / "briefings/talks").exists()


def test_a_party_and_a_source_with_the_name_of_another_file_are_renamed_like_all_others(root: Path) -> None:
    for old, new in (("russia", "briefing"), ("briefing", "positions"), ("positions", "russia")):
        assert run(root, "party", old, new).exit_code == 0
    for old, new in (("moscow-talks-2025-12-02", "seeds"), ("seeds", "e"), ("e", "moscow")):
        assert run(root, "source", old, new).exit_code == 0
    assert (root / "seeds/moscow.txt").is_file()
    assert examine_folder(root).sound


def test_an_identifier_of_several_briefings_asks_which() -> None:
    # The two made-up briefings share parties, and no issue; a proposal needs its briefing all the same.
    done = run(HARBOUR, "proposal", "museum", "a", "--issue", "museum")
    assert "Give --briefing" in done.output


def test_a_speaker_whom_two_parties_have_is_renamed_for_the_one_that_is_named(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    path = root / "briefings/parties.yml"
    text = path.read_text(encoding="utf-8").replace("donald-trump:", "vladimir-putin:")
    path.write_text(text, encoding="utf-8")
    for file in (root / "briefings").rglob("*.yml"):
        file.write_text(
            file.read_text(encoding="utf-8").replace("speaker: donald-trump", "speaker: vladimir-putin"),
            encoding="utf-8",
        )
    assert "Give --party" in run(root, "speaker", "vladimir-putin", "a").output
    assert examine(*read_files(root)).sound
