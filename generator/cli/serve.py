"""The command for the live preview."""

import datetime as dt
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import click

from generator.cli.options import root, today


def parse_names(_context: click.Context, _option: click.Parameter, names: tuple[str, ...]) -> frozenset[str]:
    """Return the names of hosts. Raise BadParameter for a word that is not a name."""
    from generator.build.guard import parse_hosts
    from generator.site.repository import SettingsError

    try:
        return parse_hosts(",".join(names))
    except SettingsError as error:
        raise click.BadParameter(error.message) from None


@click.command()
@root
@today
@click.option(
    "--addr",
    default="127.0.0.1:8000",
    metavar="HOST:PORT",
    help="The address of the preview. Default: 127.0.0.1:8000. 0.0.0.0:8000 shows it to your whole network.",
)
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME",
    callback=parse_names,
    help="Also answer to this host name, such as that of your machine in your network. May be repeated.",
)
def serve(root: Path, today: dt.date, addr: str, names: frozenset[str]) -> None:
    """Preview the site while you edit.

    Each saved file rebuilds it and reloads the page; errors show on the page. Stop with Ctrl+C.
    """
    from generator.build.guard import VARIABLE

    if not is_free(addr):
        raise click.UsageError(
            f"cannot listen on {addr}: the port may be in use, or this is not HOST:PORT.\n"
            "Choose another: briefing serve --addr 127.0.0.1:8001"
        )
    # --livereload: some versions of click lose this default of MkDocs.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", addr]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "BRIEFING_TODAY": str(today)}
    if names:
        environment[VARIABLE] = ",".join(sorted(names))
    # Without a handler, a signal to this command alone would leave the server running.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        process = subprocess.run(command, cwd=root, env=environment, check=False)  # noqa: S603 - a fixed command
    except KeyboardInterrupt:  # the server has stopped too
        return
    raise SystemExit(process.returncode)


def is_free(address: str) -> bool:
    """Return whether `address` is HOST:PORT and a server can listen on it."""
    try:
        host, port = address.rsplit(":", 1)
        with socket.socket() as probe:
            # As the server does: an address that was just released can be used at once.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, ValueError, OverflowError):
        return False
    return True
