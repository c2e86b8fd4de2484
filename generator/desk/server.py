"""The server of the desk: on this machine only, one thread for each request, and none that a slow client can hold."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from threading import Thread, Timer
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import RequestTimeout
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from generator.desk.guard import HOST

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

SILENCE = 10.0  # seconds without a byte after which a request is given up
LONGEST_BODY = 30.0  # seconds for all bytes of a request
LONGEST_REQUEST = 180.0  # seconds for a request and its answer, with the conversion of a large file


class TimedBody(RawIOBase):
    """The body of a request, which must arrive before a deadline, however often a client sends a byte."""

    def __init__(self, stream: BufferedReader, seconds: float) -> None:
        """Start the clock."""
        self._stream, self._deadline = stream, time.monotonic() + seconds

    def readable(self) -> bool:
        """Return that bytes can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read some bytes. Raise RequestTimeout after the deadline, or if no byte arrives."""
        if time.monotonic() > self._deadline:
            raise RequestTimeout
        view = memoryview(buffer)
        try:
            data = self._stream.read1(len(view))
        except TimeoutError:
            raise RequestTimeout from None
        view[: len(data)] = data
        return len(data)


class Handler(WSGIRequestHandler):
    """Answers one request. It writes no address to the log: the first one has the key."""

    timeout = SILENCE
    server_version = "desk"
    sys_version = ""

    def make_environ(self) -> "WSGIEnvironment":
        """Return the request, whose body has a deadline."""
        rfile: Any = self.rfile
        environ = super().make_environ()
        if not environ.get("wsgi.input_terminated"):
            environ["wsgi.input"] = TimedBody(rfile, LONGEST_BODY)
        return environ

    def handle(self) -> None:
        """Answer the request, or close its connection when it takes too long."""
        timer = Timer(LONGEST_REQUEST, self._close)
        timer.daemon = True
        timer.start()
        try:
            super().handle()
        finally:
            timer.cancel()

    def _close(self) -> None:
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:  # it is closed already
            return

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Log nothing: each page is many requests."""

    def log_error(self, format: str, *args: object) -> None:  # noqa: A002 - the signature of http.server
        """Log nothing: a client that goes away is no error."""


def create_server(port: int, app: "WSGIApplication") -> BaseWSGIServer:
    """Return a server that listens on `port` of this machine. Raise OSError if it cannot."""
    probe = socket.socket()
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((HOST, port))  # make_server would end the process if the port is in use
        probe.listen(128)
        return make_server(HOST, port, app, threaded=True, request_handler=Handler, fd=probe.fileno())
    finally:
        probe.close()


@contextmanager
def running(server: BaseWSGIServer) -> Iterator[None]:
    """Serve in a thread until the block ends."""
    thread = Thread(target=server.serve_forever, name="desk", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
