"""The navigation of one page, as the theme takes it from MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from generator.escape import head_text
from generator.site.navigation import Group, navigation
from generator.site.site import Site


class Navigations:
    """The navigation of each page: what it carries of the site's, then the pages written by hand."""

    def __init__(self, site: Site | None, files: Files, nav: Navigation) -> None:
        """Take the pages from `files`, and those written by hand from `nav`; without a site there is nothing else."""
        self._site, self._files, self._nav = site, files, nav
        self._groups: dict[str, tuple[Group, ...]] = {}

    def groups(self, uri: str) -> tuple[Group, ...]:
        """Give what the page at `uri` carries of the site's navigation."""
        if self._site is not None and uri not in self._groups:
            self._groups[uri] = navigation(self._site, uri)
        return self._groups.get(uri, ())

    def of(self, uri: str, page: Page | None = None) -> Navigation:
        """Give the navigation of the page at `uri`, in which `page` is the active one."""
        if self._site is None:
            return self._nav
        own = Navigation([*_sections(self.groups(uri), self._files, page), *self._nav.items], [])
        own.homepage = self._nav.homepage
        return own


def _sections(groups: tuple[Group, ...], files: Files, page: Page | None) -> Iterator[StructureItem]:
    """Give the groups of a navigation as MkDocs' sections; the one that holds `page` is the active one."""
    for group in groups:
        entries: list[StructureItem] = []
        for entry in group.entries:
            file = files.get_file_from_path(entry.uri)
            if file is not None and file.page is not None:
                entries.append(_NavEntry(head_text(entry.title), file.page))
        section = Section(head_text(group.title), entries)
        section.active = any(entry == page for entry in entries)
        yield section


class _NavEntry(StructureItem):
    """A page in the navigation under another name than its title; equal to its page, as the theme compares."""

    is_section = False
    is_page = True
    is_link = False
    children = None

    def __init__(self, title: str, page: Page) -> None:
        self.title = title
        self._page = page

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def __eq__(self, other: object) -> bool:
        return other is self._page or other is self

    def __hash__(self) -> int:
        return hash(self._page)
