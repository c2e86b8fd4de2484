"""A reader cites a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import serve

PAGES = ("briefings/ukraine-settlement/", "briefings/ukraine-settlement/issues/us-proposal/")


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with serve(real_site) as found:
        yield found


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_opens_the_citation_and_reaches_its_files(address: str, page: Page, path: str) -> None:
    page.goto(address + path)
    line = page.locator(".bb-cite-text")
    expect(line).to_be_hidden()
    page.locator(".bb-cite summary").focus()
    page.keyboard.press("Enter")
    expect(line).to_be_visible()
    expect(line).to_contain_text(path)
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name=name, exact=True)).to_be_focused()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "cite.csl.json"


def test_one_click_selects_the_line_whole(address: str, page: Page) -> None:
    page.goto(address + PAGES[0])
    page.locator(".bb-cite summary").click()
    line = page.locator(".bb-cite-text")
    line.click()
    assert page.evaluate("String(getSelection()).trim()") == line.inner_text().strip()


def test_paper_holds_the_line_and_not_the_files(address: str, page: Page) -> None:
    page.goto(address + PAGES[0])
    page.emulate_media(media="print")
    expect(page.locator(".bb-cite-text")).to_be_visible()
    expect(page.locator(".bb-cite-files")).to_be_hidden()
    expect(page.locator(".bb-cite summary")).to_be_hidden()
