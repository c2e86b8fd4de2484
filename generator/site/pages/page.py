"""A page before and after it is rendered, and the places that pages link to."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from generator.language import Language
from generator.location import Location
from generator.site.parts import EVERYTHING
from generator.site.site import Site

# A control character, which no text of a page contains: escaping replaces it.
BLOCK = "\x1a%d\x1a"
"""The placeholder for a block of HTML in the body of a page, by its number."""
PLACEHOLDER = re.compile(r"\x1a(\d+)\x1a")


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the site: the path of a page below docs/ (`sources/x.md`), and an id on it."""

    uri: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of changes, in several formats: its title, and the page that it is about, whose folder has its files.

    It has the changes of a briefing, of an issue or of a party if it names one, else of the whole site.
    """

    title: str
    page: Target
    language: Language
    briefing: str = ""
    issue: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A link of the navigation: its title, and the URL of its page below the site.

    `current` is `page` on that page, `true` on pages below it, and empty elsewhere, as `aria-current` has it.
    """

    title: str
    url: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Metadata of a page, for programs that read it or show a link to it.

    `within` names what the page is a part of, for its title in a browser. `modified` is the day of its last review.
    `picture` is the path of an image below the site, and `picture_of` its description. `linked_data` describes the
    page in the terms of schema.org.
    """

    kind: str = "website"
    modified: str = ""
    picture: str = "social.png"
    picture_of: str = ""
    linked_data: Mapping[str, Any] = field(default_factory=dict, repr=False)
    within: str = ""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page to render: its path, its template and the values that the template prints.

    `edit` is the place in an editors' file that the page comes from, if there is one. `searched` says whether the
    search finds the page. `language` is that of the program's words on it, if it is not the site's. `canonical` is the path of
    the page that search engines list, if it is another page with the same content.
    """

    uri: str
    template: str
    title: str
    description: str
    context: Mapping[str, Any] = field(repr=False)
    edit: Location | None = None
    searched: bool = True
    language: Language | None = None
    head: Head = Head()
    canonical: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page that is made when it is needed: its path, and the function that makes its specification.

    `reads` names the parts of the content that it is made from: as long as they stay the same, so does the page.
    """

    uri: str
    make: Callable[[], PageSpec] = field(repr=False)
    reads: frozenset[str] = EVERYTHING


@dataclass(frozen=True, slots=True)
class Follow:
    """How programs follow what a page is about: its feeds, the closest to its content first, and the path of a calendar."""

    feeds: tuple[Feed, ...] = ()
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A rendered page: its path below docs/, its front matter in YAML, and its body in Markdown.

    The body has placeholders for the `blocks` of HTML, so that a converter of Markdown need not read them. `updated` is the
    newest date of what the page shows, if known. `listed` says whether the sitemap lists the page: it does not if another
    page with the same content stands for it.
    """

    uri: str
    front_matter: str
    body: str
    blocks: tuple[str, ...] = field(default=(), repr=False)
    updated: str = ""
    listed: bool = True

    @property
    def markdown(self) -> str:
        """Return the whole page in Markdown."""
        body = PLACEHOLDER.sub(lambda match: self.blocks[int(match[1])], self.body)
        return f"---\n{self.front_matter}\n---\n\n{body}"


class PageType(Protocol):
    """A module of this package that builds pages."""

    def pages(self, site: Site) -> Iterator[PlannedPage]:
        """Yield the pages of this type, which are not made yet."""
