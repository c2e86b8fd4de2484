"""The text of PDF files in many layouts comes out as it was set."""

import sys
import tracemalloc
from functools import cache

import pytest

from generator.edit.articles.converted import Converted, Doubt
from generator.edit.articles.pdf import convert
from tests.articles.pdf_files import Made, body, pages_pdf, quoted, shown
from tests.articles.pdf_layouts import JUSTIFIED, LAYOUTS
from tests.articles.pdf_texts import ENGLISH, paragraphs
from tests.articles.scoring import differences, misses, score, table, total


@cache
def _converted(name: str) -> Converted:
    return convert(LAYOUTS[name].pdf(), f"{name}.pdf")


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_gives_its_text(name: str) -> None:
    converted, made = _converted(name), LAYOUTS[name]
    assert not misses(score(converted, made.truth)), differences(converted, made.truth)
    pages = {
        number: [line.page for line in converted.lines if line.text == made.text[number - 1]]
        for number in made.pages
    }
    assert all(page in pages[number] for number, page in made.pages.items()), pages


def test_all_layouts_together_reach_the_figures() -> None:
    scores = {name: score(_converted(name), made.truth) for name, made in LAYOUTS.items()}
    print(table(scores))  # noqa: T201 - the figures are part of the result
    assert len(scores) >= 20
    assert not misses(total(scores.values()))


def test_a_real_hyphen_at_a_line_end_stays_and_is_listed_for_review() -> None:
    lines = [
        "A cease-",
        "fire was announced, and the nego-",
        "tiations about the cease-fire go on until the end of the week.",
    ]
    content = shown([(72, 700 - 14 * row, 11, line) for row, line in enumerate(lines)])
    converted = convert(pages_pdf([content]), "talks.pdf")
    assert [line.text for line in converted.lines] == [
        "A cease-fire was announced, and the negotiations about the cease-fire go on until the end of the week."
    ]
    assert converted.joined_words == ("cease-fire", "negotiations")


def test_columns_that_the_file_prints_line_by_line_are_read_one_after_the_other() -> None:
    left = [
        "The left column tells of ships",
        "that wait in the outer harbour",
        "and of crews who were told to",
        "stay on board for two weeks.",
    ]
    right = [
        "On the right is another story",
        "about the railway that leads to",
        "the southern coast, which was",
        "repaired in the last winter.",
    ]
    rows = [(x, 700 - 13 * row, 11, side[row]) for row in range(4) for x, side in ((72, left), (320, right))]
    converted = convert(pages_pdf([shown(rows)]), "columns.pdf")
    assert [line.text for line in converted.lines] == [" ".join(left), " ".join(right)]


def test_a_line_where_other_pages_have_their_head_is_kept_and_marked() -> None:
    text = paragraphs(14)
    heads = (
        '("Ships", "Ships", "Ships", "The fourth head", "Ships", "Ships").at(calc.min(here().page() - 1, 5))'
    )
    source = f"#set page(width: 13cm, height: 12cm, header: context [#{heads}])\n" + JUSTIFIED + body(text)
    converted = convert(Made(source, text).pdf(), "heads.pdf")
    marked = [line.text for line in converted.lines if Doubt.PAGE_HEAD in line.doubts]
    assert marked == ["The fourth head"]
    assert converted.removed == ("Ships",)
    assert [line.text for line in converted.lines if not line.doubts] == list(text)


def test_a_footnote_stands_between_paragraphs_and_its_mark_is_left_out() -> None:
    converted = _converted("footnotes")
    notes = [line for line in converted.lines if Doubt.FOOTNOTE in line.doubts]
    assert [note.text[:5] for note in notes] == ["1 See", "2 The", "3 A f"]
    assert "Marks of footnotes left out of the text: 3." in converted.steps


def test_raised_digits_that_are_no_marks_stay_raised() -> None:
    source = (
        f"#set text(size: 10pt)\nAn area of 40 km#super(typographic: false)[2] burned. {quoted(ENGLISH[0])}"
    )
    assert convert(Made(source, ()).pdf(), "area.pdf").lines[0].text.startswith("An area of 40 km² burned.")


def test_the_work_and_the_memory_of_a_page_do_not_grow_with_the_number_of_pages() -> None:
    work, memory = {}, {}
    for count in (4, 16):
        content = shown(
            [
                (72, 780 - 14 * row, 11, f"Line {row} of the page tells of ships and crews.")
                for row in range(8)
            ]
        )
        raw = pages_pdf([content] * count)
        calls = 0

        def count_call(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count_call)
        try:
            convert(raw, "long.pdf")
        finally:
            sys.setprofile(None)
        work[count] = calls
        tracemalloc.start()
        convert(raw, "long.pdf")
        memory[count] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert work[16] < 4.4 * work[4]
    assert memory[16] < 4.4 * memory[4]
