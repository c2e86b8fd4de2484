"""What the live preview keeps from one build to the next changes nothing that is seen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from generator.build.plugin import BriefingsPlugin
from generator.build.plugin.preview_cache import KeptPages
from tests.building import HARBOUR, copy_project, files

POSITION = "briefings/lighthouse/positions/islanders.yml"
BRIEFING = "briefings/lighthouse/briefing.yml"
_LINE = "summary: Speaks for one."


class Desk:
    """A project, and the builds that its live preview makes in this process."""

    def __init__(self, root: Path) -> None:
        self.root, self.read = root, list[str]()

    def build(self, folder: str, *, anew: bool = False) -> dict[str, bytes]:
        """Build as a preview does when something was saved, or as one that has just begun; give the files of the site."""
        site = self.root.parent / folder
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(site))
        plugin = config.plugins["briefings"]
        assert isinstance(plugin, BriefingsPlugin)
        if anew:
            plugin.kept = KeptPages()
        config.site_url = "http://127.0.0.1:8000/"
        self.read.clear()
        build(config, serve_url=config.site_url)
        plugin.on_shutdown()
        return files(site)

    def save(self, path: str, old: str, new: str) -> None:
        """Change a file as an editor does."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A preview that has built once."""
    made = Desk(copy_project(HARBOUR, tmp_path / "project"))
    shutil.rmtree(made.root / "briefings/night-closing")  # one briefing is enough, and sooner done
    plugins = load_config(str(made.root / "mkdocs.yml")).plugins
    plugins.on_startup(command="serve", dirty=False)
    render: Callable[..., None] = Page.render

    def counted(page: Page, *given: object) -> None:
        made.read.append(page.file.src_uri)
        render(page, *given)

    monkeypatch.setattr(Page, "render", counted)
    made.build("site")
    try:
        yield made
    finally:
        plugins.on_startup(command="build", dirty=False)


def test_after_a_save_every_file_is_as_a_preview_makes_it_that_has_just_begun(desk: Desk) -> None:
    pages = len(desk.read)
    desk.save(POSITION, _LINE, "summary: Another line.")
    desk.build("site")
    assert 0 < len(desk.read) < pages / 4, desk.read

    fault = ((POSITION, "summary: Another line.", "summry: Another line."),)
    titles = ((BRIEFING, "title: Guests", "title: Visitors"), ("docs/about.md", "# About", "# All about"))
    for save in (titles, fault):
        for change in save:
            desk.save(*change)
        kept, fresh = desk.build("site"), desk.build("fresh", anew=True)
        assert len(desk.read) == pages
        assert [path for path in fresh if kept.get(path) != fresh[path]] == []
        assert kept.keys() == fresh.keys()

    desk.save("mkdocs.yml", "site_name: Harbour briefings", "site_name: Another name")
    built = {path: text for path, text in desk.build("site").items() if path.endswith(".html")}
    assert [path for path, text in built.items() if b"Another name" not in text] == []


def test_what_is_to_be_told_of_a_page_is_told_after_each_save(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    (desk.root / "docs/new.md").write_text("# New\n\n[A page](none.md)\n", encoding="utf-8")
    for _ in range(2):
        caplog.clear()
        desk.build("site")
        assert "none.md" in caplog.text


def test_nothing_is_kept_where_another_plugin_takes_part(desk: Desk) -> None:
    desk.save("mkdocs.yml", "plugins:\n", "plugins:\n  - tags\n")
    for _ in range(2):
        built = desk.build("site")
        assert len(desk.read) == sum(path.endswith("index.html") for path in built)
