"""The MkDocs plugin `briefings`: it adds the pages to MkDocs as virtual files. Only this package imports mkdocs."""

import os
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.build.plugin.options import BriefingsConfig, check_settings, root_of
from generator.build.plugin.preview import watch
from generator.build.plugin.rendered_pages import RenderedPages
from generator.build.plugin.wide_tables import in_scrolling_groups
from generator.build.postprocess import postprocess
from generator.build.publish import BuildError
from generator.build.search import index_site
from generator.build.settings import ABOUT, publication_of
from generator.clock import DayError, day
from generator.diagnostics import Diagnostic
from generator.edit.schemas import renew
from generator.language import ENGLISH, Language
from generator.location import Location
from generator.pipeline import build_pages, examine_folder, plan_exports, site_of
from generator.reporting.panel import error_panel, placeholder_page
from generator.reporting.text import report
from generator.site import repository, theme_files
from generator.site.exports import Export
from generator.site.exports.social import undrawn_titles
from generator.site.navigation import contents_words, frame
from generator.site.pages import Page
from generator.site.render import edit_link
from generator.site.site import Site, unreachable
from generator.site.template_cache import TemplateCache

log = get_plugin_logger("briefings")
_NO_DATE = "1970-01-01"  # MkDocs needs a date of every page; the template of the sitemap leaves this out


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Reads and checks the project, and adds its pages to those in docs/.

    An error in the content stops a build before anything is written. `mkdocs serve` keeps running: it shows the errors on
    every page, above the last content without errors.
    """

    def __init__(self) -> None:
        """Start without content."""
        self.preview = self.publishing = False
        self.site: Site | None = None
        self.pages: Mapping[str, Page] = {}
        self.exports: tuple[Export, ...] = ()
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.editor = repository.NOWHERE
        self.rendered = RenderedPages()
        self.indexing: Thread | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
        """Store the command. Because of this method, MkDocs keeps the plugin between the builds of a preview."""
        self.preview, self.publishing = command == "serve", command == "gh-deploy"
        self.rendered = RenderedPages()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the project; stop a build that has errors before it changes the site."""
        root = root_of(config)
        self.editor = repository.editor_links(root.resolve(), os.environ.get("BRIEFING_EDITOR", ""))
        try:
            check_settings(config)
            today = day()
            links = self.editor if self.preview else repository.NOWHERE
            publication = publication_of(root, config, self.config, links)
        except (repository.SettingsError, DayError) as error:
            raise ConfigurationError(str(error)) from None
        language = Language(str(config.theme["language"]))
        if not language.known:
            log.info("there is no catalogue for the language %s yet, so pages use English", language.code)
        if self.publishing and (warning := unreachable(config.site_url or "")):
            log.warning("%s", warning)
        self._add_to_theme(config, language)
        examined = examine_folder(root, language.code, today)
        if self.preview and (warning := renew(root, examined.content.corpus)):
            log.info("%s", warning)
        problems = examined.errors_and_warnings
        if examined.has_errors:
            self._report(problems)
            self._add_frame(config)
            return config
        if problems:
            log.info("%s", report(problems))
        self.diagnostics = ()
        self.site = site_of(examined, language, publication)
        self.pages = {page.uri: page for page in build_pages(self.site)}
        self.exports = plan_exports(self.site)
        self._add_frame(config)
        if self.preview and (warning := undrawn_titles(self.site)):
            log.info("%s", warning)
        return config

    def _add_to_theme(self, config: MkDocsConfig, language: Language) -> None:
        """Add our templates, styles, scripts and words to the settings of the theme."""
        config.theme.dirs.insert(0, str(theme_files.OVERRIDES))
        config.extra_css[:0] = theme_files.styles(preview=self.preview)
        config.extra_javascript.extend(theme_files.scripts())
        config.mdx_configs["toc"] = contents_words(language) | config.mdx_configs.get("toc", {})

    def _add_frame(self, config: MkDocsConfig) -> None:
        """Add what the theme prints around every page: that of the last content without errors."""
        if self.site is not None:
            config.extra["frame"] = frame(self.site, {*self.pages, *(file.uri for file in self.exports)})

    def _report(self, problems: tuple[Diagnostic, ...]) -> None:
        """Stop a build because the content has errors; let the preview show them."""
        if not self.preview:
            message = f"the content has errors, so nothing was built\n\n{report(problems)}"
            raise PluginError(message)
        log.error("%s", report(problems))
        self.diagnostics = problems
        if self.site is None:
            self.pages = {"index.md": placeholder_page()}

    def on_pre_build(self, **_: Any) -> None:
        """Wait for the index of the last build, whose folder MkDocs empties next."""
        self.on_shutdown()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, the exports, and our styles and scripts. The page About has the text of docs/about.md."""
        if self.site is not None and (by_hand := files.get_file_from_path(ABOUT.removeprefix("docs/"))):
            files.remove(by_hand)
        if config.nav is None:
            config.nav = [file.src_uri for file in files.documentation_pages()]
        taken = {file.dest_uri: file.src_uri for file in files}
        for uri, page in self.pages.items():
            file = File.generated(config, uri, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
            if file.dest_uri in taken:
                message = f"docs/{taken[file.dest_uri]} has the URL of a generated page: rename it"
                raise PluginError(message)
            files.append(file)
        for export in self.exports:
            files.append(File.generated(config, export.uri, content=export.content))
        for path, content in theme_files.assets().items():
            files.append(File.generated(config, path, content=content))
        self.rendered.start_build(config, files)
        return files

    def on_nav(self, nav: Navigation, *, files: Files, **_: Any) -> Navigation:
        """Set the home page: the generated pages are in no list of MkDocs."""
        home = files.get_file_from_path("index.md")
        nav.homepage = home.page if home else None
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Date a page by what it shows, not by the clock; a page without a date has none in the sitemap."""
        generated = self.pages.get(page.file.src_uri)
        page.update_date = (generated and generated.updated) or _NO_DATE
        if generated:
            if not generated.listed:
                page.canonical_url = page.abs_url = None
            return self.rendered.before_render(page, markdown)
        return markdown

    def on_page_content(self, content: str, *, page: MkDocsPage, **_: Any) -> str:
        """Show errors on every page of the live preview; end hand-written pages as generated ones end; let tables scroll."""
        uri = page.file.src_uri
        if uri in self.pages:
            content = self.rendered.after_render(page, content)
        elif self.site is not None:
            content += edit_link(Location(f"docs/{uri}"), self.site.language, self.site.publication)
        language = self.site.language if self.site else ENGLISH
        return self._panel() + in_scrolling_groups(content, language)

    def _panel(self) -> str:
        return error_panel(self.diagnostics, self.editor) if self.diagnostics else ""

    def on_env(self, env: Environment, *, files: Files, **_: Any) -> Environment:
        """Set our cache and messages for templates. Escape hand-written titles, which the theme prints as HTML."""
        for file in files.documentation_pages():
            if file.page is not None and isinstance(file.page.title, str):
                file.page.title = file.page.title.replace("<", "&lt;")
        env.bytecode_cache = TemplateCache("theme")
        env.globals["_"] = (self.site.language if self.site else ENGLISH).say
        return env

    def on_template_context(self, context: TemplateContext, **_: Any) -> TemplateContext:
        """Set the errors for the page for unknown URLs, which no other hook sees."""
        context["errors"] = self._panel()  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the built pages, or raise PluginError if they are not safe. The preview only indexes them, in a thread."""
        folder = Path(config.site_dir)
        if self.preview:
            self.indexing = Thread(target=index_site, args=[folder])
            self.indexing.start()
        elif self.site is not None:
            try:
                postprocess(folder, self.site, root_of(config) / "seeds")
            except BuildError as error:
                message = f"the built site has problems: do not publish it\n\n{error}"
                raise PluginError(message) from None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch the files of the project."""
        watch(server, config)
        return server

    def on_shutdown(self) -> None:
        """Wait for the index, which a thread writes in the preview."""
        if self.indexing is not None:
            self.indexing.join()
