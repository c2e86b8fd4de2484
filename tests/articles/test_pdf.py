"""The text of PDF files in many layouts comes out as it was set."""

import re
import sys
import tracemalloc
from functools import cache

import pytest

from generator.edit.articles.converted import Converted, Doubt
from generator.edit.articles.pdf import convert
from generator.edit.articles.pdf.glyphs import Glyph
from generator.edit.articles.pdf.lines import segments_of
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


@pytest.mark.slow
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


def test_numbers_of_lines_beside_the_text_of_a_record_are_removed() -> None:
    said = ["The witness told the committee that the ships were", "not inspected in the harbour before they left, and", "that nobody had asked for an inspection of the cargo", "until the end of the year, when the reports came in", "from the customs house at the southern coast and were", "read in the council of the harbour for the first time", "by its new chair."]  # fmt: skip
    lines = [(100.0, 700.0 - 20 * row, 11.0, line) for row, line in enumerate(said)]
    numbers = [(72.0, y, 11.0, str(row)) for row, (_, y, _, _) in enumerate(lines, start=1)]
    converted = convert(pages_pdf([shown([*numbers, *lines])]), "record.pdf")
    assert [line.text for line in converted.lines] == [" ".join(said)]
    assert "Numbers of lines removed: 7." in converted.steps


def test_numbers_of_lines_are_removed_also_from_a_short_last_page() -> None:
    def page(first: int, count: int) -> bytes:
        rows = [
            (row, f"Answer {first + row} was given to the court by the same witness") for row in range(count)
        ]
        return shown(
            [
                item
                for row, text in rows
                for item in ((72, 700 - 24 * row, 11, str(row + 1)), (110, 700 - 24 * row, 11, text))
            ]
        )

    converted = convert(pages_pdf([page(100, 12), page(200, 4)]), "record.pdf")
    numbers = re.findall(r"\d+", " ".join(line.text for line in converted.lines))
    assert numbers == [str(number) for number in (*range(100, 112), *range(200, 204))]


def test_a_number_at_the_end_of_an_arabic_paragraph_keeps_its_full_stop_behind_it() -> None:
    words = "وقال المدير"
    letters = [
        Glyph(char, 500.0 - 8 * at, 508.0 - 8 * at, 700.0, 14.0, "F", False) for at, char in enumerate(words)
    ]
    number = [
        Glyph(char, 480.0 + 8 * at, 488.0 + 8 * at, 680.0, 14.0, "F", False)
        for at, char in enumerate(".2026")
    ]
    assert [segment.text for segment in segments_of([*reversed(letters), *number])] == [words, "2026."]


def test_signs_at_the_end_of_a_statement_are_no_part_of_its_last_paragraph() -> None:
    lines = [
        "The ministry will publish the place of every vessel",
        "at anchor twice a day, in the morning and at night.",
        "###",
    ]
    converted = convert(
        pages_pdf([shown([(72, 700 - 14 * row, 11, line) for row, line in enumerate(lines)])]), "s.pdf"
    )
    assert [line.text for line in converted.lines] == [" ".join(lines[:2]), "###"]


def test_a_last_column_of_two_lines_is_read_behind_the_long_one_beside_it() -> None:
    words = [
        "ships",
        "crews",
        "docks",
        "boats",
        "tides",
        "winds",
        "ports",
    ]  # in any order they are equally wide
    full = [" ".join(words[row % 7 :] + words[: row % 7]) for row in range(12)]
    left = [(72, 700 - 13 * row, 11, text) for row, text in enumerate(full)]
    right = [(320, 700, 11, "crews docks boats tides winds ports ships"), (320, 687, 11, "came to an end.")]
    converted = convert(pages_pdf([shown([*left, *right])]), "columns.pdf")
    assert [line.text for line in converted.lines] == [" ".join([*full, right[0][3], right[1][3]])]
    table = convert(pages_pdf([shown([*left, (320, 700, 11, "Ships"), (320, 687, 11, "12")])]), "notes.pdf")
    assert table.lines[0].text.startswith(f"{full[0]} Ships")


