"""What a changed text does to the evidence that cites it: each passage is unmoved, moved or lost."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.content.articles import Article, read_article
from generator.content.model import Corpus, Evidence, Source
from generator.content.model.uses import all_evidence
from generator.edit.git import git
from generator.escape import shown
from generator.evidence import Passage
from generator.evidence.matching import Failure, locate
from generator.evidence.refusals import refuse

_LONGEST = 90  # characters of the words that are shown


class Outcome(StrEnum):
    """What happened to a passage. FOUND: it is still there, but its old place is unknown."""

    LOST = "lost"
    MOVED = "moved"
    FOUND = "found"
    UNMOVED = "unmoved"


@dataclass(frozen=True, slots=True)
class _Effect:
    evidence: Evidence
    outcome: Outcome
    details: str
    hint: str = ""


def effects_of_change(corpus: Corpus, source: Source, root: Path, recorded: str) -> Iterator[str]:
    """Yield lines that say what became of all evidence from `source`, whose text had the hash `recorded` before.

    The old text comes from the git history of the project at `root`, if it has one.
    """
    before = _text_before(root, source.id, recorded)
    if before is None:
        yield "The old text is not in the git history, so it is unknown which passages moved."
    effects = sorted(
        (
            _effect(corpus, source, evidence, before)
            for evidence in all_evidence(corpus)
            if evidence.source == source.id
        ),
        key=lambda effect: (list(Outcome).index(effect.outcome), effect.evidence.segment_location(0)),
    )
    counts = Counter(effect.outcome for effect in effects)
    yield f"Evidence: {', '.join(f'{counts[outcome]} {outcome}' for outcome in Outcome if counts[outcome]) or 'none'}."
    for effect in effects:
        location = effect.evidence.segment_location(0)
        words = shown(" … ".join(effect.evidence.segments))
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
        yield f"{location.file}:{location.line}: {effect.outcome}: “{words}”: {shown(effect.details)}"
        yield from (f"      = {shown(line)}" for line in effect.hint.splitlines())


def _effect(corpus: Corpus, source: Source, evidence: Evidence, before: Article | None) -> _Effect:
    now = locate(source.article, evidence.selector)
    if isinstance(now, Failure):
        refusal = refuse({**corpus.sources, source.id: source}, evidence.selector, now)
        return _Effect(evidence, Outcome.LOST, refusal.message, refusal.hint)
    here = f"paragraph {now.paragraph}"
    old = locate(before, evidence.selector) if before else None
    if not isinstance(old, Passage):
        return _Effect(evidence, Outcome.FOUND, here)
    if old.spans == now.spans:
        return _Effect(evidence, Outcome.UNMOVED, here)
    from_where = "within" if old.paragraph == now.paragraph else f"paragraph {old.paragraph} to"
    return _Effect(evidence, Outcome.MOVED, f"{from_where} {here}")


def _text_before(root: Path, name: str, sha256: str) -> Article | None:
    """Return the text of the source `name` with the hash `sha256` from the git history; None if git does not have it."""
    path = f"seeds/{name}.txt"
    revisions = (git(root, "log", "--format=%H", "--", path) or b"").decode("ascii").split()
    for revision in revisions:
        stored = git(root, "cat-file", "blob", f"{revision}:./{path}") or b""
        for raw in (
            stored,
            stored.replace(b"\n", b"\r\n"),
        ):  # git may store other line ends than the disk has
            if hashlib.sha256(raw).hexdigest() == sha256:
                return read_article(name, raw, path)[0]
    return None
