"""Refuse what no page of the preview asks for, before any file is looked at.

Other programs and open web pages can reach the preview too, and it shows drafts. A stranger can point a host name of theirs at this
machine (DNS rebinding). The browser still sends that name as the host, so a request for an unknown host is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.site.repository import SettingsError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication

VARIABLE = "BRIEFING_HOSTS"
"""The environment variable with the host names, apart from the preview's own, by which it may be reached."""
_METHODS = ("GET", "HEAD")
_OTHERS = ("cross-site", "same-site")  # what a browser says if a page of another program loads a file
_LONGEST = 2000  # characters of a path; those of pages are far shorter
_HOST = re.compile(r"(?:\[(?P<address>[0-9a-f:.]+)\]|(?P<name>[a-z0-9._-]+?)\.?)(?::[0-9]{1,5})?")
_NAME = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
# Control characters, and the other separator of folders on Windows.
_REFUSED = re.compile(r"[\x00-\x1f\x7f\\]")
_ADVICE = """\
The preview does not answer to the host {host!r}.

Open it by its address, such as http://127.0.0.1:8000/. If you trust this name, start the preview with it:
briefing serve --allow-host {name}
"""


def parse_hosts(text: str) -> frozenset[str]:
    """Return the host names in a list with commas. Raise SettingsError for a word that is not a name alone."""
    names = frozenset(name for word in text.split(",") if (name := word.strip().lower()))
    for name in sorted(names):
        if not _NAME.fullmatch(name):
            message = f"“{name}” is not the name of a host: write it without http:// and port, such as desk.example.org"
            raise SettingsError(message)
    return names


@dataclass(frozen=True)
class Hosts:
    """The hosts that the preview answers to: this machine, the `address` of the server, and the `names` that the editor trusts."""

    address: str
    names: frozenset[str]

    def include(self, header: str) -> bool:
        """Return whether a Host header names one of them, with any port.

        A server for every address of the machine (0.0.0.0) answers to all of them: no name leads there.
        """
        match = _HOST.fullmatch(header.lower())
        if match is None:
            return False
        host = match["address"] or match["name"]
        try:
            asked = ip_address(host)
        except ValueError:
            return host == "localhost" or host in self.names
        own = ip_address("127.0.0.1" if self.address == "localhost" else self.address)
        return asked.is_loopback or asked == own or own.is_unspecified


@dataclass
class Guard:
    """A server's application: it passes on to `app` what a browser may ask of the site in the folder `root`, below the path `mount`."""

    app: WSGIApplication
    hosts: Hosts
    root: Path
    mount: str

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        if refusal := self._refusal(environ):
            status, text = refusal
            headers = [("Content-Type", "text/plain; charset=utf-8"), ("X-Content-Type-Options", "nosniff")]
            if status is HTTPStatus.METHOD_NOT_ALLOWED:
                headers.append(("Allow", ", ".join(_METHODS)))
            start_response(f"{status.value} {status.phrase}", headers)
            return [text.encode()]
        body = self.app(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return body
        if callable(close := getattr(body, "close", None)):
            close()
        return []

    def _refusal(self, environ: dict[str, Any]) -> tuple[HTTPStatus, str] | None:
        """Return the status and the text for a request that is refused; None for any other."""
        if environ["REQUEST_METHOD"] not in _METHODS:
            return HTTPStatus.METHOD_NOT_ALLOWED, "The preview only shows pages.\n"
        host = environ.get("HTTP_HOST", "")
        if not self.hosts.include(host):
            match = _HOST.fullmatch(host.lower())
            name = match["name"] if match and match["name"] else "NAME"
            return HTTPStatus.FORBIDDEN, _ADVICE.format(host=host, name=name)
        if environ.get("HTTP_SEC_FETCH_SITE") in _OTHERS and environ.get("HTTP_SEC_FETCH_MODE") != "navigate":
            return HTTPStatus.FORBIDDEN, "Only pages of the preview may load its files.\n"
        if len(environ["PATH_INFO"]) > _LONGEST:
            return HTTPStatus.REQUEST_URI_TOO_LONG, "No page has such a long address.\n"
        try:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8")
        except UnicodeError:
            path = ""
        parts = path.split("/")
        has_dots = not {".", ".."}.isdisjoint(parts)
        if not path.startswith("/") or "" in parts[1:-1] or has_dots or _REFUSED.search(path):
            return HTTPStatus.BAD_REQUEST, "This is not the address of a page.\n"
        if not self._is_inside(path.removeprefix(self.mount).lstrip("/")):
            return HTTPStatus.NOT_FOUND, "This file is outside the site.\n"
        return None

    def _is_inside(self, path: str) -> bool:
        """Return whether a path in the site, and the page of a folder, lead to no file outside it."""
        root = self.root.resolve()
        try:
            return all(
                file.resolve().is_relative_to(root)
                for file in (self.root / path, self.root / path / "index.html")
            )
        except (OSError, RuntimeError):  # links in a circle
            return False
