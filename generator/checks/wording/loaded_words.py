"""The loaded words of a language: the list that comes with the program, and the site's own words."""

from functools import lru_cache
from pathlib import Path

import yaml

from generator.checks.wording.terms import Terms, normalise
from generator.content.model import LoadedWord, WordingFile
from generator.language import base_language

_HERE = Path(__file__).parent


@lru_cache(maxsize=8)
def loaded_terms(language: str, own: WordingFile, site_language: str) -> Terms[LoadedWord]:
    """Return the loaded words to look for in texts in `language`.

    `own` adds words to the program's list, or allows some. Dialects share a list: “en-GB” uses the list of “en”.
    """
    code = base_language(language)
    allowed = {
        normalise(entry.word) for entry in own.allow if base_language(entry.language or site_language) == code
    }
    words = [
        word
        for word in loaded_words(language, own, site_language)
        if allowed.isdisjoint(map(normalise, word.forms))
    ]
    forms: dict[str, LoadedWord | None] = {form: word for word in words for form in word.forms}
    return Terms.of(forms | {longer: None for word in words for longer in word.not_in})


def loaded_words(language: str, own: WordingFile, site_language: str) -> tuple[LoadedWord, ...]:
    """Return all loaded words of `language`, including those that the site allows."""
    code = base_language(language)
    site_words = (word for word in own.words if base_language(word.language or site_language) == code)
    return (*shipped_words(code), *site_words)


@lru_cache
def shipped_words(code: str) -> tuple[LoadedWord, ...]:
    """Read the list that comes with the program for the language `code`; empty if there is none."""
    path = _HERE / f"{code}.yml"
    if not code.isalpha() or not path.is_file():
        return ()
    return WordingFile.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)).words
