"""How diagnostics are told: on a terminal, and on the panel of the live preview."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.location import Location
from generator.reporting.panel import fault_page, fault_panel
from generator.reporting.text import report, summary
from generator.site.repository import NOWHERE, editor_links

RULE = Rule.error("E900", "wrong", "Something is wrong.", "")
WARNING = Rule("W901", "odd", Severity.WARNING, "Something is odd.", "")


def at(text: str, words: str, line: int = 1, file: str = "a.yml") -> Location:
    """Mark `words` in the line `text`."""
    return Location(file, line, text.index(words) + 1, len(words), text)


def excerpt(location: Location) -> list[str]:
    """Give the two lines that show where a fault stands."""
    return report([RULE.at(location, "wrong")]).splitlines()[1:3]


def under_carets(location: Location) -> str:
    """Give what stands above the carets, as a terminal with any width of tabs shows it."""
    line, carets = (row.expandtabs(4) for row in excerpt(location))
    return line[carets.index("^") : carets.rindex("^") + 1]


def test_a_fault_is_told_with_its_place_its_line_and_what_to_do() -> None:
    fault = RULE.at(at("status: stuck", "stuck", 3), "“stuck” is wrong", "Write:\n  status: stalled")
    assert report([fault]).splitlines() == [
        "a.yml:3:9: error[E900] “stuck” is wrong",
        "    3 | status: stuck",
        "      |         ^^^^^",
        "      = Write:",
        "      =   status: stalled",
        "",
        "1 error in 1 file.",
    ]


def test_a_fault_without_a_line_or_a_hint_is_told_without() -> None:
    assert report([RULE.at(Location("seeds/a.txt"), "empty")]).splitlines() == [
        "seeds/a.txt:1:1: error[E900] empty",
        "",
        "1 error in 1 file.",
    ]


@pytest.mark.parametrize(
    ("faults", "expected"),
    [
        ([], "No faults."),
        ([RULE.at(Location("a"), "x")], "1 error in 1 file."),
        ([WARNING.at(Location("a"), "x")], "1 warning in 1 file."),
        (
            [RULE.at(Location("a"), "x"), WARNING.at(Location("a", 2), "x")],
            "1 error and 1 warning in 1 file.",
        ),
        ([RULE.at(Location(name, 1), "x") for name in "abb"], "3 errors in 2 files."),
        ([RULE.at(Location("a", line), "x") for line in range(1234)], "1,234 errors in 1 file."),
    ],
)
def test_the_last_line_counts(faults: list[Diagnostic], expected: str) -> None:
    assert summary(faults) == expected
    assert expected in report(faults).splitlines()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("key: a word here", "word"),
        ("\tkey:\ta word\there", "word"),
        ("x" * 300 + " word " + "y" * 300, "word"),
        ("word " + "y" * 300, "word"),
        ("x" * 300 + " word", "word"),
        ("\t" * 200 + "word", "word"),
    ],
)
def test_the_carets_stand_under_the_words_that_are_meant(text: str, words: str) -> None:
    assert under_carets(at(text, words)) == words


@pytest.mark.parametrize(
    ("text", "words"), [("日本語: 首都 word", "word"), ("日本語: 首都 word", "首都"), ("🌉: word", "word")]
)
def test_the_carets_stand_under_words_behind_wide_letters(text: str, words: str) -> None:
    line, carets = excerpt(at(text, words))
    assert _columns(carets.partition("^")[0]) == _columns(line.partition(words)[0])
    assert carets.count("^") == _columns(words)


def _columns(text: str) -> int:
    """Count columns of a terminal: two for each letter that is not ASCII, in the texts above."""
    return sum(1 if char.isascii() else 2 for char in text)


def test_combining_marks_take_no_column() -> None:
    line, carets = excerpt(at("cafe\u0301: word", "word"))
    assert carets.index("^") == line.index("word") - 1


def test_a_long_line_is_cut_so_that_it_fits_a_terminal_and_says_so() -> None:
    line, carets = excerpt(at("x" * 300 + " word " + "y" * 300, "word"))
    assert "… " not in line
    assert line.startswith("    1 | …x")
    assert line.endswith("y…")
    assert max(len(line), len(carets)) <= 120


def test_what_is_meant_may_be_longer_than_what_is_shown() -> None:
    line, carets = excerpt(at("key: " + "x" * 500, "x" * 500))
    assert len(carets) <= len(line)
    assert carets.count("^") > 50


@pytest.mark.parametrize(
    "location",
    [
        Location("a.yml", 1, 4, 1, "key"),
        Location("a.yml", 1, 40, 1, "key"),
        Location("a.yml", 1, 400, 9, "x" * 200),
        Location("a.yml", 1, 1, 40, "key"),
        Location("a.yml", 1, 2, 0, "key"),
    ],
)
def test_a_place_at_or_behind_the_end_of_a_line_still_has_a_caret(location: Location) -> None:
    assert excerpt(location)[1].count("^") >= 1


# What a terminal obeys, what turns the direction of text, what cannot be seen.
HARMFUL = [
    "\x1b",
    "\x00",
    "\x07",
    "\x08",
    "\r",
    "\x7f",
    "\x85",
    "\x9b",
    "\u2028",
    "\u202e",
    "\u2067",
    "\u200e",
    "\u061c",
    "\u200b",
    "\ufeff",
    "\udc80",
]


@pytest.mark.parametrize("char", HARMFUL, ids=lambda char: f"U+{ord(char):04X}")
def test_a_hidden_character_is_shown_harmlessly_wherever_it_stands(char: str) -> None:
    text = f"key: a{char}[31mred"
    told = report([RULE.at(Location(f"a{char}.yml", 1, 6, 2, text), f"wrong: {text}", f"Write: {text}")])
    assert char not in told
    assert told.count("a�") >= 4


def test_a_message_of_several_lines_cannot_pass_for_another_fault() -> None:
    told = report([RULE.at(Location("a.yml"), "wrong\nb.yml:1:1: error[E201] made up")])
    assert not any(line.startswith("b.yml") for line in told.splitlines())


def test_the_panel_shows_a_report_as_text_and_nothing_of_it_as_html() -> None:
    panel = fault_panel([RULE.at(at("key: <b>&", "<b>"), "“<script>” is wrong")], NOWHERE)
    assert "<script>" not in panel
    assert "“&lt;script&gt;” is wrong" in panel
    assert "<b>&" not in panel


def test_each_place_in_the_panel_opens_in_an_editor() -> None:
    faults = [RULE.at(Location("a.yml", 3, 5), "wrong"), RULE.at(Location("b c.yml", 7), "wrong")]
    panel = fault_panel(faults, editor_links(PurePosixPath("/home/me")))
    assert '<a href="vscode://file/home/me/a.yml:3:5">a.yml:3:5</a>: error[E900] wrong' in panel
    assert '<a href="vscode://file/home/me/b%20c.yml:7:1">b c.yml:7:1</a>: error[E900] wrong' in panel
    assert "2 errors in 2 files." in panel


def test_faults_of_several_files_are_counted_for_each() -> None:
    faults = [RULE.at(Location(name, line), "x") for name, line in (("b", 1), ("a", 1), ("b", 2))]
    assert report([*faults, WARNING.at(Location("a", 9), "y")]).splitlines()[-3:] == [
        "3 errors and 1 warning in 2 files.",
        "  a: 1 error and 1 warning",
        "  b: 2 errors",
    ]


def test_the_page_that_stands_for_a_site_with_faults_is_the_home_page() -> None:
    page = fault_page()
    assert page.uri == "index.md"
    assert page.markdown.startswith("---\ntitle: ")
