"""`briefing serve` checks its address, then starts the desk and the preview."""

import http.client
import re
import socket
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

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


class Started:
    """What the command does while the preview would run: its environment, and an answer of the desk."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Run in place of the preview."""
        self.env: dict[str, str] = {}
        self.status = 0
        monkeypatch.setattr(subprocess, "run", self.run)
        monkeypatch.delenv("BRIEFING_EDITOR", raising=False)
        monkeypatch.setenv("BRIEFING_TODAY", "2031-06-11")  # the command sets it

    def run(
        self, _command: list[str], *, env: dict[str, str], **_: object
    ) -> subprocess.CompletedProcess[str]:
        """Note the environment, and ask the desk for a page without its key."""
        self.env = env
        if (address := env.get("BRIEFING_DESK", "")).startswith("http://127.0.0.1:"):
            connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
            connection.request("GET", "/")
            self.status = connection.getresponse().status
        return subprocess.CompletedProcess([], 0)


def free_port() -> int:
    """Return a port that is free together with the next one."""
    while True:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = int(free.getsockname()[1])
        if is_free(f"127.0.0.1:{port + 1}"):
            return port


def test_the_desk_runs_beside_the_preview_and_its_address_is_printed_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, port = Started(monkeypatch), free_port()
    done = run("serve", "--root", str(tmp_path), "--addr", f"127.0.0.1:{port}")
    assert done.exit_code == 0, done.output
    first, second = done.output.splitlines()[:2]
    assert re.fullmatch(rf"Desk:    http://127\.0\.0\.1:{port + 1}/\?key=[\w-]{{32}}", first)
    assert second == f"Preview: http://127.0.0.1:{port}/"
    assert started.env["BRIEFING_DESK"] == f"http://127.0.0.1:{port + 1}"
    assert started.status == 403
    assert is_free(f"127.0.0.1:{port + 1}")


def test_without_the_desk_only_the_preview_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = Started(monkeypatch)
    done = run("serve", "--root", str(tmp_path), "--addr", f"127.0.0.1:{free_port()}", "--no-desk")
    assert (done.exit_code, done.output) == (0, "")
    assert "BRIEFING_DESK" not in started.env


def test_a_forwarded_address_is_an_origin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Started(monkeypatch)
    words = ("serve", "--root", str(tmp_path), "--addr", f"127.0.0.1:{free_port()}", "--desk-origin")
    assert (
        "Desk:    https://name-8001.app.github.dev/?key="
        in run(*words, "https://NAME-8001.app.github.dev/").output
    )
    for wrong in ("name-8001.app.github.dev", "https://a.example/desk", "*"):
        done = run(*words, wrong)
        assert done.exit_code == 2
        assert "is not the address of a forwarded port" in " ".join(done.output.split())


def test_the_preview_has_the_forwarded_name_of_the_desk_with_its_own_port(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Started(monkeypatch)
    addr = f"127.0.0.1:{(port := free_port())}"
    words = ("serve", "--root", str(tmp_path), "--addr", addr, "--desk-origin")
    forwarded = run(*words, f"https://name-{port + 1}.app.github.dev").output
    assert f"Preview: https://name-{port}.app.github.dev/\n" in forwarded
    assert f"Preview: http://{addr}/\n" in run(*words, "https://desk.example").output


def test_a_port_of_the_desk_in_use_is_refused_with_another(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run(
            "serve", "--root", str(tmp_path), "--addr", f"127.0.0.1:{free_port()}", "--desk-port", port
        )
    assert done.exit_code == 2
    assert "briefing serve --desk-port 8010" in " ".join(done.output.split())
