"""The calendar of each briefing (iCalendar, RFC 5545): its events on exact days and its next review, as events of a whole day.

The stamp of each event is the day of the last review, so that the file changes only with the briefing. The identifier of an event
depends on its day and its place among the events of that day, so that a corrected title keeps it.
"""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterator
from functools import partial

from generator.content.model import TimelineEvent
from generator.content.model.uses import Role
from generator.escape import ics_text
from generator.site.exports.export import Export
from generator.site.pages import links
from generator.site.pages.cards import citation_text
from generator.site.pages.feeds import DatedEvent, calendar_file, dated_events
from generator.site.pages.views import Views
from generator.site.parts import parts
from generator.site.site import Site

_LONGEST = 75  # bytes of a line


def exports(site: Site) -> Iterator[Export]:
    """Yield the calendar of each briefing that has a dated event."""
    for slug, briefing in site.corpus.briefings.items():
        if dated_events(briefing):
            yield Export(calendar_file(slug), partial(_file, Views(site, briefing)), parts(briefings=[slug]))


def _file(views: Views) -> bytes:
    return calendar(views, dated_events(views.briefing)).encode()


def calendar(views: Views, events: list[DatedEvent]) -> str:
    """Return the calendar of a briefing."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Briefing Book//Events//EN",
        f"X-WR-CALNAME:{ics_text(views.about.title)}",
        *_events(views, events),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _events(views: Views, events: list[DatedEvent]) -> Iterator[str]:
    stamp, counted = _day(views.about.reviewed_on.first_day), Counter[str]()
    slug, publication = views.briefing.slug, views.site.publication
    for day, item, event in events:
        kind = f"{day}" if event else "review"
        counted[kind] += 1
        overview = links.briefing_page(slug, links.overview_item_id(Role.TIMELINE, item) if event else "")
        name = f"{publication.home_url}{slug}/{kind}/{counted[kind]}"
        title = (
            event.title if event else views.language.say("Next review: %(title)s", title=views.about.title)
        )
        yield "BEGIN:VEVENT"
        yield f"UID:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"
        yield f"DTSTAMP:{stamp}T000000Z"
        yield f"DTSTART;VALUE=DATE:{_day(day)}"
        yield f"SUMMARY:{ics_text(title)}"
        if words := "\\n".join(ics_text(text) for text in _words(views, event)):
            yield f"DESCRIPTION:{words}"
        if url := links.url(publication, overview):
            yield f"URL:{url}"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"


def _words(views: Views, event: TimelineEvent | None) -> Iterator[str]:
    """Yield the exact words behind an event, each with its source; nothing of a source that is withheld."""
    for evidence in event.evidence if event else ():
        source, passage = views.site.corpus.sources[evidence.source], views.site.passages[evidence.selector]
        if not source.is_withheld:
            about = source.about
            where = (about.publisher, views.date(about.published), f"¶{passage.paragraph}")
            yield citation_text(passage.texts, (about.title,), where)


def _day(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def folded(line: str) -> str:
    """Return a line in pieces of at most 75 bytes, each but the first after a space; no character is cut."""
    pieces, piece, size = [], "", 0
    for char in line:
        length = len(char.encode())
        if size + length > _LONGEST:
            pieces.append(piece)
            piece, size = "", 1  # the space
        piece, size = piece + char, size + length
    return "\r\n ".join([*pieces, piece])
