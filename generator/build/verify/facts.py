"""What the check of one page found: its problems, and what the checks of the whole site need to know of it."""

from dataclasses import dataclass, field
from sys import intern
from typing import Any

from lxml import html


@dataclass(slots=True)
class PageFacts:
    """The facts of a page. `uri` is its path in the site, `sha256` the hash of the bytes that were checked.

    Lines are those of the page. A path is that of a file in the site; it begins with a slash if the URL begins at the root
    of the host. A place is an id such as `at-10-20`: the characters 10 to 20 of a stored text.
    """

    uri: str
    sha256: str
    texts: dict[str, str] = field(default_factory=dict)
    """The sources whose stored texts the page was compared with, each with the version of its text (`StoredTexts.version`)."""
    problems: list[str] = field(default_factory=list)
    """Each as `FILE:LINE: message`; none if the page is sound."""
    ids: set[str] = field(default_factory=set)
    """What links to the page may name."""
    links: dict[str, dict[str, int]] = field(default_factory=dict)
    """The paths that links to other pages lead to, and the page's own if it lacks an id; each with the ids, which are empty for
    the top of a page, and their lines."""
    loads: dict[str, tuple[int, str]] = field(default_factory=dict)
    """The paths of the files that a browser loads, with a line and the element."""
    script_hashes: str = ""
    """The hashes of scripts that the policy of the page allows, as they stand there."""
    style_hashes: str = ""
    """Likewise those of style attributes."""
    marked: set[str] = field(default_factory=set)
    """On the page of a source: the places of the passages that it marks, whose words were compared."""
    passages: set[str] = field(default_factory=set)
    """On the page of a source: the places of the passages that links lead to."""
    pieces: list[tuple[int, str, int]] = field(default_factory=list)
    """On a part of a source: a line, the place of a passage that the part marks only a piece of, and the number of its letters."""
    places: list[tuple[int, str, str, str]] = field(default_factory=list)
    """A line, a source, and a place in it that must be inside a cited passage, with the beginning of its words."""
    words: list[tuple[int, str]] = field(default_factory=list)
    """A line, and words that must be those of a cited passage."""

    def __setstate__(self, state: tuple[None, dict[str, Any]]) -> None:
        """Take the facts from a pickle. Many pages have the same links and hashes, so each of them is in memory once."""
        for name, value in state[1].items():
            setattr(self, name, value)
        self.script_hashes, self.style_hashes = intern(self.script_hashes), intern(self.style_hashes)
        self.ids = set(map(intern, self.ids))
        self.links = {
            intern(path): {intern(part): line for part, line in parts.items()}
            for path, parts in self.links.items()
        }

    def add_problem(self, element: html.HtmlElement, message: str) -> None:
        """Add a problem at an element of the page."""
        self.problems.append(f"{self.uri}:{line_of(element)}: {message}")


def line_of(element: html.HtmlElement) -> int:
    """Return the line on which an element begins."""
    return element.sourceline or 1
