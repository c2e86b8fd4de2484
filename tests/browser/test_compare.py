"""A reader compares parties."""

from playwright.sync_api import Locator, Page, expect

COMPARE = "briefings/night-closing/compare/"


def shown(page: Page, selector: str) -> Locator:
    return page.locator(selector).locator("visible=true")


def test_an_address_shows_the_parties_and_issues_that_it_names(harbour_url: str, page: Page) -> None:
    page.goto(f"{harbour_url}{COMPARE}?parties=crews,islanders&issues=noise-limit")
    expect(shown(page, ".bb-compared")).to_have_attribute("data-issue", "noise-limit")
    expect(shown(page, ".bb-columns > li")).to_have_count(2)
    expect(page.get_by_role("checkbox", name="Crews")).to_be_checked()


def test_a_choice_is_kept_in_the_address(harbour_url: str, page: Page) -> None:
    page.goto(harbour_url + COMPARE)
    page.get_by_role("checkbox", name="Islanders").check()
    expect(page.get_by_text("Choose one more party.")).to_be_visible()
    page.get_by_role("checkbox", name="Night Line").check()
    expect(page).to_have_url(f"{harbour_url}{COMPARE}?parties=islanders,night-line")
    page.get_by_role("button", name="Show all").click()
    expect(page).to_have_url(harbour_url + COMPARE)


def test_a_name_that_the_briefing_does_not_have_is_said_and_left_out(harbour_url: str, page: Page) -> None:
    page.goto(f"{harbour_url}{COMPARE}?parties=crews,islanders,pirates")
    expect(page.get_by_text("Not in this briefing: pirates.")).to_be_visible()
    expect(shown(page, '.bb-columns > li[data-party="crews"]')).not_to_have_count(0)


def test_an_address_names_each_party_once_in_any_form(harbour_url: str, page: Page) -> None:
    page.goto(
        f"{harbour_url}{COMPARE}?parties=crews,crews,,%20islanders%20&parties=crews&issues=&issues=noise-limit"
    )
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(3)
    expect(shown(page, ".bb-columns > li")).to_have_count(2)
    expect(page.locator(".bb-choose output")).to_have_text("")


def test_words_of_an_address_are_said_as_text_and_shortened(harbour_url: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{harbour_url}{COMPARE}?parties=%3Cb%3E$%26$%27,{'x' * 5000}")
    expect(page.locator(".bb-choose output")).to_have_text(f"Not in this briefing: <b>$&$', {'x' * 60}.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_parties_beyond_the_most_are_left_out_by_name(crowd_url: str, page: Page) -> None:
    twice = "party-1,party-1"
    page.goto(f"{crowd_url}compare/?parties={twice},{','.join(f'party-{n}' for n in range(2, 11))}")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(8)
    expect(page.locator(".bb-choose output")).to_have_text("Too many parties; left out: Party 9, Party 10.")


def test_without_scripts_every_party_is_shown_and_no_form(
    harbour_url: str, page_without_scripts: Page
) -> None:
    page = page_without_scripts
    page.goto(f"{harbour_url}{COMPARE}?parties=crews,islanders")
    expect(shown(page, '.bb-columns > li[data-party="night-line"]')).not_to_have_count(0)
    expect(page.locator(".bb-choose")).to_be_hidden()
