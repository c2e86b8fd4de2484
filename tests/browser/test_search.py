"""The search as readers use it: by keyboard, to the card, in a second language, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.serving import serve

ISSUE = "briefings/ukraine-settlement/issues/us-proposal/"


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with serve(real_site) as found:
        yield found


@pytest.fixture(scope="module")
def harbour(harbour_site: Path) -> Iterator[str]:
    """The address of the second corpus, in which sources are of two languages."""
    with serve(harbour_site) as found:
        yield found


def search(page: Page, words: str) -> Locator:
    """Search by keyboard alone; give the results."""
    page.keyboard.press("/")
    page.keyboard.type(words, delay=5)
    expect(page.locator(".bb-search ol[aria-busy=false]")).to_be_attached()
    expect(page.locator(".bb-search [role=status]")).to_have_text(re.compile(r"\d"))
    return page.locator(".bb-search li")


def test_words_of_a_quote_lead_by_keyboard_to_its_card_and_on_to_its_place_in_the_source(
    address: str, page: Page
) -> None:
    page.goto(address)
    first = search(page, "more or less acceptable").first
    expect(first).to_contain_text("The party’s own words")
    expect(first).to_contain_text("Yuri Ushakov")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(ISSUE) + r"#bb-entry-russia--.*--e\d$"))
    card = page.locator("figure:target")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("more or less acceptable")
    card.get_by_role("link", name="in its source").click()
    passage = page.locator("mark", has_text="more or less acceptable")
    expect(passage).to_be_in_viewport()
    expect(passage).to_have_class(re.compile("bb-target"))


def test_the_words_that_led_to_a_page_are_marked_on_it_and_its_text_stays_as_it_was(
    address: str, page: Page
) -> None:
    # The buttons that copy come after a page has loaded: what is compared are pages that have theirs.
    copying = page.locator(".bb-copy").last
    page.goto(address + ISSUE)
    expect(copying).to_be_visible()
    before = page.inner_html("article")
    page.goto(f"{address}{ISSUE}?h=acceptable")
    expect(page).to_have_url(address + ISSUE)
    expect(copying).to_be_visible()
    assert page.evaluate("CSS.highlights.get('bb-found').size") > 2
    assert page.inner_html("article") == before


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search_and_escape_closes_it(address: str, page: Page, key: str) -> None:
    page.goto(address)
    page.keyboard.press(key)
    expect(page.locator(".bb-search input[type=search]")).to_be_focused()
    assert page.locator(".bb-search input[type=search]").input_value() == ""
    page.keyboard.press("Escape")
    expect(page.locator(".bb-search")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_visible()


def test_arrows_go_through_the_results_and_back_to_the_words(address: str, page: Page) -> None:
    page.goto(address)
    results = search(page, "Putin")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(results.nth(1).locator("a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".bb-search input[type=search]")).to_be_focused()


def test_results_can_be_kept_to_a_kind_and_their_counts_are_told(address: str, page: Page) -> None:
    page.goto(address)
    results = search(page, "territory")
    everything = int(re.findall(r"\d+", page.inner_text(".bb-search [role=status]"))[0])
    page.get_by_role("checkbox", name="Reported by the source").check()
    status = page.locator(".bb-search [role=status]")
    expect(status).not_to_have_text(f"{everything} results")
    expect(page.locator(".bb-search ol[aria-busy=false]")).to_be_attached()
    kinds = results.locator(".bb-kind").all_inner_texts()
    assert kinds
    assert all(kind.startswith("Reported by the source") for kind in kinds)
    assert 0 < int(re.findall(r"\d+", status.inner_text())[0]) < everything


def test_what_a_source_reports_or_judges_is_never_called_a_party_s_words(address: str, page: Page) -> None:
    page.goto(address)
    search(page, "Russia")
    kinds = page.locator(".bb-search fieldset[data-filter=kind] label")
    expect(kinds.filter(has_text="The source’s own assessment")).to_be_visible()
    page.get_by_role("checkbox", name="The source’s own assessment").check()
    titles = page.locator(".bb-search li b")
    expect(titles.first).to_contain_text("not a statement by a party")
    assert all("not a statement by a party" in title for title in titles.all_inner_texts())


def test_a_word_in_another_spelling_finds_what_begins_alike_and_says_so(address: str, page: Page) -> None:
    page.goto(address)
    results = search(page, "Zelensky")
    expect(results.first).to_contain_text("Zelenskyy")
    expect(page.locator(".bb-search [role=status]")).to_contain_text("beginning with “Zelensk”")


def test_escape_closes_the_search_at_once(address: str, page: Page) -> None:
    page.goto(address)
    search(page, "territory")
    page.keyboard.press("Escape")
    expect(page.locator(".bb-search")).to_be_hidden()


def test_briefings_stand_above_stored_texts(address: str, page: Page) -> None:
    page.goto(address)
    kinds = search(page, "Ukraine").locator(".bb-kind").all_inner_texts()
    assert "Stored text" not in kinds[:3]


def test_a_stored_text_stands_below_briefings_though_its_title_is_the_word(
    harbour_site: Path, page: Page
) -> None:
    with serve(harbour_site) as address:
        page.goto(address)
        kinds = search(page, "trial").locator(".bb-kind").all_inner_texts()
        stored = page.locator(".bb-search fieldset[data-filter=kind] label").filter(has_text="Stored text")
        expect(stored).to_contain_text("7")
    assert len(kinds) > 6
    assert "Stored text" not in kinds


def test_more_results_come_on_demand_and_the_first_of_them_has_the_focus(address: str, page: Page) -> None:
    page.goto(address)
    results = search(page, "Russia")
    before = results.count()
    page.get_by_role("button", name="More results").click()
    expect(results.nth(before).locator("a")).to_be_focused()


def test_an_address_with_words_opens_the_search_with_them(address: str, page: Page) -> None:
    page.goto(f"{address}?q=Ushakov")
    expect(page.locator(".bb-search input[type=search]")).to_have_value("Ushakov")
    expect(page.locator(".bb-search li").first).to_contain_text("Ushakov")


def test_what_is_not_there_is_said(address: str, page: Page) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("zzyzxq", delay=5)
    expect(page.locator(".bb-search [role=status]")).to_contain_text("Nothing found")


def test_a_result_on_the_very_page_is_shown(address: str, page: Page) -> None:
    page.goto(address + ISSUE)
    search(page, "more or less acceptable").first.locator("a").click()
    expect(page.locator(".bb-search")).to_be_hidden()
    expect(page.locator("figure:target")).to_be_in_viewport()


def test_before_somebody_searches_nothing_of_the_index_is_fetched(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "pagefind" in url or "search_index" in url] == []


def test_texts_in_another_language_than_the_site_s_are_found(harbour: str, page: Page) -> None:
    page.goto(harbour)
    results = search(page, "Probebetrieb")
    expect(results.first).to_be_visible()


def test_without_scripts_a_sentence_says_so_and_leads_to_the_sources(address: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("button.bb-find")).to_be_hidden()
    page.get_by_role("link", name="Search needs scripts. All sources").click()
    expect(page).to_have_url(re.compile("/sources/$"))
    context.close()
