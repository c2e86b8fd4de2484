"""`briefing lock` records the hash of a text in its sidecar, and tells what rests on a text that was changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.building import committed
from tests.test_cases import CASES, project

HASH = hashlib.sha256(b"x").hexdigest()
NEW = hashlib.sha256(
    (CASES / "E208-source-changed" / "fails-2" / "seeds" / "report.txt").read_bytes()
).hexdigest()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base of all cases as files."""
    lay(tmp_path, project())
    return tmp_path


def lay(root: Path, files: dict[str, bytes]) -> None:
    """Write files."""
    for name, raw in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def change(root: Path) -> None:
    """Change the stored text, so that one piece of evidence is lost."""
    lay(root, {"seeds/report.txt": project("E208-source-changed", "fails-2")["seeds/report.txt"]})


def lock(root: Path, *words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["lock", "--root", str(root), *words])


def test_without_a_name_all_that_have_no_hash_get_one(root: Path) -> None:
    sidecar = root / "seeds" / "report.yml"
    right = sidecar.read_bytes()
    sidecar.write_bytes(b"".join(line for line in right.splitlines(keepends=True) if b"sha256" not in line))
    done = lock(root)
    assert (done.exit_code, done.output.startswith("seeds/report.yml: recorded sha256 ")) == (0, True)
    assert sidecar.read_bytes() == right
    assert lock(root).output == "There was nothing to record.\n"


@pytest.mark.parametrize("name", ["report", "report.txt", "seeds/report.yml", "./seeds/report.txt"])
def test_a_source_is_named_by_its_name_or_by_one_of_its_files(root: Path, name: str) -> None:
    assert lock(root, name).exit_code == 0


def test_a_name_that_is_nearly_one_is_put_right(root: Path) -> None:
    done = lock(root, "reprot")
    assert (done.exit_code, "Did you mean “report”?" in done.output) == (2, True)


def test_a_changed_text_is_not_recorded_and_what_rests_on_it_is_told(root: Path) -> None:
    committed(root)
    change(root)
    before = (root / "seeds" / "report.yml").read_bytes()
    done = lock(root, "report")
    assert done.exit_code == 1
    assert (
        done.output
        == """\
seeds/report.yml:3: seeds/report.txt is not the text whose hash is recorded here.
2 pieces of evidence: 1 lost, 1 unmoved.
briefings/bridge/positions/drivers.yml:10: lost, this quote does not match report: some words differ: wants the bridge to be wider
      = Your file: wants the bridge to be [wider]
      = The source: wants the bridge to be [longer]
      = To paste: reported: "wants the bridge to be longer"
briefings/bridge/briefing.yml:10: unmoved, in paragraph 1: We will open the bridge in May
Put the stored text back as it was. If it was stored wrongly before, put right what is lost, and
record the new hash: briefing lock --accept report

Nothing was recorded.
"""
    )
    assert (root / "seeds" / "report.yml").read_bytes() == before


def test_what_moved_is_told_with_its_paragraphs(root: Path) -> None:
    committed(root)
    text = root / "seeds" / "report.txt"
    text.write_bytes(b"A paragraph more.\n\n" + text.read_bytes())
    assert ": moved, from paragraph 1 to paragraph 2: " in lock(root, "report").output


def test_what_moved_within_its_paragraph_is_told_with_the_distance(root: Path) -> None:
    committed(root)
    text = root / "seeds" / "report.txt"
    text.write_bytes(b"So: " + text.read_bytes())
    assert ": moved, in paragraph 1, 4 characters further on: " in lock(root, "report").output


def test_where_the_text_before_is_not_known_only_what_is_there_is_told(root: Path) -> None:
    change(root)
    done = lock(root, "report")
    assert "not in the history of the project" in done.output
    assert ": still there, in paragraph 1: " in done.output
    assert ": lost, " in done.output


def test_other_line_ends_are_told_as_what_they_are(root: Path) -> None:
    committed(root)
    text = root / "seeds" / "report.txt"
    text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n"))
    assert "no word was changed" in lock(root, "report").output


