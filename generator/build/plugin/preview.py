"""The server of the live preview: it builds soon after a change, and answers even when a build fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from click import ClickException
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

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


def watch(
    server: LiveReloadServer, config: MkDocsConfig, update: Callable[[], bool], panel: Callable[[], str]
) -> None:
    """Show what was saved: `update` does it if it can, else MkDocs builds all. `panel` returns the HTML of errors for every page.

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
    _prepare_builds(server, watcher, update, panel)


def _prepare_builds(
    server: LiveReloadServer, watcher: Watcher, update: Callable[[], bool], panel: Callable[[], str]
) -> None:
    """Watch new folders before each build. Show the error when one fails, where MkDocs alone would stop answering."""
    build, pages = server.builder, partial(_serve_page, server, panel)

    def builder() -> None:
        server.set_app(pages)
        try:
            watcher.renew()
            if not update():
                build()
        except Exception as error:
            message = str(error)
            log.exception(message, exc_info=not isinstance(error, ClickException))
            server.set_app(partial(_serve_stopped, server, build_error_page(message).encode()))

    server.set_app(pages)
    server.builder = builder


def _serve_page(
    server: LiveReloadServer, panel: Callable[[], str], environ: dict[str, Any], start_response: StartResponse
) -> Iterable[bytes]:
    """Serve a file of the site: a page with the panel of errors, and without its policy, which forbids the script that reloads it."""
    answer: list[Any] = []
    body = server.serve_request(environ, lambda *values: answer.extend(values))
    status, headers = answer[:2]
    if ("Content-Type", "text/html") in headers:
        text = b"".join(body)
        text = _POLICY.sub(b"", text, count=1)
        text = _ARTICLE.sub(lambda tag: tag[0] + panel().encode(), text, count=1)
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
