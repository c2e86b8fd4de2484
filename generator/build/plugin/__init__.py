"""The MkDocs plugin `briefings`: gives MkDocs the pages as virtual files. The only room that imports mkdocs."""

from __future__ import annotations

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

from generator.build.plugin.navigation_entries import Navigations
from generator.build.plugin.options import BriefingsConfig, check_settings, day_of, language_of, root_of
from generator.build.plugin.preview import watch
from generator.build.plugin.preview_cache import KeptPages, ThemeFiles
from generator.build.postprocess import UnsafeSiteError, finish
from generator.build.search import write_index
from generator.diagnostics import Diagnostic
from generator.edit.schemas import renew
from generator.language import ENGLISH
from generator.location import Location
from generator.pipeline import build_exports, build_pages, examine_folder, site_of
from generator.reporting.panel import fault_page, fault_panel
from generator.reporting.text import report
from generator.site.exports import Export
from generator.site.navigation import contents_words
from generator.site.pages import Page, PageSpec
from generator.site.render import foot_of
from generator.site.repository import NOWHERE, RepositoryError, in_editor, repository
from generator.site.site import AddressError, Publication, Site, publication, unreachable
from generator.site.template_cache import Translated
from generator.site.theme_files import OVERRIDES, assets, scripts, styles

log = get_plugin_logger("briefings")


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Reads and checks the project, and adds its pages to those that MkDocs finds in docs/.

    A build stops at the first fault in the content, before anything is written. `mkdocs serve` keeps
    running: it shows the faults on every page, over the last content that had none.
    """

    def __init__(self) -> None:
        """Start with nothing read."""
        self.preview = self.publishing = False
        self.site: Site | None = None
        self.pages: Mapping[str, Page] = {}
        self.exports: tuple[Export, ...] = ()
        self.faults: tuple[Diagnostic, ...] = ()
        self.editor = NOWHERE
        self.theme_files = ThemeFiles()
        self.kept: KeptPages | None = None
        self.indexing: Thread | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Remember whether this is the live preview; being defined keeps the plugin alive between builds."""
        self.preview, self.publishing = command == "serve", command == "gh-deploy"
        self.kept = KeptPages() if self.preview else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the project; stop a build that has faults before it touches the site."""
        check_settings(config)
        if self.publishing and (told := unreachable(config.site_url or "")):
            log.warning("%s", told)
        config.theme.dirs.insert(0, str(OVERRIDES))
        if self.preview:
            self.theme_files.stand_in(config.theme)
        config.extra_css[:0] = [name for name in styles(preview=self.preview) if name not in config.extra_css]
        config.extra_javascript.extend(name for name in scripts() if name not in config.extra_javascript)
        contents = config.mdx_configs.setdefault("toc", {})
        for key, words in contents_words(language_of(config)).items():
            contents.setdefault(key, words)
        self.editor = in_editor(root_of(config).resolve(), os.environ.get("BRIEFING_EDITOR", ""))
        examined = examine_folder(root_of(config), language_of(config).code)
        text = report(examined.faults)
        self.faults = ()
        if self.preview and (fault := renew(root_of(config), examined.content.corpus)):
            log.info("%s", fault)
        if examined.sound:
            if examined.faults:
                log.info("%s", text)
            self.site = site_of(
                examined, day_of(self.config.today), language_of(config), self._publication(config)
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
            address = config.site_url or ""
            return publication(config.site_name, address, self.editor if self.preview else found)
        except (RepositoryError, AddressError) as fault:
            msg = f"plugin briefings: {fault}"
            raise ConfigurationError(msg) from None

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
        if self.kept:
            self.kept.begin(config, files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs' signature
        """Tell the theme where home is: the generated pages are in no list of MkDocs."""
        self.navigations = Navigations(self.site, files, nav)
        home = files.get_file_from_path("index.md")
        nav.homepage = home.page if home else None
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Date a page without a clock."""
        if self.site is not None:
            page.update_date = self.site.reviewed_on.isoformat()
        if self.kept:
            self.kept.before_reading(page, markdown)
        return markdown

    def on_page_content(self, content: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Show the faults of the content on every page of the live preview; end pages written by hand as ours end."""
        own = page.file.src_uri
        if self.kept:
            self.kept.after_reading(page, content)
        if self.site is not None and own not in self.pages:
            spec = PageSpec(
                own, "", str(page.title), "", {}, edit=Location(f"docs/{own}"), language=self.site.language
            )
            content += foot_of(spec, self.site.publication)
        return fault_panel(self.faults, self.editor) + content if self.faults else content

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs' signature
        """Keep titles in front matter written by hand text, which the theme prints as HTML; give our templates their words."""
        for file in files.documentation_pages():
            if file.page is not None and isinstance(file.page.title, str):
                file.page.title = file.page.title.replace("<", "&lt;")
        env.bytecode_cache = Translated("theme")
        env.globals["_"] = (self.site.language if self.site else ENGLISH).say
        if self.kept:
            pages = [file.page for file in files.documentation_pages() if file.page is not None]
            titles = [page.title for page in pages if page.file.src_uri not in self.pages]
            for page in pages:
                self.kept.choose_template(page, (self.navigations.groups(page.file.src_uri), titles))
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
        nav: Navigation,  # noqa: ARG002 - MkDocs' signature
    ) -> TemplateContext:
        """Give each page a navigation of its own, of a size that does not grow with the site."""
        context["nav"] = self.navigations.of(page.file.src_uri, page)
        if self.kept:
            self.kept.fill(context, page)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs' signature
        """Keep the page for the next build of the live preview."""
        if self.kept:
            self.kept.finish(output, page)
        return output

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
    ) -> TemplateContext:
        """Give the page for wrong addresses a navigation too, and the faults for which there may be no other page."""
        context["nav"] = self.navigations.of(template_name)
        context["faults"] = fault_panel(self.faults, self.editor) if self.faults else ""  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the built pages. A site with a fault is not published: MkDocs stops; the preview only indexes, behind its pages."""
        folder = Path(config.site_dir)
        if self.preview:
            self.indexing = Thread(target=write_index, args=[folder])
            self.indexing.start()
        elif self.site is not None:
            try:
                finish(folder, self.site, root_of(config) / "seeds")
            except UnsafeSiteError as fault:
                msg = f"the finished site has faults, and is not to be published\n\n{fault}"
                raise PluginError(msg) from None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002 - MkDocs' signature
        """Look at the files of the project."""
        watch(server, config)
        return server

    def on_shutdown(self) -> None:
        """Let what is being indexed finish."""
        self._indexed()

    def _indexed(self) -> None:
        if self.indexing is not None:
            self.indexing.join()
