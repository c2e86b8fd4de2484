"""Suggest a known word for one that is not known."""

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from generator.content.model.identifiers import identifier
from generator.fold import folded_words

CUTOFF = 0.6
"""How similar a known word must be to be suggested, from 0 to 1."""
_LISTED = 30  # known words in a hint


def nearest(word: str, known: Iterable[str], cutoff: float = CUTOFF) -> str:
    """Return the known word most similar to `word`, or "" if none is at least `cutoff` similar."""
    found = process.extractOne(word.lower(), list(known), scorer=fuzz.ratio, score_cutoff=100 * cutoff)
    return found[0] if found else ""


def suggest(word: str, known: Sequence[str], cutoff: float = CUTOFF) -> str:
    """Return a hint for the unknown `word`: the most similar known word, and the first known words."""
    near = nearest(word, known, cutoff)
    question = f"Did you mean “{near}”?" if near else ""
    if near and len(known) == 1:
        return question
    rest = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    return f"{question} Possible here: {', '.join(known[:_LISTED]) or 'nothing'}{rest}.".strip()


def suggest_named(word: str, names: Mapping[str, Iterable[str]], cutoff: float = CUTOFF) -> str:
    """Return a hint for the unknown identifier `word`, which may be one of the `names` of a known identifier."""
    known, name = _by_name(word, names)
    return (
        f"Did you mean “{known}” ({name})?"
        if known
        else suggest(identifier(word) or word, list(names), cutoff)
    )


def closest_identifier(word: str, names: Mapping[str, Iterable[str]]) -> str:
    """Return the known identifier with the name `word`, or the most similar one, or ""."""
    return _by_name(word, names)[0] or nearest(identifier(word) or word, names)


def _by_name(word: str, names: Mapping[str, Iterable[str]]) -> tuple[str, str]:
    """Return the identifier that has `word` among its names, and that name; two empty texts if there is none."""
    plain = folded_words(word).casefold()
    pairs = ((known, name) for known, its_names in names.items() for name in its_names)
    return next((pair for pair in pairs if folded_words(pair[1]).casefold() == plain), ("", ""))
