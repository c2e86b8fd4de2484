"""The form of a position in a browser: no barriers, everything by keyboard, verdicts while typing."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.desks import NO_BARRIERS, barriers, opened
from tests.building import HARBOUR, copy_project

NIGHT = "/briefings/night-closing/positions"
ISLANDERS_FILE = "briefings/night-closing/positions/islanders.yml"
SCREENS = (
    f"{NIGHT}/night-line/closing",
    f"{NIGHT}/harbour-council/closing?entry=0",
    f"{NIGHT}/crews/noise-limit",
    "/briefings/boats/positions/crews/boats",
    "/briefings/boats/positions/islanders/berth?new=1",
)


def test_the_form_has_no_violation_and_does_not_scroll_sideways_in_any_view(
    tmp_path: Path, page: Page
) -> None:
    def open_details() -> None:
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")

    with opened(copy_project(HARBOUR, tmp_path), page) as guard:
        assert barriers(page, guard, SCREENS, open_details) == NO_BARRIERS


def test_a_position_is_written_by_keyboard_alone(tmp_path: Path, page: Page) -> None:
    root = copy_project(HARBOUR, tmp_path)
    before = (root / ISLANDERS_FILE).read_text()
    with opened(root, page) as guard:
        page.goto(f"{guard.address}{NIGHT}/islanders/paid-rest")
        page.keyboard.press("2")  # accepts
        page.get_by_label("Text", exact=True).select_option("gull-2031-02-10")
        page.locator("main").focus()
        page.keyboard.press("e")
        expect(page.get_by_role("heading", name="Your selection")).to_be_visible()
        page.wait_for_load_state()  # the script of the page listens to keys
        page.keyboard.press("f")
        page.keyboard.type("We ask for one thing")
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name="Add to “Islanders on Paid rest”")).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.locator("#f-as_of")).to_have_value("2031-02-10")
        page.wait_for_load_state()
        statement = page.get_by_label("Statement", exact=True)
        statement.focus()
        page.keyboard.type("Runa Aske said that the islanders “asked for one thing”.")
        expect(page.locator("[data-swap=verdicts]")).to_contain_text("is in no source")
        page.get_by_role("button", name="Take its words").focus()
        page.keyboard.press("Enter")
        expect(statement).to_have_value("Runa Aske said that the islanders “ask for one thing”.")
        expect(page.locator("[data-swap=verdicts]")).to_contain_text("is in evidence 1")
        expect(page.locator("[data-swap=preview] q")).to_have_text("ask for one thing")
        statement.focus()
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("status")).to_contain_text("Saved.")
    old = "  - {issue: paid-rest, stance: not-found, searched_until: 2031-06-11}\n"
    new = """\
  - issue: paid-rest
    stance: accepts
    as_of: 2031-02-10
    searched_until: 2031-06-11
    statement: Runa Aske said that the islanders “ask for one thing”.
    evidence:
      - source: gull-2031-02-10
        quote: "We ask for one thing"
        speaker: runa-aske
"""
    assert (root / ISLANDERS_FILE).read_text() == before.replace(old, new)


def test_evidence_moves_without_a_new_page_and_the_focus_stays_with_it(tmp_path: Path, page: Page) -> None:
    with opened(copy_project(HARBOUR, tmp_path), page) as guard:
        page.goto(f"{guard.address}{NIGHT}/harbour-council/closing?entry=0")
        page.get_by_label("Reason").fill("As typed.")
        button = page.locator("button[value='down evidence 0']")
        button.press("Enter")
        cards = page.locator("#f-evidence blockquote")
        expect(cards.nth(1)).to_contain_text("The council supports a closing")
        expect(button).to_be_focused()
        button.press("Enter")
        expect(cards.nth(2)).to_contain_text("The council supports a closing")
        expect(page.get_by_label("Reason")).to_have_value("As typed.")
        page.get_by_label("Since when").press("Enter")  # it only checks
        page.locator("button[value='add conditions']").press("Enter")
        expect(page.get_by_label("Condition 2")).to_be_focused()
        expect(page.get_by_label("Reason")).to_have_value("As typed.")
        assert page.url.endswith("?entry=0")  # no other page was loaded
