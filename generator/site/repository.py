"""Where the files of a site can be read and mended, and where a mistake is reported: patterns of addresses.

The hosts that most projects use are known; for any other, the settings give the patterns themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import SplitResult, quote, urlsplit

from generator.location import Location

_GITHUB = (
    "/blob/{branch}/{path}#L{line}",
    # A form that is not there is passed over, and `body` fills the plain one.
    "/issues/new?template=mistake.yml&title={title}&where={text}&body={text}",
)
_GITLAB = (
    "/-/blob/{branch}/{path}#L{line}",
    "/-/issues/new?issue[title]={title}&issue[description]={text}",
)
_FORGEJO = ("/src/branch/{branch}/{path}#L{line}", "/issues/new?title={title}&body={text}")
_HOSTS = {"github": _GITHUB, "gitlab": _GITLAB, "codeberg": _FORGEJO, "forgejo": _FORGEJO, "gitea": _FORGEJO}
"""The patterns of a host's addresses by a word of its name: of a file, and of a new issue."""
_PLACE = re.compile(r"{(\w+)}")
IN_EDITOR = "vscode://file{folder}/{path}:{line}:{column}"
"""The address at which a file of one's own machine opens in VS Code."""


class RepositoryError(Exception):
    """The settings name no place that is known; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Repository:
    """Patterns of addresses: `file` with `{path}`, `{line}` and `{column}`, `report` with `{title}` and `{text}`. Empty: nowhere.

    `local` says that files are opened on one's own machine, so that a link may name them.
    """

    file: str = ""
    report: str = ""
    local: bool = False

    def file_url(self, location: Location) -> str:
        """Give the address of a place in an editors' file; nothing where none is known."""
        place = {"path": quote(location.file), "line": str(location.line), "column": str(location.column)}
        return _filled(self.file, **place) if location.file else ""

    def report_url(self, title: str, text: str) -> str:
        """Give the address of a report that begins with `title` and `text`; nothing where none is known."""
        return _filled(self.report, title=quote(title, safe=""), text=quote(text, safe=""))


NOWHERE = Repository()


def repository(address: str, branch: str = "main", file: str = "", report: str = "") -> Repository:
    """Read the settings: the address of a repository on a host that is known, or patterns of one's own.

    Raises RepositoryError where the host is not known and no pattern is given, or a pattern is no address.
    """
    parts = _parts(address.strip())
    if address.strip() and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise RepositoryError(
            f"repository: “{address}” is no address: write one such as https://github.com/OWNER/NAME"
        )
    known = next((found for word, found in _HOSTS.items() if word in (parts.hostname or "")), ("", ""))
    if address.strip() and not (known[0] or file):
        raise RepositoryError(
            f"repository: the host {parts.hostname} is not known. Give its patterns: "
            "edit_link: https://…/{path}#L{line} and report_link: https://…?title={title}&body={text}"
        )
    base = address.strip().rstrip("/").removesuffix(".git")
    return Repository(
        _checked("edit_link", file, "path", "line")
        or (known[0] and base + _filled(known[0], branch=quote(branch))),
        _checked("report_link", report, "title", "text") or (known[1] and base + known[1]),
    )


def in_editor(folder: PurePath, pattern: str = "") -> Repository:
    """Give the files below `folder` as an editor on the same machine opens them; VS Code without a pattern."""
    place = folder.as_posix()
    where = quote(place if place.startswith("/") else f"/{place}", safe="/:")
    return Repository(_filled(pattern or IN_EDITOR, folder=where), local=True)


def _checked(key: str, pattern: str, *places: str) -> str:
    """Give a pattern of the settings, in which `places` are filled in, the first at the least. Raises RepositoryError where no link can be made of it."""
    if not pattern:
        return ""
    if _parts(pattern).scheme not in {"http", "https", "mailto"}:
        raise RepositoryError(f"{key}: “{pattern}” is no address: it begins with https:// or mailto:")
    if unknown := [name for name in _PLACE.findall(pattern) if name not in places]:
        raise RepositoryError(
            f"{key}: “{{{unknown[0]}}}” is not filled in: possible here: {', '.join(f'{{{one}}}' for one in places)}"
        )
    if places[0] not in _PLACE.findall(pattern):
        raise RepositoryError(f"{key}: {{{places[0]}}} is missing in “{pattern}”")
    return pattern


def _parts(address: str) -> SplitResult:
    """Give the parts of an address; none where it cannot be read as one."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _filled(pattern: str, **values: str) -> str:
    """Fill a pattern in, in one go: a value that holds braces is no place for another; what else stands in braces stays."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), pattern)
