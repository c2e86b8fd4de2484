"""The list of loaded words of a language, made into one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.checks.wording.forms import pattern_of, plain
from generator.content.model import LoadedWord, WordingFile
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Found:
    """A loaded word from `start` to `end` of a text."""

    start: int
    end: int
    word: LoadedWord


@dataclass(frozen=True)
class WordList:
    """The loaded words of a language: those of each form, None where the form is a longer word that is not meant."""

    by_form: Mapping[str, LoadedWord | None]
    pattern: re.Pattern[str]

    def found(self, text: str) -> Iterator[Found]:
        """Give every loaded word of `text`, in order."""
        for match in self.pattern.finditer(text):
            if word := self.by_form.get(plain(match.group())):
                yield Found(*match.span(), word)


def word_list(language: str, own: WordingFile, site_language: str) -> WordList | None:
    """Give the list for texts in `language`, with what the site's `own` file says; None where there are no words.

    Dialects share one list: “en-GB” has that of “en”.
    """
    code = base(language)
    allowed = {plain(one.word) for one in own.allow if base(one.language or site_language) == code}
    every = loaded_words(language, own, site_language)
    if not allowed and len(every) == len(shipped(code)):  # the site adds none
        return _shipped_list(code)
    return _list_of([one for one in every if allowed.isdisjoint(plain(form) for form in one.forms)])


@lru_cache
def _shipped_list(code: str) -> WordList | None:
    return _list_of(shipped(code))


def _list_of(words: Sequence[LoadedWord]) -> WordList | None:
    by_form: dict[str, LoadedWord | None] = {plain(form): one for one in words for form in one.forms}
    by_form |= {plain(longer): None for one in words for longer in one.not_in}
    return WordList(by_form, pattern_of(by_form)) if words else None


def loaded_words(language: str, own: WordingFile, site_language: str) -> tuple[LoadedWord, ...]:
    """Give all loaded words of `language`, those that the site's `own` file allows too."""
    code = base(language)
    return (*shipped(code), *(one for one in own.words if base(one.language or site_language) == code))


@lru_cache
def shipped(code: str) -> tuple[LoadedWord, ...]:
    """Give the words that come with the program for the language `code`; none where it has no list."""
    path = _HERE / f"{code}.yml"
    if not re.fullmatch("[a-z]+", code) or not path.is_file():
        return ()
    file, faults = read_yaml(path.name, path.read_bytes())
    if file is None:
        raise ValueError(faults)  # a fault of the program, not of an editor
    wording, faults = read_node(WordingFile, file.data, file.data.location)
    if wording is None:
        raise ValueError(faults)
    return wording.words


def base(language: str) -> str:
    """Give the first subtag of a language tag, in lower case."""
    return language.replace("_", "-").split("-", maxsplit=1)[0].lower()
