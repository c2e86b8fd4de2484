"""The matrix finds its way in many parties and issues: filters, order, heads that stay, and cells on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.crowd import write_crowd
from tests.browser.serving import serve
from tests.building import build

REAL = "briefings/ukraine-settlement/"
NIGHT = "briefings/night-closing/"
LIST = "briefings/list/"


@pytest.fixture(scope="module")
def real(real_site: Path) -> Iterator[str]:
    """The address of the real briefing."""
    with serve(real_site) as found:
        yield found + REAL


@pytest.fixture(scope="module")
def night(harbour_site: Path) -> Iterator[str]:
    """The address of a briefing of three issues, one with two proposals."""
    with serve(harbour_site) as found:
        yield found + NIGHT


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a briefing of twelve parties and forty issues."""
    with serve(build(write_crowd(tmp_path_factory.mktemp("crowd")))) as found:
        yield found + LIST


def titles(page: Page) -> list[str]:
    """Give the issues that the matrix shows, in order."""
    return page.locator(".bb-mx tbody tr:visible th a").all_inner_texts()


def tools(page: Page) -> Locator:
    """Give the filters of the matrix, once they answer."""
    expect(page.locator(".bb-sort").first).to_be_attached()
    return page.get_by_role("form", name="Filter and sort the table")


def matrix(page: Page) -> Locator:
    """Give the table."""
    return page.get_by_role("table", name="Stance of each party on each issue")


def field(page: Page, name: str) -> Locator:
    """Give a filter by its name."""
    form = page.get_by_role("form", name="Filter and sort the table")
    return form.get_by_role("searchbox" if name == "Issue" else "combobox", name=name, exact=True)


def test_the_order_is_the_declared_one_until_a_reader_asks_for_another(real: str, page: Page) -> None:
    page.goto(real)
    tools(page)
    declared = titles(page)
    assert len(declared) > 5
    head = matrix(page).get_by_role("columnheader", name="Issue Result")
    for wanted in (sorted(declared), sorted(declared, reverse=True), declared):
        head.get_by_role("button", name="Issue").click()
        assert titles(page) == wanted


def test_a_head_says_in_which_way_it_orders(real: str, page: Page) -> None:
    page.goto(real)
    tools(page)
    head = matrix(page).get_by_role("columnheader", name="Russia")
    for wanted in ("ascending", "descending"):
        head.get_by_role("button").press("Enter")
        expect(head).to_have_attribute("aria-sort", wanted)
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") is None


def test_a_party_s_stances_stand_in_the_order_of_the_scale_and_absences_last_both_ways(
    crowd: str, page: Page
) -> None:
    page.goto(crowd)
    tools(page)
    scale = ["Supports", "Accepts", "Conditional", "Opposes", "Rejects"]
    matrix(page).get_by_role("columnheader", name="Party 1", exact=True).get_by_role("button").click()
    for way in (scale, scale[::-1]):
        cells = page.locator(".bb-mx tbody tr").evaluate_all(
            "rows => rows.map(row => (row.querySelector('td[data-party=party-1]') || row.cells[1])"
            ".querySelector('.bb-st').innerText.trim().split(/\\s*\\n/)[0])"
        )
        places = [way.index(word) if word in way else len(way) for word in cells if word != "Accepts"]
        assert len(set(places)) > 2
        assert places == sorted(places)
        matrix(page).get_by_role("columnheader", name="Party 1", exact=True).get_by_role("button").click()


def test_results_stand_from_the_closest_to_the_least_known(real: str, page: Page) -> None:
    page.goto(f"{real}?order=result")
    tools(page)
    found = page.locator(".bb-mx .bb-cw").all_inner_texts()
    order = ["common ground", "within reach", "contested", "deadlocked", "ruled out", "too little evidence"]
    assert [order.index(word.strip()) for word in found] == sorted(
        order.index(word.strip()) for word in found
    )
    assert found[0].strip() == "common ground"


def test_a_stance_is_looked_for_in_all_parties_or_in_the_chosen_one(crowd: str, page: Page) -> None:
    page.goto(crowd)
    form = tools(page)
    field(page, "Stance").select_option("Rejects")
    everybody = titles(page)
    field(page, "Party").select_option("Party 1")
    one = titles(page)
    assert set(one) < set(everybody) < {f"Point {number} of the list" for number in range(1, 41)}
    for text in page.locator(".bb-mx tbody tr:visible td:visible").all_inner_texts():
        assert "Rejects" in text
    expect(form.get_by_role("status")).to_have_text(f"{len(one)} of 40 issues shown")


def test_a_cell_of_several_proposals_is_found_by_each_of_its_stances(crowd: str, page: Page) -> None:
    page.goto(f"{crowd}?issue=point+4+of&party=party-1")
    tools(page)
    assert titles(page) == ["Point 4 of the list"]
    words = page.locator(".bb-mx tbody tr:visible td:visible .bb-st").all_inner_texts()
    assert len(words) == 2
    for word in words:
        field(page, "Stance").select_option(word.split("\n")[0])
        assert titles(page) == ["Point 4 of the list"]


