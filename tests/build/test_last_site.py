"""A build takes files that stay the same from the last site: as links, which change no byte of any site."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.plugin.command import build_with_mkdocs
from generator.build.publish import BuildError, publish
from generator.build.settings import site_language
from generator.memory import Memory
from generator.pipeline import examine_folder
from generator.store import Store
from tests.building import TODAY, files, is_whole, small_project

SAME = "sources/bridge-2031-03-02/index.html"
CHANGED = "about/index.html"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with a site, and a page that has changed since."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("BRIEFING_TODAY", str(TODAY))
    monkeypatch.setenv("BRIEFING_PROCESSES", "1")
    root = small_project(tmp_path / "project")
    (root / "docs" / "about.md").write_text("# About\n\nOld words.\n", encoding="utf-8")
    build(root)
    (root / "docs" / "about.md").write_text("# About\n\nNew words.\n", encoding="utf-8")
    return root


def build(root: Path, name: str = "site", then: Callable[[], object] = lambda: None) -> Path:
    """Build the project over its last site; do something before the new site is published."""

    def builder(new: Path) -> None:
        build_with_mkdocs(root, examined, new, last_site=root / name)
        then()

    examined = examine_folder(root, site_language(root).code, TODAY, Memory(Store.of_user()))
    publish(root / name, builder)
    return root / name


def built_anew(root: Path) -> dict[str, bytes]:
    """Return the files of a site that is built where none was."""
    return files(build(root, "anew"))


def places(site: Path) -> dict[str, int]:
    """Return where the content of each file is on the disk, by its path."""
    return {path: (site / path).stat().st_ino for path in files(site)}


def test_only_files_that_change_are_written(root: Path) -> None:
    before = places(root / "site")
    after = places(build(root))
    written = {path for path in after if after[path] != before.get(path)}
    assert {CHANGED, "site.sha256"} <= written
    assert not [path for path in written if path.startswith(("old-bridge/", "sources/bridge-"))]
    assert [path for path in after.keys() - written if path.startswith("search-index/")]


def test_a_build_changes_no_file_of_the_last_site(root: Path) -> None:
    last = files(root / "site")
    shutil.copytree(root / "site", root / "links", copy_function=os.link)
    build(root)
    assert files(root / "links") == last
    assert files(root / "site") == built_anew(root)


def fail() -> None:
    raise OSError(28, "No space left on device")


def test_a_build_that_fails_at_its_end_leaves_the_last_site(root: Path) -> None:
    last = files(root / "site")
    with pytest.raises(BuildError):
        build(root, then=fail)
    assert files(root / "site") == last
    assert files(build(root)) == built_anew(root)


def test_a_file_that_somebody_changed_in_the_last_site_is_made_anew(root: Path) -> None:
    path = root / "site" / SAME
    times, content = path.stat(), path.read_bytes()
    path.write_bytes(content.replace(b"a", b"b"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    (root / "site" / "sources" / "index.html").unlink()
    build(root)
    assert path.read_bytes() == content
    assert is_whole(root / "site")
    assert files(root / "site") == built_anew(root)


def test_where_links_are_impossible_files_are_written_and_keep_their_times(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    before, place = (root / "site" / SAME).stat(), places(root / "site")[SAME]
    build(root)
    assert (root / "site" / SAME).stat().st_mtime_ns == before.st_mtime_ns
    assert places(root / "site")[SAME] != place
    assert files(root / "site") == built_anew(root)


def test_a_link_or_a_file_with_other_permissions_is_not_taken_as_it_is(root: Path) -> None:
    closed, linked = root / "site" / SAME, root / "site" / "sources" / "index.html"
    usual = closed.stat().st_mode
    closed.chmod(stat.S_IRUSR)
    linked.rename(root / "elsewhere.html")
    linked.symlink_to(root / "elsewhere.html")
    build(root)
    assert closed.stat().st_mode == linked.lstat().st_mode == usual
