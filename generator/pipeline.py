"""The story of a site on one page: examine the files of a project, then build pages and exports from them.

Every step is a function of values; only `examine_folder` reads the disk, and only `examine` may ask the clock for the day.
"""

import datetime as dt
import gc
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from generator import checks, clock, evidence
from generator.checks.content import Content
from generator.content import drafts, files, load, rules
from generator.content.digests import Digests, digests
from generator.content.error_list import more_errors
from generator.content.file_read import file_hashes
from generator.diagnostics import ContentError, Diagnostic, Severity, merged
from generator.examination import CheckParts, check_in_turn, examine_corpus
from generator.language import ENGLISH, Language
from generator.memory import Memory
from generator.site.exports import EXPORTS, Export
from generator.site.navigation import briefing_bar
from generator.site.pages import PAGE_TYPES, Page, PlannedPage
from generator.site.pages.feeds import follow_of
from generator.site.pages.page_dates import date_of, page_dates
from generator.site.render import render
from generator.site.site import Publication, Site

RULES = (*rules.RULES, *evidence.RULES, *checks.RULES)
MOST_LISTED = 100  # errors of one file


class _Settings(NamedTuple):
    """What a check needs besides the files: see `Content` and `examine`."""

    language: str
    today: dt.date
    memory: Memory
    check_parts: CheckParts


@dataclass(frozen=True)
class Examined:
    """A project that was read and checked: its content with drafts, what of it is published, and every diagnostic.

    `digests` are of what is published.
    """

    content: Content
    published: Content
    diagnostics: tuple[Diagnostic, ...]
    digests: Digests

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
        published = self.published.corpus.briefings
        unpublished = ", ".join(slug for slug in corpus.briefings if slug not in published)
        none = "none without errors" if self.has_errors else "none"
        return (
            f"{len(self.content.passages):,} passages found word for word in {sources:,} stored "
            f"source{'' if sources == 1 else 's'}; briefings: {', '.join(published) or none}"
            f"{f'; drafts: {unpublished}' if unpublished else ''}."
        )


def examine_folder(
    root: Path,
    language: str = ENGLISH.code,
    today: dt.date | None = None,
    memory: Memory | None = None,
    others: tuple[Diagnostic, ...] = (),
    *,
    check_parts: CheckParts = check_in_turn,
) -> Examined:
    """Read and check the project at `root`; the result has the `others` too. See `examine`."""
    raw, errors = files.read_files(root)
    return examine(raw, (*errors, *others), language, today, memory, check_parts=check_parts)


def examine(
    raw: Mapping[str, bytes],
    errors: tuple[Diagnostic, ...] = (),
    language: str = ENGLISH.code,
    today: dt.date | None = None,
    memory: Memory | None = None,
    *,
    check_parts: CheckParts = check_in_turn,
) -> Examined:
    """Read and check the files of a project, its bytes by path, on a day. `language` is that of its site.

    The result has every diagnostic, with the `errors` of reading the files; of a file with many errors, the first.
    Errors of drafts are warnings. Without `today`, the day is that of `clock.day`. With the `memory` of an earlier run, only
    what changed is read and checked. `check_parts` can share the work among processes.
    """
    settings = _Settings(language, today or clock.day(), memory or Memory(), check_parts)
    with garbage_collection_off():
        content, diagnostics, of_published = _examine(raw, errors, settings, with_drafts=True)
        published = content
        if drafts.may_have_drafts(raw):
            folders = drafts.draft_folders(raw)
            rest = {path: data for path, data in raw.items() if not path.startswith(folders)}
            other_errors = tuple(error for error in errors if not error.location.file.startswith(folders))
            published, without_drafts, of_published = _examine(
                rest, other_errors, settings, with_drafts=False
            )
            diagnostics = merged(_lowered(diagnostics, without_drafts, content.corpus.unread))
        settings.memory.end_run()
        return Examined(content, published, tuple(first_errors(diagnostics)), of_published)


