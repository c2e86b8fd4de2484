"""A page before and after it is written, and places that pages link to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from generator.language import ENGLISH, Language
from generator.location import Location
from generator.site.site import Site


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the site: a page by its address below docs/ (`sources/x.md`), and an id on it."""

    uri: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself to programs that show a link to it or read it.

    `within` names what the page is a part of, for its title in a browser. `modified` is the day on which its content was last reviewed. `picture` is the address of a picture below the site,
    and `picture_of` what it shows, in words; `linked_data` describes the page in the words of schema.org.
    """

    kind: str = "website"
    modified: str = ""
    picture: str = "social.png"
    picture_of: str = ""
    linked_data: Mapping[str, Any] = field(default_factory=dict, repr=False)
    within: str = ""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page to be written: its address, its template and what the template is given.

    `edit` is the place in the editors' file that the page comes from, where it is one. `searched` says
    whether the search finds it. `language` is that of our own words on it; `head` is for programs.
    """

    uri: str
    template: str
    title: str
    description: str
    context: Mapping[str, Any] = field(repr=False)
    edit: Location | None = None
    searched: bool = True
    language: Language = ENGLISH
    head: Head = Head()


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was written: its address below docs/, and its Markdown with front matter."""

    uri: str
    markdown: str


class PageType(Protocol):
    """A module of this room."""

    def pages(self, site: Site) -> Iterator[PageSpec]:
        """Give the pages of this type."""
