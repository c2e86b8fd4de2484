"""The script that measures pages finds every fault on pages made for it, and nothing on sound pages."""

import pytest
from playwright.sync_api import Page

from tests.browser.layout import problems

HEAD = "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title><style>body{font:16px/1.5 sans-serif;margin:20px}</style>"
MARK = "<svg width=16 height=16><circle cx=8 cy=8 r=8></svg>"
MASK = (
    "<i style='display:inline-block;width:16px;height:16px;background:red;mask:linear-gradient(red,red)'></i>"
)
NARROW = "width:3em;overflow-wrap:anywhere"
FAULTS = {
    "<p>First</p><p style=margin-top:-2em>Second</p>": ["overlaps p “First”: p “Second”"],
    "<p style=position:relative><b>One</b><i style=position:absolute;left:8px>Two</i></p>": ["overlaps b “One”: i “Two”"],
    f"<p>Words</p><div style='margin-top:-2.5em;padding-left:1.5em'>{MARK}<i style=padding-left:2em>for it</i></div>": ["overlaps svg “svg”: p “Words”"],
    f"<p>Words</p><div style='margin-top:-2.5em;padding-left:1.5em'>{MASK}<i style=padding-left:2em>for it</i></div>": ["overlaps i “i”: p “Words”"],
    "<svg width=200 height=40><text y=20>Council</text><text x=30 y=20>Ferry line</text></svg>": ["overlaps text “Council”: text “Ferry line”"],
    "<table style=width:0><td style=max-width:3em>Harbour</td><td>Union</td></table>": ["sticks out of its column: td “Harbour”", "overlaps td “Harbour”: td “Union”"],
    "<p style='width:12em;word-break:break-all'>and the harbour departments met": ["word broken: p “departments”"],
    f"<p style='{NARROW}'>and four more departments": ["column narrower than a word: p “departments”"],
    "<p style='width:.9em;overflow-wrap:anywhere'>and 4 more": ["column narrower than a word: p “and”", "column narrower than a word: p “more”"],
    "<h2 style='writing-mode:vertical-rl;height:3em;overflow-wrap:anywhere'>Departments": ["column narrower than a word: h2 “Departments”"],
    "<p style='width:9em;overflow:hidden;white-space:nowrap'>A sentence that goes on": ["cut without a sign: p “A sentence that goes on”"],
    "<div style='height:1.5em;overflow:clip'><p style=margin:0>One line<br>and another": ["cut without a sign: p “and another”"],
    "<p style=margin-left:-3em>A sentence": ["cut at the side of the page: p “A sentence”"],
    "<p style=width:120vw>A sentence": ["the page scrolls sideways"],
    "<div tabindex=0 style=overflow:auto;width:9em><pre>A sentence that goes on": ["scrolls without a name: div “A sentence that goes on”"],
    "<div aria-label=Text style=overflow:auto;width:9em><pre>A sentence that goes on": ["scrolls without taking the focus: div “A sentence that goes on”"],
    f"<table><td>{MARK}<td>Yes</table>": ["mark without a word: td “”"],
    "<ul style='list-style:none;line-height:1.2'><li><a href=#>One</a><li><a href=#>Two</a></ul>": [
        "target below 24 pixels: a “One”", "target below 24 pixels: a “Two”",
    ],
    "<button style='width:16px;height:16px;padding:0'>i</button><button style=height:40px>Next": ["target below 24 pixels: button “i”"],
}  # fmt: skip
SOUND = (
    "<p>A line with <b>bold</b> words and a <a href=#>link</a>, so narrow that it takes many lines<p>and another.",
    "<p style='width:9em;overflow:hidden;white-space:nowrap;text-overflow:ellipsis'>A sentence that goes on",
    "<div tabindex=0 aria-label=Text style=overflow:auto;width:9em><pre>A sentence that goes on",
    f"<p style='{NARROW}'>Donaudampfschifffahrtsgesellschaftskapitän",
    "<p style='width:5em;hyphens:auto;overflow-wrap:anywhere'>The departments of the harbour",
    "<p style='width:5em;overflow-wrap:anywhere'>docs/guides/departments/harbour",
    f"<table><td>{MARK} <span style='position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap'>rejects it</span></table>",
    f"<p><svg role=img aria-label=Rejects width=16 height=16></svg></p><p>{MARK} Rejects</p>",
    "<a href=#a style=position:absolute;left:-99rem>Skip</a><p style='position:fixed;top:0'>Over</p><p>Under",
    "<details><summary>More</summary><div style=margin-top:-3em>Inside</div></details>",
    "<ul style='list-style:none;line-height:1.2'><li style=padding:6px><a href=#>One</a><li style=padding:6px><a href=#>Two</a></ul>",
    "<h2 style='writing-mode:vertical-rl;height:8em'>Regional ports board of the coast</h2><h2 style='writing-mode:vertical-rl'>Union",
)


@pytest.fixture
def small(page: Page) -> Page:
    """An empty page in a window of a phone."""
    page.set_viewport_size({"width": 375, "height": 800})
    return page


@pytest.mark.parametrize(("html", "expected"), FAULTS.items())
def test_a_fault_is_found_and_named(small: Page, html: str, expected: list[str]) -> None:
    small.set_content(HEAD + html)
    assert problems(small) == expected


def test_sound_pages_have_no_problem(small: Page) -> None:
    found = {}
    for html in SOUND:
        small.set_content(HEAD + html)
        found[html] = problems(small)
    assert [html for html in SOUND if found[html]] == []


def test_large_type_needs_no_room_for_longer_words_and_paper_none_for_fingers(small: Page) -> None:
    small.set_content(
        f"{HEAD}<p style='{NARROW}'>The departments</p><button style='width:9px;height:9px;padding:0'>i</button><button>Next"
    )
    assert len(problems(small)) == 2
    assert problems(small, 8, paper=True) == []
