"""What a reader does with the search, and what it shows."""

import re

from playwright.sync_api import Locator, Page, Route, expect

ISSUE = "briefings/ukraine-settlement/issues/us-proposal/"


def open_search(page: Page) -> None:
    """Open the search by its key, once the page is painted: Chromium drops the keys that come before."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.keyboard.press("/")


def search(page: Page, words: str) -> Locator:
    """Search with the keyboard alone. Return the results."""
    open_search(page)
    page.keyboard.type(words, delay=5)
    expect(page.locator(".bb-search ol[aria-busy=false]")).to_be_attached()
    expect(status(page)).to_have_text(re.compile(r"\d"))
    return page.locator(".bb-search li")


def status(page: Page) -> Locator:
    """Return the line that counts the results."""
    return page.locator(".bb-search [role=status]")


def words(page: Page) -> Locator:
    """Return the field that a reader types into."""
    return page.locator(".bb-search input[type=search]")


def hold(page: Page, urls: str | re.Pattern[str], *, passes: int = 0) -> None:
    """Hold back the requests for `urls` from now on, after the first `passes`, until `page.unroute_all()`."""
    passed = iter(range(passes))

    def answer(route: Route) -> None:
        if next(passed, None) is not None:
            route.continue_()

    page.route(urls, answer)


def count(page: Page) -> int:
    """Return the number of results that the page names."""
    return int(re.findall(r"\d+", status(page).inner_text())[0])


def kind(page: Page, name: str) -> Locator:
    """Return the filter for a kind of result."""
    return page.locator(".bb-search fieldset[data-filter=kind] label").filter(has_text=name)
