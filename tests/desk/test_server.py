"""The server listens on this machine only, and no slow client holds one of its threads."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO
from pathlib import Path

import pytest
from werkzeug.exceptions import RequestTimeout

from generator.desk import server
from generator.desk.app import Desk
from generator.desk.guard import LARGEST_BODY, Guard
from generator.desk.workspace import Workspace
from tests.desk.desks import write_project


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(root: Path) -> Iterator[Guard]:
    """Serve the desk of the base project."""
    guard = Guard(free_port())
    with server.running(server.create_server(guard.port, Desk(Workspace(write_project(root)), guard))):
        yield guard


def headers(guard: Guard, length: int) -> bytes:
    """Return the first lines of a form that a page of the desk sends."""
    return (
        f"POST /changes/undo HTTP/1.1\r\nHost: 127.0.0.1:{guard.port}\r\nOrigin: {guard.address}\r\n"
        f"Cookie: {guard.cookie}={guard.key}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {length}\r\n\r\n"
    ).encode()


def test_a_page_comes_through_a_socket_and_names_no_program(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with served(tmp_path) as guard:
        connection = http.client.HTTPConnection("127.0.0.1", guard.port, timeout=60)
        connection.request("GET", f"/?key={guard.key}")
        answer = connection.getresponse()
        assert answer.status == 303
        assert answer.headers["Server"].strip() == "desk"
        answer.read()
        connection.request("GET", "/parties", headers={"Cookie": f"{guard.cookie}={guard.key}"})
        assert b"Ada Vale" in connection.getresponse().read()
    printed = capfd.readouterr()
    assert guard.key not in printed.out + printed.err


def test_only_this_machine_is_listened_to(tmp_path: Path) -> None:
    with served(tmp_path) as guard:
        made = server.create_server(free_port(), lambda _environ, _start: [])
        assert made.server_address[0] == "127.0.0.1"
        made.server_close()
        assert guard.address == f"http://127.0.0.1:{guard.port}"


def test_a_port_in_use_is_an_error_of_the_system(tmp_path: Path) -> None:
    with served(tmp_path) as guard, pytest.raises(OSError, match="use"):
        server.create_server(guard.port, lambda _environ, _start: [])


def test_a_body_that_does_not_arrive_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server.Handler, "timeout", 0.2)
    with served(tmp_path) as guard, socket.create_connection(("127.0.0.1", guard.port), timeout=60) as client:
        client.sendall(headers(guard, 1000) + b"token=")
        assert client.recv(4096).split(b" ")[1] == b"408"


class Dripping(BytesIO):
    """A body of which each read returns one byte."""

    def read1(self, _size: int | None = -1) -> bytes:
        """Return a byte."""
        return b"x"


def test_a_body_that_drips_is_given_up_after_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    stream = Dripping()
    body = BufferedReader(server.TimedBody(stream, 30), 1)  # type: ignore[arg-type]
    for _ in range(29):
        now[0] += 1
        assert body.read(1) == b"x"
    now[0] += 2
    with pytest.raises(RequestTimeout):
        body.read(1)


def test_a_huge_body_is_refused_through_a_socket_too(tmp_path: Path) -> None:
    with served(tmp_path) as guard, socket.create_connection(("127.0.0.1", guard.port), timeout=60) as client:
        client.sendall(headers(guard, LARGEST_BODY + 1))
        assert client.recv(4096).split(b" ")[1] == b"413"


def test_a_desk_with_open_connections_still_answers_and_stops(tmp_path: Path) -> None:
    with served(tmp_path) as guard:
        silent = [socket.create_connection(("127.0.0.1", guard.port), timeout=60) for _ in range(30)]
        connection = http.client.HTTPConnection("127.0.0.1", guard.port, timeout=60)
        connection.request("GET", "/keys", headers={"Cookie": f"{guard.cookie}={guard.key}"})
        assert connection.getresponse().status == 200
    for each in silent:
        each.close()
    assert "desk" not in [thread.name for thread in threading.enumerate()]
