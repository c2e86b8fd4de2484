"""A first position file for each party that a stored text quotes: with the evidence, and TODO for what a person decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import indent

from generator.content.model import Briefing, Corpus, Source
from generator.content.model.positions import LEFT_TO_DO
from generator.edit.quote_finder.found import FoundPassage
from generator.edit.quote_finder.quotes import quotes
from generator.edit.quote_finder.render import speaker_text
from generator.escape import shown

_LONGEST = 60  # characters of a quotation in a message


@dataclass(frozen=True, slots=True)
class Draft:
    """New files, as text by path, and a sentence for everything that was left out."""

    files: Mapping[str, str]
    left_out: tuple[str, ...]


def draft(corpus: Corpus, source: Source, briefing: Briefing) -> Draft:
    """Draft a position file of `briefing` for each of its parties that `source` quotes and that has no file yet."""
    by_party: dict[str, list[FoundPassage]] = {}
    left_out: list[str] = []
    for quotation in quotes(corpus, source).passages:
        reason = _why_left_out(quotation, briefing)
        if reason is None and quotation.party:
            by_party.setdefault(quotation.party, []).append(quotation)
        else:
            words = shown(" … ".join(quotation.words))
            words = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
            left_out.append(f"Paragraph {quotation.paragraph}, “{words}”: {reason}")
    files: dict[str, str] = {}
    for party, quotations in by_party.items():
        path = f"briefings/{briefing.slug}/positions/{party}.yml"
        if party in briefing.positions or path in corpus.unread:
            command = f"briefing quotes {source.id} --format yaml --party {party} --unused"
            unused = any(not quotation.used for quotation in quotations)
            left_out.append(
                f"{path} exists already.{f' To paste more evidence: {command}' if unused else ''}"
            )
        else:
            files[path] = _position_file(party, quotations, source, briefing)
    return Draft(files, tuple(left_out))


def _why_left_out(quotation: FoundPassage, briefing: Briefing) -> str | None:
    if quotation.block is None:
        return "too few words to be evidence"
    if quotation.party is None:
        return speaker_text(quotation)
    if quotation.party not in briefing.about.parties:
        return f"“{quotation.party}” is not a party of this briefing"
    return None


def _position_file(party: str, quotations: Sequence[FoundPassage], source: Source, briefing: Briefing) -> str:
    """Return the file: one entry with all quotations of `party`."""
    issues = list(briefing.about.issues)
    one_issue = len(issues) == 1
    choices = f"  # one of: {', '.join(issues)}; make an entry for each issue that the evidence is about"
    return "\n".join(
        [
            f"party: {party}",
            "positions:",
            f"  - issue: {issues[0] if one_issue else LEFT_TO_DO.lower() + choices}",
            f"    stance: {LEFT_TO_DO}  # what the evidence shows: {', '.join(briefing.codes)}, or unclear",
            f"    as_of: {source.about.published or briefing.about.as_of}  # check: the day on which the party took this position",
            f"    statement: {LEFT_TO_DO}  # one sentence: what the party says, and who says so",
            "    evidence:",
            *(
                indent(
                    f"# paragraph {quotation.paragraph}: {speaker_text(quotation)}\n{quotation.block}",
                    " " * 6,
                )
                for quotation in quotations
            ),
            "",
        ]
    )
