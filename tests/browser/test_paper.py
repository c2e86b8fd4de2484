"""An overview on paper: two clean pages that stand without their links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import serve

OVERVIEW = "briefings/ukraine-settlement/"


@pytest.fixture
def paper(real_site: Path, page: Page) -> Iterator[Page]:
    """The overview of the real briefing as it prints, on a window as wide as A4 between its margins."""
    page.set_viewport_size({"width": 703, "height": 1000})
    page.emulate_media(media="print")
    with serve(real_site) as address:
        page.goto(address + OVERVIEW)
        yield page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overview_of_the_real_briefing_prints_as_two_pages(paper: Page, scheme: str) -> None:
    paper.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
    paper.reload()
    printed = paper.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2
    assert paper.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_every_marker_of_the_printed_page_names_a_passage_that_is_printed(paper: Page) -> None:
    printed = paper.locator(".bb-printed").inner_text()
    markers = paper.locator("a.bb-ev:visible")
    assert markers.count() > 15
    paragraphs = {re.sub(r"\s+", " ", text).strip() for text in markers.all_inner_texts()}
    assert paragraphs <= set(re.findall(r"\d+ ¶\d+", printed))
    assert "“neither further nor closer” (Yuri Ushakov)" in printed
    assert "“more or less acceptable” … “don’t suit us” (Yuri Ushakov)" in printed


def test_a_passage_inside_a_longer_one_of_its_kind_is_printed_once(paper: Page) -> None:
    printed = paper.locator(".bb-printed").inner_text()
    assert printed.count("Ukraine rejects any settlement that cedes land") == 1
    assert printed.count("work is not over yet") == 1


def test_on_a_screen_nobody_hears_or_sees_the_printed_list(paper: Page) -> None:
    expect(paper.locator(".bb-printed")).to_be_visible()
    paper.emulate_media(media="screen")
    expect(paper.locator(".bb-printed")).to_be_hidden()


def test_nothing_of_the_printed_page_is_cut_at_the_side(paper: Page) -> None:
    assert paper.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for part in paper.locator("article table, article svg").all():
        if part.is_visible():
            box = part.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 703
