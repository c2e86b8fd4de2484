"""Positions on an earlier day, and the days on which something changed."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.analysis import BriefingAnalysis, analyse
from generator.analysis.history import (
    MOST_DAYS,
    Standing,
    Track,
    changes,
    dated_entries,
    days_of_tables,
    effective_date,
    held_on,
    tracks,
)
from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import Briefing, Corpus, PartialDate, Position, Source
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


def on(
    briefing: Briefing, day: PartialDate, *entries: Position, sources: Mapping[str, Source] | None = None
) -> Position | None:
    """Return which of a party's entries it held on a day."""
    return held_on(dated_entries(Track("p", "i", entries), briefing, sources or {}), day)


def test_on_an_earlier_day_a_later_entry_is_not_known(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    track = today.tracks["islanders", "closing"]
    assert on(briefing, MAY, *track.entries, sources=corpus.sources) is track.entries[0]
    assert track.standing(track.entries[0]) is Standing.SUPERSEDED


def test_a_position_is_held_until_the_day_on_which_it_was_withdrawn(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    entries = today.tracks["crews", "paid-rest"].entries
    assert on(briefing, MAY, *entries, sources=corpus.sources) is entries[0]
    assert on(briefing, PartialDate(2031, 5, 20), *entries, sources=corpus.sources) is None


def test_an_entry_without_an_exact_day_counts_from_the_last_possible_day(
    corpus: Corpus, briefing: Briefing
) -> None:
    days = {date: effective_date(entry(date), briefing, corpus.sources) for date in ("2031-02", "2031-05-19")}
    assert {date: str(day) for date, day in days.items()} == {
        "2031-02": "2031-02-28",
        "2031-05-19": "2031-05-19",
    }
    assert on(briefing, PartialDate(2031, 2, 27), entry("2031-02")) is None
    assert on(briefing, PartialDate(2031, 2, 28), entry("2031-02")) == entry("2031-02")


def test_an_entry_without_a_date_counts_from_the_day_of_its_first_evidence(
    corpus: Corpus, briefing: Briefing
) -> None:
    def day(**evidence: str) -> str:
        return str(effective_date(entry(evidence=[evidence]), briefing, corpus.sources))

    words = {"source": "lantern-2031-03-04", "reported": "The Night Line rejected it"}
    assert day(**words) == "2031-03-04"
    assert day(**words, said_on="2031-03-02") == "2031-03-02"
    assert day(**words, relation="background") == "2031-06-11"  # the newest event of the briefing
    assert on(briefing, PartialDate(1900), entry()) is None


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


def test_a_later_search_without_result_does_not_hide_an_earlier_position(briefing: Briefing) -> None:
    position, searched = entry("2031-03-04"), entry(stance="not-found", searched_until="2031-06-11")
    assert on(briefing, MAY, position, searched) == position


def track(*entries: Position) -> Track:
    """Return the track of a party with these entries on the issue of paid rest."""
    base = load(read_files(HARBOUR)[0])[0].briefings["night-closing"]
    own = tuple(item.model_copy(update={"issue": "paid-rest"}) for item in entries)
    file = base.positions["crews"].model_copy(update={"positions": own})
    return tracks(replace(base, positions={"crews": file}))["crews", "paid-rest"]


def not_found(date: str) -> Position:
    """Return an entry that says that nothing was found until a day."""
    return entry(stance="not-found", searched_until=date)


@pytest.mark.parametrize("absence", ["not-found", "not-stated"])
def test_finding_nothing_newer_is_no_change_of_a_position(absence: str) -> None:
    found = track(entry("2031-03-04"), entry(stance=absence, searched_until="2031-06-11"))
    assert found.current is not None
    assert found.current.stance == "supports"
    assert str(found.checked_until) == "2031-06-11"


def test_finding_nothing_newer_does_not_undo_a_withdrawal_or_a_refusal_to_answer() -> None:
    for last in (
        entry("2031-04-01", stance=None, withdrawn=True),
        entry(stance="declined", searched_until="2031-04-01"),
    ):
        found = track(entry("2031-03-04"), last, not_found("2031-06-11"))
        assert found.newest is not None
        assert found.newest.stance == last.stance
        assert str(found.checked_until) == "2031-06-11"


def test_a_refusal_to_answer_is_a_change() -> None:
    found = track(entry("2031-03-04"), entry(stance="declined", searched_until="2031-06-11"))
    assert found.newest is not None
    assert found.newest.absence == "declined"


def test_a_second_search_without_result_says_up_to_when_and_is_no_second_entry() -> None:
    found = track(not_found("2031-03-04"), not_found("2031-06-11"))
    assert len(found.entries) == 1
    assert str(found.checked_until) == "2031-06-11"


def test_a_position_that_was_found_later_is_current_and_not_yet_checked() -> None:
    found = track(entry("2031-03-04"), not_found("2031-04-01"), entry("2031-05-01", stance="opposes"))
    assert [position.stance for position in found.entries] == ["supports", "opposes"]
    assert found.checked_until is None


def test_a_position_may_say_itself_up_to_when_nothing_newer_was_found() -> None:
    assert str(track(entry("2031-03-04", searched_until="2031-06-11")).checked_until) == "2031-06-11"
    assert track(entry("2031-03-04")).checked_until is None


def test_an_undated_position_has_no_date_of_a_search() -> None:
    undated = track(entry(searched_until="2031-06-11"))
    assert undated.entries[0].date is None
    assert str(undated.checked_until) == "2031-06-11"


def test_the_days_of_tables_are_newest_first_and_unique(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    found = days_of_tables(today.tracks, briefing, corpus.sources)
    assert [str(day) for day in found] == [
        "2031-06-11",
        "2031-05-20",
        "2031-05-19",
        "2031-03-05",
        "2031-03-04",
    ]


def test_a_long_history_has_its_newest_days_and_the_last_day_of_each_month_before(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    old = next(track for track in today.tracks.values() if len(track.entries) > 1)
    every_day = [PartialDate(2030, month, day) for month in range(1, 13) for day in range(1, 29)]
    entries = tuple(
        old.entries[index % 2].model_copy(update={"as_of": day}) for index, day in enumerate(every_day)
    )
    long = {(old.party, old.issue): replace(old, entries=entries)}
    months = [PartialDate(2030, month, 28) for month in range(1, 13)]
    assert days_of_tables(long, briefing, corpus.sources) == tuple(
        sorted({*every_day[-MOST_DAYS:], *months}, reverse=True)
    )


def test_without_a_change_there_are_no_days_of_tables(
    corpus: Corpus, briefing: Briefing, today: BriefingAnalysis
) -> None:
    first = {key: replace(track, entries=track.entries[:1]) for key, track in today.tracks.items()}
    assert changes(briefing, first) == ()
    assert days_of_tables(first, briefing, corpus.sources) == ()


def test_an_entry_with_the_same_answers_and_claims_is_no_change(briefing: Briefing) -> None:
    def changed(**later: object) -> bool:
        first = entry("2031-03-04", issue="paid-rest", conditions=[{"text": "If the town pays."}])
        after = entry("2031-04-04", **{"issue": "paid-rest", "conditions": first.conditions} | later)
        return bool(changes(briefing, {("crews", "paid-rest"): Track("crews", "paid-rest", (first, after))}))

    assert not changed(statement="Said again.")
    assert changed(stance="opposes")
    assert changed(conditions=[{"text": "If the harbour pays."}])
