"""What a form would write, shown before it is written: the lines that differ, and the same form to save."""

from werkzeug.wrappers import Response

from generator.content.paths import file_kind
from generator.desk.differences import difference
from generator.desk.guard import TOKEN_FIELD
from generator.desk.visit import Visit
from generator.edit.steps import Operation, contents_of

LOOK = "look"
"""The name of a button that asks for this page."""


def will_be_written(visit: Visit, operation: Operation) -> Response:
    """Show what `operation` would write, and what the check would say of it. Nothing is written."""
    files = visit.project.files
    change = operation(visit.project)
    contents = contents_of(change)
    moved = set(change.moved.values())
    changes = {
        path: (files.get(change.moved.get(path, path)), content)
        for path, content in contents.items()
        if path not in moved and file_kind(path)  # an original may be no text
    }
    fields = [pair for pair in visit.request.form.items(multi=True) if pair[0] not in {TOKEN_FIELD, LOOK}]
    return visit.page(
        "written.html.jinja",
        visit.say("What will be written"),
        changes=[(path, difference(*pair)) for path, pair in changes.items()],
        diagnostics=visit.project.new_diagnostics(change),
        fields=fields,
    )
