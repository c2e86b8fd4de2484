"""The live preview looks at files often, and answers whatever happens."""

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
from generator.reporting.panel import stopped_page

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

log = get_plugin_logger("briefings")

_LOOK_EVERY = 0.1  # seconds between two looks at the files, in the preview
_SETTLED = 0.05  # seconds without another change after which a build begins; a save is several changes


def watch(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Rebuild when a file of the project is saved; look more often than MkDocs does, whose waiting would be felt.

    A folder that is looked at by itself is given up once it is gone. So the project's own folder is looked at, and of
    all that lies in it only what pages are made from.
    """
    root = os.path.abspath(root_of(config))  # noqa: PTH100 - as the server and the observer write it
    names = {*FOLDERS, *(os.path.basename(path) for path in (config.docs_dir, config.config_file_path))}  # noqa: PTH119

    def listed(folder: str | None) -> Iterator[os.DirEntry[str]]:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if folder != root or entry.name in names)

    for path in (config.docs_dir, config.config_file_path):
        server.unwatch(path)
    server.observer = PollingObserverVFS(os.stat, listed, polling_interval=_LOOK_EVERY)  # type: ignore[assignment]
    server.build_delay = _SETTLED
    server.watch(root)
    _stay_up(server)


def _stay_up(server: LiveReloadServer) -> None:
    """Show what stops a rebuild, such as settings that cannot be read: MkDocs would answer nothing until it is mended."""
    build = server.builder

    def builder() -> None:
        server.set_app(server.serve_request)
        try:
            build()
        except Exception as fault:
            message = str(fault)
            log.exception(message, exc_info=not isinstance(fault, ClickException))
            server.set_app(partial(_stopped, server, stopped_page(message).encode()))

    server.builder = builder


def _stopped(
    server: LiveReloadServer, page: bytes, asked: dict[str, Any], start_response: StartResponse
) -> Iterable[bytes]:
    """Answer with one page for all, but where a page that is open asks whether there is a newer one."""
    if asked["PATH_INFO"].startswith("/livereload/"):
        return server.serve_request(asked, start_response)
    start_response("200 OK", [("Content-Type", "text/html")])
    return [page]
