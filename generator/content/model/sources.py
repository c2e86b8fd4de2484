"""Stored sources: a text and what is known about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, Self

from pydantic import ConfigDict, Field, model_validator

from generator.content.model.node import Node
from generator.content.model.values import (
    Count,
    Date,
    Language,
    Reference,
    References,
    Sha256,
    Text,
    Time,
    Url,
    model_error,
)

if TYPE_CHECKING:
    from generator.content.articles import Article


_PAGES = re.compile(r"(?<=\w)\s*[-–]\s*(?=\w)")  # between the first and the last page
MOST_PARTIES = 200  # of one text
MOST_PLACES = 20_000  # of one text


class Publish(StrEnum):
    """What readers see of a stored text."""

    FULL = "full"
    EXCERPT = "excerpt"
    NONE = "none"


class SourceStatus(StrEnum):
    """Whether a source can be relied on, in IPTC terms."""

    USABLE = "usable"
    CORRECTED = "corrected"
    WITHHELD = "withheld"
    CANCELLED = "cancelled"


class SourceKind(StrEnum):
    """The kind of a source."""

    ARTICLE = "article"
    SPEECH = "speech"
    TRANSCRIPT = "transcript"
    STATEMENT = "statement"
    INTERVIEW = "interview"
    POST = "post"
    DOCUMENT = "document"


ONE_VOICE = frozenset({SourceKind.SPEECH, SourceKind.STATEMENT, SourceKind.POST, SourceKind.DOCUMENT})
"""The kinds whose whole text can be the words of one voice."""


LABELLED = frozenset({SourceKind.TRANSCRIPT, SourceKind.INTERVIEW})
"""The kinds in which several people speak, each after a label such as a name with a colon."""


class Voice(NamedTuple):
    """Whose own words a text is, by identifiers: a party, a speaker, or a speaker for a party."""

    party: str | None
    speaker: str | None = None


class OriginalFormat(StrEnum):
    """What kind of file a stored text was made from."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    EML = "eml"
    TEXT = "text"


class Original(Node):
    """The file that a stored text was made from, and what was done to it. `briefing new source` writes it."""

    format: OriginalFormat
    """What kind of file it is."""
    sha256: Sha256
    """The SHA-256 hash of the file. If the file is kept, it is seeds/originals/<id>, with an ending such as .html."""
    name: Text | None = None
    """The name of the file when it was stored."""
    encoding: Text | None = None
    """The encoding of its text, such as windows-1252."""
    converted_by: Text
    """The programs that converted it, with their versions."""
    steps: tuple[Text, ...] = ()
    """What the program did to the text, one sentence for each step."""
    struck: tuple[Text, ...] = ()
    """The paragraphs that an editor left out. Those of more than 300 characters are cut, and end with “…”."""


