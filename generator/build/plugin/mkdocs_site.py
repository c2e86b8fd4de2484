"""What MkDocs has prepared for a build, and how the generated files join the pages that it has built from docs/."""

import gzip
import hashlib
import json
import os
import posixpath
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from generator.build.finish import FinishedPage
from generator.build.generated import Maker
from generator.build.last_site import LastSite
from generator.build.made_file import MadeFile, MadePage
from generator.build.plan import Plan
from generator.build.plugin.generated_file import GeneratedFile
from generator.build.plugin.themed_pages import ThemedPages
from generator.build.postprocess import finished_pages, require_none
from generator.build.publish import BuildError
from generator.build.search import FOLDER, replace_file, write_index
from generator.build.settings import read_settings
from generator.build.shares import MadeShare, Share, files_of, take_file, write_share
from generator.build.verify import PageFacts, StoredTexts
from generator.program_version import program_version
from generator.site.exports import Export
from generator.site.pages import PlannedPage
from generator.site.pages.links import site_path
from generator.site.parts import FILES, are_many
from generator.site.repository import SettingsError
from generator.store import Store

SITEMAP = "sitemap.xml"
NO_DATE = "1970-01-01"  # MkDocs needs a date of every page; the template of the sitemap leaves this out


class MkDocsSite:
    """The settings, files, navigation and templates of a build, and the files that were made: by MkDocs `by_hand`, and generated ones."""

    def __init__(self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
        """Begin with the pages of docs/ alone."""
        self.config, self.files, self.nav, self.env = config, files, nav, env
        self.folder = Path(config.site_dir)
        self.by_hand: list[FinishedPage] = []
        self.made: dict[str, MadeFile] = {}
        self._to_make: dict[str, PlannedPage | Export] = {}
        self._maker: Maker
        self._listed = False

    def plan_files(self, plan: Plan, stored: StoredTexts) -> None:
        """Take a plan: remove generated files that it does not have; find those that have to be made, or made anew.

        With other plugins these are all files, since they may depend on anything.
        """
        self._listed = False
        self._list_files(plan)
        themed = ThemedPages(self.config, self.files, self.nav, self.env)
        self._maker = Maker(
            markdown=plan.markdown(),
            html=themed.html,
            key=self._key(plan),
            digests={**plan.digests, **dict.fromkeys(FILES, self._paths())},
            stored=stored,
            store=Store.nowhere() if themed.has_others or plan.site is None else Store.of_user(),
        )
        files = {site_path(file.uri): file for file in plan.files}
        for path in self.made.keys() - files.keys():
            (self.folder / path).unlink(missing_ok=True)
            del self.made[path]
        self._to_make = {
            path: file
            for path, file in files.items()
            if themed.has_others or not self._maker.is_same(file, self.made.get(path))
        }

    def prepare(self, path: str) -> None:
        """Make the file at `path` in the site if it has to be made. The files of the search and the sitemap need all others."""
        if path.startswith((FOLDER, SITEMAP)):
            if not self._listed:
                self.make_all(1)
                self.write_lists()
            return
        for name in (path, posixpath.join(path, "index.html")):
            if file := self._to_make.get(name):
                (self.made[name],) = self._maker.write([file], self.folder, self.made, 1)
                del self._to_make[name]

    def require_no_other_plugins(self) -> None:
        """Raise BuildError if another plugin takes part, so that pages may depend on anything."""
        if ThemedPages(self.config, self.files, self.nav, self.env).has_others:
            raise BuildError(
                "A site with other plugins or hooks cannot be built in parts, because pages may depend on anything. "
                "Build it at once: briefing build"
            )

    def make_share(self, share: Share, plan: Plan, processes: int) -> None:
        """Make the files of a share alone, in a folder that has nothing else then. Raise BuildError if pages have problems."""
        self._to_make = {site_path(file.uri): file for file in files_of(share, plan)}
        self.make_all(processes)
        require_none([problem for facts in self.facts() for problem in facts.problems])
        write_share(self.folder, share, self.made.values())

    def take(self, folder: Path, share: MadeShare) -> None:
        """Take the files of a share that were made in `folder`. Raise BuildError if they are not those that would be made here."""
        for made in share.files:
            file = self._to_make.pop(made.path, None)
            if file is None or not self._maker.can_take(file, made):
                raise BuildError(
                    f"{folder} was built from other files or settings, on another day or with another version. "
                    "Build all parts and the site from the same commit, with the same options and variables."
                )
            take_file(folder, made, share.share, self.folder)
            self.made[made.path] = made

    def last_site(self, folder: Path) -> LastSite:
        """Return the last site, which is in `folder`; with other plugins, nothing is known of it."""
        return LastSite(folder, self.folder, self._maker.store)

    def take_from_last(self, last: LastSite) -> None:
        """Take the files that would be made as they are in the last site."""
        for made in last.files():
            file = self._to_make.get(made.path)
            if file and self._maker.can_take(file, made) and last.take(made):
                self.made[made.path] = made
                del self._to_make[made.path]

    def make_all(self, processes: int) -> None:
        """Make all files that have to be made."""
        for files, at_once in self._steps(processes):
            made = self._maker.write(files, self.folder, self.made, at_once)
            self.made |= {file.path: file for file in made}
        self._to_make.clear()

    def _steps(self, processes: int) -> list[tuple[Sequence[PlannedPage | Export], int]]:
        """Return which files are made together, in this order, each with the number of processes for them."""
        files = list(self._to_make.values())
        pages = [file for file in files if isinstance(file, PlannedPage)]
        # After all pages, since what draws the pictures takes as much memory as what makes pages.
        exports = [file for file in files if isinstance(file, Export)]
        if 10 * len(files) < len(self.made):
            # After an edit, processes would begin and end for longer than they make exports: most pictures are known.
            return [(pages, processes), (exports, 1)]
        # A process that makes these copies most of the content, so it should not have copied other parts of it already.
        many = [page for page in pages if are_many(page.reads)]
        others = [page for page in pages if not are_many(page.reads)]
        return [(many, processes), (others, processes), (exports, processes)]

    def _list_files(self, plan: Plan) -> None:
        """Let pages link to the generated files that there are now: in a preview, others may have been when MkDocs listed them."""
        listed = {file.src_uri: file for file in self.files if isinstance(file, GeneratedFile)}
        for uri in listed.keys() - plan.uris:
            self.files.remove(listed[uri])
        for uri in plan.uris - listed.keys():
            self.files.append(GeneratedFile(uri, self.config))

    def _paths(self) -> str:
        """Return a hash of the paths of all files of the site."""
        return hashlib.sha256(json.dumps(sorted(self.files.src_uris)).encode()).hexdigest()

    def finish_by_hand(self, stored: StoredTexts) -> None:
        """Finish the pages that MkDocs has built, before there are others."""
        self.by_hand = list(finished_pages(self.folder, stored))

    def facts(self) -> Iterator[PageFacts]:
        """Yield what the check of the whole site needs to know of each page, one after the other."""
        yield from (page.facts for page in self.by_hand)
        yield from (page.facts for _, page in self._made_pages())

    def _made_pages(self) -> Iterator[tuple[str, MadePage]]:
        """Yield the path of each generated page, and what must be known of it."""
        return ((path, file.page) for path, file in sorted(self.made.items()) if file.page)

    def write_lists(self, write: Callable[[Path, bytes], None] = replace_file) -> None:
        """Write the sitemap and the index of the search, which list all pages. `write` writes a file of the index."""
        self._listed = True
        self._write_sitemap()
        of_pages = (
            *(page.indexed for page in self.by_hand),
            *(page.indexed for _, page in self._made_pages()),
        )
        write_index(self.folder / FOLDER, sorted(filter(None, of_pages), key=lambda page: page.url), write)

    def _write_sitemap(self) -> None:
        """List every page that readers may find, with the date of what it shows. Search engines have no use for those of editors."""
        by_hand = [file.page for file in self.files.documentation_pages() if file.page]
        entries = [(page.url, page.canonical_url, page.update_date) for page in by_hand]
        for path, page in self._made_pages():
            if page.listed:
                url = path.removesuffix("index.html")
                entries.append((url, f"{self.config.site_url or ''}{url}", page.updated or NO_DATE))
        pages = [
            SimpleNamespace(page=SimpleNamespace(url=url, canonical_url=canonical, update_date=date))
            for url, canonical, date in entries
        ]
        text = self.env.get_template(SITEMAP).render(pages=pages).encode()
        (self.folder / SITEMAP).write_bytes(text)
        (self.folder / f"{SITEMAP}.gz").write_bytes(gzip.compress(text, mtime=0))

    def _settings(self) -> object:
        """Return the settings in the file, or something new each time if the file inherits others."""
        path = Path(self.config.config_file_path)
        try:
            return read_settings(path.parent, path.name)
        except SettingsError:
            return os.urandom(16).hex()

    def _key(self, plan: Plan) -> str:
        """Return a hash of all that generated pages depend on besides the content: program, settings, theme and navigation."""
        publication = replace(plan.site.publication, about="") if plan.site else None
        overrides = Path(self.config.theme.custom_dir) if self.config.theme.custom_dir else None
        parts = [
            program_version(),
            self._settings(),
            self.config.extra_css,
            plan.frame,
            [(page.title, page.url) for page in self.nav.pages],
            repr(self.nav.items),
            repr(publication),
            _hashes(overrides) if overrides else [],
        ]
        return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()


def _hashes(folder: Path) -> list[tuple[str, str]]:
    return [
        (str(path), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted(filter(Path.is_file, folder.rglob("*")))
    ]


def docs_state(config: MkDocsConfig) -> list[tuple[str, int, int]]:
    """Return the path, the time of the last change and the size of each file that MkDocs reads: the settings, docs/ and the theme's."""
    paths = [Path(config.config_file_path)]
    for folder, may_have_links in ((config.docs_dir, False), (config.theme.custom_dir, True)):
        for at, folders, names in os.walk(folder or "", followlinks=may_have_links):
            paths += [Path(at, name) for name in (*folders, *names)]
    found = []
    for path in paths:
        with suppress(FileNotFoundError):  # editors' programs write files and remove them at once
            status = path.lstat()
            found.append((str(path), status.st_mtime_ns, status.st_size))
    return sorted(found)
