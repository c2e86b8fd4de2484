"""A new position of a party on an issue, and new evidence for one."""

import re
from collections.abc import Mapping
from dataclasses import replace
from textwrap import indent

from generator.content.model import ABSENCES, UNCLEAR, Briefing, Kind
from generator.content.paths import position_path
from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError
from generator.edit.names import find_name
from generator.edit.project import Change, Project
from generator.edit.quote_finder.render import as_text
from generator.edit.quote_finder.search import find
from generator.edit.yaml_edit import append
from generator.edit.yaml_writer import lines, value
from generator.evidence.block import evidence_block
from generator.evidence.hint_text import yaml_text
from generator.speech.quotation_marks import quoted

NEW_FILE_COMMENT = (
    "# The positions of this party. If a position changes, keep the old entry and add a newer one."
)
_MOST_SHOWN = 3  # places in an error


def stance_codes(briefing: Briefing, issue: str) -> tuple[str, ...]:
    """Return all codes that a stance on an issue can have."""
    return (*briefing.codes_of(issue), UNCLEAR, *ABSENCES)


def answer_yaml(briefing: Briefing, issue: str, key: str, text: str) -> str:
    """Return the stance, the option or the amount as a line of YAML.

    Unclear and absences are stances on every issue. Raise EditError if an option, a code or a proposition is unknown.
    """
    off_scale = (UNCLEAR, *ABSENCES)
    if key == "stance" or text.strip() in off_scale:
        return f"stance: {stance_yaml(briefing, issue, text)}"
    if key == "option":
        options = briefing.about.issues[issue].options
        return f"option: {find_name('option', text.strip(), [*options, *off_scale])}"
    return f"amount: {yaml_text(text.strip())}"


def stance_yaml(briefing: Briefing, issue: str, text: str) -> str:
    """Return the stance on an issue as YAML. `text` is a code, or PROPOSITION=CODE for each of several propositions.

    Raise EditError if a code or proposition is unknown, or the code for a proposition is missing.
    """
    propositions = briefing.about.issues[issue].propositions
    codes: dict[str, str] = {}
    for part in re.split("[,\n]", text):
        proposition, _, code = (word.strip() for word in part.rpartition("="))
        codes[proposition] = find_name("stance", code, stance_codes(briefing, issue))
    if [*codes] == [""] and (len(propositions) <= 1 or codes[""] in ABSENCES):
        return codes[""]
    for proposition in codes:
        find_name("proposition", proposition, propositions)
    for proposition in propositions:
        if proposition not in codes:
            raise EditError(f"The stance on “{proposition}” is missing. Add {proposition}=CODE.")
    return f"{{{', '.join(f'{proposition}: {code}' for proposition, code in codes.items())}}}"


def evidence_yaml(
    project: Project, words: str, *, source: str = "", kind: str = "", speaker: str = "", why: str = ""
) -> str:
    """Return evidence for `words` of a stored text, in all sources or in one, as an entry of a list in YAML.

    Without a `kind`, words in quotation marks and words of a speech or statement are a quote, others reported. Raise EditError if the words are in no place,
    in several, or cannot be evidence.
    """
    sources = project.corpus.sources
    searched = [sources[find_name("source", source, sources)]] if source else sources.values()
    found = find([each.article for each in searched], project.corpus, words)
    if not found.passages:
        raise EditError(as_text(found))
    if found.total > 1:
        first = as_text(replace(found, passages=found.passages[:_MOST_SHOWN]))
        raise EditError(f"These words are in several places. Add more words, or choose a source.\n\n{first}")
    (passage,) = found.passages
    stored = sources[passage.article.id]
    language = stored.about.language
    in_quotation_marks = all(quoted(passage.article, span, language) for span in passage.spans)
    likely_kind = Kind.QUOTE if stored.voices or in_quotation_marks else Kind.REPORTED
    entry = evidence_block(
        passage.article, Kind(kind) if kind else likely_kind, passage.spans, speaker or None
    )
    if entry is None:
        raise EditError("These words cannot be evidence: they cut a word, or are too few to be found again.")
    return f"{entry}\n  why: {value(why)}" if why else entry


def date_of_source(project: Project, evidence: str) -> str:
    """Return when the source of new evidence, in YAML, was published; empty if its details do not say."""
    data, _ = read_yaml("evidence.yml", f"evidence:\n{evidence}\n".encode())
    source = project.corpus.sources[data["evidence"][0]["source"]] if data else None
    return str(source.about.published or "") if source else ""


def new_position(
    project: Project,
    slug: str,
    party: str,
    *,
    issue: str,
    answer: str,
    details: Mapping[str, str],
    evidence: str,
) -> Change:
    """Return the change that adds a position: the first entry of the party on the issue, or a newer one.

    `answer` and `evidence` are YAML; a position that is not on record has no evidence. Raise EditError if the party's
    file has no place for the position.
    """
    path = position_path(slug, party)
    entry = f"- issue: {issue}\n  {answer}\n{indent(lines(details), '  ')}"
    if evidence:
        entry += f"\n  evidence:\n{indent(evidence, '    ')}"
    if raw := project.files.get(path):
        return Change(changed={path: append(path, raw, ("positions",), [entry], spaced=True)})
    text = f"{NEW_FILE_COMMENT}\nparty: {party}\npositions:\n{indent(entry, '  ')}\n"
    return Change(created={path: text.encode()})


def add_evidence(project: Project, slug: str, party: str, *, issue: str, evidence: str) -> Change:
    """Return the change that adds evidence, in YAML, to the newest position of a party on an issue.

    Raise EditError if there is no position, or its evidence has no place for another entry.
    """
    file = project.corpus.briefings[slug].positions.get(party)
    positions = {
        index: position
        for index, position in enumerate(file.positions if file else ())
        if position.issue == issue
    }
    if not positions:
        raise EditError(
            f"The party “{party}” has no position on the issue “{issue}”. "
            f"Add one first: briefing new position {slug} {party} {issue}"
        )
    with_stance = {index: entry for index, entry in positions.items() if not entry.absence} or positions
    newest = max(with_stance, key=lambda index: (str(positions[index].date or ""), index))
    path = position_path(slug, party)
    steps: tuple[str | int, ...] = ("positions", newest)
    if "evidence" in positions[newest].model_fields_set:  # it may be an empty list
        steps += ("evidence",)
    else:
        evidence = f"evidence:\n{indent(evidence, '  ')}"
    return Change(changed={path: append(path, project.files[path], steps, [evidence])})
