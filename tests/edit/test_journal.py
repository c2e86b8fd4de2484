"""The journal of an interrupted change can do no harm, wherever it comes from, and never blocks a project for good."""

import json
import os
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from generator.edit import WORK
from generator.edit.atomic_write import finish, work_folder, write_all
from generator.edit.error import EditError
from tests.building import committed, git, run, small_project
from tests.building import files as files_of
from tests.edit.interruptions import interrupted
from tests.edit.test_interruptions import AFTER, BEFORE, journal_point, project, write

EVIL = b"evil"
HASH = sha256(EVIL).hexdigest()


def write_two(root: Path) -> None:
    """Create two files."""
    write_all(root, {"docs/a.md": b"# A\n", "seeds/README.md": b"Texts"}, read={})


def planted(root: Path, journal: bytes | dict[str, Any]) -> Path:
    """Write a project with a journal that no command wrote, and a file that it would put in its place. Return `root`."""
    project(root)
    (root / WORK).mkdir()
    raw = journal if isinstance(journal, bytes) else json.dumps(journal).encode()
    (root / WORK / "journal.json").write_bytes(raw)
    (root / WORK / "0").write_bytes(EVIL)
    return root


def creating(path: object, **more: object) -> dict[str, Any]:
    """Return a journal of a change that creates the file at `path`."""
    return {"format": 1, "files": [{"path": path, "before": None, "after": HASH}], "folders": [], **more}


@pytest.mark.parametrize(
    "path",
    [
        "../evil.yml", "seeds/../../evil.yml", "/evil.yml", "seeds//evil.yml", "seeds/./evil.yml", "", ".", "seeds/",
        ".git/hooks/post-checkout", ".git/config", "seeds/.git/config", ".venv/lib/evil.pth", "venv/evil.pth", "evil.py",
        "site/index.html", "seeds\\..\\..\\evil.yml", "C:/evil.yml", "seeds/evil.yml:stream", "seeds/evil.yml.", "seeds/.. /evil",
        "seeds/evil\n.yml", "seeds/evil\0.yml", 7, None, ["seeds/evil.yml"],
    ],
)  # fmt: skip
def test_a_journal_that_names_a_file_which_no_command_writes_is_refused(path: object, tmp_path: Path) -> None:
    root = planted(tmp_path / "site", creating(path))
    with pytest.raises(
        EditError, match=r"\.briefing-changes has a change that was interrupted, but journal\.json"
    ):
        finish(root)
    assert [found for found, raw in files_of(tmp_path).items() if raw == EVIL] == [f"site/{WORK}/0"]


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"null", b"[]", b"7", b"[" * 100_000, b'{"format": 1}', b"\xff\xfe", json.dumps(creating("seeds/b.txt")).encode() + b" " * 21_000_000,
        creating("seeds/b.txt", format=2), creating("seeds/b.txt", files=[7]), creating("seeds/b.txt", folders=["../x"]),
        creating("seeds/b.txt", folders=[["x"]]), creating("seeds/b.txt", files=[{"path": "seeds/b.txt"}]),
        {**creating("seeds/b.txt"), "files": [{"path": "seeds/b.txt", "before": None, "after": None}]},
        {**creating("seeds/b.txt"), "files": [{"path": "seeds/b.txt", "before": "x", "after": HASH}]},
    ],
)  # fmt: skip
def test_a_damaged_journal_is_refused_and_nothing_is_touched(
    raw: bytes | dict[str, Any], tmp_path: Path
) -> None:
    root = planted(tmp_path / "site", raw)
    before = files_of(root)
    with pytest.raises(EditError, match="No file was touched"):
        finish(root)
    with pytest.raises(EditError, match="No file was touched"):
        write(root)
    assert {
        path: found for path, found in files_of(root).items() if not path.endswith(".gitignore")
    } == before


def link_of_the_folder(root: Path, outside: Path) -> None:
    (root / WORK).rename(outside / "work")
    (root / WORK).symlink_to(outside / "work")


def link_of_a_parent(root: Path, outside: Path) -> None:
    for path in (root / "seeds").iterdir():
        path.unlink()
    (root / "seeds").rmdir()
    (root / "seeds").symlink_to(outside)


def link_of_the_new_bytes(root: Path, outside: Path) -> None:
    (outside / "evil").write_bytes(EVIL)
    (root / WORK / "0").unlink()
    (root / WORK / "0").symlink_to(outside / "evil")


def pipe_of_the_new_bytes(root: Path, _outside: Path) -> None:
    (root / WORK / "0").unlink()
    os.mkfifo(root / WORK / "0")


def pipe_of_the_journal(root: Path, _outside: Path) -> None:
    journal = root / WORK / "journal.json"
    raw = journal.read_bytes()
    journal.unlink()
    os.mkfifo(journal)
    Thread(target=journal.write_bytes, args=[raw], daemon=True).start()  # waits for a reader


