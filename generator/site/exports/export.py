"""An export: a file for programs, beside the pages for people."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from generator.site.parts import EVERYTHING
from generator.site.site import Site


@dataclass(frozen=True, slots=True)
class Export:
    """A file of the site that is made when it is needed: its path below docs/, and the function that makes its bytes.

    `reads` names the parts of the content that it is made from: as long as they stay the same, so does the file. A file that takes
    long to make has a `recipe`, a function that returns all that it shows: as long as that stays the same, so does the file.
    """

    uri: str
    make: Callable[[], bytes] = field(repr=False)
    reads: frozenset[str] = EVERYTHING
    recipe: Callable[[], str] | None = field(default=None, repr=False)

    @property
    def content(self) -> bytes:
        """Make the file, and return its bytes."""
        return self.make()


class ExportType(Protocol):
    """A module that makes exports of one type."""

    def exports(self, site: Site) -> Iterator[Export]:
        """Yield the exports of this type, which are not made yet."""
