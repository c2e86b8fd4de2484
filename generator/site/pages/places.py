"""Where a passage is in its source for a reader of the original: the page, the clause and the time, and these in words."""

import re
from typing import NamedTuple

from generator.content.model import Evidence, Source
from generator.evidence import Passage
from generator.language import Language
from generator.speech.labels import label_at

_NUMBER = re.compile(r"\d|[ivxlc]+\b", re.IGNORECASE)  # how a page or a clause begins if it is only a number
_SEVERAL = re.compile(r"[-–,]")


class Place(NamedTuple):
    """The page, the clause and the time of a passage, as far as they are recorded.

    The passage begins at `time`, or at an unknown time after it if `is_later`.
    """

    page: str | None = None
    clause: str | None = None
    time: str | None = None
    is_later: bool = False


def place_of(source: Source, evidence: Evidence, passage: Passage) -> Place:
    """Return the place of a passage: what its evidence says, else what the places of its source say."""
    article = source.article
    first, last = passage.paragraph, article.paragraph_at(passage.spans[-1].end - 1).number
    page = evidence.page or source.page_at(first, last)
    if evidence.time or not (known := source.time_at(first)):
        return Place(page, evidence.clause, evidence.time)
    paragraph = article.paragraphs[first - 1]
    label = label_at(article, paragraph.start)
    starts = {paragraph.start, label.end if label else paragraph.start}
    begins = known.paragraph == first and passage.spans[0].start in starts
    return Place(page, evidence.clause, known.time, is_later=not begins)


def place_of_paragraph(source: Source, number: int) -> Place:
    """Return the page of a paragraph, and the time at which it begins."""
    known = source.time_at(number)
    later = known is not None and known.paragraph != number
    return Place(source.page_at(number, number), None, known.time if known else None, later)


def page_in_words(language: Language, page: str) -> str:
    """Return a page or several pages in words: `p. 12`, `pp. 12–14`; the page alone if it is not a number."""
    if not _NUMBER.match(page):
        return page
    say = language.say
    return say("pp. %(pages)s", pages=page) if _SEVERAL.search(page) else say("p. %(page)s", page=page)


def place_in_words(language: Language, place: Place) -> str:
    """Return a place in words: `p. 12, clause 4(2), at 1:02:30`; empty if nothing is recorded."""
    say, parts = language.say, []
    if place.page:
        parts.append(page_in_words(language, place.page))
    if clause := place.clause:
        parts.append(say("clause %(clause)s", clause=clause) if _NUMBER.match(clause) else clause)
    if time := place.time:
        parts.append(say("after %(time)s", time=time) if place.is_later else say("at %(time)s", time=time))
    return ", ".join(parts)