def link_of_the_lock(root: Path, outside: Path) -> None:
    (outside / "precious").write_bytes(b"precious")
    (root / WORK / "lock").symlink_to(outside / "precious")


def link_of_the_kept_files(root: Path, outside: Path) -> None:
    (root / WORK / "kept").symlink_to(outside)
    (root / "seeds/b.txt").write_bytes(b"mine")


@pytest.mark.parametrize(
    "trap",
    [
        link_of_the_folder, link_of_a_parent, link_of_the_new_bytes, pipe_of_the_new_bytes, pipe_of_the_journal,
        link_of_the_lock, link_of_the_kept_files,
    ],
)  # fmt: skip
def test_a_journal_with_links_or_pipes_writes_nothing_outside_of_the_project(
    trap: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    root, outside = planted(tmp_path / "site", creating("seeds/b.txt")), tmp_path / "outside"
    outside.mkdir()
    trap(root, outside)
    before = files_of(outside)
    with pytest.raises(EditError, match=f"interrupted|{WORK} is a link"):
        finish(root)
    assert files_of(outside) == before


def test_a_change_is_not_written_through_a_link(tmp_path: Path) -> None:
    root, outside = project(tmp_path / "site"), tmp_path / "outside"
    (root / "seeds").rename(outside)
    (root / "seeds").symlink_to(outside)
    with pytest.raises(EditError, match=r"seeds/b\.txt is in a folder that is a link"):
        write(root)
    assert files_of(outside) == {"a.txt": b"other"}


def test_a_link_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").symlink_to("other.txt")
    (tmp_path / "other.txt").write_bytes(b"old")
    with pytest.raises(EditError, match=r"requirements\.txt is a link\. Put the file itself there"):
        write_all(tmp_path, {"requirements.txt": b"new"}, read={"requirements.txt": b"old"})
    assert files_of(tmp_path) == {"requirements.txt": b"old", "other.txt": b"old"}


def test_a_project_that_is_reached_by_a_link_is_changed(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    (tmp_path / "link").symlink_to(root)
    write(tmp_path / "link")
    assert files_of(root) == AFTER


@pytest.mark.parametrize("command", ["check", "status", "build", "fmt"])
@pytest.mark.slow
def test_the_next_command_finishes_the_change_and_says_so_in_one_line(command: str, tmp_path: Path) -> None:
    root = small_project(tmp_path / "site")
    assert interrupted(root, partial(write_two, root), journal_point(tmp_path, write_two))
    assert not (root / "docs/a.md").exists()
    done = run("generator", command, cwd=root)
    assert done.stderr.splitlines()[0] == "Finished a change of 2 files that was interrupted."
    assert (root / "docs/a.md").read_bytes() == b"# A\n"
    assert not (root / WORK).exists()


def test_a_change_that_is_interrupted_before_another_one_is_written_is_finished_and_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "site")
    assert interrupted(root, partial(write, root), journal_point(tmp_path))
    write_all(root, {"seeds/c.txt": b"c"}, read={})
    assert capsys.readouterr().err == "Finished a change of 4 files that was interrupted.\n"
    assert files_of(root) == {**AFTER, "seeds/c.txt": b"c"}


@pytest.mark.slow
def test_a_build_by_mkdocs_itself_finishes_the_change(tmp_path: Path) -> None:
    root = small_project(tmp_path / "site")
    assert interrupted(root, partial(write_two, root), journal_point(tmp_path, write_two))
    done = run("mkdocs", "build", cwd=root)
    assert "Finished a change of 2 files that was interrupted." in done.stderr
    assert not (root / WORK).exists()


def test_a_killed_command_leaves_nothing_that_git_sees(tmp_path: Path) -> None:
    root, begun = project(tmp_path / "site"), journal_point(tmp_path)
    committed(root)
    git(root, "worktree", "add", "--quiet", "../tree")
    for place in (root, tmp_path / "tree"):
        assert interrupted(place, partial(write, place), begun)
        assert (place / WORK / "journal.json").exists()
        git(place, "add", "--all")
        git(place, "diff", "--cached", "--quiet")
        finish(place)
        assert {path: raw for path, raw in files_of(place).items() if not path.startswith(".git")} == AFTER


def test_the_next_command_does_not_wait_for_the_lock_of_a_killed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "site")
    assert interrupted(root, partial(write, root), 6)
    assert (root / WORK / "lock").exists()
    monkeypatch.setattr(work_folder, "_WAIT", 0)
    write(root)
    assert files_of(root) == AFTER


def test_a_command_waits_for_another_one_and_gives_up_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "site")
    monkeypatch.setattr(work_folder, "_WAIT", 0.1)
    with work_folder.locked(root), pytest.raises(EditError, match="Another command is changing"):
        write(root)
    assert files_of(root) == BEFORE
