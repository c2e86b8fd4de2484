"""A build that fails or is killed leaves the last site complete; two builds never mix; the manifest lists every file."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from tempfile import gettempdir

import pytest

from generator.build import publish, zensical
from generator.build.publish import (
    MANIFEST,
    BuildError,
    build_lock,
    file_hashes,
    swap,
    write_manifest,
)
from generator.build.zensical import build_with_zensical
from generator.exchange import exchange
from generator.pipeline import examine_folder, site_of
from generator.temporary import temporary_folder
from tests.building import files as files_of
from tests.building import is_whole, run, start_build


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A published site of one page."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old", encoding="utf-8")
    write_manifest(folder, file_hashes(folder))
    return folder


def write_new_site(folder: Path) -> None:
    folder.mkdir()
    (folder / "index.html").write_text("new", encoding="utf-8")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A finished site that is not published yet."""
    write_new_site(tmp_path / "new")
    return tmp_path / "new"


def leftovers(out: Path) -> list[str]:
    """Return what a build left beside the site, except its lock."""
    work = out.with_name(f".{out.name}-build")
    return [path.name for path in work.iterdir() if path.name != "lock"] if work.exists() else []


def no_exchange(_first: Path, _second: Path) -> bool:
    return False


def fail(_folder: Path) -> None:
    """Fail as a builder does on a full disk."""
    raise OSError(28, "No space left on device", "x.html")


def test_the_manifest_lists_every_published_file_as_sha256sum_reads_it(real_site: Path) -> None:
    assert is_whole(real_site)
    command = ["sha256sum", "--check", "--quiet", MANIFEST]
    assert subprocess.run(command, cwd=real_site, check=False, capture_output=True).returncode == 0
    lines = (real_site / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert len(lines) > 60
    assert lines == sorted(lines, key=lambda line: line.split("  ", 1)[1])


def test_a_build_killed_at_any_moment_leaves_a_complete_site_and_the_next_build_cleans_up(
    project: Path,
) -> None:
    """A build of this site takes about two seconds: it is killed, with all its processes, at three moments."""
    killed = 0
    for wait in (0.5, 1.2, 1.9):
        process = start_build(project)
        time.sleep(wait)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.wait()
        with build_lock(project / "site"):  # as the next build starts
            assert is_whole(project / "site")
            assert leftovers(project / "site") == []
    assert killed >= 1


def test_the_site_exists_at_every_moment_of_a_swap(
    out: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(out)
    seen: list[dict[str, bytes]] = []

    def delete(path: Path, **_options: object) -> None:
        seen.append(files_of(out))
        assert files_of(path) == before

    monkeypatch.setattr(shutil, "rmtree", delete)
    monkeypatch.setattr(Path, "rename", None)  # between two renames there would be no site
    swap(new, out)
    assert seen == [{"index.html": b"new"}]


def test_where_folders_cannot_be_exchanged_two_renames_swap_them(
    out: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "exchange", no_exchange)
    swap(new, out)
    assert files_of(out) == {"index.html": b"new"}
    assert not new.exists()
    assert leftovers(out) == []


def test_missing_folders_are_not_exchanged(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        exchange(tmp_path / "first", tmp_path / "second")


def test_a_build_killed_between_the_two_renames_is_repaired(out: Path) -> None:
    before = files_of(out)
    with build_lock(out):
        pass
    out.rename(out.with_name(".site-build") / "new-old")
    with build_lock(out):
        assert files_of(out) == before
        assert leftovers(out) == []


def test_what_a_killed_build_left_is_deleted_before_the_next_build(out: Path) -> None:
    with build_lock(out) as new:
        pass
    write_new_site(new)
    with build_lock(out) as new:
        assert not new.exists()


def test_the_last_site_stays_if_the_new_one_cannot_be_moved(
    out: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, rename = files_of(out), Path.rename

    def full_disk(self: Path, target: Path) -> Path:
        if self == new:
            fail(self)
        return rename(self, target)

    monkeypatch.setattr(publish, "exchange", no_exchange)
    monkeypatch.setattr(Path, "rename", full_disk)
    with pytest.raises(OSError, match="No space"):
        swap(new, out)
    assert files_of(out) == before


def test_a_full_disk_is_reported_and_the_last_site_stays(out: Path) -> None:
    before = files_of(out)
    with pytest.raises(BuildError, match=r"x\.html: No space left"):
        publish.publish(out, fail)
    assert files_of(out) == before
    assert leftovers(out) == []


def test_a_missing_zensical_is_named_with_its_version(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zensical, "find_spec", lambda _module: None)
    with pytest.raises(BuildError, match=r"zensical is not installed: run \.venv/bin/python -m pip install"):
        build_with_zensical(site_of(examine_folder(project)), project, project / "new")


def test_a_second_build_at_the_same_time_is_refused_and_changes_nothing(project: Path) -> None:
    before = files_of(project / "site")
    with build_lock(project / "site"):
        process = run("generator", "build", cwd=project)
    assert process.returncode == 1
    assert "another build" in process.stderr
    assert files_of(project / "site") == before


def test_a_folder_with_other_files_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("Mine", encoding="utf-8")
    with pytest.raises(
        BuildError, match=r"was not made by this command: it has files but no site\.sha256\. Choose"
    ):
        publish.publish(tmp_path, fail)
    assert files_of(tmp_path) == {"404.html": b"Mine"}


def test_a_site_that_is_a_link_is_published_where_the_link_leads_and_other_folders_stay(out: Path) -> None:
    public, backup = out.with_name("public"), out.with_name(".public-backup")
    out.rename(public)
    out.symlink_to(public)
    backup.mkdir()
    assert publish.publish(out, write_new_site) == 1
    assert out.is_symlink()
    assert files_of(public) == {"index.html": b"new"}
    assert backup.exists()


def test_a_folder_without_write_access_is_reported(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(self: Path, **_options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "touch", closed)
    with pytest.raises(BuildError, match="lock: Permission denied"):
        publish.publish(out, fail)


def test_a_web_server_can_read_the_site_of_a_user_whose_files_are_private(tmp_path: Path) -> None:
    mask = os.umask(0o077)
    try:
        publish.publish(tmp_path / "site", write_new_site, "index.html")
    finally:
        os.umask(mask)
    site = tmp_path / "site"
    assert [path.stat().st_mode & 0o777 for path in (site, site / "index.html")] == [0o755, 0o644]


def test_an_error_while_temporary_files_are_written_names_their_folder() -> None:
    with (
        pytest.raises(OSError, match=rf"No space left on device: '{gettempdir()}/briefing-test-"),
        temporary_folder("briefing-test-"),
    ):
        raise OSError(28, "No space left on device")
