"""A briefing's overview: the answer first, then who stands where, then all that a reader asks next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.convergence import Convergence
from generator.analysis.matrix import Cell
from generator.analysis.stances import Stance, scale_stances, stance
from generator.model import ABSENCES, UNCLEAR, Basis, Briefing
from generator.model.uses import Role
from generator.pages import links
from generator.pages.page import PageSpec, Target
from generator.pages.sentences import Marker, Piece, Sentence
from generator.pages.sourcelist import source_row
from generator.pages.views import KIND_NAMES, KIND_SHORT, Views, counted, proposal_name
from generator.site import Site


@dataclass(frozen=True)
class CellView:
    """A cell of the matrix: one line for each proposal, and what they rest on."""

    party: str
    side: str
    lines: tuple[tuple[str, Stance], ...]
    absent: bool
    summary: tuple[Piece, ...]
    inferred: bool
    counts: tuple[tuple[str, str], ...]
    target: Target


@dataclass(frozen=True)
class RowView:
    """A row of the matrix."""

    title: str
    target: Target
    results: tuple[tuple[str, Convergence], ...]
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class ConvergenceView:
    """A row of the convergence table."""

    title: str
    target: Target
    result: str
    rule: str
    places: tuple[tuple[Stance, tuple[str, ...]], ...]
    not_counted: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class NoteView:
    """An editors' note: what it is, the text with inline Markdown, and who signs it."""

    id: str
    kind: str
    text: str
    about: tuple[tuple[str, Target], ...]
    signed: str
    confidence: str
    markers: tuple[Marker, ...]


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the overview of every briefing."""
    for slug, briefing in site.corpus.briefings.items():
        views, about = Views(site, briefing), briefing.about
        yield PageSpec(
            links.briefing_page(slug).uri,
            "overview.md.jinja",
            about.title,
            about.question,
            {
                "about": about,
                "strip": strip(site, briefing),
                "kinds": KIND_NAMES,
                "answer": views.claims(about.answer, Role.ANSWER),
                "background": views.claims(about.background, Role.BACKGROUND),
                "parties": [site.corpus.parties[name].label for name in about.parties],
                "rows": [_row(views, index) for index in range(len(views.analysis.matrix))],
                "legend": legend(briefing),
                "searched": about.as_of.words,
                "sides": sides(briefing),
                "convergence": [convergence_row(site, briefing, one) for one in views.analysis.convergence],
                "unknowns": views.claims(about.unknowns, Role.UNKNOWN),
                "timeline": list(_timeline(views)),
                "notes": [_note(views, item) for item in range(len(about.analysis))],
                "method": links.METHOD,
                "corrections": sorted(about.corrections, key=lambda one: one.date, reverse=True),
                "sources": [source_row(site, name, slug) for name in views.analysis.coverage.sources],
                "independent": views.analysis.coverage.independent,
            },
            edit_uri=f"briefings/{slug}/briefing.yml",
        )


def strip(site: Site, briefing: Briefing) -> list[tuple[str, str, str]]:
    """Give the status strip: label, value, and a badge in words where one is due."""
    about, coverage = briefing.about, site.analysis.briefings[briefing.slug].coverage
    return [
        ("Status", about.status.capitalize(), ""),
        ("As of", about.as_of.words, ""),
        ("Reviewed", about.reviewed_on.words, overdue(site, briefing)),
        ("Sources", str(len(coverage.sources)), ""),
        ("Independent sources", str(coverage.independent), ""),
    ]


def overdue(site: Site, briefing: Briefing) -> str:
    """Say by how many days a review is overdue; nothing where it is not, or today is not given."""
    if site.today is None or briefing.about.review_every is None:
        return ""
    due = briefing.about.reviewed_on.last_day + dt.timedelta(days=briefing.about.review_every)
    days = (site.today - due).days
    return f"review overdue by {counted(days, 'day')}" if days > 0 else ""


def legend(briefing: Briefing) -> list[Stance]:
    """Give every mark that the matrix may show, in the order of the scale."""
    return [*scale_stances(briefing), *(stance(briefing, code) for code in (UNCLEAR, *ABSENCES))]


def sides(briefing: Briefing) -> list[tuple[str, int]]:
    """Give the sides of the scale in order, with how many levels each has."""
    held = [str(level.side) for level in briefing.about.scale]
    return [(side, held.count(side)) for side in dict.fromkeys(held)]


def _row(views: Views, index: int) -> RowView:
    row, briefing = views.analysis.matrix[index], views.briefing
    return RowView(
        briefing.about.issues[row.issue].title,
        links.issue_page(briefing.slug, row.issue),
        tuple(
            (proposal_name(briefing, row.issue, one.proposal), one)
            for one in views.analysis.convergence
            if one.issue == row.issue
        ),
        tuple(_cell(views, cell) for cell in row.cells),
    )


def _cell(views: Views, cell: Cell) -> CellView:
    position = cell.position
    names = [proposal_name(views.briefing, cell.issue, proposal) for proposal, _ in cell.stances]
    found = {stance.side for _, stance in cell.stances}
    side = next(iter(found)) if len(found) == 1 else None
    lines = tuple(zip(names, (held for _, held in cell.stances), strict=True))
    return CellView(
        views.site.corpus.parties[cell.party].label,
        str(side) if side else "",
        # What is absent for all proposals is said once.
        (("", lines[0][1]),) if cell.empty and len({held for _, held in lines}) == 1 else lines,
        cell.empty,
        views.in_short(position) if position and not cell.empty else (),
        position is not None and position.basis is Basis.INFERRED and not cell.empty,
        tuple((str(kind), f"{count} {KIND_SHORT[kind]}") for kind, count in cell.counts),
        links.issue_page(views.briefing.slug, cell.issue, links.party_id(cell.party)),
    )


def convergence_row(site: Site, briefing: Briefing, one: Convergence) -> ConvergenceView:
    """Give a row of the convergence table."""
    title = briefing.about.issues[one.issue].title
    proposal = proposal_name(briefing, one.issue, one.proposal)

    def names(parties: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(site.corpus.parties[party].label for party in parties)

    return ConvergenceView(
        f"{title}: {proposal}" if proposal else title,
        links.issue_page(briefing.slug, one.issue),
        one.result.capitalize(),
        one.rule,
        tuple((level, names(parties)) for level, parties in one.places),
        tuple((held.label.capitalize(), ", ".join(names(parties))) for held, parties in one.not_counted),
    )


def _timeline(views: Views) -> Iterator[tuple[str, Sentence]]:
    events = enumerate(views.briefing.about.timeline, 1)
    for item, event in sorted(events, key=lambda pair: pair[1].date):
        yield event.date.words, views.sentence(event.title, event.evidence, f"bb-{Role.TIMELINE}-{item}")


def _note(views: Views, item: int) -> NoteView:
    note = views.briefing.about.analysis[item]
    return NoteView(
        f"bb-{Role.ANALYSIS}-{item + 1}",
        note.kind.capitalize(),
        note.text,
        tuple(
            (views.briefing.about.issues[name].title, links.issue_page(views.briefing.slug, name))
            for name in note.about
        ),
        f"{note.author}, {note.date.words}",
        str(note.confidence) if note.confidence else "",
        tuple(views.marker(one) for one in note.evidence),
    )
