"""What changed: every change of a position, word by word, for one briefing and for the whole site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.analysis.history import Change
from generator.analysis.stances import Stance
from generator.model import PartialDate, Position
from generator.pages import links
from generator.pages.differences import Run, difference
from generator.pages.page import PageSpec, Target
from generator.pages.sentences import Sentence
from generator.pages.views import ROLE_NAMES, Views
from generator.site import Site


@dataclass(frozen=True)
class ChangeLine:
    """A change of a position.

    `moves` has each proposal on which the stance changed, with the one before (none at first); `statement` and `claims` are
    word by word; `basis` is empty where it stayed.
    """

    day: PartialDate
    date: str
    briefing: str
    briefing_target: Target
    party: str
    issue: str
    first: bool
    moves: tuple[tuple[str, Stance | None, Stance], ...]
    summary: Sentence
    basis: str
    statement: tuple[Run, ...]
    claims: tuple[tuple[str, tuple[tuple[Run, ...], ...]], ...]
    target: Target


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the list of changes of each briefing, and of the site."""
    for slug, briefing in site.corpus.briefings.items():
        views = Views(site, briefing)
        yield PageSpec(
            links.changes_page(slug).uri,
            "changes.md.jinja",
            views.language.say("What changed: %(title)s", title=briefing.about.title),
            briefing.about.question,
            {
                "briefing": (briefing.about.title, links.briefing_page(slug)),
                "days": by_day(change_lines(views, views.analysis.changes)),
                "named": False,
                "corrections": [
                    (views.date(one.date), one)
                    for one in sorted(briefing.about.corrections, key=lambda one: one.date, reverse=True)
                ],
            },
            edit_uri=f"briefings/{slug}/briefing.yml",
            language=views.language,
        )
    yield PageSpec(
        links.CHANGES.uri,
        "changes.md.jinja",
        site.language.say("What changed"),
        site.language.say("Every change of a position, the newest first."),
        {
            "briefing": None,
            "days": by_day(newest(site, site.analysis.changes)),
            "named": len(site.corpus.briefings) > 1,
            "corrections": [],
        },
        language=site.language,
    )


def newest(site: Site, changes: Iterable[Change]) -> list[ChangeLine]:
    """Give changes of several briefings in a reader's words, in the language of each."""
    views = {slug: Views(site, briefing) for slug, briefing in site.corpus.briefings.items()}
    return [line for change in changes for line in change_lines(views[change.briefing], [change])]


def by_day(lines: list[ChangeLine]) -> list[tuple[str, str, list[ChangeLine]]]:
    """Group lines by their day: its id, its words and its lines."""
    return [
        (f"bb-day-{day}", found[0].date, found)
        for day, group in groupby(lines, key=lambda line: line.day)
        if (found := list(group))
    ]


def change_lines(views: Views, changes: Iterable[Change]) -> list[ChangeLine]:
    """Give changes of one briefing in a reader's words."""
    return [_line(views, change) for change in changes]


def _line(views: Views, change: Change) -> ChangeLine:
    briefing, before, after = views.briefing, change.before, change.after
    held = dict(views.stances(change.issue, before)) if before else {}
    same_basis = before is None or before.basis is after.basis
    return ChangeLine(
        change.date,
        views.date(change.date),
        briefing.about.title,
        links.briefing_page(briefing.slug),
        views.site.corpus.parties[change.party].label,
        briefing.about.issues[change.issue].title,
        before is None,
        tuple(
            (name, held.get(name), now)
            for name, now in views.stances(change.issue, after)
            if held.get(name) != now
        ),
        views.in_short(after),
        "" if same_basis else views.basis(after),
        difference(_statement(views, before), _statement(views, after)) if before else (),
        tuple(_claims(views, before, after)) if before else (),
        place_of(views, change.party, after),
    )


def place_of(views: Views, party: str, position: Position) -> Target:
    """Give where an entry is read: the party's place on the page of the issue, or its own where it was superseded."""
    slug, issue = views.briefing.slug, position.issue
    if views.site.analysis.briefings[slug].tracks[party, issue].newest is position:
        return links.issue_page(slug, issue, links.party_id(party))
    return links.issue_page(slug, issue, links.entry_id(party, position))


def _statement(views: Views, position: Position) -> Sentence:
    return views.sentence(position.statement or "", position.evidence)


def _claims(
    views: Views, before: Position, after: Position
) -> Iterator[tuple[str, tuple[tuple[Run, ...], ...]]]:
    """Give the claims that came, went or were reworded, by what they are."""
    for role, name in ROLE_NAMES.items():
        old = [views.sentence(one.text, one.evidence) for one in getattr(before, role)]
        new = [views.sentence(one.text, one.evidence) for one in getattr(after, role)]
        kept = {one.pieces for one in old} & {one.pieces for one in new}
        gone = [difference(one, None) for one in old if one.pieces not in kept]
        come = [difference(None, one) for one in new if one.pieces not in kept]
        if gone or come:
            yield views.language.say(name), (*gone, *come)
