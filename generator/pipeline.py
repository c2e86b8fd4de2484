"""The story of a site on one page: from files to pages, each step a function of values."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import checks, evidence
from generator.analysis import analyse
from generator.checks.content import Content
from generator.content import files, load, strict_yaml, validation
from generator.content import rules as content_rules
from generator.content.strict_yaml.rules import DUPLICATE_KEY
from generator.diagnostics import ContentError, Diagnostic, Severity, merged
from generator.language import ENGLISH, Language
from generator.site.exports import EXPORTS, Export
from generator.site.pages import PAGE_TYPES, Page
from generator.site.render import render
from generator.site.site import Publication, Site

RULES = (
    *content_rules.RULES,
    *strict_yaml.RULES,
    *validation.RULES,
    *load.RULES,
    *evidence.RULES,
    *checks.RULES,
)
_OF_YAML = frozenset(rule.code for rule in strict_yaml.RULES)
_UNREADABLE = _OF_YAML - {DUPLICATE_KEY.code}


@dataclass(frozen=True)
class Examined:
    """What came of reading and checking a project: its content, and every fault of it."""

    content: Content
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sound(self) -> bool:
        """Say whether a site can be built from it: there may be warnings, but no error."""
        return all(one.severity is not Severity.ERROR for one in self.diagnostics)

    @property
    def found(self) -> str:
        """Say in one sentence how many passages were found, and where."""
        corpus, sources = self.content.corpus, len(self.content.corpus.sources)
        return (
            f"{len(self.content.passages):,} passages found word for word in {sources:,} stored "
            f"source{'' if sources == 1 else 's'}; briefings: {', '.join(corpus.briefings) or 'none'}."
        )

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """Give errors and warnings: what a build tells. Notes are told where somebody asks, in a check."""
        return tuple(one for one in self.diagnostics if one.severity is not Severity.INFO)


def examine(
    raw: Mapping[str, bytes], faults: tuple[Diagnostic, ...] = (), language: str = ENGLISH.code
) -> Examined:
    """Read and check the files of a project (bytes by path), whose site is in `language`: every fault in one run."""
    with without_collections():
        corpus, unreadable = load.load(raw)
        passages, not_found = evidence.resolve(corpus)
        content = Content(corpus, passages, analyse(corpus), language)
        # What is told of a line that YAML cannot read is told of that line as it should be: that comes first.
        unread = {(one.location.file, one.location.line) for one in unreadable if one.code in _UNREADABLE}
        found = merged(faults, unreadable, not_found, checks.run_checks(content))
        return Examined(
            content,
            tuple(
                one
                for one in found
                if one.code in _OF_YAML or (one.location.file, one.location.line) not in unread
            ),
        )


def examine_folder(root: Path, language: str = ENGLISH.code) -> Examined:
    """Read and check the project at `root`, whose site is in `language`."""
    return examine(*files.read_files(root), language)


@contextmanager
def without_collections() -> Iterator[None]:
    """Look for no garbage: reading makes a million small values that stay, and the search takes a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def site_of(
    examined: Examined,
    today: dt.date | None = None,
    language: Language = ENGLISH,
    publication: Publication = Publication(),  # noqa: B008 - a frozen value
) -> Site:
    """Make the site's content of what was examined. Raises ContentError where it has an error."""
    if not examined.sound:
        raise ContentError(examined.diagnostics)
    content = examined.content
    return Site(content.corpus, content.passages, content.analysis, RULES, today, language, publication)


def build_exports(site: Site) -> tuple[Export, ...]:
    """Write every file for programs, sorted by address."""
    made = (one for form in EXPORTS for one in form.exports(site))
    return tuple(sorted(made, key=lambda one: one.uri))


def build_pages(site: Site) -> tuple[Page, ...]:
    """Write every page of `site`, sorted by address."""
    specs = [spec for page_type in PAGE_TYPES for spec in page_type.pages(site)]
    return tuple(
        render(spec, site_language=site.language, publication=site.publication)
        for spec in sorted(specs, key=lambda spec: spec.uri)
    )
