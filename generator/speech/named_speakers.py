"""Which speakers of parties.yml a paragraph of a source names, and which of them nearest to some words."""

import re
from collections.abc import Collection, Iterator, Sequence

from generator.content.articles import Article, Paragraph
from generator.evidence import Span
from generator.speech.name import Person

_PARAGRAPHS_BEFORE = 2  # in which the speaker may be named
_CAPITALISED = re.compile(r"[A-Z]\w*")


class NamedSpeakers:
    """The speakers of parties.yml, by the last capitalised word of each of their names, or "" for names without one.

    A paragraph names few of all speakers; the index excludes most of them at once.
    """

    def __init__(self, known: Sequence[Person]) -> None:
        """Index the speakers among everybody in parties.yml."""
        self._index: dict[str, list[Person]] = {}
        for person in known:
            for name in person.names if person.speaker else ():
                words = _CAPITALISED.findall(name) if name.isascii() else []
                self._index.setdefault(words[-1] if words else "", []).append(person)

    def named(self, article: Article, paragraph: Paragraph) -> list[Person]:
        """Return the speakers whom a paragraph names."""
        words = {*_CAPITALISED.findall(article.text, paragraph.start, paragraph.end), ""}
        found = dict.fromkeys(person for word in _cases(words) for person in self._index.get(word, ()))
        return [person for person in found if _is_named(article, person, paragraph)]


def nearest(article: Article, named: Sequence[Person], span: Span, paragraph: Paragraph) -> Person | None:
    """Return whom of `named` a paragraph names nearest to the words at `span`."""
    distances = (
        (min(abs(match.start() - span.end), abs(span.start - match.end())), person)
        for person in named
        for name in person.names
        for match in _pattern(name).finditer(article.text, paragraph.start, paragraph.end)
    )
    return min(distances, key=lambda pair: pair[0], default=(0, None))[1]


def is_named_before(article: Article, person: Person, paragraph: Paragraph) -> bool:
    """Return whether one of the paragraphs just before has a name of `person`."""
    index = paragraph.number - 1
    before = article.paragraphs[max(0, index - _PARAGRAPHS_BEFORE) : index]
    return any(_is_named(article, person, other) for other in before)


def _is_named(article: Article, person: Person, paragraph: Paragraph) -> bool:
    return any(_pattern(name).search(article.text, paragraph.start, paragraph.end) for name in person.names)


def _cases(words: Collection[str]) -> Iterator[str]:
    """Yield words in order, those in capitals also as names are written: REED, Reed."""
    for word in sorted(words):
        yield word
        if word.isupper():
            yield word.capitalize()


def _pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a name, also in capitals."""
    return re.compile(f"{re.escape(name)}|{re.escape(name.upper())}")
