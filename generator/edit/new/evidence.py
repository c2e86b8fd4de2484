"""Evidence made of words that an editor chooses, and its place in a position."""

from __future__ import annotations

from textwrap import indent

from generator.content.model import Kind
from generator.edit.error import EditError
from generator.edit.new.questions import Answers, load_questions
from generator.edit.project import Change, Project
from generator.edit.quote_finder.blocks import evidence_block
from generator.edit.quote_finder.found import Found, FoundPassage
from generator.edit.quote_finder.render import as_text
from generator.edit.quote_finder.search import find
from generator.edit.yaml_writer import append_entry, value


def evidence_entry(project: Project, answers: Answers) -> str:
    """Return evidence for the words in `answers` as an entry of a list, in YAML.

    Raise EditError if no source has the words, several places have them and none is chosen, or they cannot be evidence.
    """
    sources = project.corpus.sources
    articles = [source.article for name, source in sources.items() if answers.get("source", "") in ("", name)]
    passage = _chosen(find(articles, project.corpus, answers["words"]), int(answers.get("number") or 0))
    kind = Kind(answers["kind"]) if answers.get("kind") else _likely_kind(passage)
    entry = evidence_block(passage.article, kind, passage.spans, answers.get("speaker") or None)
    if entry is None:
        raise EditError("These words cannot be evidence: they cut a word, or are too few to be found again.")
    return f"{entry}\n  why: {value(answers['why'])}" if answers.get("why") else entry


def _chosen(found: Found, number: int) -> FoundPassage:
    """Return the place with `number`, from 1; 0 chooses the only place. Raise EditError if there is no such place."""
    if not found.passages:
        raise EditError(as_text(found))
    if number > found.total:
        raise EditError(f"These words are in {found.total} places; there is no place {number}.")
    if number > len(found.passages):
        raise EditError(
            f"Only the first {len(found.passages)} of {found.total} places have a number. Add more words, or choose a source."
        )
    if len(found.passages) > 1 and not number:
        raise EditError(
            f"{as_text(found)}\n\nThese words are in several places. Choose a place by its number, or add more words."
        )
    return found.passages[max(number - 1, 0)]


def _likely_kind(passage: FoundPassage) -> Kind:
    """Return QUOTE for words in quotation marks, else REPORTED."""
    return Kind.QUOTE if passage.block and f"\n  {Kind.QUOTE}:" in passage.block else Kind.REPORTED


def _entry_index(project: Project, answers: Answers) -> int:
    """Return the index of the newest entry that the answers can mean. Raise EditError if there is none."""
    briefing = project.corpus.briefings[answers["briefing"]]
    party, issue, as_of = answers["party"], answers["issue"], answers["as_of"]
    positions = briefing.positions[party].positions if party in briefing.positions else ()
    entries = {index: position for index, position in enumerate(positions) if position.issue == issue}
    fitting = [index for index, position in entries.items() if as_of in ("", str(position.as_of))]
    if not fitting:
        dates = ", ".join(str(position.as_of) for position in entries.values())
        hint = (
            f"It has entries of {dates}."
            if dates
            else f"Add one first: briefing new position {briefing.slug} {party} {issue}"
        )
        raise EditError(f"The party “{party}” has no such entry on the issue “{issue}”. {hint}")
    return max(fitting, key=lambda index: (str(positions[index].date or ""), index))


QUESTIONS = load_questions(
    "evidence",
    as_of={"check": _entry_index},
    words={"check": evidence_entry},
)


def add_evidence(project: Project, answers: Answers) -> Change:
    """Return the change that adds evidence to a party's entry on an issue. Raise EditError if there is no entry or no place."""
    slug, party = answers["briefing"], answers["party"]
    briefing = project.corpus.briefings[slug]
    index = _entry_index(project, answers)
    evidence = evidence_entry(project, answers)
    path = f"briefings/{slug}/positions/{party}.yml"
    steps: tuple[str | int, ...] = ("positions", index)
    if "evidence" in briefing.positions[party].positions[index].model_fields_set:  # it may be an empty list
        steps += ("evidence",)
    else:
        evidence = f"evidence:\n{indent(evidence, '  ')}"
    return Change(changed={path: append_entry(path, project.files[path], steps, evidence)})
