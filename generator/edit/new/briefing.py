"""A new briefing: its folder with a briefing.yml that rests on one stored source and has one issue."""

from __future__ import annotations

from textwrap import indent

from generator.edit.new.evidence import evidence_entry
from generator.edit.new.issue import issue_entry
from generator.edit.new.questions import Answers, load_questions
from generator.edit.project import Change, Project
from generator.edit.yaml_writer import lines, value

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


QUESTIONS = load_questions("briefing", source={"default": _only_source}, words={"check": evidence_entry})


def new_briefing(project: Project, answers: Answers) -> Change:
    """Return the change that creates a briefing. Raise EditError if the words cannot be evidence."""
    keys = ("title", "question", "language", "status", "as_of")
    about = {**{key: answers[key] for key in keys}, "reviewed_on": answers["as_of"]}
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
        evidence=indent(evidence_entry(project, answers), "      "),
        issue=indent(issue, "  "),
    )
    return Change(created={f"briefings/{answers['id']}/briefing.yml": text.encode()})
