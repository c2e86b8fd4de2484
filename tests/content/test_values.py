"""Small values of the model: dates, counts, identifiers and texts are read exactly, and anything else is refused."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.content.model import PartialDate
from generator.content.model.identifiers import ID_LENGTH, id_hint, identifier, is_id
from generator.content.model.values import Bool, Count, Date, Id, Ids, Language, Sha256, Text, Url
from tests.content.test_model import is_refused, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-12-02", PartialDate(2025, 12, 2)),
        ("2025-12", PartialDate(2025, 12)),
        ("2025", PartialDate(2025)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
    ],
)
def test_a_date_is_read_and_written_in_the_same_form(text: str, expected: PartialDate) -> None:
    assert read(Date, text) == expected
    assert str(expected) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2025-12-02",
        "2025-12-02\n",
        "2025-02-29",
        "2025-13",
        "2025-00",
        "2025-12-00",
        "0000",
        "25-12-02",
        "2025-1-2",
        "2.12.2025",
        "2025/12/02",
        "2025-12-02T10:00",
        "20251202",
        "٢٠٢٥-١٢-٠٢",
        "−2025",
        None,
        2025,
        ["2025"],
    ],
)
def test_other_forms_of_dates_are_refused(text: Any) -> None:
    assert is_refused(Date, text)


@given(st.dates(dt.date(1, 1, 1)))
def test_every_day_of_the_calendar_is_its_own_first_and_last_day(day: dt.date) -> None:
    date = PartialDate.parse(day.isoformat())
    assert (date.first_day, date.last_day, str(date)) == (day, day, day.isoformat())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-12-02", "2025-12-02", "2025-12-02"),
    ],
)
def test_a_date_has_a_first_and_a_last_possible_day(text: str, first: str, last: str) -> None:
    date = PartialDate.parse(text)
    assert (date.first_day.isoformat(), date.last_day.isoformat()) == (first, last)


def test_dates_sort_with_unknown_parts_first() -> None:
    written = ["2024-12-31", "2025", "2025-01", "2025-01-01", "2025-02"]
    assert [str(date) for date in sorted(PartialDate.parse(text) for text in reversed(written))] == written


@pytest.mark.parametrize("text", ["true", "false", True, False])
def test_true_and_false_are_read(text: Any) -> None:
    assert read(Bool, text) is (text in ("true", True))


@pytest.mark.parametrize("text", ["yes", "True", "1", 1, "", None, []])
def test_other_values_are_not_true_or_false(text: Any) -> None:
    assert is_refused(Bool, text)


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("30", 30), ("999999", 999_999), (7, 7)])
def test_a_count_is_a_whole_number_from_one_up(text: Any, number: int) -> None:
    assert read(Count, text) == number


@pytest.mark.parametrize(
    "text",
    ["0", "-1", "01", "1.0", "1_000", "1\n", "٣", "", "1000000", 0, True, None],
)
def test_other_values_are_no_count(text: Any) -> None:
    assert is_refused(Count, text)


@pytest.mark.parametrize("text", ["a", "1", "us-proposal", "2025-12-02", "a" * ID_LENGTH])
def test_an_identifier_is_lower_case_words_joined_by_hyphens(text: str) -> None:
    assert is_id(text)
    assert read(Id, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "a-",
        "-a",
        "a--b",
        "A",
        "a b",
        "a_b",
        "a.b",
        "a/b",
        "..",
        "é",
        "\u0430",
        "\uff11",
        "a\n",
        "a" * (ID_LENGTH + 1),
    ],
)
def test_other_texts_are_no_identifier(text: str) -> None:
    assert not is_id(text)
    assert is_refused(Id, text)


@settings(max_examples=50)
@given(st.text())
@example("COM0")
@example("Index")
@pytest.mark.slow
def test_an_identifier_in_a_hint_is_valid(text: str) -> None:
    offered = id_hint(text).partition("characters: ")[2]
    assert not offered or is_id(offered)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Bäcker", "backer"),
        ("Closing the bridge", "closing-the-bridge"),
        ("The drivers’ club – Łódź", "the-drivers-club-lodz"),
        ("Straße 5", "strasse-5"),
        ("Пором 2031-05-20", ""),
        ("2031-05-20", "2031-05-20"),
    ],
)
def test_an_identifier_is_made_from_the_letters_of_a_name(name: str, made: str) -> None:
    assert identifier(name) == made


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Bridge_talks.yml", "at most 80 characters: bridge-talks"),
        ("russi\u0430", "The letter “\u0430” is not one of them, even if it looks like one."),
        ("index", "Add another word to it."),
        ("-", "at most 80 characters."),
    ],
)
def test_a_hint_shows_an_identifier_or_the_letter_that_cannot_be_used(written: str, hint: str) -> None:
    assert id_hint(written).endswith(hint)


@pytest.mark.parametrize(
    "text", ["", " \u00a0\n", "\u200b\u2060", "\u00ad\ufeff", "\ufe0f", "\u034f\u0301", "\u3164", "\u2800"]
)
def test_an_invisible_text_has_no_words(text: str) -> None:
    assert is_refused(Text, text)


@pytest.mark.parametrize("text", ["a", "é", "e\u0301", "क्\u200dष", "🌉", "-", "\u200bа"])  # noqa: RUF001 - letters of other scripts
def test_a_text_with_a_visible_character_is_accepted(text: str) -> None:
    assert read(Text, text) == text


def test_a_list_of_names_has_no_repetitions() -> None:
    assert read(Ids, ["b", "a"]) == ("b", "a")
    assert is_refused(Ids, ["a", "b", "a"])


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Text, ["x", " x "], ["", "  ", "\u00a0", 1, None, ["x"]]),
        (Url, ["https://example.org/a?b=c#d", "http://example.org"],
         ["example.org", "ftp://x", "javascript:alert(1)", "https://", "https://a b", 'https://a"b', "https://a<b",
          "https://a\n", "HTTPS://x`"]),
        (Language, ["en", "de", "pt-BR", "zh-Hant", "sr-Latn-RS"], ["", "english", "e", "en_US", "en-", "en\n", "été"]),
        (Sha256, ["0" * 64, "af" * 32], ["", "0" * 63, "0" * 65, "A" * 64, "g" * 64, "0" * 64 + "\n"]),
    ],
    ids=["Text", "Url", "Language", "Sha256"],
)  # fmt: skip
def test_texts_of_a_fixed_form_are_checked(kind: Any, good: list[str], bad: list[Any]) -> None:
    assert [read(kind, value) for value in good] == [value.strip() for value in good]
    assert [value for value in bad if not is_refused(kind, value)] == []
