"""What the picture of a page shows where its URL is shared: propositions, marks with words, absences, and what they rest on.

All texts are drawable. Where a title is not, the picture has the name of the site in its place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.results import Result
from generator.content.model import Evidence, Kind, Relation
from generator.drawable import drawable
from generator.language import N_, Language, capital, sentences, shortened
from generator.site.pages.picture_answers import (
    TITLE,
    Answer,
    Question,
    answers_to,
    drawn,
    question_with_answers,
    title_of,
)
from generator.site.pages.views import Views
from generator.site.site import Site

MOST_PROPOSITIONS = 3
_KINDS = {
    Kind.QUOTE: N_("own words"),
    Kind.REPORTED: N_("reports"),
    Kind.ASSESSMENT: N_("assessments"),
}


@dataclass(frozen=True)
class Picture:
    """The words and marks of a picture; texts may be empty.

    `title` is in large type. `label` says what it is, and `within` what it is a part of. Its own `answers` follow, or
    several `questions` with theirs; `more` counts the questions that have no room. `foot` says what the answers rest on.
    `complete` is false if the title cannot be drawn.
    """

    language: Language
    site: str
    title: str
    foot: str = ""
    within: str = ""
    label: str = ""
    question: str = ""
    answers: tuple[Answer, ...] = ()
    questions: tuple[Question, ...] = ()
    more: str = ""
    complete: bool = True

    @property
    def words(self) -> str:
        """Return all words of the picture, for readers who do not see it."""
        title = f"{self.label}: {self.title}" if self.label else self.title
        own = Question(title, self.answers)
        parts = [self.within, *own.words, self.question]
        parts += [words for question in self.questions for words in question.words]
        return sentences((*parts, self.more, self.foot))


def site_picture(site: Site) -> Picture:
    """Return the picture of the site: its name, its purpose, and the date of its last review."""
    say, date = site.language.say, site.language.date(site.reviewed_on)
    return Picture(
        site.language,
        site="",
        title=_site_name(site, site.language),
        question=say("Each party’s position, with the exact words of the sources."),
        foot=say("Reviewed %(date)s", date=date) if site.corpus.briefings else "",
        complete=bool(drawable(site.publication.name or "-")),
    )


def briefing_picture(views: Views) -> Picture:
    """Return the picture of a briefing: its title, and its first propositions with the answers to them."""
    return _picture(
        views,
        title=drawn(views.about.title, TITLE),
        question=drawn(views.about.question, TITLE),
        several=_in_order(views),
        issues=views.about.issues,
    )


def issue_picture(views: Views, name: str) -> Picture:
    """Return the picture of an issue: its proposition in large type, and what each party answers to it."""
    issue, title = views.about.issues[name], views.about.title
    questions = [question for question in views.analysis.results if question.issue == name]
    if len(questions) > 1:
        return _picture(
            views,
            title=drawn(issue.title, TITLE),
            within=drawn(title, TITLE),
            several=questions,
            issues=[name],
        )
    (question,) = questions
    return _picture(
        views,
        title=title_of(views, question),
        label=N_("Proposition") if issue.propositions else N_("Question"),
        within=shortened(": ".join(filter(None, map(drawable, (title, issue.title)))), TITLE),
        only=question,
        issues=[name],
    )


def _in_order(views: Views) -> list[Result]:
    """Return the results of all questions, in the order in which pages number the issues."""
    return sorted(views.analysis.results, key=lambda result: views.analysis.order.index(result.issue))


def _picture(
    views: Views,
    *,
    title: str,
    issues: Iterable[str],
    label: str = "",
    within: str = "",
    question: str = "",
    only: Result | None = None,
    several: Iterable[Result] = (),
) -> Picture:
    language, several = views.language, list(several)
    name = _site_name(views.site, language)
    more = len(several) - MOST_PROPOSITIONS
    found = [question_with_answers(views, item) for item in several[:MOST_PROPOSITIONS]]
    return Picture(
        language,
        site=name,
        title=title or name,
        foot=_foot(views, issues),
        within=within,
        label=language.say(label) if label and title else "",
        question=question,
        answers=answers_to(views, only) if only and title else (),
        questions=tuple(item for item in found if item.title),
        more=language.count("and %(num)s more proposition", "and %(num)s more propositions", more)
        if more > 0
        else "",
        complete=bool(title),
    )


def _site_name(site: Site, language: Language) -> str:
    return drawn(site.publication.name, TITLE) or language.say("Briefings")


def _foot(views: Views, issues: Iterable[str]) -> str:
    """Return date, sources and kinds of evidence of the positions on `issues`, and whether the briefing is out of date."""
    language, say = views.language, views.language.say
    evidence = list(_evidence(views, set(issues)))
    sources = {item.source for item in evidence}
    independent = len({views.site.corpus.sources[name].origin for name in sources})
    number = language.count("%(num)s source", "%(num)s sources", len(sources))
    kinds = {item.kind for item in evidence if item.relation is Relation.SUPPORTS}
    parts = [
        say("As of %(date)s", date=views.date(views.about.as_of)),
        say("Only one source")
        if len(sources) == 1
        else say("%(sources)s, %(num)s independent", sources=number, num=language.number(independent))
        if sources
        else "",
        capital(", ".join(say(words) for kind, words in _KINDS.items() if kind in kinds)),
        say("Out of date") if views.is_overdue else "",
    ]
    return sentences(parts)


def _evidence(views: Views, issues: set[str]) -> Iterator[Evidence]:
    """Yield the evidence of all current positions on `issues`."""
    for track in views.analysis.tracks.values():
        if track.issue in issues and track.current:
            yield from track.current.evidence
