"""A first position file for each party that a stored text quotes: the evidence is filled in, the judging left to a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import indent

from generator.content.model import Briefing, Corpus, Source
from generator.content.model.positions import LEFT_TO_DO
from generator.edit.quote_finder.listing import who
from generator.edit.quote_finder.quotes import Picked, pick
from generator.escape import shown

_RECALLING = 8  # words that recall a quotation


@dataclass(frozen=True)
class Draft:
    """New files by path, and a sentence for each thing that was left out."""

    files: Mapping[str, str]
    left_out: tuple[str, ...]


def draft(corpus: Corpus, source: Source, briefing: Briefing) -> Draft:
    """Draft a position file of `briefing` for each of its parties that `source` quotes and that has none yet."""
    by_party: dict[str, list[Picked]] = {}
    left_out: list[str] = []
    for one in pick(corpus, source):
        reason = _left_out(one, briefing)
        if reason is None and one.party is not None:
            by_party.setdefault(one.party, []).append(one)
        else:
            left_out.append(f"Paragraph {one.paragraph}, “{_short(one)}”: {reason}")
    files: dict[str, str] = {}
    for party, found in by_party.items():
        path = f"briefings/{briefing.slug}/positions/{party}.yml"
        if party in briefing.positions or path in corpus.unread:
            left_out.append(f"{path} is there already, and stays as it is.{_to_paste(party, found, source)}")
        else:
            files[path] = _file(party, found, source, briefing)
    return Draft(files, tuple(left_out))


def _to_paste(party: str, found: Sequence[Picked], source: Source) -> str:
    """Say how what no evidence uses yet is come by; nothing where all is used."""
    unused = [one for one in found if not one.used]
    command = f"briefing quotes {source.id} --format yaml --party {party} --unused"
    return f" {_count(unused)} to paste: {command}" if unused else ""


def _left_out(one: Picked, briefing: Briefing) -> str | None:
    """Say why a quotation is in no draft; None where it is in one."""
    if one.block is None:
        return "too few words to be evidence"
    if one.party is None:
        return who(one)
    if one.party not in briefing.about.parties:
        return f"“{one.party}” is none of the briefing’s parties"
    return None


def _file(party: str, found: Sequence[Picked], source: Source, briefing: Briefing) -> str:
    """Write the file: one entry with all quotations of `party`."""
    issues = list(briefing.about.issues)
    issue = issues[0] if len(issues) == 1 else LEFT_TO_DO.lower()
    which = (
        ""
        if len(issues) == 1
        else f"  # one of: {', '.join(issues)}; make an entry for each that the evidence is about"
    )
    day = source.about.published or briefing.about.as_of
    lines = [
        f"party: {party}",
        "positions:",
        f"  - issue: {issue}{which}",
        f"    stance: {LEFT_TO_DO}  # what the evidence shows: {', '.join(briefing.codes)}, or unclear",
        f"    as_of: {day}  # look whether this is the day on which the party took the position",
        f"    statement: {LEFT_TO_DO}  # one sentence that says what the party holds, and who says so",
        "    evidence:",
    ]
    return "\n".join([*lines, *_evidence(found)]) + "\n"


def _evidence(found: Sequence[Picked]) -> Iterator[str]:
    for one in found:
        yield indent(f"# paragraph {one.paragraph}: {who(one)}\n{one.block}", " " * 6)


def _short(one: Picked) -> str:
    words = " … ".join(one.texts).split()
    return shown(" ".join(words) if len(words) <= _RECALLING else f"{' '.join(words[:_RECALLING])} …")


def _count(found: Sequence[Picked]) -> str:
    return f"{len(found)} quotation{'' if len(found) == 1 else 's'}"
