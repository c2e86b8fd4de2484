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

# The kind of a word, by the list that has it. Of several lists, the first decides.
_KINDS = {
    "denials": "X",
    "not": "X",
    "quoting": "K",
    "tell": "U",
    "verbs": "V",
    "he": "P",
    "she": "P",
    "passive": "E",
    "links": "L",
    "by": "B",
    "that": "h",
    "clauses": "k",
    "and": "c",
    "determiners": "d",
    "prepositions": "p",
}


@dataclass(frozen=True, slots=True, eq=False)
class LanguageWords:
    """The words of a language, and how the language arranges words. See words.yml.

    `kinds` has a letter for the kind of each word, see `generator.speech.tokens`.
    """

    verbs: re.Pattern[str]
    according_to: re.Pattern[str]
    kinds: Mapping[str, str]
    denials: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    verb_last: bool
    verb_second: bool
    bare_titles: bool
    inside: bool
    unspoken: bool
    spaces: bool
    code: str
    article: tuple[str, ...]


@cache
def words_of(key: str) -> frozenset[str]:
    """Return the words of a list that all languages share."""
    return frozenset(TABLE[key].split())


@cache
def language_words(tag: str) -> LanguageWords:
    """Return the words of the language with the BCP 47 tag `tag`; those of all languages if it is unknown."""
    languages, code = TABLE["languages"], base_language(tag)
    own = languages.get(code, {})
    known = [own] if own else list(languages.values())
    phrases = [phrase for entry in known for phrase in entry.get("according_to", ())]
    verbs = [word for entry in known for word in (entry["verbs"] + " " + entry.get("opinions", "")).split()]
    kinds = {word: kind for name, kind in reversed(_KINDS.items()) for word in own.get(name, "").split()}
    return LanguageWords(
        verbs=_pattern(verbs, whole_words=own.get("spaces", True)),
        according_to=_pattern(phrases, after=r"\s+" if own.get("spaces", True) else ""),
        kinds=kinds or dict.fromkeys(verbs, "V"),
        denials=frozenset(own.get("denials", "").split()),
        he=frozenset(own.get("he", "").split()),
        she=frozenset(own.get("she", "").split()),
        code=code,
        article=tuple(own.get("article", "").split()),
        **{
            flag: own.get(flag, False)
            for flag in ("verb_last", "verb_second", "bare_titles", "inside", "unspoken")
        },
        spaces=own.get("spaces", True),
    )


def words_for(text: str, words: LanguageWords) -> LanguageWords:
    """Return the words for a paragraph: those of its own language, if the source is in English and quotes it in « ».

    A paragraph that is not clearly in one of the languages with clauses inside « » keeps the words of the source.
    """
    if words.code != "en" or "«" not in text:
        return words
    present = set(re.findall(r"\w+", text.lower()))
    others = [other for tag in TABLE["languages"] if (other := language_words(tag)).inside]
    best = max(others, key=lambda other: len(present & other.kinds.keys()))
    count = len(present & best.kinds.keys())
    return best if count > 1 and count > len(present & words.kinds.keys()) else words


def _pattern(words: Iterable[str], *, after: str = "", whole_words: bool = True) -> re.Pattern[str]:
    """Return a pattern that matches any of `words` and then `after`; nothing if there are no words."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    edge = r"\b" if whole_words else ""
    choices = "|".join(map(re.escape, longest_first))
    return re.compile(f"{edge}(?:{choices}){edge}{after}" if choices else r"(?!)", re.IGNORECASE)
