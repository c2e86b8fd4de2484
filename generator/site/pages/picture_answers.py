"""The answers in the picture of a page: parties with their stances, or stances with their parties.

All texts are drawable. If a word of the answers is not, the picture has no answers.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.results import Result
from generator.analysis.stances import Stance
from generator.content.model import UNCLEAR
from generator.drawable import drawable
from generator.language import capital, shortened
from generator.site.pages.views import Views

TITLE = 320  # characters of a title or a question
_PARTIES = 5  # rows with one party each; more parties share the rows of their stances
_NAME = 60  # characters of a name or a stance
_NAMES = 100  # characters of the names in a row
_LINES = 130  # characters of all answers to a proposition, where several propositions are shown

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


def title_of(views: Views, question: Result) -> str:
    """Return the text of a proposition; an issue with options or amounts has a question."""
    issue = views.about.issues[question.issue]
    proposition = issue.propositions.get(question.proposition)
    return drawn(proposition.text if proposition else issue.question, TITLE)


def question_with_answers(views: Views, question: Result) -> Question:
    """Return a question with its answers; parties are counted if their names have no room."""
    answers = [*_by_stance(views, question, _names), *_absences(views, question, _names)]
    if not all(answer.text for answer in answers) or sum(len(str(answer)) for answer in answers) > _LINES:
        answers = [*_by_stance(views, question, _number), *_absences(views, question, _number)]
    return Question(title_of(views, question), _all_or_none(answers))


def answers_to(views: Views, question: Result) -> tuple[Answer, ...]:
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
                drawn(views.party(party), _NAME),
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
            label = drawn(capital(views.word(stance).label), _NAME)
            yield Answer(_form(stance), inferred=False, lead=label, text=words(views, parties))


def _held(question: Result) -> Iterator[tuple[Stance, Sequence[str]]]:
    """Yield each answer that parties give, then the unclear ones, with its parties."""
    yield from (place for place in question.places if place[1])
    yield from (place for place in question.not_counted if place[0].code == UNCLEAR)


def _names(views: Views, parties: Sequence[str]) -> str:
    """Return the names of parties; empty if one of them cannot be drawn."""
    names = [drawn(views.party(party), _NAME) for party in parties]
    return ", ".join(names) if all(names) else ""


def _share(views: Views, parties: Sequence[str]) -> str:
    return views.language.say("%(num)s of %(all)s parties", **_counts(views, parties))


def _number(views: Views, parties: Sequence[str]) -> str:
    return views.language.say("%(num)s of %(all)s", **_counts(views, parties))


def _counts(views: Views, parties: Sequence[str]) -> dict[str, str]:
    number = views.language.number
    return {"num": number(len(parties)), "all": number(len(views.about.parties))}


def _stance(views: Views, stance: Stance, *, inferred: bool) -> str:
    label = drawn(views.verb(views.word(stance)), _NAME)
    return views.language.say("%(stance)s (inferred)", stance=label) if inferred and label else label


def _form(stance: Stance) -> str:
    return "" if stance.named else stance.form


def _all_or_none(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the answers; none if a word of them cannot be drawn, since the others alone would mislead."""
    answers = tuple(answers)
    return answers if all(answer.lead and answer.text for answer in answers) else ()


def drawn(text: str, most: int) -> str:
    """Return a text as it can be drawn, in at most `most` characters; empty if most of it cannot be drawn."""
    return shortened(drawable(text), most)
