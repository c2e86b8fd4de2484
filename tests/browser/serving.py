"""Serve a built site as a static host does: below a path, and with the site's own 404 page."""

import functools
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect


class _Handler(SimpleHTTPRequestHandler):
    """Serves one folder below one path, and nothing outside that path."""

    def __init__(self, *args: Any, prefix: str, headers: Mapping[str, str], **kwargs: Any) -> None:
        self.prefix, self.own_headers = prefix, headers
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer with a file of the folder, or with the site's own 404 page."""
        path = urlsplit(self.path).path
        path_in_site = "/" + path.removeprefix(self.prefix)
        file = Path(self.translate_path(path_in_site))
        if not path.startswith(self.prefix):
            self._not_found()
        elif file.is_dir() and not path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif file.is_file() or (file / "index.html").is_file():
            self.path = path_in_site
            super().do_GET()
        else:
            self._not_found()

    def end_headers(self) -> None:
        """End the headers of an answer with those of the host."""
        for name, value in self.own_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def _not_found(self) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.is_file() else b"Not found"
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that the base class uses
        """Log nothing: a failing test shows what the browser received."""


class _Server(ThreadingHTTPServer):
    """Accepts as many connections at once as a browser opens."""

    request_queue_size = 128


@contextmanager
def serve(folder: Path, prefix: str = "/briefing-book/", *, reads_headers: bool = False) -> Iterator[str]:
    """Serve `folder` below `prefix` on this machine. Yield the URL of its home page.

    A host that `reads_headers` sends those that `_headers` has for every file, as Netlify and Cloudflare Pages do.
    """
    yield f"http://127.0.0.1:{_server(folder, prefix, reads_headers).server_port}{prefix}"


@functools.cache
def _server(folder: Path, prefix: str, reads_headers: bool) -> _Server:  # noqa: FBT001 - passed on
    """Start a server that runs until the tests end, so that no request of a page is cut off when its test ends."""
    headers = headers_of(folder) if reads_headers else {}
    handler = functools.partial(_Handler, directory=str(folder), prefix=prefix, headers=headers)
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def headers_of(site: Path) -> dict[str, str]:
    """Return the headers that a site has for every file."""
    rule = (site / "_headers").read_text(encoding="utf-8").partition("\n/*\n")[2]
    return {
        name.strip(): value.strip() for name, _, value in (line.partition(":") for line in rule.splitlines())
    }


def wait_for_scripts(page: Page) -> None:
    """Wait until the scripts of a page have added their buttons."""
    expect(page.locator(".bb-copy[hidden]")).to_have_count(0)
