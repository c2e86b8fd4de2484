"""A reader's way through the real site, in a real browser, below a path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import serve

OVERVIEW = "briefings/ukraine-settlement/"
SOURCE = "sources/moscow-talks-2025-12-02/"


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with serve(real_site) as found:
        yield found


def test_a_marker_of_the_answer_leads_to_the_highlighted_words(address: str, page: Page) -> None:
    page.goto(address + OVERVIEW)
    page.locator("#bb-answer-2 a.bb-ev").first.click()
    expect(page.locator("mark", has_text="neither further nor closer")).to_be_in_viewport()


def test_the_passage_leads_back_to_what_rests_on_it(address: str, page: Page) -> None:
    page.goto(address + SOURCE)
    page.locator("#p2 .bb-mg").get_by_role("link", name="Russia, The revised US proposal").first.click()
    expect(page.locator("figure:target")).to_be_in_viewport()
    expect(page.locator("figure:target blockquote")).to_contain_text("neither further nor closer")


def test_a_cell_of_the_matrix_leads_to_the_party_s_evidence(address: str, page: Page) -> None:
    page.goto(address + OVERVIEW)
    page.get_by_role("row", name=re.compile("Occupied territory")).first.get_by_role(
        "link", name="Rejects"
    ).click()
    expect(page.locator("#bb-party-ukraine")).to_be_in_viewport()


@pytest.mark.parametrize(
    "path", ["", OVERVIEW, f"{OVERVIEW}issues/european-role/", "parties/russia/", SOURCE, "method/"]
)
@pytest.mark.parametrize("width", [320, 375, 768, 1000, 1440])
def test_no_page_scrolls_sideways(address: str, page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_page_reads_without_scripts(address: str, page: Page) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    try:
        plain = context.new_page()
        plain.goto(address + OVERVIEW)
        expect(plain.get_by_role("heading", level=1)).to_contain_text(
            "Talks on ending Russia’s invasion of Ukraine"
        )
        plain.locator("#bb-answer-2 a.bb-ev").first.click()
        expect(plain.locator("mark", has_text="neither further nor closer")).to_be_in_viewport()
    finally:
        context.close()


def test_the_title_names_the_page_and_the_site(address: str, page: Page) -> None:
    page.goto(f"{address}{OVERVIEW}issues/european-role/")
    assert page.title() == "Europe’s role - Briefing Book"


def test_the_page_for_addresses_that_do_not_exist_names_its_styles_from_the_root(real_site: Path) -> None:
    text = (real_site / "404.html").read_text(encoding="utf-8")
    assert "/briefing-book/assets/briefing-book/" in text
