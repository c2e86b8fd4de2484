"""The live preview trusts nobody: it answers only what a browser may ask of its own site, under its own names."""

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from mkdocs.livereload import LiveReloadServer

from generator.build.guard import Guard, Hosts, parse_hosts
from generator.site.repository import SettingsError
from tests.building import ROOT, small_project

PAGE = "<p>Overview</p>"
SECRET = "a file of the editor"  # noqa: S105 - no password


class Answer(NamedTuple):
    """The status, the headers and the body of an answer."""

    status: int
    headers: str
    body: str


Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveReloadServer]:
    """The server of MkDocs with the guard, for a site of two pages."""
    folder = tmp_path_factory.mktemp("guarded")
    site = folder / "site"
    (site / "parties").mkdir(parents=True)
    for page in (site / "index.html", site / "parties" / "index.html"):
        page.write_text(PAGE, encoding="utf-8")
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    (folder / "index.html").write_text(SECRET, encoding="utf-8")
    (site / "link.txt").symlink_to(folder / "secret.txt")
    (site / "linked").symlink_to(folder)
    (site / "folder").mkdir()
    (site / "folder" / "index.html").symlink_to(folder / "index.html")
    (site / "here").symlink_to(site / "parties")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(site))
    server.set_app(Guard(server.serve_request, Hosts("127.0.0.1", frozenset({"desk.local"})), site, "/"))
    server.server_bind()
    server.server_activate()
    server.poll_response_timeout = 0
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    super(LiveReloadServer, server).shutdown()  # its own waits for a thread that only `serve` starts
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def ask(guarded: LiveReloadServer) -> Ask:
    """Send a request as it stands, and return the answer."""

    def send(
        target: str = "/",
        method: str = "GET",
        host: str | None = "127.0.0.1:8000",
        more: tuple[str, ...] = (),
    ) -> Answer:
        lines = [f"{method} {target} HTTP/1.1", *([] if host is None else [f"Host: {host}"]), *more, "", ""]
        with socket.create_connection(("127.0.0.1", guarded.server_port), timeout=20) as connection:
            connection.sendall("\r\n".join(lines).encode("latin-1"))
            received = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
        head, _, body = received.partition("\r\n\r\n")
        return Answer(int(head.split()[1]), head, body)

    return send


def test_pages_are_shown_and_a_head_request_gets_the_headers_alone(ask: Ask) -> None:
    assert [ask(path).status for path in ("/", "/parties/", "/here/", "/parties", "/none/")] == [200, 200, 200, 302, 404]  # fmt: skip
    shown, head = ask("/parties/"), ask("/parties/", "HEAD")
    assert shown.body == PAGE
    assert head.body == ""
    assert head.status == 200
    assert re.findall("Content-Length: .*", head.headers) == re.findall("Content-Length: .*", shown.headers)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "get"])
def test_a_method_that_shows_no_page_is_refused_with_those_that_do(ask: Ask, method: str) -> None:
    for path in ("/", "/livereload/1/2"):
        answer = ask(path, method)
        assert answer.status == 405
        assert "Allow: GET, HEAD" in answer.headers


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1:1", "localhost:8000", "LOCALHOST", "localhost.", "[::1]:8000", "desk.local:80"],
)
def test_the_preview_answers_to_its_own_names(ask: Ask, host: str) -> None:
    assert ask(host=host).status == 200


