"""With the keyboard alone, a reader reaches everything, in order, and sees where the focus is."""

import itertools
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.kinds import SHARED, largest_of_each_kind
from tests.browser.serving import wait_for_scripts

MOST_STEPS = 400
STEPS_AT_ONCE = 10  # between two looks at the record
TO_THE_TOP = "md-top"  # the theme's link to the top, which appears only while a reader scrolls
# Record each element that gets the focus. Scrolling areas and the browser's own controls are not recorded.
RECORD = """() => { window.seen = new Set(); window.steps = []; document.addEventListener("focusin", ({ target }) => {
    // The theme's colour switch is a hidden field, and the icon beside it shows the focus.
    const drawn = target.matches(".md-option") ? target.nextElementSibling : target;
    const style = getComputedStyle(drawn), box = drawn.getBoundingClientRect();
    const [first = target] = window.seen, again = window.seen.size > 0 && target === first;
    window.seen.add(target);
    window.steps.push({
        name: target.outerHTML.slice(0, 120),
        again,
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
        shown: box.width > 0 && box.height > 0,
    });
}); }"""
# Links and controls that did not get the focus. Of a group of radio buttons, the arrow keys reach all but the first.
MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter(control => control.checkVisibility({visibilityProperty: true}) && !control.closest("[inert]")
        && control.tabIndex >= 0 && !control.disabled && control.type !== "radio" && !control.matches(".md-top")
        && !(control.closest("details:not([open])") && !control.matches("summary")) && !window.seen.has(control))
    .map(control => control.outerHTML.slice(0, 120))"""


def test_the_keyboard_reaches_every_link_and_control_of_a_briefing_and_shows_the_focus(
    real_url: str, real_site: Path, page: Page
) -> None:
    for path in largest_of_each_kind(real_site):
        if path.startswith(SHARED):
            continue
        page.goto(real_url + path)
        wait_for_scripts(page)
        page.evaluate(RECORD)
        for _ in range(0, MOST_STEPS, STEPS_AT_ONCE):
            for _ in range(STEPS_AT_ONCE):
                page.keyboard.press("Tab")
            if page.evaluate("window.steps.some(step => step.again)"):
                break
        steps = itertools.takewhile(lambda step: not step["again"], page.evaluate("window.steps"))
        hidden = [step["name"] for step in steps if not (step["outlined"] and step["shown"])]
        assert [name for name in hidden if TO_THE_TOP not in name] == [], path
        assert page.evaluate("window.seen.size") > 5, path
        assert page.evaluate(MISSED) == [], path


def test_the_first_tab_offers_to_skip_to_the_content(real_url: str, page: Page) -> None:
    page.goto(real_url)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#bb-title"
