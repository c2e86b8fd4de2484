"""How readers will see the position that is being typed: its row in the table and its statement."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.basis import basis_of
from generator.analysis.stances import Stance, answer
from generator.content.model import Basis, Briefing
from generator.desk.entry_evidence import passage_of
from generator.desk.entry_form import EntryForm
from generator.desk.visit import Visit
from generator.evidence.row_words import row_words
from generator.speech.verdicts import Finding, Level, Verdict


@dataclass(frozen=True)
class Part:
    """A part of the statement in the preview: whether it is quoted, and whether evidence has it."""

    text: str
    is_quoted: bool = False
    is_wrong: bool = False


@dataclass(frozen=True)
class Preview:
    """The row and the statement as readers will see them."""

    answers: tuple[tuple[str, Stance], ...]
    row: tuple[str, ...]
    row_language: str
    counts: Mapping[str, int]
    basis: Basis | None
    statement: tuple[Part, ...]


def preview(
    visit: Visit, briefing: Briefing, party: str, issue: str, form: EntryForm, *, judged: Sequence[Verdict]
) -> Preview:
    """Return how the typed position will look; `judged` are the verdicts of its statement, which mark the quoted words."""
    corpus = visit.examined.content.corpus
    position = form.position(issue, corpus)
    passages = {item.selector: found for item in position.evidence if (found := passage_of(visit, item))}
    row = row_words(position, passages, corpus.sources)
    about = briefing.about.issues[issue]
    titles = {name: item.title or item.text for name, item in about.propositions.items()}
    kinds = [item.kind.value for item in position.evidence]
    is_answered = bool(position.answers or position.withdrawn)
    return Preview(
        answers=tuple(
            (titles[question] if len(titles) > 1 else "", answer(briefing, issue, question, position))
            for question in about.questions
        )
        if is_answered
        else (),
        row=() if position.absence else (row.passage.texts if row else ()),
        row_language=corpus.sources[row.evidence.source].about.language if row else "",
        counts={kind: kinds.count(kind) for kind in dict.fromkeys(kinds)},
        basis=Basis(form.texts["basis"])
        if form.texts["basis"] in {each.value for each in Basis}
        else basis_of(corpus, party, position)
        if position.evidence
        else None,
        statement=tuple(_parts(form.texts["statement"].strip(), judged)),
    )


def _parts(text: str, found: Sequence[Verdict]) -> Iterator[Part]:
    places = sorted(
        (each.place, each.level is Level.ERROR)
        for each in found
        if each.place and each.finding is not Finding.MARK_ALONE
    )
    at = 0
    for place, is_wrong in places:
        if place.start >= at:
            yield Part(text[at : place.start])
            yield Part(text[slice(*place)], is_quoted=True, is_wrong=is_wrong)
            at = place.end
    yield Part(text[at:])
