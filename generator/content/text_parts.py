"""The parts of a long text, each of which has a page of its own.

Parts follow from the stored text alone, which never changes. So a passage keeps its address, whatever is cited and however much
of the text is published.
"""

from collections.abc import Sequence
from typing import NamedTuple

from generator.content.paragraphs import Paragraph

_MOST_PARAGRAPHS = 200
_MOST_BYTES = 64_000  # in UTF-8; a longer paragraph is a part alone


class TextPart(NamedTuple):
    """A part of a text: its number from 1, and the numbers of its first and its last paragraph."""

    number: int
    first: int
    last: int

    @property
    def name(self) -> str:
        """Return the name of the part in addresses, such as `201-400`."""
        return f"{self.first}-{self.last}"


def text_parts(text: str, paragraphs: Sequence[Paragraph]) -> tuple[TextPart, ...]:
    """Return the parts of a text: at most 200 paragraphs and 64,000 bytes each."""
    if len(paragraphs) <= _MOST_PARAGRAPHS and len(text.encode()) <= _MOST_BYTES:
        return (TextPart(1, 1, len(paragraphs)),)
    parts: list[TextPart] = []
    first, size = 1, 0
    for paragraph in paragraphs:
        length = len(text[paragraph.start : paragraph.end].encode())
        count = paragraph.number - first
        if count and (count == _MOST_PARAGRAPHS or size + length > _MOST_BYTES):
            parts.append(TextPart(len(parts) + 1, first, paragraph.number - 1))
            first, size = paragraph.number, 0
        size += length
    return (*parts, TextPart(len(parts) + 1, first, len(paragraphs)))
