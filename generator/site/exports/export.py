"""An export: a file for programs, beside the pages for people."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Export:
    """A file of the site: its path below docs/, and its bytes."""

    uri: str
    content: bytes = field(repr=False)
