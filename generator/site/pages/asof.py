"""The positions in a briefing on an earlier day, at a URL of its own: one list for each proposition, without evidence.

There is a page for each day from which a position counts, if a position has changed since. An entry without a date, or
without an exact day, counts from the first day on which the party certainly held it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.history import days_of_tables, effective_date, tracks_on
from generator.analysis.stances import Stance
from generator.content.model import PartialDate
from generator.site.pages import links
from generator.site.pages.entries import Entry
from generator.site.pages.page import PageSpec
from generator.site.pages.position_changes import ChangeView
from generator.site.pages.views import Views
from generator.site.site import Site


@dataclass(frozen=True)
class Question:
    """A proposition, or the question of an issue without propositions, and what the parties answered on the day.

    `answers` has each answer with the entries that give it, in the order of the parties; `absent` counts the other parties.
    """

    name: str
    proposition: str
    question: str
    answers: list[tuple[Stance, list[Entry]]]
    absent: int


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield a page for each day on which the positions were other ones, the newest first."""
    for slug, briefing in site.corpus.briefings.items():
        views = Views(site, briefing)
        days = days_of_tables(views.analysis.tracks, briefing, site.corpus.sources)
        for index, day in enumerate(days):
            heading = views.language.say("Positions on %(date)s", date=views.date(day))
            yield views.page(
                links.as_of_page(slug, day),
                "asof.md.jinja",
                views.language.say("%(heading)s: %(title)s", heading=heading, title=briefing.about.title),
                {
                    "heading": heading,
                    "newest": index == 0,
                    "earlier": days[index + 1] if index + 1 < len(days) else None,
                    "later": days[index - 1] if index else None,
                    "issues": _issues(views, day),
                    "changes": [
                        ChangeView(views, change)
                        for change in views.analysis.changes
                        if effective_date(change.after, briefing, site.corpus.sources) == day
                    ],
                },
                searched=False,
            )


def _issues(views: Views, day: PartialDate) -> dict[str, list[Question]]:
    """Return the questions of each issue, by its title."""
    found = tracks_on(views.analysis.tracks, day, views.briefing, views.site.corpus.sources)
    issues = {}
    for name, issue in views.about.issues.items():
        entries = [
            Entry(views, party, current)
            for party in views.about.parties
            if (current := found[party, name].current) and not current.absence
        ]
        issues[name] = [
            _question(views, name, index, question, entries) for index, question in enumerate(issue.questions)
        ]
    return issues


def _question(views: Views, issue: str, index: int, question: str, entries: list[Entry]) -> Question:
    about = views.about.issues[issue]
    answers: dict[str, tuple[Stance, list[Entry]]] = {}
    for entry in entries:
        stance = entry.stances[index][1]
        answers.setdefault(stance.code, (stance, []))[1].append(entry)
    return Question(
        name=views.proposition_name(issue, question),
        proposition=about.propositions[question].text if question else "",
        question="" if question else about.question,
        answers=list(answers.values()),
        absent=len(views.about.parties) - len(entries),
    )
