"""An export: a file for programs, beside the pages for people."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from generator.site.site import Site


@dataclass(frozen=True, slots=True)
class Export:
    """A file of the site: its path below docs/, and its bytes."""

    uri: str
    content: bytes = field(repr=False)


class ExportType(Protocol):
    """A module that makes exports of one type."""

    def exports(self, site: Site) -> Iterator[Export]:
        """Yield the exports of this type."""
