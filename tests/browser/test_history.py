"""A reader follows what changed, and looks at an earlier day."""

from playwright.sync_api import Page, expect

BRIEFING = "briefings/night-closing/"
MAY = f"{BRIEFING}as-of/2031-05-19/"


def test_the_list_of_changes_leads_to_an_earlier_day_and_back_to_today(harbour_url: str, page: Page) -> None:
    page.goto(f"{harbour_url}{BRIEFING}changes/")
    page.locator("#bb-days + p").get_by_role("link", name="19 May 2031").click()
    expect(page).to_have_url(harbour_url + MAY)
    expect(page.get_by_role("heading", level=1)).to_contain_text("19 May 2031")
    page.get_by_role("link", name="Positions today").click()
    expect(page).to_have_url(harbour_url + BRIEFING)


def test_the_keyboard_walks_through_the_days_without_scripts(
    harbour_url: str, page_without_scripts: Page
) -> None:
    page = page_without_scripts
    page.goto(harbour_url + MAY)
    page.locator("a[rel=prev]").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{harbour_url}{BRIEFING}as-of/2031-03-05/")


def test_a_position_of_an_earlier_day_opens_on_its_issue(harbour_url: str, page: Page) -> None:
    page.goto(harbour_url + MAY)
    page.locator("li", has_text="Conditional").get_by_role("link", name="Islanders").click()
    position = page.locator("details#bb-entry-islanders--2031-03-04")
    expect(position).to_have_attribute("open", "")
    expect(position).to_contain_text("better than nothing, and less than we need")


def test_a_change_in_the_list_of_the_site_leads_to_its_words_and_its_evidence(
    harbour_url: str, page: Page
) -> None:
    page.goto(f"{harbour_url}changes/")
    page.get_by_role("main").get_by_role("link", name="Night Line", exact=True).first.click()
    heading = page.locator(":target")
    expect(heading).to_be_in_viewport()
    expect(heading).to_contain_text("Night Line, Closing at night")
    page.locator(":target ~ p a.bb-ev").first.click()
    expect(page.locator("mark").first).to_be_visible()


def test_changed_words_are_marked_without_colour_and_for_screen_readers(harbour_url: str, page: Page) -> None:
    page.goto(f"{harbour_url}{BRIEFING}changes/")
    page.get_by_text("Word by word").first.click()
    removed, added = page.locator("del").first, page.locator("ins").first
    expect(removed).to_have_css("text-decoration-line", "line-through")
    expect(added).to_have_css("text-decoration-line", "underline")
    expect(removed.locator(".bb-vh").first).to_have_text("[removed:")
    expect(added.locator(".bb-vh").first).to_have_text("[added:")
