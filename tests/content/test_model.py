"""The model: frozen, strict, and exact about small values."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.content import model
from generator.content.model import Claim, Evidence, Kind, PartialDate, Party, Position, SourceFile, Speaker
from generator.content.model.identifiers import ID_LENGTH, id_hint, identifier, is_id
from generator.content.model.node import Node
from generator.content.model.values import Bool, Count, Date, Id, Ids, Language, Segments, Sha256, Text, Url
from generator.content.strict_yaml import read_yaml
from generator.location import Location, YamlMap

NODES = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Node)]


def read(kind: Any, value: Any) -> Any:
    """Return a value read as a type of the model."""
    return TypeAdapter(kind).validate_python(value)


def is_refused(kind: Any, value: Any) -> bool:
    """Return whether the model refuses a value."""
    try:
        read(kind, value)
    except ValidationError:
        return True
    return False


def yaml(text: str) -> YamlMap:
    """Return the data of YAML without errors."""
    data, errors = read_yaml("a.yml", text.encode())
    assert data is not None, errors
    return data


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_every_node_is_frozen_and_refuses_unknown_keys(node: type[Node]) -> None:
    assert node.model_config.get("frozen") is True
    assert node.model_config.get("extra") == "forbid"
    with pytest.raises(ValidationError, match="extra_forbidden"):
        node.model_validate({"no-such-key": "x"})


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_every_key_is_described_in_a_sentence(node: type[Node]) -> None:
    for key, field in node.model_fields.items():
        assert field.description, key
        assert field.description.endswith("."), key


def test_a_node_cannot_be_changed() -> None:
    speaker = Speaker(name="Ada Vale")
    with pytest.raises(ValidationError, match="frozen"):
        speaker.name = "Another"  # type: ignore[misc]  # mypy refuses it too


def test_a_list_in_a_node_cannot_be_changed() -> None:
    claim = Claim(text="x", evidence=())
    assert isinstance(claim.evidence, tuple)
    assert isinstance(read(Party, {"name": "x", "kind": "state", "aliases": ["y"]}).aliases, tuple)


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
def test_an_identifier_in_a_hint_is_valid(text: str) -> None:
    example = id_hint(text).partition("characters: ")[2]
    assert not example or is_id(example)


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


def test_a_single_text_is_a_list_of_one_segment() -> None:
    assert read(Segments, "a b") == ("a b",)
    assert read(Segments, ["a", "b"]) == ("a", "b")


@pytest.mark.parametrize("value", [[], "", [""], {"a": "b"}, None, ["a", None]])
def test_segments_without_words_are_refused(value: Any) -> None:
    assert is_refused(Segments, value)


@pytest.mark.parametrize("kind", list(Kind))
def test_evidence_has_the_kind_of_its_key(kind: Kind) -> None:
    evidence = read(Evidence, {"source": "a", kind.value: "words"})
    assert (evidence.kind, evidence.segments) == (kind, ("words",))
    assert evidence.selector == model.Selector("a", kind, ("words",))


@pytest.mark.parametrize("keys", [(), ("quote", "reported"), ("quote", "reported", "assessment")])
def test_evidence_without_a_kind_or_with_several_is_refused(keys: tuple[str, ...]) -> None:
    assert is_refused(Evidence, {"source": "a"} | dict.fromkeys(keys, "words"))


@pytest.mark.parametrize("status", ["corrected", "withheld", "cancelled"])
def test_a_source_that_is_not_usable_needs_a_note(status: str) -> None:
    source = {"title": "T", "language": "en", "status": status}
    assert is_refused(SourceFile, source)
    assert read(SourceFile, source | {"status_note": "It was wrong."}).status == status


@pytest.mark.parametrize("value", ["supports", {"a": "supports", "b": "rejects"}])
def test_a_stance_is_a_code_or_a_code_for_each_proposition(value: Any) -> None:
    assert read(Position, {"issue": "i", "stance": value}).stance == value


@pytest.mark.parametrize("value", [{}, [], ["supports"], {"a": None}, {"a": ["x"]}, {"a": {"b": "c"}}, 1])
def test_other_values_are_no_stance(value: Any) -> None:
    assert is_refused(Position, {"issue": "i", "stance": value})


def test_a_stance_by_proposition_has_no_code_for_other_propositions() -> None:
    position = read(Position, {"issue": "i", "stance": {"a": "supports"}})
    assert (position.code_for("a"), position.code_for("b")) == ("supports", None)
    assert read(Position, {"issue": "i", "stance": "rejects"}).code_for("b") == "rejects"


def test_unknowns_may_be_plain_sentences() -> None:
    assert read(model.Unknown, "Nobody knows.") == Claim(text="Nobody knows.")
    assert read(model.Unknown, {"text": "Nobody knows."}) == Claim(text="Nobody knows.")


def test_a_node_knows_the_locations_of_its_keys_and_values() -> None:
    data = yaml("issue: width\nstance:\n  wider: supports\nevidence:\n  - {source: a, quote: [b, c]}\n")
    position = read(Position, data)
    assert str(position.location()) == "a.yml:1:1"
    assert str(position.location("stance", "wider")) == "a.yml:3:10"
    assert str(position.key_location("stance", "wider")) == "a.yml:3:3"
    assert str(position.key_location("evidence")) == "a.yml:4:1"
    assert str(position.evidence[0].segment_location(1)) == "a.yml:5:28"


def test_a_missing_value_has_the_location_of_its_node() -> None:
    position = read(Position, yaml("issue: width\nevidence:\n  - {source: a, quote: b}\n"))
    assert position.location("summary") == position.key_location("summary") == position.location()
    assert position.location("evidence", 7) == position.location("evidence")
    assert position.evidence[0].segment_location(0) == position.evidence[0].location("quote")


def test_a_node_that_was_not_read_from_a_file_has_no_location() -> None:
    assert (
        Speaker(name="Ada Vale").location("name")
        == Speaker(name="Ada Vale").key_location("name")
        == Location("")
    )


def test_nodes_at_different_locations_can_be_equal() -> None:
    first, second = (read(Speaker, yaml(f"{start}name: Ada Vale\n")) for start in ("", "# A comment.\n"))
    assert first.location() != second.location()
    assert first == second
