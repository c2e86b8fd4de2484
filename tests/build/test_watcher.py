"""The watcher of the preview notices every change of what it watches, and nothing else."""

import errno
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.build.plugin import watcher as module
from generator.build.plugin.watcher import Watcher, is_shared

PATIENCE = 30  # seconds until a change must have been noticed


class Watched(FileSystemEventHandler):
    """A watched project, and the paths of which MkDocs is told."""

    def __init__(self, project: Path) -> None:
        self.paths: Queue[Path] = Queue()
        self.watcher = Watcher()
        for name in ("mkdocs.yml", "docs", "seeds", "briefings"):
            self.watcher.schedule(self, str(project / name), recursive=True)
        self.watcher.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.paths.put(Path(str(event.src_path)))

    def until(self, path: Path) -> set[Path]:
        """Wait for a change of `path`; return all changes until then."""
        paths = {self.paths.get(timeout=PATIENCE)}
        while path not in paths:
            paths.add(self.paths.get(timeout=PATIENCE))
        return paths


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for folder in ("seeds", "docs/topics", "site"):
        (root / folder).mkdir(parents=True)
    for path in ("mkdocs.yml", "seeds/a.txt"):
        (root / path).write_text("old", encoding="utf-8")
    return root


def use_up_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system refuse, as it does when all programs of the user together watch as many files as are allowed."""

    def schedule(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(Observer, "schedule", schedule)
    monkeypatch.setattr(module, "_POLLING_INTERVAL", 0.05)


@pytest.fixture(params=["events", "polling"])
def watched(
    request: pytest.FixtureRequest, project: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Watched]:
    """A project that is watched in each of the two ways, which must notice the same."""
    if request.param == "polling":
        use_up_watches(monkeypatch)
    watched = Watched(project)
    yield watched
    watched.watcher.stop()
    watched.watcher.join()


@pytest.mark.parametrize(
    "path", ["mkdocs.yml", "seeds/a.txt", "seeds/new/b.txt", "docs/topics/c.md", "briefings"]
)
def test_a_saved_or_new_file_is_noticed(watched: Watched, project: Path, path: str) -> None:
    (project / path).parent.mkdir(exist_ok=True)
    watched.watcher.renew()
    (project / path).write_text("new text", encoding="utf-8")
    watched.until(project / path)


def test_a_file_that_an_editor_saves_by_renaming_is_noticed(watched: Watched, project: Path) -> None:
    (project / "seeds/.a.txt.swp").write_text("new text", encoding="utf-8")
    (project / "seeds/a.txt").rename(project / "seeds/a.txt~")
    watched.until(project / "seeds/a.txt")
    watched.watcher.renew()
    (project / "seeds/.a.txt.swp").rename(project / "seeds/a.txt")
    watched.until(project / "seeds/a.txt")


def test_a_folder_that_is_moved_away_and_made_anew_is_still_watched(watched: Watched, project: Path) -> None:
    (project / "seeds").rename(project / "elsewhere")
    watched.until(project / "seeds")
    watched.watcher.renew()
    (project / "seeds").mkdir()
    watched.until(project / "seeds")
    watched.watcher.renew()
    (project / "seeds/b.txt").write_text("new", encoding="utf-8")
    watched.until(project / "seeds/b.txt")


def test_the_targets_of_links_are_watched(watched: Watched, project: Path, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "single.md").write_text("old", encoding="utf-8")
    (project / "docs/topics/shared").symlink_to(tmp_path / "shared")
    (project / "docs/single.md").symlink_to(tmp_path / "single.md")
    watched.until(project / "docs/single.md")
    watched.watcher.renew()
    (tmp_path / "shared/page.md").write_text("new", encoding="utf-8")
    watched.until(tmp_path / "shared/page.md")
    (tmp_path / "single.md").write_text("new text", encoding="utf-8")
    watched.until(tmp_path / "single.md")


def test_nothing_else_wakes_the_preview(watched: Watched, project: Path) -> None:
    for path in ("seeds/a.txt", "mkdocs.yml"):
        (project / path).read_bytes()
    for path in ("site/index.html", "serve.log", "seeds/.hidden", "seeds/a.txt~"):
        (project / path).write_text("new", encoding="utf-8")
    watched.watcher.renew()
    (project / "seeds/last.txt").write_text("new", encoding="utf-8")
    assert watched.until(project / "seeds/last.txt") == {project / "seeds/last.txt"}


def test_the_preview_says_once_that_it_polls(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    use_up_watches(monkeypatch)
    watched = Watched(project)
    watched.watcher.renew()
    watched.watcher.stop()
    watched.watcher.join()
    (message,) = caplog.messages
    assert "inotify watch limit reached" in message


@pytest.mark.parametrize(
    ("folder", "shared"),
    [("home/me/site", False), ("mnt/c/site", True), ("mnt/my drive/site", True), ("mnt/usb/site", False)],
)
def test_a_drive_that_other_machines_change_is_polled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, *, shared: bool
) -> None:
    root = tmp_path.resolve()
    mounts = f"/dev/a {root} ext4 rw 0 0\nC: {root}/mnt/c 9p rw 0 0\nx {root}/mnt/my\\040drive fuse.sshfs rw 0 0\n/dev/b {root}/mnt/usb fuseblk rw 0 0\n"
    (tmp_path / "mounts").write_text(mounts, encoding="utf-8")
    monkeypatch.setattr(module, "_MOUNTS", tmp_path / "mounts")
    assert is_shared(tmp_path / folder) == shared
