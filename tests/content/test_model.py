"""The model: frozen, strict, and exact about small values."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.content import model
from generator.content.model import Claim, Evidence, Kind, Party, Position, SourceFile, Speaker
from generator.content.model.node import Node
from generator.content.model.values import Segments
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


def test_a_node_does_not_keep_the_data_that_it_was_read_from() -> None:
    position = read(Position, yaml("issue: width\nstance: {wider: supports}\n"))
    assert not any(isinstance(value, YamlMap) for value in vars(position).values())


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
