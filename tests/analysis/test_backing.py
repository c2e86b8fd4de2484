"""How well sources support each position, and how much of each party is shown."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.analysis.backing import Backing, Gap, backing
from generator.analysis.treatment import SpeakerCount, Treatment
from generator.content.files import read_files
from generator.content.model import Kind, PartialDate, SourceStatus
from generator.content.model.uses import uses
from generator.edit.status import status
from generator.pipeline import examine, site_of
from generator.site.pages.views import Views
from generator.site.site import Site
from tests.building import HARBOUR, ROOT, TODAY

POSITIONS = "briefings/night-closing/positions"
BRIEFING = "briefings/night-closing/briefing.yml"
GULL, LANTERN, TIDE = "gull-2031-02-10", "lantern-2031-03-04", "tide-2031-03-05"
CORRECTED = "lantern-2031-06-11"


def harbour(path: str = BRIEFING, old: str = "", new: str = "") -> Site:
    """Return the example corpus with `old` replaced by `new` in a file."""
    files = dict(read_files(HARBOUR)[0])
    if old:
        assert files[path].count(old.encode()) == 1
        files[path] = files[path].replace(old.encode(), new.encode())
    return site_of(examine(files))


def cells(site: Site, today: dt.date = TODAY) -> Mapping[tuple[str, str], Backing]:
    """Return the backing of every position of the briefing on the night closing, by (party, issue)."""
    briefing = site.corpus.briefings["night-closing"]
    found = backing(briefing, site.analysis.briefings["night-closing"].tracks, site.corpus.sources, today)
    return {(cell.party, cell.issue): cell for cell in found}


def treatments(site: Site, slug: str = "night-closing") -> Mapping[str, Treatment]:
    """Return the counts for each party."""
    return {treatment.party: treatment for treatment in site.analysis.briefings[slug].treatment}


def with_evidence(*evidence: str) -> Site:
    """Return the corpus in which the crews support paid rest, with this evidence."""
    text = f"""party: crews
