"""Editors' sentences on a page: quoted words in the source's own characters, and markers at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.model import Kind, Source
from generator.evidence.occurrences import occurrences
from generator.language import shortened
from generator.site.pages.page import Target
from generator.speech.editor_quotes import quoted_words

LONGEST_START = 50
"""Characters of the first words that name a sentence."""


@dataclass(frozen=True)
class Piece:
    """A part of a sentence: the editors' words or, if `quoted`, a source's own characters in `language`."""

    text: str
    quoted: bool = False
    language: str = ""


@dataclass(frozen=True)
class Marker:
    """The link at the end of a claim: kind of evidence, source number and paragraph."""

    kind: Kind
    text: str
    label: str
    target: Target
    warning: str


@dataclass(frozen=True)
class Sentence:
    """A sentence with its markers and its id on the page."""

    id: str
    pieces: tuple[Piece, ...]
    markers: tuple[Marker, ...]

    @property
    def start(self) -> str:
        """Return the first words, which name the sentence."""
        return shortened("".join(piece.text for piece in self.pieces), LONGEST_START)


def pieces(text: str, sources: list[Source]) -> Iterator[Piece]:
    """Yield the parts of a sentence, cut where it quotes words that one of `sources` has."""
    at = 0
    for quoted in quoted_words(text):
        for source in sources:
            if spans := occurrences(source.article, quoted.words):
                yield Piece(text[at : quoted.start])
                words = source.article.text[slice(*spans[0])]
                yield Piece(words, quoted=True, language=source.about.language)
                # A full stop or comma that the editor put before the closing mark goes after the quoted words.
                yield Piece(text[quoted.words_end : quoted.mark_start].strip())
                at = quoted.end
                break
    yield Piece(text[at:])
