"""A reader sees the evidence of a stance, a marker or a card without leaving the page, and can copy it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.serving import wait_for_scripts

OVERVIEW = "briefings/ukraine-settlement/"
ISSUE = f"{OVERVIEW}issues/us-proposal/"
NIGHT = "briefings/night-closing/"


def previews(page: Page) -> Locator:
    """Return the previews that are open."""
    return page.locator(".bb-pop:popover-open")


def marker(page: Page) -> Locator:
    """Return a marker of the summary."""
    return page.locator("#bb-key-point-1 a.bb-ev").last


def overlap(upper: Locator, lower: Locator) -> bool:
    """Return whether two boxes overlap from top to bottom."""
    first, second = upper.bounding_box(), lower.bounding_box()
    assert first is not None
    assert second is not None
    return first["y"] + first["height"] > second["y"] and second["y"] + second["height"] > first["y"]


def test_a_preview_does_not_cover_its_marker_and_closes_when_the_pointer_leaves(
    real_url: str, page: Page
) -> None:
    page.goto(real_url + OVERVIEW)
    marker(page).hover()
    expect(previews(page)).to_contain_text("neither further nor closer")
    assert not overlap(previews(page), marker(page))
    previews(page).hover()
    expect(previews(page)).to_be_visible()
    page.locator("h1").hover()
    expect(previews(page)).to_have_count(0)


def test_a_marker_shows_its_passage_with_paragraph_date_and_language(harbour_url: str, page: Page) -> None:
    page.goto(harbour_url + NIGHT)
    page.locator("#bb-answer a.bb-ev[href*='#at-']").last.hover()
    expect(previews(page).locator("mark")).to_have_text("und wir werden ihn mitfahren")
    expect(previews(page).locator(".bb-xs")).to_contain_text("20 May 2031, Paragraph ")
    expect(previews(page).locator(".bb-said")).to_have_attribute("lang", "de")


def test_a_passage_is_shown_as_the_page_of_its_source_prints_it(real_url: str, page: Page) -> None:
    page.goto(real_url + OVERVIEW)
    marker(page).hover()
    words = previews(page).locator(".bb-said").inner_text()
    expect(marker(page)).to_have_attribute("aria-describedby", "bb-preview")
    marker(page).click()
    assert words == page.locator(".bb-pp:has(mark.bb-target) > p").inner_text()


def test_a_focused_marker_shows_its_passage_and_escape_hides_it(real_url: str, page: Page) -> None:
    page.goto(real_url + OVERVIEW)
    marker(page).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(marker(page)).to_be_focused()
    expect(previews(page).locator("mark")).to_have_text("neither further nor closer")
    page.keyboard.press("Escape")
    expect(previews(page)).to_have_count(0)
    expect(marker(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("mark.bb-target")).to_be_in_viewport()


def test_the_link_of_a_card_to_its_source_shows_the_passage(real_url: str, page: Page) -> None:
    page.goto(real_url + ISSUE)
    card = page.locator("figure.bb-quote", has_text="looks better")
    card.get_by_role("link", name="Read it in the source").hover()
    expect(previews(page).locator("mark")).to_have_text(["looks better", "work is not over yet"])


def test_a_source_is_fetched_when_it_is_first_needed_and_only_once(real_url: str, page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(real_url + OVERVIEW)
    wait_for_scripts(page)
    assert not any("/sources/" in url for url in requests)
    for number in range(3):
        page.locator("#bb-key-point-2 a.bb-ev").nth(number).hover()
        expect(previews(page).locator("mark").first).to_be_visible()
        page.keyboard.press("Escape")
    assert sum("/sources/moscow-talks" in url for url in requests) == 1


def test_a_marker_stays_a_link_when_its_source_cannot_be_fetched(real_url: str, page: Page) -> None:
    page.goto(real_url + OVERVIEW)
    page.route("**/sources/**", lambda route: route.fulfill(status=204))  # an empty page has no passage
    with page.expect_response("**/sources/**"):
        marker(page).hover()
    page.wait_for_timeout(500)  # a preview would open in this time
    expect(previews(page)).to_have_count(0)
    page.unroute("**/sources/**")
    marker(page).click()
    expect(page.locator("mark.bb-target")).to_be_in_viewport()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A page on a phone with a touch screen."""
    context = chromium.new_context(has_touch=True, is_mobile=True, viewport={"width": 375, "height": 800})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_a_tap_opens_the_evidence_of_a_row_and_follows_its_link(real_url: str, phone: Page) -> None:
    phone.goto(real_url + OVERVIEW)
    row = phone.locator("#bb-block-us-proposal + .bb-block li", has_text="don’t suit us")
    row.locator("summary").tap()
    row.get_by_role("link", name="Read it in the source").first.tap()
    expect(phone.locator("mark.bb-target").first).to_be_in_viewport()


def test_a_quote_is_copied_with_its_citation_and_the_url_of_its_card(real_url: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(real_url + ISSUE)
    card = page.locator("figure.bb-quote").first
    button = card.locator("button.bb-copy")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“looks better” … “work is not over yet” (Volodymyr Zelenskyy, President; ")
    assert copied.endswith(f"https://example.org/briefing-book/{ISSUE}#{card.get_attribute('id')}")


@pytest.mark.parametrize("path", [f"{NIGHT}issues/closing/", "parties/night-line/"])
def test_without_a_public_url_a_card_is_cited_by_the_url_where_it_is_read(
    harbour_url: str, page: Page, path: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(harbour_url + path)
    page.locator("article details").evaluate_all("all => all.forEach(part => { part.open = true; })")
    card = page.locator("figure.bb-card:visible", has_text="Ein Probebetrieb").first
    card.locator("button.bb-copy").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Ein Probebetrieb ist kein Verbot")
    page.goto(copied.rsplit(" ", 1)[1])
    expect(page.locator("figure:target")).to_contain_text("Ein Probebetrieb")
