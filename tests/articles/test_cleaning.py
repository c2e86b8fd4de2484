import pytest

from generator.edit.articles.cleaning import clean, cleaning_steps


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  two \n\t words\u00a0here\u202f! ", "two words here !"),
        ("co\u00adop\u00aderation", "cooperation"),
        ("zero\u200b\ufeff width\u2060", "zero width"),
        ("of\ufb01ce, \ufb02at, e\ufb03cient", "office, flat, efficient"),
        ("\u200eLatin\u200f\u202c", "Latin"),
        ("a\u200cb", "ab"),
        ("Sch\x00on \x07", "Schon"),
        ("It\x92s \x96 10 \x80", "It’s – 10 €"),
    ],
)
def test_what_cannot_be_seen_is_dropped_and_spaces_are_ordinary(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648",
        "قال\u200f: نعم",
        "क्\u200dष",
        "👩\u200d🌾",
        "„Schluss“ – so ‚er‘",
        "l’été…",
        "e\u0301",
        "H₂O x²",
    ],
)
def test_characters_that_a_script_needs_stay(text: str) -> None:
    assert clean(text) == text


def test_the_steps_count_what_was_changed() -> None:
    assert cleaning_steps(["co\u00adop", "a\u00a0b\u200b", "of\ufb01ce", "plain"]) == (
        "Soft hyphens dropped: 1.",
        "Invisible characters dropped: 1.",
        "Ligatures written as letters: 1.",
        "Special spaces made ordinary: 1.",
    )
