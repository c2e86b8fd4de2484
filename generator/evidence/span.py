"""A run of characters of a stored text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A run of characters of a stored text, in code points."""

    start: int
    end: int
