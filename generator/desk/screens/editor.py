"""The small text editor: a file written by hand, its errors at their lines, and what the format says about a key."""

import re
from dataclasses import dataclass

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from generator.desk.differences import decoded, difference, merged_text, split_lines, with_line_ends
from generator.desk.key_help import key_help, keys_at
from generator.desk.screens.errors import excerpt
from generator.desk.visit import Route, Visit
from generator.diagnostics import Diagnostic
from generator.edit.error import EditError
from generator.edit.project import Change, Project
from generator.edit.steps import ConflictError, Versions

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MARK = "\ufeff"
"""An invisible character that some programs write at the beginning of a file; it stays."""


@dataclass(frozen=True)
class Opened:
    """A file in the editor: its path, its text as shown, its version, and the line to begin at."""

    path: str
    text: str
    version: str
    line: int


def show(visit: Visit) -> Response:
    """Show a file of the project."""
    path = _path(visit, visit.request.args.get("file", ""))
    line = max(1, visit.request.args.get("line", type=int, default=1))
    raw = visit.project.files[path]
    text = _text(raw)
    if text is None or path.endswith(".txt"):
        return visit.page(
            "stored.html.jinja",
            path,
            path=path,
            text=decoded(raw),
            is_source=path.endswith(".txt"),
            line=line,
        )
    own = [item for item in visit.examined.errors_and_warnings if item.location.file == path]
    return _page(visit, Opened(path, text, visit.workspace.version(raw), line), own)


def save(visit: Visit) -> Response:
    """Examine the edited file with the whole project, and write it if it has no new error."""
    path = _path(visit, visit.form("file"))
    line = max(1, visit.request.form.get("line", type=int, default=1))
    version, edited = visit.form("version"), visit.form("text")
    if path.endswith(".txt") or _text(visit.project.files[path]) is None:
        raise NotFound

    def operation(project: Project) -> Change:
        original = project.files.get(path, b"").decode("utf-8")
        mark = _MARK if original.startswith(_MARK) else ""
        return Change(changed={path: (mark + with_line_ends(original.removeprefix(_MARK), edited)).encode()})

    try:
        visit.workspace.save(visit.say("%(file)s: edited as text", file=path), operation, {path: version})
    except ConflictError as error:
        (versions,) = error.files
        return _changed_meanwhile(visit, Opened(path, edited, version, line), versions)
    except EditError as error:
        return _page(visit, Opened(path, edited, version, line), error.diagnostics, str(error), status=422)
    return visit.redirect("editor", file=path, line=line, saved=1)


def help_for(visit: Visit) -> Response:
    """Show what the format says about a key, for the script: `key` is repeated for the keys that lead to it."""
    found = key_help(visit.request.args.get("file", ""), visit.request.args.getlist("key"))
    return visit.page("key_help.html.jinja", "", found=found)


ROUTES = (
    Route("editor", "/editor", show),
    Route("editor", "/editor", save, "POST"),
    Route("key-help", "/editor/help", help_for),
)


def _path(visit: Visit, name: str) -> str:
    """Return a path that the project has. Raise NotFound for any other text: it never reaches the file system."""
    if name not in visit.project.files:
        raise NotFound
    return name


def _text(raw: bytes) -> str | None:
    """Return a file as text; None if a browser would not give back each of its characters."""
    try:
        text = raw.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def _page(
    visit: Visit,
    opened: Opened,
    diagnostics: tuple[Diagnostic, ...] | list[Diagnostic],
    message: str = "",
    status: int = 200,
) -> Response:
    lines = split_lines(opened.text)
    keys = keys_at([line.rstrip("\r\n") for line in lines], opened.line)
    return visit.page(
        "editor.html.jinja",
        opened.path.rpartition("/")[2],
        status=status,
        opened=opened,
        numbers=range(1, len(lines) + 2),
        diagnostics=diagnostics,
        excerpt=excerpt,
        message=message,
        saved=visit.request.args.get("saved") == "1",
        found=key_help(opened.path, keys),
        wrong_lines={
            item.location.line: item.severity
            for item in reversed(diagnostics)
            if item.location.file == opened.path
        },
    )


def _changed_meanwhile(visit: Visit, opened: Opened, versions: Versions) -> Response:
    """Show both versions. Where they differ in other lines, offer a text with both changes."""
    seen, now = decoded(versions.seen), decoded(versions.now)
    both = merged_text(_with_line_feeds(seen), opened.text, _with_line_feeds(now)) if versions.now else None
    return visit.page(
        "meanwhile_text.html.jinja",
        visit.say("A file changed while you wrote"),
        status=409,
        opened=opened,
        theirs=difference(versions.seen, versions.now),
        mine=difference(_with_line_feeds(seen).encode(), opened.text.encode()),
        both=both,
        now_version=visit.workspace.version(versions.now),
    )


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
