"""The words and marks with which newspapers say who speaks, by language, from words.yml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.language import base_language

_FILE = Path(__file__).with_name("words.yml")
TABLE: Mapping[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
"""The content of words.yml. Lists of words are texts with spaces between the words."""


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """Patterns for the words of a language, and how the language arranges words. See words.yml."""

    verbs: re.Pattern[str]
    pronouns: re.Pattern[str]
    according_to: re.Pattern[str]
    verb_last: bool
    is_german: bool


@cache
def language_words(tag: str) -> LanguageWords:
    """Return the words of the language with the BCP 47 tag `tag`; those of all languages if it is unknown."""
    languages, code = TABLE["languages"], base_language(tag)
    own = languages.get(code, {})
    known = [own] if own else list(languages.values())
    phrases = own.get("according_to") or [
        phrase for entry in known for phrase in entry.get("according_to", ())
    ]
    verbs = (word for entry in known for word in entry["verbs"].split())
    return LanguageWords(
        verbs=_pattern(verbs, whole_words=own.get("spaces", True)),
        pronouns=_pattern(own.get("pronouns", "").split()),
        according_to=_pattern(phrases, after=r"\s+"),
        verb_last=own.get("verb_last", False),
        is_german=code == "de",
    )


def _pattern(words: Iterable[str], *, after: str = "", whole_words: bool = True) -> re.Pattern[str]:
    """Return a pattern that matches any of `words` and then `after`; nothing if there are no words."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    edge = r"\b" if whole_words else ""
    choices = "|".join(map(re.escape, longest_first))
    return re.compile(f"{edge}(?:{choices}){edge}{after}" if choices else r"(?!)", re.IGNORECASE)
