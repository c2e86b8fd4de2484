"""A reader's way through the real site, in a real browser, below a path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.kinds import one_of_each
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


# Words that go on in the next line though they have no hyphen. Where a language's hyphens are asked for, they are right;
# an address has nothing but its words to be parted at.
BROKEN = r"""() => {
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const style = getComputedStyle(walk.currentNode.parentElement);
    if (style.hyphens === "auto" || style.visibility === "hidden" || walk.currentNode.parentElement.closest("code")
      || walk.currentNode.data.includes("://")) continue;
    for (const word of walk.currentNode.data.matchAll(/[\p{L}\p{N}]{2,20}/gu)) {
      const range = document.createRange();
      range.setStart(walk.currentNode, word.index);
      range.setEnd(walk.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", [320, 375, 800, 1000, 1440])
def test_no_word_is_broken_by_a_narrow_column(real_site: Path, address: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    broken = {}
    for path in one_of_each(real_site):
        page.goto(address + path)
        broken[path] = page.evaluate(BROKEN)
    assert {path: words for path, words in broken.items() if words} == {}


# Where each part stands, but for what scripts put in themselves.
PLACES = """() => [...document.querySelectorAll("article *")].filter(one => !one.closest("thead, .bb-copy, output"))
  .map(one => `${one.outerHTML.slice(0, 60)} ${Math.round(one.getBoundingClientRect().top)}`)"""


@pytest.mark.parametrize("path", [OVERVIEW, f"{OVERVIEW}issues/us-proposal/"])
@pytest.mark.parametrize("width", [375, 1280])
def test_on_a_slow_line_nothing_moves_when_the_scripts_come(
    address: str, page: Page, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    held: list[Route] = []
    script = re.compile(r"/(copy|matrix)\.[^/]*js$")
    page.route(script, lambda route: held.append(route))  # noqa: PLW0108 - a method of a list has no signature
    with page.expect_request(script):
        page.goto(address + path)
    before = page.evaluate(PLACES)
    [route] = held
    route.continue_()
    expect(page.locator(".bb-copy:not([hidden]), .bb-sort").last).to_be_attached()
    assert page.evaluate(PLACES) == before


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
    assert page.title() == "Europe’s role - Talks on ending Russia’s invasion of Ukraine - Briefing Book"


def test_the_contents_mark_the_section_that_was_chosen(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(address + OVERVIEW)
    contents = page.locator(".md-sidebar--secondary")
    for title in ("Timeline", "Background"):
        link = contents.get_by_role("link", name=title)
        link.click()
        expect(link).to_have_class(re.compile("md-nav__link--active"))


def test_the_navigation_opens_at_its_top(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    for path in ("", "method/"):
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        assert (
            page.evaluate("document.querySelector('.md-sidebar--primary .md-sidebar__scrollwrap').scrollTop")
            == 0
        )


def test_on_a_phone_the_menu_is_one_list(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 812})
    page.goto(address + OVERVIEW)
    page.locator("label.md-header__button[for=__drawer]").click()
    menu = page.locator(".md-sidebar--primary")
    for name in ("Coverage", "Occupied territory", "European governments", "Glossary", "Method"):
        link = menu.get_by_role("link", name=name)
        link.scroll_into_view_if_needed()
        expect(link).to_be_in_viewport()


def test_a_wrong_address_has_the_way_to_briefings_sources_and_method(address: str, page: Page) -> None:
    page.goto(address + "404.html")
    navigation = page.locator(".md-sidebar--primary")
    for name in ("Overview", "Sources", "Method"):
        expect(navigation.get_by_role("link", name=name, exact=True)).to_have_count(1)


def test_an_inferred_stance_says_so_wherever_it_is_printed(address: str, page: Page) -> None:
    for path in ("", "changes/", f"{OVERVIEW}changes/"):
        page.goto(address + path)
        lines = page.locator(
            "article li", has_text=re.compile("United States, (The revised US proposal|Further talks)")
        )
        assert lines.count() == 2
        assert all("inferred, not stated" in line for line in lines.all_inner_texts())
    page.goto(address + OVERVIEW)
    expect(page.locator(".bb-cv td.bb-s", has_text="United States")).to_contain_text(
        ["(inferred)", "(inferred)"]
    )
    page.goto(f"{address}{OVERVIEW}issues/us-proposal/")
    expect(page.locator(".bb-prop")).to_contain_text("Counted: 3 of 4 parties, 1 inferred.")


def test_the_matrix_says_what_a_stance_answers(address: str, page: Page) -> None:
    page.goto(address + OVERVIEW)
    row = page.get_by_role("row", name=re.compile("Occupied territory")).first
    expect(row.get_by_role("rowheader")).to_contain_text(
        "Russia stays in control of Ukrainian territory that it occupies."
    )


def test_what_a_condition_rests_on_has_a_card(address: str, page: Page) -> None:
    page.goto(f"{address}{OVERVIEW}issues/us-proposal/")
    card = page.locator("figure.bb-card", has_text="to rebuild military capacity for future attacks")
    expect(card).to_contain_text("Condition")
    card.get_by_role("link", name="in its source").click()
    expect(page.locator("mark:target, mark.bb-target").first).to_be_in_viewport()


def test_the_page_for_addresses_that_do_not_exist_names_its_styles_from_the_root(real_site: Path) -> None:
    text = (real_site / "404.html").read_text(encoding="utf-8")
    assert "/briefing-book/assets/briefing-book/" in text
