"""A reader shares one statement: every statement has a link that can be copied, with scripts or without."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PATIENCE

OVERVIEW = "briefings/ukraine-settlement/"
ISSUE = f"{OVERVIEW}issues/us-proposal/"
# The places that links to a statement lead to.
STATEMENTS = "article *:is(figure.bb-card, .bb-claim, [id^=bb-key-point-], [id^=bb-background-], [id^=bb-unknown-], [id^=bb-timeline-])[id]"
ON_A_PHONE = """
  navigator.share = data => { window.shared = data; return Promise.resolve(); };
  const matches = window.matchMedia;
  window.matchMedia = query => query === "(pointer: coarse)" ? { matches: true } : matches.call(window, query);
"""


def share_of(statement: Locator) -> Locator:
    return statement.locator("a.bb-share")


@pytest.mark.parametrize("path", [OVERVIEW, ISSUE])
def test_every_statement_has_one_link_to_itself(real_url: str, page_without_scripts: Page, path: str) -> None:
    page_without_scripts.goto(real_url + path)
    statements = page_without_scripts.locator(STATEMENTS).all()
    assert len(statements) > 5
    for statement in statements:
        link = page_without_scripts.locator(f'a.bb-share[href="#{statement.get_attribute("id")}"]')
        expect(link).to_have_count(1)
        expect(link).to_have_text("Share")


def test_every_row_of_an_overview_leads_to_the_position_of_its_party(
    real_url: str, page_without_scripts: Page
) -> None:
    page = page_without_scripts
    page.goto(real_url + OVERVIEW)
    rows = page.locator(".bb-row").all()
    found = [
        (share_of(row).first.get_attribute("href"), row.locator(".bb-by a").first.inner_text())
        for row in rows
    ]
    assert len(found) > 5
    for address, party in found:
        page.goto(real_url + OVERVIEW + str(address))
        expect(page.locator(":target")).to_contain_text(party)


def test_without_scripts_the_link_puts_the_statement_in_the_address(
    real_url: str, page_without_scripts: Page
) -> None:
    page_without_scripts.goto(real_url + OVERVIEW)
    page_without_scripts.locator('a.bb-share[href="#bb-key-point-2"]').click()
    expect(page_without_scripts).to_have_url(f"{real_url}{OVERVIEW}#bb-key-point-2")


def test_a_script_copies_the_address_of_the_statement(real_url: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(real_url + ISSUE)
    expect(page.locator(".bb-copy:visible").last).to_be_visible()
    card = page.locator("figure.bb-card").first
    share_of(card).focus()
    page.keyboard.press("Enter")
    expect(share_of(card)).to_have_text("Link copied")
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{real_url}{ISSUE}#{card.get_attribute('id')}"


def test_where_copying_fails_the_link_still_leads_to_the_statement(real_url: str, page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.goto(real_url + ISSUE)
    expect(page.locator(".bb-copy:visible").last).to_be_visible()
    card = page.locator("figure.bb-card").first
    share_of(card).click()
    expect(page).to_have_url(f"{real_url}{ISSUE}#{card.get_attribute('id')}")


def test_a_phone_opens_its_own_menu(real_url: str, chromium: Browser) -> None:
    with chromium.new_context(has_touch=True, viewport={"width": 375, "height": 812}) as context:
        context.set_default_timeout(PATIENCE)
        phone = context.new_page()
        phone.add_init_script(ON_A_PHONE)
        phone.goto(real_url + ISSUE)
        expect(phone.locator(".bb-copy:visible").last).to_be_visible()
        card = phone.locator("figure.bb-card").first
        share_of(card).tap()
        phone.wait_for_function("window.shared")
        assert phone.evaluate("window.shared.url") == f"{real_url}{ISSUE}#{card.get_attribute('id')}"
