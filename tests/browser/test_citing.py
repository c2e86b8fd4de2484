"""A reader cites a page."""

import pytest
from playwright.sync_api import Page, expect

OVERVIEW = "briefings/ukraine-settlement/"


@pytest.mark.parametrize("path", [OVERVIEW, f"{OVERVIEW}issues/us-proposal/"])
def test_the_keyboard_opens_the_citation_and_reaches_its_files(real_url: str, page: Page, path: str) -> None:
    page.goto(real_url + path)
    citation = page.locator(".bb-cite-text")
    expect(citation).to_be_hidden()
    page.locator(".bb-cite summary").focus()
    page.keyboard.press("Enter")
    expect(citation).to_be_visible()
    expect(citation).to_contain_text(path)
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name=name, exact=True)).to_be_focused()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "cite.csl.json"


def test_one_click_selects_the_whole_citation(real_url: str, page: Page) -> None:
    page.goto(real_url + OVERVIEW)
    page.locator(".bb-cite summary").click()
    citation = page.locator(".bb-cite-text")
    citation.click()
    assert page.evaluate("String(getSelection()).trim()") == citation.inner_text().strip()
