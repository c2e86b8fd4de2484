"""Words on a page are compared with the characters that browsers show of the stored text."""

import re
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from generator.build.verify.card_quotes import shows_words_at
from generator.build.verify.shown_text import shown


@given(st.text(st.sampled_from(" \t\n\v\f\r\x1c\x85\xa0\u2028a\x00\u202e\u2066\u2065\ud800\ufffe")))
@example("".join(map(chr, range(sys.maxunicode + 1))))
def test_stored_text_is_shown_with_spaces_for_line_breaks_and_a_sign_for_hidden_characters(text: str) -> None:
    signs = "".join(" " if char in BREAKS else "\ufffd" if is_hidden(char) else char for char in text)
    assert shown(text) == re.sub(" +", " ", signs)


BREAKS = "\t\n\v\f\r\x85\u2028\u2029"


def is_hidden(char: str) -> bool:
    return (
        unicodedata.category(char) in {"Cc", "Cs"}
        or unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        or char in "\ufffe\uffff"
    )


LABELLED = "MS AU: One comes first. Two is cited.\nMR BO: Three.\n"


@pytest.mark.parametrize(
    ("start", "is_right"),
    [
        ("MS AU:", True),
        ("MR BO:", False),  # speaks later
        ("MS BO:", False),
        ("comes first", False),
    ],
)
def test_the_label_on_a_card_is_that_of_an_earlier_paragraph(start: str, *, is_right: bool) -> None:
    at = LABELLED.index("Two is cited")
    card = f'<blockquote>{start} <span class="bb-gap">…</span> <b>Two is cited</b>.</blockquote>'
    element = html.fragment_fromstring(card)
    is_shown = shows_words_at(element, LABELLED, [(at, at + len("Two is cited"))], own_words=True)
    assert is_shown is is_right