def test_a_change_that_is_accepted_is_recorded(root: Path) -> None:
    change(root)
    done = lock(root, "--accept", "report")
    assert done.exit_code == 0
    assert done.output.endswith(f"seeds/report.yml: recorded sha256 {NEW}\n")
    assert NEW in (root / "seeds" / "report.yml").read_text(encoding="utf-8")


def test_changes_are_accepted_by_name_only(root: Path) -> None:
    change(root)
    assert lock(root, "--accept").exit_code == 2
    assert NEW not in (root / "seeds" / "report.yml").read_text(encoding="utf-8")


def test_without_a_name_a_changed_text_is_told_and_the_others_are_recorded(root: Path) -> None:
    change(root)
    lay(root, {"seeds/new.txt": b"A text.", "seeds/new.yml": b"title: N\nlanguage: en"})
    done = lock(root)
    assert done.exit_code == 1
    assert "seeds/report.txt is not the text" in done.output
    assert "sha256: " in (root / "seeds" / "new.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "sidecar",
    [b"title: N", b"title: [N\nlanguage: en\n", b"", b"\xff", b"sha256: [a]\ntitle: N\nlanguage: en\n"],
)
def test_where_one_of_several_has_faults_none_is_recorded(root: Path, sidecar: bytes) -> None:
    lay(root, {"seeds/a.txt": b"A text.", "seeds/a.yml": b"title: A\nlanguage: en\n"})
    lay(root, {"seeds/new.txt": b"A text.", "seeds/new.yml": sidecar})
    done = lock(root, "a", "new")
    assert done.exit_code == 1
    assert "seeds/new.yml" in done.output
    assert (root / "seeds" / "a.yml").read_bytes() == b"title: A\nlanguage: en\n"
    assert (root / "seeds" / "new.yml").read_bytes() == sidecar


def test_a_text_without_a_sidecar_is_told(root: Path) -> None:
    lay(root, {"seeds/new.txt": b"A text."})
    done = lock(root, "new")
    assert (done.exit_code, "[E015]" in done.output) == (1, True)


def test_an_empty_hash_is_filled_in_and_a_wrong_one_asks_for_a_look(root: Path) -> None:
    lay(root, {"seeds/new.txt": b"x", "seeds/new.yml": b"title: N\nlanguage: en\nsha256:\n"})
    assert lock(root, "new").exit_code == 0
    assert (root / "seeds" / "new.yml").read_text(encoding="utf-8").endswith(f"sha256: {HASH}\n")
    lay(root, {"seeds/new.yml": b"title: N\nlanguage: en\nsha256: later\n"})
    assert lock(root, "new").exit_code == 1
    assert lock(root, "--accept", "new").exit_code == 0


def test_where_writing_fails_nothing_is_changed_and_nothing_is_left_behind(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(root, {"seeds/new.txt": b"x", "seeds/new.yml": b"title: N\nlanguage: en\n"})
    before = sorted((root / "seeds").iterdir())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device", "seeds/new.yml")

    monkeypatch.setattr("os.fsync", full)
    done = lock(root, "new")
    assert (done.exit_code, "No space left on device" in done.output) == (1, True)
    assert sorted((root / "seeds").iterdir()) == before
    assert (root / "seeds" / "new.yml").read_bytes() == b"title: N\nlanguage: en\n"


def test_a_sidecar_keeps_its_permissions(root: Path) -> None:
    lay(root, {"seeds/new.txt": b"x", "seeds/new.yml": b"title: N\nlanguage: en\n"})
    (root / "seeds" / "new.yml").chmod(0o640)
    lock(root, "new")
    assert (root / "seeds" / "new.yml").stat().st_mode & 0o777 == 0o640


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    assert "there is no folder seeds/" in lock(tmp_path).output
    (tmp_path / "seeds").mkdir()
    assert lock(tmp_path).output == "There was nothing to record.\n"
