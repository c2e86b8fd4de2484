"""A save is checked with the whole project, written completely or not at all, and never over what somebody else saved."""

import os
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from lxml import html
from werkzeug.wrappers import Response

from generator.content.files import read_files
from generator.desk import workspace as workspace_module
from generator.desk.screens import ROUTES
from generator.desk.visit import Route, Visit
from generator.desk.workspace import Workspace, version_of
from generator.edit.atomic_write import finish
from generator.edit.error import EditError
from generator.edit.project import Change, Project
from generator.edit.steps import ConflictError
from tests.building import files
from tests.desk.desks import BRIEFING, TOWN, Visitor, write_project
from tests.edit.interruptions import full_disk, interrupted


def set_title(title: str) -> Callable[[Project], Change]:
    """Return the operation that gives the briefing a title."""

    def operation(project: Project) -> Change:
        first, rest = project.files[BRIEFING].split(b"\n", 1)
        assert first.startswith(b"title: ")
        return Change(changed={BRIEFING: f"title: {title}\n".encode() + rest})

    return operation


def title(root: Path) -> str:
    """Return the title of the briefing in its file."""
    return (root / BRIEFING).read_text().partition("\n")[0].removeprefix("title: ")


def test_a_file_that_changes_is_read_at_the_next_request(visitor: Visitor) -> None:
    workspace = visitor.desk.workspace
    before = workspace.project
    assert workspace.project is before
    path = visitor.root / BRIEFING
    path.write_bytes(path.read_bytes().replace(b"The bridge", b"The bright", 1))  # as long as before
    assert workspace.project.corpus.briefings["bridge"].about.title == "The bright"
    (visitor.root / TOWN).unlink()
    assert TOWN not in workspace.project.files


