"""A first position file for each party that a stored text quotes: with the evidence, and TODO for what a person decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import indent

from generator.content.model import UNCLEAR, Briefing, Corpus, Source
from generator.content.model.positions import LEFT_TO_DO
from generator.content.paths import position_path
from generator.edit.quote_finder.found import FoundPassage
from generator.edit.quote_finder.render import speaker_text
from generator.edit.quote_finder.search import quotes
from generator.speech.speakers import By


@dataclass(frozen=True, slots=True)
class Draft:
    """New files, as text by path; files that exist already; and the number of quotations that are in none of them.

    `not_clear` are those whose speaker the text does not name for certain; `left_out` the others.
    """

    files: Mapping[str, str]
    existing: Sequence[str]
    not_clear: int
    left_out: int


def draft(corpus: Corpus, source: Source, briefing: Briefing) -> Draft:
    """Draft a position file of `briefing` for each of its parties that `source` quotes by name and that has no file yet."""
    passages = quotes(corpus, source).passages
    quotations = [
        passage for passage in passages if passage.speech and passage.speech.by in (By.NAME, By.VOICE)
    ]
    by_party: dict[str, list[FoundPassage]] = {}
    for quotation in quotations:
        if quotation.block and quotation.party in briefing.about.parties:
            by_party.setdefault(quotation.party, []).append(quotation)
    files: dict[str, str] = {}
    existing: list[str] = []
    for party, own in by_party.items():
        path = position_path(briefing.slug, party)
        if party in briefing.positions or path in corpus.unread:
            existing.append(path)
        else:
            files[path] = _position_file(party, own, source, briefing)
    not_clear, drafted = len(passages) - len(quotations), sum(map(len, by_party.values()))
    return Draft(files, existing, not_clear, len(quotations) - drafted)


def _position_file(party: str, quotations: Sequence[FoundPassage], source: Source, briefing: Briefing) -> str:
    """Return the file: one entry with all quotations of `party`."""
    issues = list(briefing.about.issues)
    one_issue = len(issues) == 1
    choices = f"  # one of: {', '.join(issues)}; make an entry for each issue that the evidence is about"
    evidence = "\n".join(
        f"# paragraph {quotation.paragraph}: {speaker_text(quotation)}\n{quotation.block}"
        for quotation in quotations
    )
    published = source.about.published
    date = f"as_of: {published}  # check:" if published else "# as_of: if the article says it:"
    return f"""\
party: {party}
positions:
  - issue: {issues[0] if one_issue else LEFT_TO_DO.lower() + choices}
    {_answer(briefing, issues)}
    {date} the day on which the party took this position
    statement: {LEFT_TO_DO}  # one sentence: what the party says, and who says so
    evidence:
{indent(evidence, " " * 6)}
"""


def _answer(briefing: Briefing, issues: Sequence[str]) -> str:
    """Return the line for the answer that the evidence shows: an option or an amount if the only issue asks for one."""
    issue = briefing.about.issues[issues[0]]
    if len(issues) == 1 and issue.options:
        return f"option: {LEFT_TO_DO.lower()}  # what the evidence shows: {', '.join(issue.options)}"
    if len(issues) == 1 and issue.unit:
        return f"amount: {LEFT_TO_DO}  # what the evidence shows: the number of {issue.unit}"
    codes = dict.fromkeys(level.code for scale in briefing.scales for level in scale)
    return f"stance: {LEFT_TO_DO}  # what the evidence shows: {', '.join(codes)}, or {UNCLEAR}"
