"""A new issue in a briefing."""

from __future__ import annotations

from generator.content.model.identifiers import identifier
from generator.edit.new.questions import Answers, load_questions
from generator.edit.project import Change, Project
from generator.edit.yaml_writer import append_entry, value
from generator.evidence.hint_text import yaml_text

_WORDS_IN_ID = 4

QUESTIONS = load_questions("issue")


def new_issue(project: Project, answers: Answers) -> Change:
    """Return the change that adds an issue to a briefing. Raise EditError if the briefing has no place for it."""
    path = f"briefings/{answers['briefing']}/briefing.yml"
    entry = issue_entry(
        answers["id"], title=answers["title"], question=answers["question"], proposals=answers["proposal"]
    )
    return Change(changed={path: append_entry(path, project.files[path], ("issues",), entry)})


def issue_entry(name: str, *, title: str, question: str, proposals: str) -> str:
    """Return an issue as YAML; `proposals` are sentences, one a line."""
    return "\n".join(
        [
            f"{name}:",
            f"  title: {value(title)}",
            f"  question: {value(question)}",
            "  proposals:",
            *(
                f"    {key}: {{text: {yaml_text(text)}}}"
                for key, text in _proposals(name, proposals.splitlines()).items()
            ),
        ]
    )


def _proposals(issue: str, texts: list[str]) -> dict[str, str]:
    """Return proposals by identifier: the issue's own for a single one, else the first words of each."""
    if len(texts) == 1:
        return {issue: texts[0]}
    proposals: dict[str, str] = {}
    for number, text in enumerate(texts, 1):
        name = "-".join(identifier(text).split("-")[:_WORDS_IN_ID])
        proposals[name if name and name not in proposals else f"{issue}-{number}"] = text
    return proposals
