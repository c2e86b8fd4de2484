"""A change of a position as pages and feeds show it: the propositions, the answers before and after, and the words behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.analysis.history import Change
from generator.analysis.stances import Stance
from generator.content.model import WITHDRAWN, Kind, PartialDate, Relation
from generator.content.model.uses import Role, position_uses
from generator.language import N_
from generator.site.pages import links
from generator.site.pages.cards import Card, card
from generator.site.pages.differences import Run, difference, differences
from generator.site.pages.entries import Entry
from generator.site.pages.labels import LABELS
from generator.site.pages.page import Target
from generator.site.pages.views import Views
from generator.site.site import Site


@dataclass(frozen=True)
class Move:
    """How the answer of a party to one question changed. If only its conditions or other claims changed, the answer is the same.

    `name` is that of the proposition in tables, if its issue has several. `proposition` is its text; of an issue with options or
    amounts, `question` is the text instead.
    """

    anchor: str
    name: str
    proposition: str
    question: str
    before: Stance
    after: Stance

    @property
    def pattern(self) -> str:
        """Return the English words of what happened, with places for the party and for the answers before and after."""
        if self.after.code == WITHDRAWN:
            return N_("%(party)s: %(before)s, now withdrawn")
        if self.before.code == self.after.code:
            return N_("%(party)s: still %(after)s")
        return N_("%(party)s: from %(before)s to %(after)s")


@dataclass(frozen=True)
class ChangeView:
    """A change of a position."""

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

    @cached_property
    def before(self) -> Entry:
        """Return the entry that was superseded."""
        return Entry(self.views, self.change.party, self.change.before)

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
    def moves(self) -> tuple[Move, ...]:
        """Return each answer that changed; every answer if none did."""
        about, listed = self.views.about.issues[self.change.issue], self.listed.anchor
        propositions = about.propositions
        answers = zip(about.questions, self.before.stances, self.after.stances, strict=True)
        moves = [
            Move(
                anchor=f"{listed}--{question}" if question else f"{listed}--answer",
                name=name,
                proposition=propositions[question].text if question else "",
                question="" if question else about.question,
                before=before,
                after=after,
            )
            for question, (name, before), (_, after) in answers
        ]
        return tuple(move for move in moves if move.before.code != move.after.code) or tuple(moves)

    def words(self, move: Move) -> str:
        """Return what happened, in a sentence without a full stop: `Night Line: from rejects to accepts`."""
        before, after = self.views.verb(move.before), self.views.verb(move.after)
        return self.views.language.say(move.pattern, party=self.party, before=before, after=after)

    @cached_property
    def evidence(self) -> tuple[Card, ...]:
        """Return the cards of the passages that support the new entry, the party's own words first."""
        uses = position_uses(self.change.briefing, self.change.party, self.change.after)
        found = [
            card(self.views, self.change.party, use)
            for use in uses
            if use.role is Role.POSITION and use.evidence.relation is Relation.SUPPORTS
        ]
        return tuple(sorted(found, key=lambda item: item.evidence.kind is not Kind.QUOTE))

    @property
    def bases(self) -> tuple[str, str] | None:
        """Return the labels of the basis before and after; None when it stayed, or one entry is an absence."""
        before, after = self.before, self.after
        if before.position.absence or after.position.absence or before.basis is after.basis:
            return None
        return LABELS.bases[before.basis], LABELS.bases[after.basis]

    @cached_property
    def statement(self) -> tuple[Run, ...]:
        """Return the changes to the statement, word by word; nothing if no word changed."""
        runs = difference(self.before.statement, self.after.statement)
        return runs if any(run.change != "same" for run in runs) else ()

    @cached_property
    def claims(self) -> Mapping[str, list[tuple[Run, ...]]]:
        """Return the claims that were added, removed or reworded, word by word."""
        before, after = self.before, self.after
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
