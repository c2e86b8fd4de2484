"""Generated pages in the theme: as MkDocs builds the pages that it finds in docs/, but one at a time, from Markdown to HTML."""

from typing import Any

import yaml
from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.build.plugin.converter import Converter
from generator.site.pages.page import PLACEHOLDER, Page


class ThemedPages:
    """Puts pages into the theme. Other plugins see each page as MkDocs shows them its own."""

    def __init__(self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
        """Use what MkDocs has prepared for the pages of docs/."""
        self._config, self._files, self._nav = config, files, nav
        self._by_hand = files.documentation_pages()
        self._template = env.get_template("main.html")
        self._converter = Converter(config, files)

    def html(self, page: Page) -> str:
        """Return a page as HTML."""
        config, events = self._config, self._config.plugins
        file = self._files.get_file_from_path(page.uri)
        assert file is not None  # noqa: S101 - `on_files` added it
        themed = MkDocsPage(None, file, config)
        themed.meta = _front_matter(page)
        themed.title = themed.meta["title"]
        if not page.listed:
            themed.canonical_url = themed.abs_url = None
        body, blocks = page.body, page.blocks
        if self.has_others:  # they know Markdown without placeholders
            body, blocks = PLACEHOLDER.sub(lambda match: page.blocks[int(match[1])], body), ()
            themed = events.on_pre_page(themed, config=config, files=self._files)
            body = events.on_page_markdown(body, page=themed, config=config, files=self._files) or ""
        themed.markdown = body
        content, themed.toc = self._converter.convert(file, body, blocks)
        themed.content = events.on_page_content(content, page=themed, config=config, files=self._files)
        context = get_context(self._nav, self._by_hand, config, themed)
        context = events.on_page_context(context, page=themed, config=config, nav=self._nav)
        html = self._template.render(context)
        file.page = None  # else the files of MkDocs keep all pages in memory
        return events.on_post_page(html, page=themed, config=config) or html

    @property
    def has_others(self) -> bool:
        """Return whether another plugin takes part, so that pages may depend on anything."""
        return [*self._config.plugins] != ["briefings"]


def _front_matter(page: Page) -> dict[str, Any]:
    """Return the values of a page's front matter."""
    values: dict[str, Any] = yaml.load(page.front_matter, yaml.CSafeLoader)
    return values
