"""An issue: what is proposed, all parties side by side, the evidence word for word, and how positions changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.history import Track
from generator.analysis.stances import Stance
from generator.model import NOT_FOUND, Basis, Kind, Position, Relation
from generator.pages import links
from generator.pages.overview import ConvergenceView, convergence_row, overdue
from generator.pages.page import PageSpec
from generator.pages.sentences import Sentence
from generator.pages.views import ROLE_NAMES, EntryView, Views, counted
from generator.site import Site


@dataclass(frozen=True)
class ProposalView:
    """A proposition, and how close the parties are on it."""

    title: str
    text: str
    convergence: ConvergenceView


@dataclass(frozen=True)
class PartyColumn:
    """A party on the issue: its current entry, or since when there is none."""

    id: str
    name: str
    side: str
    stances: tuple[tuple[str, Stance], ...]
    entry: EntryView | None
    absent: bool
    searched_until: str
    basis: str
    since: str
    own_words: int


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the page of every issue of every briefing."""
    for slug, briefing in site.corpus.briefings.items():
        names = list(briefing.about.issues)
        for number, (name, issue) in enumerate(briefing.about.issues.items(), 1):
            views = Views(site, briefing)
            columns = [_column(views, name, party) for party in briefing.about.parties]
            following = names[number] if number < len(names) else None
            yield PageSpec(
                links.issue_page(slug, name).uri,
                "issue.md.jinja",
                issue.title,
                issue.question,
                {
                    "briefing": (briefing.about.title, links.briefing_page(slug)),
                    "number": number,
                    "of": len(names),
                    "issue": issue,
                    "overdue": overdue(site, briefing),
                    "proposals": list(_proposals(views, name)),
                    "evidence": _evidence_in_words(views, name),
                    "columns": columns,
                    "rows": list(_claim_rows(views, columns)),
                    "histories": list(_histories(views, name)),
                    "searched": views.date(briefing.about.as_of),
                    "overview": links.briefing_page(slug),
                    "following": (
                        (briefing.about.issues[following].title, links.issue_page(slug, following))
                        if following
                        else None
                    ),
                },
                edit_uri=f"briefings/{slug}/briefing.yml",
            )


def _proposals(views: Views, issue: str) -> Iterator[ProposalView]:
    briefing = views.briefing
    proposals = briefing.about.issues[issue].proposals
    for one in views.analysis.convergence:
        if one.issue == issue:
            proposal = proposals[one.proposal]
            name = proposal.title or one.proposal.replace("-", " ").capitalize()
            yield ProposalView(
                name if len(proposals) > 1 else "", proposal.text, convergence_row(views.site, briefing, one)
            )


def _evidence_in_words(views: Views, issue: str) -> str:
    """Say how much the current positions on an issue rest on."""
    found = [
        evidence
        for (_, name), track in views.analysis.tracks.items()
        if name == issue and track.current
        for evidence in track.current.evidence
    ]
    supporting = sum(one.relation is Relation.SUPPORTS for one in found)
    sources = {one.source for one in found}
    independent = len({views.site.corpus.sources[name].origin for name in sources})
    other = f", {len(found) - supporting} in another relation" if len(found) > supporting else ""
    return (
        f"{counted(supporting, 'passage supports a stance', 'passages support a stance')}{other}; "
        f"{counted(len(sources), 'source')}, {independent} independent"
    )


def _column(views: Views, issue: str, party: str) -> PartyColumn:
    track = views.analysis.tracks[party, issue]
    cell = next(
        cell
        for row in views.analysis.matrix
        if row.issue == issue
        for cell in row.cells
        if cell.party == party
    )
    entry = views.entry(track, track.newest) if track.newest else None
    found = {held.side for _, held in cell.stances}
    names = entry.stances if entry else views.stances(issue, _nothing(issue))
    basis = track.newest.basis if track.newest else Basis.STATED
    return PartyColumn(
        links.party_id(party),
        views.site.corpus.parties[party].label,
        str(next(iter(found))) if len(found) == 1 and None not in found else "",
        # What is absent for all proposals is said once.
        (("", names[0][1]),) if cell.empty and len({held for _, held in names}) == 1 else names,
        entry,
        cell.empty,
        cell.searched_until.words,
        entry.basis if entry and basis is not Basis.STATED else "Stated by the party",
        entry.date if entry else "",
        sum(one.kind is Kind.QUOTE for one in (track.current.evidence if track.current else ())),
    )


def _nothing(issue: str) -> Position:
    return Position(issue=issue, stance=NOT_FOUND)


def _claim_rows(views: Views, columns: list[PartyColumn]) -> Iterator[tuple[str, list[tuple[Sentence, ...]]]]:
    """Give a row for each kind of claim that any party has."""
    for name in map(views.language.say, ROLE_NAMES.values()):
        cells = [next((held for key, held in _claims(column) if key == name), ()) for column in columns]
        if any(cells):
            yield name, cells


def _claims(column: PartyColumn) -> tuple[tuple[str, tuple[Sentence, ...]], ...]:
    return column.entry.claims if column.entry else ()


def _histories(views: Views, issue: str) -> Iterator[tuple[str, str, list[EntryView]]]:
    """Give the parties that have more than one entry, each with all of them, the newest first."""
    for party in views.briefing.about.parties:
        track: Track = views.analysis.tracks[party, issue]
        if len(track.entries) > 1:
            label = views.site.corpus.parties[party].label
            yield (
                f"bb-history-{party}",
                label,
                [views.entry(track, entry) for entry in reversed(track.entries)],
            )
