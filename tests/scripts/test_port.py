"""The preview's address is looked at before the server starts."""

from __future__ import annotations

import socket

import pytest

from scripts.port import main


def test_a_free_port_is_fine() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert main([f"127.0.0.1:{port}"]) == 0


def test_a_taken_port_is_told_with_the_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main([f"127.0.0.1:{taken.getsockname()[1]}"]) == 1
    assert "make serve ADDR=" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.1:x", "127.0.0.1:99999"])
def test_an_address_that_is_none_is_told_and_not_thrown(address: str) -> None:
    assert main([address]) == 1
