"""An entry is written as a form leaves it: what stays keeps its bytes, and the file says exactly what the form said."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit.entry import Item, found_again, save_entry, write_item
from generator.edit.error import EditError
from generator.edit.fields import value_at
from generator.edit.positions import Entry, new_entry, remove_entry
from generator.edit.project import Project
from generator.edit.yaml_edit.values import plain
from tests.building import HARBOUR, copy_project

PATH = "briefings/a/positions/b.yml"
COUNCIL = "briefings/night-closing/positions/harbour-council.yml"
TEXTS = ("one", "two: words", "- three", "# four", "“five”", "a longer text, " * 9 + "ends")
STORED = (
    "- source: s0  # a note on the first\n  quote: zero",
    "# above the second\n- {source: s1, quote: one, page: 4}",
    "- source: s2\n  reported: >-\n    two\n    lines\n  occurrence: 2",
    "- source: s3\n  quote: [a, b]\n  translation: {text: c, language: en, by: d}",
)

changes = st.dictionaries(
    st.sampled_from(["why", "page", "speaker"]), st.sampled_from([*TEXTS, None]), max_size=2
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[int, tuple[Item, ...]]:
    """Return how many items a list has in the file, and the items that it has in the form."""
    count = draw(st.integers(1, len(STORED)))
    kept = draw(st.lists(st.sampled_from(range(count)), unique=True))
    items = [Item(number, values=draw(changes)) for number in kept]
    for text in draw(st.lists(st.sampled_from(TEXTS), max_size=2)):
        at = draw(st.integers(0, len(items)))
        items.insert(at, Item(new={"source": "new", "quote": text}))
    return count, tuple(items)


@given(lists())
def test_a_list_has_the_items_of_the_form_in_their_order_and_each_that_stays_keeps_its_lines(
    case: tuple[int, tuple[Item, ...]],
) -> None:
    count, items = case
    stored = "\n".join(f"      {line}" for item in STORED[:count] for line in item.split("\n"))
    raw = f"party: b\npositions:\n  - issue: i\n    evidence:\n{stored}\n    internal: [kept]  # kept\n".encode()
    before = plain(value_at(PATH, raw, ("positions", 0)))
    after = write_item(PATH, raw, ("positions", 0), Item(0, lists={"evidence": items}))
    expected: list[Any] = []
    for item in items:
        old = before["evidence"][item.number] if item.number is not None else item.new
        merged = {**old, **{key: text and text.strip() for key, text in item.values.items()}}
        expected.append({key: each for key, each in merged.items() if each is not None})
    found = plain(value_at(PATH, after, ("positions", 0)))
    assert found.get("evidence", []) == expected
    assert {key: each for key, each in found.items() if key != "evidence"} == {
        "issue": "i",
        "internal": ["kept"],
    }
    lines = after.decode().split("\n")
    for item in items:
        if item.number is not None and item.stays:
            own = [f"      {line}" for line in STORED[item.number].split("\n")]
            starts = [at for at in range(len(lines)) if lines[at : at + len(own)] == own]
            assert len(starts) == 1, after.decode()
    assert "    internal: [kept]  # kept" in lines


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The harbour example, which no test writes to."""
    return Project(copy_project(HARBOUR, tmp_path_factory.mktemp("entry") / "site"))


def entry_of(project: Project, index: int) -> tuple[Entry, dict[str, Any]]:
    """Return an entry of the council, and what its file says."""
    found = plain(value_at(COUNCIL, project.files[COUNCIL], ("positions", index)))
    return Entry("night-closing", "harbour-council", found["issue"], index), found


def test_an_entry_that_others_moved_is_found_by_what_it_says(project: Project) -> None:
    entry, seen = entry_of(project, 1)
    removed = remove_entry(project, Entry("night-closing", "harbour-council", "closing", 0))
    now = project.with_files(removed.changed)
    assert found_again(now, entry, seen).index == 0
    change = save_entry(now, entry, seen, Item(0, values={"reason": "A reason."}))
    assert change.changed[COUNCIL] == re.sub(
        rb"reason: The permanent[^\n]*", b"reason: A reason.", now.files[COUNCIL]
    )


def test_an_entry_that_is_gone_is_not_taken_for_another_one_on_its_issue(project: Project) -> None:
    entry, seen = entry_of(project, 0)
    now = project.with_files(remove_entry(project, entry).changed)
    with pytest.raises(EditError):
        save_entry(now, entry, seen, Item(0, values={"reason": "A reason."}))


def test_a_number_that_leads_to_an_entry_on_another_issue_is_refused(project: Project) -> None:
    entry, _ = entry_of(project, 0)
    other = replace(entry, issue="noise-limit")
    with pytest.raises(EditError, match="no such entry"):
        remove_entry(project, other)


def test_a_list_that_others_changed_is_not_written(project: Project) -> None:
    entry, seen = entry_of(project, 0)
    edited = Item(0, lists={"evidence": (Item(0),)})
    assert save_entry(project, entry, {**seen, "reason": "Another reason."}, edited).changed
    with pytest.raises(EditError, match="“evidence” of the entry on “closing”"):
        save_entry(project, entry, {**seen, "evidence": seen["evidence"][1:]}, edited)


def test_a_file_whose_only_entry_is_removed_takes_a_new_one(project: Project) -> None:
    path = "briefings/trial-boats/positions/crews.yml"
    now = project
    for each in project.corpus.briefings["trial-boats"].positions["crews"].positions:
        now = now.with_files(remove_entry(now, Entry("trial-boats", "crews", each.issue, 0)).changed)
    assert b"positions: []" in now.files[path]
    issue = next(iter(project.corpus.briefings["trial-boats"].about.issues))
    values = {"issue": issue, "stance": "not-found", "searched_until": "2031-06-11"}
    raw = new_entry(now, "trial-boats", "crews", values).changed[path]
    assert plain(value_at(path, raw, ("positions",))) == [values]