def test_a_file_that_is_old_is_read_once(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in files(visitor.root):
        os.utime(visitor.root / path, (1_000_000_000, 1_000_000_000))
    reads = []

    def read(root: Path) -> object:
        reads.append(root)
        return read_files(root)

    monkeypatch.setattr(workspace_module, "read_files", read)
    for _ in range(10):
        assert visitor.desk.workspace.project.files
    assert len(reads) == 1


def test_many_quick_saves_leave_the_last_one_and_as_many_steps(tmp_path: Path) -> None:
    workspace = Workspace(write_project(tmp_path))
    for number in range(60):
        workspace.save(f"Title {number}", set_title(f"Bridge {number}"))
        assert title(tmp_path) == f"Bridge {number}"
    assert len(workspace.steps) == 60
    assert sorted(files(tmp_path)) == sorted(files(write_project(tmp_path.with_name("other"))))


def test_saves_of_several_threads_are_made_one_after_the_other(tmp_path: Path) -> None:
    workspace = Workspace(write_project(tmp_path))

    def add(number: int) -> None:
        def operation(project: Project) -> Change:
            return Change(changed={TOWN: project.files[TOWN] + f"# {number}\n".encode()})

        workspace.save(f"Line {number}", operation)

    threads = [Thread(target=add, args=[number]) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted((tmp_path / TOWN).read_text().splitlines()[-12:]) == sorted(
        f"# {number}" for number in range(12)
    )
    assert len(workspace.steps) == 12


def test_a_change_with_a_new_error_writes_nothing(tmp_path: Path) -> None:
    workspace = Workspace(write_project(tmp_path))
    before = files(tmp_path)
    with pytest.raises(EditError) as caught:
        workspace.save("A wrong title", set_title("[a"))
    assert caught.value.diagnostics
    assert files(tmp_path) == before
    assert len(workspace.steps) == 0


def test_a_full_disk_loses_nothing_and_the_next_save_works(tmp_path: Path) -> None:
    workspace = Workspace(write_project(tmp_path))
    before = files(tmp_path)
    point = 0
    is_interrupted = True
    while is_interrupted:
        point += 1
        save = partial(workspace.save, "A title", set_title(f"Title {point}"))
        is_interrupted = interrupted(tmp_path, save, point, full_disk)
        assert title(tmp_path) in {"The bridge", *(f"Title {number}" for number in range(point + 1))}
    assert point > 5
    assert title(tmp_path) == f"Title {point}"
    assert set(before) == set(files(tmp_path))


def test_a_file_of_a_form_that_changed_meanwhile_is_not_written(tmp_path: Path) -> None:
    workspace = Workspace(write_project(tmp_path))
    seen = {BRIEFING: workspace.version(workspace.project.files[BRIEFING])}
    theirs = (tmp_path / BRIEFING).read_bytes() + b"# a note\n"
    (tmp_path / BRIEFING).write_bytes(theirs)
    with pytest.raises(ConflictError) as caught:
        workspace.save("A title", set_title("Mine"), seen)
    assert caught.value.again
    assert caught.value.again.changed[BRIEFING] == theirs.replace(b"The bridge", b"Mine", 1)
    assert (tmp_path / BRIEFING).read_bytes() == theirs
    assert len(workspace.steps) == 0
    workspace.save("A title", set_title("Mine"), {BRIEFING: version_of(theirs)})
    assert title(tmp_path) == "Mine"


def test_a_form_of_a_version_that_is_not_kept_writes_nothing(tmp_path: Path) -> None:
    workspace = Workspace(write_project(tmp_path))
    before = files(tmp_path)
    with pytest.raises(EditError, match="not kept any more"):
        workspace.save("A title", set_title("Mine"), {BRIEFING: version_of(b"of an earlier start")})
    assert files(tmp_path) == before


def test_undo_restores_every_byte_in_any_order_of_files(tmp_path: Path) -> None:
    workspace = Workspace(write_project(tmp_path))
    before = files(tmp_path)
    workspace.save("A title", set_title("Mine"))
    workspace.save("A note", lambda project: Change(changed={TOWN: project.files[TOWN] + b"# a note\n"}))
    workspace.save("No file", lambda _: Change(removed=[TOWN]))
    workspace.save("A file", lambda _: Change(created={TOWN: b"party: town\npositions: []\n"}))
    newest_first = [step.number for step in workspace.steps]
    workspace.undo(newest_first[-1])  # the title, whose file nothing else changed
    for number in newest_first[:-1]:
        workspace.undo(number)
    assert files(tmp_path) == before
    assert len(workspace.steps) == 0


def test_a_step_whose_file_changed_later_stays(visitor: Visitor) -> None:
    workspace = visitor.desk.workspace
    workspace.save("A title", set_title("Mine"))
    (step,) = workspace.steps
    path = visitor.root / BRIEFING
    theirs = path.read_bytes() + b"# a note\n"
    path.write_bytes(theirs)
    page = html.fromstring(visitor.page("/changes"))
    assert not page.xpath("//button[text()='Undo']")
    assert visitor.post("/changes/undo", {"step": step.number}).status_code == 409
    assert path.read_bytes() == theirs


def test_without_a_commit_the_changes_say_so(visitor: Visitor) -> None:
    assert "Git has no commit of this folder yet." in visitor.page("/changes")


def test_changes_list_steps_and_files_since_the_last_commit_and_undo_them(visitor: Visitor) -> None:
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *words], cwd=visitor.root, check=True)
    before = visitor.read(BRIEFING)
    visitor.desk.workspace.save("The title is shorter", set_title("Bridge"))
    page = html.fromstring(visitor.page(f"/changes?file={BRIEFING}"))
    assert page.xpath("//ul[contains(@class, 'files')]//a/text()") == [BRIEFING]
    changed = {kind: page.xpath(f"//*[@class='{kind}']/span/text()") for kind in ("added", "removed")}
    assert changed == {"added": ["title: Bridge"], "removed": ["title: The bridge"]}
    assert page.xpath("//textarea[@id='message']")[0].text_content().strip() == "The title is shorter"
    (number,) = page.xpath("//input[@name='step']/@value")
    assert visitor.post("/changes/undo", {"step": number}).status_code == 303
    assert visitor.read(BRIEFING) == before
    assert "Nothing differs." in visitor.page("/changes")
    assert "Redo: The title is shorter" in visitor.page("/changes")
    assert visitor.post("/changes/redo", {}).status_code == 303
    assert visitor.read(BRIEFING) != before
    assert "Redo" not in visitor.page("/changes")
    assert "There is no step to write again." in visitor.post("/changes/redo", {}).text


