"""Definitions, reasons, scales of issues, options and amounts on pages."""

import re

from tests.site.pages.changed import pages_with

BOATS = "briefings/boats"
COUNCIL = f"{BOATS}/positions/harbour-council.yml"
NIGHT_LINE = f"{BOATS}/positions/night-line.yml"
CREWS = f"{BOATS}/positions/crews.yml"
CLOSING = "briefings/night-closing/issues/closing.md"


def row(page: str, title: str) -> str:
    """Return the row of the table at a glance with this title."""
    return next(part for part in page.split("<tr ") if f">{title}</span>" in part)


def block(page: str, issue: str) -> str:
    """Return the block of an issue."""
    return page.split(f"#bb-block-{issue} ")[1].split("\n#", maxsplit=1)[0]


def test_a_row_shows_the_amount_with_a_letter_in_place_of_the_mark_of_a_stance() -> None:
    page = pages_with()[f"{BOATS}/index.md"]
    cell = row(page, "Number of boats").split("<td ")[1]
    assert '<i class="bb-letter">B</i>' in cell
    assert ">3 boats</span>" in cell
    assert (
        '<i class="bb-letter">B</i>'
        in block(page, "boats").split("Harbour council</a> <span>3 boats</span>")[0]
    )


def test_a_result_says_how_many_parties_name_the_same() -> None:
    page = pages_with()[f"{BOATS}/index.md"]
    assert "2 of 4 name “3 boats”" in row(page, "Number of boats")
    assert "2 of 4 name “In the old harbour”" in row(page, "Berth")


def test_a_result_says_that_all_parties_name_the_same() -> None:
    crews = "stance: not-stated\n    searched_until: 2031-05-02", "amount: 3\n    as_of: 2031-05-02"
    words = "and gave no number.", "\n    evidence: [{source: gull-2031-05-02, reported: gave no number}]"
    pages = pages_with((CREWS, *crews), (CREWS, *words), (NIGHT_LINE, "amount: 2", "amount: 3.0"))
    assert "All 4 name “3 boats”" in row(pages[f"{BOATS}/index.md"], "Number of boats")


def test_each_group_of_parties_with_the_same_amount_is_named() -> None:
    crews = "stance: not-stated\n    searched_until: 2031-05-02", "amount: 2\n    as_of: 2031-05-02"
    words = "and gave no number.", "\n    evidence: [{source: gull-2031-05-02, reported: gave no number}]"
    page = pages_with((CREWS, *crews), (CREWS, *words))[f"{BOATS}/index.md"]
    assert "2 of 4 name “2 boats”; 2 of 4 name “3 boats”" in row(page, "Number of boats")


def test_a_result_says_that_each_party_names_another_amount() -> None:
    page = pages_with((NIGHT_LINE, "amount: 2", "amount: none"), (COUNCIL, "amount: 3", "amount: 4"))
    assert "Each names a different one" in row(page[f"{BOATS}/index.md"], "Number of boats")


def test_a_changed_amount_is_shown_with_the_one_before() -> None:
    pages = pages_with()
    for uri in (f"{BOATS}/changes.md", "changes.md"):
        assert "from **2 boats** to **3 boats**" in pages[uri]
    assert "from <b>2 boats</b> to <b>3 boats</b>" in pages[f"{BOATS}/index.md"]
    assert "**2 boats**: [Council]" in pages[f"{BOATS}/as-of/2031-04-30.md"]


def test_the_same_number_in_another_form_is_no_change() -> None:
    pages = pages_with((COUNCIL, "amount: 3", "amount: 2.0"))
    assert f"{BOATS}/changes.md" not in pages


def test_an_issue_with_options_lists_them_with_the_parties_that_name_them() -> None:
    page = pages_with()[f"{BOATS}/issues/berth.md"]
    assert "<b>At the ferry quay</b>: The boats lie where the ferries dock. – " in page
    assert re.search(r"<b>In the old harbour</b>.* – Islanders, Night Line</li>", page)


def test_an_issue_defines_each_stance_of_its_parties_once() -> None:
    pages = pages_with()
    definition = "The party can live with the proposition."
    assert pages[CLOSING].count(definition) == 1
    assert definition in pages["method.md"]


def test_a_party_without_an_entry_has_no_definition_of_a_result_that_nobody_recorded() -> None:
    page = pages_with((CREWS, "  - {issue: berth, stance: not-found, searched_until: 2031-05-02}\n", ""))
    assert "The stored sources contain no position" not in page[f"{BOATS}/issues/berth.md"]


def test_a_reason_is_marked_as_the_editors_own() -> None:
    pages = pages_with()
    assert '<p class="bb-why"><b>Why unclear:</b> The permanent closing is unclear' in pages[CLOSING]


def test_an_issue_is_shown_on_its_own_scale() -> None:
    pages = pages_with()
    page = pages["briefings/lighthouse/index.md"]
    assert ">expects them</span>" in row(page, "Guests")
    assert "these issues have their own scale: Guests." in pages["method.md"]


def test_words_of_options_and_amounts_are_not_translated() -> None:
    page = pages_with((f"{BOATS}/briefing.yml", "parties: [h", "language: de\nparties: [h"))
    assert "2 von 4 nennen „3 boats“" in row(page[f"{BOATS}/index.md"], "Number of boats")
    assert "bisher **2 boats**, jetzt **3 boats**" in page[f"{BOATS}/changes.md"]
