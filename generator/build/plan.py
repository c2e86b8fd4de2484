"""What a site will have: its pages and exports, not made yet, and the hashes of the parts of the content that they read."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.analysis.backing import overdue_reviews
from generator.content.digests import Digests
from generator.pipeline import page_maker, plan_exports, plan_pages
from generator.reporting.panel import placeholder_page
from generator.site.exports import Export
from generator.site.navigation import frame
from generator.site.pages import Page, PageSpec, PlannedPage
from generator.site.parts import EVERYTHING, NOTHING, SHARED, TODAY, briefing_part, source_part
from generator.site.site import Site


@dataclass(frozen=True)
class Plan:
    """The generated files of a site, sorted by path. Without a site, there is only a page that waits for one."""

    site: Site | None
    pages: tuple[PlannedPage, ...]
    exports: tuple[Export, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)

    @property
    def files(self) -> tuple[PlannedPage | Export, ...]:
        """Return all pages and exports."""
        return (*self.pages, *self.exports)

    @cached_property
    def uris(self) -> frozenset[str]:
        """Return the paths of all pages and exports."""
        return frozenset(file.uri for file in self.files)

    @cached_property
    def frame(self) -> dict[str, Any]:
        """Return what the theme prints around every page."""
        return frame(self.site, self.uris) if self.site else {}

    def markdown(self) -> Callable[[PlannedPage], Page]:
        """Return the function that makes the Markdown of any of the pages."""
        return page_maker(self.site, self.pages) if self.site else lambda _: placeholder_page()


def plan(site: Site, digests: Digests) -> Plan:
    """Return the plan of a site whose content has these `digests`."""
    return Plan(site, plan_pages(site), plan_exports(site), _by_part(site, digests))


def nothing_to_show() -> Plan:
    """Return the plan of a preview whose content has had errors from the start."""
    return Plan(None, (PlannedPage(placeholder_page().uri, _not_made, NOTHING),))


def _not_made() -> PageSpec:
    raise NotImplementedError  # `Plan.markdown` makes the page


def _by_part(site: Site, digests: Digests) -> Mapping[str, str]:
    """Return a hash for each part of the content: of its files, and of what pages show of the day."""
    found = {source_part(name): digest for name, digest in digests.sources.items()}
    for slug, digest in digests.briefings.items():
        overdue = overdue_reviews(site.corpus.briefings[slug], site.today)
        found[briefing_part(slug)] = f"{digest} {overdue}"
    found[SHARED] = digests.shared
    content = json.dumps([sorted(found.items()), site.publication.about])
    (everything,), (today,) = EVERYTHING, TODAY
    return found | {everything: hashlib.sha256(content.encode()).hexdigest(), today: str(site.today)}
