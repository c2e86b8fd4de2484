"""What the picture of a page shows where its URL is shared: propositions, marks with words, absences, and what they rest on.

All texts are drawable. Where a title is not, the picture has the name of the site in its place.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.results import Result
from generator.analysis.stances import Stance
from generator.content.model import UNCLEAR, Evidence, Kind, Relation
from generator.drawable import drawable
from generator.language import N_, Language, capital, sentences, shortened
from generator.site.pages.views import Views
from generator.site.site import Site

MOST_PROPOSITIONS = 3
_PARTIES = 5  # rows with one party each; more parties share the rows of their stances
_TITLE = 320  # characters of a title or a question
_NAME = 60  # characters of a name or a stance
_NAMES = 100  # characters of the names in a row
_LINES = 130  # characters of all answers to a proposition, where several propositions are shown
_KINDS = {
    Kind.QUOTE: N_("own words"),
    Kind.REPORTED: N_("reports"),
    Kind.ASSESSMENT: N_("assessments"),
}

_Parties = Callable[[Views, Sequence[str]], str]
"""Returns parties in words: their names, or how many they are."""


@dataclass(frozen=True)
class Answer:
    """A stance with its parties, or a party with its stance: a mark, and two texts of which the first is bold."""

    form: str
    inferred: bool
    lead: str
    text: str

    def __str__(self) -> str:
        """Return the words beside the mark."""
        return f"{self.lead}: {self.text}"


@dataclass(frozen=True)
class Question:
    """A proposition, or the question of an issue with options or amounts, with the answers to it."""

    title: str
    answers: tuple[Answer, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Return its title and its answers in words."""
        return (self.title, "; ".join(map(str, self.answers)))


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
        title=_drawn(views.about.title, _TITLE),
        question=_drawn(views.about.question, _TITLE),
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
            title=_drawn(issue.title, _TITLE),
            within=_drawn(title, _TITLE),
            several=questions,
            issues=[name],
        )
    (question,) = questions
    return _picture(
        views,
        title=_title(views, question),
        label=N_("Proposition") if issue.propositions else N_("Question"),
        within=shortened(": ".join(filter(None, map(drawable, (title, issue.title)))), _TITLE),
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
    found = [_question(views, item) for item in several[:MOST_PROPOSITIONS]]
    return Picture(
        language,
        site=name,
        title=title or name,
        foot=_foot(views, issues),
        within=within,
        label=language.say(label) if label and title else "",
        question=question,
        answers=_answers(views, only) if only and title else (),
        questions=tuple(item for item in found if item.title),
        more=language.count("and %(num)s more proposition", "and %(num)s more propositions", more)
        if more > 0
        else "",
        complete=bool(title),
    )


def _site_name(site: Site, language: Language) -> str:
    return _drawn(site.publication.name, _TITLE) or language.say("Briefings")


def _title(views: Views, question: Result) -> str:
    """Return the text of a proposition; an issue with options or amounts has a question."""
    issue = views.about.issues[question.issue]
    proposition = issue.propositions.get(question.proposition)
    return _drawn(proposition.text if proposition else issue.question, _TITLE)


def _question(views: Views, question: Result) -> Question:
    """Return a question with its answers; parties are counted if their names have no room."""
    answers = [*_by_stance(views, question, _names), *_absences(views, question, _names)]
    if not all(answer.text for answer in answers) or sum(len(str(answer)) for answer in answers) > _LINES:
        answers = [*_by_stance(views, question, _number), *_absences(views, question, _number)]
    return Question(_title(views, question), _all_or_none(answers))


def _answers(views: Views, question: Result) -> tuple[Answer, ...]:
    """Return the answers to an only question: one party a row if they are few. All parties are named, or all are counted."""
    rows = list(_by_party(views, question))
    if len(rows) > _PARTIES or not all(row.lead for row in rows):
        rows = list(_by_stance(views, question, _names))
        if not all(0 < len(row.text) <= _NAMES for row in rows):
            rows = list(_by_stance(views, question, _share))
    absences = list(_absences(views, question, _names))
    if not all(0 < len(row.text) <= _NAMES for row in absences):
        absences = list(_absences(views, question, _share))
    return _all_or_none([*rows, *absences])


def _by_party(views: Views, question: Result) -> Iterator[Answer]:
    """Yield each party with its stance."""
    for stance, parties in _held(question):
        for party in parties:
            inferred = party in question.inferred
            yield Answer(
                _form(stance),
                inferred,
                _drawn(views.party(party), _NAME),
                _stance(views, stance, inferred=inferred),
            )


def _by_stance(views: Views, question: Result, words: _Parties) -> Iterator[Answer]:
    """Yield each stance with its parties in `words`. Inferred stances are apart."""
    for stance, parties in _held(question):
        for inferred in (False, True):
            if group := [party for party in parties if (party in question.inferred) == inferred]:
                label = capital(_stance(views, stance, inferred=inferred))
                yield Answer(_form(stance), inferred, label, words(views, group))


def _absences(views: Views, question: Result, words: _Parties) -> Iterator[Answer]:
    for stance, parties in question.not_counted:
        if stance.code != UNCLEAR:
            label = _drawn(capital(views.word(stance).label), _NAME)
            yield Answer(_form(stance), inferred=False, lead=label, text=words(views, parties))


def _held(question: Result) -> Iterator[tuple[Stance, Sequence[str]]]:
    """Yield each answer that parties give, then the unclear ones, with its parties."""
    yield from (place for place in question.places if place[1])
    yield from (place for place in question.not_counted if place[0].code == UNCLEAR)


def _names(views: Views, parties: Sequence[str]) -> str:
    """Return the names of parties; empty if one of them cannot be drawn."""
    names = [_drawn(views.party(party), _NAME) for party in parties]
    return ", ".join(names) if all(names) else ""


def _share(views: Views, parties: Sequence[str]) -> str:
    return views.language.say("%(num)s of %(all)s parties", **_counts(views, parties))


def _number(views: Views, parties: Sequence[str]) -> str:
    return views.language.say("%(num)s of %(all)s", **_counts(views, parties))


def _counts(views: Views, parties: Sequence[str]) -> dict[str, str]:
    number = views.language.number
    return {"num": number(len(parties)), "all": number(len(views.about.parties))}


def _stance(views: Views, stance: Stance, *, inferred: bool) -> str:
    label = _drawn(views.verb(views.word(stance)), _NAME)
    return views.language.say("%(stance)s (inferred)", stance=label) if inferred and label else label


def _form(stance: Stance) -> str:
    return "" if stance.named else stance.form


def _all_or_none(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the answers; none if a word of them cannot be drawn, since the others alone would mislead."""
    answers = tuple(answers)
    return answers if all(answer.lead and answer.text for answer in answers) else ()


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


def _drawn(text: str, most: int) -> str:
    return shortened(drawable(text), most)
