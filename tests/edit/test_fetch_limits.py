"""A page that is too large, not whole, without end or too slow is not fetched, and little of it is read."""

import gzip
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler

import pytest

from generator.edit.articles import fetch as fetching
from generator.edit.articles.fetch import fetch
from tests.edit.web import HTML, Web, error_of


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_page_that_is_too_large_is_refused_also_packed(
    pack: Callable[[bytes], bytes], web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1_000_000)
    headers = {**HTML, "Content-Encoding": "gzip"} if pack is gzip.compress else HTML
    web.answers["/"] = (200, headers, pack(b"x" * 1_000_000))
    assert len(fetch("https://example.org/", web.network).raw) == 1_000_000
    web.answers["/"] = (200, headers, pack(b"x" * 1_000_001))
    assert "more than 1 MB" in error_of(web, "https://example.org/")


@pytest.mark.parametrize(
    ("end", "message"), [(b"0\r\n\r\n", ""), (b"", "ended too early"), (b"4", "ended too early")]
)
def test_a_page_may_come_in_parts_but_must_be_whole(end: bytes, message: str, web: Web) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        handler.wfile.write(head + b"3\r\n<p>\r\n6\r\nA page\r\n" + end)

    web.answers["/"] = answer
    if message:
        assert message in error_of(web, "https://example.org/")
    else:
        assert fetch("https://example.org/", web.network).raw == b"<p>A page"


def test_a_page_without_end_is_read_up_to_the_limit(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1_000_000)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        with suppress(OSError):
            while True:
                handler.wfile.write(b"x" * 10_000)

    web.answers["/"] = answer
    assert "more than 1 MB" in error_of(web, "https://example.org/")


def test_a_packed_page_is_unpacked_up_to_the_limit(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1_000_000)
    packed = zlib.compressobj(wbits=31)
    parts = [packed.compress(bytes(1_000_000)) for _ in range(100)]
    web.answers["/"] = (200, {**HTML, "Content-Encoding": "gzip"}, b"".join([*parts, packed.flush()]))
    tracemalloc.start()
    try:
        assert "more than 1 MB" in error_of(web, "https://example.org/")
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_server_that_sends_a_little_now_and_then_is_left_when_the_time_is_over(web: Web) -> None:
    over = threading.Event()

    def trickle(handler: BaseHTTPRequestHandler) -> None:
        while not over.is_set():
            try:
                handler.wfile.write(b"H")
                handler.wfile.flush()
            except OSError:
                over.set()
            time.sleep(0.02)

    web.answers["/"] = trickle
    assert "longer than 0.2 seconds" in error_of(web, "https://example.org/", 0.2)
    assert over.wait(60)  # the connection is closed
