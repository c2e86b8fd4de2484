"""Commands for a whole site: create it, pin its generator, preview, build and index it."""

import datetime as dt
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import FOLDER, finish_changes, root, today

if TYPE_CHECKING:
    from generator.pipeline import Examined

BUILDERS = ("mkdocs", "zensical")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", prompt="The name of the site", default="Briefings", help="The name of the site.")
@click.option("--publisher", help="Who publishes the site.")
@click.option("--contact", help="The mail or web address at which readers report a mistake.")
@click.option("--licence", help="The licence of your own text: its name or its web address.")
@click.option(
    "--example/--empty", default=False, help="With a small made-up briefing, or without. Default: empty."
)
def init(
    folder: Path, name: str, example: bool, publisher: str | None, contact: str | None, licence: str | None
) -> None:
    """Create a new site in FOLDER.

    With --example, it has a small made-up briefing to practise with.
    """
    from generator.edit.new_site import new_site
    from generator.site.publisher import Publisher, parse_contact, parse_licence

    publisher_of_site = Publisher(
        ask_setting("publisher", publisher, str.strip),
        ask_setting("contact", contact, parse_contact),
        ask_setting("licence", licence, parse_licence),
    )
    for path in new_site(finish_changes(folder), name, example=example, publisher=publisher_of_site):
        click.echo(f"Wrote {folder / path}.")
    click.echo(f"\nNext, go to the folder and preview the site: cd {folder} && briefing serve")
    if not example:
        click.echo("Then add a source and a party: briefing new source TEXT, briefing new party")


def ask_setting(name: str, option: str | None, parse: Callable[[str], str]) -> str:
    """Return an option of `init`, or ask for it until `parse` accepts the answer. Without a terminal it stays empty."""
    from generator.site.repository import SettingsError

    def parse_answer(answer: str) -> str:
        try:
            return parse(answer)
        except SettingsError as error:
            raise click.UsageError(error.message) from None  # click asks again

    if option is not None:
        return parse_answer(option)
    parameter = next(param for param in click.get_current_context().command.params if param.name == name)
    question = str(getattr(parameter, "help", "")).removesuffix(".")
    try:
        answer: str = click.prompt(
            f"{question} (empty if not known yet)", default="", show_default=False, value_proc=parse_answer
        )
    except click.Abort:
        if sys.stdin.isatty():  # Ctrl+C
            raise
        click.echo()
        return ""
    return answer


@click.command()
@root
def pin(root: Path) -> None:
    """Pin the site to this version of the generator.

    The version, with everything that it needs, is written to requirements.txt.
    """
    from generator.cli.project import require_project
    from generator.edit import pin as pins

    require_project(root)
    for path in pins.pin(root):
        click.echo(f"Wrote {root / path}.")


@click.command()
@root
@today
@click.option(
    "--addr",
    default="127.0.0.1:8000",
    metavar="HOST:PORT",
    help="The address of the preview. Default: 127.0.0.1:8000.",
)
def serve(root: Path, today: dt.date, addr: str) -> None:
    """Preview the site while you edit.

    Each saved file rebuilds it and reloads the page; errors show on the page. Stop with Ctrl+C.
    """
    if not is_free(addr):
        raise click.UsageError(
            f"cannot listen on {addr}: the port may be in use, or this is not HOST:PORT.\n"
            "Choose another: briefing serve --addr 127.0.0.1:8001"
        )
    # --livereload: some versions of click lose this default of MkDocs.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", addr]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "BRIEFING_TODAY": str(today)}
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


@click.command()
@root
@today
@click.option(
    "--out",
    type=FOLDER,
    help="The folder of the site, seen from the project's folder. Default: site; with --part I/N, parts/I.",
)
@click.option("--builder", type=click.Choice(BUILDERS), default="mkdocs", help="Default: mkdocs.")
@click.option(
    "--part",
    metavar="I/N",
    help="Check everything, and make part I of N of the files, for --join. Each part can be built on another machine.",
)
@click.option(
    "--join",
    type=FOLDER,
    metavar="FOLDER",
    help="Build the site from all its parts: the folders in FOLDER, seen from the project's folder.",
)
def build(
    root: Path, out: Path | None, today: dt.date, builder: str, part: str | None, join: Path | None
) -> None:
    """Check all content and build the site.

    If there is an error, the last site stays as it was. The same files on the same day give the same bytes.
    """
    from generator.build.last_build import LastBuild
    from generator.store import Store

    if part and join:
        raise click.UsageError("--part builds a part, --join a site from all parts: choose one of them.")
    if (part or join) and builder != "mkdocs":
        raise click.UsageError(f"--builder {builder} cannot build parts.")
    if part:
        _build_part(root, out, today, part)
        return
    out = out or Path("site")
    store = Store.of_user() if builder == "mkdocs" and not join else Store.nowhere()
    last = LastBuild(store, root, root / out, today)
    if (texts := last.report()) is not None:
        click.echo("\n".join([*texts, f"Nothing has changed in {root / out} since then."]))
        return
    texts = []
    for text in _build(root, out, today, builder, join):
        click.echo(text)
        texts.append(text)
    last.done(texts)


