"""Without scripts, every page has all its text and links, and only the search is missing."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.kinds import largest_of_each_kind

OVERVIEW = "briefings/ukraine-settlement/"
TEXT = "article :is(h1, h2, h3, p, li, td, dt, dd, blockquote, figcaption)"


def test_every_page_has_all_its_text_and_links(
    real_url: str, real_site: Path, page: Page, page_without_scripts: Page
) -> None:
    for path in largest_of_each_kind(real_site):
        page.goto(real_url + path)
        page_without_scripts.goto(real_url + path)
        for shown in (TEXT, "article a"):
            expected = page.locator(shown).all_text_contents()
            assert page_without_scripts.locator(shown).all_text_contents() == expected, path


def test_a_marker_leads_to_the_highlighted_words(real_url: str, page_without_scripts: Page) -> None:
    page_without_scripts.goto(real_url + OVERVIEW)
    page_without_scripts.locator("#bb-key-point-1 a.bb-ev").last.click()
    expect(page_without_scripts.locator("mark", has_text="neither further nor closer")).to_be_in_viewport()


def test_folded_parts_open(real_url: str, page_without_scripts: Page) -> None:
    page_without_scripts.goto(real_url + OVERVIEW)
    folded = page_without_scripts.locator("article details").first
    folded.locator("summary").first.click()
    expect(folded).to_have_attribute("open", "")


def test_the_evidence_of_a_row_opens_in_place(real_url: str, page_without_scripts: Page) -> None:
    page_without_scripts.goto(real_url + OVERVIEW)
    rows = page_without_scripts.locator("#bb-block-occupied-territory + .bb-block li")
    row = rows.filter(has=page_without_scripts.get_by_role("link", name="Ukraine", exact=True))
    expect(row.locator("blockquote")).to_have_count(2)
    expect(row.locator("blockquote:visible")).to_have_count(0)
    row.locator("summary").click()
    expect(row.locator("blockquote").first).to_be_visible()


def test_no_button_offers_to_print(real_url: str, page_without_scripts: Page) -> None:
    page_without_scripts.goto(real_url + OVERVIEW)
    assert page_without_scripts.locator(".bb-print").count() > 0
    expect(page_without_scripts.locator(".bb-print:visible")).to_have_count(0)


def test_no_card_offers_to_copy(real_url: str, page_without_scripts: Page) -> None:
    page_without_scripts.goto(f"{real_url}{OVERVIEW}issues/us-proposal/")
    assert page_without_scripts.locator(".bb-copy").count() > 0
    expect(page_without_scripts.locator(".bb-copy:visible")).to_have_count(0)


def test_a_sentence_in_place_of_the_search_leads_to_the_sources(
    real_url: str, page_without_scripts: Page
) -> None:
    page_without_scripts.goto(real_url)
    expect(page_without_scripts.locator("button.bb-find")).to_be_hidden()
    page_without_scripts.locator("header a.bb-find").click()
    expect(page_without_scripts).to_have_url(re.compile("/sources/$"))
