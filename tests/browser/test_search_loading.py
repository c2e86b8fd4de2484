"""The search fetches what it needs at once, and nothing before somebody searches."""

import re

from playwright.sync_api import Page, expect

from tests.browser.searching import hold, open_search, status, words
from tests.browser.serving import wait_for_scripts


def test_the_index_is_not_fetched_before_somebody_searches(real_url: str, page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(real_url)
    wait_for_scripts(page)
    assert [url for url in requests if "search-index" in url or "search_index" in url] == []


def test_the_scripts_of_the_search_and_the_list_of_its_files_are_fetched_at_once(
    real_url: str, page: Page
) -> None:
    page.goto(real_url)
    hold(page, "**/*")
    with (
        page.expect_request("**/search-index/index.json"),
        page.expect_request("**/search.*.js"),
        page.expect_request("**/search-index.*.js"),
        page.expect_request("**/query-words.*.js"),
    ):
        open_search(page)


def test_the_words_are_fetched_while_the_reader_is_typing(real_url: str, page: Page) -> None:
    page.clock.install()  # so that the pause after the last letter never ends
    page.goto(real_url)
    open_search(page)
    expect(page.locator(".bb-search ol[aria-busy=false]")).to_be_attached()  # all scripts are there
    page.clock.pause_at(page.evaluate("Date.now()") + 1_000)
    with page.expect_response(re.compile(r"search-index/[0-9a-f]{10}\.json")):
        page.keyboard.type("terri")


def test_the_first_results_are_shown_while_others_are_fetched(real_url: str, page: Page) -> None:
    page.goto(real_url)
    index = page.evaluate("fetch('search-index/index.json').then(answer => answer.json())")
    hold(page, re.compile("|".join(name for name, *_ in index["texts"])), passes=1)
    open_search(page)
    words(page).fill("territory")
    expect(page.locator(".bb-search li").first).to_be_visible()
    expect(page.locator(".bb-search ol")).to_have_attribute("aria-busy", "true")
    before = page.locator(".bb-search li").count()
    page.unroute_all()
    expect(page.locator(".bb-search ol[aria-busy=false]")).to_be_attached()
    assert page.locator(".bb-search li").count() > before


def test_a_search_that_could_not_be_loaded_is_loaded_with_the_next_letter(real_url: str, page: Page) -> None:
    page.goto(real_url)
    page.route("**/search-index/index.json", lambda route: route.fulfill(body="not JSON"))
    open_search(page)
    expect(status(page)).to_have_text("The search could not be loaded.")
    page.unroute_all()
    page.keyboard.type("territory")
    expect(page.locator(".bb-search li").first).to_be_visible()
