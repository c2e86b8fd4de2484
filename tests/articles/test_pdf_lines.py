"""Glyphs of a page become lines with their letters and spaces."""

from generator.edit.articles.pdf import convert
from generator.edit.articles.pdf.glyphs import Glyph
from generator.edit.articles.pdf.lines import segments_of
from tests.articles.pdf_files import pages_pdf, shown


def test_an_accent_over_a_letter_is_one_letter() -> None:
    content = shown([(72, 700, 10, "Die H"), (97, 700, 10, "¨"), (96.3, 700, 10, "afen sind wieder offen.")])
    assert convert(pages_pdf([content]), "paper.pdf").lines[0].text == "Die Häfen sind wieder offen."


def test_text_from_right_to_left_has_spaces_only_where_there_are_gaps() -> None:
    # As Chromium prints it: from left to right, and so a space before the sign that is behind it for readers.
    printed = [
        (".", 100, False),
        ("2", 105, True),
        ("0", 110, False),
        ("1", 115, False),
        ("ד", 125, True),
        ("ל", 130, False),
    ]
    glyphs = [Glyph(char, x, x + 5, 700, 11, "F", after_space) for char, x, after_space in printed]
    assert [segment.text for segment in segments_of(glyphs)] == ["לד 201."]