@pytest.mark.parametrize(
    "host",
    [None, "", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "evil.desk.local", "192.168.1.5:8000",
     "127.0.0.1@evil.example", "127.0.0.1:8000/", "[::1", "localhost, evil.example", "localhost\r\nHost: evil.example", "2130706433"],
)  # fmt: skip
def test_any_other_name_is_refused_with_what_to_do(ask: Ask, host: str | None) -> None:
    for path in ("/", "/livereload/1/2"):
        answer = ask(path, host=host)
        assert answer.status == 403
        assert "Content-Type: text/plain" in answer.headers
        assert "briefing serve --allow-host " in answer.body


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [
        ("same-origin", "no-cors", 200),
        ("none", "navigate", 200),
        ("cross-site", "navigate", 200),
        ("cross-site", "no-cors", 403),
        ("same-site", "cors", 403),
    ],
)
def test_a_page_of_others_may_link_to_the_preview_and_loads_nothing_of_it(
    ask: Ask, site: str, mode: str, status: int
) -> None:
    assert ask(more=(f"Sec-Fetch-Site: {site}", f"Sec-Fetch-Mode: {mode}")).status == status


def test_a_refused_name_is_in_the_advice() -> None:
    assert "--allow-host desk.example\n" in _text_for("desk.example:8000")
    assert "--allow-host NAME\n" in _text_for("<script>")


def _text_for(host: str) -> str:
    guard = Guard(lambda *_: [], Hosts("127.0.0.1", frozenset()), Path(), "/")
    environ = {"REQUEST_METHOD": "GET", "HTTP_HOST": host, "PATH_INFO": "/"}
    return b"".join(guard(environ, lambda *_: lambda _: None)).decode()


def test_a_server_for_the_whole_network_answers_to_every_address_and_to_no_other_name() -> None:
    everywhere, one = Hosts("0.0.0.0", frozenset()), Hosts("192.168.1.5", frozenset())  # noqa: S104 - what is tested
    assert everywhere.include("192.168.1.5:8000")
    assert everywhere.include("[fd00::5]:8000")
    assert not everywhere.include("evil.example")
    assert one.include("192.168.1.5:8000")
    assert not one.include("192.168.1.6:8000")


@pytest.mark.parametrize("text", ["http://desk.local", "desk.local:8000", "*", "a b", "é.example"])
def test_what_is_not_the_name_of_a_host_is_an_error(text: str) -> None:
    with pytest.raises(SettingsError, match="is not the name of a host"):
        parse_hosts(f"desk.local, {text}")


@pytest.mark.parametrize(
    "path",
    ["/%00", "/parties/%00.html", "/%0a", "/%ff", "/%c3%28", "/../secret.txt", "/parties/../../secret.txt", "/%2e%2e/secret.txt",
     "/..%2fsecret.txt", "/parties/..", "/..%5csecret.txt", "//evil.example/..", "/parties//x", "/./", "http://127.0.0.1/", "parties/", "*"],
)  # fmt: skip
def test_a_path_that_no_page_has_is_a_bad_request(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status == 400
    assert SECRET not in answer.body


@pytest.mark.parametrize(
    "path", ["/link.txt", "/linked/secret.txt", "/linked/", "/linked", "/folder/", "/%252e%252e/secret.txt"]
)
def test_a_link_out_of_the_site_is_not_followed(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert SECRET not in answer.body


def test_a_very_long_address_is_refused(ask: Ask) -> None:
    assert ask("/" + "a" * 1900).status == 404
    for path in ("/" + "a" * 2000, "/livereload/" + "1" * 5000 + "/1", "/" + "a" * 100_000):
        assert ask(path).status == 414


def test_open_pages_may_ask_whether_there_is_a_newer_version(ask: Ask) -> None:
    assert ask("/livereload/1/2").status == 200


def test_an_error_of_the_program_shows_no_traceback(guarded: LiveReloadServer, ask: Ask) -> None:
    guard = guarded.get_app()
    assert isinstance(guard, Guard)
    working = guard.app
    guard.app = lambda *_: [b"" for _ in range(1 // 0)]
    try:
        answer = ask()
    finally:
        guard.app = working
    assert answer.status == 500
    assert "Traceback" not in answer.body
    assert "ZeroDivisionError" not in answer.body


def test_mkdocs_serves_no_preview_without_its_guard(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "--dev-addr", "127.0.0.1:0"]
    done = subprocess.run(
        command,
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "run mkdocs serve --livereload" in done.stdout + done.stderr
