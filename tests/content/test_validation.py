"""Reading data as nodes of the model: every error of shape is described in plain words."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.model import BriefingFile, Evidence, Party, PositionFile, SourceFile
from generator.content.model.node import Node
from generator.content.strict_yaml import read_yaml
from generator.content.validation import closest_identifier, read_node, suggest, suggest_named
from generator.location import Location, location_at


def shape(model: type[Node], text: str, name: str = "") -> list[tuple[str, str]]:
    """Return the code and the message of each error of the YAML text as a `model`."""
    data, errors = read_yaml("a.yml", text.encode())
    assert data is not None, errors
    return [(error.code, error.message) for error in read_node(model, data, data.location, name)[1]]


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("stanze", ["issue", "stance"], "Did you mean “stance”? Possible here: issue, stance."),
        ("Stance", ["stance"], "Did you mean “stance”?"),
        ("zzz", ["a", "b"], "Possible here: a, b."),
        ("zzz", [], "Possible here: nothing."),
        ("zzz", ["a"] * 40, f"Possible here: {'a, ' * 29}a and 10 more."),
    ],
)
def test_a_hint_suggests_the_nearest_known_word_and_lists_all(word: str, known: list[str], hint: str) -> None:
    assert suggest(word, known) == hint


@pytest.mark.parametrize("word", ["closng", "Closing the bridge", "closing the Bridge", "clozing"])
def test_an_identifier_is_suggested_by_its_name_too(word: str) -> None:
    assert suggest_named(word, {"closing": ["Closing the bridge"]}).startswith("Did you mean “closing”")
    assert closest_identifier(word, {"opening": [], "closing": ["Closing the bridge"]}) == "closing"


def test_an_unknown_key_is_reported_at_its_own_location() -> None:
    data, _ = read_yaml(
        "a.yml", b"name: N\nkind: state\nspeakers:\n  ada-vale: {name: Ada Vale, roll: Mayor}\n"
    )
    assert data is not None
    errors = read_node(Party, data, data.location)[1]
    assert [str(error.location) for error in errors] == ["a.yml:4:30"]


@pytest.mark.parametrize(
    ("model", "text", "code", "message"),
    [
        (SourceFile, "title: T\nlanguage: en\nheadline: H\n", "E301", "unknown key “headline”"),
        (SourceFile, "title: T\n", "E302", "“language” is missing here"),
        (SourceFile, "title: T\nlanguage:\n", "E304", "“language” has no value"),
        (SourceFile, "title: [a]\nlanguage: en\n", "E305", "“title” must be a text, not a list"),
        (SourceFile, "title: {a: b}\nlanguage: en\n", "E305", "“title” must be a text, not keys with values"),
        (SourceFile, "title: T\nlanguage: en\npublish: [full]\n", "E305", "“publish” must be a text, not a list"),
        (SourceFile, "title: T\nlanguage: en\npublish: all\n", "E303", "“all” is not an allowed value of “publish”"),
        (Party, "name: N\nkind: state\naliases: [a, '']\n", "E304", "entry 2 of “aliases” has no words"),
        (Party, "name: N\nkind: state\naliases:\n  - a\n  -\n", "E304", "entry 2 of “aliases” has no value"),
        (Party, "name: N\nkind: state\npart_of: [eu, eu]\n", "E309", "“eu” is in this list twice"),
        (PositionFile, f"party: a\npositions:\n  - issue: i\n    row_text: [x, {'x' * 161}]\n", "E306",
         "entry 2 of “row_text” has 161 characters; 160 are allowed"),
        (PositionFile, "party: a\npositions:\n  - issue: i\n    as_of: 2.12.2025\n", "E307",
         "“2.12.2025” is not a date: not of the form 2025-12-02, 2025-12 or 2025"),
    ],
)  # fmt: skip
def test_each_error_of_shape_is_reported_in_a_sentence(
    model: type[Node], text: str, code: str, message: str
) -> None:
    assert shape(model, text) == [(code, message)]


@pytest.mark.parametrize(
    ("model", "text", "code"),
    [
        (PositionFile, "party: a\npositions: [{issue: i, evidence: [{source: s, quote: }]}]\n", "E304"),
        (Evidence, "source: a\nkuote: b\n", "E301"),
        (Party, "name: N\nkid: state\n", "E301"),
    ],
)
def test_an_error_that_follows_from_another_error_is_not_reported(
    model: type[Node], text: str, code: str
) -> None:
    assert [found for found, _ in shape(model, text)] == [code]


def test_an_entry_is_named_by_its_key() -> None:
    text = Location("a.yml", 3, 9, 4, "russia: Russia")
    [error] = read_node(Party, "Russia", text, "russia")[1]
    assert error.message == "“russia” must be keys with values (lines of the form “key: value”), not a text"
    assert [error.location for error in read_node(Party, None, text, "russia")[1]] == [text]
    data, _ = read_yaml("a.yml", b"bridge:\n  -\n")
    assert data is not None
    errors = read_node(Party, data["bridge"], location_at(data, ["bridge"]), "bridge")[1]
    assert "entry 1 of “bridge” has no value" in [error.message for error in errors]


def test_twenty_thousand_errors_in_a_file_take_little_time() -> None:
    """Twice as many errors take about twice the time; a quadratic step would take minutes here."""
    entry = {"issue": "i", "stanze": "supports", "evidence": [{"source": None}], "as_of": "soon"}
    _, errors = read_node(PositionFile, {"party": "a", "positions": [entry] * 7000}, Location("a.yml"))
    assert errors


VALUES = st.recursive(
    st.none() | st.sampled_from(["", "a", "2025-12-02", "supports", "A b", "x" * 90]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "evidence", "source", "quote", "a", "A b"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
KEYS = {
    BriefingFile: "title question status as_of parties answer issues timeline analysis scale unknowns tags review_every",
    PositionFile: "party positions",
    Party: "name kind aliases part_of speakers",
    SourceFile: "title language published url status sha256 publish",
}


@pytest.mark.parametrize("model", list(KEYS), ids=lambda model: model.__name__)
@settings(max_examples=40)
@given(data=st.data())
def test_data_of_any_shape_is_read_or_its_errors_are_described_in_plain_words(
    model: type[Node], data: Any
) -> None:
    keys = st.sampled_from([*KEYS[model].split(), "other"])
    node, errors = read_node(model, data.draw(st.dictionaries(keys, VALUES)), Location("a.yml"))
    assert (node is None) == bool(errors)
    for error in errors:
        assert error.message
        assert error.hint
        for word in ("None", "{'", "['", "Input", "should be", "valid"):
            assert word not in error.message + error.hint


def test_a_list_with_too_many_entries_is_an_error() -> None:
    parties = ", ".join(f"p{number}" for number in range(201))
    errors = shape(BriefingFile, f"parties: [{parties}]\n")
    assert ("E306", "“parties” has 201 entries; 200 are allowed") in errors
