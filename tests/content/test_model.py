"""The model: frozen, strict, and exact about small values."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.content import model
from generator.content.model import Claim, Evidence, Kind, PartialDate, Party, Position, SourceFile, Speaker
from generator.content.model.identifiers import ID_LENGTH, id_hint, identifier, is_id
from generator.content.model.node import Node
from generator.content.model.values import Bool, Count, Date, Id, Ids, Language, Segments, Sha256, Text, Url
from generator.content.strict_yaml import read_yaml
from generator.location import Location, YamlMap

NODES = [one for one in vars(model).values() if isinstance(one, type) and issubclass(one, Node)]


def read(kind: Any, value: Any) -> Any:
    """Read a value as one of the model's kinds."""
    return TypeAdapter(kind).validate_python(value)


def is_refused(kind: Any, value: Any) -> bool:
    """Say whether the model refuses a value."""
    try:
        read(kind, value)
    except ValidationError:
        return True
    return False


def yaml(text: str) -> YamlMap:
    """Read YAML that has no fault."""
    file, faults = read_yaml("a.yml", text.encode())
    assert file is not None, faults
    return file.data


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_every_node_is_frozen_and_refuses_keys_that_it_does_not_know(node: type[Node]) -> None:
    assert node.model_config.get("frozen") is True
    assert node.model_config.get("extra") == "forbid"
    with pytest.raises(ValidationError, match="extra_forbidden"):
        node.model_validate({"no-such-key": "x"})


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_every_key_says_what_it_holds_in_a_sentence(node: type[Node]) -> None:
    for key, field in node.model_fields.items():
        assert field.description, key
        assert field.description.endswith("."), key


def test_a_node_cannot_be_changed() -> None:
    speaker = Speaker(name="Ada Vale")
    with pytest.raises(ValidationError, match="frozen"):
        speaker.name = "Another"  # type: ignore[misc]  # that mypy refuses it too is the point


def test_a_list_of_a_node_cannot_be_changed_either() -> None:
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
def test_a_date_is_read_as_far_as_it_is_known_and_written_the_same(text: str, expected: PartialDate) -> None:
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
def test_what_is_no_date_is_refused(text: Any) -> None:
    assert is_refused(Date, text)


@given(st.dates(dt.date(1, 1, 1)))
def test_every_day_of_the_calendar_is_read_and_is_its_own_first_and_last_day(day: dt.date) -> None:
    date = PartialDate.parse(day.isoformat())
    assert (date.first_day, date.last_day, str(date)) == (day, day, day.isoformat())


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
        ("2025-02", "2025-02-01", "2025-02-28", "February 2025"),
        ("2025-12", "2025-12-01", "2025-12-31", "December 2025"),
        ("2025", "2025-01-01", "2025-12-31", "2025"),
        ("2025-12-02", "2025-12-02", "2025-12-02", "2 December 2025"),
    ],
)
def test_a_date_knows_the_days_that_it_can_mean(text: str, first: str, last: str, words: str) -> None:
    date = PartialDate.parse(text)
    assert (date.first_day.isoformat(), date.last_day.isoformat(), date.words) == (first, last, words)


def test_dates_sort_in_the_order_of_what_is_known() -> None:
    written = ["2024-12-31", "2025", "2025-01", "2025-01-01", "2025-02"]
    assert [str(date) for date in sorted(PartialDate.parse(text) for text in reversed(written))] == written


@pytest.mark.parametrize("text", ["true", "false", True, False])
def test_true_and_false_are_read(text: Any) -> None:
    assert read(Bool, text) is (text in ("true", True))


@pytest.mark.parametrize("text", ["yes", "no", "on", "True", "TRUE", "1", "0", 1, 0, "", None, []])
def test_nothing_else_is_true_or_false(text: Any) -> None:
    assert is_refused(Bool, text)


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("30", 30), ("999999", 999_999), (7, 7)])
def test_a_count_is_a_whole_number_from_one_up(text: Any, number: int) -> None:
    assert read(Count, text) == number


@pytest.mark.parametrize(
    "text",
    ["0", "-1", "+1", "01", "1.0", "1e3", "1_000", " 1", "1\n", "٣", "²", "", "1000000", 0, -1, True, None],
)
def test_what_is_no_count_is_refused(text: Any) -> None:
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
def test_what_is_no_identifier_is_refused(text: str) -> None:
    assert not is_id(text)
    assert is_refused(Id, text)


@given(st.text())
def test_the_identifier_that_is_offered_instead_is_one(text: str) -> None:
    offered = id_hint(text).partition("characters: ")[2].partition(".")[0]
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
def test_an_identifier_is_made_of_the_letters_of_a_name(name: str, made: str) -> None:
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
def test_a_text_of_which_nothing_is_seen_has_no_words(text: str) -> None:
    assert is_refused(Text, text)