def test_small_capitals_stay_in_their_words() -> None:
    heading = [(72.0, 740.0, 14.0, "I"), (77.0, 740.0, 11.0, "NTRODUCTION")]
    converted = convert(
        pages_pdf([shown([*heading, (72, 700, 10, "The harbour is open again.")])]), "paper.pdf"
    )
    assert converted.lines[0].text == "INTRODUCTION"


def test_what_a_browser_prints_around_a_page_is_removed_and_gives_the_address() -> None:
    around = [
        (24, 820, 8, "3/14/25, 4:22 PM"),
        (300, 820, 8, "The harbour"),
        (24, 17, 8, "https://news.example.org/harbour"),
        (560, 17, 8, "1/1"),
    ]
    converted = convert(
        pages_pdf([shown([*around, (72, 700, 11, "The harbour is open again.")])]), "page.pdf"
    )
    assert converted.text == "The harbour is open again.\n"
    assert converted.details["url"][0].value == "https://news.example.org/harbour"


def test_a_line_that_comes_back_far_on_is_no_head() -> None:
    bodies = [
        [(72, 760, 11, "The port is open."), (72, 300, 11, f"Day {page} brought no change at all.")]
        for page in range(16)
    ]
    for page in range(16):
        if page % 5:
            bodies[page][0] = (72, 760, 11, f"Ship {'abcdefghijklmnop'[page] * 4} left.")
    converted = convert(pages_pdf([shown(lines) for lines in bodies]), "days.pdf")
    assert [line.text for line in converted.lines].count("The port is open.") == 4


def test_footnotes_that_differ_only_in_their_numbers_are_no_feet_of_pages() -> None:
    text = [(72, y, 11, f"Line {y} of the report says what the board decided.") for y in range(500, 700, 40)]
    bodies = [
        [
            *text,
            (72, 60, 8, f"{note} See the minutes of the board, page {page}."),
            (300, 30, 9, f"Report, p. {note}"),
        ]
        for note, page in ((1, 17), (2, 4), (3, 88), (4, 21))
    ]
    converted = convert(pages_pdf([shown(lines) for lines in bodies]), "report.pdf")
    assert [line.text for line in converted.lines if "minutes" in line.text] == [
        f"{note} See the minutes of the board, page {page}."
        for note, page in ((1, 17), (2, 4), (3, 88), (4, 21))
    ]
    assert not any("p. 1" in line.text for line in converted.lines)


def test_years_in_the_first_rows_of_a_table_are_no_numbers_of_pages() -> None:
    bodies = [
        [
            (72 + 150 * column, 760 - 20 * row, 11, str(value))
            for row in range(30)
            for column, value in enumerate((1960 + 30 * page + row, 400 + 7 * (30 * page + row), 13 * row))
        ]
        for page in range(3)
    ]
    converted = convert(pages_pdf([shown(lines) for lines in bodies]), "table.pdf")
    text = " ".join(line.text for line in converted.lines)
    assert [year for year in range(1960, 2050) if str(year) not in text] == []


def test_programs_and_users_are_no_authors_and_the_day_of_making_is_a_notice() -> None:
    info = b"/Info<</Title(Microsoft Word - Report.docx)/Author(admin)/CreationDate(D:20250314120000Z)>>"
    content = shown([(72, 740, 20, "Ships and crews"), (72, 700, 11, "The harbour is open again.")])
    converted = convert(pages_pdf([content], trailer=info), "report.pdf")
    assert [found.value for found in converted.details["title"]] == ["Ships and crews"]
    assert "byline" not in converted.details
    assert "published" not in converted.details
    assert converted.notices == ("The file was made on 2025-03-14. That need not be the day of publication.",)


def test_raised_numbers_in_brackets_are_marks_of_notes() -> None:
    content = shown(
        [(72, 700, 11, "The harbour is open"), (164, 704, 7, "[14]"), (178, 700, 11, "and busy again.")]
    )
    converted = convert(pages_pdf([content]), "page.pdf")
    assert converted.lines[0].text == "The harbour is open and busy again."