def test_a_row_that_nobody_speaks_to_is_found_by_its_absence_for_each_party(crowd: str, page: Page) -> None:
    page.goto(f"{crowd}?stance=not-found&party=party-3")
    tools(page)
    assert titles(page) == [f"Point {number}0 of the list" for number in range(1, 5)]
    assert page.locator(".bb-nobody:visible").first.get_attribute("colspan") == "1"


def test_results_can_be_chosen_and_all_be_shown_again(real: str, page: Page) -> None:
    page.goto(real)
    form = tools(page)
    everything = titles(page)
    field(page, "Result").select_option("deadlocked")
    assert titles(page) == ["Occupied territory"]
    field(page, "Issue").fill("nothing of this name")
    assert titles(page) == []
    form.get_by_role("button", name="Show all").click()
    expect(form.get_by_role("status")).to_have_text(f"{len(everything)} of {len(everything)} issues shown")
    assert titles(page) == everything


def test_an_address_gives_the_same_view_again(crowd: str, page: Page) -> None:
    page.goto(f"{crowd}#bb-positions")
    tools(page)
    field(page, "Stance").select_option("Rejects")
    field(page, "Party").select_option("Party 2")
    for _ in range(2):
        matrix(page).get_by_role("columnheader", name="Issue Result").get_by_role(
            "button", name="Issue"
        ).click()
    seen, address = titles(page), page.url
    assert address.endswith("?party=party-2&stance=rejects&order=-issue#bb-positions")
    page.goto("about:blank")
    page.goto(address)
    tools(page)
    assert titles(page) == seen
    expect(field(page, "Party")).to_have_value("party-2")


def test_an_address_that_names_what_is_not_there_shows_all(real: str, page: Page) -> None:
    page.goto(real)
    everything = titles(page)
    page.goto(f"{real}?party=nobody&stance=x'%5D&result=%22&order=-")
    tools(page)
    assert titles(page) == everything


def test_a_short_table_has_no_filters_and_names_withdrawn_positions_in_its_key(
    night: str, page: Page
) -> None:
    page.goto(night)
    assert len(titles(page)) == 3
    assert page.locator(".bb-tools").count() == 0
    expect(page.locator(".bb-key", has_text="Supports").first).to_contain_text("Withdrawn, no successor")
    expect(page.get_by_role("row", name=re.compile("Paid rest")).first).to_contain_text(
        "withdrawn, no successor"
    )


def test_a_position_that_rests_on_a_corrected_source_says_so(night: str, page: Page) -> None:
    page.goto(night)
    cell = page.get_by_role("row", name=re.compile("Noise limit")).first.locator(
        "td[data-party=harbour-council]"
    )
    expect(cell).to_contain_text("source corrected")


def test_the_heads_of_a_table_stay_in_sight(real: str, crowd: str, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 700})
    page.goto(real)
    page.locator(".bb-mx tbody tr").last.evaluate("row => row.scrollIntoView({ block: 'center' })")
    expect(matrix(page).get_by_role("columnheader", name="Russia")).to_be_in_viewport()
    page.goto(crowd)
    region = page.get_by_role("region", name="Stance of each party on each issue")
    region.focus()
    expect(region).to_be_focused()
    region.evaluate("one => one.scrollTo(one.scrollWidth, one.scrollHeight)")
    expect(matrix(page).get_by_role("columnheader", name="Party 12", exact=True)).to_be_in_viewport()
    expect(matrix(page).get_by_role("rowheader", name=re.compile("Point 40 "))).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 375])
def test_on_a_phone_issues_stand_below_one_another_and_filters_fold(
    crowd: str, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(crowd)
    form = tools(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(field(page, "Party")).to_be_hidden()
    fold = form.get_by_role("button", name="Filter and sort")
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    field(page, "Party").select_option("Party 7")
    cells = page.locator(".bb-mx tbody tr").first.locator("td:visible")
    expect(cells).to_have_count(1)
    assert cells.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Party 7"'
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_table_is_whole_and_its_statements_open(real: str, page: Page) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    try:
        plain = context.new_page()
        plain.goto(real)
        expect(plain.locator(".bb-tools")).to_be_hidden()
        expect(matrix(plain).get_by_role("columnheader", name="Issue and result")).to_be_visible()
        plain.get_by_role("button", name="Statement: Ukraine, Occupied territory").click()
        shown = plain.locator(".bb-pop:popover-open")
        expect(shown).to_contain_text("Ukraine, Occupied territory")
        plain.keyboard.press("Escape")
        expect(shown).to_have_count(0)
    finally:
        context.close()


def test_paper_shows_the_table_and_neither_filters_nor_folded_statements(crowd: str, page: Page) -> None:
    page.goto(crowd)
    tools(page)
    page.emulate_media(media="print")
    expect(page.locator(".bb-tools")).to_be_hidden()
    expect(page.locator(".bb-peek:visible")).to_have_count(0)
    expect(page.locator(".bb-mx tbody tr:visible")).to_have_count(40)
