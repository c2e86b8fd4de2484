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


@click.command()
@root
@click.option(
    "--addr",
    default="127.0.0.1:8000",
    metavar="HOST:PORT",
    help="The address of the preview. Default: 127.0.0.1:8000.",
)
def serve(root: Path, addr: str) -> None:
    """Preview the site: each saved file rebuilds it and reloads the page; errors show on the page. Stop with Ctrl+C."""
    if not is_free(addr):
        raise click.UsageError(
            f"cannot listen on {addr}: the port may be in use, or this is not HOST:PORT.\n"
            "Choose another: briefing serve --addr 127.0.0.1:8001"
        )
    # --livereload: some versions of click lose this default of MkDocs.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", addr]
    # Without a handler, a signal to this command alone would leave the server running.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        process = subprocess.run(  # noqa: S603 - a fixed command
            command, cwd=root, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False
        )
    except KeyboardInterrupt:  # the server has stopped too
        return
    raise SystemExit(process.returncode)


def is_free(address: str) -> bool:
    """Return whether `address` is HOST:PORT and a server can listen on it."""
    host, _, port = address.rpartition(":")
    try:
        with socket.socket() as probe:
            # As the server does: an address that was just released can be used at once.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, ValueError, OverflowError):
        return False
    return True