@pytest.mark.parametrize("text", ["a", "é", "e\u0301", "क्\u200dष", "🌉", "-", "\u200bа"])  # noqa: RUF001 - letters of others
def test_a_text_of_which_anything_is_seen_is_one(text: str) -> None:
    assert read(Text, text) == text


def test_a_name_stands_once_in_a_list_of_names() -> None:
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
def test_small_values_are_what_they_say(kind: Any, good: list[str], bad: list[Any]) -> None:
    assert [read(kind, value) for value in good] == [value.strip() for value in good]
    assert [value for value in bad if not is_refused(kind, value)] == []


def test_one_text_is_a_list_of_one_segment() -> None:
    assert read(Segments, "a b") == ("a b",)
    assert read(Segments, ["a", "b"]) == ("a", "b")


@pytest.mark.parametrize("value", [[], "", [""], {"a": "b"}, None, ["a", None]])
def test_segments_without_words_are_refused(value: Any) -> None:
    assert is_refused(Segments, value)


@pytest.mark.parametrize("kind", list(Kind))
def test_evidence_is_of_the_kind_that_it_gives(kind: Kind) -> None:
    evidence = read(Evidence, {"source": "a", kind.value: "words"})
    assert (evidence.kind, evidence.segments) == (kind, ("words",))
    assert evidence.selector == model.Selector("a", kind, ("words",))


@pytest.mark.parametrize("keys", [(), ("quote", "reported"), ("quote", "reported", "assessment")])
def test_evidence_of_no_kind_or_several_is_refused(keys: tuple[str, ...]) -> None:
    assert is_refused(Evidence, {"source": "a"} | dict.fromkeys(keys, "words"))


@pytest.mark.parametrize("status", ["corrected", "withheld", "canceled"])
def test_a_source_that_is_not_usable_says_why(status: str) -> None:
    source = {"title": "T", "language": "en", "status": status}
    assert is_refused(SourceFile, source)
    assert read(SourceFile, source | {"status_note": "It was wrong."}).status == status


@pytest.mark.parametrize("value", ["supports", {"a": "supports", "b": "rejects"}])
def test_a_stance_is_a_code_or_one_for_each_proposal(value: Any) -> None:
    assert read(Position, {"issue": "i", "stance": value}).stance == value


@pytest.mark.parametrize("value", [{}, [], ["supports"], {"a": None}, {"a": ["x"]}, {"a": {"b": "c"}}, 1])
def test_what_is_no_stance_is_refused(value: Any) -> None:
    assert is_refused(Position, {"issue": "i", "stance": value})


def test_a_stance_for_each_proposal_says_nothing_about_others() -> None:
    position = read(Position, {"issue": "i", "stance": {"a": "supports"}})
    assert (position.code_for("a"), position.code_for("b")) == ("supports", None)
    assert read(Position, {"issue": "i", "stance": "rejects"}).code_for("b") == "rejects"


def test_unknowns_may_be_plain_sentences() -> None:
    assert read(model.Unknown, "Nobody knows.") == Claim(text="Nobody knows.")
    assert read(model.Unknown, {"text": "Nobody knows."}) == Claim(text="Nobody knows.")


def test_a_node_knows_where_it_its_keys_and_its_values_stand() -> None:
    data = yaml("issue: width\nstance:\n  wider: supports\nevidence:\n  - {source: a, quote: [b, c]}\n")
    position = read(Position, data)
    assert str(position.location()) == "a.yml:1:1"
    assert str(position.location("stance", "wider")) == "a.yml:3:10"
    assert str(position.key_location("stance", "wider")) == "a.yml:3:3"
    assert str(position.key_location("evidence")) == "a.yml:4:1"
    assert str(position.evidence[0].segment_location(1)) == "a.yml:5:28"


def test_what_is_not_there_has_the_place_of_what_it_would_stand_in() -> None:
    position = read(Position, yaml("issue: width\nevidence:\n  - {source: a, quote: b}\n"))
    assert position.location("summary") == position.key_location("summary") == position.location()
    assert position.location("evidence", 7) == position.location("evidence")
    assert position.evidence[0].segment_location(0) == position.evidence[0].location("quote")


def test_a_node_that_was_read_from_no_file_has_no_place() -> None:
    assert (
        Speaker(name="Ada Vale").location("name")
        == Speaker(name="Ada Vale").key_location("name")
        == Location("")
    )


def test_where_something_stands_is_no_part_of_what_it_is() -> None:
    first, second = (read(Speaker, yaml(f"{start}name: Ada Vale\n")) for start in ("", "# A comment.\n"))
    assert first.location() != second.location()
    assert first == second
