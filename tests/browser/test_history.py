"""A reader follows what changed, and looks at an earlier day."""

from playwright.sync_api import Page, expect

BRIEFING = "briefings/night-closing/"
MAY = f"{BRIEFING}as-of/2031-05-19/"


def test_the_overview_leads_to_an_earlier_day_and_back_to_today(harbour_url: str, page: Page) -> None:
    page.goto(harbour_url + BRIEFING)
    page.get_by_role("main").get_by_role("link", name="19 May 2031", exact=True).first.click()
    expect(page).to_have_url(harbour_url + MAY)
    expect(page.get_by_role("heading", level=1)).to_contain_text("19 May 2031")
    page.locator(".bb-ask a[href*='#bb-positions']").click()
    expect(page).to_have_url(f"{harbour_url}{BRIEFING}#bb-positions")


def test_the_keyboard_walks_through_the_days(harbour_url: str, page: Page) -> None:
    page.goto(harbour_url + MAY)
    days = page.locator("nav.bb-days")
    days.get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{harbour_url}{BRIEFING}as-of/2031-03-05/")
    expect(days.locator("[aria-current]")).to_have_text("5 March 2031")


def test_a_cell_of_an_earlier_day_opens_the_position_of_that_day(harbour_url: str, page: Page) -> None:
    page.goto(harbour_url + MAY)
    page.locator("td[data-party=islanders] .bb-st a").nth(1).click()
    position = page.locator("details#bb-entry-islanders--2031-03-04")
    expect(position).to_have_attribute("open", "")
    expect(position).to_contain_text("better than nothing, and less than we need")


def test_a_change_in_the_list_of_the_site_leads_to_its_words_and_its_evidence(
    harbour_url: str, page: Page
) -> None:
    page.goto(f"{harbour_url}changes/")
    page.get_by_role("link", name="Night Line, Closing at night").first.click()
    heading = page.locator(":target")
    expect(heading).to_be_in_viewport()
    expect(heading).to_contain_text("Night Line, Closing at night")
    page.locator(":target ~ p a.bb-ev").first.click()
    expect(page.locator("mark").first).to_be_visible()


def test_changed_words_are_marked_without_colour_and_for_screen_readers(harbour_url: str, page: Page) -> None:
    page.goto(f"{harbour_url}{BRIEFING}changes/")
    removed, added = page.locator("del").first, page.locator("ins").first
    expect(removed).to_have_css("text-decoration-line", "line-through")
    expect(added).to_have_css("text-decoration-line", "underline")
    expect(removed.locator(".bb-vh").first).to_have_text("[removed:")
    expect(added.locator(".bb-vh").first).to_have_text("[added:")


def test_an_earlier_day_works_without_scripts(harbour_url: str, page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(harbour_url + MAY)
    expect(page.locator(".bb-mx").get_by_role("row")).to_have_count(4)
    expect(page.locator("td[data-party=crews]").last).to_contain_text("Supports")
    page.locator(".bb-days a[rel=next]").click()
    expect(page.locator("td[data-party=crews]").last).to_contain_text("ithdrawn")
