"""The navigation of a page, in the form that the theme expects from MkDocs."""

from collections.abc import Iterable
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from generator.escape import head_text
from generator.site.navigation import Group


def page_navigation(
    groups: Iterable[Group], files: Files, by_hand: Navigation, page: Page | None
) -> Navigation:
    """Return `groups` of generated pages, then the pages written by hand; `page` is the active page."""
    sections: list[Any] = []
    for group in groups:
        links = [(entry.title, files.get_file_from_path(entry.uri)) for entry in group.entries]
        entries: list[Any] = [_Entry(title, file.page) for title, file in links if file and file.page]
        section = Section(head_text(group.title), entries)
        section.active = page in entries
        sections.append(section)
    result = Navigation([*sections, *by_hand.items], [])
    result.homepage = by_hand.homepage
    return result


class _Entry:
    """A page under a title of its own; equal to its page, which the theme compares with the active page."""

    def __init__(self, title: str, page: Page) -> None:
        self.title = head_text(title)
        self._page = page

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def __eq__(self, other: object) -> bool:
        return other is self._page or other is self

    def __hash__(self) -> int:
        return hash(self._page)
