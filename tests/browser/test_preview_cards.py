"""Evidence at a glance: what a stance, a marker or a card leads to is shown where the reader is, and can be taken along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import serve

OVERVIEW = "briefings/ukraine-settlement/"
ISSUE = f"{OVERVIEW}issues/us-proposal/"
NIGHT = "briefings/night-closing/issues/closing/"


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with serve(real_site) as found:
        yield found


@pytest.fixture(scope="module")
def harbour(harbour_site: Path) -> Iterator[str]:
    """The address of the made-up corpus."""
    with serve(harbour_site) as found:
        yield found


def shown(page: Page) -> Locator:
    """Give the previews that are open."""
    return page.locator(".bb-pop:popover-open")


def stance(page: Page) -> Locator:
    """Give a stance of the matrix that has a statement."""
    return page.locator("td[data-party=russia] [data-bb-peek]").first


def marker(page: Page) -> Locator:
    """Give the first marker of the answer."""
    return page.locator("#bb-answer-2 a.bb-ev").first


def apart(one: Locator, other: Locator) -> bool:
    """Say whether two boxes do not overlap."""
    first, second = one.bounding_box(), other.bounding_box()
    assert first is not None
    assert second is not None
    return first["y"] + first["height"] <= second["y"] or second["y"] + second["height"] <= first["y"]


def test_a_stance_shows_its_statement_under_the_pointer_and_does_not_cover_itself(
    address: str, page: Page
) -> None:
    page.goto(address + OVERVIEW)
    stance(page).hover()
    expect(shown(page)).to_contain_text("more or less acceptable")
    expect(shown(page)).to_contain_text("Stated, as of")
    expect(shown(page).get_by_role("link", name="All its evidence")).to_be_visible()
    assert apart(shown(page), stance(page))
    page.get_by_role("heading", name="Where the parties stand").hover()
    expect(shown(page)).to_have_count(0)


def test_the_pointer_can_go_from_a_statement_to_the_passage_of_its_marker(address: str, page: Page) -> None:
    page.goto(address + OVERVIEW)
    stance(page).hover()
    shown(page).locator("a.bb-ev").first.hover()
    expect(shown(page)).to_have_count(2)
    expect(shown(page).last.locator("mark")).to_have_text(["more or less acceptable", "don’t suit us"])
    page.keyboard.press("Escape")
    expect(shown(page)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(shown(page)).to_have_count(0)


def test_the_keyboard_goes_through_a_statement_and_out_of_it(address: str, page: Page) -> None:
    page.goto(address + OVERVIEW)
    page.locator(".bb-mx tbody tr").first.locator("td[data-party=ukraine] [data-bb-peek]").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(shown(page)).to_contain_text("Ukraine, The revised US proposal")
    inside = shown(page).locator("a")
    for number in range(inside.count()):
        page.keyboard.press("Tab")
        expect(inside.nth(number)).to_be_focused()
    page.keyboard.press("Tab")
    expect(stance(page)).to_be_focused()
    expect(shown(page)).to_have_count(1)
    expect(shown(page)).to_contain_text("Russia, The revised US proposal")


def test_a_marker_shows_its_passage_in_its_paragraph_with_title_date_and_language(
    harbour: str, page: Page
) -> None:
    page.goto(f"{harbour}briefings/night-closing/")
    page.locator("#bb-answer-2 a.bb-ev").last.hover()
    expect(shown(page).locator("mark")).to_have_text("und wir werden ihn mitfahren")
    expect(shown(page).locator(".bb-xs")).to_contain_text("20 May 2031, ¶")
    expect(shown(page).locator(".bb-said")).to_have_attribute("lang", "de")


def test_the_passage_is_the_stored_paragraph_as_its_page_prints_it(address: str, page: Page) -> None:
    page.goto(address + OVERVIEW)
    marker(page).hover()
    words = shown(page).locator(".bb-said").inner_text()
    described = marker(page).get_attribute("aria-describedby")
    marker(page).click()
    assert words == page.locator(".bb-pp:has(mark.bb-target) > p").inner_text()
    assert described == "bb-glance"


def test_a_marker_that_the_keyboard_reaches_shows_its_passage_until_it_leaves(
    address: str, page: Page
) -> None:
    page.goto(address + OVERVIEW)
    marker(page).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(marker(page)).to_be_focused()
    expect(shown(page).locator("mark")).to_have_text("neither further nor closer")
    page.keyboard.press("Escape")
    expect(shown(page)).to_have_count(0)
    expect(marker(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("mark.bb-target")).to_be_in_viewport()


def test_a_card_s_link_to_its_source_shows_the_passage(address: str, page: Page) -> None:
    page.goto(address + ISSUE)
    page.get_by_role("link", name="in its source").first.hover()
    expect(shown(page).locator("mark")).to_have_text(["looks better", "work is not over yet"])


def test_a_source_is_fetched_once_and_first_when_it_is_asked_for(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + OVERVIEW)
    page.wait_for_load_state("networkidle")
    assert not any("/sources/" in url for url in asked)
    for number in range(3):
        page.locator("#bb-answer-3 a.bb-ev").nth(number).hover()
        expect(shown(page).locator("mark").first).to_be_visible()
        page.keyboard.press("Escape")
    assert sum("/sources/moscow-talks" in url for url in asked) == 1


def test_where_the_source_cannot_be_fetched_the_link_is_a_link(address: str, page: Page) -> None:
    page.goto(address + OVERVIEW)
    page.route("**/sources/**", lambda route: route.fulfill(status=204))  # an empty page: no passage is on it
    with page.expect_response("**/sources/**"):
        marker(page).hover()
    page.wait_for_timeout(500)  # as long as a preview takes to open
    expect(shown(page)).to_have_count(0)
    page.unroute("**/sources/**")
    marker(page).click()
    expect(page.locator("mark.bb-target")).to_be_in_viewport()


def test_a_tap_opens_a_statement_by_its_button_and_follows_a_marker(address: str, page: Page) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 375, "height": 800})
    try:
        phone = context.new_page()
        phone.goto(address + OVERVIEW)
        phone.get_by_role("button", name="Statement: Russia, The revised US proposal").tap()
        expect(shown(phone)).to_contain_text("don’t suit us")
        shown(phone).locator("a.bb-ev").first.tap()
        expect(phone.locator("mark.bb-target").first).to_be_in_viewport()
    finally:
        context.close()


def test_a_quote_is_copied_with_its_citation_and_the_address_of_its_card(address: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + ISSUE)
    card = page.locator("figure.bb-quote").first
    button = card.get_by_role("button", name="Copy with citation")
    button.focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“looks better” … “work is not over yet” (Volodymyr Zelenskyy, President; ")
    assert copied.endswith(f"https://example.org/briefing-book/{ISSUE}#{card.get_attribute('id')}")


@pytest.mark.parametrize("path", [NIGHT, "parties/night-line/"])
def test_a_card_of_a_site_without_an_address_is_cited_where_it_is_read(
    harbour: str, page: Page, path: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(harbour + path)
    card = page.locator("figure.bb-card:visible", has_text="Ein Probebetrieb")
    card.get_by_role("button", name="Copy with citation").click()
    expect(card.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Ein Probebetrieb ist kein Verbot")
    page.goto(copied.rsplit(" ", 1)[1])
    expect(page.locator("figure:target")).to_contain_text("Ein Probebetrieb")


def test_without_scripts_no_card_offers_to_copy(address: str, page: Page) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    try:
        plain = context.new_page()
        plain.goto(address + ISSUE)
        assert plain.locator(".bb-copy").count() > 0
        expect(plain.locator(".bb-copy:visible")).to_have_count(0)
    finally:
        context.close()
