"""A reader searches: by keyboard, to the card, in a second language, and by kind of text."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

ISSUE = "briefings/ukraine-settlement/issues/us-proposal/"


def search(page: Page, words: str) -> Locator:
    """Search with the keyboard alone. Return the results."""
    page.keyboard.press("/")
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


def count(page: Page) -> int:
    """Return the number of results that the page names."""
    return int(re.findall(r"\d+", status(page).inner_text())[0])


def kind(page: Page, name: str) -> Locator:
    """Return the filter for a kind of result."""
    return page.locator(".bb-search fieldset[data-filter=kind] label").filter(has_text=name)


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
    # A page is complete when its copy buttons have appeared.
    copy_button = page.locator(".bb-copy").last
    page.goto(real_url + ISSUE)
    expect(copy_button).to_be_visible()
    before = page.inner_html("article")
    page.goto(f"{real_url}{ISSUE}?h=acceptable")
    expect(page).to_have_url(real_url + ISSUE)
    expect(copy_button).to_be_visible()
    assert page.evaluate("CSS.highlights.get('bb-found').size") > 2
    assert page.inner_html("article") == before


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


def test_a_word_in_another_spelling_finds_words_with_the_same_beginning(real_url: str, page: Page) -> None:
    page.goto(real_url)
    results = search(page, "Zelensky")
    expect(results.first).to_contain_text("Zelenskyy")
    expect(status(page)).to_contain_text("“Zelensk”")


def test_pages_of_a_briefing_come_before_stored_texts(real_url: str, harbour_url: str, page: Page) -> None:
    page.goto(real_url)
    assert "Stored text" not in search(page, "Ukraine").locator(".bb-kind").all_inner_texts()[:3]
    # Here the word is in the title of a stored text.
    page.goto(harbour_url)
    kinds = search(page, "trial").locator(".bb-kind").all_inner_texts()
    expect(kind(page, "Stored text")).to_be_visible()
    assert len(kinds) > 6
    assert "Stored text" not in kinds


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
    page.keyboard.press("/")
    page.keyboard.type("zzyzxq", delay=5)
    expect(status(page)).to_contain_text("othing found")


def test_a_result_on_the_same_page_is_shown(real_url: str, page: Page) -> None:
    page.goto(real_url + ISSUE)
    search(page, "more or less acceptable").first.locator("a").click()
    expect(page.locator(".bb-search")).to_be_hidden()
    expect(page.locator("figure:target")).to_be_in_viewport()


def test_the_index_is_not_fetched_before_somebody_searches(real_url: str, page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(real_url)
    page.wait_for_load_state("networkidle")
    assert [url for url in requests if "pagefind" in url or "search_index" in url] == []


def test_a_text_in_another_language_than_the_site_is_found(harbour_url: str, page: Page) -> None:
    page.goto(harbour_url)
    expect(search(page, "Probebetrieb").first).to_be_visible()
