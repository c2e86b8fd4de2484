"""From files to the corpus: what is read, what is left out and remembered, and how the shape of data is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load import load
from generator.marks import Mark, YamlMap
from generator.model import BriefingFile, Corpus, Party, PositionFile, SourceFile
from generator.model.node import Node
from generator.pipeline import examine
from generator.shape import read_node, suggest
from generator.yamlfile import read_yaml
from tests.test_cases import project

BRIEFING = "briefings/bridge/briefing.yml"
DRIVERS = "briefings/bridge/positions/drivers.yml"
PARTIES = "briefings/parties.yml"
SIDECAR = "seeds/report.yml"


def changed(path: str, old: str, new: str) -> dict[str, bytes]:
    """Give the base of all cases with one text of one file put in another's place."""
    files = project()
    assert old.encode() in files[path]
    return files | {path: files[path].replace(old.encode(), new.encode(), 1)}


def told(files: dict[str, bytes]) -> list[str]:
    """Give what is told of a project as code and place."""
    return [f"{one.code} {one.mark}" for one in examine(files).diagnostics]


def corpus(files: dict[str, bytes]) -> Corpus:
    """Give what is read of a project."""
    return load(files)[0]


def shape(model: type[Node], text: str, name: str = "") -> list[tuple[str, str]]:
    """Give the faults of YAML as a node: each as code and message."""
    file, faults = read_yaml("a.yml", text.encode())
    assert file is not None, faults
    return [(one.code, one.message) for one in read_node(model, file.data, file.data.mark, name)[1]]


def test_everything_that_was_written_is_in_the_corpus() -> None:
    found, faults = load(project())
    assert faults == ()
    assert found.unread == frozenset()
    assert list(found.sources) == ["report"]
    assert list(found.parties) == ["drivers", "town"]
    assert list(found.briefings) == ["bridge"]
    assert found.sources["report"].article.text.startswith("The mayor, Ada Vale")


def test_positions_stand_in_the_order_that_the_briefing_declares() -> None:
    assert list(corpus(project()).briefings["bridge"].positions) == ["town", "drivers"]
    turned = changed(BRIEFING, "[town, drivers]", "[drivers, town]")
    assert list(corpus(turned).briefings["bridge"].positions) == ["drivers", "town"]


def test_the_order_of_files_changes_nothing() -> None:
    files = project("E305-wrong-shape", "fails-4")
    backwards = dict(reversed(files.items()))
    assert load(files) == load(backwards)


def test_nothing_is_an_empty_corpus() -> None:
    assert load({}) == (Corpus({}, {}, {}, {}), ())


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing() -> None:
    files = {
        path: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n") if path.endswith(".yml") else raw
        for path, raw in project().items()
    }
    assert told(files) == []
    assert corpus(files).briefings["bridge"].about == corpus(project()).briefings["bridge"].about


@pytest.mark.parametrize(
    ("path", "unread"),
    [
        (BRIEFING, {BRIEFING, "briefing:bridge"}),
        (DRIVERS, {DRIVERS}),
        (PARTIES, {PARTIES}),
        (SIDECAR, {SIDECAR, "source:report"}),
    ],
)
def test_a_file_that_is_no_yaml_is_told_once_and_nothing_that_needs_it(path: str, unread: set[str]) -> None:
    files = project() | {path: b'title: "open\n'}
    assert {fault.split(":")[0] for fault in told(files)} == {f"E111 {path}"}
    assert corpus(files).unread == unread


@pytest.mark.parametrize(
    ("path", "old", "new", "unread"),
    [
        (BRIEFING, "status: active", "status: stuck", "briefing:bridge"),
        (DRIVERS, "basis: reported", "basis: heard", DRIVERS),
        (PARTIES, "kind: organisation", "kind: club", "party:drivers"),
        (SIDECAR, "language: en", "language: english", "source:report"),
    ],
)
def test_a_file_of_wrong_shape_is_told_once_and_nothing_that_needs_it(
    path: str, old: str, new: str, unread: str
) -> None:
    files = changed(path, old, new)
    assert len(told(files)) == 1
    assert corpus(files).unread == {unread}


