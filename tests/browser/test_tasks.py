"""Ten tasks of readers with a phone, from the home page: each takes at most two taps and two screens of scrolling."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.reader import Reader

NIGHT = "The night closing of Halmsund harbour"


def link(reader: Reader, name: str) -> None:
    """Tap the first visible link that has this name."""
    reader.tap(reader.page.get_by_role("link", name=name).filter(visible=True).first)


def who_rejects_it_in_which_words(reader: Reader) -> None:
    link(reader, NIGHT)
    row = reader.page.locator("#bb-block-closing ~ * li", has_text="rejects").filter(visible=True).first
    assert "“" in reader.look(row).inner_text()


def what_changed_since_a_date(reader: Reader) -> None:
    link(reader, NIGHT)
    link(reader, "Changes")
    reader.page.get_by_label("Since").fill("2031-05-20")
    reader.read("11 June 2031")


def is_it_up_to_date(reader: Reader) -> None:
    reader.read("Reviewed 12 June 2031")


def what_is_unknown(reader: Reader) -> None:
    link(reader, NIGHT)
    reader.read("Who would pay for quieter ramps")


def where_does_the_article_say_so(reader: Reader) -> None:
    link(reader, NIGHT)
    reader.tap(reader.page.locator("a.bb-ev:visible").first)
    reader.look(reader.page.locator("mark.bb-target, mark:target").first)


def compare_two_parties(reader: Reader) -> None:
    link(reader, NIGHT)
    link(reader, "Compare")
    first = reader.page.locator(".bb-columns").first
    for party in ("Council", "Islanders"):
        reader.look(first.get_by_text(party).filter(visible=True).first)


def cite_it(reader: Reader) -> None:
    link(reader, NIGHT)
    link(reader, "Cite")
    reader.look(reader.page.locator(".bb-cite-text").first)


def find_a_phrase(reader: Reader) -> None:
    reader.tap(reader.page.get_by_role("button", name="Search").first)
    reader.page.locator("dialog [name=q]").fill("counter of complaints")
    reader.tap(reader.page.locator(".bb-search li a").first)
    reader.read("counter of complaints")


def share_a_claim(reader: Reader) -> None:
    link(reader, NIGHT)
    link(reader, "Share")


def print_it(reader: Reader) -> None:
    link(reader, NIGHT)
    reader.page.evaluate("window.print = () => { document.title = 'printed' }")
    reader.tap(reader.page.get_by_role("button", name="Print").filter(visible=True).first)
    assert reader.page.title() == "printed"


TASKS: tuple[Callable[[Reader], None], ...] = (
    who_rejects_it_in_which_words, what_changed_since_a_date, is_it_up_to_date, what_is_unknown,
    where_does_the_article_say_so, compare_two_parties, cite_it, find_a_phrase, share_a_claim, print_it,
)  # fmt: skip


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__)
def test_a_task_takes_two_taps_and_two_screens(
    harbour_url: str, page: Page, task: Callable[[Reader], None]
) -> None:
    reader = Reader(page, harbour_url)
    task(reader)
    assert reader.taps <= 2
    assert reader.screens <= 2
