"""What was current on which day, and on which days something changed."""

from __future__ import annotations

import pytest

from generator.analysis import BriefingAnalysis, analyse, as_it_stood
from generator.analysis.convergence import Result
from generator.analysis.history import Standing, Track, days_of_change, tracks_on
from generator.files import read_files
from generator.load import load
from generator.model import Briefing, PartialDate, Position
from tests.building import HARBOUR

MAY = PartialDate(2031, 5, 19)


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    """The briefing on the closing at night."""
    return load(read_files(HARBOUR)[0])[0].briefings["night-closing"]


@pytest.fixture(scope="module")
def today(briefing: Briefing) -> BriefingAnalysis:
    """What follows from it today."""
    return analyse(load(read_files(HARBOUR)[0])[0]).briefings[briefing.slug]


def entry(date: str = "", **about: object) -> Position:
    """Give an entry of a day."""
    return Position.model_validate(
        {"issue": "i", "stance": "supports", **({"as_of": date} if date else {}), **about}
    )


def on(day: PartialDate, *entries: Position) -> tuple[Position, ...]:
    """Give which of a party's entries there were on a day."""
    return tracks_on({("p", "i"): Track("p", "i", entries)}, day)["p", "i"].entries


def test_an_entry_of_a_later_day_is_not_there_and_what_it_superseded_is_current(
    briefing: Briefing, today: BriefingAnalysis
) -> None:
    then = as_it_stood(briefing, today, MAY)
    track = then.tracks["islanders", "closing"]
    assert [str(one.as_of) for one in track.entries] == ["2031-03-04"]
    assert track.standing(track.entries[0]) is Standing.CURRENT
    assert today.tracks["islanders", "closing"].standing(track.entries[0]) is Standing.SUPERSEDED


def test_a_position_is_held_until_the_day_on_which_it_was_withdrawn(
    briefing: Briefing, today: BriefingAnalysis
) -> None:
    held = {
        day: as_it_stood(briefing, today, PartialDate(2031, 5, day)).tracks["crews", "paid-rest"].current
        for day in (19, 20)
    }
    assert held[19] is not None
    assert held[20] is None


def test_how_close_the_parties_were_follows_from_the_positions_of_that_day(
    briefing: Briefing, today: BriefingAnalysis
) -> None:
    def trial(analysis: BriefingAnalysis) -> Result:
        return next(one.result for one in analysis.convergence if one.proposal == "trial")

    days = [PartialDate(2031, 3, 4), MAY, PartialDate(2031, 6, 11)]
    assert [trial(as_it_stood(briefing, today, day)) for day in days] == [
        Result.DEADLOCKED,
        Result.WITHIN_REACH,
        Result.COMMON_GROUND,
    ]
    assert trial(today) is Result.COMMON_GROUND


def test_on_the_newest_day_all_is_as_today(briefing: Briefing, today: BriefingAnalysis) -> None:
    newest = as_it_stood(briefing, today, PartialDate(2031, 6, 11))
    assert newest.matrix == today.matrix
    assert newest.convergence == today.convergence
    assert newest.changes == today.changes


def test_of_an_unknown_day_or_month_the_first_counts() -> None:
    year, month, day = entry("2031"), entry("2031-05"), entry("2031-05-19")
    entries = (year, month, day)
    assert on(PartialDate(2030, 12, 31), *entries) == ()
    assert on(PartialDate(2031), *entries) == (year,)
    assert on(PartialDate(2031, 4, 30), *entries) == (year,)
    assert on(PartialDate(2031, 5), *entries) == (year, month)
    assert on(PartialDate(2031, 5, 1), *entries) == (year, month)
    assert on(PartialDate(2031, 5, 19), *entries) == entries


@pytest.mark.parametrize("absence", ["not-found", "not-stated"])
def test_what_was_searched_for_in_vain_was_not_there_earlier_either(absence: str) -> None:
    searched = entry(stance=absence, searched_until="2031-06-11")
    assert on(MAY, searched) == (searched,)
    assert on(MAY, searched, entry("2031-06-12")) == (searched,)


def test_an_answer_that_was_declined_later_was_not_yet_declined() -> None:
    assert on(MAY, entry(stance="declined", searched_until="2031-06-11")) == ()


def test_a_position_is_no_less_there_because_one_was_searched_for_later_in_vain() -> None:
    held, searched = entry("2031-03-04"), entry(stance="not-found", searched_until="2031-06-11")
    assert on(MAY, held, searched) == (held,)
    assert on(MAY, searched, entry("2031-03-04", stance="opposes"))[-1].stance == "opposes"


def test_the_days_of_change_come_newest_first_and_each_once(today: BriefingAnalysis) -> None:
    assert [str(day) for day in days_of_change(today.changes)] == [
        "2031-06-11",
        "2031-05-20",
        "2031-05-19",
        "2031-03-05",
        "2031-03-04",
    ]


def test_where_all_entries_are_of_one_day_nothing_has_changed(today: BriefingAnalysis) -> None:
    assert days_of_change(one for one in today.changes if one.date == MAY) == ()
    assert days_of_change([]) == ()
