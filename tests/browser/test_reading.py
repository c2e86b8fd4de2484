"""A reader's way through the real site, in a real browser, below a path."""

import re

import pytest
from playwright.sync_api import Page, expect

OVERVIEW = "briefings/ukraine-settlement/"
ISSUE = f"{OVERVIEW}issues/us-proposal/"


def test_a_marker_of_the_summary_leads_to_the_highlighted_words(real_url: str, page: Page) -> None:
    page.goto(real_url + OVERVIEW)
    page.locator("#bb-key-point-1 a.bb-ev").last.click()
    expect(page.locator("mark", has_text="neither further nor closer")).to_be_in_viewport()


def test_a_passage_leads_back_to_the_position_that_cites_it(real_url: str, page: Page) -> None:
    page.goto(f"{real_url}sources/moscow-talks-2025-12-02/#at-394-447")
    frame = page.locator(".bb-uses > div:visible")
    expect(frame).to_contain_text("is evidence for")
    frame.get_by_role("link", name="Back to The revised US proposal").first.click()
    expect(page.locator("figure:target")).to_be_in_viewport()


def test_an_issue_in_the_table_leads_to_its_block_and_a_party_to_its_page(real_url: str, page: Page) -> None:
    page.goto(real_url + OVERVIEW)
    page.get_by_role("row").get_by_role("link", name="Risk of a wider war").click()
    block = page.locator("#bb-block-risk-of-wider-war")
    expect(block).to_be_in_viewport()
    page.locator("#bb-block-risk-of-wider-war + .bb-block").get_by_role("link", name="Russia").first.click()
    expect(page.locator("[id$=--risk-of-wider-war]").first).to_be_in_viewport()


def test_a_condition_has_a_card_with_its_evidence(real_url: str, page: Page) -> None:
    page.goto(real_url + ISSUE)
    card = page.locator("figure.bb-card", has=page.locator("b", has_text="would require additional work"))
    expect(card).to_contain_text("Condition")
    card.get_by_role("link", name="Read it in the source").click()
    expect(page.locator("mark:target, mark.bb-target").first).to_be_in_viewport()


def test_the_title_names_the_page_the_briefing_and_the_site(real_url: str, page: Page) -> None:
    page.goto(f"{real_url}{OVERVIEW}issues/european-role/")
    assert page.title() == "Europe’s role - Talks on ending Russia’s invasion of Ukraine - Briefing Book"


def test_the_contents_mark_the_section_that_was_clicked(real_url: str, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(real_url + OVERVIEW)
    contents = page.locator(".md-sidebar--secondary")
    for title in ("3 Security guarantees", "More in this briefing"):
        link = contents.get_by_role("link", name=title)
        link.click()
        expect(link).to_have_class(re.compile("bb-here"))


@pytest.mark.parametrize("width", [320, 375, 768, 1440])
def test_the_bar_of_a_briefing_is_whole_at_every_width(real_url: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 812})
    page.goto(f"{real_url}{OVERVIEW}parties/")
    bar = page.get_by_role("navigation", name="This briefing").get_by_role("link")
    assert bar.count() >= 3
    boxes = bar.evaluate_all("all => all.map(link => link.getBoundingClientRect().toJSON())")
    assert all(box["left"] >= 0 and box["right"] <= width and box["height"] >= 24 for box in boxes)
    expect(page.locator(".bb-bar [aria-current]")).to_have_text(["Parties"])


def test_on_a_phone_the_entries_of_the_header_are_in_the_footer(real_url: str, page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 812})
    page.goto(real_url + OVERVIEW)
    for name in ("Briefings", "How we work", "About"):
        expect(page.locator("header").get_by_role("link", name=name, exact=True)).to_have_count(0)
        expect(page.locator("footer").get_by_role("link", name=name, exact=True)).to_be_visible()


def test_the_404_page_has_the_header_and_the_footer(real_url: str, page: Page) -> None:
    page.goto(real_url + "404.html")
    for part in ("header", "footer"):
        for name in ("Briefings", "How we work", "About"):
            expect(page.locator(part).get_by_role("link", name=name, exact=True)).to_have_count(1)


def test_an_inferred_stance_says_so_in_the_table_in_its_row_and_in_the_result(
    real_url: str, page: Page
) -> None:
    page.goto(real_url + OVERVIEW)
    table = page.get_by_role("row", name=re.compile("The revised US proposal"))
    expect(table.get_by_role("cell", name=re.compile("inferred by editors"))).to_have_count(3)
    block = page.locator("#bb-block-us-proposal + .bb-block")
    expect(block.locator("li", has_text="United States")).to_contain_text("Inferred by editors")
    expect(block.locator(".bb-res")).to_contain_text("all 3 inferred")
    page.goto(real_url + ISSUE)
    expect(page.locator(".bb-res").first).to_contain_text("all 3 inferred")
