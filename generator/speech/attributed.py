"""Whether a sentence of an editor says who said so."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.speech.editor_quotes import own_voice
from generator.speech.name import Person
from generator.speech.words import language_words
from generator.word_boundaries import is_unspaced


def attributed_to(
    sentence: str, persons: Sequence[Person], publishers: Iterable[str], language: str
) -> str | None:
    """Return the words that say who said so: a name of `persons` or `publishers`, else a verb of saying; None if there are none.

    Words in quotation marks do not count. `language` is that of the sentence.
    """
    text, words = own_voice(sentence), language_words(language)
    for pattern in (_name_pattern(tuple(persons)), words.verbs, words.according_to):
        if match := pattern.search(text):
            return match.group()
    return next((publisher for publisher in publishers if publisher in text), None)


@lru_cache(maxsize=1024)
def _name_pattern(persons: Sequence[Person]) -> re.Pattern[str]:
    """Return the pattern of all names of some people, as whole words in languages that put spaces between words."""
    return re.compile("|".join(_whole(name) for person in persons for name in person.names) or "(?!)")


def _whole(name: str) -> str:
    start, end = ("" if is_unspaced(name[index]) else r"\b" for index in (0, -1))
    return f"{start}{re.escape(name)}{end}"
