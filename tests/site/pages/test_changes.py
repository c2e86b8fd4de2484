"""Lists of changes, the history of an issue, and the tables of earlier days."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.content.files import read_files
from generator.content.model import Kind, PartialDate
from generator.content.model.uses import Role
from generator.pipeline import build_pages, examine, page_maker, plan_pages, site_of
from generator.site.pages import asof, changes, issue, links, overview
from generator.site.pages.changes import Day
from generator.site.pages.page import PlannedPage
from generator.site.site import Site
from tests.building import HARBOUR

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
    planned: PlannedPage = next(page for page in kind.pages(site) if page.uri == uri)
    return planned.make().context


def text(site: Site, uri: str) -> str:
    """Return the Markdown of the page at `uri`."""
    planned = {page.uri: page for page in plan_pages(site)}
    return page_maker(site, planned.values())(planned[uri]).markdown


def days(site: Site, uri: str = CLOSING) -> dict[str, Day]:
    """Return the days of a list of changes by date."""
    return {str(day.date): day for day in context(site, changes, uri)["days"]}


def test_changes_are_grouped_by_day_the_newest_first_without_first_positions(site: Site) -> None:
    found = days(site)
    assert list(found) == ["2031-06-12", "2031-06-11", "2031-05-20", "2031-05-19"]
    assert [line.party for line in found["2031-06-11"].changed] == ["Council", "Islanders"]


def test_a_correction_is_listed_on_its_day_and_not_as_a_change(site: Site) -> None:
    day = days(site)["2031-06-12"]
    assert [view.correction.now for view in day.corrections] == ["The noise limit is 55 dB(A)."]
    assert (day.changed, day.table) == ([], None)
    assert [view.views.about.title for view in days(site, "changes.md")["2031-06-12"].corrections] == [
        "The night closing of Halmsund harbour"
    ]


def test_the_list_of_the_site_ends_after_whole_days_and_leads_to_each_briefing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert context(site, changes, "changes.md")["older"] is None
    monkeypatch.setattr(changes, "MOST_CHANGES", 2)
    found = context(site, changes, "changes.md")
    assert [str(day.date) for day in found["days"]] == ["2031-06-12"], (
        "two changes of 11 June, of which one fits"
    )
    assert str(found["older"].date) == "2031-06-11"
    page = text(site, "changes.md")
    assert 'data-until="2031-06-11"' in page
    for title, place in found["older"].briefings:
        assert f"-   [{title}]({place.uri})" in page


def test_of_a_day_with_too_many_changes_the_list_of_the_site_has_the_first(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "all_corrections", lambda _: [])
    monkeypatch.setattr(changes, "MOST_CHANGES", 1)
    found = context(site, changes, "changes.md")
    assert [(str(day.date), len(day.changed)) for day in found["days"]] == [("2031-06-11", 1)]
    assert str(found["older"].date) == "2031-06-11"


def test_a_change_shows_proposition_stances_words_and_evidence_before_and_after(site: Site) -> None:
    (line,) = days(site)["2031-05-19"].changed
    (move,) = line.moves
    assert line.words(move) == "Night Line: from rejects to accepts"
    assert move.proposition == "The harbour closes at night for a trial of some months."
    words = {
        change: " ".join(run.text for run in line.statement if run.change == change)
        for change in ("same", "removed", "added")
    }
    assert words["same"] == "Olav Brandt said that the company would"
    assert words["removed"] == "not sail a single crossing under such rules."
    assert words["added"] == "take part in a trial; a permanent closing it still rejects."
    assert list(line.claims) == [Role.RED_LINE]
    assert {marker.target.uri for marker in line.after.markers} == {"sources/hafenbote-2031-05-20.md"}
    assert {marker.target.uri for marker in line.before.markers} == {
        "sources/lantern-2031-03-04.md",
        "sources/tide-2031-03-05.md",
    }


def test_a_change_in_the_same_words_is_not_shown_word_by_word() -> None:
    found = site_with(COUNCIL, again("opposes"))
    (line,) = days(found)["2031-06-10"].changed
    assert (line.statement, dict(line.claims)) == ((), {})
    (before, after) = (text(each, CLOSING).count("Word by word") for each in (site_with(), found))
    assert before == after > 0


def test_lists_of_changes_have_the_words_of_the_row_and_a_feed_the_party_itself_before_a_report(
    site: Site,
) -> None:
    (line,) = days(site)["2031-05-19"].changed
    assert [card.evidence.kind for card in line.evidence] == [Kind.QUOTE, Kind.REPORTED]
    for uri in (CLOSING, "changes.md"):
        page = text(site, uri)
        assert "Olav Brandt: <span" in page
        assert ">“Ein Probebetrieb ist kein Verbot” … “und wir werden ihn mitfahren”</span>" in page
        assert ">sie halte an ihrer Forderung nach bezahlten Ruhezeiten nicht länger fest</span>" in page, (
            "a report has no marks of a quote"
        )


def test_a_withdrawal_says_what_was_withdrawn(site: Site) -> None:
    (line,) = days(site)["2031-05-20"].changed
    (move,) = line.moves
    assert line.words(move) == "Crews: supports, now withdrawn"


def test_a_change_links_to_its_entry_even_when_it_was_superseded() -> None:
    found = days(site_with(COUNCIL, again("opposes") + again("supports", "2031-06-11")))
    targets = [
        line.after.target for day in found.values() for line in day.changed if line.issue == "Noise limit"
    ]
    assert [target.anchor for target in targets] == [
        "bb-party-harbour-council",
        "bb-entry-harbour-council--2031-06-10",
    ]


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
    assert [(move.before.code, move.after.code) for move in line.moves] == [
        ("not-stated", "opposes"),
        ("not-stated", "accepts"),
    ]
    assert line.bases is None
    assert {run.change for run in line.statement} == {"added"}


def again(stance: str, day: str = "2031-06-10", more: str = "") -> str:
    """Return a later entry of the council on the noise limit."""
    return f"""\
  - issue: noise-limit
    stance: {stance}
    as_of: {day}
    statement: The Lantern reports that the council proposes a limit of 55 dB(A) on the quay.
    evidence: [{{source: lantern-2031-06-11, reported: The council has voted for a trial}}]
{more}"""


def test_a_later_entry_that_changes_nothing_is_on_its_issue_but_in_no_list_of_changes() -> None:
    found = site_with(COUNCIL, again("supports"))
    assert "2031-06-10" not in days(found)
    page = text(found, "briefings/night-closing/issues/noise-limit.md")
    assert "Council: still" in page
    assert 'id="bb-entry-harbour-council--2031-03-04"' in page


def test_a_change_of_a_condition_alone_keeps_the_answer_and_names_both_bases() -> None:
    offer = "    basis: stated\n    offers: [{text: The town pays for ramps., evidence: [{source: lantern-2031-06-11, reported: The council has voted for a trial}]}]\n"
    (line,) = days(site_with(COUNCIL, again("supports", more=offer)))["2031-06-10"].changed
    (move,) = line.moves
    assert line.words(move) == "Council: still supports"
    assert list(line.claims) == [Role.OFFER]
    assert line.bases == ("Reported", "Stated")


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
    found = [line for day in context(site, changes, "changes.md")["days"] for line in day.changed]
    assert len(found) == len(site.analysis.changes)
    pages = {page.uri: page.markdown for page in build_pages(site)}
    for line in found:
        assert f"#{line.listed.anchor}" in pages["changes.md"]
        assert f"{{: #{line.listed.anchor} }}" in pages[line.listed.uri]
    assert len({line.listed for line in found}) == len(found)


def test_an_issue_shows_what_changed_and_the_evidence_of_the_superseded_position(site: Site) -> None:
    page = context(site, issue, "briefings/night-closing/issues/paid-rest.md")
    ((column, (change,)),) = page["changes"]
    assert column.party == "Crews"
    assert (str(change.change.date), str(change.before.position.date)) == ("2031-05-20", "2031-03-04")
    shown = text(site, "briefings/night-closing/issues/paid-rest.md")
    assert "evidence for the superseded position" in shown


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


def test_a_table_names_its_day_and_links_to_its_neighbours_and_to_today(site: Site) -> None:
    spec = next(page.make() for page in asof.pages(site) if "2031-05-19" in page.uri)
    assert spec.title == "Positions on 19 May 2031: The night closing of Halmsund harbour"
    assert not spec.searched
    assert (str(spec.context["earlier"]), str(spec.context["later"])) == ("2031-03-05", "2031-05-20")
    assert "[Positions today](../index.md)" in text(site, spec.uri)


def test_only_the_newest_table_says_that_it_equals_todays(site: Site) -> None:
    newest, older, *_ = [page for page in asof.pages(site) if "/night-closing/" in page.uri]
    assert "Nothing has changed since then." in text(site, newest.uri)
    assert "Nothing has changed since then." not in text(site, older.uri)


def test_a_table_has_each_proposition_with_the_parties_by_answer(site: Site) -> None:
    page = text(site, "briefings/night-closing/as-of/2031-05-19.md")
    trial = page.split("Proposition: The harbour closes at night for a trial of some months.")[-1]
    assert "**Conditional**: [Islanders](../issues/closing.md#bb-entry-islanders--2031-03-04)" in trial
    assert "**Accepts**: [Night Line](../issues/closing.md#bb-party-night-line)" in trial
    assert "1 party without a position" in trial


def test_the_size_of_a_table_does_not_grow_with_the_number_of_days() -> None:
    def page_with(days: int) -> str:
        entries = "".join(
            again("supports" if number % 2 else "opposes", f"2030-01-{number:02}")
            for number in range(1, days + 1)
        )
        return text(site_with(COUNCIL, entries), "briefings/night-closing/as-of/2031-03-05.md")

    assert len(page_with(20)) == len(page_with(2))


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
        page.make() for page in asof.pages(found) if page.uri == "briefings/night-closing/as-of/2031-05-31.md"
    )
    assert [line.issue for line in spec.context["changes"]] == ["Noise limit"]
    # The list of changes has it under the date as it is known, which leads to that table.
    assert days(found)["2031-05"].table == links.as_of_page("night-closing", PartialDate(2031, 5, 31))
