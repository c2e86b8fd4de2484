"""The command for the desk and the live preview."""

import datetime as dt
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import click

from generator.cli.options import root, today

_ALL = "0.0.0.0"  # noqa: S104 - only replaced in an address to open
DESK_ORIGIN = "BRIEFING_DESK_ORIGIN"
"""The environment variable with the address under which a forwarded port of the desk is reached."""


def parse_names(_context: click.Context, _option: click.Parameter, names: tuple[str, ...]) -> frozenset[str]:
    """Return the names of hosts. Raise BadParameter for a word that is not a name."""
    from generator.build.guard import parse_hosts
    from generator.site.repository import SettingsError

    try:
        return parse_hosts(",".join(names))
    except SettingsError as error:
        raise click.BadParameter(error.message) from None


def parse_origin(text: str) -> str:
    """Return an origin without a slash at the end; empty if there is none. Raise BadParameter for any other text."""
    from generator.desk.guard import is_origin

    origin = text.strip().lower().removesuffix("/")
    if origin and not is_origin(origin):
        raise click.BadParameter(
            f"“{text}” is not the address of a forwarded port. Write it without a path, such as https://NAME-8001.app.github.dev."
        )
    return origin


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
    help="The preview also answers to this host name, such as that of your machine in your network. May be repeated.",
)
@click.option(
    "--desk/--no-desk", "with_desk", default=True, help="Also start the desk. It starts by default."
)
@click.option(
    "--desk-port",
    type=click.IntRange(1, 65535),
    help="The port of the desk on this machine. Default: the first free one after that of the preview.",
)
@click.option(
    "--desk-origin",
    envvar=DESK_ORIGIN,
    default="",
    metavar="URL",
    callback=lambda _context, _option, text: parse_origin(text),
    help="The one other address of the desk if a service forwards its port, such as https://NAME-8001.app.github.dev. "
    "Default: BRIEFING_DESK_ORIGIN, else none.",
)
def serve(root: Path, today: dt.date, addr: str, names: frozenset[str], **desk_options: Any) -> None:
    """Open the desk and preview the site while you edit.

    The desk is for this machine only: it writes your files. In the preview, each saved file rebuilds the site and reloads the page; errors show on the page. Stop both with Ctrl+C.
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
    os.environ["BRIEFING_TODAY"] = str(today)  # the desk checks on the same day
    if names:
        environment[VARIABLE] = ",".join(sorted(names))
    # Without a handler, a signal to this command alone would leave the server running.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with desk(root, addr, **desk_options) as links:
        try:
            process = subprocess.run(command, cwd=root, env={**links, **environment}, check=False)  # noqa: S603 - a fixed command
        except KeyboardInterrupt:  # the server has stopped too
            return
    raise SystemExit(process.returncode)


def desk(
    root: Path, addr: str, *, with_desk: bool, desk_port: int | None, desk_origin: str
) -> AbstractContextManager[Mapping[str, str]]:
    """Return a context in which the desk of the project at `root` runs, with the variable that links the preview to it."""
    return _running_desk(root, addr, desk_port, desk_origin) if with_desk else nullcontext({})


@contextmanager
def _running_desk(root: Path, addr: str, port: int | None, origin: str) -> Iterator[Mapping[str, str]]:
    """Serve the desk, and print its address and that of the preview."""
    from generator.desk.app import Desk
    from generator.desk.guard import Guard
    from generator.desk.server import create_server, running
    from generator.desk.visit import Settings
    from generator.desk.workspace import Workspace
    from generator.site.repository import DESK

    guard = Guard(port or _free_port(int(addr.rsplit(":", 1)[1]) + 1), origin)
    preview = _preview_address(addr, guard.port, origin)
    app = Desk(Workspace(root), guard, Settings(_site_name(root), preview))
    try:
        server = create_server(guard.port, app)
    except OSError as error:
        raise click.UsageError(
            f"the desk cannot listen on port {guard.port}: {error.strerror}. Choose another: briefing serve --desk-port 8010"
        ) from None
    with running(server):
        click.echo(f"Desk:    {guard.address_with_key}\nPreview: {preview}")
        yield {DESK: guard.address}


def _preview_address(addr: str, desk_port: int, origin: str) -> str:
    """Return the address of the preview for the editor's browser.

    A service that forwards ports names each in the host, such as https://NAME-8001.app.github.dev: the preview has the same
    name with its own port.
    """
    host, port = addr.rsplit(":", 1)
    name, dot, rest = origin.partition(f"-{desk_port}.")
    if dot:
        return f"{name}-{port}.{rest}/"
    return f"http://{host.replace(_ALL, '127.0.0.1')}:{port}/"


def _free_port(first: int) -> int:
    """Return the first free port of this machine from `first` on."""
    ports = range(first, min(first + 50, 65536))
    return next((port for port in ports if is_free(f"127.0.0.1:{port}")), first)


def _site_name(root: Path) -> str:
    """Return the name of the site; empty if the settings cannot be read."""
    from generator.build.settings import read_settings
    from generator.site.repository import SettingsError

    try:
        name = read_settings(root).get("site_name")
    except SettingsError:
        return ""
    return name if isinstance(name, str) else ""


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
