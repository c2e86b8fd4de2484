"""Any sequence of edits, saves by others and undo: the files say what was asked, and after undoing all they are as at the start."""

from collections import Counter
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from generator.content.strict_yaml import read_yaml
from generator.edit import fields, positions
from generator.edit.entry import Item
from generator.edit.error import EditError
from generator.edit.positions import Entry
from generator.edit.project import Change, Project
from generator.edit.steps import ConflictError, Operation, Steps
from generator.edit.yaml_edit import add_key, insert, move, remove, rename_key, replace
from generator.edit.yaml_edit.values import plain
from generator.memory import Memory
from tests.building import HARBOUR, ROOT, small_project
from tests.building import files as files_of
from tests.edit.entries import set_fields

ABOUT = "briefings/old-bridge/briefing.yml"
FILES = [
    path.read_bytes()
    for root in (ROOT / "briefings", HARBOUR / "briefings")
    for path in sorted(root.rglob("*.yml"))
    if path.stat().st_size < 6_000
]
CHARACTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), include_characters="\n"
)
TEXTS = (
    st.sampled_from(["", "supports", "a: b", "x # y", "- x", "null", "it’s “so”", "two\nlines", "word " * 40])
    | st.text(CHARACTERS, max_size=12)
)  # fmt: skip
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from("abc") | TEXTS.filter(bool), inner, max_size=3)
    ),
    max_leaves=6,
)
BRACKETS = "[]{},: \n\r\"'"
"""What goes when an entry in brackets is written in lines, where fewer keys need quotation marks."""
SENTENCES = st.sampled_from(["The plan is new.", "A: b, c", "It says “so” # 2", "Long words " * 15 + "end."])


