"""A reader of an overview sees who stands where, opens evidence in place, and reaches each part in one step."""

import re

import pytest
from playwright.sync_api import Page, expect

REAL = "briefings/ukraine-settlement/"


def columns(page: Page, path: str) -> list[int]:
    """Return the places of cells from the left, each once."""
    found = page.locator(path).evaluate_all(
        "all => all.map(cell => Math.round(cell.getBoundingClientRect().x))"
    )
    return sorted(set(found))


def test_the_evidence_of_a_row_opens_in_place_and_closes_again(real_url: str, page: Page) -> None:
    page.goto(real_url + REAL)
    row = page.locator("#bb-block-us-proposal + .bb-block li", has_text="looks better")
    summary = row.locator("summary")
    summary.press("Enter")
    expect(row.locator("figure").first).to_be_visible()
    expect(page).to_have_url(real_url + REAL)
    summary.press("Enter")
    expect(row.locator("figure:visible")).to_have_count(0)


def test_a_phone_has_parties_below_each_other_and_a_wide_window_beside_each_other(
    crowd_url: str, page: Page
) -> None:
    page.goto(crowd_url)
    heads = ".bb-gl thead th:not(:first-child)"
    page.set_viewport_size({"width": 1440, "height": 800})
    assert len(columns(page, heads)) == 12
    page.set_viewport_size({"width": 375, "height": 800})
    assert len(columns(page, heads)) == 1
    expect(page.get_by_role("columnheader", name="Party 12", exact=True)).to_be_visible()
    expect(page.locator(".bb-nums").get_by_role("link", name="Point 4 of the list").first).to_be_visible()


def test_a_wide_table_scrolls_in_its_region_and_keeps_the_names_in_view(crowd_url: str, page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(crowd_url)
    region = page.get_by_role("region", name="At a glance")
    region.focus()
    expect(region).to_be_focused()
    region.evaluate("region => region.scrollTo(region.scrollWidth, 0)")
    assert region.evaluate("region => region.scrollLeft") > 0
    name = page.get_by_role("columnheader", name="Party 3", exact=True).bounding_box()
    assert name
    assert name["x"] >= 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.mark.parametrize("part", ["bb-cite", "bb-unknown-2", "bb-timeline-1"])
def test_a_link_to_a_folded_part_opens_it(real_url: str, page: Page, part: str) -> None:
    page.goto(f"{real_url}{REAL}#{part}")
    expect(page.locator(f"#{part}")).to_be_in_viewport()
    assert page.locator(f"#{part}").evaluate("part => part.closest('details').open")


def test_a_line_near_the_top_leads_to_issues_more_citing_printing_and_files(
    real_url: str, page: Page
) -> None:
    page.set_viewport_size({"width": 375, "height": 812})
    page.goto(real_url + REAL)
    ways = page.locator(".bb-ways")
    assert (
        len({box["y"] for item in ways.locator(":is(a, button)").all() if (box := item.bounding_box())}) == 1
    )
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    ways.get_by_role("button", name="Print").click()
    assert page.title() == "printed"
    ways.get_by_role("link", name="Download").click()
    expect(page.get_by_role("link", name=re.compile("as JSON"))).to_be_in_viewport()
