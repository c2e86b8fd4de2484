"""A reader searches: by keyboard, to the card, and by kind of text."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import ISSUE, count, kind, open_search, search, status, words
from tests.browser.serving import wait_for_scripts


def test_the_keyboard_leads_from_words_of_a_quote_to_its_card_and_its_passage(
    real_url: str, page: Page
) -> None:
    page.goto(real_url)
    first = search(page, "more or less acceptable").first
    expect(first).to_contain_text("The party’s own words")
    expect(first).to_contain_text("Yuri Ushakov")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(ISSUE) + r"#bb-entry-russia--.*--e\d$"))
    card = page.locator("figure:target")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("more or less acceptable")
    card.get_by_role("link", name="Read it in the source").click()
    passage = page.locator("mark", has_text="more or less acceptable")
    expect(passage).to_be_in_viewport()
    expect(passage).to_have_class(re.compile("bb-target"))


def test_a_page_marks_the_words_of_the_search_and_changes_no_text(real_url: str, page: Page) -> None:
    page.goto(real_url + ISSUE)
    wait_for_scripts(page)
    before = page.inner_text("article")
    page.goto(f"{real_url}{ISSUE}?h=acceptable")
    expect(page).to_have_url(real_url + ISSUE)
    wait_for_scripts(page)
    assert page.evaluate("CSS.highlights.get('bb-found').size") > 1
    assert page.inner_text("article") == before


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search_and_escape_closes_it(real_url: str, page: Page, key: str) -> None:
    page.goto(real_url)
    page.keyboard.press(key)
    expect(words(page)).to_be_focused()
    expect(words(page)).to_have_value("")
    page.keyboard.type("territory")
    expect(page.locator(".bb-search li").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".bb-search")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_visible()


def test_the_arrow_keys_go_through_the_results_and_back_to_the_words(real_url: str, page: Page) -> None:
    page.goto(real_url)
    results = search(page, "Putin")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(results.nth(1).locator("a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(words(page)).to_be_focused()


def test_a_filter_shows_the_results_of_one_kind_and_counts_them(real_url: str, page: Page) -> None:
    page.goto(real_url)
    results = search(page, "territory")
    of_all_kinds = count(page)
    page.get_by_role("checkbox", name="Reported by the source").check()
    expect(status(page)).not_to_have_text(re.compile(rf"^{of_all_kinds}\b"))
    expect(page.locator(".bb-search ol[aria-busy=false]")).to_be_attached()
    kinds = results.locator(".bb-kind").all_inner_texts()
    assert kinds
    assert all(shown.startswith("Reported by the source") for shown in kinds)
    assert 0 < count(page) < of_all_kinds


def test_an_assessment_of_a_source_is_not_shown_as_a_party_s_words(real_url: str, page: Page) -> None:
    page.goto(real_url)
    search(page, "Russia")
    expect(kind(page, "The source’s own assessment")).to_be_visible()
    page.get_by_role("checkbox", name="The source’s own assessment").check()
    titles = page.locator(".bb-search li b")
    expect(titles.first).to_contain_text("not a statement by a party")
    assert all("not a statement by a party" in title for title in titles.all_inner_texts())


def test_more_results_come_on_demand_and_the_first_of_them_gets_the_focus(real_url: str, page: Page) -> None:
    page.goto(real_url)
    results = search(page, "Russia")
    before = results.count()
    page.get_by_role("button", name="More results").click()
    expect(results.nth(before).locator("a")).to_be_focused()


def test_a_url_with_words_opens_the_search_with_them(real_url: str, page: Page) -> None:
    page.goto(f"{real_url}?q=Ushakov")
    expect(words(page)).to_have_value("Ushakov")
    expect(page.locator(".bb-search li").first).to_contain_text("Ushakov")


def test_a_search_without_results_says_so(real_url: str, page: Page) -> None:
    page.goto(real_url)
    open_search(page)
    page.keyboard.type("zzyzxq", delay=5)
    expect(status(page)).to_have_text("No result for “zzyzxq”. Try fewer or other words.")


def test_a_result_on_the_same_page_is_shown(real_url: str, page: Page) -> None:
    page.goto(real_url + ISSUE)
    search(page, "more or less acceptable").first.locator("a").click()
    expect(page.locator(".bb-search")).to_be_hidden()
    expect(page.locator("figure:target")).to_be_in_viewport()
