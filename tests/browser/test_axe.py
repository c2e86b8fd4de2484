"""Barriers for people who use assistive technology: axe-core on every kind of page."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.kinds import SHARED, kind_of, largest_of_each_kind
from tests.browser.serving import serve

Violation = tuple[str, str, str]


def violations(page: Page, *, contrast: bool = True) -> set[Violation]:
    """Return what axe finds on a page: the rule, the element, and the first line of the explanation.

    The contrast of colours takes most of the time, and is the same at every width.
    """
    options = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": contrast}}}
    found = Axe().run(page, options=options).response["violations"]
    return {
        (rule["id"], " ".join(map(str, node["target"])), node["failureSummary"].split("\n")[1].strip())
        for rule in found
        for node in rule["nodes"]
    }


@pytest.mark.parametrize(
    ("site", "view"), [("real_site", "light"), ("real_site", "phone"), ("harbour_site", "dark")]
)
def test_no_kind_of_page_has_a_violation(
    site: str, view: str, page: Page, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(site)
    page.set_viewport_size({"width": 375 if view == "phone" else 1440, "height": 900})
    page.emulate_media(color_scheme="dark" if view == "dark" else "light")
    found: set[tuple[str, Violation]] = set()
    with serve(folder) as url:
        for path in largest_of_each_kind(folder):
            if site == "harbour_site" and path.startswith(SHARED):
                continue
            page.goto(url + path)
            found |= {(kind_of(path), violation) for violation in violations(page, contrast=view != "phone")}
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
