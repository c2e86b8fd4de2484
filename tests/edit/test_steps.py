"""Each change that is written is a step that can be undone. A file that somebody else saved is never overwritten."""

from pathlib import Path
from typing import Any

import pytest

from generator.content.file_read import FileRead, read_file
from generator.edit.error import EditError
from generator.edit.fields import set_value
from generator.edit.new.party import new_party
from generator.edit.project import Change, Project
from generator.edit.steps import ConflictError, Operation, Steps
from generator.memory import Memory
from tests.building import files, small_project

ABOUT = "briefings/old-bridge/briefing.yml"
PARTIES = "briefings/parties.yml"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The small example."""
    return Project(small_project(tmp_path / "site"), memory=Memory())


def setting(*steps: str | int, value: Any, path: str = ABOUT) -> Operation:
    """Return the operation that sets a value of a briefing."""
    return lambda project: set_value(project, path, steps, value)


def saved(project: Project, path: str, old: bytes, new: bytes) -> Project:
    """Save a file as somebody else, and return the project as it is then."""
    assert old in project.files[path]
    (project.root / path).write_bytes(project.files[path].replace(old, new))
    return project.again()


def test_a_step_is_undone_and_written_again(project: Project) -> None:
    before, steps = files(project.root), Steps()
    step, _ = steps.write(project, "The title of the briefing.", setting("title", value="The bridge"))
    assert step
    assert [each.sentence for each in steps] == ["The title of the briefing."]
    after = files(project.root)
    assert after != before
    steps.undo(project.again(), step)
    assert (files(project.root), len(steps)) == (before, 0)
    assert steps.redo(project.again()) == step
    assert (files(project.root), len(steps)) == (after, 1)
    with pytest.raises(EditError, match="no step"):
        steps.redo(project.again())


def test_new_and_deleted_files_are_undone(project: Project) -> None:
    before, steps = files(project.root), Steps()
    path = "briefings/old-bridge/positions/traders.yml"
    gone, _ = steps.write(project, "The traders are out.", lambda _: Change(removed=[path]))
    new, _ = steps.write(project.again(), "A term.", setting("quay", "term", value="Quay", path="briefings/names.yml"))  # fmt: skip
    assert gone
    assert new
    steps.undo(project.again(), gone)
    steps.undo(project.again(), steps.find(new.number))
    assert files(project.root) == before


def test_files_that_are_no_content_are_undone_if_they_are_as_the_step_left_them(project: Project) -> None:
    path, steps = "seeds/originals/page.html", Steps()
    step, _ = steps.write(project, "An original.", lambda _: Change(created={path: b"<p>One"}))
    assert step
    (project.root / path).write_bytes(b"<p>Two")
    with pytest.raises(ConflictError, match=path):
        steps.undo(project.again(), step)
    (project.root / path).write_bytes(b"<p>One")
    steps.undo(project.again(), step)
    assert not (project.root / path).exists()


def test_a_step_whose_file_was_changed_later_cannot_be_undone(project: Project) -> None:
    steps = Steps()
    step, _ = steps.write(project, "The title.", setting("title", value="The bridge"))
    assert step
    now = saved(project.again(), ABOUT, b"status: active", b"status: stalled")
    assert step.changed_since(now) == (ABOUT,)
    with pytest.raises(ConflictError, match=f"{ABOUT} has changed") as caught:
        steps.undo(now, step)
    (versions,) = caught.value.files
    assert (versions.seen, versions.now, versions.mine) == (step.after[ABOUT], now.files[ABOUT], step.before[ABOUT])  # fmt: skip
    assert project.again().files == now.files
    assert len(steps) == 1


def test_a_step_that_corrected_an_error_can_be_undone(project: Project) -> None:
    steps = Steps()
    now = saved(project, ABOUT, b"status: active", b"status: wrong")
    assert now.examined.has_errors
    before = files(project.root)
    step, _ = steps.write(now, "The status.", setting("status", value="stalled"))
    assert step
    steps.undo(now.again(), step)
    assert files(project.root) == before


def test_undoing_what_something_else_needs_is_refused(project: Project) -> None:
    steps = Steps()
    details = {"name": "The Council", "kind": "government"}
    step, _ = steps.write(
        project, "A party.", lambda now: new_party(now, "council", details, aliases=[], speakers={})
    )
    assert step
    parties = ["town", "cyclists", "traders", "council"]
    steps.write(project.again(), "It takes part.", setting("parties", value=parties))
    with pytest.raises(EditError, match="would be written has errors"):
        steps.undo(project.again(), step)


def test_a_change_of_a_file_that_changed_meanwhile_can_be_made_again_where_it_touches_other_lines(
    project: Project,
) -> None:
    steps, operation = Steps(), setting("title", value="The bridge")
    now = saved(project, ABOUT, b"timeline:\n", b"# call the town\ntimeline:\n")
    with pytest.raises(ConflictError) as caught:
        steps.write(now, "The title.", operation, seen={ABOUT: project.files[ABOUT]})
    (versions,) = caught.value.files
    assert (versions.seen, versions.now) == (project.files[ABOUT], now.files[ABOUT])
    assert versions.mine == operation(project).changed[ABOUT]
    assert caught.value.can_be_repeated
    assert project.again().files == now.files
    steps.write(now, "The title.", operation, seen={ABOUT: now.files[ABOUT]})
    text = project.again().files[ABOUT]
    assert b"title: The bridge\n" in text
    assert b"# call the town\n" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"title: The old bridge of Riverton", b"title: A bridge"), (b"issues:\n", b"issues: [\n")],
)
def test_a_change_of_the_same_lines_or_of_a_broken_file_is_for_a_person(
    old: bytes, new: bytes, project: Project
) -> None:
    now = saved(project, ABOUT, old, new)
    with pytest.raises(ConflictError) as caught:
        Steps().write(now, "A title.", setting("title", value="X"), seen={ABOUT: project.files[ABOUT]})
    assert not caught.value.can_be_repeated
    assert bool(caught.value.again) == (b"[" not in new)


def test_a_change_that_the_files_have_already_is_no_conflict_and_no_step(project: Project) -> None:
    steps, operation, seen = Steps(), setting("title", value="The bridge"), {ABOUT: project.files[ABOUT]}
    assert steps.write(project, "The title.", operation, seen)[0]
    assert steps.write(project.again(), "The title.", operation, seen) == (None, ())
    assert len(steps) == 1


def test_a_file_that_is_saved_while_the_change_is_written_is_a_conflict(project: Project) -> None:
    steps, other = Steps(), project.files[ABOUT] + b"# saved\n"

    def operation(now: Project) -> Change:
        (project.root / ABOUT).write_bytes(other)
        return set_value(now, ABOUT, ("title",), "The bridge")

    with pytest.raises(ConflictError) as caught:
        steps.write(project, "The title.", operation)
    assert caught.value.files[0].now == other
    assert caught.value.again
    assert (project.root / ABOUT).read_bytes() == other
    assert len(steps) == 0


def test_of_two_projects_that_were_read_before_either_writes_none_loses_a_change(project: Project) -> None:
    other = project.again()
    project.write(new_party(project, "one", {"name": "One", "kind": "state"}, aliases=[], speakers={}))
    with pytest.raises(EditError, match=f"{PARTIES} has changed since it was read"):
        other.write(new_party(other, "two", {"name": "Two", "kind": "state"}, aliases=[], speakers={}))
    assert {"one"} <= project.again().corpus.parties.keys()
    assert "two" not in project.again().corpus.parties


def test_a_change_that_changes_nothing_is_no_step(project: Project) -> None:
    steps = Steps()
    title = project.corpus.briefings["old-bridge"].about.title
    assert steps.write(project, "The title.", setting("title", value=title)) == (None, ())
    assert len(steps) == 0


def test_only_changed_files_are_read_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(path: str, raw: bytes, *, with_drafts: bool) -> FileRead:
        read.append(path)
        return read_file(path, raw, with_drafts=with_drafts)

    monkeypatch.setattr("generator.content.load.read_file", noted)
    project.again()
    assert read == []
    saved(project, ABOUT, b"title: ", b"title: A ")
    assert read == [ABOUT]
