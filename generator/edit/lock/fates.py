"""What came of the evidence that rests on a text which was changed: in its place, moved, or lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.content.articles import Article
from generator.content.model import Corpus, Evidence, Source
from generator.content.model.uses import all_evidence
from generator.evidence import Passage
from generator.evidence.matching import Failure, locate
from generator.evidence.refusals import refuse


class Outcome(StrEnum):
    """What came of a piece of evidence. STANDING: it is there, and where it was before is not known."""

    LOST = "lost"
    MOVED = "moved"
    STANDING = "still there"
    UNMOVED = "unmoved"


@dataclass(frozen=True, slots=True)
class Fate:
    """A piece of evidence, what came of it, and in a sentence where it is now or why it is lost.

    `hint` says what the text has in its place; "" where it is still there.
    """

    evidence: Evidence
    outcome: Outcome
    message: str
    hint: str = ""


def fates(corpus: Corpus, source: Source, before: Article | None) -> tuple[Fate, ...]:
    """Tell what came of all that rests on `source`, the lost first, then by place; `before` is the text before the change."""
    found = list(_fates(corpus, source, before))
    order = list(Outcome)
    return tuple(sorted(found, key=lambda one: (order.index(one.outcome), one.evidence.segment_location(0))))


def _fates(corpus: Corpus, source: Source, before: Article | None) -> Iterator[Fate]:
    for evidence in all_evidence(corpus):
        if evidence.source != source.id:
            continue
        now = locate(source.article, evidence.selector)
        if isinstance(now, Failure):
            why = refuse({**corpus.sources, source.id: source}, evidence.selector, now)
            yield Fate(evidence, Outcome.LOST, why.message, why.hint)
            continue
        then = locate(before, evidence.selector) if before else None
        yield _standing(evidence, now, then if isinstance(then, Passage) else None)


def _standing(evidence: Evidence, now: Passage, then: Passage | None) -> Fate:
    """Tell where the passage stands that is still there."""
    here = f"in paragraph {now.paragraph}"
    if then is None:
        return Fate(evidence, Outcome.STANDING, here)
    if then.spans == now.spans:
        return Fate(evidence, Outcome.UNMOVED, here)
    if then.paragraph != now.paragraph:
        return Fate(evidence, Outcome.MOVED, f"from paragraph {then.paragraph} to paragraph {now.paragraph}")
    by = now.spans[0].start - then.spans[0].start
    characters = f"{abs(by):,} character{'' if abs(by) == 1 else 's'}"
    where = (
        f"{characters} further {'on' if by > 0 else 'back'}" if by else "its later parts further on or back"
    )
    return Fate(evidence, Outcome.MOVED, f"{here}, {where}")
