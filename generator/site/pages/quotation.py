"""A passage as readers take it along: its words, whose they are, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable


def quotation(segments: Iterable[str], *details: Iterable[str | None]) -> str:
    """Give the words in quotation marks, then the `details` in brackets: groups of facts, of which the empty are not known.

    The marks are the same in every language, as on the cards: they are the edges of the stored words, and no words of ours.
    What was left out between two segments shows, as on the card: “more or less acceptable” … “don’t suit us”.
    """
    words = " … ".join(f"“{text}”" for text in segments)
    groups = (", ".join(filter(None, group)) for group in details)
    return f"{words} ({'; '.join(filter(None, groups))})"