positions:
  - issue: paid-rest
    stance: supports
    as_of: 2031-03-04
    basis: reported
    statement: The union wants paid rest.
    evidence:
{"".join(f"      - {{{item}}}" + chr(10) for item in evidence)}"""
    files = dict(read_files(HARBOUR)[0])
    files[f"{POSITIONS}/crews.yml"] = text.encode()
    return site_of(examine(files))


WANTS = f'source: {LANTERN}, reported: "It wants *paid* rest whatever the council decides"'
BACKS = f"source: {TIDE}, reported: the council backs a night closing"
DOCKS = f"source: {GULL}, reported: The last ferry docks at ten past two"


@pytest.mark.parametrize(
    ("evidence", "gaps", "sources", "independent"),
    [
        ([WANTS], [Gap.ONE_SOURCE], 1, 1),
        ([WANTS, BACKS], [Gap.ONE_ORIGIN], 2, 1),
        ([WANTS, DOCKS], [], 2, 2),
        ([WANTS, BACKS, DOCKS], [], 3, 2),
        ([WANTS, f"{DOCKS}, relation: background"], [Gap.ONE_SOURCE], 1, 1),
    ],
)
def test_sources_that_support_a_position_are_counted_with_their_origins(
    evidence: list[str], gaps: list[Gap], sources: int, independent: int
) -> None:
    cell = cells(with_evidence(*evidence))["crews", "paid-rest"]
    assert (list(cell.gaps), cell.sources, cell.independent) == (gaps, sources, independent)
    assert cell.solid == (independent > 1)


@pytest.mark.parametrize(
    "cell",
    [("crews", "closing"), ("crews", "noise-limit"), ("islanders", "noise-limit"), ("crews", "paid-rest")],
)
def test_an_absence_or_a_withdrawal_is_not_a_position(cell: tuple[str, str]) -> None:
    assert cells(harbour())[cell].gaps == (Gap.NO_POSITION,)


def test_absences_on_all_propositions_are_not_a_position() -> None:
    site = harbour(f"{POSITIONS}/night-line.yml", "{permanent: rejects, trial: accepts}", "{permanent: not-stated, trial: not-found}")  # fmt: skip
    assert cells(site)["night-line", "closing"].gaps == (Gap.NO_POSITION,)
    assert treatments(site)["night-line"].positions == treatments(harbour())["night-line"].positions - 1


def test_an_inferred_position_has_a_gap() -> None:
    site = harbour(f"{POSITIONS}/night-line.yml", "2031-03-05\n    basis: reported", "2031-03-05\n    basis: inferred")  # fmt: skip
    assert cells(site)["night-line", "noise-limit"].gaps == (Gap.INFERRED, Gap.ONE_SOURCE)
    assert Gap.INFERRED not in cells(harbour())["night-line", "noise-limit"].gaps


def test_a_position_lists_the_status_of_sources_cited_by_it_and_its_claims() -> None:
    # The corrected source contradicts the position, but is listed too.
    council = cells(harbour())["harbour-council", "noise-limit"]
    assert (council.statuses, Gap.UNUSABLE in council.gaps) == ((SourceStatus.CORRECTED,), True)
    line = cells(harbour())["night-line", "noise-limit"]
    assert (line.statuses, Gap.UNUSABLE in line.gaps) == ((), False)
    site = harbour(f"{POSITIONS}/night-line.yml", f"source: {TIDE}, reported: if the town paid", f"source: {CORRECTED}, reported: the noise limit would be 58 dB(A)}}, {{source: {TIDE}, reported: if the town paid")  # fmt: skip
    assert cells(site)["night-line", "noise-limit"].statuses == (SourceStatus.CORRECTED,)


@pytest.mark.parametrize("status", [SourceStatus.CORRECTED, SourceStatus.WITHHELD, SourceStatus.CANCELLED])
def test_every_status_that_is_not_usable_is_listed(status: SourceStatus) -> None:
    site = harbour(f"seeds/{TIDE}.yml", "publish: excerpt", f"status: {status}\nstatus_note: A reason.")
    assert cells(site)["night-line", "noise-limit"].statuses == (status,)


@pytest.mark.parametrize(
    ("today", "stale"),
    [
        (dt.date(2031, 8, 11), 0),  # 60 days after the review
        (dt.date(2031, 8, 12), 12),
    ],
)
def test_a_review_is_overdue_after_the_days_that_the_briefing_sets(today: dt.date, stale: int) -> None:
    assert sum(Gap.STALE in cell.gaps for cell in cells(harbour(), today).values()) == stale


def test_an_entry_with_a_later_review_is_not_overdue() -> None:
    closing = "{issue: closing, stance: not-stated,"
    site = harbour(f"{POSITIONS}/crews.yml", closing, f"{closing} reviewed_on: 2031-08-01,")
    overdue = {key for key, cell in cells(site, dt.date(2031, 9, 1)).items() if Gap.STALE in cell.gaps}
    assert overdue == set(cells(site)) - {("crews", "closing")}


def test_a_briefing_without_an_interval_is_never_overdue() -> None:
    site = harbour(BRIEFING, "review_every: 60\n")
    assert not any(Gap.STALE in cell.gaps for cell in cells(site, dt.date(2050, 1, 1)).values())


def test_a_review_after_the_end_of_the_calendar_is_due_on_its_last_day() -> None:
    files, today = dict(read_files(HARBOUR)[0]), dt.date(2050, 1, 1)
    files[BRIEFING] = files[BRIEFING].replace(b"reviewed_on: 2031-06-12", b"reviewed_on: 9999-12-31")
    examined = examine(files, today=today)
    briefing = examined.content.corpus.briefings["night-closing"]
    assert "the next review is due on 9999-12-31." in "\n".join(status(examined))
    assert not Views(site_of(examined), briefing).is_overdue


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["real", "harbour"])
def test_every_party_is_counted_with_all_passages_of_its_entries(root: Path) -> None:
    site = site_of(examine(*read_files(root)))
    for slug, briefing in site.corpus.briefings.items():
        found = treatments(site, slug)
        assert tuple(found) == briefing.about.parties
        for party, treatment in found.items():
            cited = {use.evidence.selector for use in uses(briefing) if use.party == party}
            assert sum(treatment.passages.values()) == len(cited)
            assert treatment.sources == len({selector.source for selector in cited})


def test_words_dates_and_positions_are_counted() -> None:
    found = treatments(harbour())
    islanders, crews = found["islanders"], found["crews"]
    assert (islanders.positions, crews.positions) == (1, 0)
    assert islanders.passages == {Kind.QUOTE: 4, Kind.REPORTED: 1}
    # better than nothing, and less than we need; quiet from midnight to five; We ask for one thing; accept the trial
    assert islanders.words == 8 + 5 + 5 + 3
    assert (islanders.oldest, islanders.newest) == (PartialDate(2031, 2, 10), PartialDate(2031, 6, 11))
    # The paper was published on the next day.
    line = found["night-line"]
    assert (line.oldest, line.newest) == (PartialDate(2031, 2, 10), PartialDate(2031, 5, 20))


def test_sources_of_one_origin_count_once_for_a_party() -> None:
    council = treatments(harbour())["harbour-council"]
    assert (council.sources, council.independent) == (3, 2)


def test_speakers_are_sorted_by_quotes_with_nobody_named_last() -> None:
    assert treatments(harbour())["night-line"].voices == (
        SpeakerCount("olav-brandt", 4, 3),
        SpeakerCount(None, 0, 2),
    )
    assert treatments(harbour())["crews"].voices == (SpeakerCount(None, 0, 2),)


def test_a_party_without_entries_has_no_counts() -> None:
    files = dict(read_files(HARBOUR)[0])
    del files[f"{POSITIONS}/crews.yml"]
    crews = treatments(site_of(examine(files)))["crews"]
    assert (crews.positions, crews.words, crews.sources, crews.voices) == (0, 0, 0, ())
    assert crews.oldest is None
    assert crews.newest is None
