"""Reports on a terminal, and the panel of the live preview."""

from pathlib import PurePosixPath

import pytest

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.location import Location
from generator.reporting.panel import error_panel, placeholder_page
from generator.reporting.text import report, summary
from generator.site.repository import NOWHERE, editor_links

RULE = Rule("E900", "wrong", Severity.ERROR, "Something is wrong.", "")
WARNING = Rule("W901", "odd", Severity.WARNING, "Something is odd.", "")


def at(text: str, words: str, line: int = 1, file: str = "a.yml") -> Location:
    """Mark `words` in the line `text`."""
    return Location(file, line, text.index(words) + 1, len(words), text)


def excerpt(location: Location) -> list[str]:
    """Return the line of a report and its carets."""
    return report([RULE.at(location, "wrong")]).splitlines()[1:3]


def under_carets(location: Location) -> str:
    """Return the words above the carets."""
    line, carets = (row.expandtabs(4) for row in excerpt(location))
    return line[carets.index("^") : carets.rindex("^") + 1]


def test_a_report_has_location_message_line_carets_and_hint() -> None:
    error = RULE.at(at("status: stuck", "stuck", 3), "“stuck” is wrong", "Write:\n  status: stalled")
    assert report([error]).splitlines() == [
        "a.yml:3:9: error[E900] “stuck” is wrong",
        "    3 | status: stuck",
        "      |         ^^^^^",
        "      = Write:",
        "      =   status: stalled",
        "",
        "1 error in 1 file.",
    ]


def test_a_report_without_a_line_and_a_hint_is_short() -> None:
    assert report([RULE.at(Location("seeds/a.txt"), "empty")]).splitlines() == [
        "seeds/a.txt:1:1: error[E900] empty",
        "",
        "1 error in 1 file.",
    ]


@pytest.mark.parametrize(
    ("diagnostics", "expected"),
    [
        ([], "No problems found."),
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
def test_the_last_line_has_the_counts(diagnostics: list[Diagnostic], expected: str) -> None:
    assert summary(diagnostics) == expected
    assert expected in report(diagnostics).splitlines()


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
def test_the_carets_are_under_the_marked_words(text: str, words: str) -> None:
    assert under_carets(at(text, words)) == words


@pytest.mark.parametrize(
    ("text", "words"), [("日本語: 首都 word", "word"), ("日本語: 首都 word", "首都"), ("🌉: word", "word")]
)
def test_the_carets_are_under_words_after_wide_letters(text: str, words: str) -> None:
    line, carets = excerpt(at(text, words))
    assert _columns(carets.partition("^")[0]) == _columns(line.partition(words)[0])
    assert carets.count("^") == _columns(words)


def _columns(text: str) -> int:
    """Count terminal columns: two for each letter that is not ASCII, as in the texts above."""
    return sum(1 if char.isascii() else 2 for char in text)


def test_combining_marks_take_no_column() -> None:
    line, carets = excerpt(at("cafe\u0301: word", "word"))
    assert carets.index("^") == line.index("word") - 1


def test_a_long_line_is_cut_to_fit_a_terminal() -> None:
    line, carets = excerpt(at("x" * 300 + " word " + "y" * 300, "word"))
    assert "… " not in line
    assert line.startswith("    1 | …x")
    assert line.endswith("y…")
    assert max(len(line), len(carets)) <= 120


def test_marked_words_may_be_longer_than_the_shown_line() -> None:
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
def test_a_location_at_or_after_the_end_of_a_line_has_a_caret(location: Location) -> None:
    assert excerpt(location)[1].count("^") >= 1


# Control characters, characters that change the direction of text, and invisible ones.
UNSAFE = "\x1b\x00\x08\r\x7f\x85\x9b\u2028\u202e\u2067\u061c\u200b\ufeff\udc80"


@pytest.mark.parametrize("char", list(UNSAFE), ids=lambda char: f"U+{ord(char):04X}")
def test_an_unsafe_character_is_replaced_everywhere(char: str) -> None:
    text = f"key: a{char}[31mred"
    text_report = report(
        [RULE.at(Location(f"a{char}.yml", 1, 6, 2, text), f"wrong: {text}", f"Write: {text}")]
    )
    assert char not in text_report
    assert text_report.count("a�") >= 4


def test_a_message_with_several_lines_cannot_fake_another_error() -> None:
    text_report = report([RULE.at(Location("a.yml"), "wrong\nb.yml:1:1: error[E201] made up")])
    assert not any(line.startswith("b.yml") for line in text_report.splitlines())


def test_the_panel_escapes_the_report() -> None:
    panel = error_panel([RULE.at(at("key: <b>&", "<b>"), "“<script>” is wrong")], NOWHERE)
    assert "<script>" not in panel
    assert "“&lt;script&gt;” is wrong" in panel
    assert "<b>&" not in panel


def test_each_location_in_the_panel_opens_in_an_editor() -> None:
    diagnostics = [RULE.at(Location("a.yml", 3, 5), "wrong"), RULE.at(Location("b c.yml", 7), "wrong")]
    panel = error_panel(diagnostics, editor_links(PurePosixPath("/home/me")))
    assert '<a href="vscode://file/home/me/a.yml:3:5">a.yml:3:5</a>: error[E900] wrong' in panel
    assert '<a href="vscode://file/home/me/b%20c.yml:7:1">b c.yml:7:1</a>: error[E900] wrong' in panel
    assert "2 errors in 2 files." in panel


def test_the_placeholder_page_is_the_home_page() -> None:
    page = placeholder_page()
    assert page.uri == "index.md"
    assert page.markdown.startswith("---\ntitle: ")


INFO = Rule("I902", "wordy", Severity.INFO, "A word is odd.", "")


def infos(lines: range, file: str = "a.yml") -> list[Diagnostic]:
    """Return an info message on each line of a file."""
    return [INFO.at(Location(file, line, 3), f"word {line}", "Look at it.") for line in lines]


def test_many_info_messages_of_a_rule_in_a_file_are_one_with_all_lines() -> None:
    assert report(infos(range(5, 10))).splitlines() == [
        "a.yml:5:3: info[I902] word 5",
        "      = Look at it.",
        "      = 4 more of I902 in this file, in the lines 6, 7, 8, 9",
        "",
        "5 info messages in 1 file.",
    ]


def test_few_info_messages_and_those_of_other_files_are_shown_one_by_one() -> None:
    few = [*infos(range(1, 4)), *infos(range(1, 4), "b.yml")]
    assert report(few).count("word") == 6


def test_warnings_are_never_grouped() -> None:
    many = [WARNING.at(Location("a.yml", line), "odd") for line in range(1, 9)]
    assert report(many).count("W901") == 8
