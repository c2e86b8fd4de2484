"""Positions, convergence, changes and sources."""

from itertools import combinations_with_replacement

import pytest

from generator.analysis import BriefingAnalysis, CorpusAnalysis, analyse
from generator.analysis.convergence import Result, result
from generator.analysis.history import Standing
from generator.analysis.stances import Stance, scale_stances, stance
from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import Briefing, BriefingFile, Corpus, Kind, PartialDate, Side
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


def briefing_with(*levels: tuple[str, str]) -> Briefing:
    """Return a briefing whose scale has these codes and sides, or the default scale."""
    about: dict[str, object] = {
        "title": "T",
        "question": "Q",
        "status": "active",
        "as_of": "2031",
        "reviewed_on": "2031",
        "parties": ["a"],
        "key_points": {"where_it_stands": {"text": "A"}},
        "issues": {"i": {"title": "I", "question": "Q", "propositions": {"p": {"text": "P"}}}},
    }
    if levels:
        about["scale"] = [{"code": code, "label": code.title(), "side": side} for code, side in levels]
    return Briefing("b", BriefingFile.model_validate(about), {})


def result_by_table(stances: list[Stance]) -> Result:
    """Apply the table of the format reference, row by row."""
    sides = [stance.side for stance in stances]
    ends = {stance.form for stance in stances if stance.form.endswith("-end")}
    rows = {
        Result.TOO_LITTLE: len(stances) < 2,
        Result.COMMON_GROUND: all(side is Side.FOR for side in sides),
        Result.WITHIN_REACH: Side.AGAINST not in sides and Side.BETWEEN in sides,
        Result.RULED_OUT: all(side is Side.AGAINST for side in sides),
        Result.DEADLOCKED: len(ends) == 2,
        Result.CONTESTED: Side.AGAINST in sides and {Side.FOR, Side.BETWEEN} & set(sides) != set(),
    }
    return next(row for row, holds in rows.items() if holds)


SCALES = [
    briefing_with(),
    briefing_with(("agree", "for"), ("neutral", "between"), ("disagree", "against")),
    briefing_with(("yes", "for"), ("rather-yes", "for"), ("mixed", "between"), ("no", "against")),
]


@pytest.mark.parametrize("briefing", SCALES, ids=["default", "one code a side", "two for, one against"])
def test_convergence_follows_the_documented_table(
    briefing: Briefing,
) -> None:
    levels = scale_stances(briefing.about.scale)
    found = set()
    for size in range(5):
        for stances in combinations_with_replacement(levels, size):
            assert result(stances) == result_by_table(list(stances)), stances
            found.add(result(stances))
    named = {Result.SAME, Result.SOME_SAME, Result.DIFFERENT}
    assert found >= set(Result) - {Result.CONTESTED, *named}


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
    permanent, trial = (item for item in closing.convergence if item.issue == "closing")
    assert permanent.result is Result.DEADLOCKED
    assert [(stance.code, parties) for stance, parties in permanent.not_counted] == [
        ("unclear", ("harbour-council",)),
        ("not-stated", ("crews",)),
    ]
    assert trial.result is Result.COMMON_GROUND


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