def _build_part(root: Path, out: Path | None, today: dt.date, part: str) -> None:
    """Build the part I/N of the site. Exit with 1 if it cannot be built."""
    from generator.build.plugin.command import build_with_mkdocs
    from generator.build.publish import BuildError, publish
    from generator.build.shares import FACTS, briefings_of, parse_share

    try:
        share = parse_share(part)
    except ValueError:
        raise click.BadParameter(f"“{part}” is not a part: write 1/4 for the first of four.") from None
    folder = root / (out or Path("parts", str(share.number)))
    examined, texts = _examine(root, today)
    click.echo("\n".join(texts))
    try:
        pages = publish(folder, lambda new: build_with_mkdocs(root, examined, new, share), FACTS)
    except BuildError as error:
        click.echo(f"{error}\nThe part was not built.", err=True)
        raise SystemExit(1) from None
    briefings = ", ".join(briefings_of(share, examined.published.corpus.briefings)) or "none"
    click.echo(f"Built {share}, {pages} pages, in {folder}. Its briefings: {briefings}.")


def _examine(root: Path, today: dt.date) -> "tuple[Examined, list[str]]":
    """Check the project; return what there is to say of it. Exit with 1 if it has errors."""
    from generator.build.settings import settings_diagnostics
    from generator.cli.project import examine_project, require_no_errors
    from generator.edit.schemas import renew
    from generator.reporting.text import report

    examined = examine_project(root, today)
    # The schemas serve editors' programs: the site does not depend on them.
    if warning := renew(root, examined.content.corpus):
        click.echo(warning, err=True)
    if examined.has_errors:
        require_no_errors(examined)
    problems = (*examined.errors_and_warnings, *settings_diagnostics(root))
    return examined, [*([report(problems)] if problems else []), examined.summary]


def _build(root: Path, out: Path, today: dt.date, builder: str, join: Path | None) -> Iterator[str]:
    """Build the site, and yield what there is to say. Exit with 1 if it cannot be built."""
    from generator.build.plugin.command import build_with_mkdocs
    from generator.build.publish import BuildError, publish
    from generator.build.settings import read_settings, site_language, site_publication
    from generator.build.shares import read_shares
    from generator.build.zensical import build_with_zensical
    from generator.pipeline import site_of
    from generator.site.exports.social import undrawn_titles
    from generator.site.repository import SettingsError
    from generator.site.site import unreachable

    try:
        # MkDocs runs in the project's folder, so the path must not be relative.
        shares = read_shares((root / join).resolve()) if join else {}
    except BuildError as error:
        raise click.UsageError(str(error)) from None
    examined, texts = _examine(root, today)
    yield from texts

    def build_in(folder: Path) -> None:
        if builder == "mkdocs":
            build_with_mkdocs(root, examined, folder, shares=shares)
        else:
            site = site_of(examined, site_language(root), publication)
            build_with_zensical(site, root, folder)

    click.echo("Building the pages …")
    try:
        publication = site_publication(root)
        pages = publish(root / out, build_in)
        local = unreachable(str(read_settings(root).get("site_url") or ""))
    except (BuildError, SettingsError) as error:
        click.echo(
            f"{error}\nThe site was not built. The last site in {root / out}, if any, is unchanged.", err=True
        )
        raise SystemExit(1) from None
    # Opened as files, the pages have no search, and links lead to lists of files.
    yield f"Built {pages} pages in {root / out}. To look at them, run: briefing serve"
    yield from filter(None, (local, undrawn_titles(site_of(examined, site_language(root), publication))))


@click.command()
@root
@today
@click.option(
    "--out", type=FOLDER, required=True, help="A new or empty folder, or one that this command wrote before."
)
def render(root: Path, out: Path, today: dt.date) -> None:
    """Write plain files for another site builder.

    They are pages, assets and a mkdocs.yml.
    """
    from generator.build.publish import BuildError
    from generator.build.render_folder import write_folder
    from generator.build.settings import site_language, site_publication
    from generator.cli.project import examine_project, require_no_errors
    from generator.pipeline import site_of
    from generator.site.repository import SettingsError

    examined = examine_project(root, today)
    require_no_errors(examined)
    try:
        site = site_of(examined, site_language(root), site_publication(root))
        pages = write_folder(site, root, out)
    except (BuildError, SettingsError) as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"Wrote {pages} pages to {out}.")


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def index(site: Path) -> None:
    """Index the built site in SITE for the search.

    `briefing build` and `mkdocs build` do it themselves.
    """
    from generator.build import search

    if not (site / "index.html").is_file():
        raise click.UsageError(f"{site} is not a built site: it has no index.html.")
    click.echo(
        f"Indexed {search.index_site(site):,} pages, passages and paragraphs into {site / search.FOLDER}."
    )
