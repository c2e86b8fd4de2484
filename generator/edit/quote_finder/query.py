"""The words that an editor looks for -> the ways in which they may be meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.evidence.matching import SHORTEST
from generator.fold import INVISIBLE, SPACES

LONGEST = 5_000  # characters; a passage that is cited has far fewer
_SHOWN = 60  # characters in a message
_AROUND = SPACES + INVISIBLE
_MARKS = {
    "“": "”“", "”": "”", '"': '"”', "„": "“”", "‘": "’", "'": "'’", "‚": "‘’", "«": "»", "»": "«»", "‹": "›",
    "›": "‹›", "「": "」", "『": "』",
}  # fmt: skip
"""What closes a quotation, by what opens it."""
# What editors write for words that are left out.
_LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


class QueryError(Exception):
    """Nothing can be looked for; the message says why, and what to give."""


@dataclass(frozen=True, slots=True)
class Query:
    """Words to look for: in one line, without quotation marks around them, and the ways to take them, as segments."""

    text: str
    ways: tuple[tuple[str, ...], ...]


def read_query(words: str) -> Query:
    """Read what an editor gave: first as it is, but for quotation marks around it, then as segments around “…”.

    Raises QueryError where the words are too few or too many.
    """
    # What a terminal gives that is no text at all has nothing to be found by.
    text = " ".join(words.encode("utf-8", "replace").decode().split())
    if len(text) > LONGEST:
        raise QueryError(
            f"These are {len(text):,} characters, and no passage has more than {LONGEST:,}. Give a sentence of it."
        )
    text = _without_marks(text)
    parts = tuple(part for one in _LEFT_OUT.split(text) if (part := _without_marks(one)))
    ways = tuple(dict.fromkeys(way for way in ((text,), parts) if way and all(map(_is_enough, way))))
    if not ways:
        raise QueryError(_too_few(text))
    return Query(text, ways)


def _too_few(text: str) -> str:
    if not any(map(str.isalnum, text)):
        return "There are no words to look for. Give some words of the sentence."
    part = "has" if not _is_enough(text) else "has a part with"
    return (
        f"“{text[:_SHOWN]}” {part} fewer than {SHORTEST} letters or digits: so few stand in almost every text. "
        "Give more words of the sentence."
    )


def _is_enough(words: str) -> bool:
    return sum(map(str.isalnum, words)) >= SHORTEST


def _without_marks(text: str) -> str:
    """Take the quotation marks off that stand around all of `text`, and those at its ends that have no other half in it."""
    text = text.strip(_AROUND)
    while text:
        first, last = _loose_ends(text)
        if not first and not last:
            break
        text = text[first : len(text) - last].strip(_AROUND)
    return text


def _loose_ends(text: str) -> tuple[bool, bool]:
    """Say whether the first and the last character of `text` are quotation marks that belong to no part of it."""
    closing = _MARKS.get(text[0], "")
    opening = [mark for mark, ends in _MARKS.items() if text[-1] in ends]
    inner = _APOSTROPHE.sub("", text[1:-1])
    if len(text) > 1 and text[-1] in closing:
        around = not any(mark in inner for mark in text[0] + closing)
        return around, around
    first = bool(closing) and not any(mark in text[1:] for mark in closing)
    last = bool(opening) and not any(mark in text[:-1] for mark in opening)
    return first, last
