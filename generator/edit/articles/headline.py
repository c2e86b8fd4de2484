"""The headline of a text, which is stored as the title of the source, and not as a paragraph of the text."""

from dataclasses import replace

from generator.edit.articles.converted import Converted, Doubt
from generator.fold import folded_words

_REACH = 6  # lines at the start of a text, among which the headline may stand


def mark_headline(converted: Converted) -> Converted:
    """Return a converted file in which the first line that is also the title is marked, so that every kind of file gives the same text."""
    titles = {_key(found.value) for found in converted.details.get("title", ())}
    for at, line in enumerate(converted.lines[:_REACH]):
        if _key(line.text) in titles and len(converted.lines) > 1:
            marked = replace(line, doubts=(*line.doubts, Doubt.TITLE))
            return replace(converted, lines=(*converted.lines[:at], marked, *converted.lines[at + 1 :]))
    return converted


def _key(text: str) -> str:
    return folded_words(text).casefold()
