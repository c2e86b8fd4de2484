"""The story of a site on one page: examine the files of a project, then build pages and exports from them.

Every step is a function of values; only `examine_folder` reads the disk.
"""

import datetime as dt
import gc
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import checks, evidence
from generator.analysis import analyse
from generator.checks.content import Content
from generator.content import files, load, rules
from generator.diagnostics import ContentError, Diagnostic, Severity, merged
from generator.language import ENGLISH, Language
from generator.site.exports import EXPORTS, Export
from generator.site.pages import PAGE_TYPES, Page
from generator.site.render import render
from generator.site.site import Publication, Site

RULES = (*rules.RULES, *evidence.RULES, *checks.RULES)
MOST_LISTED = 100  # errors of one file


@dataclass(frozen=True)
class Examined:
    """A project that was read and checked: its content, and every diagnostic."""

    content: Content
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Return whether there is an error, so that no site can be built."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @property
    def errors_and_warnings(self) -> tuple[Diagnostic, ...]:
        """Return what a build reports. Only `briefing check` reports info messages too."""
        return tuple(item for item in self.diagnostics if item.severity is not Severity.INFO)

    @property
    def summary(self) -> str:
        """Return one sentence that says how many passages were found, and in which briefings."""
        corpus, sources = self.content.corpus, len(self.content.corpus.sources)
        none = "none without errors" if self.has_errors else "none"
        return (
            f"{len(self.content.passages):,} passages found word for word in {sources:,} stored "
            f"source{'' if sources == 1 else 's'}; briefings: {', '.join(corpus.briefings) or none}."
        )


def examine_folder(root: Path, language: str = ENGLISH.code) -> Examined:
    """Read and check the project at `root`, whose site is in `language`."""
    return examine(*files.read_files(root), language)


def examine(
    raw: Mapping[str, bytes], errors: tuple[Diagnostic, ...] = (), language: str = ENGLISH.code
) -> Examined:
    """Read and check the files of a project, its bytes by path. `language` is that of its site.

    The result has every diagnostic, with the `errors` of reading the files; of a file with many errors, the first.
    """
    with garbage_collection_off():
        corpus, load_errors = load.load(raw)
        passages, evidence_errors = evidence.resolve(corpus)
        content = Content(corpus, passages, analyse(corpus), language)
        diagnostics = merged(errors, load_errors, evidence_errors, checks.run_checks(content))
        return Examined(content, tuple(first_errors(diagnostics)))


def first_errors(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the sorted diagnostics with the first errors of each file only, then how many more the file has."""
    errors = Counter(item.location.file for item in diagnostics if item.severity is Severity.ERROR)
    listed: Counter[str] = Counter()
    for diagnostic in diagnostics:
        file = diagnostic.location.file
        listed[file] += diagnostic.severity is Severity.ERROR
        if diagnostic.severity is not Severity.ERROR or listed[file] <= MOST_LISTED:
            yield diagnostic
        elif listed[file] == MOST_LISTED + 1:
            rest = errors[file] - MOST_LISTED
            message = f"this file has {rest:,} more error{'s' * (rest > 1)} from here on"
            hint = "Correct those above, and run the check again."
            yield rules.MORE_ERRORS.at(diagnostic.location, message, hint)


def site_of(
    examined: Examined,
    today: dt.date | None = None,
    language: Language = ENGLISH,
    publication: Publication = Publication(),  # noqa: B008 - a frozen value
) -> Site:
    """Return all that pages and exports are built from. Raise ContentError if the content has an error."""
    if examined.has_errors:
        raise ContentError(examined.diagnostics)
    content = examined.content
    return Site(content.corpus, content.passages, content.analysis, RULES, today, language, publication)


def build_pages(site: Site) -> tuple[Page, ...]:
    """Build every page of `site`, sorted by path."""
    specs = (spec for page_type in PAGE_TYPES for spec in page_type.pages(site))
    return tuple(
        render(spec, site_language=site.language, publication=site.publication)
        for spec in sorted(specs, key=lambda spec: spec.uri)
    )


def build_exports(site: Site) -> tuple[Export, ...]:
    """Build every file for programs, sorted by path."""
    exports = (export for export_type in EXPORTS for export in export_type.exports(site))
    return tuple(sorted(exports, key=lambda export: export.uri))


@contextmanager
def garbage_collection_off() -> Iterator[None]:
    """Turn garbage collection off: it takes a third of the time of a check, whose million small values all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
