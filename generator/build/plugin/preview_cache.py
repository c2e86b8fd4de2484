"""What one build of the live preview takes from the one before: the list of the theme's files, and pages that stay as they were.

A saved file changes few pages. The others are neither read nor put into the theme again. Nothing but what is compared
here can change them: the extensions that the settings allow read no files, and where another plugin takes part, nothing
is kept.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.theme import Theme
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

_AS_FINISHED = Template("{{ finished }}")


class ThemeFiles:
    """The list of the theme's files, 14,000 icons among them, made once for all builds of a preview."""

    def __init__(self) -> None:
        """Begin with none."""
        self._listed: dict[tuple[str, ...], list[str]] = {}

    def stand_in(self, theme: Theme) -> None:
        """Let the theme give the list that is kept; a folder of the site's own may change, and is looked through."""
        if theme.custom_dir is not None:
            return
        make, where = theme.get_env, (*theme.dirs, *sorted(theme.static_templates))

        def environment() -> Environment:
            env = make()
            look = env.list_templates
            env.list_templates = lambda *given, **named: (  # type: ignore[method-assign]
                self._listed.get(where) or self._listed.setdefault(where, look(*given, **named))
            )
            return env

        theme.get_env = environment  # type: ignore[method-assign]


@dataclass(frozen=True, slots=True)
class _Read:
    """What a page was read from, and what came of it. Links are held by address: each build has files of its own."""

    markdown: str
    meta: Mapping[str, object]
    content: str
    title: str | None
    contents: TableOfContents
    anchors: set[str] | None
    links: Mapping[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Finished:
    """What a page was put into the theme with, and what came of it."""

    given: object
    output: str


class KeptPages:
    """The pages of the last build, by address, and which of them stand for those of this build."""

    def __init__(self) -> None:
        """Begin with none."""
        self._common: object = None
        self._read: dict[str, _Read] = {}
        self._finished: dict[str, _Finished] = {}
        self._given: dict[str, object] = {}
        self._told = CountHandler(level=logging.WARNING)
        self._told_before: object = None
        logging.getLogger("mkdocs").addHandler(self._told)

    def begin(self, config: MkDocsConfig, files: Files) -> None:
        """Begin a build: with nothing, where settings or addresses are others than they were."""
        self.usable = [*config.plugins] == ["briefings"] and config.theme.custom_dir is None
        settings = {name: value for name, value in config.items() if name not in ("theme", "plugins")}
        common = (settings, dict(config.theme), config.theme.dirs, set(files.src_uris))
        if common != self._common or not self.usable:
            self._common = common
            self._read.clear()
            self._finished.clear()

    def before_reading(self, page: Page, markdown: str) -> None:
        """Let a page of the same Markdown take what was read of it."""
        self._source, self._told_before = markdown, self._told.get_counts()
        read = self._read.get(page.file.src_uri)
        if read and (read.markdown, read.meta) == (markdown, page.meta):
            page.render = partial(self._take, page, read)  # type: ignore[method-assign]

    def _take(self, page: Page, read: _Read, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - as MkDocs calls it
        page.content, page.title, page.toc = read.content, read.title, read.contents
        page.present_anchor_ids = read.anchors
        page.links_to_anchors = {files.src_uris[uri]: links for uri, links in read.links.items()}

    def after_reading(self, page: Page, content: str) -> None:
        """Keep what was read of a page, where nothing was to be told of it: that is told again."""
        if self.usable and self._told_before == self._told.get_counts():
            links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
            self._read[page.file.src_uri] = _Read(
                self._source, dict(page.meta), content, page.title, page.toc, page.present_anchor_ids, links
            )

    def choose_template(self, page: Page, around: object) -> None:
        """Choose the template of a page: where it is given what it was, and the same stands `around` it, what it became."""
        uri = page.file.src_uri
        self._given[uri] = (page.title, dict(page.meta), page.content, page.update_date, around)
        if (finished := self._finished.get(uri)) and finished.given == self._given[uri]:
            page.meta["template"] = _AS_FINISHED

    def fill(self, context: TemplateContext, page: Page) -> None:
        """Give the template of a page that stays what was finished."""
        if finished := self._finished.get(page.file.src_uri):
            context["finished"] = finished.output  # type: ignore[typeddict-unknown-key]

    def finish(self, output: str, page: Page) -> None:
        """Keep what a page became."""
        if self.usable:
            uri = page.file.src_uri
            self._finished[uri] = _Finished(self._given[uri], output)
