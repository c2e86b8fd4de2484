"""The positions in a briefing on an earlier day, at a URL of its own: one list for each proposition, without evidence.

There is a page for each day from which a position counts, if a position has changed since. An entry without a date, or
without an exact day, counts from the first day on which the party certainly held it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from generator.analysis.history import dated_entries, days_of_tables, effective_date, held_on
from generator.analysis.stances import Stance
from generator.content.model import PartialDate, Position
from generator.site.pages import links
from generator.site.pages.entries import Entry
from generator.site.pages.page import PageSpec, PlannedPage
from generator.site.pages.position_changes import ChangeView
from generator.site.pages.views import Views
from generator.site.parts import parts
from generator.site.site import Site

_Held = Mapping[tuple[str, str], list[tuple[PartialDate, Position]]]
"""The dated entries of each party on each issue."""


@dataclass(frozen=True)
class Question:
    """A proposition, or the question of an issue without propositions, and what the parties answered on the day.

    `answers` has each answer with the entries that give it, in the order of the scale; `absent` counts the other parties.
    """

    proposition: str
    question: str
    answers: list[tuple[Stance, list[Entry]]]
    absent: int


class _History:
    """The days of a briefing, and what its pages share."""

    def __init__(self, views: Views) -> None:
        sources, tracks = views.site.corpus.sources, views.analysis.tracks
        self.views, self._sources = views, sources
        self.days = days_of_tables(tracks, views.briefing, sources)

    @cached_property
    def held(self) -> _Held:
        tracks = self.views.analysis.tracks
        return {
            key: dated_entries(track, self.views.briefing, self._sources) for key, track in tracks.items()
        }

    @cached_property
    def changes(self) -> Mapping[PartialDate, list[ChangeView]]:
        changes: dict[PartialDate, list[ChangeView]] = defaultdict(list)
        for change in self.views.analysis.changes:
            day = effective_date(change.after, self.views.briefing, self._sources)
            changes[day].append(ChangeView(self.views, change))
        return changes


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield a page for each day on which the positions were other ones, the newest first."""
    for slug, briefing in site.corpus.briefings.items():
        history = _History(Views(site, briefing))
        for index, day in enumerate(history.days):
            uri = links.as_of_page(slug, day).uri
            yield PlannedPage(uri, partial(_page, history, index), parts(briefings=[slug]))


def _page(history: _History, index: int) -> PageSpec:
    views, days, held = history.views, history.days, history.held
    day, about = days[index], views.about
    heading = views.language.say("Positions on %(date)s", date=views.date(day))
    return views.page(
        links.as_of_page(views.briefing.slug, day),
        "asof.md.jinja",
        views.language.say("%(heading)s: %(title)s", heading=heading, title=about.title),
        {
            "heading": heading,
            "newest": index == 0,
            "earlier": days[index + 1] if index + 1 < len(days) else None,
            "later": days[index - 1] if index else None,
            "issues": {name: list(_questions(views, name, held, day)) for name in about.issues},
            "changes": history.changes.get(day, []),
        },
        description=views.language.say(
            "What each party held on %(date)s, with the propositions.", date=views.date(day)
        ),
        searched=False,
    )


def _questions(views: Views, name: str, held: _Held, day: PartialDate) -> Iterator[Question]:
    issue, parties = views.about.issues[name], views.about.parties
    entries = [
        Entry(views, party, position) for party in parties if (position := held_on(held[party, name], day))
    ]
    order = [*views.briefing.codes_of(name), *issue.options]
    for index, question in enumerate(issue.questions):
        answers: dict[str, tuple[Stance, list[Entry]]] = {}
        for entry in entries:
            stance = entry.stances[index][1]
            answers.setdefault(stance.code, (stance, []))[1].append(entry)
        yield Question(
            proposition=issue.propositions[question].text if question else "",
            question="" if question else issue.question,
            answers=sorted(
                answers.values(),
                key=lambda answer: order.index(answer[0].code) if answer[0].code in order else len(order),
            ),
            absent=len(parties) - len(entries),
        )
