"""Barriers for people who use assistive technology: axe-core on every kind of page."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.kinds import SHARED, kind_of, largest_of_each_kind
from tests.browser.serving import serve

Violation = tuple[str, str, str]


def violations(page: Page, rules: dict[str, Any] | None = None) -> set[Violation]:
    """Return what axe finds on a page: the rule, the element, and the first line of the explanation."""
    options = {"resultTypes": ["violations"], **(rules or {})}
    found = Axe().run(page, options=options).response["violations"]
    return {
        (rule["id"], " ".join(map(str, node["target"])), node["failureSummary"].split("\n")[1].strip())
        for rule in found
        for node in rule["nodes"]
    }


# The contrast of colours takes most of the time, and is the same at every width. Only it depends on the scheme.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
NO_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}}


@pytest.mark.parametrize("site", ["real_site", "harbour_site"])
def test_no_kind_of_page_has_a_violation_wide_or_narrow_light_or_dark(
    site: str, page: Page, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(site)
    found: set[tuple[str, str, Violation]] = set()
    with serve(folder) as url:
        for path in largest_of_each_kind(folder):
            if site == "harbour_site" and path.startswith(SHARED):
                continue
            page.set_viewport_size({"width": 1280, "height": 900})
            page.emulate_media(color_scheme="light")
            page.goto(url + path)
            views = {"wide": violations(page)}
            page.emulate_media(color_scheme="dark")
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
            views["dark"] = violations(page, CONTRAST)
            page.set_viewport_size({"width": 375, "height": 900})
            views["narrow"] = violations(page, NO_CONTRAST)
            found |= {(kind_of(path), view, each) for view, all_ in views.items() for each in all_}
    assert sorted(found) == []


def test_the_404_page_has_no_violation(real_url: str, page: Page) -> None:
    page.goto(f"{real_url}404.html")
    assert violations(page) == set()


def test_the_open_search_has_no_violation(real_url: str, page: Page) -> None:
    page.goto(f"{real_url}?q=Ukraine")
    page.locator(".bb-search li").first.wait_for()
    assert violations(page) == set()


def test_every_kind_of_page_is_checked(real_site: Path) -> None:
    kinds = {kind_of(path.rstrip("/") or ".") for path in largest_of_each_kind(real_site)}
    assert kinds >= {".", "briefings/*", "briefings/*/issues/*", "parties/*", "sources/*", "method"}
