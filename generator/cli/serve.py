"""`briefing serve`: the live preview."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.program import program


@click.command()
@root
@click.option(
    "--addr", default="127.0.0.1:8000", metavar="HOST:PORT", help="Where it answers. Default: 127.0.0.1:8000."
)
def serve(root: Path, addr: str) -> None:
    """Preview the site: each saved file rebuilds it and reloads the page; faults are shown on the page. Ctrl+C ends it."""
    if not _is_address(addr):
        raise click.UsageError(f"“{addr}” is no address: write one such as 127.0.0.1:8001")
    if not _is_free(addr):
        raise click.UsageError(
            f"nothing can answer at {addr}: another program may hold that port.\n"
            f"Take another one: {program()} serve --addr 127.0.0.1:8001"
        )
    # --livereload: a default of MkDocs that some versions of click lose.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", addr]
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    # A signal that ends this command alone would leave the server with the port: an exit takes it along.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        done = subprocess.run(command, cwd=root, env=settings, check=False)  # noqa: S603 - our own words
    except KeyboardInterrupt:  # the server has ended by itself
        return
    raise SystemExit(done.returncode)


def _is_address(text: str) -> bool:
    """Say whether a text is HOST:PORT."""
    host, _, port = text.rpartition(":")
    return bool(host) and port.isdecimal() and 0 < int(port) < 2**16


def _is_free(address: str) -> bool:
    """Say whether a server can answer at `host:port`."""
    host, _, port = address.rpartition(":")
    try:
        with socket.socket() as probe:
            # As the server does: an address that was just left may be taken at once.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except OSError:
        return False
    return True
