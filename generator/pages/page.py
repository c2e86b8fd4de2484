"""A page before and after it is written, and places that pages link to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from generator.language import ENGLISH, Language
from generator.site import Site


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the site: a page by its address below docs/ (`sources/x.md`), and an id on it."""

    uri: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page to be written: its address, its template and what the template is given.

    `edit_uri` is the editors' file that the page comes from, below the project's root. `searched` says
    whether the search finds it. `language` is that of our own words on it.
    """

    uri: str
    template: str
    title: str
    description: str
    context: Mapping[str, Any] = field(repr=False)
    edit_uri: str | None = None
    searched: bool = True
    language: Language = ENGLISH


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was written: its address below docs/, and its Markdown with front matter."""

    uri: str
    markdown: str


class PageType(Protocol):
    """A module of this room."""

    def pages(self, site: Site) -> Iterator[PageSpec]:
        """Give the pages of this type."""
