"""A build is left out only if it would change nothing: any other input, and any change of what it wrote, makes a new one."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import last_build
from generator.build.last_build import LastBuild
from generator.store import Store
from tests.building import TODAY, small_project

Change = Callable[[Path], object]


def added(path: str, text: str) -> Change:
    """Return a change that adds text to the end of a file, which may be new."""

    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def linked_file_changed(root: Path) -> None:
    (root / "elsewhere" / "page.md").write_text("Another page.", encoding="utf-8")


CHANGES: dict[str, Change] = {
    "a position": added("briefings/old-bridge/positions/town.yml", "# A note\n"),
    "a stored text": added("seeds/bridge-2031-03-02.txt", "Words.\n"),
    "a new briefing": added("briefings/new/briefing.yml", "title: T\n"),
    "a setting": added("mkdocs.yml", "site_author: A\n"),
    "a new page by hand": added("docs/new.md", "# New\n"),
    "a link to a folder among the pages by hand": lambda root: (root / "docs" / "link").symlink_to(".."),
    "a template behind a link": linked_file_changed,
    "a template": added("overrides/partials/content.html", "New"),
    "a byte of the site": lambda root: (root / "site" / "index.html").write_bytes(b"home."),
    "a file too many": added("site/new.html", "new"),
    "a file that is gone": lambda root: (root / "site" / "index.html").unlink(),
    "a schema that is gone": lambda root: (root / "build" / "schema" / "position.json").unlink(),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a folder that looks like its site."""
    root = small_project(tmp_path / "project")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for path in ("site/index.html", "build/schema/position.json", "overrides/partials/content.html"):
        added(path, "home")(root)
    added("elsewhere/page.md", "A page.")(root)
    (root / "overrides" / "linked").symlink_to(root / "elsewhere")
    return root


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite3")


def report(store: Store, root: Path, out: str = "site", day: dt.date = TODAY) -> list[str] | None:
    return LastBuild(store, root, root / out, day).report()


def test_a_build_after_which_nothing_has_changed_reports_the_same(root: Path, store: Store) -> None:
    assert report(store, root) is None
    LastBuild(store, root, root / "site", TODAY).done(["It is built."])
    assert report(store, root) == ["It is built."]


@pytest.mark.parametrize("what", CHANGES)
def test_every_change_of_what_is_read_or_written_makes_a_new_build(
    what: str, root: Path, store: Store
) -> None:
    LastBuild(store, root, root / "site", TODAY).done([])
    CHANGES[what](root)
    assert report(store, root) is None


def test_another_day_folder_variable_or_version_makes_a_new_build(
    root: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    LastBuild(store, root, root / "site", TODAY).done([])
    assert report(store, root, day=TODAY + dt.timedelta(1)) is None
    assert report(store, root, out="public") is None
    with monkeypatch.context() as other:
        other.setenv("BRIEFING_REPOSITORY", "https://codeberg.org/example/bridge")
        assert report(store, root) is None
    with monkeypatch.context() as other:
        other.setattr(last_build, "program_version", lambda: "another one")
        assert report(store, root) is None
    assert report(store, root) == []


@pytest.mark.parametrize(
    ("old", "new"), [("plugins:\n", "plugins:\n  - search\n"), ("theme:\n", "hooks: [h.py]\ntheme:\n")]
)
def test_with_code_that_is_not_ours_every_build_is_a_new_one(
    old: str, new: str, root: Path, store: Store
) -> None:
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace(old, new), encoding="utf-8")
    LastBuild(store, root, root / "site", TODAY).done([])
    assert report(store, root) is None
