"""What the desk wrote since it started, each step with Undo, and what is in no commit yet. The desk does not commit."""

from collections.abc import Mapping

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from generator.content.files import FOLDERS
from generator.desk.addresses import line_url
from generator.desk.differences import difference
from generator.desk.visit import Route, Visit
from generator.edit.error import EditError
from generator.edit.git import NoRevisionError, files_at, git
from generator.language import N_
from generator.location import Location


def show(visit: Visit) -> Response:
    """Show the steps and the files that differ from the last commit."""
    files = visit.project.files
    steps = [(step, not step.changed_since(visit.project)) for step in visit.workspace.steps]
    committed, reason = _committed(visit)
    changed = _changed_files(committed, files) if committed is not None else []
    branch = git(visit.workspace.root, "rev-parse", "--abbrev-ref", "HEAD") if committed is not None else None
    named = visit.request.args.get("file", "")
    if named and named not in {path for _, path in changed}:
        raise NotFound
    return visit.page(
        "changes.html.jinja",
        visit.say("Changes"),
        "changes",
        steps=steps,
        undone=visit.workspace.steps.undone,
        changed=[(visit.say(kind), path) for kind, path in changed],
        reason=reason,
        branch=(branch or b"").decode("utf-8", "replace").strip(),
        named=named,
        lines=difference((committed or {}).get(named), files.get(named)) if named else [],
        message=_message(visit, [path for _, path in changed]),
        line_url=lambda path: line_url(visit, Location(path)),
        files=files,
    )


def undo(visit: Visit) -> Response:
    """Take back a step."""
    visit.workspace.undo(visit.request.form.get("step", type=int, default=0))
    return visit.redirect("changes")


def redo(visit: Visit) -> Response:
    """Write the step that was undone last once more."""
    visit.workspace.redo()
    return visit.redirect("changes")


ROUTES = (
    Route("changes", "/changes", show),
    Route("undo", "/changes/undo", undo, "POST"),
    Route("redo", "/changes/redo", redo, "POST"),
)


def _committed(visit: Visit) -> tuple[Mapping[str, bytes] | None, str]:
    """Return the files at the last commit; None and the reason if git cannot tell."""
    try:
        return files_at(visit.workspace.root, "HEAD", FOLDERS), ""
    except NoRevisionError:
        return None, visit.say(
            "Git has no commit of this folder yet. After the first commit, the files that differ from it are listed here."
        )
    except EditError as error:
        return None, str(error)


def _changed_files(committed: Mapping[str, bytes], files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Return how each file differs from the last commit, and its path, sorted by path."""
    text = {path for path in committed if path in files or path.endswith((".yml", ".txt"))}
    found = []
    for path in sorted({*text, *files}):
        if path not in committed:
            found.append((N_("new file"), path))
        elif path not in files:
            found.append((N_("deleted"), path))
        elif files[path] != committed[path]:
            found.append((N_("changed"), path))
    return found


def _message(visit: Visit, paths: list[str]) -> str:
    """Return a message for a commit: what the editor did, or else the names of the files."""
    sentences = list(dict.fromkeys(step.sentence for step in reversed(list(visit.workspace.steps))))
    lines = sentences or [path.rpartition("/")[2] for path in paths]
    if len(lines) == 1:
        return lines[0]
    count = visit.language.count("%(num)s change", "%(num)s changes", len(lines))
    return "\n".join([count, "", *(f"- {line}" for line in lines)]) if lines else ""