def test_an_undone_step_is_not_written_over_what_somebody_else_saved(visitor: Visitor) -> None:
    visitor.desk.workspace.save("A title", set_title("Mine"))
    (step,) = visitor.desk.workspace.steps
    visitor.post("/changes/undo", {"step": step.number})
    theirs = visitor.read(BRIEFING).replace(b"The bridge", b"Theirs")
    (visitor.root / BRIEFING).write_bytes(theirs)
    assert visitor.post("/changes/redo", {}).status_code == 409
    assert visitor.read(BRIEFING) == theirs


@pytest.mark.parametrize("point", [1, 3, 5, 7, 9, 11])
def test_a_desk_that_is_killed_while_it_writes_leaves_the_old_or_the_new_file(
    point: int, tmp_path: Path
) -> None:
    workspace = Workspace(write_project(tmp_path))
    old = (tmp_path / BRIEFING).read_bytes()
    interrupted(tmp_path, lambda: workspace.save("A title", set_title("Mine")), point)
    assert finish(tmp_path) == "" or title(tmp_path) == "Mine"
    assert (tmp_path / BRIEFING).read_bytes() in {old, old.replace(b"The bridge", b"Mine", 1)}
    Workspace(tmp_path).save("A title", set_title("The next"))
    assert title(tmp_path) == "The next"


def rename(visit: Visit) -> Response:
    """Show a form for the title, or save it: a screen as others write them."""
    if visit.request.method == "POST":
        visit.workspace.save("A title", set_title(visit.form("title")), visit.seen())
        return visit.redirect("changes")
    version = visit.workspace.version(visit.project.files[BRIEFING])
    return Response(f"{version} {BRIEFING}")


RENAME = (Route("rename", "/rename", rename), Route("rename", "/rename", rename, "POST"))


def test_a_form_can_be_sent_again_for_the_file_as_it_is_now(
    tmp_path: Path,
) -> None:
    visitor = Visitor(write_project(tmp_path), routes=(*ROUTES, *RENAME))
    sent = {"title": "Mine <b>", "seen": visitor.page("/rename")}
    theirs = visitor.read(BRIEFING).replace(b"title: Width", b"title: Breadth")
    (tmp_path / BRIEFING).write_bytes(theirs)
    answer = visitor.post("/rename", sent)
    assert answer.status_code == 409
    assert visitor.read(BRIEFING) == theirs
    form = html.fromstring(answer.text).xpath("//main//form")[0]
    again = {item.get("name"): item.get("value") for item in form.xpath(".//input[@name]")}
    again |= {item.get("name"): item.text_content().removeprefix("\n") for item in form.xpath(".//textarea")}
    assert again["title"] == "Mine <b>"
    assert visitor.post("/rename", again).status_code == 303
    assert visitor.read(BRIEFING) == theirs.replace(b"The bridge", b"Mine <b>", 1)


def test_a_form_that_changed_the_same_line_is_left_to_a_person(
    tmp_path: Path,
) -> None:
    visitor = Visitor(write_project(tmp_path), routes=(*ROUTES, *RENAME))
    sent = {"title": "Mine", "seen": visitor.page("/rename")}
    (tmp_path / BRIEFING).write_bytes(visitor.read(BRIEFING).replace(b"The bridge", b"Theirs", 1))
    page = visitor.post("/rename", sent).text
    assert "title: Theirs" in page
    assert "title: Mine" in page
    assert "Put my change into" not in page


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/briefings/bridge/positions/town/width", {"statement": "The town said <b>this</b>."}),
        ("/briefings/bridge/issues/width", {"question": "The town said <b>this</b>."}),
        ("/editor", {"file": TOWN, "version": "", "text": "The town said <b>this</b>."}),
    ],
)
def test_a_form_about_a_briefing_that_got_another_name_meanwhile_shows_what_was_typed(
    path: str, fields: dict[str, str], visitor: Visitor
) -> None:
    (visitor.root / "briefings/bridge").rename(visitor.root / "briefings/crossing")
    answer = visitor.post(path, fields)
    assert answer.status_code == 404
    assert "The town said <b>this</b>." in html.fromstring(answer.text).xpath("//dd/text()")


def test_the_page_of_an_issue_that_an_error_hides_leads_to_the_error(visitor: Visitor) -> None:
    (visitor.root / BRIEFING).write_text("title: [\n")
    answer = visitor.get("/briefings/bridge/issues/width")
    assert answer.status_code == 404
    assert "/errors" in html.fromstring(answer.text).xpath("//main//a/@href")
