"""A server whose answers a test sets, in the place of the internet."""

import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from generator.edit.articles.fetch import Network, fetch
from generator.edit.error import EditError

PUBLIC = "93.184.215.14"
Answer = tuple[int, Mapping[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}


class LocalNetwork(Network):
    """Looks names up in a table, and connects to a server of this computer without TLS, whatever the address."""

    def __init__(self, port: int, names: Mapping[str, Sequence[str]]) -> None:
        self.port, self.names = port, names
        self.connections: list[tuple[str, int, str]] = []

    def look_up(self, host: str, port: int) -> Sequence[str]:
        assert port
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return self.names[host]

    def connect(self, address: str, port: int, host: str) -> socket.socket:
        self.connections.append((address, port, host))
        return socket.create_connection(("127.0.0.1", self.port), 10)


class Web:
    """A server whose answers a test sets by path, and the requests that it got."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer | Callable[[Any], None]] = {}
        self.requests: list[tuple[str, Mapping[str, str]]] = []
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                web.requests.append((self.path, dict(self.headers)))
                answer = web.answers[self.path]
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.network = LocalNetwork(self.server.server_port, {"example.org": [PUBLIC]})
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()


def error_of(web: Web, url: str, seconds: float = 30) -> str:
    with pytest.raises(EditError) as error:
        fetch(url, web.network, seconds)
    return str(error.value)
