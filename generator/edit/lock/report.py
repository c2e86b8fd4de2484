"""What an editor is told of a text that was changed after its hash was recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.edit.lock.fates import Fate, Outcome
from generator.edit.lock.recorded import Stored
from generator.escape import shown

_LONGEST = 90  # characters of the words that are shown


def tell_changed(
    stored: Stored, before: bytes | None, now: bytes, told: Sequence[Fate], *, accepted: bool
) -> str:
    """Tell what came of the evidence that rests on a changed text; `before` and `now` are its bytes."""
    name = stored.source.id
    lines = [
        f"{stored.location.file}:{stored.location.line}: seeds/{name}.txt is not the text whose hash is recorded here."
    ]
    if before is None:
        lines.append("That text is not in the history of the project, so what moved in it is not known.")
    elif _one_line_end(before) == _one_line_end(now):
        lines.append("Only its line ends or its last line break differ: no word was changed.")
    lines.append(_counted(told))
    lines += [line for fate in told for line in _fate(fate)]
    if not accepted:
        lines.append(
            "Put the stored text back as it was. If it was stored wrongly before, put right what is lost, and"
        )
        lines.append(f"record the new hash: briefing lock --accept {name}")
    return "\n".join(lines)


def _counted(told: Sequence[Fate]) -> str:
    """Count what rests on a text, by what came of it."""
    if not told:
        return "No evidence rests on it."
    counts = Counter(fate.outcome for fate in told)
    parts = ", ".join(f"{counts[one]} {one}" for one in Outcome if counts[one])
    return f"{len(told)} piece{'' if len(told) == 1 else 's'} of evidence: {parts}."


def _fate(fate: Fate) -> Iterator[str]:
    location = fate.evidence.segment_location(0)
    words = shown(" … ".join(fate.evidence.segments))
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
    yield f"{location.file}:{location.line}: {fate.outcome}, {shown(fate.message)}: {words}"
    for line in fate.hint.split("\n") if fate.hint else ():
        yield f"      = {shown(line)}"


def _one_line_end(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n").rstrip(b"\n")
