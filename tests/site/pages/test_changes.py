"""Lists of changes, the history of an issue, and the tables of earlier days."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.content.files import read_files
from generator.content.model import PartialDate
from generator.content.model.uses import Role
from generator.pipeline import build_pages, examine, site_of
from generator.site.pages import asof, changes, issue, links, overview
from generator.site.pages.changes import Day
from generator.site.pages.page import PageSpec
from generator.site.pages.position_changes import ChangeView
from generator.site.site import Site
from tests.building import HARBOUR, ROOT

COUNCIL = "harbour-council"
CLOSING = "briefings/night-closing/changes.md"


def site_with(party: str = "crews", entries: str = "", absent: str = "2031-06-11") -> Site:
    """Return the harbour example with entries of a party added, and its absences searched until another day."""
    files, _ = read_files(HARBOUR)
    path = f"briefings/night-closing/positions/{party}.yml"
    text = files[path].replace(b"searched_until: 2031-06-11", f"searched_until: {absent}".encode())
    return site_of(examine({**files, path: text + entries.encode()}, ()))


@pytest.fixture(scope="module")
def site() -> Site:
    """The harbour example, unchanged."""
    return site_with()


def context(site: Site, kind: Any, uri: str) -> Mapping[str, Any]:
    """Return the context of the page at `uri`."""
    spec: PageSpec = next(page for page in kind.pages(site) if page.uri == uri)
    return spec.context


def text(site: Site, uri: str) -> str:
    """Return the Markdown of the page at `uri`."""
    return next(page.markdown for page in build_pages(site) if page.uri == uri)


def days(site: Site, uri: str = CLOSING) -> dict[str, Day]:
    """Return the days of a list of changes by date."""
    return {str(day.date): day for day in context(site, changes, uri)["days"]}


def test_changes_are_grouped_by_day_the_newest_first(site: Site) -> None:
    found = days(site)
    assert list(found) == [
        "2031-06-12", "2031-06-11", "2031-05-20", "2031-05-19", "2031-03-05", "2031-03-04",
    ]  # fmt: skip
    assert [line.party for line in found["2031-06-11"].changed] == ["Council", "Islanders"]
    assert found["2031-06-11"].first == []
    assert [line.party for line in found["2031-03-05"].first] == ["Night Line"]


def test_a_correction_is_listed_on_its_day_and_not_as_a_change(site: Site) -> None:
    day = days(site)["2031-06-12"]
    assert [item.now for _, item in day.corrections] == ["The noise limit is 55 dB(A)."]
    assert (day.changed, day.first, day.table) == ([], [], None)
    assert [briefing.about.title for briefing, _ in days(site, "changes.md")["2031-06-12"].corrections] == [
        "The night closing of Halmsund harbour"
    ]


def test_a_change_shows_stances_words_and_evidence_before_and_after(site: Site) -> None:
    (line,) = days(site)["2031-05-19"].changed
    ((proposition, before, after),) = line.moves
    assert before is not None
    assert (proposition, before.code, after.code) == ("On trial", "rejects", "accepts")
    words = {
        change: " ".join(run.text for run in line.statement if run.change == change)
        for change in ("same", "removed", "added")
    }
    assert words["same"] == "Olav Brandt said that the company would"
    assert words["removed"] == "not sail a single crossing under such rules."
    assert words["added"] == "take part in a trial; a permanent closing it still rejects."
    assert list(line.claims) == [Role.RED_LINE]
    assert {marker.target.uri for marker in line.after.markers} == {"sources/hafenbote-2031-05-20.md"}
    assert line.before is not None
    assert {marker.target.uri for marker in line.before.markers} == {
        "sources/lantern-2031-03-04.md",
        "sources/tide-2031-03-05.md",
    }


def test_a_change_links_to_its_entry_even_when_it_was_superseded(site: Site) -> None:
    found = days(site)
    assert found["2031-06-11"].changed[0].after.target.anchor == "bb-party-harbour-council"
    assert found["2031-03-04"].first[0].after.target.anchor == "bb-entry-harbour-council--2031-03-04"


def test_a_position_that_replaces_an_absence_is_a_change() -> None:
    found = site_with(
        "crews",
        """\
  - issue: closing
    stance: {permanent: opposes, trial: accepts}
    as_of: 2031-06-10
    statement: The Lantern reports that the union wants paid rest.
    evidence: [{source: lantern-2031-03-04, reported: It wants *paid* rest whatever the council decides}]
