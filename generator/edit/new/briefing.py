"""A new briefing: its folder with a briefing.yml that rests on one stored source and has one issue."""

from __future__ import annotations

from textwrap import indent

from generator.edit.new.evidence import evidence_entry, first_sentence
from generator.edit.new.issue import issue_entry
from generator.edit.new.questions import Answers, load_questions
from generator.edit.project import Change, Project
from generator.edit.yaml_writer import lines, value

_PLACEHOLDER = "So far, this briefing rests on one text:"
_FILE = """\
# A briefing. Each party's positions are in positions/, one file for each party.
{about}
parties: [{parties}]  # in the order of the columns

# The main answer, the most important sentence first. Each sentence says whose words it rests on.
answer:
  - text: {answer}
    evidence:
{evidence}

# The questions on which the parties take positions, in neutral words. A proposal is a sentence that a party can
# support or reject.
issues:
{issue}
"""


def _only_source(project: Project, _answers: Answers) -> str:
    sources = project.corpus.sources
    return next(iter(sources)) if len(sources) == 1 else ""


def _source_language(project: Project, answers: Answers) -> str:
    return project.corpus.sources[answers["source"]].about.language


def _is_in_another_language(project: Project, answers: Answers) -> bool:
    """Return whether the source is in another language than the site; en and en-GB are the same."""
    languages = (_source_language(project, answers), project.language)
    return len({language.partition("-")[0].lower() for language in languages}) > 1


def _placeholder(project: Project, answers: Answers) -> str:
    """Return an answer that only names the source, for an editor to replace."""
    title = project.corpus.sources[answers["source"]].about.title.strip("[]")
    return f"{_PLACEHOLDER} {title}."


def is_placeholder(answer: str) -> bool:
    """Return whether an answer only names the source."""
    return answer.startswith(_PLACEHOLDER)


QUESTIONS = load_questions(
    "briefing",
    source={"default": _only_source},
    language={"default": _source_language, "asked": _is_in_another_language},
    answer={"default": _placeholder},
    words={"check": evidence_entry},
)


def new_briefing(project: Project, answers: Answers) -> Change:
    """Return the change that creates a briefing. Raise EditError if no sentence of the source can be evidence."""
    keys = ("title", "question", "language", "status", "as_of")
    about = {**{key: answers[key] for key in keys}, "reviewed_on": answers["as_of"]}
    evidence = (
        evidence_entry(project, answers) if answers["words"] else first_sentence(project, answers["source"])
    )
    issue = issue_entry(
        answers["issue_id"],
        title=answers["issue"],
        question=answers["issue_question"],
        proposals=answers["proposal"],
    )
    text = _FILE.format(
        about=lines(about),
        parties=", ".join(answers["party"].splitlines()),
        answer=value(answers["answer"]),
        evidence=indent(evidence, "      "),
        issue=indent(issue, "  "),
    )
    return Change(created={f"briefings/{answers['id']}/briefing.yml": text.encode()})
