"""The navigation of one page, as the theme takes it from MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from generator.escape import head_text
from generator.navigation import Group


def sections(groups: tuple[Group, ...], files: Files, page: Page | None) -> Iterator[StructureItem]:
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
