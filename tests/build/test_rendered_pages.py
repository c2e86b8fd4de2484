"""Reusing the HTML of the last build in the live preview changes nothing that a reader sees."""

from collections.abc import Callable, Iterator
from pathlib import Path

import markdown
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.build.plugin import BriefingsPlugin
from generator.build.plugin.rendered_pages import RenderedPages
from tests.building import files, small_project

POSITION = "briefings/old-bridge/positions/town.yml"
BRIEFING = "briefings/old-bridge/briefing.yml"


class Preview:
    """A project, and the builds that its live preview makes."""

    def __init__(self, root: Path) -> None:
        self.root, self.rendered = root, list[str]()

    def build(self, folder: str = "site", *, afresh: bool = False) -> dict[str, bytes]:
        """Build after a save, or `afresh` as a preview that has just started; return the files of the site."""
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root.parent / folder))
        plugin = config.plugins["briefings"]
        assert isinstance(plugin, BriefingsPlugin)
        if afresh:
            plugin.rendered = RenderedPages()
        config.site_url = "http://127.0.0.1:8000/"
        self.rendered.clear()
        build(config, serve_url=config.site_url)
        plugin.on_shutdown()
        return files(self.root.parent / folder)

    def save(self, path: str, old: str, new: str) -> None:
        """Change a file as an editor does."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """A preview that has built once and notes which texts it turns into HTML."""
    made = Preview(small_project(tmp_path / "project"))
    (made.root / "docs" / "own.md").write_text("# About\n\n[None](none.md)\n", encoding="utf-8")
    plugins = load_config(str(made.root / "mkdocs.yml")).plugins
    plugins.on_startup(command="serve", dirty=False)
    convert: Callable[..., str] = markdown.Markdown.convert

    def noted(self: markdown.Markdown, source: str) -> str:
        if source:
            made.rendered.append(source)
        return convert(self, source)

    monkeypatch.setattr(markdown.Markdown, "convert", noted)
    made.build()
    try:
        yield made
    finally:
        plugins.on_startup(command="build", dirty=False)


def test_a_save_renders_few_pages_and_gives_the_files_of_a_fresh_build(
    preview: Preview, caplog: pytest.LogCaptureFixture
) -> None:
    pages = len(preview.rendered)
    preview.save(POSITION, "statement: Ada Vale said", "statement: Ada Vale has said")
    caplog.clear()
    preview.build()
    assert 0 < len(preview.rendered) < pages / 2
    assert "none.md" in caplog.text  # warnings of hand-written pages are repeated

    title = (BRIEFING, "title: Deliveries", "title: Lorries")
    for changes in (
        (title, ("docs/own.md", "# About", "# All")),
        ((POSITION, "statement: ", "statment: "),),
    ):
        for change in changes:
            preview.save(*change)
        reused, fresh = preview.build(), preview.build("fresh", afresh=True)
        assert len(preview.rendered) == pages
        assert [path for path in fresh if reused.get(path) != fresh[path]] == []
        assert reused.keys() == fresh.keys()


def test_other_settings_show_at_once_and_with_other_plugins_nothing_is_reused(preview: Preview) -> None:
    pages = len(preview.rendered)
    preview.save("mkdocs.yml", "plugins:\n", "copyright: Another text\nplugins:\n  - tags\n")
    built = preview.build()
    assert len(preview.rendered) == pages
    assert all(
        b"Another text" in content
        for path, content in built.items()
        if path.endswith("index.html") and b"<header" in content
    )
    preview.build()
    assert len(preview.rendered) == pages
