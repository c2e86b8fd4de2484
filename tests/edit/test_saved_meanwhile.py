"""A file that somebody saves while a command runs is never lost: the command stops, and both versions are kept."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.edit import WORK
from generator.edit.atomic_write import finish, transaction, work_folder, write_all
from generator.edit.error import EditError
from generator.edit.new.party import new_party
from generator.edit.project import Change, Project
from tests.building import ROOT, small_project
from tests.building import files as files_of
from tests.edit.interruptions import interrupted
from tests.edit.test_interruptions import AFTER, BEFORE, REMOVED, journal_point, project, write
from tests.edit.writers import WRITERS, project_of, run, written

CHANGED, CREATED, DELETED = "briefings/a/briefing.yml", "seeds/b.txt", REMOVED[0]
PARTIES = "briefings/parties.yml"
SAVED = b"saved by an editor\n"


def own_files(root: Path) -> dict[str, bytes]:
    """Return the files of a project without those that a command keeps."""
    return {path: raw for path, raw in files_of(root).items() if not path.startswith(WORK)}


def save(root: Path, path: str) -> None:
    """Save a file as some editors do, in its place."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(SAVED)


def save_and_replace(root: Path, path: str) -> None:
    """Save a file as other editors do: write a new one and put it in the place of the old one."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "saved").write_bytes(SAVED)
    (root / "saved").replace(root / path)


def is_late(answer: str) -> bool:
    """Return whether a command says that another one was first: it wrote already, or a slow machine has it still writing."""
    return "has changed since it was read" in answer or "Another command is changing" in answer


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_that_is_saved_between_its_reading_and_its_writing_stops_the_command(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = WRITERS[name]
    change = written(writer, tmp_path / "whole", monkeypatch)
    root = project_of(writer, tmp_path / "site")
    path, locked = [*change.files, *change.removed][-1], work_folder.locked

    def saved_first(to: Path) -> object:
        save(root, path)
        return locked(to)

    monkeypatch.setattr(work_folder, "locked", saved_first)
    done = run(writer, root)
    assert done.exit_code == 1
    assert f"{path} has changed since it was read" in done.output or f"{path} exists already" in done.output
    assert own_files(root) == {**change.before, path: SAVED}
    kept = root / WORK / "kept" / path
    assert kept.read_bytes() == change.after[path] if path in change.after else not kept.exists()


@pytest.mark.usefixtures("moves")
@pytest.mark.parametrize("saved", [save, save_and_replace])
@pytest.mark.parametrize(("path", "step"), [(CHANGED, "swap"), (CREATED, "put"), (DELETED, "take")])
def test_a_file_that_is_saved_at_the_last_moment_is_put_back_as_it_was_saved(
    path: str,
    step: str,
    saved: Callable[[Path, str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root, move = project(tmp_path / "site"), getattr(transaction, step)

    def saved_first(first: Path, second: Path) -> None:
        if root / path in (first, second):
            monkeypatch.setattr(transaction, step, move)
            saved(root, path)
        move(first, second)

    monkeypatch.setattr(transaction, step, saved_first)
    with pytest.raises(EditError, match=rf"{path} (has changed since|exists already)"):
        write(root)
    assert own_files(root) == {**BEFORE, path: SAVED}
    kept = root / WORK / "kept" / path
    assert kept.exists() == (path in AFTER)


@pytest.mark.usefixtures("moves")
@pytest.mark.parametrize("path", [CHANGED, CREATED, DELETED])
@pytest.mark.slow
def test_a_file_that_is_saved_after_a_kill_stays_and_the_rest_of_the_change_is_taken_back_or_finished(
    path: str, tmp_path: Path
) -> None:
    begun, results = journal_point(tmp_path), []
    for point in count(begun):
        root = project(tmp_path / f"{point}")
        if not interrupted(root, partial(write, root), point):
            break
        save(root, path)
        with suppress(EditError):
            assert finish(root) == ""  # the change was complete: only its folder was left
        rest = {name: raw for name, raw in own_files(root).items() if name != path}
        results += [
            [old for old in (BEFORE, AFTER) if rest == {n: raw for n, raw in old.items() if n != path}]
        ]
        assert results[-1], point
        assert (root / path).read_bytes() == SAVED
        assert finish(root) == ""
    assert [BEFORE] in results
    assert [AFTER] in results


def test_a_file_that_is_saved_while_a_change_is_taken_back_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, swap = project(tmp_path / "site"), vars(transaction)["swap"]

    def full(*_paths: Path) -> None:
        monkeypatch.setattr(transaction, "swap", saved_first)
        raise OSError(28, "No space left on device", "disk")

    def saved_first(staged: Path, path: Path) -> None:
        monkeypatch.setattr(transaction, "swap", swap)
        save(root, CHANGED)
        swap(staged, path)

    monkeypatch.setattr(transaction, "put", full)
    with pytest.raises(EditError, match="No space left on device"):
        write(root)
    assert own_files(root) == {**BEFORE, CHANGED: SAVED}


def test_both_versions_are_named_and_the_kept_one_goes_when_the_folder_is_deleted(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    interrupted(root, partial(write, root), journal_point(tmp_path))
    save(root, CHANGED)
    done = CliRunner().invoke(main, ["check", "--root", str(root)])
    assert done.exit_code == 1
    assert f"somebody has saved {CHANGED} since then" in done.output
    kept = f"{WORK}/kept/{CHANGED}"
    assert f"The other version is in {kept}." in done.output
    assert (root / kept).read_bytes() == AFTER[CHANGED]


def test_two_writers_in_one_process_do_not_lose_each_others_changes(tmp_path: Path) -> None:
    root, number = small_project(tmp_path / "site"), 8
    names = [f"party-{n}" for n in range(number)]
    projects = {name: Project(root) for name in names}
    start = Barrier(number)

    def add(party: str) -> bool:
        mine = projects[party]
        start.wait()
        try:
            mine.write(
                new_party(mine, party, {"name": party, "kind": "organisation"}, aliases=[], speakers={})
            )
        except EditError as error:
            assert is_late(str(error))  # noqa: PT017 - both ends are right
            return False
        return True

    with ThreadPoolExecutor(number) as pool:
        added = [name for name, done in zip(names, pool.map(add, names), strict=True) if done]
    text = (root / PARTIES).read_text(encoding="utf-8")
    assert added
    assert [name for name in names if f"\n{name}:" in text] == added


@pytest.mark.slow
def test_two_processes_at_once_do_not_lose_each_others_changes(tmp_path: Path) -> None:
    root = small_project(tmp_path / "site")
    words = [sys.executable, "-m", "generator", "new", "party", "--kind", "state", "--root", str(root)]
    names = ["atlantis", "elbonia", "ruritania"]
    running = [
        subprocess.Popen(
            [*words, name, "--name", name],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        for name in names
    ]
    answers = {name: process.communicate()[1] for name, process in zip(names, running, strict=True)}
    added = [name for name, process in zip(names, running, strict=True) if process.returncode == 0]
    text = (root / PARTIES).read_text(encoding="utf-8")
    assert added
    assert [name for name in names if f"\n{name}:" in text] == added
    assert all(is_late(answers[name]) for name in names if name not in added)


def test_a_file_that_has_its_new_bytes_already_is_no_conflict(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    (root / CHANGED).write_bytes(AFTER[CHANGED])
    write(root)
    assert files_of(root) == AFTER


def test_a_save_that_is_undone_a_moment_later_lets_the_whole_change_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, prepare = project(tmp_path / "site"), transaction.Transaction.prepare

    def undone_first(change: transaction.Transaction, *contents: Any) -> None:
        (root / CHANGED).write_bytes(BEFORE[CHANGED])
        prepare(change, *contents)

    monkeypatch.setattr(transaction.Transaction, "prepare", undone_first)
    save(root, CHANGED)
    write(root)
    assert files_of(root) == AFTER


def test_a_file_that_was_deleted_meanwhile_stops_the_command(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    (root / CHANGED).unlink()
    with pytest.raises(EditError, match=f"{CHANGED} has changed since it was read"):
        write(root)
    assert own_files(root) == {path: raw for path, raw in BEFORE.items() if path != CHANGED}


def test_the_next_change_does_not_delete_a_kept_version(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    (root / CHANGED).write_bytes(SAVED)
    with pytest.raises(EditError, match="This command’s version is in"):
        write(root)
    write_all(root, {"seeds/c.txt": b"c"}, read={})
    assert (root / WORK / "kept" / CHANGED).read_bytes() == AFTER[CHANGED]
    assert {path.name for path in (root / WORK).iterdir()} == {"kept", ".gitignore"}


def test_a_change_of_a_project_is_refused_if_a_file_that_it_creates_exists(tmp_path: Path) -> None:
    root = small_project(tmp_path / "site")
    opened = Project(root)
    with pytest.raises(EditError, match=f"{PARTIES} exists already"):
        opened.write(Change(created={PARTIES: b"a: {}\n"}))
