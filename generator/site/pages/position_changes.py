"""A change of a position as pages show it: which answers changed, and the words that changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.analysis.history import Change
from generator.analysis.stances import Stance
from generator.content.model import PartialDate
from generator.site.pages import links
from generator.site.pages.differences import Run, difference, differences
from generator.site.pages.entries import Entry
from generator.site.pages.labels import LABELS
from generator.site.pages.page import Target
from generator.site.pages.views import Views
from generator.site.site import Site


@dataclass(frozen=True)
class ChangeView:
    """A change of a position, or a first entry. Without an entry `before`, nothing is compared."""

    views: Views
    change: Change

    @property
    def date(self) -> PartialDate:
        """Return the date of the change."""
        return self.change.date

    @property
    def party(self) -> str:
        """Return the name of the party in tables."""
        return self.views.party(self.change.party)

    @property
    def issue(self) -> str:
        """Return the title of the issue."""
        return self.views.about.issues[self.change.issue].title

    @property
    def before(self) -> Entry | None:
        """Return the entry that was superseded; None for a first entry."""
        change = self.change
        return Entry(self.views, change.party, change.before) if change.before else None

    @cached_property
    def after(self) -> Entry:
        """Return the new entry."""
        return Entry(self.views, self.change.party, self.change.after)

    @property
    def listed(self) -> Target:
        """Return the place of the change in its briefing's list of changes."""
        change = self.change
        return links.changes_page(change.briefing, links.change_id(change.party, change.issue, change.date))

    @cached_property
    def moves(self) -> tuple[tuple[str, Stance | None, Stance], ...]:
        """Return each question on which the answer changed as (name, answer before if any, answer after)."""
        earlier = dict(self.before.stances) if self.before else {}
        return tuple(
            (name, before, after)
            for name, after in self.after.stances
            if (before := earlier.get(name)) is None or before.code != after.code
        )

    @property
    def answer_name(self) -> str:
        """Return what the party gives on the issue: a stance, an option or an amount."""
        return self.views.answer_name(self.change.issue)

    @property
    def bases(self) -> tuple[str, str] | None:
        """Return the labels of the basis before and after; None when it stayed, or one entry is an absence."""
        before, after = self.before, self.after
        if before is None or before.position.absence or after.position.absence or before.basis is after.basis:
            return None
        return LABELS.bases[before.basis], LABELS.bases[after.basis]

    @cached_property
    def statement(self) -> tuple[Run, ...]:
        """Return the changes to the statement, word by word."""
        return difference(self.before.statement, self.after.statement) if self.before else ()

    @cached_property
    def claims(self) -> Mapping[str, list[tuple[Run, ...]]]:
        """Return the claims that were added, removed or reworded, word by word."""
        before, after = self.before, self.after
        if before is None:
            return {}
        changed = {
            role: differences(before.claims.get(role, ()), after.claims.get(role, ()))
            for role in LABELS.claims
        }
        return {role: runs for role, runs in changed.items() if runs}


def site_changes(site: Site, changes: Iterable[Change]) -> list[ChangeView]:
    """Return changes of several briefings, in the language of the site."""
    views = {
        slug: Views(site, briefing, language=site.language)
        for slug, briefing in site.corpus.briefings.items()
    }
    return [ChangeView(views[change.briefing], change) for change in changes]
