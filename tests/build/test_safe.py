"""Whatever ends a build, the last good site stays whole; two builds at once do not meet; all that is published is listed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.build import publish
from generator.build.manifest import NAME, write_manifest
from generator.build.publish import BuildFailedError, build_aside, only_build, swap, with_mkdocs
from generator.build.swap import exchange
from tests.building import ROOT, build, is_whole, run
from tests.building import files as files_of


@pytest.fixture
def project(harbour_project: Path, tmp_path: Path) -> Path:
    """A project with a site."""
    return shutil.copytree(harbour_project, tmp_path / "project")


def leftovers(root: Path) -> list[str]:
    """Name what a build left beside the site, but for its lock."""
    return [path.name for path in (root / ".site-build").iterdir() if path.name != "lock"]


def test_the_manifest_lists_every_published_byte_as_sha256sum_reads_it(real_site: Path) -> None:
    assert is_whole(real_site)
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", NAME], cwd=real_site, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stdout
    lines = (real_site / NAME).read_text(encoding="utf-8").splitlines()
    assert len(lines) > 60
    assert lines == sorted(lines, key=lambda line: line.split("  ", 1)[1])


def test_a_file_that_is_not_as_it_was_is_found_by_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("a", encoding="utf-8")
    write_manifest(tmp_path)
    assert is_whole(tmp_path)
    (tmp_path / "a.html").write_text("b", encoding="utf-8")
    assert not is_whole(tmp_path)


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site_and_the_next_one_puts_all_right(
    project: Path,
) -> None:
    """Half a build is some two seconds: it is killed at six moments of it, with all that it has started."""
    ended = 0
    for wait in (0.3, 0.7, 1.1, 1.5, 1.9, 2.3):
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "build"],
            cwd=project,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(wait)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            ended += 1
        process.wait()
        with only_build(project / "site"):  # as the next build begins
            assert is_whole(project / "site")
            assert leftovers(project) == []
    assert ended >= 1
    assert is_whole(build(project))


def test_at_no_moment_of_a_swap_is_there_no_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, finished = files_of(project / "site"), project / "finished"
    finished.mkdir()
    (finished / "index.html").write_text("new", encoding="utf-8")
    seen: list[dict[str, bytes]] = []

    def removed(path: Path, **_words: object) -> None:
        seen.append(files_of(project / "site"))
        assert files_of(path) == before

    def rename(_self: Path, _target: Path) -> Path:
        raise AssertionError("a rename leaves the place empty for a moment")

    monkeypatch.setattr(shutil, "rmtree", removed)
    monkeypatch.setattr(Path, "rename", rename)
    swap(finished, project / "site")
    assert seen == [{"index.html": b"new"}]


def test_where_folders_cannot_change_places_at_once_two_renames_do_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished = project / "finished"
    finished.mkdir()
    (finished / "index.html").write_text("new", encoding="utf-8")
    monkeypatch.setattr(publish, "exchange", lambda _one, _other: False)
    swap(finished, project / "site")
    assert files_of(project / "site") == {"index.html": b"new"}
    assert not finished.exists()
    assert leftovers(project) == []


def test_folders_that_are_not_there_do_not_change_places(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        exchange(tmp_path / "one", tmp_path / "other")


def test_a_build_that_is_killed_between_the_two_renames_is_put_right(project: Path) -> None:
    before = files_of(project / "site")
    (project / "site").rename(project / ".site-build" / "new-old")
    with only_build(project / "site"):
        assert files_of(project / "site") == before
        assert leftovers(project) == []


def test_where_the_new_site_cannot_be_put_in_place_the_last_one_stays(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, finished = files_of(project / "site"), project / "finished"
    finished.mkdir()
    monkeypatch.setattr(publish, "exchange", lambda _one, _other: False)
    rename = Path.rename

    def full(self: Path, target: Path) -> Path:
        if self == finished:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        swap(finished, project / "site")
    assert files_of(project / "site") == before


def test_a_full_disk_is_told_and_the_last_site_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_of(project / "site")

    def full(_finished: Path, _out: Path) -> None:
        raise OSError(28, "No space left on device", "x.html")

    monkeypatch.setattr(publish, "swap", full)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with pytest.raises(BuildFailedError, match=r"x\.html: No space left"):
        build_aside(project / "site", with_mkdocs(project, None))
    assert files_of(project / "site") == before
    assert leftovers(project) == []


def test_a_disk_that_is_full_while_pages_are_made_is_told_in_one_line(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (
        "Traceback (most recent call last):\n  File …\nOSError: [Errno 28] No space left on device: 'x.js'\n"
    )
    done = subprocess.CompletedProcess(args=[], returncode=1, stdout="", stderr=said)
    monkeypatch.setattr(subprocess, "run", lambda *_given, **_words: done)
    with pytest.raises(BuildFailedError) as told:
        build_aside(project / "site", with_mkdocs(project, None))
    assert str(told.value) == "OSError: [Errno 28] No space left on device: 'x.js'"


def test_a_second_build_at_once_is_told_and_changes_nothing(project: Path) -> None:
    before = files_of(project / "site")
    with only_build(project / "site"):
        done = run("generator", "build", cwd=project)
    assert done.returncode == 1
    assert "another build" in done.stderr
    assert files_of(project / "site") == before


@pytest.mark.parametrize("name", ["seeds", "docs", "."])
def test_a_folder_that_holds_something_else_is_never_replaced_by_a_site(project: Path, name: str) -> None:
    (project / "docs").mkdir(exist_ok=True)
    (project / "docs" / "404.html").write_text("Mine", encoding="utf-8")
    before = files_of(project / name)
    done = run("generator", "build", "--out", name, cwd=project)
    assert done.returncode == 1
    assert "no site.sha256 as a site does: name another folder" in done.stderr
    assert files_of(project / name) == before


def test_folders_of_others_beside_the_site_stay(project: Path) -> None:
    for name in (".site-backup", ".site-old-1"):
        (project / name).mkdir()
        (project / name / "mine").write_text("x", encoding="utf-8")
    build(project)
    assert (project / ".site-backup" / "mine").exists()
    assert (project / ".site-old-1" / "mine").exists()


def test_a_site_that_is_a_link_is_made_anew_where_the_link_leads(project: Path, tmp_path: Path) -> None:
    public = tmp_path / "public"
    (project / "site").rename(public)
    (project / "site").symlink_to(public)
    build(project, "--today", "2031-12-31")
    assert (project / "site").is_symlink()
    assert is_whole(public)


def test_a_folder_that_cannot_be_written_to_is_told_as_such(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(self: Path, **_words: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "touch", closed)
    with pytest.raises(BuildFailedError, match=r"lock: Permission denied"):
        build_aside(project / "site", with_mkdocs(project, None))
