"""What was current on which day, and on which days something changed."""

from __future__ import annotations

import pytest

from generator.analysis import BriefingAnalysis, analyse, as_it_stood
from generator.analysis.convergence import Result
from generator.analysis.history import Standing, Track, changes_by_day, counts_from, tracks_on
from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import Briefing, Corpus, PartialDate, Position
from tests.building import HARBOUR

MAY = PartialDate(2031, 5, 19)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The made-up corpus. The Lantern is of 4 March and of 11 June 2031."""
    return load(read_files(HARBOUR)[0])[0]


@pytest.fixture(scope="module")
def briefing(corpus: Corpus) -> Briefing:
    """The briefing on the closing at night."""
    return corpus.briefings["night-closing"]


@pytest.fixture(scope="module")
def today(corpus: Corpus) -> BriefingAnalysis:
    """What follows from it today."""
    return analyse(corpus).briefings["night-closing"]


def entry(date: str = "", **about: object) -> Position:
    """Give an entry of a day."""
    return Position.model_validate(
        {"issue": "i", "stance": "supports", **({"as_of": date} if date else {}), **about}
    )


def on(briefing: Briefing, day: PartialDate, *entries: Position) -> tuple[Position, ...]:
    """Give which of a party's entries there were on a day."""
    return tracks_on({("p", "i"): Track("p", "i", entries)}, day, briefing, {})["p", "i"].entries


def test_an_entry_of_a_later_day_is_not_there_and_what_it_superseded_is_current(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    then = as_it_stood(briefing, today, MAY, corpus.sources)
    track = then.tracks["islanders", "closing"]
    assert [str(one.as_of) for one in track.entries] == ["2031-03-04"]
    assert track.standing(track.entries[0]) is Standing.CURRENT
    assert today.tracks["islanders", "closing"].standing(track.entries[0]) is Standing.SUPERSEDED


def test_a_position_is_held_until_the_day_on_which_it_was_withdrawn(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    held = {
        day: as_it_stood(briefing, today, PartialDate(2031, 5, day), corpus.sources)
        .tracks["crews", "paid-rest"]
        .current
        for day in (19, 20)
    }
    assert held[19] is not None
    assert held[20] is None


def test_how_close_the_parties_were_follows_from_the_positions_of_that_day(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    def trial(analysis: BriefingAnalysis) -> Result:
        return next(one.result for one in analysis.convergence if one.proposal == "trial")

    days = [PartialDate(2031, 3, 4), MAY, PartialDate(2031, 6, 11)]
    assert [trial(as_it_stood(briefing, today, day, corpus.sources)) for day in days] == [
        Result.DEADLOCKED,
        Result.WITHIN_REACH,
        Result.COMMON_GROUND,
    ]
    assert trial(today) is Result.COMMON_GROUND


def test_on_the_newest_day_all_is_as_today(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    newest = as_it_stood(briefing, today, PartialDate(2031, 6, 11), corpus.sources)
    assert newest.matrix == today.matrix
    assert newest.convergence == today.convergence
    assert newest.changes == today.changes


def test_an_entry_without_an_exact_day_counts_from_the_last_day_that_its_date_can_mean(
    corpus: Corpus, briefing: Briefing
) -> None:
    days = {date: counts_from(entry(date), briefing, corpus.sources) for date in ("2031-02", "2031-05-19")}
    assert {date: str(day) for date, day in days.items()} == {
        "2031-02": "2031-02-28",
        "2031-05-19": "2031-05-19",
    }
    assert on(briefing, PartialDate(2031, 2, 27), entry("2031-02")) == ()
    assert on(briefing, PartialDate(2031, 2, 28), entry("2031-02")) == (entry("2031-02"),)


def test_an_entry_without_a_date_counts_from_the_beginning(corpus: Corpus, briefing: Briefing) -> None:
    assert counts_from(entry(), briefing, corpus.sources) is None
    assert on(briefing, PartialDate(1900), entry()) == (entry(),)


def test_no_entry_counts_from_a_day_that_the_briefing_does_not_reach(
    corpus: Corpus, briefing: Briefing
) -> None:
    assert str(briefing.about.as_of) == "2031-06-11"
    assert str(counts_from(entry("2031"), briefing, corpus.sources)) == "2031-06-11"


@pytest.mark.parametrize(
    ("date", "relation", "day"),
    [
        ("2031-03", "supports", "2031-03-04"),
        ("2031", "qualifies", "2031-03-04"),
        ("2031-03", "background", "2031-03-31"),
        # The source is older than the position: it cannot be what the position was read in.
        ("2031-05", "supports", "2031-05-31"),
        ("2031-03-05", "supports", "2031-03-05"),
    ],
)
def test_a_position_had_been_taken_when_a_source_of_it_was_published(
    corpus: Corpus, briefing: Briefing, date: str, relation: str, day: str
) -> None:
    evidence = {
        "source": "lantern-2031-03-04",
        "reported": "The Night Line rejected it",
        "relation": relation,
    }
    assert str(counts_from(entry(date, evidence=[evidence]), briefing, corpus.sources)) == day


@pytest.mark.parametrize("absence", ["not-found", "not-stated"])
def test_what_was_searched_for_in_vain_was_not_there_earlier_either(briefing: Briefing, absence: str) -> None:
    searched = entry(stance=absence, searched_until="2031-06-11")
    assert on(briefing, MAY, searched) == (searched,)
    assert on(briefing, MAY, searched, entry("2031-06-12")) == (searched,)


def test_an_answer_that_was_declined_later_was_not_yet_declined(briefing: Briefing) -> None:
    assert on(briefing, MAY, entry(stance="declined", searched_until="2031-06-11")) == ()


def test_a_position_is_no_less_there_because_one_was_searched_for_later_in_vain(briefing: Briefing) -> None:
    held, searched = entry("2031-03-04"), entry(stance="not-found", searched_until="2031-06-11")
    assert on(briefing, MAY, held, searched) == (held,)
    assert on(briefing, MAY, searched, entry("2031-03-04", stance="opposes"))[-1].stance == "opposes"


def test_the_days_of_change_come_newest_first_and_each_once(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    found = changes_by_day(today.changes, briefing, corpus.sources)
    assert [str(day) for day in found] == [
        "2031-06-11",
        "2031-05-20",
        "2031-05-19",
        "2031-03-05",
        "2031-03-04",
    ]
    assert sum(map(len, found.values())) == len(today.changes)


def test_where_all_entries_are_of_one_day_nothing_has_changed(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    assert changes_by_day((one for one in today.changes if one.date == MAY), briefing, corpus.sources) == {}
    assert changes_by_day([], briefing, corpus.sources) == {}
