"""A place that cannot be written to is named; files keep their mode, and a failed change leaves nothing behind."""

import os
import resource
import stat
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.edit import WORK
from generator.edit.atomic_write import work_folder, write_all
from generator.edit.error import EditError
from tests.building import files as files_of
from tests.building import small_project
from tests.edit.interruptions import interrupted
from tests.edit.test_interruptions import AFTER, BEFORE, project, write
from tests.edit.test_journal import EVIL


def test_a_project_that_can_only_be_read_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small_project(tmp_path / "site")
    assert interrupted(root, partial(write_all, root, {"docs/a.md": b"# A\n"}, read={}), 5)

    def read_only(*_arguments: object, **_options: object) -> None:
        raise OSError(30, "Read-only file system", "lock")

    monkeypatch.setattr(work_folder, "locked", read_only)
    assert CliRunner().invoke(main, ["check", "--root", str(root)]).exit_code == 0
    with pytest.raises(EditError, match=r"Nothing was written\. lock: Read-only file system\."):
        write_all(root, {"docs/a.md": b"# A\n"}, read={})


def test_an_error_of_the_system_that_names_no_file_names_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_locks(*_arguments: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(work_folder, "locked", without_locks)
    with pytest.raises(EditError, match=rf"Nothing was written\. {tmp_path}: No locks available\."):
        write_all(tmp_path, {"docs/a.md": b"# A\n"}, read={})


@pytest.mark.parametrize("name", ["0", "journal.json"])
def test_a_folder_in_the_way_of_a_change_is_named(name: str, tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    (root / WORK / name).mkdir(parents=True)
    with pytest.raises(EditError, match=rf"Nothing was written\. {WORK}/{name} is in the way .* Delete it\."):
        write(root)
    (root / WORK / name).rmdir()
    write(root)
    assert files_of(root) == AFTER


def test_a_file_in_the_place_of_the_folder_of_changes_is_named(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    (root / WORK).write_bytes(b"")
    with pytest.raises(EditError, match=rf"Nothing was written\. {WORK} is in the way .* Delete it\."):
        write(root)
    (root / WORK).unlink()
    write(root)
    assert files_of(root) == AFTER


@pytest.mark.parametrize(
    ("limit", "path"), [(1000, "briefings/a/briefing.yml"), (1, ".*/.briefing-changes/.gitignore")]
)
def test_a_file_that_does_not_fit_on_the_disk_is_named(limit: int, path: str, tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limits[1]))
    try:
        with pytest.raises(EditError, match=rf"Nothing was written\. {path}: File too large\."):
            write(root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert files_of(root) == BEFORE


def test_a_file_keeps_its_mode_also_under_a_new_name_and_a_new_one_has_the_users(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    old, new = "briefings/old/positions/x.yml", "briefings/new/positions/x.yml"
    (root / "briefings/a/briefing.yml").chmod(0o640)
    (root / old).chmod(0o600)
    mask = os.umask(0o027)
    try:
        files = {path: raw for path, raw in AFTER.items() if BEFORE.get(path) != raw}
        write_all(root, files, [old], read=BEFORE, moved={new: old})
    finally:
        os.umask(mask)
    paths = ("briefings/a/briefing.yml", new, "seeds/b.txt")
    assert [stat.S_IMODE((root / path).stat().st_mode) for path in paths] == [0o640, 0o600, 0o640]


def test_a_folder_that_a_failed_change_made_is_gone_again(tmp_path: Path) -> None:
    with pytest.raises(EditError, match="which no command writes"):
        write_all(tmp_path / "new" / "site", {"evil.py": EVIL}, read={})
    assert not (tmp_path / "new").exists()