""",
        absent="2031-05-01",
    )
    (line,) = days(found)["2031-06-10"].changed
    assert [(before and before.code, after.code) for _, before, after in line.moves] == [
        ("not-stated", "opposes"),
        ("not-stated", "accepts"),
    ]
    assert line.bases is None
    assert {run.change for run in line.statement} == {"added"}


def same_stance(basis: str) -> ChangeView:
    """Return the change when the council takes the same stance again, with another basis."""
    found = site_with(
        COUNCIL,
        f"""\
  - issue: noise-limit
    stance: supports
    basis: {basis}
    as_of: 2031-06-10
    statement: The Lantern reports that the council proposes a limit of 55 dB(A) on the quay.
    evidence: [{{source: lantern-2031-06-11, reported: The council has voted for a trial}}]
""",
    )
    assert "Stance: no change" in text(found, CLOSING)
    (line,) = days(found)["2031-06-10"].changed
    assert line.moves == ()
    return line


def test_a_new_entry_with_the_same_stance_says_so() -> None:
    line = same_stance("reported")
    assert line.bases is None
    assert {run.change for run in line.statement} == {"same"}


def test_a_change_of_the_basis_names_both_bases() -> None:
    assert same_stance("stated").bases == ("Reported", "Stated")


def test_markup_in_a_statement_is_escaped_in_its_changes() -> None:
    found = site_with(
        COUNCIL,
        """\
  - issue: noise-limit
    stance: opposes
    as_of: 2031-06-10
    statement: <script>alert(1)</script> **not** bold
    evidence: [{source: lantern-2031-06-11, reported: The council has voted for a trial}]
