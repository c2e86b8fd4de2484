"""A page that was built before the review was due says so from the day after, by the reader's clock."""

import pytest
from playwright.sync_api import Page

from tests.browser.serving import wait_for_scripts
from tests.browser.test_axe import violations
from tests.building import LATE

OVERVIEW = "briefings/ukraine-settlement/"
PAGES = ("", OVERVIEW, f"{OVERVIEW}issues/occupied-territory/", f"{OVERVIEW}compare/", "parties/russia/")
DUE = "2026-01-03"


def text(page: Page, url: str) -> str:
    """Return the text of a page as a reader sees it."""
    page.goto(url)
    wait_for_scripts(page)
    return page.locator("article").inner_text()


def boxes(page: Page) -> object:
    """Return the place and the size of every part of the page that is not hidden."""
    return page.locator("article *:visible").evaluate_all(
        "parts => parts.map(part => JSON.stringify(part.getBoundingClientRect()))"
    )


@pytest.mark.parametrize("path", PAGES)
def test_a_page_built_before_the_due_date_says_the_same_as_one_built_after(
    page: Page, real_url: str, late_url: str, path: str
) -> None:
    page.clock.set_fixed_time(f"{LATE}T00:00:00Z")
    early, late = text(page, real_url + path), text(page, late_url + path)
    assert early == late
    assert "out of date" in early.lower()


def test_an_overview_that_has_become_out_of_date_has_no_violation(page: Page, real_url: str) -> None:
    page.clock.set_fixed_time(f"{LATE}T00:00:00Z")
    page.goto(real_url)
    page.get_by_text("This briefing is out of date.").wait_for()
    assert violations(page) == set()


@pytest.mark.parametrize("path", PAGES)
def test_until_the_due_date_nothing_shows_and_nothing_moves(page: Page, real_url: str, path: str) -> None:
    page.clock.set_fixed_time(f"{DUE}T23:59:59Z")
    assert "out of date" not in text(page, real_url + path).lower()
    before = boxes(page)
    hidden = page.locator("[data-bb-due][hidden]")
    assert hidden.count() > 0
    hidden.evaluate_all("elements => elements.forEach(element => element.remove())")
    assert boxes(page) == before
