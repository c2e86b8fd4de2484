"""What a form would write, shown before it is written: the lines that differ, and the same form to save."""

from werkzeug.wrappers import Response

from generator.desk.differences import difference
from generator.desk.guard import TOKEN_FIELD
from generator.desk.visit import Visit
from generator.edit.steps import Operation, contents_of

LOOK = "look"
"""The name of a button that asks for this page."""


def will_be_written(visit: Visit, operation: Operation) -> Response:
    """Show what `operation` would write. Nothing is written, and nothing is checked yet."""
    files = visit.project.files
    changes = contents_of(operation(visit.project))
    fields = [pair for pair in visit.request.form.items(multi=True) if pair[0] not in {TOKEN_FIELD, LOOK}]
    return visit.page(
        "written.html.jinja",
        visit.say("What will be written"),
        changes=[(path, difference(files.get(path), content)) for path, content in changes.items()],
        fields=fields,
    )
