"""The command that builds a site, at once or in parts."""

import datetime as dt
import gc
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import FOLDER, root, today

if TYPE_CHECKING:
    from generator.pipeline import Examined

BUILDERS = ("mkdocs", "zensical")


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
    gc.disable()  # until `_examine` ends: what is imported and read stays
    click.get_current_context().call_on_close(gc.enable)
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
        pages = publish(folder, lambda new: build_with_mkdocs(root, examined, new, share=share), FACTS)
    except BuildError as error:
        click.echo(f"{error}\nThe part was not built.", err=True)
        raise SystemExit(1) from None
    briefings = ", ".join(briefings_of(share, examined.published.corpus.briefings)) or "none"
    click.echo(f"Built {share}, {pages} pages, in {folder}. Its briefings: {briefings}.")


def _examine(root: Path, today: dt.date) -> "tuple[Examined, list[str]]":
    """Check the project; return what there is to say of it. Exit with 1 if it has errors."""
    from generator.build.settings import site_diagnostics
    from generator.cli.project import examine_project, require_no_errors
    from generator.edit.schemas import renew
    from generator.reporting.text import report

    examined = examine_project(root, today, site_diagnostics(root))
    for source in examined.content.corpus.sources.values():
        source.article.forget()  # what checks looked up in a text takes as much memory as the text; pages need less
    gc.freeze()  # what there is stays until the command ends, so the collector need not look at it again and again
    gc.enable()
    # The schemas serve editors' programs: the site does not depend on them.
    if warning := renew(root, examined.content.corpus):
        click.echo(warning, err=True)
    if examined.has_errors:
        require_no_errors(examined)
    problems = examined.errors_and_warnings
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
            build_with_mkdocs(root, examined, folder, shares=shares, last_site=None if join else root / out)
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
    elsewhere = "" if root == Path() else f" --root {shlex.quote(str(root))}"
    yield f"Built {pages} pages in {root / out}. To look at them, run: briefing serve{elsewhere}"
    yield from filter(None, (local, undrawn_titles(site_of(examined, site_language(root), publication))))