""",
    )
    for uri in (CLOSING, "briefings/night-closing/issues/noise-limit.md"):
        page = text(found, uri)
        assert "&lt;script&gt;alert(1)&lt;/script&gt; **not** bold" in page
        assert "<script>alert" not in page


def test_the_list_of_the_site_links_each_change_once(site: Site) -> None:
    found = [line for day in context(site, changes, "changes.md")["days"] for line in day.changed + day.first]
    assert len(found) == len(site.analysis.changes)
    pages = {page.uri: page.markdown for page in build_pages(site)}
    for line in found:
        assert f"#{line.listed.anchor}" in pages["changes.md"]
        assert f"{{: #{line.listed.anchor} }}" in pages[line.listed.uri]
    assert len({line.listed for line in found}) == len(found)


def test_an_issue_shows_the_entries_of_each_party_and_what_changed(site: Site) -> None:
    page = context(site, issue, "briefings/night-closing/issues/paid-rest.md")
    assert [(column.party, len(column.entries)) for column in page["columns"]] == [
        ("Council", 1),
        ("Islanders", 1),
        ("Night Line", 1),
        ("Crews", 2),
    ]
    assert [entry.superseded for entry in page["columns"][3].entries] == [True, False]
    ((column, (change,)),) = page["changes"]
    assert column.party == "Crews"
    assert (str(change.change.date), str(change.before.position.date)) == ("2031-05-20", "2031-03-04")
    lines = text(site, "briefings/night-closing/issues/paid-rest.md").split('<dl class="bb-track"')[1]
    assert lines.count('class="bb-was"') == lines.count('class="bb-ended"') == 1
    assert lines.count('<span class="bb-none">no position found</span>') == 2


def test_each_day_with_a_change_has_a_table(site: Site) -> None:
    uris = [page.uri for page in asof.pages(site) if "/night-closing/" in page.uri]
    assert uris == [
        f"briefings/night-closing/as-of/{day}.md"
        for day in ("2031-06-11", "2031-05-20", "2031-05-19", "2031-03-05", "2031-03-04")
    ]
    linked = [
        links.as_of_page("night-closing", day).uri
        for day in context(site, overview, "briefings/night-closing/index.md")["days"]
    ]
    assert linked == uris


def test_a_briefing_without_changes_has_no_tables_and_says_so() -> None:
    real = site_of(examine(*read_files(ROOT)))
    assert list(asof.pages(real)) == []
    for slug in real.corpus.briefings:
        assert "No position has changed yet." in text(real, links.briefing_page(slug).uri)


def test_a_table_names_its_day_and_links_to_its_neighbours_and_to_today(site: Site) -> None:
    spec = next(page for page in asof.pages(site) if "2031-05-19" in page.uri)
    assert spec.title == "Positions on 19 May 2031: The night closing of Halmsund harbour"
    assert not spec.searched
    assert (str(spec.context["earlier"]), str(spec.context["later"])) == ("2031-03-05", "2031-05-20")
    assert not spec.context["unchanged"]
    page = text(site, spec.uri)
    assert "are in [today’s table](../index.md#bb-positions)" in page
    assert '<b aria-current="page">19 May 2031</b>' in page


def test_the_newest_table_says_that_it_equals_todays(site: Site) -> None:
    newest, *_, oldest = asof.pages(site)
    assert newest.context["unchanged"]
    assert newest.context["later"] is None
    assert oldest.context["earlier"] is None
    assert "Nothing has changed since" in text(site, newest.uri)


def test_a_cell_of_an_earlier_day_links_to_the_entry_of_that_day(site: Site) -> None:
    page = context(site, asof, "briefings/night-closing/as-of/2031-05-19.md")
    cells = {cell.cell.party: cell for cell in page["rows"]["closing"].cells}
    assert cells["islanders"].current.target.anchor == "bb-entry-islanders--2031-03-04"
    assert cells["night-line"].current.target.anchor == "bb-party-night-line"


def test_an_entry_without_an_exact_day_counts_from_the_last_possible_day() -> None:
    found = site_with(
        COUNCIL,
        """\
  - issue: noise-limit
    stance: opposes
    as_of: 2031-05
    statement: The Lantern reports that the council proposes no limit.
    evidence: [{source: lantern-2031-03-04, reported: "The noise limit that the council proposes, 55 dB(A) on the quay"}]
""",
    )
    spec = next(
        page for page in asof.pages(found) if page.uri == "briefings/night-closing/as-of/2031-05-31.md"
    )
    assert [line.issue for line in spec.context["changes"]] == ["Noise limit"]
    assert "A position without an exact day" in text(found, spec.uri)
    assert "A position without an exact day" not in text(found, "briefings/night-closing/as-of/2031-05-20.md")
    # The list of changes has it under the date as it is known, which leads to that table.
    assert days(found)["2031-05"].table == links.as_of_page("night-closing", PartialDate(2031, 5, 31))


def test_many_days_are_folded_and_the_overview_links_the_newest() -> None:
    entries = "".join(
        f"""\
  - issue: noise-limit
    stance: supports
    as_of: 2030-{month:02}-01
    statement: Said {month} times.
    evidence: [{{source: lantern-2031-06-11, reported: The council has voted for a trial}}]
"""
        for month in range(1, 13)
    )
    found = site_with(COUNCIL, entries)
    page = context(found, overview, "briefings/night-closing/index.md")
    assert (len(page["days"]), page["older_days"]) == (6, 11)
    assert "[11 earlier days](as-of/" in text(found, "briefings/night-closing/index.md")
    assert "<summary>All days with changes</summary>" in text(
        found, "briefings/night-closing/as-of/2030-01-01.md"
    )
