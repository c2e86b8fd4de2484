"""The navigation of each page, in the form that the theme expects from MkDocs."""

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
    """Makes the navigation of each page: some of the generated pages, then the pages written by hand."""

    def __init__(self, site: Site | None, files: Files, by_hand: Navigation) -> None:
        """Take the generated pages from `files`; without a `site` there are none."""
        self._site, self._files, self._by_hand = site, files, by_hand

    def of(self, uri: str, page: Page | None = None) -> Navigation:
        """Return the navigation of the page at `uri`, in which `page` is the active page."""
        if self._site is None:
            return self._by_hand
        sections = _sections(navigation(self._site, uri), self._files, page)
        own = Navigation([*sections, *self._by_hand.items], [])
        own.homepage = self._by_hand.homepage
        return own


def _sections(groups: tuple[Group, ...], files: Files, page: Page | None) -> Iterator[StructureItem]:
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
    """A page in the navigation under a title of its own; equal to its page, which the theme compares with the active one."""

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
