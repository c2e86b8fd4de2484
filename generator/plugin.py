"""The MkDocs plugin `briefings`: gives MkDocs the pages as virtual files. The only room that imports mkdocs."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Thread
from typing import Any, Literal

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext
from watchdog.observers.polling import PollingObserver

from generator.diagnostics import Diagnostic
from generator.escape import head_text
from generator.exports import Export
from generator.files import FOLDERS
from generator.finishing import UnsafeSiteError, finish
from generator.folder import OTHER_DOCS
from generator.language import ENGLISH, Language
from generator.marks import Mark
from generator.navigation import Group, contents_words, navigation
from generator.pages import Page, PageSpec
from generator.pipeline import build_exports, build_pages, examine_folder, site_of
from generator.render import foot_of
from generator.reporters.fault_panel import fault_page, fault_panel
from generator.reporters.text import report
from generator.repository import NOWHERE, RepositoryError, in_editor, repository
from generator.schemas import renew
from generator.search import write_index
from generator.site import Publication, Site, publication
from generator.theme import OVERRIDES, assets, scripts, styles

log = get_plugin_logger("briefings")

_LOOK_EVERY = 0.1  # seconds between two looks at the files, in the preview
NEEDED_EXTENSIONS = ("admonition", "attr_list", "tables", "toc")
# Known to leave the words of editors and articles as they are. Others make markup of signs that stand in ordinary text,
# such as ~, ^, $ and ==, or take files into pages.
KNOWN_EXTENSIONS = frozenset(
    {*NEEDED_EXTENSIONS, "def_list", "fenced_code", "footnotes", "meta", "sane_lists"}
    | {f"pymdownx.{name}" for name in ("details", "highlight", "superfences", "tabbed", "tasklist")}
)


class BriefingsConfig(Config):
    """Settings of the plugin in mkdocs.yml."""

    # MkDocs reads an unquoted day, and one from the environment, as a date.
    today = config_options.Optional(config_options.Type((str, dt.date)))
    """The day from which overdue reviews are counted, as 2025-12-31; nothing is overdue without it."""
    repository = config_options.Type(str, default="")
    """The address of the repository, as https://github.com/OWNER/NAME: pages then link to their files in it."""
    branch = config_options.Type(str, default="main")
    """The branch of the repository that is published."""
    edit_link = config_options.Type(str, default="")
    """For other hosts: the address of a file, with {path} and {line}."""
    report_link = config_options.Type(str, default="")
    """For other hosts: the address of a report, with {title} and {text}."""


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Reads and checks the project, and adds its pages to those that MkDocs finds in docs/.

    A build stops at the first fault in the content, before anything is written. `mkdocs serve` keeps
    running: it shows the faults on every page, over the last content that had none.
    """

    def __init__(self) -> None:
        """Start with nothing read."""
        self.preview = False
        self.site: Site | None = None
        self.pages: Mapping[str, Page] = {}
        self.exports: tuple[Export, ...] = ()
        self.faults: tuple[Diagnostic, ...] = ()
        self.editor = NOWHERE
        self.templates = _Templates()
        self.indexing: Thread | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Remember whether this is the live preview; being defined keeps the plugin alive between builds."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the project; stop a build that has faults before it touches the site."""
        _check_settings(config)
        config.theme.dirs.insert(0, str(OVERRIDES))
        config.extra_css[:0] = [name for name in styles(preview=self.preview) if name not in config.extra_css]
        config.extra_javascript.extend(name for name in scripts() if name not in config.extra_javascript)
        contents = config.mdx_configs.setdefault("toc", {})
        for key, words in contents_words(_language(config)).items():
            contents.setdefault(key, words)
        self.editor = in_editor(_root(config).resolve(), os.environ.get("BRIEFING_EDITOR", ""))
        examined = examine_folder(_root(config))
        text = report(examined.faults)
        self.faults = ()
        if self.preview and (fault := renew(_root(config), examined.content.corpus)):
            log.info("%s", fault)
        if examined.sound:
            if examined.faults:
                log.info("%s", text)
            self.site = site_of(
                examined, _day(self.config.today), _language(config), self._publication(config)
            )
            self.pages = {page.uri: page for page in build_pages(self.site)}
            self.exports = build_exports(self.site)
        elif self.preview:
            log.error("%s", text)
            self.faults = examined.faults
            if self.site is None:
                self.pages = {"index.md": fault_page()}
        else:
            msg = f"the content has faults, nothing was built\n\n{text}"
            raise PluginError(msg)
        return config

    def _publication(self, config: MkDocsConfig) -> Publication:
        """Give where readers find the site, and where its files are mended: in the preview on this machine.

        The preview sets an address of its own, which is none of theirs.
        """
        own = self.config
        try:
            found = repository(own.repository, own.branch, own.edit_link, own.report_link)
        except RepositoryError as fault:
            msg = f"plugin briefings: {fault}"
            raise ConfigurationError(msg) from None
        return publication(config.site_name, config.site_url or "", self.editor if self.preview else found)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Let what is being indexed finish before its folder is emptied."""
        self._indexed()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, the files for programs, and our styles and scripts."""
        if config.nav is None:
            config.nav = [file.src_uri for file in files.documentation_pages()]
        taken = {file.dest_uri: file.src_uri for file in files}
        for uri, page in self.pages.items():
            made = File.generated(config, uri, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
            if made.dest_uri in taken:
                msg = f"docs/{taken[made.dest_uri]} stands at the address of a generated page: rename it"
                raise PluginError(msg)
            files.append(made)
        for export in self.exports:
            files.append(File.generated(config, export.uri, content=export.content))
        for uri, content in assets().items():
            files.append(File.generated(config, uri, content=content))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs' signature
        """Tell the theme where home is: the generated pages are in no list of MkDocs."""
        self.files, self.written = files, nav.items
        home = files.get_file_from_path("index.md")
        nav.homepage = home.page if home else None
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Date a page without a clock."""
        if self.site is not None:
            page.update_date = self.site.reviewed_on.isoformat()
        return markdown

    def on_page_content(self, content: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Show the faults of the content on every page of the live preview; end pages written by hand as ours end."""
        own = page.file.src_uri
        if self.site is not None and own not in self.pages:
            spec = PageSpec(
                own, "", str(page.title), "", {}, edit=Mark(f"docs/{own}"), language=self.site.language
            )
            content += foot_of(spec, self.site.publication)
        return fault_panel(self.faults, self.editor) + content if self.faults else content

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs' signature
        """Keep titles in front matter written by hand text, which the theme prints as HTML; give our templates their words."""
        for file in files.documentation_pages():
            if file.page is not None and isinstance(file.page.title, str):
                file.page.title = file.page.title.replace("<", "&lt;")
        env.bytecode_cache = self.templates
        env.globals["_"] = (self.site.language if self.site else ENGLISH).say
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
        nav: Navigation,
    ) -> TemplateContext:
        """Give each page a navigation of its own, of a size that does not grow with the site."""
        self._navigate(context, page.file.src_uri, page, nav)
        return context

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
    ) -> TemplateContext:
        """Give the page for wrong addresses a navigation too, and the faults for which there may be no other page."""
        self._navigate(context, template_name, None, context["nav"])
        context["faults"] = fault_panel(self.faults, self.editor) if self.faults else ""  # type: ignore[typeddict-unknown-key]
        return context

    def _navigate(self, context: TemplateContext, uri: str, page: MkDocsPage | None, nav: Navigation) -> None:
        if self.site is not None:
            own = Navigation([*self._sections(navigation(self.site, uri), page), *self.written], [])
            own.homepage = nav.homepage
            context["nav"] = own

    def _sections(self, groups: tuple[Group, ...], page: MkDocsPage | None) -> Iterator[StructureItem]:
        for group in groups:
            entries: list[StructureItem] = []
            for entry in group.entries:
                file = self.files.get_file_from_path(entry.uri)
                if file is not None and file.page is not None:
                    entries.append(_NavEntry(head_text(entry.title), file.page))
            section = Section(head_text(group.title), entries)
            section.active = any(entry == page for entry in entries)
            yield section

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the built pages. A site with a fault is not published: MkDocs stops; the preview only indexes, behind its pages."""
        folder = Path(config.site_dir)
        if self.preview:
            self.indexing = Thread(target=write_index, args=[folder])
            self.indexing.start()
        elif self.site is not None:
            try:
                finish(folder, self.site, _root(config) / "seeds")
            except UnsafeSiteError as fault:
                msg = f"the finished site has faults, and is not to be published\n\n{fault}"
                raise PluginError(msg) from None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002 - MkDocs' signature
        """Rebuild when a source or a briefing is saved; look more often than MkDocs does, whose waiting would be felt."""
        pages = [config.docs_dir, config.config_file_path]
        for path in pages:
            server.unwatch(path)
        server.observer = PollingObserver(timeout=_LOOK_EVERY)
        folders = (str(_root(config) / name) for name in FOLDERS if (_root(config) / name).is_dir())
        for path in (*pages, *folders):
            server.watch(path)
        return server

    def on_shutdown(self) -> None:
        """Let what is being indexed finish."""
        self._indexed()

    def _indexed(self) -> None:
        if self.indexing is not None:
            self.indexing.join()


class _Templates(BytecodeCache):
    """The theme's templates, translated once for all builds of a preview."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was translated before, where the template is still the same."""
        if bucket.key in self.held:
            bucket.bytecode_from_string(self.held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was translated."""
        self.held[bucket.key] = bucket.bytecode_to_string()


class _NavEntry(StructureItem):
    """A page in the navigation under another name than its title; equal to its page, as the theme compares."""

    is_section = False
    is_page = True
    is_link = False
    children = None

    def __init__(self, title: str, page: MkDocsPage) -> None:
        self.title = title
        self._page = page

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def __eq__(self, other: object) -> bool:
        return other is self._page or other is self

    def __hash__(self) -> int:
        return hash(self._page)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _language(config: MkDocsConfig) -> Language:
    """Give the language of the site's words: the theme's. What has no catalogue is said in English."""
    language = Language(str(config.theme["language"]))
    if not language.known:
        log.info("no words in the language %s yet: pages say in English what briefings do not", language.code)
    return language


def _day(text: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(text)) if text else None
    except ValueError:
        msg = f"plugin briefings: today is “{text}”, and should be a day such as 2025-12-31"
        raise ConfigurationError(msg) from None


def _check_settings(config: MkDocsConfig) -> None:
    """Refuse settings under which the pages would not be what the generator wrote. Raises ConfigurationError."""
    if not config.use_directory_urls:
        msg = "plugin briefings: links between pages need use_directory_urls: true"
        raise ConfigurationError(msg)
    if Path(config.docs_dir).resolve() != (_root(config) / "docs").resolve():
        msg = f"plugin briefings: {OTHER_DOCS}"
        raise ConfigurationError(msg)
    if missing := [name for name in NEEDED_EXTENSIONS if name not in config.markdown_extensions]:
        msg = f"plugin briefings: add to markdown_extensions: {', '.join(missing)}"
        raise ConfigurationError(msg)
    names = [name.removeprefix("markdown.extensions.") for name in config.markdown_extensions]
    if refused := [name for name in names if name not in KNOWN_EXTENSIONS]:
        msg = f"plugin briefings: take out of markdown_extensions, since it could change quoted words: {', '.join(refused)}"
        raise ConfigurationError(msg)
