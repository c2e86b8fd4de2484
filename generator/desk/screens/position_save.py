"""Save the form of a position: as a position, as a draft, or only to show what would be written."""

from collections.abc import Mapping

from werkzeug.wrappers import Response

from generator.content.model import PositionFile
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.desk.entry_form import stored_form
from generator.desk.entry_page import page
from generator.desk.entry_problems import problems
from generator.desk.open_entry import Open, Place, cell_words, has_position_before
from generator.desk.screens.written import LOOK, will_be_written
from generator.edit import fields
from generator.edit.entry import save_entry
from generator.edit.error import EditError
from generator.edit.positions import Entry
from generator.edit.project import Change, Project
from generator.edit.steps import ConflictError, Operation, contents_of
from generator.edit.yaml_edit.values import plain
from generator.location import Location

SAVE, DRAFT = "save", "draft"
"""The name of the buttons that save, and the value that keeps a draft."""


def save(opened: Open) -> Response:
    """Write the form into its file and show the entry, or show the form again with what is wrong."""
    place, visit = opened.place, opened.place.visit
    chosen = visit.form(SAVE)
    base = opened.form.base or {}
    is_draft = chosen == DRAFT or (not chosen and base.get("draft") == "true")
    if refused := _refused(opened, is_draft=is_draft):
        return page(opened, [refused], status=422)
    try:
        item = opened.form.item(place.corpus, is_draft=is_draft)
    except EditError as error:
        return page(opened, message=str(error), status=422)
    entry = Entry(place.slug, place.party, place.issue, opened.index if opened.index is not None else -1)

    def operation(project: Project) -> Change:
        return save_entry(project, entry, opened.form.base, item)

    after: Mapping[str, bytes | None] = {}
    try:
        if visit.form(LOOK):
            return will_be_written(visit, operation)
        if is_draft:
            _check_readable(place, operation)
        raw = visit.project.files.get(place.path)
        step = visit.workspace.save(
            _sentence(opened, is_draft=is_draft), operation, {place.path: opened.version}
        )
    except ConflictError:
        raise
    except EditError as error:
        if error.diagnostics:
            after = contents_of(operation(visit.project))
        return _failed(opened, error, after.get(place.path))
    visit.workspace.forms.drop(opened.kept)
    written = _changed_entry(place.path, raw, visit.workspace.project.files.get(place.path))
    return visit.redirect(
        "position",
        slug=place.slug,
        party=place.party,
        issue=place.issue,
        saved=step.number if step else 0,
        entry=opened.index if written is None else written,
    )


def _check_readable(place: Place, operation: Operation) -> None:
    """Raise EditError if a draft has values that nothing could read, which would hide all entries of its file."""
    raw = contents_of(operation(place.visit.project)).get(place.path)
    data, errors = read_yaml(place.path, raw) if raw else (None, ())
    if data is not None:
        _, errors = read_node(PositionFile, data, Location(place.path))
    if errors:
        raise EditError("A draft can have errors, but no values that cannot be read.", tuple(errors))


def _changed_entry(path: str, before: bytes | None, after: bytes | None) -> int | None:
    """Return the number of the first entry of a file that is another one than before; None if all are the same."""
    old, new = (
        [plain(each) for each in fields.value_at(path, raw, ("positions",)) or ()] if raw else []
        for raw in (before, after)
    )
    numbers = range(len(new))
    return next((number for number in numbers if number >= len(old) or new[number] != old[number]), None)


def _refused(opened: Open, *, is_draft: bool) -> tuple[str, str] | None:
    """Return the field and the message for an answer that is not offered."""
    form, visit = opened.form, opened.place.visit
    was = stored_form(opened.form.base).answer
    code = form.answer.removeprefix("stance ")
    if form.is_absence and code != "declined" and form.answer != was and has_position_before(opened):
        return "answer", visit.say(
            "The party has a position on record, which an absence would hide. If it withdrew the position, choose “withdrawn”. "
            "If you searched and found nothing newer, write the day under “Sources checked up to”."
        )
    if not form.answer and not is_draft:
        return "answer", visit.say("Choose an answer first.")
    return None


def _failed(opened: Open, error: EditError, raw: bytes | None) -> Response:
    """Show the errors at their fields. What was typed stays."""
    before = opened.place.visit.project.files.get(opened.place.path)
    written = _changed_entry(opened.place.path, before, raw)
    index = opened.index if written is None else written
    found = problems(error.diagnostics, opened.place.path, raw, index, opened.form)
    return page(opened, found=found, message="" if found else str(error), status=422)


def _sentence(opened: Open, *, is_draft: bool) -> str:
    visit, cell = opened.place.visit, cell_words(opened.place)
    if is_draft:
        return visit.say("%(cell)s: draft", cell=cell)
    if opened.index is None:
        return visit.say("%(cell)s: new position", cell=cell)
    return visit.say("%(cell)s: position changed", cell=cell)
