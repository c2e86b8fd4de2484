"""URLs at which the files of a site can be edited and mistakes be reported.

The hosts that most projects use are known; for others, the settings contain patterns of URLs.
"""

import re
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import SplitResult, quote, urlsplit

import yaml

from generator.language import N_
from generator.location import Location

# The URLs of a file and of a new issue, by a word in the name of the host.
_HOSTS = yaml.load(Path(__file__).with_name("hosts.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_FILE_EXAMPLE, _REPORT_EXAMPLE = "https://…/{path}#L{line}", "https://…?title={title}&body={text}"
_PLACEHOLDER = re.compile(r"{(\w+)}")
_VS_CODE = "vscode://file{folder}/{path}:{line}:{column}"
"""The URL that opens a file on the reader's own machine in VS Code."""


class SettingsError(Exception):
    """A problem of mkdocs.yml; `message` says what is wrong, and how to fix it; `key` is the setting that is wrong."""

    def __init__(self, message: str, key: str = "") -> None:
        """Begin the text of the error with the name of the file."""
        super().__init__(f"mkdocs.yml: {message}")
        self.message, self.key = message, key


@dataclass(frozen=True, slots=True)
class Repository:
    """Patterns of URLs: `file` with `{path}`, `{line}` and `{column}`, `report` with `{title}` and `{text}`; empty if unknown.

    `local` means that files open on the reader's own machine, so that a link may show their paths. `words` are those of a
    link to a place, in English; empty for the usual ones.
    """

    file: str = ""
    report: str = ""
    local: bool = False
    words: str = ""

    @property
    def is_desk(self) -> bool:
        """Return whether files are edited in the desk."""
        return self.words == EDIT_HERE

    def file_url(self, location: Location) -> str:
        """Return the URL of a place in an editors' file; empty if unknown."""
        values = {"path": quote(location.file), "line": str(location.line), "column": str(location.column)}
        return _filled(self.file, **values) if location.file else ""


DESK = "BRIEFING_DESK"
"""The environment variable with the address of the desk, for the preview that runs beside it."""
EDIT_HERE = N_("Edit here")
"""The words of a link to the desk."""
NOWHERE = Repository()


def repository(url: str, branch: str = "main", file: str = "", report: str = "") -> Repository:
    """Return the repository of the settings: its URL on a known host, or patterns of URLs, which take precedence.

    Raises SettingsError if the host is unknown and has no pattern, or if a pattern is wrong.
    """
    base = url.strip().rstrip("/").removesuffix(".git")
    parts = split_url(base)
    host = parts.hostname or ""
    if base and (parts.scheme not in {"http", "https"} or not host):
        raise SettingsError(
            f"repository: “{url}” is not a URL: write one such as https://github.com/OWNER/NAME",
            key="repository",
        )
    known = next((urls for word, urls in _HOSTS.items() if word in host), {"file": "", "report": ""})
    if base and not (known["file"] or file):
        raise SettingsError(
            f"repository: the host {host} is not known. Add its patterns: "
            f"edit_link: {_FILE_EXAMPLE} and report_link: {_REPORT_EXAMPLE}",
            key="repository",
        )
    _check_pattern("edit_link", file, {"path", "line"}, _FILE_EXAMPLE)
    _check_pattern("report_link", report, {"title", "text"}, _REPORT_EXAMPLE)
    return Repository(
        file=file or base + _filled(known["file"], branch=quote(branch)),
        report=report or (known["report"] and base + known["report"]),
    )


def editor_links(folder: PurePath, pattern: str = "") -> Repository:
    """Return the files in `folder` as an editor on the same machine opens them: VS Code without a pattern."""
    path = folder.as_posix()
    quoted = quote(path if path.startswith("/") else f"/{path}", safe="/:")
    return Repository(_filled(pattern or _VS_CODE, folder=quoted), local=True)


def desk_links(address: str) -> Repository:
    """Return the files as the desk at an address opens them."""
    return Repository(f"{address}/at?file={{path}}&line={{line}}", words=EDIT_HERE)


def _check_pattern(key: str, pattern: str, names: set[str], example: str) -> None:
    """Raise SettingsError if a pattern is not a URL, or has other placeholders than `names`, or none of them."""
    placeholders = set(_PLACEHOLDER.findall(pattern))
    is_url = split_url(pattern).scheme in {"http", "https", "mailto"}
    if pattern and not (is_url and placeholders and placeholders <= names):
        raise SettingsError(f"{key}: “{pattern}” cannot be used: write a URL such as {example}", key=key)


def split_url(url: str) -> SplitResult:
    """Return the parts of a URL; empty parts if it is not one."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def hostname(url: str | None) -> str:
    """Return the host of a URL; empty if there is none."""
    return split_url(url or "").hostname or ""


def _filled(pattern: str, **values: str) -> str:
    """Fill in a pattern in one pass: braces inside values, and unknown names in braces, stay."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), pattern)
