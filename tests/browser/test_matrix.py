"""A reader finds a way through many parties and issues: filters, order, headers that stay in view, and a phone layout."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.crowd import ISSUES

REAL = "briefings/ukraine-settlement/"
# A briefing with three issues, one of them with two propositions.
NIGHT = "briefings/night-closing/"


def titles(page: Page) -> list[str]:
    """Return the issues that the matrix shows, in order."""
    return page.locator(".bb-mx tbody tr:visible th a").all_inner_texts()


def form(page: Page) -> Locator:
    """Return the form with the filters, as soon as they work."""
    expect(page.locator(".bb-sort").first).to_be_attached()
    return page.get_by_role("form", name="Filter and sort the table")


def table(page: Page) -> Locator:
    """Return the matrix."""
    return page.get_by_role("table", name="Stance of each party on each issue")


def header(page: Page, name: str) -> Locator:
    """Return a column header of the matrix."""
    return table(page).get_by_role("columnheader", name=name, exact=True)


def field(page: Page, name: str) -> Locator:
    """Return a filter by its name."""
    return form(page).get_by_role("searchbox" if name == "Issue" else "combobox", name=name, exact=True)


def sort_by(page: Page, name: str) -> None:
    """Click the button in a column header."""
    table(page).get_by_role("columnheader").get_by_role("button", name=name, exact=True).click()


def test_issues_keep_the_order_of_the_editors_until_a_reader_sorts_them(real_url: str, page: Page) -> None:
    page.goto(real_url + REAL)
    form(page)
    declared = titles(page)
    assert len(declared) > 5
    for expected in (sorted(declared), sorted(declared, reverse=True), declared):
        sort_by(page, "Issue")
        assert titles(page) == expected


def test_a_header_says_how_it_sorts(real_url: str, page: Page) -> None:
    page.goto(real_url + REAL)
    form(page)
    russia = header(page, "Russia")
    for expected in ("ascending", "descending"):
        russia.get_by_role("button").press("Enter")
        expect(russia).to_have_attribute("aria-sort", expected)
    russia.get_by_role("button").press("Enter")
    expect(russia).not_to_have_attribute("aria-sort", re.compile("."))


def test_stances_sort_in_the_order_of_the_scale_with_absences_last(crowd_url: str, page: Page) -> None:
    page.goto(crowd_url)
    form(page)
    scale = ["Supports", "Accepts", "Conditional", "Opposes", "Rejects"]
    for order in (scale, scale[::-1]):
        sort_by(page, "Party 1")
        cells = page.locator(".bb-mx tbody tr").evaluate_all(
            "rows => rows.map(row => (row.querySelector('td[data-party=party-1]') || row.cells[1])"
            ".querySelector('.bb-st').innerText.trim().split(/\\s*\\n/)[0])"
        )
        places = [order.index(word) if word in order else len(order) for word in cells if word != "Accepts"]
        assert len(set(places)) > 2
        assert places == sorted(places)


def test_results_sort_from_the_closest_to_the_least_known(real_url: str, page: Page) -> None:
    page.goto(f"{real_url}{REAL}?order=result")
    form(page)
    results = [word.strip() for word in page.locator(".bb-mx .bb-cw").all_inner_texts()]
    order = ["common ground", "within reach", "contested", "deadlocked", "ruled out", "too little evidence"]
    assert [order.index(word) for word in results] == sorted(order.index(word) for word in results)
    assert results[0] == "common ground"


def test_a_stance_is_found_in_all_parties_or_in_the_selected_party(crowd_url: str, page: Page) -> None:
    page.goto(crowd_url)
    field(page, "Stance").select_option("Rejects")
    of_all = titles(page)
    field(page, "Party").select_option("Party 1")
    of_party = titles(page)
    assert set(of_party) < set(of_all) < {f"Point {number} of the list" for number in range(1, ISSUES + 1)}
    for text in page.locator(".bb-mx tbody tr:visible td:visible").all_inner_texts():
        assert "Rejects" in text
    expect(form(page).get_by_role("status")).to_have_text(re.compile(f"^{len(of_party)} of {ISSUES} "))


def test_a_cell_with_several_propositions_is_found_by_each_of_its_stances(crowd_url: str, page: Page) -> None:
    page.goto(f"{crowd_url}?issue=point+4+of&party=party-1")
    form(page)
    assert titles(page) == ["Point 4 of the list"]
    stances = page.locator(".bb-mx tbody tr:visible td:visible .bb-st").all_inner_texts()
    assert len(stances) == 2
    for stance in stances:
        field(page, "Stance").select_option(stance.split("\n")[0])
        assert titles(page) == ["Point 4 of the list"]


def test_a_row_without_any_position_is_found_by_its_absence(crowd_url: str, page: Page) -> None:
    page.goto(f"{crowd_url}?stance=not-found&party=party-3")
    form(page)
    assert titles(page) == ["Point 10 of the list", "Point 20 of the list"]
    expect(page.locator(".bb-nobody:visible").first).to_have_attribute("colspan", "1")


def test_a_result_can_be_selected_and_all_issues_can_be_shown_again(real_url: str, page: Page) -> None:
    page.goto(real_url + REAL)
    form(page)
    everything = titles(page)
    field(page, "Result").select_option("deadlocked")
    assert titles(page) == ["Occupied territory"]
    field(page, "Issue").fill("nothing with this name")
    assert titles(page) == []
    form(page).get_by_role("button", name="Show all").click()
    assert titles(page) == everything


def test_a_url_shows_the_same_view_again(crowd_url: str, page: Page) -> None:
    page.goto(f"{crowd_url}#bb-positions")
    field(page, "Stance").select_option("Rejects")
    field(page, "Party").select_option("Party 2")
    sort_by(page, "Issue")
    sort_by(page, "Issue")
    expected, url = titles(page), page.url
    assert url.endswith("?party=party-2&stance=rejects&order=-issue#bb-positions")
    page.goto("about:blank")
    page.goto(url)
    form(page)
    assert titles(page) == expected
    expect(field(page, "Party")).to_have_value("party-2")


def test_a_url_with_unknown_values_shows_all_issues(real_url: str, page: Page) -> None:
    page.goto(real_url + REAL)
    everything = titles(page)
    page.goto(f"{real_url}{REAL}?party=nobody&stance=x'%5D&result=%22&order=-")
    form(page)
    assert titles(page) == everything


def test_a_column_without_stances_takes_no_part_in_the_filters(real_url: str, page: Page) -> None:
    def add_column(route: Route) -> None:
        before, start, after = route.fetch().text().partition('<table class="bb-mx')
        rows, end, rest = after.partition("</table>")
        rows = rows.replace("</tr>", "<td>Extra</td></tr>")
        route.fulfill(body=before + start + rows + end + rest, content_type="text/html")

    url = f"{real_url}{REAL}?stance=rejects&order=result"
    page.goto(url)
    form(page)
    expected = titles(page)
    page.route(url, add_column)
    page.reload()
    form(page)
    expect(table(page).get_by_text("Extra").first).to_be_visible()
    assert titles(page) == expected


def test_a_short_table_has_no_filters_and_marks_withdrawn_and_corrected_positions(
    harbour_url: str, page: Page
) -> None:
    page.goto(harbour_url + NIGHT)
    assert len(titles(page)) == 3
    assert page.locator(".bb-tools").count() == 0
    withdrawn = re.compile("withdrawn", re.IGNORECASE)
    expect(page.locator(".bb-key", has_text="Supports").first).to_contain_text(withdrawn)
    expect(page.get_by_role("row", name=re.compile("Paid rest")).first).to_contain_text(withdrawn)
    limit = page.get_by_role("row", name=re.compile("Noise limit")).first
    expect(limit.locator("td[data-party=harbour-council]")).to_contain_text("source corrected")


def test_the_headers_stay_in_view(real_url: str, crowd_url: str, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 700})
    page.goto(real_url + REAL)
    page.locator(".bb-mx tbody tr").last.evaluate("row => row.scrollIntoView({ block: 'center' })")
    expect(header(page, "Russia")).to_be_in_viewport()
    page.goto(crowd_url)
    region = page.get_by_role("region", name="Stance of each party on each issue")
    region.focus()
    expect(region).to_be_focused()
    region.evaluate("region => region.scrollTo(region.scrollWidth, region.scrollHeight)")
    expect(header(page, "Party 12")).to_be_in_viewport()
    expect(table(page).get_by_role("rowheader", name=re.compile(f"Point {ISSUES} "))).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 375])
def test_a_phone_shows_one_issue_below_the_other_and_folds_the_filters(
    crowd_url: str, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(crowd_url)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(field(page, "Party")).to_be_hidden()
    fold = form(page).get_by_role("button", name="Filter and sort")
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    field(page, "Party").select_option("Party 7")
    cells = page.locator(".bb-mx tbody tr").first.locator("td:visible")
    expect(cells).to_have_count(1)
    assert cells.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Party 7"'
    assert page.evaluate("document.documentElement.scrollWidth") <= width
