"""At every width, and with the fonts of different machines, every page fits its window."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.fonts import with_every_font_set
from tests.browser.kinds import SHARED, largest_of_each_kind
from tests.browser.serving import serve

OVERVIEW = "briefings/ukraine-settlement/"
ISSUE = f"{OVERVIEW}issues/us-proposal/"
# CSS pixels. 320 is also a window of 1280 at 400 per cent.
WIDTHS = (320, 375, 800, 1000, 1440)

# Words that continue in the next line without a hyphen. Words in a language that the browser hyphenates may do so,
# and so may paths and URLs, which have no other place for a line break. Chinese characters may always go to the next line.
BROKEN_WORDS = r"""() => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const found = [];
  const range = document.createRange();
  while (walker.nextNode()) {
    const { data, parentElement: parent } = walker.currentNode;
    const style = getComputedStyle(parent);
    if (style.hyphens === "auto" || style.visibility === "hidden" || parent.closest("code")) continue;
    range.selectNodeContents(walker.currentNode);
    if (range.getClientRects().length < 2) continue;
    for (const word of data.matchAll(/(?<![^\s]*\/[^\s]*)[\p{L}\p{N}]{2,20}(?![^\s]*\/)/gu)) {
      if (/\p{Script=Han}/u.test(word[0])) continue;
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


def layout_problems(page: Page, folder: Path, *, shared: bool) -> list[str]:
    """Return the problems on the largest page of each kind, at each width."""
    problems = []
    with serve(folder) as url:
        for path in largest_of_each_kind(folder):
            if path.startswith(SHARED) and not shared:
                continue
            page.goto(url + path)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    problems.append(f"{path} scrolls sideways at {width} pixels")
                problems += [f"{path} breaks {word} at {width}" for word in page.evaluate(BROKEN_WORDS)]
    return problems


@with_every_font_set
def test_no_page_of_the_real_site_scrolls_sideways_or_breaks_a_word(real_site: Path, page: Page) -> None:
    assert layout_problems(page, real_site, shared=True) == []


def test_no_page_of_the_harbour_example_scrolls_sideways_or_breaks_a_word(
    harbour_site: Path, page: Page
) -> None:
    assert layout_problems(page, harbour_site, shared=False) == []


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