class Place(Node):
    """Where a page of the printed source or a part of the recording begins in the stored text."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["page"]}, {"required": ["time"]}]})

    paragraph: Count
    """The number of the paragraph, from 1."""
    page: Text | None = None
    """The page of the source on which this paragraph and those after it are, as printed there, such as 3; 3–4 if a paragraph is on both."""
    time: Time | None = None
    """The time in the recording at which this paragraph begins, such as 12:30 or 1:02:30."""

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if self.page is None and self.time is None:
            raise model_error("place", "a place needs a page or a time", "Add one of them: page: 3")
        return self


class SourceFile(Node):
    """What is known about a stored source: the file seeds/<id>.yml beside the text seeds/<id>.txt."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"status": {"not": {"const": SourceStatus.USABLE}}}, "required": ["status"]},
            "then": {"required": ["status_note"]},
        }
    )

    title: Text
    """The headline. If the text has none, write a title in [brackets]."""
    kind: SourceKind = SourceKind.ARTICLE
    """What the text is."""
    party: Reference | None = None
    """The party whose own words the text is, such as a speech or a statement. In an interview: the party that answers."""
    speaker: Reference | None = None
    """The speaker whose own words the text is. In an interview: who answers."""
    parties: References = Field(default=(), max_length=MOST_PARTIES)
    """The parties whose own words the text is together, such as a joint statement."""
    publisher: Text | None = None
    """Who published it. Leave it out if unknown."""
    byline: Text | None = None
    """Who wrote it."""
    published: Date | None = None
    """When it was published."""
    retrieved: Date | None = None
    """When the text was stored."""
    read_on: Date | None = None
    """When an editor last read it to the end for positions."""
    url: Url | None = None
    """Where it was found."""
    language: Language
    """The language of the text (BCP 47)."""
    origin: Text | None = None
    """The agency report or event that it is based on. Sources with the same origin count once as independent evidence."""
    rights: Text | None = None
    """Who owns the text, and the terms under which it is stored."""
    publish: Publish = Publish.EXCERPT
    """What readers see of the text."""
    status: SourceStatus = SourceStatus.USABLE
    """Whether it can be relied on."""
    status_note: Text | None = None
    """The reason, if the status is not usable."""
    sha256: Sha256 | None = None
    """The SHA-256 hash of the text file."""
    original: Original | None = None
    """The file that the text was made from, if the text is not that file itself."""
    places: tuple[Place, ...] = Field(default=(), max_length=MOST_PLACES)
    """The paragraphs at which pages of the source begin, or times of the recording. A page or time applies until the next one."""

    @model_validator(mode="after")
    def _reason(self) -> Self:
        if self.status is not SourceStatus.USABLE and self.status_note is None:
            message = "a source that is {status} needs a status_note that says why"
            hint = "Add: status_note: what happened, and when."
            raise model_error("status-note", message, hint, status=self.status.value)
        return self


@dataclass(frozen=True)
class Source:
    """A stored source: its identifier, what is known about it, and its text.

    `origin` counts for independence: sources with the same origin count once. `copies` are the earlier sources with the same
    text, or nearly.
    """

    id: str
    about: SourceFile
    article: Article
    origin: str = ""
    copies: tuple[str, ...] = ()

    @property
    def is_withheld(self) -> bool:
        """Return whether nothing of the text may be shown, whatever `publish` says."""
        return self.about.status is SourceStatus.WITHHELD

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Return whose own words the whole text is: one voice, or the parties that speak together.

        Words of a voice need no quotation marks. Return nothing for an article, for a text in which several people
        speak, and for a text whose voice is not named.
        """
        about = self.about
        if about.kind not in ONE_VOICE:
            return ()
        if about.parties:
            return tuple(Voice(party) for party in about.parties)
        return (Voice(about.party, about.speaker),) if about.party or about.speaker else ()

    def page_at(self, first: int, last: int) -> str | None:
        """Return the page or pages of the paragraphs from `first` to `last`, as far as `places` says; `3–5` for several."""
        begin, end = _place_at(self._pages, first), _place_at(self._pages, last)
        if begin is None or end is None or begin.page is None or end.page is None:
            return None
        if begin.page == end.page:
            return begin.page
        return f"{_PAGES.split(begin.page)[0]}–{_PAGES.split(end.page)[-1]}"

    def time_at(self, paragraph: int) -> Place | None:
        """Return the newest time of the recording at or before the begin of a paragraph, with the paragraph that begins then."""
        return _place_at(self._times, paragraph)

    @cached_property
    def _pages(self) -> tuple[Place, ...]:
        return tuple(place for place in self.about.places if place.page)

    @cached_property
    def _times(self) -> tuple[Place, ...]:
        return tuple(place for place in self.about.places if place.time)


def _place_at(places: Sequence[Place], paragraph: int) -> Place | None:
    """Return the last of the places that is not behind a paragraph."""
    index = bisect_right(places, paragraph, key=attrgetter("paragraph"))
    return places[index - 1] if index else None
