"""An issue: what is proposed, all parties side by side, the evidence word for word, and how positions changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.stances import Stance
from generator.content.model import NOT_FOUND, Basis, Briefing, Kind, Position, Relation
from generator.site.pages import links
from generator.site.pages.cite import cite_view, issue_citation
from generator.site.pages.heads import issue_head
from generator.site.pages.history import history_context
from generator.site.pages.matrix import ConvergenceView, convergence_row
from generator.site.pages.page import PageSpec, Target
from generator.site.pages.review import overdue
from generator.site.pages.sentences import Sentence
from generator.site.pages.views import ABSENCE_TEXTS, ROLE_NAMES, EntryView, Views, is_inferred, proposal_name
from generator.site.site import Site

_MANY = 6  # parties that stand side by side; more stand below one another


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
    inferred: bool
    absence: str
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
                    "overdue": overdue(site, briefing, views.language),
                    "proposals": list(_proposals(views, name)),
                    "evidence": _evidence_in_words(views, name),
                    "columns": columns,
                    "rows": list(_claim_rows(views, columns)),
                    "flipped": len(columns) > _MANY,
                    **history_context(views, name),
                    "searched": views.date(briefing.about.as_of),
                    "overview": links.briefing_page(slug),
                    "cite": cite_view(issue_citation(site, briefing, name)),
                    "issues": links.issues_page(slug) if len(names) > links.MOST else None,
                    "previous": _neighbour(briefing, number - 2),
                    "following": _neighbour(briefing, number),
                },
                edit=briefing.about.key_location("issues", name),
                language=views.language,
                head=issue_head(views, name),
            )


def _neighbour(briefing: Briefing, index: int) -> tuple[str, Target] | None:
    """Give the issue at `index`; None before the first and after the last."""
    names = list(briefing.about.issues)
    if index not in range(len(names)):
        return None
    return briefing.about.issues[names[index]].title, links.issue_page(briefing.slug, names[index])


def _proposals(views: Views, issue: str) -> Iterator[ProposalView]:
    briefing = views.briefing
    proposals = briefing.about.issues[issue].proposals
    for one in views.analysis.convergence:
        if one.issue == issue:
            proposal = proposals[one.proposal]
            name = proposal_name(briefing, issue, one.proposal)
            yield ProposalView(name, proposal.text, convergence_row(views, one))


def _evidence_in_words(views: Views, issue: str) -> str:
    """Say how much the current positions on an issue rest on."""
    current = [
        track.current for (_, name), track in views.analysis.tracks.items() if name == issue and track.current
    ]
    found = [evidence for position in current for evidence in position.evidence]
    of_claims = [
        evidence
        for position in current
        for role in ROLE_NAMES
        for claim in getattr(position, role)
        for evidence in claim.evidence
    ]
    supporting = sum(one.relation is Relation.SUPPORTS for one in found)
    sources = {one.source for one in (*found, *of_claims)}
    independent = len({views.site.corpus.sources[name].origin for name in sources})
    language, other = views.language, len(found) - supporting
    parts = [
        language.count("%(num)s passage supports a stance", "%(num)s passages support a stance", supporting)
    ]
    if other:
        parts.append(
            language.count(
                "%(num)s qualifies or contradicts one, or is background",
                "%(num)s qualify or contradict one, or are background",
                other,
            )
        )
    if of_claims:
        parts.append(
            language.count(
                "%(num)s shows a condition, red line, interest or offer",
                "%(num)s show conditions, red lines, interests or offers",
                len(of_claims),
            )
        )
    parts.append(language.count("%(num)s source", "%(num)s sources", len(sources)))
    parts.append(language.count("%(num)s independent", "%(num)s independent", independent))
    return "; ".join(parts)


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
        is_inferred(track.current),
        views.language.say(ABSENCE_TEXTS[(track.newest and track.newest.absence) or NOT_FOUND]),
        views.date(cell.searched_until),
        entry.basis if entry and basis is not Basis.STATED else views.language.say("Stated by the party"),
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
