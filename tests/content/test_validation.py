"""From data to nodes: every fault of shape is told in an editor's words, and nothing that follows from it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.model import BriefingFile, Evidence, Party, PositionFile, SourceFile
from generator.content.model.node import Node
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node, suggest, suggest_named
from generator.location import Location, YamlMap
from tests.test_cases import project


def shape(model: type[Node], text: str, name: str = "") -> list[tuple[str, str]]:
    """Give the faults of YAML as a node: each as code and message."""
    file, faults = read_yaml("a.yml", text.encode())
    assert file is not None, faults
    return [(one.code, one.message) for one in read_node(model, file.data, file.data.location, name)[1]]


@pytest.mark.parametrize("word", ["stanze", "Stance", "stence", "stances"])
def test_the_word_that_was_probably_meant_is_offered(word: str) -> None:
    assert suggest(word, ["issue", "stance"]).startswith("Did you mean “stance”?")


@pytest.mark.parametrize(
    ("known", "expected"), [(["a", "b"], "Possible here: a, b."), ([], "Possible here: nothing.")]
)
def test_where_nothing_is_near_all_is_listed(known: list[str], expected: str) -> None:
    assert suggest("zzz", known) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("\u0441losing", "Did you mean “closing”? Its “\u0441” is a Cyrillic letter that only looks Latin."),
        ("cl\u03bfsing", "Did you mean “closing”? Its “\u03bf” is a Greek letter that only looks Latin."),
        ("clozing", "Did you mean “closing”?"),
        ("\u0441lozing", "Did you mean “closing”?"),
        ("\u0449losing", "Did you mean “closing”?"),  # a letter of another alphabet that looks like none
        (
            "cl\u03bfs\u0456ng",
            "Did you mean “closing”? Its “\u03bf” is a Greek letter that only looks Latin.",
        ),
    ],
)
def test_a_letter_that_nobody_can_tell_from_the_one_that_is_meant_is_named(word: str, expected: str) -> None:
    assert suggest(word, ["closing"]) == suggest_named(word, {"closing": ["Closing the bridge"]}) == expected


def test_a_key_that_is_not_known_is_marked_itself_wherever_it_stands() -> None:
    file, _ = read_yaml(
        "a.yml", b"name: N\nkind: state\nspeakers:\n  ada-vale: {name: Ada Vale, roll: Mayor}\n"
    )
    assert file is not None
    assert [str(one.location) for one in read_node(Party, file.data, file.data.location)[1]] == ["a.yml:4:30"]


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        (SourceFile, "title: T\n", [("E302", "“language” is missing here")]),
        (SourceFile, "title: T\nlanguage:\n", [("E304", "“language” has no value")]),
        (SourceFile, "title: [a]\nlanguage: en\n", [("E305", "“title” needs a text, not a list")]),
        (SourceFile, "title: {a: b}\nlanguage: en\n", [("E305", "“title” needs a text, not keys with values")]),
        (SourceFile, "title: T\nlanguage: en\npublish: [full]\n", [("E305", "“publish” needs a text, not a list")]),
        (SourceFile, "title: T\nlanguage: en\npublish: all\n",
         [("E303", "“all” is not one of the values of “publish”")]),
        (Party, "name: N\nkind: state\naliases: [a, '']\n", [("E304", "entry 2 of “aliases” has no words")]),
        (Party, "name: N\nkind: state\naliases:\n  - a\n  -\n", [("E304", "entry 2 of “aliases” has no value")]),
        (Party, "name: N\nkind: state\npart_of: [eu, eu]\n", [("E309", "“eu” stands twice in this list")]),
        (PositionFile, "party: a\npositions:\n  - issue: i\n    summary: " + "x" * 61 + "\n",
         [("E306", "“summary” has 61 characters; 60 are allowed")]),
        (PositionFile, "party: a\npositions:\n  - issue: i\n    as_of: soon\n",
         [("E307", "“soon” is no date: not of the form 2025-12-02, 2025-12 or 2025")]),
    ],
)  # fmt: skip
def test_each_fault_of_shape_is_told_in_a_sentence(
    model: type[Node], text: str, expected: list[tuple[str, str]]
) -> None:
    assert shape(model, text) == expected


def test_what_follows_from_another_fault_is_not_told() -> None:
    """Entries that are wrong do not make a list empty, and a quote that is forgotten is no fault of its kind."""
    assert shape(
        PositionFile, "party: a\npositions:\n  - issue: i\n    evidence: [{source: s, quote: }]\n"
    ) == [("E304", "“quote” has no value")]
    assert shape(Evidence, "source: a\nkuote: b\n") == [("E301", "the key “kuote” is not known here")]


def test_an_empty_entry_of_a_list_that_stands_where_keys_belong_is_named_by_the_key_of_the_list() -> None:
    file, _ = read_yaml("a.yml", b"bridge:\n  -\n")
    assert file is not None
    faults = read_node(Party, file.data["bridge"], file.data.value_location("bridge"), "bridge")[1]
    assert [one.message for one in faults][1:] == ["entry 1 of “bridge” has no value"]


def test_an_entry_is_named_by_its_key() -> None:
    text = Location("a.yml", 3, 9, 4, "russia: Russia")
    assert [one.message for one in read_node(Party, "Russia", text, "russia")[1]] == [
        "“russia” needs keys with values (lines of the form “key: value”), not a text"
    ]
    assert [one.location for one in read_node(Party, None, text, "russia")[1]] == [text]


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
LINES = {
    BriefingFile: "title question status as_of parties answer issues timeline analysis scale unknowns tags review_every",
    PositionFile: "party positions",
    Party: "name kind aliases part_of speakers",
    SourceFile: "title language published url status sha256 publish",
}


@pytest.mark.parametrize("model", list(LINES), ids=lambda model: model.__name__)
@given(data=st.data())
def test_data_of_any_shape_is_read_or_told_in_words(model: type[Node], data: Any) -> None:
    keys = st.sampled_from([*LINES[model].split(), "other"])
    given_data = data.draw(st.dictionaries(keys, VALUES))
    node, faults = read_node(model, given_data, Location("a.yml"))
    assert (node is None) == bool(faults)
    for one in faults:
        assert one.message
        assert one.hint
        for word in ("None", "{'", "['", "Input", "should be", "valid"):
            assert word not in one.message + one.hint


def test_the_data_stays_as_it_was_read() -> None:
    file, _ = read_yaml("a.yml", project()["briefings/bridge/positions/drivers.yml"])
    assert file is not None
    before = repr(file.data)
    read_node(PositionFile, file.data, file.data.location)
    assert repr(file.data) == before
    assert isinstance(file.data, YamlMap)
