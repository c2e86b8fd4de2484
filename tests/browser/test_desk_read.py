"""Read and pick in a browser: what is selected on the page is what the stored text has there, by mouse and by keyboard alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.desk.guard import Guard
from tests.browser.desks import NO_BARRIERS, WIDE, barriers, opened
from tests.building import HARBOUR, copy_project

TEXT = """\
🚢 One 👩‍👩‍👧 “boat & its crew sail,” Ida Lund said. “We wait,” she said.
قالت إيدا لوند: «تبقى القوارب في الميناء ليلا اليوم» ثم غادرت القاعة.
船長は「船は夜に出ない。港で待つ」と言った。
"""
PICKED = """([from, to]) => {
  const paragraph = [...document.querySelectorAll("[data-start]")].find((each) => each.textContent.includes(from));
  const point = (place) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); place -= node.length) if (place <= node.length) return [node, place];
  };
  const range = document.createRange();
  range.setStart(...point(paragraph.textContent.indexOf(from)));
  range.setEnd(...point(paragraph.textContent.indexOf(to) + to.length));
  const boxes = [...range.getClientRects()];
  const rtl = getComputedStyle(paragraph).direction === "rtl";
  const [first, last] = [boxes[0], boxes.at(-1)];
  const middle = (box) => box.top + box.height / 2;
  return [rtl ? first.right - 1 : first.left + 1, middle(first), rtl ? last.left + 1 : last.right - 1, middle(last)];
}"""


@pytest.fixture
def desk(tmp_path: Path, page: Page) -> Iterator[Guard]:
    """The desk of the harbour example with a text in three scripts, open at this text."""
    root = copy_project(HARBOUR, tmp_path)
    (root / "seeds/new.txt").write_text(TEXT, encoding="utf-8")
    (root / "seeds/new.yml").write_text("title: New\nlanguage: en\n")
    page.set_viewport_size(WIDE)
    with opened(root, page) as guard:
        page.goto(f"{guard.address}/sources/new")
        yield guard


def drag(page: Page, first: str, last: str) -> None:
    """Select the words from `first` to `last` with the mouse."""
    x, y, to_x, to_y = page.evaluate(PICKED, [first, last])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(to_x, to_y, steps=5)
    page.mouse.up()


def parts(page: Page) -> list[str]:
    """Return the words of the panel, which the server took from the stored text."""
    return page.locator("#panel blockquote q").all_inner_texts()


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("boat", "crew"),
        ("One", "sail"),
        ("تبقى", "الميناء"),
        ("船は", "出ない"),
    ],
)
def test_words_that_are_dragged_over_are_those_of_the_stored_text(first: str, last: str, page: Page) -> None:
    drag(page, first, last)
    words = TEXT[TEXT.index(first) : TEXT.index(last) + len(last)]
    expect(page.locator("#panel blockquote q")).to_have_text(words)
    start = TEXT.index(first)
    expect(page.locator("#panel [name=spans]")).to_have_value(f"{start}-{start + len(words)}")


@pytest.mark.usefixtures("desk")
def test_a_second_selection_is_a_part_one_across_it_moves_its_ends_and_escape_takes_back(page: Page) -> None:
    drag(page, "boat", "crew")
    expect(page.locator("#panel blockquote q")).to_have_count(1)
    drag(page, "We", "wait")
    expect(page.locator("#panel blockquote q")).to_have_count(2)
    drag(page, "its", "sail")
    expect(page.locator("#panel blockquote q").first).to_have_text("its crew sail")
    assert parts(page) == ["its crew sail", "We wait"]
    page.keyboard.press("Escape")
    expect(page.locator("#panel blockquote q").first).to_have_text("boat & its crew")
    page.keyboard.press("Escape")
    expect(page.locator("#panel blockquote q")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#panel blockquote q")).to_have_count(0)


@pytest.mark.usefixtures("desk")
def test_words_are_selected_by_keyboard_alone(page: Page) -> None:
    page.locator("[data-start]").first.focus()
    for key in ("ArrowRight", "ArrowRight", *["Shift+ArrowRight"] * 3):
        page.keyboard.press(key)
    expect(page.locator("#panel blockquote q")).to_have_text("its crew sail")
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator("#panel blockquote q")).to_have_text("its crew")
    page.keyboard.press("Alt+Shift+ArrowLeft")
    expect(page.locator("#panel blockquote q")).to_have_text("its cre")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")  # forwards: the text runs from right to left
    expect(page.locator("#panel blockquote q").last).to_have_text("إيدا لوند")


def test_a_quotation_is_taken_its_issue_chosen_and_its_words_added_by_keyboard_alone(
    desk: Guard, page: Page
) -> None:
    page.goto(f"{desk.address}/sources/gull-2031-05-02")
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("Shift+N")
    expect(page.locator("[data-quotation='1']")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#selection")).to_be_focused()
    page.keyboard.press("1")
    expect(page.locator("[name=goes]:checked")).to_have_value("1")
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_contain_text("Evidence added: Council, Number of boats")
    page.wait_for_load_state()  # the script of the new page
    page.keyboard.press("n")
    expect(page.locator("[data-quotation='2']")).to_be_focused()
    page.get_by_role("status").get_by_role("button").press("Enter")
    expect(page.get_by_role("status")).to_have_count(0)


@pytest.mark.usefixtures("desk")
def test_enter_takes_a_quotation_and_enter_again_begins_a_position_with_it(page: Page) -> None:
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.locator("#selection")).to_be_focused()
    page.evaluate(SLOW)
    page.keyboard.press("1")
    expect(page.locator("[name=issue]:checked")).to_have_count(1)
    page.keyboard.press("Enter")  # it waits for the answer about the issue
    expect(page).to_have_url(re.compile("/positions/harbour-council/closing"))
    expect(page.get_by_role("main")).to_contain_text("boat & its crew sail")


SLOW = """() => {
  const own = window.fetch;
  window.fetch = async (...all) => { await new Promise((done) => setTimeout(done, 500)); return own(...all); };
}"""


def test_a_press_waits_for_the_answer_about_the_newest_selection(
    desk: Guard, page: Page, tmp_path: Path
) -> None:
    page.goto(f"{desk.address}/sources/gull-2031-05-02?briefing=boats")
    drag(page, "In the", "April")
    page.locator("#panel [name=kind][value=reported]").check()
    page.locator("#panel [name=party]").select_option("harbour-council")
    page.locator("#panel [name=issue][value=boats]").check()
    expect(page.locator("#panel [data-add]")).to_be_visible()
    page.evaluate(SLOW)
    drag(page, "she had", "said that")
    page.locator("#panel [data-add]").click()
    expect(page.get_by_role("status")).to_contain_text("Evidence added")
    assert '- "she had still said that"' in (
        tmp_path / "briefings/boats/positions/harbour-council.yml"
    ).read_text(encoding="utf-8")


@pytest.mark.usefixtures("desk")
def test_words_that_are_found_become_the_selection_and_an_offer_changes_it(page: Page) -> None:
    page.keyboard.press("f")
    page.keyboard.type("boat & its")
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote q")).to_have_text("boat & its")
    expect(page.locator("#selection")).to_be_focused()
    drag(page, "boat", "crew")
    page.locator("#panel [name=kind][value=reported]").check()
    expect(page.locator("#panel blockquote")).to_have_class("v psg k-reported")
    page.reload()
    expect(page.locator("#panel blockquote q")).to_have_text("boat & its crew")
    expect(page.locator("#panel [name=kind]:checked")).to_have_value("reported")


@pytest.mark.usefixtures("desk")
def test_the_verdicts_stay_one_polite_live_region(page: Page) -> None:
    page.evaluate("window.region = document.querySelector('#panel [aria-live=polite]')")
    drag(page, "boat", "crew")
    expect(page.locator("#panel [aria-live=polite]")).to_contain_text("Found once")
    assert page.evaluate("window.region === document.querySelector('#panel [aria-live=polite]')")


def test_the_reading_screen_has_no_violation_and_does_not_scroll_sideways(desk: Guard, page: Page) -> None:
    def select_a_quotation() -> None:
        page.keyboard.press("n")
        page.keyboard.press("Enter")
        expect(page.locator("#panel blockquote")).to_be_visible()

    paths = ("/sources/gull-2031-05-02", "/sources/council-2031-05-20", "/sources/new")
    assert barriers(page, desk, paths, select_a_quotation) == NO_BARRIERS
