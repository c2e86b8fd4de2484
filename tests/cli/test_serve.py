"""`briefing serve` checks its address before the server starts."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.serve import is_free


def run(*words: str) -> Result:
    """Run a command."""
    done = CliRunner().invoke(main, [*words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_a_free_port_is_accepted() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert is_free(f"127.0.0.1:{port}")


def test_a_port_in_use_is_refused_with_another_port(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--root", str(tmp_path), "--addr", f"127.0.0.1:{taken.getsockname()[1]}")
    assert done.exit_code == 2
    assert "briefing serve --addr 127.0.0.1:8001\n" in done.output


@pytest.mark.parametrize("address", ["127.0.0.1", "8001", "127.0.0.1:x", "127.0.0.1:99999"])
def test_an_address_without_a_valid_port_is_refused(tmp_path: Path, address: str) -> None:
    done = run("serve", "--root", str(tmp_path), "--addr", address)
    assert done.exit_code == 2
    assert "or this is not HOST:PORT" in done.output
