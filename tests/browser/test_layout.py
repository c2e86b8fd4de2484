"""At every width, with the fonts of different machines, on paper and in large type, every page can be read."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.fonts import with_every_font_set
from tests.browser.layout import problems_of_site

OVERVIEW = "briefings/ukraine-settlement/"
ISSUE = f"{OVERVIEW}issues/us-proposal/"


@with_every_font_set
def test_nothing_overlaps_breaks_or_is_cut_on_a_page_of_the_real_site(real_site: Path, page: Page) -> None:
    assert problems_of_site(page, real_site, shared=False) == []


def test_nothing_overlaps_breaks_or_is_cut_on_a_page_of_the_harbour_example(
    harbour_site: Path, page: Page
) -> None:
    assert problems_of_site(page, harbour_site, shared=True) == []


# The place of each element, except those that scripts add.
PLACES = """() => [...document.querySelectorAll("article *")]
  .filter(element => !element.closest("thead, .bb-copy, output"))
  .map(element => `${element.outerHTML.slice(0, 60)} ${Math.round(element.getBoundingClientRect().top)}`)"""


@pytest.mark.parametrize(("path", "width"), [(OVERVIEW, 375), (ISSUE, 1280)])
def test_nothing_moves_when_scripts_arrive_late(real_url: str, page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    held: list[Route] = []
    script = re.compile(r"/(copy|matrix)\.[^/]*js$")
    page.route(script, lambda route: held.append(route))  # noqa: PLW0108 - a method of a list has no signature
    with page.expect_request(script):
        page.goto(real_url + path)
    before = page.evaluate(PLACES)
    [route] = held
    route.continue_()
    expect(page.locator(".bb-copy:not([hidden]), .bb-sort").last).to_be_attached()
    assert page.evaluate(PLACES) == before
