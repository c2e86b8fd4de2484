"""The parts of the content that a file of the site can be made from. A file is made anew when one of its parts changed.

A briefing includes its parties and the sources that it cites. Settings and the program itself are in every part.
"""

from collections.abc import Iterable

EVERYTHING = frozenset({"everything"})
"""What a file reads that lists briefings, parties or sources of the whole site."""
NOTHING: frozenset[str] = frozenset()
"""What a file reads that has nothing from the content."""
SHARED = "shared"
"""The files that all briefings share, such as parties.yml."""
TODAY = frozenset({"today"})
"""What a file reads that shows the day of the build; whether a review is overdue on that day is in every part."""

FILES = frozenset({"files"})
"""What a page reads in which editors link to files of the site: a link is another one while its file is missing."""

_FEW = 8


def parts(*, briefings: Iterable[str] = (), sources: Iterable[str] = ()) -> frozenset[str]:
    """Return the names of these briefings and sources as parts, and of the shared files."""
    return frozenset((SHARED, *map(briefing_part, briefings), *map(source_part, sources)))


def are_many(names: frozenset[str]) -> bool:
    """Return whether these parts are a large share of the content."""
    return len(names) > _FEW or names >= EVERYTHING


def briefing_part(slug: str) -> str:
    """Return the name of a briefing as a part."""
    return f"briefing {slug}"


def source_part(name: str) -> str:
    """Return the name of a source as a part."""
    return f"source {name}"
