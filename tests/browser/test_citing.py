"""A reader cites a page, or the words of a card."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.site.pages import links
from generator.site.pages.entries import CellView
from generator.site.pages.views import Views
from tests.browser.serving import wait_for_scripts
from tests.building import HARBOUR, REAL_URL, ROOT
from tests.site.exports.sites import site_at

OVERVIEW = "briefings/ukraine-settlement/"
COPY_ALL = """async () => {
  const copied = [];
  navigator.clipboard.writeText = text => Promise.resolve(copied.push(text));
  document.querySelectorAll(".bb-card .bb-copy").forEach(button => button.click());
  return copied;
}"""


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


@pytest.mark.parametrize(("root", "address"), [(ROOT, REAL_URL), (HARBOUR, "")], ids=["real", "harbour"])
def test_every_card_is_copied_with_its_words_and_all_that_is_known_of_them(
    real_url: str, harbour_url: str, page: Page, root: Path, address: str
) -> None:
    site = site_at(root, address)
    url = harbour_url if root == HARBOUR else real_url
    expected: dict[str, set[str]] = {"": set()}  # by page; home, overviews and parties repeat cards of issues
    for slug, briefing in site.corpus.briefings.items():
        views = Views(site, briefing)
        expected |= {links.folder(links.briefing_page(slug)): set()}
        expected |= {links.folder(links.party_page(party)): set() for party in briefing.about.parties}
        for row in views.analysis.matrix:
            path = links.folder(links.issue_page(slug, row.issue))
            entries = [entry for cell in row.cells for entry in CellView(views, cell).entries]
            cards = [card for entry in entries for card in entry.cards if card.citation]
            expected[path] = {f"{card.citation} {address or url}{path}#{card.home.anchor}" for card in cards}
    everywhere, repeated = set().union(*expected.values()), set[str]()
    for path, copied in expected.items():
        page.goto(url + path)
        wait_for_scripts(page)
        found = set(page.evaluate(COPY_ALL))
        assert found == copied if copied else found <= everywhere, path
        repeated |= set() if copied else found
    assert repeated
