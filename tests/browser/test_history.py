"""A reader follows what changed, and looks at an earlier day."""

from playwright.sync_api import Page, Route, expect

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


def test_a_reader_sees_only_what_changed_since_a_date_and_keeps_it_in_the_address(
    harbour_url: str, page: Page
) -> None:
    page.goto(f"{harbour_url}changes/")
    shown = page.locator("article h2:visible")
    expect(shown).to_have_count(5)
    page.get_by_label("Since").fill("2031-06-01")
    expect(shown).to_contain_text(["12 June 2031", "11 June 2031"])
    expect(shown).to_have_count(2)
    expect(page.get_by_text("The harbour closes at night").first).to_be_visible()
    expect(page.get_by_text("How many boats stay")).to_be_hidden()
    expect(page).to_have_url(f"{harbour_url}changes/?since=2031-06-01")
    page.reload()
    expect(shown).to_have_count(2)
    page.get_by_label("Since").fill("2032-01-01")
    expect(page.get_by_text("Nothing has changed since then.")).to_be_visible()
    page.get_by_label("Since").fill("")
    expect(shown).to_have_count(5)
    expect(page).to_have_url(f"{harbour_url}changes/")


def test_a_list_that_is_cut_says_so_for_days_that_it_does_not_have_whole(
    harbour_url: str, page: Page
) -> None:
    cut = """<p class="bb-sm" data-until="2031-05-19" hidden>Not all changes of 19 May 2031 and before are on this page.</p>"""

    def with_cut(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, body=answer.text().replace("<output data-none", f"{cut}<output data-none")
        )

    page.route(f"{harbour_url}changes/*", with_cut)
    page.goto(f"{harbour_url}changes/?since=2031-05-19")
    note = page.get_by_text("Not all changes of 19 May 2031")
    expect(note).to_be_visible()
    for day, visible in (("2031-05-20", False), ("2031-05-01", True), ("", False)):
        page.get_by_label("Since").fill(day)
        expect(note).to_be_visible(visible=visible)


def test_a_link_to_an_older_change_shows_it(harbour_url: str, page: Page) -> None:
    anchor = "bb-change-night-line--closing--2031-05-19"
    page.goto(f"{harbour_url}{BRIEFING}changes/?since=2031-06-01#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_nothing_of_an_older_day_stays_visible(harbour_url: str, page: Page) -> None:
    page.goto(f"{harbour_url}{BRIEFING}changes/?since=2031-06-12")
    expect(page.get_by_role("heading", name="Corrections")).to_be_visible()
    expect(page.locator("article").get_by_text("Word by word")).to_have_count(4)
    expect(page.locator("article details:visible, article h3:visible")).to_have_count(1)
    expect(page.get_by_text("Follow changes:")).to_be_visible()


def test_without_scripts_all_changes_are_shown_and_no_date_is_asked_for(
    harbour_url: str, page_without_scripts: Page
) -> None:
    page_without_scripts.goto(f"{harbour_url}changes/?since=2031-06-01")
    expect(page_without_scripts.locator("article h2:visible")).to_have_count(5)
    expect(page_without_scripts.locator("[data-bb-since]")).to_be_hidden()
