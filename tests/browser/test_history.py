"""A reader follows what changed, and looks at a day before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import serve

BRIEFING = "briefings/night-closing/"
MAY = f"{BRIEFING}as-of/2031-05-19/"


@pytest.fixture(scope="module")
def address(harbour_site: Path) -> Iterator[str]:
    """The address of the made-up site."""
    with serve(harbour_site) as found:
        yield found


def test_the_overview_leads_to_an_earlier_day_and_that_one_back_to_today(address: str, page: Page) -> None:
    page.goto(address + BRIEFING)
    page.get_by_role("main").get_by_role("link", name="19 May 2031", exact=True).first.click()
    expect(page).to_have_url(address + MAY)
    expect(page.get_by_role("heading", level=1)).to_contain_text("As it stood on 19 May 2031")
    page.locator(".bb-ask").get_by_role("link", name="today’s table").click()
    expect(page).to_have_url(f"{address}{BRIEFING}#bb-positions")


def test_days_are_walked_through_with_the_keyboard(address: str, page: Page) -> None:
    page.goto(address + MAY)
    days = page.get_by_role("navigation", name="Days on which a position changed")
    days.get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}{BRIEFING}as-of/2031-03-05/")
    expect(days.locator("[aria-current]")).to_have_text("5 March 2031")


def test_a_cell_of_an_earlier_day_opens_the_entry_that_has_been_superseded_since(
    address: str, page: Page
) -> None:
    page.goto(address + MAY)
    page.locator("td[data-party=islanders] .bb-st a").nth(1).click()
    entry = page.locator("details#bb-entry-islanders--2031-03-04")
    expect(entry).to_have_attribute("open", "")
    expect(entry).to_contain_text("better than nothing, and less than we need")


def test_a_change_of_the_whole_site_leads_to_its_words_and_from_there_to_its_evidence(
    address: str, page: Page
) -> None:
    page.goto(f"{address}changes/")
    page.get_by_role("link", name="Night Line, Closing at night").first.click()
    heading = page.locator(":target")
    expect(heading).to_be_in_viewport()
    expect(heading).to_contain_text("Night Line, Closing at night")
    page.locator(":target ~ p a.bb-ev").first.click()
    expect(page.locator("mark").first).to_be_visible()


def test_words_that_changed_are_told_without_colour_and_to_those_who_listen(address: str, page: Page) -> None:
    page.goto(f"{address}{BRIEFING}changes/")
    gone, come = page.locator("del").first, page.locator("ins").first
    expect(gone).to_have_css("text-decoration-line", "line-through")
    expect(come).to_have_css("text-decoration-line", "underline")
    expect(gone.locator(".bb-vh").first).to_have_text("[removed:")
    expect(come.locator(".bb-vh").first).to_have_text("[added:")


def test_an_earlier_day_needs_no_script(address: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + MAY)
    table = page.get_by_role("table", name="Stance of each party on each issue")
    expect(table.get_by_role("row")).to_have_count(4)
    expect(page.locator("td[data-party=crews]").last).to_contain_text("Supports")
    page.get_by_role("link", name="Later: 20 May 2031").click()
    expect(page.locator("td[data-party=crews]").last).to_contain_text("withdrawn")
    context.close()


@pytest.mark.parametrize("width", [375, 820, 1440])
@pytest.mark.parametrize("path", [MAY, f"{BRIEFING}changes/", f"{BRIEFING}issues/paid-rest/", "changes/"])
def test_nothing_scrolls_sideways(address: str, page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_names_the_briefing_of_an_earlier_day(address: str, page: Page) -> None:
    page.goto(address + MAY)
    page.emulate_media(media="print")
    expect(page.locator(".bb-crumb")).to_have_text("The night closing of Halmsund harbour")
    expect(page.locator(".bb-crumb")).to_be_visible()
    expect(page.locator(".bb-days")).to_be_hidden()
