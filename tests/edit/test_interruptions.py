"""A change is written completely or not at all, also if the command is killed, the disk is full, or somebody presses Ctrl+C."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from generator.edit import WORK
from generator.edit.atomic_write import finish, transaction, write_all
from tests.building import files as files_of
from tests.edit.interruptions import Effect, control_c, full_disk, interrupted, kill
from tests.edit.writers import WRITERS, Writer, project_of, written

BEFORE = {
    "briefings/a/briefing.yml": b"old",
    "briefings/names.yml": b"names",
    "briefings/old/positions/x.yml": b"x",
    "seeds/a.txt": b"other",
}
FILES = {
    "briefings/a/briefing.yml": b"new" * 1000,
    "briefings/new/positions/x.yml": b"x",
    "seeds/b.txt": b"b",
}
REMOVED = ["briefings/old/positions/x.yml"]
AFTER = {path: raw for path, raw in {**BEFORE, **FILES}.items() if path not in REMOVED}


def project(root: Path) -> Path:
    """Write a project. Return `root`."""
    for path, raw in BEFORE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    return root


def write(root: Path) -> None:
    """Change a file, create two, one of them in a new folder, and delete one, with its folder."""
    write_all(root, FILES, REMOVED, read=BEFORE)


def folders(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_dir()}


def at_each_point(folder: Path, effect: Effect, *, from_then_on: bool = False) -> Iterator[tuple[int, Path]]:
    """Yield the number of each file operation of the change, and the project in which it was interrupted there."""
    for point in count(1):
        root = project(folder / f"{point}")
        if not interrupted(root, partial(write, root), point, effect, from_then_on=from_then_on):
            assert files_of(root) == AFTER
            return
        yield point, root


@pytest.fixture(autouse=True)
def _quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk: these tests write a thousand small files."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.mark.usefixtures("moves")
@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_project_once_the_next_command_has_run(
    tmp_path: Path,
) -> None:
    seen, old_folders = [], folders(project(tmp_path / "old"))
    for point, root in at_each_point(tmp_path, kill):
        message = finish(root)
        found = files_of(root)
        assert found in (BEFORE, AFTER), point
        assert ("Finished a change of 4 files" in message) <= (found == AFTER), point
        assert found == AFTER or folders(root) == old_folders, point
        seen.append(found == AFTER)
    assert seen == sorted(seen)  # old up to the journal, new from then on
    assert seen.count(True) >= 5
    assert seen.count(False) >= 10


@pytest.mark.parametrize("effect", [full_disk, control_c])
def test_a_full_disk_or_ctrl_c_at_any_moment_leaves_the_old_or_the_new_project_at_once(
    tmp_path: Path, effect: Effect, moves: str
) -> None:
    seen, old_folders = [], folders(project(tmp_path / "old"))
    for point, root in at_each_point(tmp_path, effect):
        if moves != "exchange" and (root / WORK / "journal.json").exists():
            finish(root)  # it was in the middle of a swap of several steps
        found = {path: raw for path, raw in files_of(root).items() if not path.startswith(WORK)}
        assert found in (BEFORE, AFTER), point
        assert not (root / WORK / "journal.json").exists()
        assert found == AFTER or folders(root) - {WORK} == old_folders, point
        seen.append(found == AFTER)
    assert seen.count(False) >= 10


@pytest.mark.parametrize("effect", [full_disk, control_c])
def test_a_disk_that_stays_full_leaves_a_journal_that_the_next_command_finishes(
    tmp_path: Path, effect: Effect
) -> None:
    for point, root in at_each_point(tmp_path, effect, from_then_on=True):
        finish(root)
        assert files_of(root) in (BEFORE, AFTER), point


@pytest.mark.slow
def test_a_kill_while_a_change_is_finished_does_no_harm(tmp_path: Path) -> None:
    begun = journal_point(tmp_path)
    for point in count(1):
        root = project(tmp_path / f"{point}")
        assert interrupted(root, partial(write, root), begun + 1)
        if not interrupted(root, partial(finish, root), point):
            break
        finish(root)
        assert files_of(root) == AFTER, point


def test_everything_is_on_the_disk_before_the_first_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk may write in another order than a program, so the program has to wait."""
    root, steps = project(tmp_path / "site"), []
    monkeypatch.setattr(
        os, "fsync", lambda number: steps.append(Path(f"/proc/self/fd/{number}").readlink().name)
    )
    for name in ("swap", "put", "take"):
        monkeypatch.setattr(transaction, name, noted(getattr(transaction, name), steps))
    write(root)
    first = steps.index("moved")
    assert [step for step in steps[:first] if step != ".gitignore"] == [
        "0",
        "1",
        "2",
        "journal.json.new",
        WORK,
        WORK,
    ]
    assert set(steps[first:]) == {
        "moved",
        "a",
        "positions",
        "seeds",
    }  # the names of the files, in their folders


def noted(move: Callable[[Path, Path], None], steps: list[str]) -> Callable[[Path, Path], None]:
    def move_and_note(first: Path, second: Path) -> None:
        steps.append("moved")
        move(first, second)

    return move_and_note


def journal_point(folder: Path, change: Callable[[Path], object] = write) -> int:
    """Return the number of the first operation after which a change counts."""
    for point in count(1):
        root = project(folder / f"journal-{point}")
        interrupted(root, partial(change, root), point)
        if (root / WORK / "journal.json").exists():
            return point
    raise AssertionError


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.slow
def test_a_command_that_is_killed_leaves_the_old_or_the_new_project(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kill each writer at a few of its operations; `python -m tests.hostile.kills` does it at all of them."""
    writer: Writer = WRITERS[name]
    change = written(writer, tmp_path / "whole", monkeypatch)
    for step, point in enumerate((1, 2, 3, 5, 8, 13, 21, 34)):
        root = project_of(writer, tmp_path / f"{step}")
        if not interrupted(root, partial(change.write, root), point):
            assert files_of(root) == change.after
            break
        finish(root)
        assert files_of(root) in (change.before, change.after), point
