"""What a screen shows if it could not write: why, and nothing of what the editor wrote is lost."""

from werkzeug.wrappers import Response

from generator.desk.differences import difference
from generator.desk.guard import TOKEN_FIELD
from generator.desk.visit import Visit
from generator.desk.workspace import ChangedMeanwhileError
from generator.edit.error import EditError


def edit_error(visit: Visit, error: EditError) -> Response:
    """Show why nothing was written, with the fields of the form as they were sent."""
    return visit.page(
        "problem.html.jinja",
        visit.say("Nothing was written"),
        status=422,
        message=str(error),
        diagnostics=error.diagnostics,
        fields=_fields(visit),
    )


def changed_meanwhile(visit: Visit, error: ChangedMeanwhileError) -> Response:
    """Show what others wrote to the files, and what this form would write to them as they are now."""
    files, workspace, change = error.project.files, visit.workspace, error.change
    seen = visit.seen()
    versions = [
        (
            path,
            difference(workspace.content(seen[path]), files.get(path))
            if workspace.content(seen[path])
            else None,
        )
        for path in error.paths
    ]
    written = {**change.changed, **change.created}
    return visit.page(
        "meanwhile.html.jinja",
        visit.say("A file changed while you wrote"),
        status=409,
        versions=versions,
        own=[(path, difference(files.get(path), content)) for path, content in written.items()],
        fields=[(name, value) for name, value in _fields(visit) if name != "seen"],
        seen=[f"{workspace.version(files.get(path))} {path}" for path in seen],
    )


def _fields(visit: Visit) -> list[tuple[str, str]]:
    """Return the fields of the form that was sent, except the token."""
    return [pair for pair in visit.request.form.items(multi=True) if pair[0] != TOKEN_FIELD]
