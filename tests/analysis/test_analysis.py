"""Positions, results, the order of issues, changes and sources."""

from collections import Counter
from itertools import combinations_with_replacement
from typing import Any

import pytest

from generator.analysis import BriefingAnalysis, CorpusAnalysis, analyse
from generator.analysis.history import Standing, tracks
from generator.analysis.results import Finding, finding, issue_order, results
from generator.analysis.stances import Stance, scale_stances, stance
from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import Briefing, BriefingFile, Corpus, Kind, PartialDate, PositionFile, Side
from tests.building import HARBOUR


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The example corpus."""
    files, errors = read_files(HARBOUR)
    loaded, more = load(files)
    assert (*errors, *more) == ()
    return loaded


@pytest.fixture(scope="module")
def analysis(corpus: Corpus) -> CorpusAnalysis:
    """Its analysis."""
    return analyse(corpus)


@pytest.fixture(scope="module")
def closing(analysis: CorpusAnalysis) -> BriefingAnalysis:
    """The analysis of the briefing on the night closing."""
    return analysis.briefings["night-closing"]


def about_one_issue() -> dict[str, Any]:
    """Return the content of a briefing with one party and one issue."""
    return {
        "title": "T",
        "question": "Q",
        "status": "active",
        "as_of": "2031",
        "reviewed_on": "2031",
        "parties": ["a"],
        "key_points": {"where_it_stands": {"text": "A"}},
        "issues": {"i": {"title": "I", "question": "Q", "propositions": {"p": {"text": "P"}}}},
    }


def briefing_with(*levels: tuple[str, str]) -> Briefing:
    """Return a briefing whose scale has these codes and sides, or the default scale."""
    about = about_one_issue()
    if levels:
        about["scale"] = [{"code": code, "label": code.title(), "side": side} for code, side in levels]
    return Briefing("b", BriefingFile.model_validate(about), {})


def finding_by_table(stances: list[Stance]) -> Finding:
    """Apply the table of the method page, row by row."""
    count = Counter(stance.side for stance in stances)
    rows = {
        Finding.FOR_AND_AGAINST: count[Side.FOR] >= 1 and count[Side.AGAINST] >= 1,
        Finding.NONE_FOR: count[Side.AGAINST] >= 1 and len(stances) >= 2,
        Finding.NONE_AGAINST: len(stances) >= 2,
        Finding.ONE_POSITION: len(stances) == 1,
        Finding.NOTHING: True,
    }
    return next(row for row, holds in rows.items() if holds)


SCALES = [
    briefing_with(),
    briefing_with(("agree", "for"), ("neutral", "between"), ("disagree", "against")),
    briefing_with(("yes", "for"), ("rather-yes", "for"), ("mixed", "between"), ("no", "against")),
]


@pytest.mark.parametrize("briefing", SCALES, ids=["default", "one code a side", "two for, one against"])
def test_a_result_follows_the_documented_table(briefing: Briefing) -> None:
    levels = scale_stances(briefing.about.scale)
    found = set()
    for size in range(5):
        for stances in combinations_with_replacement(levels, size):
            assert finding(stances) is finding_by_table(list(stances)), stances
            found.add(finding(stances))
    named = {Finding.SAME, Finding.SOME_SAME, Finding.DIFFERENT}
    assert found == set(Finding) - {Finding.UNCLEAR, *named}


def test_without_a_clear_position_the_result_says_whether_there_is_an_unclear_one() -> None:
    assert [finding((), unclear=unclear) for unclear in (True, False)] == [Finding.UNCLEAR, Finding.NOTHING]


def answers(*stances: str, basis: str = "stated") -> Briefing:
    """Return a briefing with an issue for each of `stances`, the answers of parties a, b and c: `supports rejects unclear`."""
    about = about_one_issue() | {"parties": ["a", "b", "c"]}
    one = about["issues"]["i"]
    about["issues"] = {f"i{number}": one for number in range(len(stances))}
    files = {
        party: PositionFile.model_validate({
            "party": party,
            "positions": [
                {"issue": f"i{number}", "stance": codes.split()[index], "basis": basis}
                for number, codes in enumerate(stances)
            ],
        })
        for index, party in enumerate("abc")
    }  # fmt: skip
    return Briefing("b", BriefingFile.model_validate(about), files)


def test_disputed_issues_come_first_and_then_those_with_more_positions() -> None:
    found = answers(
        "not-found not-found not-found",
        "unclear not-found not-found",
        "supports not-found not-found",
        "supports conditional not-found",
        "accepts conditional supports",
        "rejects opposes rejects",
        "supports rejects not-found",
    )
    order = issue_order(found, results(found, tracks(found)))
    assert order == ("i6", "i4", "i5", "i3", "i2", "i1", "i0")


def test_a_result_counts_the_inferred_positions_clear_or_unclear() -> None:
    briefing = answers("supports unclear not-found", basis="inferred")
    (found,) = results(briefing, tracks(briefing))
    assert (found.positions, found.unclear, sorted(found.inferred)) == (1, ("b",), ["a", "b"])


def test_the_outermost_codes_of_each_side_are_its_ends() -> None:
    forms = [level.form for level in scale_stances(SCALES[0].about.scale)]
    assert forms == ["for-end", "for", "between", "against", "against-end"]
    assert [level.form for level in scale_stances(SCALES[1].about.scale)] == [
        "for-end",
        "between",
        "against-end",
    ]


@pytest.mark.parametrize("code", ["unclear", "not-stated", "declined", "not-found", "withdrawn"])
def test_a_stance_off_the_scale_is_not_counted(code: str) -> None:
    assert not stance(SCALES[0], "i", code).on_scale


def test_parties_off_the_scale_are_listed_but_not_counted(closing: BriefingAnalysis) -> None:
    permanent, trial = (item for item in closing.results if item.issue == "closing")
    assert permanent.finding is Finding.FOR_AND_AGAINST
    assert [(stance.code, parties) for stance, parties in permanent.not_counted] == [
        ("unclear", ("harbour-council",)),
        ("not-stated", ("crews",)),
    ]
    assert trial.finding is Finding.NONE_AGAINST


def test_a_withdrawn_position_is_not_current(closing: BriefingAnalysis) -> None:
    track = closing.tracks["crews", "paid-rest"]
    assert track.current is None
    assert track.newest is not None
    assert track.standing(track.newest) is Standing.WITHDRAWN
    cell = next(
        c for row in closing.matrix if row.issue == "paid-rest" for c in row.cells if c.party == "crews"
    )
    assert [stance.code for _, stance in cell.stances] == ["withdrawn"]


def test_the_newest_entry_is_current_and_the_older_ones_are_superseded(closing: BriefingAnalysis) -> None:
    track = closing.tracks["night-line", "closing"]
    assert [str(entry.as_of) for entry in track.entries] == ["2031-03-04", "2031-05-19"]
    assert [track.standing(entry) for entry in track.entries] == [Standing.SUPERSEDED, Standing.CURRENT]


def test_changes_are_newest_first_without_first_entries(analysis: CorpusAnalysis) -> None:
    dates = [change.date for change in analysis.changes]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == 5
    assert analysis.changes[0].date == PartialDate(2031, 6, 11)


def test_sources_of_one_origin_count_once_as_independent(closing: BriefingAnalysis) -> None:
    assert len(closing.coverage.sources) == 5
    assert closing.coverage.independent == 4
    # The oldest has number 1.
    assert closing.coverage.number("gull-2031-02-10") == 1


def test_a_cell_counts_only_the_passages_that_support_it(closing: BriefingAnalysis) -> None:
    cell = next(
        c
        for row in closing.matrix
        if row.issue == "noise-limit"
        for c in row.cells
        if c.party == "harbour-council"
    )
    # A second one contradicts.
    assert cell.counts == ((Kind.REPORTED, 1),)


def test_each_source_lists_all_its_uses(corpus: Corpus, analysis: CorpusAnalysis) -> None:
    uses = [use for found in analysis.uses.values() for use in found]
    assert {use.evidence.source for use in analysis.uses["gull-2031-02-10"]} == {"gull-2031-02-10"}
    assert {use.briefing for use in analysis.uses["gull-2031-02-10"]} == {"night-closing", "lighthouse"}
    text = b"".join(raw for path, raw in read_files(HARBOUR)[0].items() if path.startswith("briefings/"))
    assert len(uses) == text.count(b"source: ")
    assert set(analysis.uses) == set(corpus.sources)
