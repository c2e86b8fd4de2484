"""What people who use assistive technology would stumble over: axe-core on every kind of page."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.kinds import kind_of, one_of_each
from tests.browser.serving import serve

VIEWS = {
    "light": (1440, "light"),
    "dark": (1440, "dark"),
    "phone": (375, "light"),
    "dark phone": (375, "dark"),
}


# Pages written by hand are the same in every site: each width and each choice of colours once.
BY_HAND = ("adr/", "guides/", "reference/")


def violations(page: Page) -> set[tuple[str, str, str]]:
    """Give what axe finds on a page: rule, element and the first line of what is wrong."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return {
        (rule["id"], " ".join(map(str, node["target"])), node["failureSummary"].split("\n")[1].strip())
        for rule in found
        for node in rule["nodes"]
    }


@pytest.mark.parametrize(
    ("corpus", "view"),
    # The second corpus has the same kinds of pages and some more: each width and each choice of colours once.
    [*(("real_site", view) for view in VIEWS), ("harbour_site", "light"), ("harbour_site", "dark phone")],
)
def test_no_kind_of_page_has_a_violation_of_ours(
    corpus: str, view: str, request: pytest.FixtureRequest, chromium: Browser
) -> None:
    site: Path = request.getfixturevalue(corpus)
    width, scheme = VIEWS[view]
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    with serve(site) as address:
        told = set()
        for at in one_of_each(site):
            if at.startswith(BY_HAND) and (corpus, view) not in (
                ("real_site", "light"),
                ("real_site", "dark phone"),
            ):
                continue
            page.goto(address + at)
            told |= {(kind_of(at), *one) for one in violations(page)}
    context.close()
    assert sorted(told) == []


def test_the_page_for_addresses_that_are_none_has_none(real_site: Path, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    with serve(real_site) as address:
        page.goto(f"{address}no/such/page/")
        assert violations(page) == set()
    context.close()


def test_the_open_search_has_none_either(real_site: Path, page: Page) -> None:
    with serve(real_site) as address:
        page.goto(f"{address}?q=Ukraine")
        page.locator(".bb-search li").first.wait_for()
        assert violations(page) == set()


def test_every_kind_of_page_is_looked_at(real_site: Path) -> None:
    kinds = {kind_of(at.rstrip("/") or ".") for at in one_of_each(real_site)}
    assert kinds >= {
        ".",
        "briefings/*",
        "briefings/*/issues/*",
        "parties/*",
        "sources/*",
        "method",
    }
