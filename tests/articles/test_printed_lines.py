"""Printed lines become paragraphs."""

import pytest

from generator.edit.articles.printed_lines import Vocabulary, join_lines, join_printed_lines

COPIED = """\
The two governments opened a new round of nego-
tiations in Geneva on Monday, and both said that a cease-
fire remained possible. Officials had prepared the talks for
three weeks.

“We are ready,” the minister said. She named no date for the
end of the talks, which the Secretary-
General has called decisive for the region and for all of its
people.
"""


def test_lines_cut_at_a_width_become_paragraphs_with_whole_words() -> None:
    joined = join_printed_lines(COPIED.splitlines())
    assert " | ".join(joined.paragraphs) == (
        "The two governments opened a new round of negotiations in Geneva on Monday, and both said that a cease-fire "
        "remained possible. Officials had prepared the talks for three weeks. | "
        "“We are ready,” the minister said. She named no date for the end of the talks, which the Secretary-General has "
        "called decisive for the region and for all of its people."
    )
    assert joined.joined_words == ("negotiations", "cease-fire", "Secretary-General")


@pytest.mark.parametrize(
    ("first", "rest", "word"),
    [
        ("der 20-", "Punkte-Plan", "20-Punkte-Plan"),
        ("die Verhand-", "lungen", "Verhandlungen"),
        ("die soge\u00ad", "nannte", "sogenannte"),
        ("the US-", "led force", "US-led"),
        ("a NEGO-", "TIATION", "NEGOTIATION"),
        ("a long-", "term plan", "long-term"),
        ("a state-", "ment", "statement"),
        ("in 2024–", "2025", "2024–2025"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_it_belongs_to_the_word(first: str, rest: str, word: str) -> None:
    text, _ = join_lines([first, rest], Vocabulary([first, rest]))
    assert word in text


def test_the_words_of_the_text_decide_about_a_hyphen() -> None:
    lines = ["the peace-", "plan and the re-", "form of 2025"]
    assert join_lines(lines, Vocabulary([*lines, "a peace-plan and a reform"]))[0] == (
        "the peace-plan and the reform of 2025"
    )
    assert join_lines(lines[:2], Vocabulary([*lines, "the peaceplan"]))[0].startswith("the peaceplan")


def test_a_suspended_hyphen_keeps_its_space() -> None:
    assert join_lines(["Ein-", "und Ausfuhr"], Vocabulary([]))[0] == "Ein- und Ausfuhr"


def test_a_word_that_a_page_end_parts_is_joined() -> None:
    lines = [
        "All of the members of the council had asked for more nego-",
        "",
        "tiations about the border of the two states.",
    ]
    assert len(join_printed_lines(lines).paragraphs) == 1
