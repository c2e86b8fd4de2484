"""On paper, a briefing is complete without its links, and its overview takes two pages."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fonts import with_every_font_set

OVERVIEW = "briefings/ukraine-settlement/"
# The overview fits two pages even in type that is larger by this factor: fonts of other machines need room.
ROOM = 1.03


@pytest.fixture
def paper(real_url: str, page: Page) -> Page:
    """The overview of the real briefing in print, in a window as wide as A4 between its margins."""
    page.set_viewport_size({"width": 703, "height": 1000})
    page.emulate_media(media="print")
    page.clock.set_fixed_time("2025-12-10")  # before the review is due
    page.goto(real_url + OVERVIEW)
    return page


def page_count(pdf: bytes) -> int:
    """Return the number of pages in a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@with_every_font_set
def test_the_overview_of_the_real_briefing_prints_on_two_pages_with_room_to_spare(paper: Page) -> None:
    assert page_count(paper.pdf(format="A4", prefer_css_page_size=True, scale=ROOM)) == 2


@with_every_font_set
def test_nothing_is_cut_at_the_side_of_the_paper(paper: Page) -> None:
    assert paper.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for part in paper.locator("article table:visible, article svg:visible").all():
        box = part.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 703


def test_paper_is_white_in_the_dark_scheme_too(paper: Page) -> None:
    paper.emulate_media(media="print", color_scheme="dark")
    assert paper.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_every_marker_on_paper_names_a_passage_that_is_printed(paper: Page) -> None:
    printed = paper.locator(".bb-printed").inner_text()
    markers = paper.locator("a.bb-ev:visible")
    assert markers.count() > 15
    paragraphs = {re.sub(r"\s+", " ", text).strip() for text in markers.all_inner_texts()}
    assert paragraphs <= set(re.findall(r"\d+ ¶\d+", printed))
    assert "“neither further nor closer” (Yuri Ushakov)" in printed
    assert "“more or less acceptable” … “don’t suit us” (Yuri Ushakov)" in printed


def test_a_passage_inside_a_longer_passage_of_its_kind_is_printed_once(paper: Page) -> None:
    printed = paper.locator(".bb-printed").inner_text()
    assert printed.count("Ukraine rejects any settlement that cedes land") == 1
    assert printed.count("work is not over yet") == 1


def test_a_screen_does_not_show_the_printed_list_of_passages(paper: Page) -> None:
    expect(paper.locator(".bb-printed")).to_be_visible()
    paper.emulate_media(media="screen")
    expect(paper.locator(".bb-printed")).to_be_hidden()


def test_paper_has_the_citation_without_its_files(paper: Page) -> None:
    expect(paper.locator(".bb-cite-text")).to_be_visible()
    expect(paper.locator(".bb-cite-files")).to_be_hidden()


def test_paper_opens_what_is_folded_except_the_evidence_of_rows(sizes_url: str, page: Page) -> None:
    page.goto(f"{sizes_url}briefings/nine/")
    page.emulate_media(media="print")
    page.pdf()  # the theme opens all folded parts, as before a reader prints
    expect(page.locator(".bb-fold .bb-words").first).to_be_visible()
    expect(page.locator(".bb-more .bb-cite-text")).to_be_visible()
    expect(page.locator(".bb-open figure:visible")).to_have_count(0)


def test_paper_names_the_briefing_of_an_earlier_day(harbour_url: str, page: Page) -> None:
    page.goto(f"{harbour_url}briefings/night-closing/as-of/2031-05-19/")
    page.emulate_media(media="print")
    expect(page.locator(".bb-crumb")).to_contain_text("The night closing of Halmsund harbour")
    expect(page.locator(".bb-crumb")).to_be_visible()
