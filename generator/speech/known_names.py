"""The names of known speakers and parties in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator.evidence import Span
from generator.speech.name import Name, Person
from generator.speech.words import LanguageWords
from generator.word_boundaries import cuts_word

OWNS_AFTER = re.compile(r"[’']s\b|(?<=[sx])[’'](?=\s\w)|的|の")
"""Matches what makes the name before it an owner."""
TURKISH_CASE = re.compile(r"[’'][a-zçğıöşü]+$")
"""Matches the ending of a Turkish name."""
_ELISION = re.compile(r"\b(?:[dljcmnst]|qu|dell|all|nell|sull|dall)[’']$", re.IGNORECASE)
_LONGEST_ELISION = 12  # characters
_IN_WORD = re.compile("[A-Za-z][’'][A-Za-z]")  # Holm’s: certainly one word


def known_names(text: str, known: Sequence[Person], words: LanguageWords) -> Iterator[Name]:
    """Yield every place that names one of `known`, whole words only, the longest name first."""
    pattern, by_name = _pattern(tuple(known))
    for match in pattern.finditer(text):
        start, end = match.span()
        is_cut = (_IN_WORD.match(text, end - 1) or cuts_word(text, start, end)) and not _ELISION.search(
            text, max(0, start - _LONGEST_ELISION), start
        )
        if is_cut and not TURKISH_CASE.match(text, end):
            continue
        owns = OWNS_AFTER.match(text, end) is not None
        owns |= words.code == "tr" and text[end : end + 1] in ("’", "'")
        yield Name(Span(start, end), match.group(), owns, by_name[_normalised(match.group())], "")


@lru_cache(maxsize=8)
def _pattern(known: tuple[Person, ...]) -> tuple[re.Pattern[str], Mapping[str, Person]]:
    """Return the pattern of all names, also in capital letters, and the person of each."""
    by_name: dict[str, Person] = {}
    for person in known:
        for name in person.names:
            by_name.setdefault(_normalised(name), person)
            by_name.setdefault(_normalised(name).upper(), person)
    choices: dict[str, list[str]] = {}  # by their first letter, so that at each place few are tried
    for name in sorted(by_name, key=len, reverse=True):
        choices.setdefault(name[:1], []).append(r"\s+".join(re.escape(word) for word in name.split()))
    pattern = "|".join(f"(?:{'|'.join(names)})" for names in choices.values())
    return re.compile(pattern.replace("'", "['’]") or "(?!)"), by_name


def _normalised(name: str) -> str:
    return " ".join(name.replace("’", "'").split())
