"""Readers choose light or dark colours; until then, pages follow their system."""

from playwright.sync_api import Locator, Page, expect

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 24, 29)"


def button(page: Page) -> Locator:
    """Return the button that changes the colours."""
    return page.get_by_role("button", name="Dark colours")


def expect_colour(page: Page, colour: str) -> None:
    """Expect the background of the page, and the state of the button that belongs to it."""
    expect(page.locator("body")).to_have_css("background-color", colour)
    expect(button(page)).to_have_attribute("aria-pressed", str(colour == DARK).lower())


def test_pages_follow_the_colours_of_the_system(real_url: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(real_url)
    expect_colour(page, DARK)
    page.emulate_media(color_scheme="light")
    expect_colour(page, LIGHT)


def test_the_colours_that_a_reader_chose_stay_on_the_next_page(real_url: str, page: Page) -> None:
    page.goto(real_url)
    button(page).press("Enter")
    expect_colour(page, DARK)
    page.goto(f"{real_url}sources/")
    expect_colour(page, DARK)
    page.emulate_media(color_scheme="dark")
    button(page).click()
    expect_colour(page, LIGHT)
