"""Positions on an earlier day, and the days on which something changed."""

import pytest

from generator.analysis import BriefingAnalysis, analyse, analysis_on
from generator.analysis.convergence import Result
from generator.analysis.history import Standing, Track, changes_by_day, effective_date, tracks_on
from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import Briefing, Corpus, PartialDate, Position
from tests.building import HARBOUR

MAY = PartialDate(2031, 5, 19)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The example corpus. The Lantern was published on 4 March and on 11 June 2031."""
    return load(read_files(HARBOUR)[0])[0]


@pytest.fixture(scope="module")
def briefing(corpus: Corpus) -> Briefing:
    """The briefing on the night closing."""
    return corpus.briefings["night-closing"]


@pytest.fixture(scope="module")
def today(corpus: Corpus) -> BriefingAnalysis:
    """Its analysis today."""
    return analyse(corpus).briefings["night-closing"]


def entry(date: str = "", **about: object) -> Position:
    """Return an entry with this date."""
    return Position.model_validate(
        {"issue": "i", "stance": "supports", **({"as_of": date} if date else {}), **about}
    )


def on(briefing: Briefing, day: PartialDate, *entries: Position) -> tuple[Position, ...]:
    """Return which of a party's entries count on a day."""
    return tracks_on({("p", "i"): Track("p", "i", entries)}, day, briefing, {})["p", "i"].entries


def test_a_later_entry_is_left_out_and_the_earlier_one_is_current(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    then = analysis_on(briefing, today, MAY, corpus.sources)
    track = then.tracks["islanders", "closing"]
    assert [str(position.as_of) for position in track.entries] == ["2031-03-04"]
    assert track.standing(track.entries[0]) is Standing.CURRENT
    assert today.tracks["islanders", "closing"].standing(track.entries[0]) is Standing.SUPERSEDED


def test_a_position_is_held_until_the_day_on_which_it_was_withdrawn(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    by_day = {
        day: analysis_on(briefing, today, PartialDate(2031, 5, day), corpus.sources)
        .tracks["crews", "paid-rest"]
        .current
        for day in (19, 20)
    }
    assert by_day[19] is not None
    assert by_day[20] is None


def test_convergence_uses_the_positions_of_that_day(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    def trial(analysis: BriefingAnalysis) -> Result:
        return next(item.result for item in analysis.convergence if item.proposal == "trial")

    days = [PartialDate(2031, 3, 4), MAY, PartialDate(2031, 6, 11)]
    assert [trial(analysis_on(briefing, today, day, corpus.sources)) for day in days] == [
        Result.DEADLOCKED,
        Result.WITHIN_REACH,
        Result.COMMON_GROUND,
    ]
    assert trial(today) is Result.COMMON_GROUND


def test_the_analysis_of_the_newest_day_is_that_of_today(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    newest = analysis_on(briefing, today, PartialDate(2031, 6, 11), corpus.sources)
    assert newest.matrix == today.matrix
    assert newest.convergence == today.convergence
    assert newest.changes == today.changes


def test_an_entry_without_an_exact_day_counts_from_the_last_possible_day(
    corpus: Corpus, briefing: Briefing
) -> None:
    days = {date: effective_date(entry(date), briefing, corpus.sources) for date in ("2031-02", "2031-05-19")}
    assert {date: str(day) for date, day in days.items()} == {
        "2031-02": "2031-02-28",
        "2031-05-19": "2031-05-19",
    }
    assert on(briefing, PartialDate(2031, 2, 27), entry("2031-02")) == ()
    assert on(briefing, PartialDate(2031, 2, 28), entry("2031-02")) == (entry("2031-02"),)


def test_an_entry_without_a_date_always_counts(corpus: Corpus, briefing: Briefing) -> None:
    assert effective_date(entry(), briefing, corpus.sources) is None
    assert on(briefing, PartialDate(1900), entry()) == (entry(),)


def test_no_entry_counts_from_a_day_after_the_briefing(corpus: Corpus, briefing: Briefing) -> None:
    assert str(briefing.about.as_of) == "2031-06-11"
    assert str(effective_date(entry("2031"), briefing, corpus.sources)) == "2031-06-11"


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
def test_an_entry_counts_at_the_latest_when_its_source_was_published(
    corpus: Corpus, briefing: Briefing, date: str, relation: str, day: str
) -> None:
    evidence = {
        "source": "lantern-2031-03-04",
        "reported": "The Night Line rejected it",
        "relation": relation,
    }
    assert str(effective_date(entry(date, evidence=[evidence]), briefing, corpus.sources)) == day


@pytest.mark.parametrize("absence", ["not-found", "not-stated"])
def test_a_search_without_result_also_holds_for_earlier_days(briefing: Briefing, absence: str) -> None:
    searched = entry(stance=absence, searched_until="2031-06-11")
    assert on(briefing, MAY, searched) == (searched,)
    assert on(briefing, MAY, searched, entry("2031-06-12")) == (searched,)


def test_a_declined_answer_does_not_hold_for_earlier_days(briefing: Briefing) -> None:
    assert on(briefing, MAY, entry(stance="declined", searched_until="2031-06-11")) == ()


def test_a_later_search_without_result_does_not_hide_an_earlier_position(briefing: Briefing) -> None:
    position, searched = entry("2031-03-04"), entry(stance="not-found", searched_until="2031-06-11")
    assert on(briefing, MAY, position, searched) == (position,)
    assert on(briefing, MAY, searched, entry("2031-03-04", stance="opposes"))[-1].stance == "opposes"


def test_days_of_change_are_newest_first_and_unique(
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


def test_without_a_second_day_nothing_has_changed(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    assert (
        changes_by_day((change for change in today.changes if change.date == MAY), briefing, corpus.sources)
        == {}
    )
    assert changes_by_day([], briefing, corpus.sources) == {}
