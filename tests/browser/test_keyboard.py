"""By keyboard alone: everything is reached, in order, and seen where it is."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import one_of_each
from tests.browser.serving import serve, settle

MOST = 400  # steps on a page
COMES_AND_GOES = "md-top"  # the theme's way back to the top, as one scrolls
AT_ONCE = 10  # steps between two looks at what was noted
# Notes each step as it is taken. What scrolls, and what comes behind the last step, is no element that is noted.
NOTE = """() => { window.seen = new Set(); window.steps = []; document.addEventListener("focusin", ({ target: here }) => {
    // The theme's choice of colours is a hidden field, and the sign beside it shows where one is.
    const drawn = here.matches(".md-option") ? here.nextElementSibling : here;
    const style = getComputedStyle(drawn), box = drawn.getBoundingClientRect();
    const [first = here] = window.seen, again = window.seen.size > 0 && here === first;
    window.seen.add(here);
    window.steps.push({
        name: here.outerHTML.slice(0, 120),
        again,
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
        shown: box.width > 0 && box.height > 0,
    });
}); }"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest("[inert]") && one.tabIndex >= 0
        && !one.disabled && !(one.closest("details:not([open])") && !one.matches("summary")))
    .filter(one => one.type !== "radio")  // one of a group is a step, the others are reached by arrows
    .filter(one => !one.matches(".md-top"))
    .filter(one => !window.seen.has(one)).map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with serve(real_site) as found:
        yield found


def test_every_link_and_control_of_every_kind_of_page_is_reached_and_seen(
    address: str, real_site: Path, page: Page
) -> None:
    for at in one_of_each(real_site):
        page.goto(address + at)
        settle(page)
        page.evaluate(NOTE)
        for _ in range(0, MOST, AT_ONCE):
            for _ in range(AT_ONCE):
                page.keyboard.press("Tab")
            if page.evaluate("window.steps.some(one => one.again)"):
                break
        first = itertools.takewhile(lambda here: not here["again"], page.evaluate("window.steps"))
        assert [
            here["name"]
            for here in first
            if not (here["outlined"] and here["shown"]) and COMES_AND_GOES not in here["name"]
        ] == [], at
        assert page.evaluate("window.seen.size") > 5, at
        assert page.evaluate(REACHABLE) == [], at


def test_the_first_step_offers_to_skip_to_the_content(address: str, page: Page) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#bb-title"


def test_all_words_and_links_are_there_without_scripts(
    address: str, real_site: Path, chromium: Browser, page: Page
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    bare = context.new_page()
    for at in one_of_each(real_site):
        page.goto(address + at)
        bare.goto(address + at)
        # Heads of the matrix become controls where scripts run.
        said = "article :is(h1, h2, h3, p, li, td, dt, dd, blockquote, figcaption)"
        assert bare.locator(said).all_text_contents() == page.locator(said).all_text_contents(), at
        assert bare.locator("article a").count() == page.locator("article a").count(), at
    context.close()


def test_folded_parts_open_without_scripts(address: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}briefings/ukraine-settlement/")
    folded = page.locator("article details").first
    folded.locator("summary").first.click()
    expect(folded).to_have_attribute("open", "")
    context.close()
