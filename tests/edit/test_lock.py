"""`briefing lock` records the hash of a text in its sidecar, and shows what a changed text does to its evidence."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.edit.error import EditError
from generator.edit.lock import with_hash
from tests.test_cases import project

CHANGED = project("E208-source-changed", "fails-2")["seeds/report.txt"]
NEW = hashlib.sha256(CHANGED).hexdigest()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with the base of all cases."""
    write(tmp_path, project())
    return tmp_path


def write(root: Path, files: dict[str, bytes]) -> None:
    """Write files below `root`."""
    for name, raw in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def lock(root: Path, *words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["lock", "--root", str(root), *words])


def test_without_names_every_source_without_a_hash_gets_one(root: Path) -> None:
    sidecar = root / "seeds" / "report.yml"
    complete = sidecar.read_bytes()
    lines = complete.splitlines(keepends=True)
    sidecar.write_bytes(b"".join(line for line in lines if b"sha256" not in line))
    done = lock(root)
    assert (done.exit_code, done.output.startswith("seeds/report.yml: recorded sha256 ")) == (0, True)
    assert sidecar.read_bytes() == complete
    assert lock(root).output == "All hashes are recorded; no text has changed.\n"


def test_a_source_is_named_by_its_identifier_or_by_one_of_its_files(root: Path) -> None:
    assert lock(root, "report", "seeds/report.yml", "./seeds/report.txt").exit_code == 0
    done = lock(root, "reprot")
    assert (done.exit_code, "Did you mean “report”?" in done.output) == (1, True)


def test_the_hash_of_a_changed_text_is_not_recorded_and_lost_evidence_is_shown(root: Path) -> None:
    write(root, {"seeds/report.txt": CHANGED})
    before = (root / "seeds" / "report.yml").read_bytes()
    done = lock(root, "report")
    assert done.exit_code == 1
    assert (
        done.output
        == """\
seeds/report.yml: seeds/report.txt has changed since its hash was recorded.
Evidence: 1 lost, 1 found.
briefings/bridge/positions/drivers.yml:10: lost: “wants the bridge to be wider”: these words do not match report: some words differ
      = Your file: wants the bridge to be [wider]
      = The source: wants the bridge to be [longer]
      = To paste: reported: "wants the bridge to be longer"
briefings/bridge/briefing.yml:11: found: “We will open the bridge in May”: paragraph 1
Restore the text. If it was wrong before, correct the lost evidence and record the new hash: briefing lock --accept report

"""
    )
    assert (root / "seeds" / "report.yml").read_bytes() == before


def test_an_accepted_change_is_recorded(root: Path) -> None:
    write(root, {"seeds/report.txt": CHANGED})
    assert lock(root, "--accept").exit_code == 2  # changes are accepted by name only
    done = lock(root, "--accept", "report")
    assert done.exit_code == 0
    assert done.output.endswith(f"seeds/report.yml: recorded sha256 {NEW}\n")
    assert NEW in (root / "seeds" / "report.yml").read_text(encoding="utf-8")


def test_a_changed_text_does_not_keep_others_from_being_recorded(root: Path) -> None:
    write(root, {"seeds/report.txt": CHANGED})
    write(root, {"seeds/new.txt": b"A text.", "seeds/new.yml": b"title: N\nlanguage: en"})
    done = lock(root)
    assert done.exit_code == 1
    assert "sha256: " in (root / "seeds" / "new.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("sidecar", [b"title: N", b"title: [N\n", b"\xff", b"sha256: [a]\ntitle: N\n"])
def test_if_one_sidecar_has_an_error_no_hash_is_recorded(root: Path, sidecar: bytes) -> None:
    write(root, {"seeds/a.txt": b"A text.", "seeds/a.yml": b"title: A\nlanguage: en\n"})
    write(root, {"seeds/new.txt": b"A text.", "seeds/new.yml": sidecar})
    done = lock(root, "a", "new")
    assert done.exit_code == 1
    assert "seeds/new.yml" in done.output
    assert (root / "seeds" / "a.yml").read_bytes() == b"title: A\nlanguage: en\n"
    assert (root / "seeds" / "new.yml").read_bytes() == sidecar


def test_a_text_without_a_sidecar_is_an_error(root: Path) -> None:
    write(root, {"seeds/new.txt": b"A text."})
    done = lock(root, "new")
    assert (done.exit_code, "[E015]" in done.output) == (1, True)


def test_an_invalid_hash_counts_as_a_change(root: Path) -> None:
    write(root, {"seeds/new.txt": b"x", "seeds/new.yml": b"title: N\nlanguage: en\nsha256: later\n"})
    assert lock(root, "new").exit_code == 1
    assert lock(root, "--accept", "new").exit_code == 0


def test_a_project_without_texts_has_nothing_to_record(tmp_path: Path) -> None:
    assert "there is no folder seeds/" in lock(tmp_path).output
    (tmp_path / "seeds").mkdir()
    assert lock(tmp_path).output == "All hashes are recorded; no text has changed.\n"


def test_if_more_than_the_hash_would_change_the_editor_is_asked_to_write_it() -> None:
    with pytest.raises(EditError, match="write the hash yourself"):
        with_hash("seeds/report.yml", b"title: A\nsha256:\n", NEW)


def test_other_line_ends_are_named_and_no_evidence_is_said_to_be_lost(root: Path) -> None:
    text = root / "seeds" / "report.txt"
    text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n"))
    done = lock(root)
    assert done.exit_code == 1
    assert "Only its line ends differ" in done.output
    assert "git checkout -- seeds/report.txt" in done.output
    assert "--accept" not in done.output
