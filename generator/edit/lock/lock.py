"""The story of `briefing lock`: look at the texts that are named, tell of those that were changed, record the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.articles import read_article
from generator.content.load import load
from generator.edit.atomic_write import write_all
from generator.edit.lock.fates import fates
from generator.edit.lock.git_history import earlier
from generator.edit.lock.recorded import LockError, State, Stored, stored
from generator.edit.lock.report import tell_changed


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it: what to tell, and whether a changed text was refused."""

    told: tuple[str, ...]
    refused: bool


def lock_named(root: Path, files: Mapping[str, bytes], names: Sequence[str], *, accept: bool) -> Done:
    """Record the hashes of the sources `names` of the project at `root`, whose `files` are given as bytes by path.

    A changed text is recorded only with `accept`; where one is refused, nothing is recorded.
    Raises LockError, with nothing recorded, where a text or a sidecar has faults or cannot be written.
    """
    looked = [stored(files, name) for name in names]
    changed = [one for one in looked if one.state is State.CHANGED]
    told = _tell(root, files, changed, accepted=accept)
    if changed and not accept:
        return Done((*told, "Nothing was recorded."), refused=True)
    return Done((*told, *_record(root, looked)), refused=False)


def lock_open(root: Path, files: Mapping[str, bytes], names: Sequence[str]) -> Done:
    """Record the hashes of those sources of `names` that have none, and tell of those that were changed.

    Raises LockError as `lock_named` does.
    """
    looked = [stored(files, name) for name in names]
    changed = [one for one in looked if one.state is State.CHANGED]
    told = _tell(root, files, changed, accepted=False)
    rest = [one for one in looked if one.state is not State.CHANGED]
    return Done((*told, *_record(root, rest)), refused=bool(changed))


def _tell(
    root: Path, files: Mapping[str, bytes], changed: Sequence[Stored], *, accepted: bool
) -> tuple[str, ...]:
    """Tell of each changed text what came of the evidence that rests on it."""
    if not changed:
        return ()
    corpus, _ = load(files)
    told = []
    for one in changed:
        path = f"seeds/{one.source.id}.txt"
        before = earlier(root, path, one.recorded)
        article = read_article(one.source.id, before, path)[0] if before is not None else None
        found = fates(corpus, one.source, article)
        told.append(tell_changed(one, before, files[path], found, accepted=accepted) + "\n")
    return tuple(told)


def _record(root: Path, looked: Sequence[Stored]) -> tuple[str, ...]:
    """Write the hashes that are not recorded yet, and say so."""
    fresh = [one for one in looked if one.state is not State.LOCKED]
    try:
        write_all(root, {one.path: one.sidecar for one in fresh})
    except OSError as fault:
        raise LockError(f"The hashes cannot be written: {fault.strerror}, {fault.filename}.") from fault
    if not fresh:
        return ("There was nothing to record.",)
    return tuple(f"{one.path}: recorded sha256 {one.source.article.sha256}" for one in fresh)
