"""The calendar of a briefing: valid iCalendar with its events on exact days and its next review."""

import pytest
from icalendar import Calendar

from generator.site.exports import calendar
from generator.site.site import Site
from tests.building import HARBOUR, ROOT
from tests.hostile.payloads import PAYLOADS
from tests.site.exports.sites import ADDRESS, site_at, site_full_of

CLOSING = "briefings/night-closing/events.ics"


def files(site: Site) -> dict[str, bytes]:
    return {export.uri: export.content for export in calendar.exports(site)}


@pytest.mark.parametrize("site", [site_at(ROOT), site_at(HARBOUR), *map(site_full_of, PAYLOADS)])
def test_a_calendar_is_valid_and_each_of_its_lines_is_short(site: Site) -> None:
    for raw in files(site).values():
        parsed = Calendar.from_ical(raw)
        assert parsed["VERSION"] == "2.0"
        assert parsed["PRODID"]
        for event in parsed.events:
            assert not event.errors
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
        assert len({event["UID"] for event in parsed.events}) == len(parsed.events)
        lines = raw.split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert len(parsed.events) == raw.count(b"BEGIN:VEVENT")


def test_the_calendar_has_events_on_exact_days_and_the_next_review() -> None:
    (closing,) = [Calendar.from_ical(raw) for uri, raw in files(site_at(HARBOUR)).items() if uri == CLOSING]
    assert [(str(event.start), str(event["SUMMARY"])) for event in closing.events] == [
        ("2031-03-04", "The council announces a vote."),
        ("2031-06-11", "The council votes for a trial."),
        ("2031-08-11", "Next review: The night closing of Halmsund harbour"),
    ]
    assert {str(event.stamp) for event in closing.events} == {"2031-06-12 00:00:00+00:00"}
    assert closing.events[1]["DESCRIPTION"] == (
        "“The council has voted for a trial” (A trial it is; The Lantern, 11 June 2031, ¶1)"
    )
    assert closing.events[1]["URL"] == f"{ADDRESS}briefings/night-closing/#bb-timeline-3"


def test_a_briefing_without_dated_events_has_no_calendar() -> None:
    assert "briefings/lighthouse/events.ics" not in files(site_at(HARBOUR))


def test_text_with_signs_and_long_words_is_read_as_it_was_written() -> None:
    text = "a; b, c \\n d ä" * 30
    (raw,) = files(site_full_of(text)).values()
    titles = {str(event["SUMMARY"]) for event in Calendar.from_ical(raw).events}
    assert text in titles
