"""The quotation marks of editors' texts: every usual pair, mixed, reversed and nested; no apostrophes."""

# ruff: noqa: RUF001 - all marks are what is tested

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.speech.editor_quotes import editor_quotes


def words(text: str) -> list[str]:
    found = editor_quotes(text)
    assert not found.alone
    return [quoted.words for quoted in found.quoted]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "It is “so be it”.",
            "It is ‘so be it’.",
            'It is "so be it".',
            "It is 'so be it'.",
            "It is ``so be it''.",
        ),
        *(
            "Es ist „so be it“.",
            "Es ist ‚so be it‘.",
            "Es ist »so be it«.",
            "Es ist ›so be it‹.",
            "Det är ”so be it”.",
        ),
        *(
            "C’est « so be it ».",
            "C’est ‹so be it›.",
            "To „so be it”.",
            "彼は「so be it」と",
            "彼は『so be it』と",
            "〝so be it〟",
        ),
        *(
            'It is “so be it".',
            'It is "so be it”.',
            "It is ”so be it“.",
            "It is ’so be it‘.",
            "It is ’so be it’.",
            "It is ‘so be it'.",
        ),
        *(
            "It is “so be it“.",
            "It is «so be it“.",
            'It is „so be it".',
            "Det är »so be it».",
            "It is ''so be it''.",
        ),
        *(
            "It is `so be it´.",
            "It is ´so be it´.",
            "It is `so be it'.",
            "It is ❝so be it❞.",
            "彼は｢so be it｣と",
        ),
        *(
            "It is ״so be it״.",
            "It is ″so be it″.",
            "C’est <<so be it>>.",
            "She said“so be it”again.",
            'She said"so be it"again.',
        ),
    ],
)
def test_every_pair_of_marks_is_found(text: str) -> None:
    assert words(text) == ["so be it"]


@pytest.mark.parametrize(
    "text",
    [
        "The crews’ boats and the crews' nets aren’t theirs.",
        "rock ’n’ roll of the ’70s, rock 'n' roll of the '70s, the class of '68",
        "A mast of 16' 2\" and a pipe of 3\" or 4''.",
        "’Tis so, and ’til then ’t Zand and ’s-Hertogenbosch.",
        "Un po’ di pane e un po' d’acqua.",
        "Nacht: ’s ist Zeit. L’eau d’hier, aujourd’hui.",
        "‘Umar and Sana‘a",
        'צה"ל ומנכ"ל',
        "רה״מ וארה״ב",
        "They don´t and don`t row 5′ 2″ at 60° 4′ 12″, a << b.",
        "Home › Harbour › Fees",
        "See `a “code` and [a link](https://example.org/“) here.",
    ],
)
def test_apostrophes_elisions_measures_and_abbreviations_are_no_marks(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “they call it ‘peace’ here”.", ["they call it ‘peace’ here"]),
        ("She said “they call it “peace” here”.", ["they call it “peace” here"]),
        ("Sie sagte »er nennt es ›Ruhe‹ hier«.", ["er nennt es ›Ruhe‹ hier"]),
        ("She said ‘the crews’ day is long’ twice.", ["the crews’ day is long"]),
        ("She said “Row,” then ‘rest.’", ["Row", "rest"]),
        ('市长说"关闭"了，又说‘开放’了。', ["关闭", "开放"]),
        ('시장은 "닫는다"고, 또 ‘연다’고 말했다.', ["닫는다", "연다"]),
        ('ב"הנמל" נכתב כי צה"ל "נסוג"', ["הנמל", "נסוג"]),
        ("Vali “evet”e güldü.", ["evet"]),
        ("उसने कहा ‘हम चलते हैं।’", ["हम चलते हैं"]),
        ("“One.\n\n“Two.”", ["One.\n\n“Two"]),
    ],
)
def test_nested_marks_and_marks_that_touch_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "place", "opens"),
    [
        ("She said “we row.", 9, True),
        ("She said we row”.", 15, False),
        ('She said "we row.', 9, True),
        ("She said ‘we row.", 9, True),
        ("She said: 'We row.", 10, True),
        ("She said «they “row» twice.", 15, True),
        ("彼は「行くと言った。", 2, True),
    ],
)
def test_a_mark_without_a_partner_is_found(text: str, place: int, *, opens: bool) -> None:
    (mark,) = editor_quotes(text).alone
    assert (mark.start, mark.opens) == (place, opens)


@given(st.text(alphabet="aS \n.'’‘‛\"“”„«»‹›「」`ב", max_size=30))
def test_quotations_are_in_order_and_inside_their_marks(text: str) -> None:
    reached = 0
    for quoted in editor_quotes(text).quoted:
        assert (
            reached <= quoted.start < quoted.words_start < quoted.words_end <= quoted.mark_start < quoted.end
        )
        assert text[quoted.words_start : quoted.words_end] == quoted.words
        reached = quoted.end
