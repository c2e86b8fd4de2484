"""The MkDocs plugin `briefings`: it adds the generated pages to those of docs/. Only this package imports mkdocs."""

import gc
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.build.guard import VARIABLE, parse_hosts
from generator.build.plan import nothing_to_show, plan
from generator.build.plugin.generated_file import GeneratedFile
from generator.build.plugin.hand_written import lost_words
from generator.build.plugin.mkdocs_site import NO_DATE, SITEMAP, MkDocsSite, docs_state
from generator.build.plugin.options import BriefingsConfig, check_settings, root_of
from generator.build.plugin.preview import watch
from generator.build.plugin.whole_site import make_whole_site
from generator.build.plugin.wide_tables import in_scrolling_groups
from generator.build.pool import processors
from generator.build.settings import ABOUT, publication_of
from generator.build.shares import MadeShare, Share
from generator.build.verify import StoredTexts
from generator.clock import day
from generator.content.originals import original_errors
from generator.content.own_pages import docs_errors, is_backup
from generator.diagnostics import Diagnostic
from generator.edit.atomic_write import finish
from generator.edit.error import EditError
from generator.edit.schemas import renew
from generator.language import ENGLISH, Language
from generator.location import Location
from generator.memory import Memory
from generator.pipeline import Examined, examine_folder, site_of
from generator.reporting.panel import error_panel
from generator.reporting.text import report
from generator.site import repository, theme_files
from generator.site.exports.social import undrawn_titles
from generator.site.navigation import contents_words
from generator.site.pages.links import site_path
from generator.site.render import edit_link
from generator.site.site import unreachable
from generator.site.template_cache import TemplateCache
from generator.store import Store
from generator.variables import VariableError, check_numbers

log = get_plugin_logger("briefings")

