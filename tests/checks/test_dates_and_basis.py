"""Dates and the basis of positions against their evidence; searches without a result after a position."""

import pytest

from generator.pipeline import examine
from tests.test_cases import project

DRIVERS = "briefings/bridge/positions/drivers.yml"
REPORTED = "{source: report, reported: wants the bridge to be wider%s}"


def codes(*entries: str, published: str = "") -> list[str]:
    """Return the codes of the diagnostics for a position file of the drivers with these entries."""
    files = project()
    text = "party: drivers\npositions:\n" + "".join(f"  - {{issue: width, {entry}}}\n" for entry in entries)
    about = files["seeds/report.yml"].decode() + (f"\npublished: {published}\n" if published else "")
    found = examine(files | {DRIVERS: text.encode(), "seeds/report.yml": about.encode()}).diagnostics
    return [item.code for item in found if not item.code.startswith("I")]


def position(date: str = "", *, said_on: str = "", more: str = "") -> str:
    """Return an entry with a reported sentence."""
    evidence = REPORTED % (f", said_on: {said_on}" if said_on else "")
    as_of = f"as_of: {date}, " if date else ""
    statement = "statement: The report says that the club wants it."
    return f"stance: supports, {as_of}{statement}, {more}evidence: [{evidence}]"


@pytest.mark.parametrize(
    ("date", "published", "said_on"),
    [
        ("2031-05-02", "2031-05-01", ""),
        ("2031-05", "2031-04-30", ""),
        ("2031-05-02", "2031-04", ""),
        ("2031-05-02", "2031-05-02", "2031-05-01"),
        ("2031-05-02", "", "2031-04-30"),
    ],
)
def test_a_date_that_is_certainly_later_than_all_evidence_is_a_warning(
    date: str, published: str, said_on: str
) -> None:
    assert codes(position(date, said_on=said_on), published=published) == ["W473"]


@pytest.mark.parametrize(
    ("date", "published", "said_on"),
    [
        ("2031-05-02", "2031-05-02", ""),
        ("2031-05-02", "2031-05-03", ""),
        ("2031-05-02", "2031-05", ""),
        ("2031-05", "2031-05-01", ""),
        ("2031", "2031-04-01", ""),
        ("2031-05-02", "2031", ""),
        ("2031-05-02", "", ""),
        ("2031-05-01", "2031-05-02", "2031-05-01"),
        ("", "2031-05-02", ""),
    ],
)
def test_a_date_that_may_be_that_of_the_evidence_is_right(date: str, published: str, said_on: str) -> None:
    assert codes(position(date, said_on=said_on), published=published) == []


def test_newer_evidence_of_a_condition_supports_the_date() -> None:
    condition = (
        f"conditions: [{{text: The club says why., evidence: [{REPORTED % ', said_on: 2031-05-02'}]}}], "
    )
    assert codes(position("2031-05-02", said_on="2031-05-01", more=condition), published="2031-05-02") == []


def test_a_position_without_a_date_is_allowed() -> None:
    assert codes(position()) == []


def test_entries_of_which_one_has_no_date_are_in_no_order() -> None:
    assert codes(position(), position("2031-05-01")) == ["E410"]


@pytest.mark.parametrize("date", ["", "2031-05", "2031"])
def test_a_position_that_may_be_newer_than_the_search_is_right(date: str) -> None:
    assert codes(position(date), "stance: not-found, searched_until: 2031-05-01") == []


def test_a_position_found_after_a_search_without_result_is_right() -> None:
    assert codes("stance: not-found, searched_until: 2031-04-01", position("2031-05-01")) == []


@pytest.mark.parametrize(
    ("stance", "found"), [("not-found", ["W474"]), ("not-stated", ["W474"]), ("declined", [])]
)
def test_a_search_without_result_ends_no_position(stance: str, found: list[str]) -> None:
    assert codes(position("2031-05-01"), f"stance: {stance}, searched_until: 2031-05-02") == found


def test_a_second_search_without_result_needs_no_other_way() -> None:
    searches = [f"stance: not-found, searched_until: 2031-0{month}-01" for month in (4, 5)]
    assert codes(*searches) == []


def test_a_search_on_the_day_of_the_position_is_still_an_error() -> None:
    assert codes(position("2031-05-02"), "stance: not-found, searched_until: 2031-05-02") == ["E410"]


@pytest.mark.parametrize(("basis", "found"), [("stated", ["W472"]), ("reported", []), ("inferred", [])])
def test_stated_needs_own_words(basis: str, found: list[str]) -> None:
    assert codes(position("2031-05-01", more=f"basis: {basis}, ")) == found


def test_a_missing_source_is_reported_alone() -> None:
    entry = position("2031-05-01", more="basis: stated, ").replace("source: report", "source: repost")
    assert codes(entry) == ["E207"]
