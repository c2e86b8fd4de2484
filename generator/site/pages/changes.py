"""What changed: every change of a position, word by word, for one briefing; and for the whole site, a line each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.history import Change, changes_by_day
from generator.analysis.stances import Stance
from generator.content.model import Briefing, PartialDate, Position
from generator.language import Language
from generator.site.pages import links
from generator.site.pages.differences import Run, difference, differences
from generator.site.pages.page import PageSpec, Target
from generator.site.pages.review import overdue
from generator.site.pages.sentences import Marker, Sentence
from generator.site.pages.views import ROLE_NAMES, Views, is_inferred
from generator.site.site import Site


@dataclass(frozen=True)
class ChangeLine:
    """A change of a position.

    `moves` has each proposal on which the stance changed, with the one before (none at first). `basis` has what it was
    known from before and since, where that changed. `statement` and `claims` are word by word; claims that stayed are
    left out. `inferred` says that editors concluded the stance. `evidence` is what the entry rests on, `evidence_before` what the one before rested on. `target` is where the entry
    is read, `listed` its place on the list of changes.
    """

    day: PartialDate
    date: str
    briefing: str
    party: str
    issue: str
    first: bool
    moves: tuple[tuple[str, Stance | None, Stance], ...]
    summary: Sentence
    inferred: bool
    basis: tuple[str, str] | None
    statement: tuple[Run, ...]
    claims: tuple[tuple[str, list[tuple[Run, ...]]], ...]
    evidence: tuple[Marker, ...]
    evidence_before: tuple[Marker, ...]
    target: Target
    listed: Target


@dataclass(frozen=True)
class CorrectionLine:
    """A mistake of the editors that was published, and what stands there now."""

    briefing: str
    target: Target
    was: str
    now: str
    reason: str


@dataclass(frozen=True)
class Day:
    """What happened on a day; `table` is the matrix as it stood then, where there is one."""

    id: str
    date: str
    table: Target | None
    changed: list[ChangeLine]
    first: list[ChangeLine]
    corrections: list[CorrectionLine]


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the list of changes of each briefing, and of the site."""
    for slug, briefing in site.corpus.briefings.items():
        views = Views(site, briefing)
        lines = change_lines(views, views.analysis.changes)
        yield PageSpec(
            links.changes_page(slug).uri,
            "changes.md.jinja",
            views.language.say("What changed: %(title)s", title=briefing.about.title),
            briefing.about.question,
            {
                "overdue": overdue(site, briefing, views.language),
                "briefing": (briefing.about.title, links.briefing_page(slug)),
                "reviewed": views.date(briefing.about.reviewed_on),
                "days": _days(views.language, lines, [briefing], _tables(views)),
            },
            edit=briefing.about.location(),
            language=views.language,
        )
    briefings = list(site.corpus.briefings.values())
    yield PageSpec(
        links.CHANGES.uri,
        "allchanges.md.jinja",
        site.language.say("What changed"),
        site.language.say("Every change of a position, the newest first."),
        {
            "days": _days(site.language, newest(site, site.analysis.changes), briefings, {}),
            "named": len(briefings) > 1,
        },
        language=site.language,
    )


def newest(site: Site, changes: Iterable[Change]) -> list[ChangeLine]:
    """Give changes of several briefings in a reader's words, in the language of the site."""
    views = {
        slug: Views(site, briefing).said_in(site.language) for slug, briefing in site.corpus.briefings.items()
    }
    return [line for change in changes for line in change_lines(views[change.briefing], [change])]


def _tables(views: Views) -> dict[PartialDate, Target]:
    """Give the table of each date of changes that has one: none where changes of one inexact date count from several days."""
    found: dict[PartialDate, set[PartialDate]] = defaultdict(set)
    for day, changed in changes_by_day(
        views.analysis.changes, views.briefing, views.site.corpus.sources
    ).items():
        for change in changed:
            found[change.date].add(day)
    return {
        date: links.as_of_page(views.briefing.slug, *days) for date, days in found.items() if len(days) == 1
    }


def _days(
    language: Language, lines: list[ChangeLine], briefings: list[Briefing], tables: dict[PartialDate, Target]
) -> list[Day]:
    """Group lines, and the corrections of `briefings`, by their day, the newest first."""
    found: dict[PartialDate, tuple[list[ChangeLine], list[CorrectionLine]]] = defaultdict(lambda: ([], []))
    for line in lines:
        found[line.day][0].append(line)
    for slug, about in ((briefing.slug, briefing.about) for briefing in briefings):
        for one in about.corrections:
            found[one.date][1].append(
                CorrectionLine(about.title, links.briefing_page(slug), one.was, one.now, one.reason)
            )
    return [
        Day(
            f"bb-day-{day}",
            language.date(day),
            tables.get(day),
            [line for line in changed if not line.first],
            [line for line in changed if line.first],
            corrections,
        )
        for day, (changed, corrections) in sorted(found.items(), key=lambda pair: pair[0], reverse=True)
    ]


def change_lines(views: Views, changes: Iterable[Change]) -> list[ChangeLine]:
    """Give changes of one briefing in a reader's words."""
    return [_line(views, change) for change in changes]


def _line(views: Views, change: Change) -> ChangeLine:
    briefing, before, after = views.briefing, change.before, change.after
    held = dict(views.stances(change.issue, before)) if before else {}
    return ChangeLine(
        change.date,
        views.date(change.date),
        briefing.about.title,
        views.site.corpus.parties[change.party].label,
        briefing.about.issues[change.issue].title,
        before is None,
        tuple(
            (name, held.get(name), now)
            for name, now in views.stances(change.issue, after)
            if held.get(name) != now
        ),
        views.in_short(after),
        is_inferred(after),
        _basis(views, before, after) if before else None,
        _statement(views, before, after) if before else (),
        tuple(_claims(views, before, after)) if before else (),
        _markers(views, after),
        _markers(views, before) if before else (),
        place_of(views, change.party, after),
        links.changes_page(briefing.slug, links.change_id(change.party, change.issue, change.date)),
    )


def place_of(views: Views, party: str, position: Position) -> Target:
    """Give where an entry is read: the party's place on the page of the issue, or its own where it was superseded."""
    slug, issue = views.briefing.slug, position.issue
    if views.site.analysis.briefings[slug].tracks[party, issue].newest is position:
        return links.issue_page(slug, issue, links.party_id(party))
    return links.issue_page(slug, issue, links.entry_id(party, position))


def _basis(views: Views, before: Position, after: Position) -> tuple[str, str] | None:
    """Give what a position was known from and is now; None where that stayed, or an absence has none."""
    if before.basis is after.basis or before.absence or after.absence:
        return None
    return views.basis(before), views.basis(after)


def _statement(views: Views, before: Position, after: Position) -> tuple[Run, ...]:
    old, new = (views.sentence(one.statement or "", one.evidence) for one in (before, after))
    return difference(old, new)


def _claims(views: Views, before: Position, after: Position) -> Iterator[tuple[str, list[tuple[Run, ...]]]]:
    """Give the claims that came, went or were reworded, by what they are."""
    for role, name in ROLE_NAMES.items():
        old, new = (
            [views.sentence(one.text, one.evidence) for one in getattr(entry, role)]
            for entry in (before, after)
        )
        if found := differences(old, new):
            yield views.language.say(name), found


def _markers(views: Views, position: Position) -> tuple[Marker, ...]:
    return tuple(dict.fromkeys(views.marker(one) for one in position.evidence))