_NOT_PAGES = (ABOUT.removeprefix("docs/"), "README.md")
_SCRIPTS_OF_THEME = "assets/javascripts/"  # no page loads them: ours do what pages need


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Reads and checks the project, and adds its pages to those in docs/.

    MkDocs builds the pages of docs/, then the generated pages and exports are made. An error in the content stops a build before
    anything is written. `mkdocs serve` keeps running: it shows the errors on every page, above the last content without errors.
    """

    def __init__(self) -> None:
        """Start without content."""
        self.preview = self.publishing = False
        self.examined: Examined | None = None
        """The content, if the command has examined it already."""
        self.share: Share | None = None
        """What is to be made, if not the whole site."""
        self.shares: Mapping[Path, MadeShare] = {}
        """What other builds have made, by folder."""
        self.last_site: Path | None = None
        """Where the last site is, from which files can be taken."""
        self.memory = Memory(Store.of_user())
        self.plan = nothing_to_show()
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.lost: tuple[Diagnostic, ...] = ()
        """Lines of docs/ whose words are not on the page that was built from them."""
        self.editor = repository.NOWHERE
        self.mkdocs: MkDocsSite | None = None
        self.is_built = False  # whether its folder has the pages of docs/: a build may fail halfway
        self._nav: Navigation
        self._docs: list[tuple[str, int, int]] = []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
        """Store the command. Because of this method, MkDocs keeps the plugin between the builds of a preview."""
        self.preview, self.publishing = command == "serve", command == "gh-deploy"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the project; stop a build that has errors before it changes the site."""
        if not os.environ.get("SOURCE_DATE_EPOCH"):  # MkDocs would read an empty value as a number
            os.environ.pop("SOURCE_DATE_EPOCH", None)
        try:
            _require_livereload()
            check_numbers()
            check_settings(config)
        except (repository.SettingsError, VariableError) as error:
            raise ConfigurationError(str(error)) from None
        if errors := docs_errors(root_of(config)):
            raise ConfigurationError(report(errors))
        if self.publishing and (warning := unreachable(config.site_url or "")):
            log.warning("%s", warning)
        language = _language(config)
        if not language.known:
            log.info("there is no catalogue for the language %s yet, so pages use English", language.code)
        config.theme.dirs.insert(0, str(theme_files.OVERRIDES))
        config.theme.static_templates.discard(SITEMAP)  # it lists generated pages, which are not made yet
        config.extra_css[:0] = theme_files.styles(preview=self.preview)
        config.extra_javascript.extend(theme_files.scripts())
        config.mdx_configs["toc"] = contents_words(language) | config.mdx_configs.get("toc", {})
        self._docs = docs_state(config)  # before MkDocs reads them: what is saved later is seen by `update`
        self._read(config)
        config.extra["frame"] = self.plan.frame
        if self.preview and self.plan.site and (warning := undrawn_titles(self.plan.site)):
            log.info("%s", warning)
        return config

    def _read(self, config: MkDocsConfig) -> None:
        """Read and check the project. If it has errors, a build stops; a preview keeps the last content without errors."""
        root = root_of(config)
        try:
            if done := finish(root):
                log.info("%s", done)
        except EditError as error:
            raise PluginError(str(error)) from None
        self.editor = _editor(root)
        links = self.editor if self.preview else repository.NOWHERE
        try:
            publication = publication_of(root, config, self.config, links)
            language, others = _language(config).code, original_errors(root, Store.of_user())
            examined = self.examined or examine_folder(root, language, day(), self.memory, others)
        except (repository.SettingsError, VariableError) as error:
            raise ConfigurationError(str(error)) from None
        if self.preview and (warning := renew(root, examined.content.corpus)):
            log.info("%s", warning)
        problems = examined.errors_and_warnings
        if examined.has_errors:
            if not self.preview:
                message = f"the content has errors, so nothing was built\n\n{report(problems)}"
                raise PluginError(message)
            log.error("%s", report(problems))
            self.diagnostics = problems
            return
        if problems and not self.examined:
            log.info("%s", report(problems))
        self.diagnostics = ()
        site = site_of(examined, _language(config), publication)
        self.plan = plan(site, examined.digests)

    def on_pre_build(self, **_: Any) -> None:
        """Note that MkDocs empties the folder of the site next."""
        self.is_built = False

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated files, and our styles and scripts; leave out what is no page.

        The page About has the text of docs/about.md, and notes are in docs/README.md, since the site has a home page.
        """
        for file in tuple(files):
            unused = file.src_dir != config.docs_dir and file.src_uri.startswith(_SCRIPTS_OF_THEME)
            if unused or file.src_uri in _NOT_PAGES or any(map(is_backup, file.src_uri.split("/"))):
                files.remove(file)
        if config.nav is None:
            config.nav = [file.src_uri for file in files.documentation_pages()]
        taken = {file.dest_uri: file.src_uri for file in files}
        for page in self.plan.pages:
            if by_hand_uri := taken.get(site_path(page.uri)):
                message = f"docs/{by_hand_uri} has the URL of a generated page: rename it"
                raise PluginError(message)
        for planned in self.plan.files:
            files.append(GeneratedFile(planned.uri, config))
        for uri, content in theme_files.assets().items():
            files.append(File.generated(config, uri, content=content))
        return files

    def on_nav(self, nav: Navigation, *, files: Files, config: MkDocsConfig) -> Navigation:
        """Set the home page: the generated pages are in no list of MkDocs."""
        home = files.get_file_from_path("index.md")
        nav.homepage = Page(None, home, config) if home else None
        self._nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Take the date from pages of docs/, which MkDocs has from the clock."""
        page.update_date = NO_DATE
        return markdown

    def on_page_content(self, content: str, *, page: Page, **_: Any) -> str:
        """End pages of docs/ as generated ones end; let tables scroll."""
        site, uri = self.plan.site, page.file.src_uri
        if site and not isinstance(page.file, GeneratedFile):
            content += edit_link(Location(f"docs/{uri}"), site.language, site.publication)
        return in_scrolling_groups(content, site.language if site else ENGLISH)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Set our cache and words for templates. Escape titles of pages of docs/, which the theme prints as HTML."""
        for file in files.documentation_pages():
            if file.page is not None and isinstance(file.page.title, str):
                file.page.title = file.page.title.replace("<", "&lt;")
        env.bytecode_cache = TemplateCache("theme")
        env.globals["_"] = (self.plan.site.language if self.plan.site else ENGLISH).say
        self.mkdocs = MkDocsSite(config, files, self._nav, env)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the generated files and finish all pages, or raise PluginError if they are not safe to publish.

        The preview makes a file when a browser asks for it: see `prepare`.
        """
        assert self.mkdocs is not None  # noqa: S101 - `on_env` comes first
        site, stored = self.mkdocs, StoredTexts(root_of(config) / "seeds")
        site.finish_by_hand(stored)
        self.lost = tuple(lost_words(site.files, site.folder))
        site.plan_files(self.plan, stored)
        if self.share or self.shares:
            site.require_no_other_plugins()
        if self.preview:
            if self.lost:
                log.error("%s", report(self.lost))
        elif self.share:
            site.make_share(self.share, self.plan, processors())
        elif self.plan.site:
            make_whole_site(
                site, self.plan.site, stored, shares=self.shares, last_site=self.last_site, lost=self.lost
            )
        self.is_built = True

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch the files of the project, and make files when a browser asks for them."""
        try:
            allowed = parse_hosts(os.environ.get(VARIABLE, ""))
        except repository.SettingsError as error:
            raise ConfigurationError(f"{VARIABLE}: {error.message}") from None
        watch(server, config, self, allowed)
        gc.freeze()  # most content stays for all saves, so the collector need not look at it again and again
        return server

    def update(self) -> bool:
        """Take what was saved, if only the content has changed since MkDocs built the pages of docs/; else return False."""
        site = self.mkdocs
        if site is None or not self.is_built or self._docs != docs_state(site.config):
            return False
        before = self.plan
        self._read(site.config)
        if self.plan.frame != before.frame:
            return False  # it is around the pages of docs/ too
        if self.plan.uris != before.uris and site.files.documentation_pages():
            return False  # pages of docs/ may link to what is new or gone
        if not self.diagnostics:
            site.plan_files(self.plan, StoredTexts(root_of(site.config) / "seeds"))
        return True

    def prepare(self, path: str) -> None:
        """Make the file at `path` in the site, if it is a generated one that is not made yet, or that has changed."""
        if self.mkdocs is not None:
            self.mkdocs.prepare(path)

    def panel(self) -> str:
        """Return the HTML of the errors in the content, which the preview shows on every page; empty if there is none."""
        shown = (*self.diagnostics, *self.lost)
        return error_panel(shown, self.editor) if shown else ""


def _editor(root: Path) -> repository.Repository:
    """Return where the preview's links open files: in the editor that a variable names, else in the desk, else in VS Code."""
    pattern, desk = os.environ.get("BRIEFING_EDITOR", ""), os.environ.get(repository.DESK, "")
    return (
        repository.desk_links(desk)
        if desk and not pattern
        else repository.editor_links(root.resolve(), pattern)
    )


def _require_livereload() -> None:
    """Raise ConfigurationError in `mkdocs serve --no-livereload`, which tells no plugin of its server: nothing would guard it."""
    context = click.get_current_context(silent=True)
    if context is not None and not context.params.get("livereload", True):
        raise ConfigurationError(
            "The preview needs livereload: run mkdocs serve --livereload, or briefing serve."
        )


def _language(config: MkDocsConfig) -> Language:
    return Language(str(config.theme["language"]))
