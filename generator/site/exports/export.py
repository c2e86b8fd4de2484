"""A file that programs read, beside the pages that people read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from generator.site.site import Site


@dataclass(frozen=True, slots=True)
class Export:
    """A file of the site: its address below docs/, and its bytes."""

    uri: str
    content: bytes = field(repr=False)


class Format(Protocol):
    """A module of this room."""

    def exports(self, site: Site) -> Iterator[Export]:
        """Give the files of this format."""