def places(data: Any, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the steps to every value in data."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [place for key, item in entries for place in ((*above, key), *places(item, (*above, key)))]


def at(data: Any, steps: tuple[str | int, ...]) -> Any:
    """Return the value at some steps."""
    for step in steps:
        data = data[step]
    return data


class Files(RuleBasedStateMachine):
    """One YAML file, and what it must say, which other code works out."""

    def __init__(self) -> None:
        super().__init__()
        self.raw, self.says = b"a: b\n", {"a": "b"}

    def change(self, edit: Callable[[], bytes], expected: Any, *, loses: str = "") -> None:
        """Make an edit. It either says what is expected, or is refused. No characters are lost but those that it `loses`."""
        before = Counter(self.raw.decode())
        try:
            self.raw = edit()
        except EditError:
            return
        self.says = expected
        if loses:
            assert set(before - Counter(self.raw.decode())) <= set(loses)

    @rule(raw=st.sampled_from(FILES), windows=st.booleans())
    def open(self, raw: bytes, *, windows: bool) -> None:
        self.raw = b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n") if windows else raw
        self.says = plain(read_yaml("a.yml", raw)[0])

    @rule(data=st.data(), value=VALUES)
    def replace(self, data: st.DataObject, value: Any) -> None:
        steps = data.draw(st.sampled_from(places(self.says)))
        expected = deepcopy(self.says)
        at(expected, steps[:-1])[steps[-1]] = value
        self.change(lambda: replace("a.yml", self.raw, steps, value), expected)

    @rule(data=st.data(), value=VALUES, key=st.sampled_from(["issue", "zz", "evidence", "x y"]))
    def add(self, data: st.DataObject, value: Any, key: str) -> None:
        inner = [()] + [steps for steps in places(self.says) if isinstance(at(self.says, steps), dict | list)]
        steps = data.draw(st.sampled_from(inner))
        expected = deepcopy(self.says)
        container = at(expected, steps)
        if isinstance(container, list):
            index = data.draw(st.integers(0, len(container)))
            container.insert(index, value)
            self.change(lambda: insert("a.yml", self.raw, steps, index, value), expected, loses=BRACKETS)
        elif key not in container:
            order = [key, *container][:: data.draw(st.sampled_from([1, -1]))]
            container[key] = value
            self.change(
                lambda: add_key("a.yml", self.raw, steps, key, value, order=order), expected, loses=BRACKETS
            )

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        steps = data.draw(st.sampled_from(places(self.says)))
        expected = deepcopy(self.says)
        del at(expected, steps[:-1])[steps[-1]]
        self.change(lambda: remove("a.yml", self.raw, steps), expected)

    @rule(data=st.data(), by=st.sampled_from([-2, -1, 1, 2]))
    def move(self, data: st.DataObject, by: int) -> None:
        steps = data.draw(st.sampled_from(places(self.says)))
        expected = deepcopy(self.says)
        container = at(expected, steps[:-1])
        if (
            isinstance(container, list)
            and isinstance(steps[-1], int)
            and 0 <= steps[-1] + by < len(container)
        ):
            container.insert(steps[-1] + by, container.pop(steps[-1]))
        self.change(lambda: move("a.yml", self.raw, steps, by), expected, loses=BRACKETS)

    @rule(data=st.data())
    def rename(self, data: st.DataObject) -> None:
        keys = [steps for steps in places(self.says) if isinstance(steps[-1], str)]
        steps = data.draw(st.sampled_from(keys))
        expected = deepcopy(self.says)
        container = at(expected, steps[:-1])
        container["new name"] = container.pop(steps[-1])
        self.change(lambda: rename_key("a.yml", self.raw, steps, "new name"), expected)

    @invariant()
    def says_what_was_asked(self) -> None:
        assert plain(read_yaml("a.yml", self.raw)[0]) == self.says

    @invariant()
    def has_one_kind_of_line_ends(self) -> None:
        is_windows = self.raw.startswith(b"\xef\xbb\xbf")
        assert self.raw.count(b"\r\n") == (self.raw.count(b"\n") if is_windows else 0)


class Sessions(RuleBasedStateMachine):
    """A project that the desk changes step by step, and that somebody else saves now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.root = small_project(Path(self.folder.name) / "site")
        self.project = Project(self.root, memory=Memory())
        self.start: Mapping[str, bytes] = files_of(self.root)
        self.steps = Steps()
        self.was_saved = False

    def write(self, operation: Operation) -> bool:
        """Write a change as a step; if it is refused, nothing changes. Return whether it was written."""
        before = files_of(self.root)
        try:
            step, _ = self.steps.write(self.project, "A change.", operation)
        except EditError:
            assert files_of(self.root) == before
            return False
        self.project = self.project.again()
        return step is not None

    def position(self, entry: Entry) -> Any:
        return self.project.corpus.briefings[entry.slug].positions[entry.party].positions[entry.index]

    @rule(title=SENTENCES)
    def title(self, title: str) -> None:
        if self.write(lambda project: fields.set_value(project, ABOUT, ("title",), title)):
            assert self.project.corpus.briefings["old-bridge"].about.title == title.strip()

    @rule(party=st.sampled_from(["town", "cyclists", "traders"]), index=st.sampled_from([0, 1]), reason=SENTENCES | st.none())  # fmt: skip
    def reason(self, party: str, index: int, reason: str | None) -> None:
        entry = Entry("old-bridge", party, ["closing", "deliveries"][index], index)
        if self.write(lambda project: set_fields(project, entry, {"reason": reason})):
            assert self.position(entry).reason == reason

    @rule(party=st.sampled_from(["town", "cyclists"]), why=SENTENCES)
    def evidence(self, party: str, why: str) -> None:
        entry = Entry("old-bridge", party, "closing", 0)
        new = {"source": "bridge-2031-03-02", "reported": "The council votes in June", "why": why}
        number = len(self.position(entry).evidence)
        if self.write(lambda project: positions.add_evidence(project, entry, new, number=0)):
            assert len(self.position(entry).evidence) == number + 1
            assert self.position(entry).evidence[0].why == why
            order = tuple(Item(number=index) for index in (*range(1, number + 1), 0))
            if self.write(lambda project: set_fields(project, entry, {}, evidence=order)):
                assert self.position(entry).evidence[number].why == why

    @rule(is_draft=st.booleans())
    def draft(self, *, is_draft: bool) -> None:
        entry = Entry("old-bridge", "town", "closing", 0)
        if self.write(lambda project: set_fields(project, entry, {"draft": "true" if is_draft else None})):
            assert self.position(entry).draft == is_draft

    @rule()
    def error(self) -> None:
        assert not self.write(lambda project: fields.set_value(project, ABOUT, ("status",), "wrong"))

    @rule()
    def other_saves(self) -> None:
        """Somebody else adds a comment to a file that the next change is about."""
        seen = {ABOUT: self.project.files[ABOUT]}
        saved = seen[ABOUT] + b"# saved\n"
        (self.root / ABOUT).write_bytes(saved)
        self.was_saved = True

        def operation(project: Project) -> Change:
            return fields.set_value(project, ABOUT, ("question",), "Will it close, and when?")

        is_new = self.project.corpus.briefings["old-bridge"].about.question != "Will it close, and when?"
        self.project = self.project.again()
        if is_new:
            with pytest.raises(ConflictError) as caught:
                self.steps.write(self.project, "A question.", operation, seen)
            assert caught.value.can_be_repeated
        assert (self.root / ABOUT).read_bytes() == saved

    @precondition(lambda self: len(self.steps) > 0)
    @rule()
    def undo(self) -> None:
        step = next(iter(self.steps))
        if not step.changed_since(self.project):
            self.steps.undo(self.project, step)
            self.project = self.project.again()
            assert step not in list(self.steps)

    @precondition(lambda self: not self.was_saved)
    @rule(again=st.booleans())
    def undo_all(self, *, again: bool) -> None:
        end, undone = files_of(self.root), list(self.steps)
        for step in undone:
            self.steps.undo(self.project, step)
            self.project = self.project.again()
        assert files_of(self.root) == self.start
        if again:
            for _ in undone:
                self.steps.redo(self.project)
                self.project = self.project.again()
            assert files_of(self.root) == end

    def teardown(self) -> None:
        self.folder.cleanup()


TestFiles = Files.TestCase
TestFiles.settings = settings(max_examples=45, stateful_step_count=10)
TestSessions = Sessions.TestCase
TestSessions.settings = settings(max_examples=8, stateful_step_count=10)
