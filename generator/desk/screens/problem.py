"""What a screen shows if it could not write: why, and nothing of what the editor wrote is lost."""

from werkzeug.wrappers import Response

from generator.desk.differences import difference
from generator.desk.guard import TOKEN_FIELD
from generator.desk.visit import Visit
from generator.edit.error import EditError
from generator.edit.steps import ConflictError, contents_of


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


def conflict(visit: Visit, error: ConflictError) -> Response:
    """Show what others wrote to the files, and what this form would write to them; offer that if the lines are others."""
    again = contents_of(error.again) if error.again and error.can_be_repeated else None
    own = again if again is not None else {versions.path: versions.mine for versions in error.files}
    files, version = visit.workspace.project.files, visit.workspace.version
    return visit.page(
        "meanwhile.html.jinja",
        visit.say("A file changed while you wrote"),
        status=409,
        theirs=[(versions.path, difference(versions.seen, versions.now)) for versions in error.files],
        own=[(path, difference(files.get(path), content)) for path, content in own.items()],
        can_be_repeated=again is not None,
        reason=error.reason,
        fields=[(name, value) for name, value in _fields(visit) if name != "seen"],
        seen=[f"{version(files.get(path))} {path}" for path in visit.seen()],
    )


def not_found(visit: Visit) -> Response:
    """Show that the project has not what an address names, and the fields of a form that was sent there."""
    words = visit.say(
        "Nothing has this address now. What was here may have another identifier, or a file may have an error that hides it."
    )
    fields = _fields(visit)
    return visit.page(
        "problem.html.jinja",
        visit.say("Nothing was written") if fields else visit.say("Page not found"),
        status=404,
        message=words,
        diagnostics=(),
        fields=fields,
    )


def _fields(visit: Visit) -> list[tuple[str, str]]:
    """Return the fields of the form that was sent, except the token."""
    return [pair for pair in visit.request.form.items(multi=True) if pair[0] != TOKEN_FIELD]
