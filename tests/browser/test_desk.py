"""The desk in a browser: no barriers on any screen, everything by keyboard, and nothing for other pages to reach."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desks import NO_BARRIERS, SIDEWAYS, WIDE, barriers, opened
from tests.browser.serving import serve
from tests.browser.sizes import write_sizes
from tests.browser.test_axe import violations
from tests.building import HARBOUR, copy_project
from tests.desk.articles import PAGE as ARTICLE
from tests.desk.desks import BRIEFING, DRIVERS, TOWN, write_project
from tests.desk.test_screens import MORE_ISSUES
from tests.hostile.project import hostile_briefings, project_of


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """A project with two empty cells, a source to read, and an error in a file."""
    write_project(tmp_path)
    (tmp_path / BRIEFING).write_bytes((tmp_path / BRIEFING).read_bytes() + MORE_ISSUES)
    (tmp_path / "seeds" / "new.txt").write_text("Ada Vale said nothing new about the bridge.\n")
    (tmp_path / "seeds" / "new.yml").write_text("title: A new text\nlanguage: en\n")
    drivers = tmp_path / DRIVERS
    drivers.write_bytes(drivers.read_bytes().replace(b"stance: ", b"stance: x", 1))
    return tmp_path


SCREENS = ("/briefings/bridge", "/briefings/bridge?show=empty", "/sources", "/parties", "/articles/new", "/new/party", "/parties/town", "/new/briefing", "/briefings/bridge/new-issue", "/briefings/bridge/issues/width", "/rename/party/town", "/briefings/bridge/about", "/glossary", "/new/term", "/changes", "/errors", "/keys", "/tour/1", "/find?q=bridge", f"/editor?file={DRIVERS}&line=4", "/editor?file=seeds/report.txt")  # fmt: skip


def test_no_screen_has_a_violation_or_scrolls_sideways_in_any_view(bridge: Path, page: Page) -> None:
    with opened(bridge, page) as guard:
        assert barriers(page, guard, SCREENS) == NO_BARRIERS


def test_an_empty_project_has_no_violation(tmp_path: Path, page: Page) -> None:
    for folder in ("seeds", "briefings"):
        (tmp_path / folder).mkdir()
    with opened(tmp_path, page):
        page.get_by_role("link", name="Skip", exact=True).click()
        expect(page.get_by_role("heading", name="Start here")).to_be_visible()
        assert violations(page) == set()


def test_cells_are_found_marked_and_filled_by_keyboard(bridge: Path, page: Page) -> None:
    before = (bridge / TOWN).read_bytes()
    with opened(bridge, page):
        page.locator("[data-cell]").first.focus()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("checkbox").first).to_be_focused()
        page.keyboard.press("Space")
        expect(page.locator("[data-marked]")).to_have_text("1 marked cell: say that nothing was found.")
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("checkbox").last).to_be_focused()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Control+Enter")
        expect(page.locator("nav .n[title='1 step']")).to_be_visible()
    (first, last) = (bridge / TOWN).read_bytes().removeprefix(before).split(b", searched_until: ")
    assert first == b"  - {issue: opening, stance: not-found"
    assert last.endswith(b"}\n")


def test_the_table_is_one_stop_of_the_tab_key_and_enter_opens_a_cell(bridge: Path, page: Page) -> None:
    with opened(bridge, page):
        stops = page.locator("[data-cell]").evaluate_all(
            "cells => cells.filter(cell => cell.tabIndex === 0).length"
        )
        assert stops == 1
        page.locator("[data-cell]").first.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/(positions|editor)"))


def test_thirty_issues_of_twenty_parties_scroll_inside_with_their_heads(tmp_path: Path, page: Page) -> None:
    root = write_sizes(tmp_path, "thirty")
    with opened(root, page) as guard:
        page.set_viewport_size(WIDE)
        page.goto(f"{guard.address}/briefings/thirty")
        page.locator("[data-cell]").last.focus()
        page.keyboard.press("ArrowLeft")
        assert not page.evaluate(SIDEWAYS)
        head, issue, cell = (
            page.locator(selector).bounding_box()
            for selector in (
                ".mx thead th:last-child",
                ".mx tbody tr:last-child th",
                ".mx tr:last-child td:nth-last-child(2)",
            )
        )
        assert head
        assert issue
        assert cell
        table = page.locator(".mw").bounding_box()
        assert table
        assert abs(head["y"] - table["y"]) < 4
        assert abs(issue["x"] - table["x"]) < 4
        assert cell["x"] >= issue["x"] + issue["width"] - 1


def test_the_editor_explains_the_key_at_the_cursor_and_saves_by_keyboard(bridge: Path, page: Page) -> None:
    with opened(bridge, page) as guard:
        page.goto(f"{guard.address}/editor?file={TOWN}&line=4")
        expect(page.locator("[data-key-help] h2")).to_have_text("stance")
        page.keyboard.press("ArrowDown")
        expect(page.locator("[data-key-help] h2")).to_have_text("searched_until")
        page.keyboard.press("End")
        page.keyboard.type("  # checked again")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("status")).to_contain_text("Saved.")
    assert b"searched_until: 2031-05-02  # checked again\n" in (bridge / TOWN).read_bytes()


def test_single_letters_work_outside_fields_and_can_be_switched_off(bridge: Path, page: Page) -> None:
    with opened(bridge, page):
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("?")
        expect(page.get_by_role("searchbox")).to_have_value("?")
        page.get_by_role("searchbox").blur()
        page.keyboard.press("?")
        page.get_by_role("button", name="Switch single letters off").click()
        page.goto(page.url.replace("/keys", "/parties"))
        page.keyboard.press("?")
        expect(page.get_by_role("heading", name="Parties")).to_be_visible()


def test_the_message_for_a_commit_is_selected_where_the_browser_refuses_to_copy_it(
    bridge: Path, page: Page
) -> None:
    with opened(bridge, page) as guard:
        page.get_by_role("checkbox").first.check()
        page.get_by_role("button", name="Write them").click()
        page.goto(f"{guard.address}/changes")
        page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('refused')))")
        page.locator("[data-copy]").click()
        expect(page.locator("[data-copy]")).to_have_text("Selected: press Ctrl+C")
        assert "no position found" in page.evaluate("getSelection().toString()")


def test_hostile_texts_run_nothing(tmp_path: Path, page: Page) -> None:
    for path, content in project_of(hostile_briefings()).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    slugs = [f"/briefings/talks{end}" for end in hostile_briefings()]
    with opened(tmp_path, page) as guard:
        for path in (*slugs, "/sources", "/parties", "/find?q=Anna", "/editor?file=briefings/parties.yml"):
            page.goto(guard.address + path)
            assert page.evaluate("typeof window.Q7") == "undefined", path


ATTACK = """<!doctype html><title>Attack</title><body>
<iframe src="{desk}/parties"></iframe><img src="{desk}/assets/icon.svg"><script src="{desk}/assets/desk.js"></script>
<form method="post" action="{desk}/briefings/bridge"><input name="cell" value="town opening"><input name="until" value="2031-05-02"></form>
<script>
window.found = [];
for (const path of ["/", "/parties", "/editor?file={town}"])
  fetch("{desk}" + path, {{credentials: "include"}}).then((answer) => answer.text()).then(
    (text) => found.push(text), () => found.push(""));
