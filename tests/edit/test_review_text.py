"""A converted file is shown in lines that fit the terminal, with the number of each paragraph."""

import pytest
from rich.cells import cell_len

from generator.edit.articles.converted import Converted, Doubt, Line
from generator.edit.articles.incoming import Incoming
from generator.edit.articles.review import Review
from generator.edit.articles.review_text import as_text, ranges, wrapped

TEXT = "The council said: 港口夜间关闭，议会说。 " * 5 + "https://example.org/" + "a" * 90


@pytest.mark.parametrize("width", [20, 33, 80])
def test_lines_fit_their_width_also_with_wide_characters_and_long_words(width: int) -> None:
    rows = [*wrapped(TEXT, width)]
    assert max(map(cell_len, rows)) <= width
    assert "".join(rows).replace(" ", "") == TEXT.replace(" ", "")
    assert sum(map(cell_len, rows)) > (len(rows) - 1) * width / 2  # lines are filled


def test_every_paragraph_has_its_number_and_a_doubt_its_reason() -> None:
    lines = (Line("First."), *(Line(f"Number {n}.", (Doubt.MENU,) * (n == 10)) for n in range(2, 12)))
    text = as_text(Review(Incoming(b"x", "a.html"), Converted("html", lines)), 60)
    assert text.startswith("  1   First.\n  2   Number 2.\n")
    assert " 10 ? Number 10.\n      [looks like a menu or a list of links]\n 11   Number 11.\n" in text


@pytest.mark.parametrize(("numbers", "text"), [([3, 7, 8, 9, 1], "1,3,7-9"), ([], ""), ([2, 3], "2-3")])
def test_numbers_are_written_as_ranges(numbers: list[int], text: str) -> None:
    assert ranges(numbers) == text
