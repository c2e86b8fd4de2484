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
    expect(page.locator(".bb-cite .bb-print")).to_be_visible()
    for name in ("Copy the citation", "Share", "Print", "BibTeX", "RIS", "CSL-JSON"):
        page.keyboard.press("Tab")
        expect(page.locator("#bb-cite :focus")).to_have_text(name)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "cite.csl.json"


def test_one_click_selects_the_whole_citation(real_url: str, page: Page) -> None:
    page.goto(real_url + OVERVIEW)
    page.locator(".bb-cite summary").click()
    citation = page.locator(".bb-cite-text")
    citation.click()
    assert page.evaluate("String(getSelection()).trim()") == citation.inner_text().strip()


def test_the_citation_is_copied_and_the_page_is_printed(real_url: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(real_url + OVERVIEW)
    page.locator(".bb-cite summary").click()
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.locator(".bb-cite .bb-copy")).to_have_text("Copied")
    assert (
        page.evaluate("navigator.clipboard.readText()") == page.locator(".bb-cite-text").inner_text().strip()
    )
    page.locator(".bb-cite .bb-print").click()
    assert page.evaluate("window.printed")


def test_without_scripts_the_citation_is_there_to_select(real_url: str, page_without_scripts: Page) -> None:
    page_without_scripts.goto(real_url + OVERVIEW)
    page_without_scripts.locator(".bb-cite summary").click()
    expect(page_without_scripts.locator(".bb-cite-text")).to_be_visible()
    expect(page_without_scripts.locator(".bb-cite :is(.bb-copy, .bb-print):visible")).to_have_count(0)
