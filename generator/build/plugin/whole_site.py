"""Make the whole site from the pages that MkDocs has built from docs/, as `briefing build` and `mkdocs build` do."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs.exceptions import PluginError

from generator.build.plugin.hand_written import lost_words_about
from generator.build.plugin.mkdocs_site import MkDocsSite
from generator.build.plugin.options import root_of
from generator.build.pool import processors
from generator.build.postprocess import complete
from generator.build.publish import BuildError
from generator.build.shares import MadeShare
from generator.build.verify import StoredTexts
from generator.diagnostics import Diagnostic
from generator.reporting.text import report
from generator.site.site import Site


def make_whole_site(
    built: MkDocsSite,
    site: Site,
    stored: StoredTexts,
    *,
    shares: Mapping[Path, MadeShare],
    last_site: Path | None,
    lost: Sequence[Diagnostic],
) -> None:
    """Make all files of `site` that neither `shares`, by folder, nor the last site have, and finish all pages.

    Raise PluginError if they are not safe to publish, or have `lost` words.
    """
    try:
        for folder, share in shares.items():
            built.take(folder, share)
        last = built.last_site(last_site) if last_site else None
        if last:
            built.take_from_last(last)
        built.make_all(processors())
        _require_all_words(built, lost)
        built.write_lists(*([last.write] if last else []))
        complete(built.folder, site, built.facts(), stored)
        if last:
            last.record(built.made.values())
    except BuildError as error:
        message = f"the built site has problems: do not publish it\n\n{error}"
        raise PluginError(message) from None


def _require_all_words(built: MkDocsSite, lost: Sequence[Diagnostic]) -> None:
    """Raise PluginError if pages that people wrote have lost words."""
    if lost := (*lost, *lost_words_about(root_of(built.config), built.folder)):
        message = f"pages of docs/ have lost words, so the site was not published\n\n{report(lost)}"
        raise PluginError(message)
