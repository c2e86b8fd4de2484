"""The server of the live preview: it builds soon after a change, and answers even when a build fails."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from click import ClickException
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from generator.build.guard import Guard, Hosts
from generator.build.plugin.options import root_of
from generator.build.plugin.watcher import Watcher
from generator.content.files import FOLDERS
from generator.reporting.panel import build_error_page

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

log = get_plugin_logger("briefings")

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
_ARTICLE = re.compile(rb"<article[^>]*>")
_DELAY = 0.05  # seconds without another change before a build starts: one save is several changes


class Previewed(Protocol):
    """What the server shows."""

    def update(self) -> bool:
        """Take what was saved; return False if MkDocs has to build all pages."""

    def prepare(self, path: str) -> None:
        """Make the file at a path in the site, if it has to be made."""

    def panel(self) -> str:
        """Return the HTML of the errors that every page shows; empty if there is none."""


def watch(
    server: LiveReloadServer, config: MkDocsConfig, shown: Previewed, allowed: frozenset[str] = frozenset()
) -> None:
    """Show what was saved soon after, to this machine and the hosts that are `allowed`.

    MkDocs alone polls, which is slower and keeps a processor busy.
    """
    paths = [str(config.docs_dir), str(config.config_file_path)]
    for path in paths:
        server.unwatch(path)
    watcher = Watcher()
    server.observer = watcher  # type: ignore[assignment]
    server.build_delay = _DELAY
    for path in (*paths, *(str(root_of(config) / folder) for folder in FOLDERS)):
        server.watch(path)
    hosts = Hosts(config.dev_addr.host, allowed)
    guard = Guard(server.serve_request, hosts, Path(server.root), server.mount_path)
    server.set_app(guard)
    _prepare_builds(server, guard, watcher, shown)


def _prepare_builds(server: LiveReloadServer, guard: Guard, watcher: Watcher, shown: Previewed) -> None:
    """Watch new folders before each build. Show the error when one fails, where MkDocs alone would stop answering."""
    build, lock = server.builder, Lock()
    pages = partial(_serve_page, server, shown, lock)

    def builder() -> None:
        guard.app = pages
        try:
            with lock:
                watcher.renew()
                if not shown.update():
                    build()
        except Exception as error:
            message = str(error)
            log.exception(message, exc_info=not isinstance(error, ClickException))
            guard.app = partial(_serve_stopped, server, build_error_page(message).encode())

    guard.app = pages
    server.builder = builder


def _serve_page(
    server: LiveReloadServer,
    shown: Previewed,
    lock: Lock,
    environ: dict[str, Any],
    start_response: StartResponse,
) -> Iterable[bytes]:
    """Serve a file of the site. A page has the panel of errors, but no policy, which would forbid the script that reloads it."""
    path = environ["PATH_INFO"]
    if path.startswith(server.mount_path):
        try:
            with lock:
                shown.prepare(path.removeprefix(server.mount_path))
        except Exception as error:  # a template may raise anything
            log.exception("this page cannot be made")
            return _serve_stopped(server, build_error_page(str(error)).encode(), environ, start_response)
    answer: list[Any] = []
    body = server.serve_request(environ, lambda *values: answer.extend(values))
    status, headers = answer[:2]
    if ("Content-Type", "text/html") in headers:
        text = _POLICY.sub(b"", b"".join(body), count=1)
        text = _ARTICLE.sub(lambda tag: tag[0] + shown.panel().encode(), text, count=1)
        body, headers = [text], [("Content-Type", "text/html"), ("Content-Length", str(len(text)))]
    start_response(status, headers)
    return body


def _serve_stopped(
    server: LiveReloadServer, page: bytes, environ: dict[str, Any], start_response: StartResponse
) -> Iterable[bytes]:
    """Answer every request with one page, except open pages that ask whether there is a newer version."""
    if environ["PATH_INFO"].startswith("/livereload/"):
        return server.serve_request(environ, start_response)
    start_response("200 OK", [("Content-Type", "text/html")])
    return [page]