def test_a_fault_of_one_party_hides_no_other_party() -> None:
    found = corpus(changed(PARTIES, "kind: organisation", "kind: club"))
    assert list(found.parties) == ["town"]


def test_all_faults_of_all_files_are_told_in_one_run() -> None:
    files = changed(PARTIES, "kind: organisation", "kind: club")
    files |= {DRIVERS: b"party: town\npositions: none\n", SIDECAR: b"language: en\n"}
    files["seeds/Other.txt"] = b"x y z"
    assert {fault.split()[0] for fault in told(files)} == {"E303", "E305", "E302", "E308", "E015"}


def test_notes_and_contested_names_have_their_places() -> None:
    files = project() | {
        "seeds/README.md": b"Notes.",
        "briefings/README.md": b"Notes.",
        "briefings/bridge/README.md": b"Notes.",
        "briefings/names.yml": b"the-bridge: {term: the old bridge, used_by: [town]}\n",
    }
    assert told(files) == []
    assert list(corpus(files).names) == ["the-bridge"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("seeds/a.yaml", "Rename it to a.yml."),
        ("briefings/bridge/positions/rail.YML", "Rename it to rail.yml."),
        ("briefings/partys.yml", "Rename it to parties.yml."),
        ("briefings/bridge/breifing.yml", "Rename it to briefing.yml."),
        ("briefings/bridge/rail.yml", "briefings/bridge/positions/rail.yml"),
        ("briefings/bridge/position/rail.yml", "briefings/bridge/positions/rail.yml"),
        ("briefings/bridge/notes.doc", "Notes may stand in README.md."),
        ("seeds/more/a.txt", "Stored texts are seeds/<id>.txt"),
    ],
)
def test_a_file_in_another_place_is_told_where_it_belongs(path: str, hint: str) -> None:
    faults = [one for one in load(project() | {path: b"x: y"})[1] if one.code == "E014"]
    assert [one.mark for one in faults] == [Mark(path)]
    assert hint in faults[0].hint


@pytest.mark.parametrize("word", ["stanze", "Stance", "stence", "stances"])
def test_the_word_that_was_probably_meant_is_offered(word: str) -> None:
    assert suggest(word, ["issue", "stance"]).startswith("Did you mean “stance”?")


@pytest.mark.parametrize(
    ("known", "expected"), [(["a", "b"], "Possible here: a, b."), ([], "Possible here: nothing.")]
)
def test_where_nothing_is_near_all_is_listed(known: list[str], expected: str) -> None:
    assert suggest("zzz", known) == expected


def test_a_key_that_is_not_known_is_marked_itself_wherever_it_stands() -> None:
    files = changed(PARTIES, "role: Mayor", "roll: Mayor")
    assert told(files) == ["E301 briefings/parties.yml:5:32"]


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
        (Party, "name: N\nkind: state\npart_of: [EU]\n", [("E308", "“EU” cannot be an identifier")]),
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
    files = changed(
        BRIEFING, "{source: report, quote: We will open the bridge in May", "{source: report, kuote: x"
    )
    assert told(files) == [f"E301 {BRIEFING}:10:26"]


def test_an_entry_is_named_by_its_key() -> None:
    text = Mark("a.yml", 3, 9, 4, "russia: Russia")
    assert [one.message for one in read_node(Party, "Russia", text, "russia")[1]] == [
        "“russia” needs keys with values (lines of the form “key: value”), not a text"
    ]
    assert [one.mark for one in read_node(Party, None, text, "russia")[1]] == [text]


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
    node, faults = read_node(model, given_data, Mark("a.yml"))
    assert (node is None) == bool(faults)
    for one in faults:
        assert one.message
        assert one.hint
        for word in ("None", "{'", "['", "Input", "should be", "valid"):
            assert word not in one.message + one.hint


def test_the_data_stays_as_it_was_read() -> None:
    file, _ = read_yaml("a.yml", project()[DRIVERS])
    assert file is not None
    before = repr(file.data)
    read_node(PositionFile, file.data, file.data.mark)
    assert repr(file.data) == before
    assert isinstance(file.data, YamlMap)