</script>"""


def test_a_page_of_another_port_reads_and_writes_nothing(
    bridge: Path, tmp_path_factory: pytest.TempPathFactory, page: Page
) -> None:
    site = tmp_path_factory.mktemp("attack")
    before = (bridge / TOWN).read_bytes()
    browser = page.context.browser
    assert browser
    context = browser.new_context()  # its errors are expected
    attacked = context.new_page()
    with opened(bridge, attacked) as guard:
        (site / "index.html").write_text(ATTACK.format(desk=guard.address, town=TOWN))
        with serve(site) as url:
            attacked.goto(url)
            attacked.wait_for_function("window.found.length === 3")
            assert attacked.evaluate("window.found") == ["", "", ""]
            assert "Ada Vale" not in attacked.frames[1].content()
            attacked.locator("form").evaluate("form => form.submit()")
            attacked.wait_for_url(f"{guard.address}/**")
            expect(attacked.locator("body")).to_contain_text("Only pages of the desk may")
    context.close()
    assert (bridge / TOWN).read_bytes() == before


def test_a_double_click_sends_a_form_once(bridge: Path, page: Page) -> None:
    clicks = """button => {
        const refused = [];
        document.addEventListener("submit", (event) => refused.push(event.defaultPrevented));
        button.click();
        button.click();
        return refused;
    }"""
    with opened(bridge, page) as guard:
        page.goto(guard.address + "/new/party")
        page.locator("[name=name]").fill("The Ferry Union")
        assert page.locator("[data-save]").evaluate(clicks) == [False, True]
        expect(page.locator("main")).to_contain_text("The Ferry Union")


def test_the_harbour_example_is_in_german_as_its_site_is(tmp_path: Path, page: Page) -> None:
    root = copy_project(HARBOUR, tmp_path)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("  language: en\n", "  language: de\n"))
    with opened(root, page):
        expect(page.get_by_role("link", name="Tabelle")).to_be_visible()
        assert violations(page) == set()


def test_an_article_is_dropped_its_marked_line_struck_by_key_and_saved(tmp_path: Path, page: Page) -> None:
    write_project(tmp_path)
    with opened(tmp_path, page) as guard:
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(guard.address + "/articles/new")
        page.evaluate(
            """text => {
                const files = new DataTransfer();
                files.items.add(new File([text], "ramps.html", { type: "text/html" }));
                document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
            }""",
            ARTICLE.decode(),
        )
        page.wait_for_selector("[data-article]")
        assert violations(page, None) == set()
        marked = page.locator(".dbt")
        expect(marked).to_have_count(1)
        expect(page.get_by_text("1 to decide")).to_be_visible()
        page.keyboard.press("x")
        expect(page.get_by_text("0 to decide · 1 struck")).to_be_visible()
        page.keyboard.press("k")
        expect(page.get_by_text("0 to decide · 0 struck")).to_be_visible()
        page.keyboard.press("x")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("j")
        assert (
            marked.evaluate("row => getComputedStyle(row.querySelector('.v')).textDecorationLine")
            == "line-through"
        )
        page.keyboard.press("Control+Enter")
        page.wait_for_url(lambda url: "/articles/" not in url)
    (text,) = [path.read_text() for path in (tmp_path / "seeds").glob("ferry-firm*.txt")]
    assert "cannot sleep" not in text
    assert "on Tuesday night. The council did not say" in text


def test_a_file_that_is_too_large_is_not_sent(tmp_path: Path, page: Page) -> None:
    write_project(tmp_path)
    sent: list[str] = []
    with opened(tmp_path, page) as guard:
        page.goto(guard.address + "/articles/new")
        page.evaluate("document.querySelector('[data-drop]').dataset.largest = 10")
        page.on("request", lambda request: sent.append(request.method))
        page.set_input_files(
            "[name=file]", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"eleven byte"}
        )
        expect(page.get_by_text("This file is larger than")).to_be_visible()
    assert "POST" not in sent
