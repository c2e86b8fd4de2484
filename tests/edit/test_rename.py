"""`briefing rename` changes an identifier everywhere and redirects the old pages."""

import hashlib
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.content.files import read_files
from generator.content.originals import original_errors
from generator.pipeline import build_pages, examine, examine_folder, plan_exports, site_of
from generator.site.exports.redirects import SCRIPT
from tests.building import HARBOUR, ROOT, copy_project
from tests.building import files as files_of

SLUG = "ukraine-settlement"
RENAMES = [
    ("party", "russia", "russian-federation"),
    ("source", "moscow-talks-2025-12-02", "moscow-talks"),
    ("issue", f"{SLUG}/us-proposal", "revised-proposition"),
    ("proposition", f"{SLUG}/occupied-territory/russian-control", "control"),
    ("speaker", "russian-federation/yuri-ushakov", "ushakov"),
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
def test_only_the_identifier_changes(root: Path, words: tuple[str, str, str]) -> None:
    kind, name, new = words
    name = name.replace("russian-federation", "russia")
    old = name.rsplit("/", maxsplit=1)[-1]
    before = files_of(root)
    done = run(root, kind, name, new)
    assert done.exit_code == 0, done.output
    after = {path: raw for path, raw in files_of(root).items() if path != "briefings/renamed.yml"}
    assert len(after) == len(before)
    for path, raw in before.items():
        rows = raw.decode(errors="replace").splitlines()
        new_path = path if path in after else path.replace(old, new)
        new_rows = after[new_path].decode(errors="replace").splitlines()
        changed = [pair for pair in zip(rows, new_rows, strict=True) if pair[0] != pair[1]]
        assert all(row.replace(old, new) == new_row for row, new_row in changed)


def test_an_option_is_renamed_in_its_issue_and_in_positions(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "site")
    assert run(root, "option", "boats/berth/old-harbour", "old-port").exit_code == 0
    texts = {
        path.name: path.read_text(encoding="utf-8") for path in (root / "briefings/boats").rglob("*.yml")
    }
    assert "      old-port: {label: In the old harbour}" in texts["briefing.yml"]
    assert "    option: old-port\n" in texts["islanders.yml"]
    assert not examine_folder(root).has_errors


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project after all renames."""
    root = copy_project(ROOT, tmp_path_factory.mktemp("renamed") / "site")
    for words in RENAMES:
        assert run(root, *words).exit_code == 0, words
    return root


def test_after_all_renames_the_check_finds_no_problem_and_the_same_passages(renamed: Path) -> None:
    before, after = examine_folder(ROOT), examine_folder(renamed)
    codes = [[item.code for item in project.diagnostics] for project in (before, after)]
    assert codes == [["W471"], ["W471"]]  # the excerpt of the real source
    assert len(after.content.passages) == len(before.content.passages)


def test_every_old_page_redirects_to_a_page(renamed: Path) -> None:
    old = {page.uri for page in build_pages(site_of(examine_folder(ROOT)))}
    site = site_of(examine_folder(renamed))
    new = {page.uri for page in build_pages(site)}
    redirects = {export.uri: export.content for export in plan_exports(site)}
    for uri in old - new:
        folder = uri.removesuffix("index.md").removesuffix(".md").rstrip("/")
        text = redirects[f"{folder}/index.html"].decode()
        link = re.search(r'href="((?:\.\./)+)([^"]*)">', text)
        assert link is not None
        assert link[1].count("../") == folder.count("/") + 1
        target = link[2].rstrip("/")
        assert {f"{target}.md", f"{target}/index.md"} & new, uri
        assert SCRIPT in text
    assert len(old - new) >= 10


def test_later_renames_update_earlier_redirects(root: Path) -> None:
    run(root, "party", "russia", "a")
    run(root, "party", "a", "b")
    assert "  a: b\n  russia: b\n" in (root / "briefings/renamed.yml").read_text(encoding="utf-8")
    run(root, "party", "b", "russia")
    assert "  a: russia\n  b: russia\n" in (root / "briefings/renamed.yml").read_text(encoding="utf-8")
    assert [item.code for item in examine_folder(root).diagnostics] == ["W471"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("party", "rusia", "a"), "Did you mean “russia”?"),
        (("party", "russia", "ukraine"), "The party “ukraine” exists already"),
        (("party", "russia", "Russia!"), "cannot be an identifier"),
        (("speaker", "russia/nobody", "a"), "There is no speaker “nobody”"),
        (("speaker", "yuri-ushakov", "a"), "Name the speaker as PARTY/SPEAKER"),
        (("proposition", f"{SLUG}/us-proposal/russian-control", "a"), "There is no proposition “russian-control”"),
    ],
)  # fmt: skip
def test_an_impossible_rename_is_an_error_and_nothing_is_written(
    root: Path, words: tuple[str, ...], message: str
) -> None:
    before = files_of(root)
    done = run(root, *words)
    assert done.exit_code == 1
    assert message in done.output
    assert files_of(root) == before


def test_the_written_changed_and_deleted_files_are_listed(root: Path) -> None:
    done = run(root, "party", "russia", "moscow")
    assert f"Wrote briefings/{SLUG}/positions/moscow.yml.\n" in done.output
    assert "Changed briefings/parties.yml.\n" in done.output
    assert f"Deleted briefings/{SLUG}/positions/russia.yml.\n" in done.output


def test_a_project_with_errors_is_not_changed(root: Path) -> None:
    (root / "seeds/notes.doc").write_bytes(b"x")
    before = files_of(root)
    assert "The project has errors" in run(root, "party", "russia", "a").output
    assert files_of(root) == before


def test_an_existing_file_is_not_overwritten(root: Path) -> None:
    for name in (SLUG, "talks"):
        (root / "briefings" / name).mkdir(exist_ok=True)
        (root / "briefings" / name / "README.md").write_text(name, encoding="utf-8")
    before = files_of(root)
    done = run(root, "briefing", SLUG, "talks")
    assert done.exit_code == 1
    assert "briefings/talks/README.md exists already" in done.output
    assert files_of(root) == before


def test_if_an_old_file_cannot_be_deleted_everything_stays_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, rename = files_of(root), Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.as_posix().endswith(f"{SLUG}/positions/russia.yml"):
            raise PermissionError(13, "Permission denied", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    done = run(root, "briefing", SLUG, "talks")
    assert done.exit_code == 1
    assert "Nothing was written" in done.output
    assert files_of(root) == before
    assert not (root / "briefings/talks").exists()


def test_names_of_folders_are_valid_identifiers(root: Path) -> None:
    for old, new in (("russia", "briefing"), ("briefing", "positions"), ("positions", "russia")):
        assert run(root, "party", old, new).exit_code == 0
    for old, new in (("moscow-talks-2025-12-02", "seeds"), ("seeds", "e"), ("e", "moscow")):
        assert run(root, "source", old, new).exit_code == 0
    assert (root / "seeds/moscow.txt").is_file()
    assert not examine_folder(root).has_errors


def test_a_briefing_keeps_the_name_of_a_speaker_whom_two_parties_have(root: Path) -> None:
    for path in (root / "briefings").rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"donald-trump", b"vladimir-putin"))
    assert not examine(*read_files(root)).has_errors
    about = root / "briefings" / SLUG / "briefing.yml"
    before = about.read_bytes()
    run(root, "speaker", "russia/vladimir-putin", "putin")
    assert about.read_bytes() == before


HARBOUR_RENAMES = [
    ("party", "islanders", "island-people", {"seeds/lie-2031-06-11.yml": "party: island-people"}),
    ("party", "night-line", "night-co", {"seeds/joint-2031-05-18.yml": "[harbour-council, night-co]"}),
    (
        "speaker",
        "islanders/tor-lie",
        "t-lie",
        {
            "seeds/lie-2031-06-11.yml": "speaker: t-lie",
            "briefings/trial-boats/positions/coast-league.yml": "speaker: t-lie",
        },
    ),
]


@pytest.mark.parametrize(("kind", "name", "new", "changed"), HARBOUR_RENAMES)
def test_sources_and_blocs_use_the_new_identifier(
    kind: str, name: str, new: str, changed: dict[str, str], tmp_path: Path
) -> None:
    root = copy_project(HARBOUR, tmp_path / "harbour")
    assert run(root, kind, name, new).exit_code == 0
    for path, words in changed.items():
        assert words in (root / path).read_text(encoding="utf-8")
    assert not examine_folder(root).has_errors


def test_the_parties_of_evidence_use_the_new_identifier(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "harbour")
    path = root / "briefings/trial-boats/positions/crews.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('page: "4"', "parties: [crews, night-line]"), encoding="utf-8")
    assert run(root, "party", "night-line", "night-co").exit_code == 0
    assert "parties: [crews, night-co]" in path.read_text(encoding="utf-8")


def test_a_speaker_of_another_party_with_the_same_identifier_stays(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "harbour")
    parties = root / "briefings/parties.yml"
    text = parties.read_text(encoding="utf-8")
    parties.write_text(
        text.replace("    jon-vik: {", "    tor-lie: {name: Tor Liestad}\n    jon-vik: {"), encoding="utf-8"
    )
    assert run(root, "speaker", "crews/tor-lie", "liestad").exit_code == 0
    assert "speaker: tor-lie" in (root / "seeds/lie-2031-06-11.yml").read_text(encoding="utf-8")
    assert run(root, "speaker", "islanders/tor-lie", "t-lie").exit_code == 0
    assert "speaker: t-lie" in (root / "seeds/lie-2031-06-11.yml").read_text(encoding="utf-8")


def test_the_original_of_a_source_gets_its_new_name(root: Path) -> None:
    page, old = b"<p>A page</p>", "moscow-talks-2025-12-02"
    sidecar = root / f"seeds/{old}.yml"
    original = (
        f"original: {{format: html, sha256: {hashlib.sha256(page).hexdigest()}, converted_by: A program}}\n"
    )
    sidecar.write_text(sidecar.read_text(encoding="utf-8") + original, encoding="utf-8")
    (root / "seeds/originals").mkdir()
    (root / f"seeds/originals/{old}.html").write_bytes(page)
    assert run(root, "source", old, "moscow").exit_code == 0
    assert files_of(root / "seeds/originals") == {"moscow.html": page}
    assert original_errors(root) == ()
