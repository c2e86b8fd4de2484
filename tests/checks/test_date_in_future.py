"""Dates after the day of the check, and how that day is chosen."""

import datetime as dt

import pytest

from generator.clock import day
from generator.pipeline import examine
from tests.test_cases import project

BRIEFING, DRIVERS, TOWN = (
    f"briefings/bridge/{name}.yml" for name in ("briefing", "positions/drivers", "positions/town")
)
MAY = dt.date(2031, 5, 31)
FILES = project() | {
    "seeds/report.yml": b"title: T\nlanguage: en\npublished: 2031-05-02\nretrieved: 2031-05-02"
}
MORE = (
    b"timeline:\n  - {date: 2031-05-02, title: It came., evidence: [{source: report, reported: it will be safe only then}]}\n"
    b"analysis:\n  - {kind: gap, text: A note., author: A. Editor, date: 2031-05-03}\n"
    b"corrections:\n  - {date: 2031-05-03, was: Old., now: New., reason: A slip.}\n"
)
FILES[BRIEFING] += MORE
FILES[BRIEFING] = FILES[BRIEFING].replace(b"speaker: ada-vale}", b"speaker: ada-vale, said_on: 2031-05-01}")
FILES[DRIVERS] = FILES[DRIVERS].replace(b"    basis", b"    reviewed_on: 2031-05-03\n    basis")


def reported(files: dict[str, bytes], today: dt.date = MAY) -> list[str]:
    return [item.message for item in examine(files, today=today).diagnostics if item.code == "W447"]


def places() -> list[tuple[str, bytes]]:
    """Return every date of the project, as a file and the words before it."""
    return [
        *(
            (BRIEFING, words)
            for words in (b"as_of: ", b"reviewed_on: ", b"said_on: ", b"timeline:\n  - {date: ")
        ),
        *((BRIEFING, words) for words in (b"author: A. Editor, date: ", b"corrections:\n  - {date: ")),
        *((DRIVERS, words) for words in (b"as_of: ", b"reviewed_on: ")),
        *(
            (TOWN, b"searched_until: "),
            ("seeds/report.yml", b"published: "),
            ("seeds/report.yml", b"retrieved: "),
        ),
    ]


@pytest.mark.parametrize(("file", "words"), places())
def test_every_date_of_a_project_is_compared_with_the_day_of_the_check(file: str, words: bytes) -> None:
    start = FILES[file].index(words) + len(words)
    later = FILES[file][:start] + b"2031-06-02" + FILES[file][start + 10 :]
    assert reported(FILES) == []
    assert len(reported(FILES | {file: later})) == 1


def test_a_month_or_a_year_counts_only_if_all_of_it_is_in_the_future() -> None:
    for date, expected in ((b"2031-05", 0), (b"2031", 0), (b"2031-07", 1), (b"2032", 1)):
        files = FILES | {TOWN: FILES[TOWN].replace(b"2031-05-02", date)}
        assert len(reported(files)) == expected


def test_the_next_day_is_allowed_because_it_has_begun_in_some_time_zones() -> None:
    assert reported(FILES | {TOWN: FILES[TOWN].replace(b"2031-05-02", b"2031-06-01")}) == []
    assert reported(FILES, dt.date.max) == []


def test_an_example_from_the_future_only_has_dates_that_are_much_later_than_the_others() -> None:
    now = dt.date(2026, 1, 1)
    assert reported(FILES, now) == []
    (message,) = reported(FILES | {TOWN: FILES[TOWN].replace(b"2031", b"2099")}, now)
    assert message == "“searched_until” is 2099-05-02, which is much later than the other dates"
    (message,) = reported(FILES | {TOWN: FILES[TOWN].replace(b"2031", b"2032")})
    assert message == "“searched_until” is 2032-05-02, which is after the day of this check, 2031-05-31"


def test_the_day_is_that_of_the_caller_then_of_the_variables_then_of_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BRIEFING_TODAY", "1971-01-01")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert day(MAY) == MAY
    assert day() == dt.date(1971, 1, 1)
    monkeypatch.setenv("BRIEFING_TODAY", "")
    assert day() == dt.date(1970, 1, 2)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = dt.datetime.now(dt.UTC).date()
    assert before <= day() <= dt.datetime.now(dt.UTC).date()