def _examine(
    raw: Mapping[str, bytes], errors: tuple[Diagnostic, ...], settings: _Settings, *, with_drafts: bool
) -> tuple[Content, tuple[Diagnostic, ...], Digests]:
    hashes, memory = file_hashes(raw, with_drafts=with_drafts), settings.memory
    corpus, load_errors = load.load(raw, with_drafts=with_drafts, hashes=hashes, memory=memory)
    found = digests(hashes, corpus, memory)
    content, diagnostics = examine_corpus(
        corpus, found, settings.language, settings.today, memory, check_parts=settings.check_parts
    )
    return content, merged(errors, load_errors, diagnostics), found


def _lowered(
    diagnostics: Sequence[Diagnostic], without_drafts: Sequence[Diagnostic], unread: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield all diagnostics. An error that is not found `without_drafts` becomes a warning.

    If a draft left a file `unread`, the diagnostics of the rest of the file are yielded too.
    """
    found = {(item.location, item.code) for item in diagnostics}
    published = {(item.location, item.code) for item in without_drafts}
    for diagnostic in diagnostics:
        if diagnostic.severity is Severity.ERROR and (diagnostic.location, diagnostic.code) not in published:
            message = f"{diagnostic.message} (in a draft)"
            yield replace(diagnostic, severity=Severity.WARNING, message=message)
        else:
            yield diagnostic
    for diagnostic in without_drafts:
        if diagnostic.location.file in unread and (diagnostic.location, diagnostic.code) not in found:
            yield diagnostic


def first_errors(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the sorted diagnostics with the first errors of each file only, then how many more the file has.

    Errors of drafts, which are warnings, are counted apart.
    """
    errors: Counter[tuple[str, Severity]] = Counter()
    for diagnostic in diagnostics:
        errors[_file_and_severity(diagnostic)] += diagnostic.count * diagnostic.is_error_rule
    listed: Counter[tuple[str, Severity]] = Counter()
    for diagnostic in diagnostics:
        key = _file_and_severity(diagnostic)
        listed[key] += diagnostic.is_error_rule
        is_more = diagnostic.code == rules.MORE_ERRORS.code
        if not diagnostic.is_error_rule or (listed[key] <= MOST_LISTED and not is_more):
            yield diagnostic
        elif listed[key] == MOST_LISTED + 1:
            yield more_errors(diagnostic, errors[key] - MOST_LISTED)


def _file_and_severity(diagnostic: Diagnostic) -> tuple[str, Severity]:
    return diagnostic.location.file, diagnostic.severity


def site_of(
    examined: Examined,
    language: Language = ENGLISH,
    publication: Publication = Publication(),  # noqa: B008 - a frozen value
) -> Site:
    """Return all that pages and exports are built from. Raise ContentError if the content has an error."""
    if examined.has_errors:
        raise ContentError(examined.diagnostics)
    content = examined.published
    return Site(
        content.corpus, content.passages, content.analysis, RULES, content.today, language, publication
    )


def plan_pages(site: Site) -> tuple[PlannedPage, ...]:
    """Return every page of `site`, not made yet, sorted by path."""
    pages = (page for page_type in PAGE_TYPES for page in page_type.pages(site))
    return tuple(sorted(pages, key=lambda page: page.uri))


def page_maker(site: Site, planned: Iterable[PlannedPage]) -> Callable[[PlannedPage], Page]:
    """Return a function that makes any of the `planned` pages, which are all pages of `site`."""
    uris = frozenset(page.uri for page in planned)
    dates = page_dates(site)

    def make(page: PlannedPage) -> Page:
        rendered = render(
            page.make(),
            site.language,
            site.publication,
            follow=follow_of(site, page.uri),
            bar=briefing_bar(site, page.uri, uris),
        )
        return replace(rendered, updated=date_of(dates, page.uri))

    return make


def build_pages(site: Site) -> tuple[Page, ...]:
    """Build every page of `site`, sorted by path."""
    planned = plan_pages(site)
    return tuple(map(page_maker(site, planned), planned))


def plan_exports(site: Site) -> tuple[Export, ...]:
    """Return every file for programs, not made yet, sorted by path."""
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
