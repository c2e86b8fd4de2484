"""The server of the live preview: it checks files often, and answers even when a build fails."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from click import ClickException
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from watchdog.observers.polling import PollingObserverVFS

from generator.build.plugin.options import root_of
from generator.content.files import FOLDERS
from generator.reporting.panel import build_error_page

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

log = get_plugin_logger("briefings")

_INTERVAL = 0.1  # seconds between two checks for changed files
_DELAY = 0.05  # seconds without another change before a build starts: one save is several changes


def watch(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Rebuild when a file of the project changes, sooner than MkDocs does by itself.

    The observer watches the project's own folder, limited to the content, docs/ and mkdocs.yml. If it watched these folders
    themselves, it would stop for good when one of them is moved away.
    """
    root = os.path.abspath(root_of(config))  # noqa: PTH100 - the spelling that the server and the observer use
    names = {*FOLDERS, *(os.path.basename(path) for path in (config.docs_dir, config.config_file_path))}  # noqa: PTH119

    def entries_of(folder: str | None) -> Iterator[os.DirEntry[str]]:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if folder != root or entry.name in names)

    for path in (config.docs_dir, config.config_file_path):
        server.unwatch(path)
    server.observer = PollingObserverVFS(os.stat, entries_of, polling_interval=_INTERVAL)  # type: ignore[assignment]
    server.build_delay = _DELAY
    server.watch(root)
    _keep_answering(server)


def _keep_answering(server: LiveReloadServer) -> None:
    """Show the error when a build fails, for example because of the settings. MkDocs alone would stop answering."""
    build = server.builder

    def builder() -> None:
        server.set_app(server.serve_request)
        try:
            build()
        except Exception as error:
            message = str(error)
            log.exception(message, exc_info=not isinstance(error, ClickException))
            server.set_app(partial(_serve_stopped, server, build_error_page(message).encode()))

    server.builder = builder


def _serve_stopped(
    server: LiveReloadServer, page: bytes, environ: dict[str, Any], start_response: StartResponse
) -> Iterable[bytes]:
    """Answer every request with one page, except open pages that ask whether there is a newer version."""
    if environ["PATH_INFO"].startswith("/livereload/"):
        return server.serve_request(environ, start_response)
    start_response("200 OK", [("Content-Type", "text/html")])
    return [page]
