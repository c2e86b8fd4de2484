"""The questions about new entries: which answers are valid, and which answer is likely. The texts are in questions.yml."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from generator.content.model import Kind
from generator.content.model.briefings import BriefingStatus
from generator.content.model.identifiers import identifier
from generator.content.model.parties import PartyKind
from generator.content.model.positions import Basis
from generator.content.model.sources import Publish
from generator.content.model.values import Count, Date, Language, Text
from generator.edit.error import EditError
from generator.edit.names import MOST_LISTED, find_name, free_id
from generator.edit.project import Project

Answers = Mapping[str, str]
"""Answers by the names of their questions; several values are on several lines, and an optional answer may be empty."""
Names = Callable[[Project, Answers], Collection[str]]

_VALUES: Mapping[str, TypeAdapter[Any]] = {
    "text": TypeAdapter(Text),
    "date": TypeAdapter(Date),
    "language": TypeAdapter(Language),
    "number": TypeAdapter(Count),
}
_FIXED_NAMES: Mapping[str, Collection[str]] = {
    "party kind": tuple(PartyKind),
    "publish value": tuple(Publish),
    "status": tuple(BriefingStatus),
    "basis": tuple(Basis),
    "evidence kind": tuple(Kind),
}
_PROJECT_NAMES: Mapping[str, Names] = {
    "briefing": lambda project, _: project.corpus.briefings,
    "party": lambda project, _: project.corpus.parties,
    "source": lambda project, _: project.corpus.sources,
    "party of the briefing": lambda project, answers: (
        project.corpus.briefings[answers["briefing"]].about.parties
    ),
    "issue": lambda project, answers: project.corpus.briefings[answers["briefing"]].about.issues,
}


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question whose answer is part of a new entry; questions.yml describes the fields.

    `check` raises EditError if the answer does not fit the project and the answers before. `asked` returns whether a
    required answer is needed after them; `hint` returns what to show beside the question.
    """

    name: str
    text: str
    type: str = "text"
    required: bool = False
    argument: bool = False
    several: bool = False
    default: str | Callable[[Project, Answers], str] = ""
    asked: Callable[[Project, Answers], bool] = lambda _project, _answers: True
    check: Callable[[Project, Answers], object] = lambda _project, _answers: None
    hint: Callable[[Project, Answers], str] = lambda _project, _answers: ""

    @property
    def fixed_choices(self) -> Collection[str]:
        """Return the valid answers if they are the same in every project; else nothing."""
        return _FIXED_NAMES.get(self.type, ())

    def choices(self, project: Project, answers: Answers) -> Collection[str]:
        """Return the valid answers if the type has a list of them, else nothing. Raise EditError if the list is empty."""
        if (names := _PROJECT_NAMES.get(self.type)) is None:
            return self.fixed_choices
        if found := names(project, answers):
            return found
        raise EditError(f"There is no {self.type} yet. Add one first: briefing new {self.type}")

    def prompt(self, project: Project, answers: Answers) -> str:
        """Return the question with its hint, or with the valid answers if they are few."""
        choices = self.choices(project, answers)
        hint = self.hint(project, answers) or (", ".join(choices) if len(choices) <= MOST_LISTED else "")
        commas = ", separated by commas" if self.several and choices else ""
        return f"{self.text}{commas} ({hint})" if hint else f"{self.text}{commas}"

    def likely_answer(self, project: Project, answers: Answers) -> str:
        """Return the default for this project, after these answers; it may be empty."""
        if callable(self.default):
            return self.default(project, answers)
        if self.default.startswith("~"):
            return identifier(answers[self.default.removeprefix("~")])
        return self.default

    def parse(self, project: Project, answers: Answers, answer: str) -> str:
        """Return `answer` as it is stored, several values on several lines. Raise EditError if it is not valid."""
        choices = self.choices(project, answers)
        parts = re.split("[,\n]" if choices else "\n", answer) if self.several else [answer]
        parsed = "\n".join(self._parse_part(project, answers, choices, part.strip()) for part in parts)
        self.check(project, {**answers, self.name: parsed})
        return parsed

    def _parse_part(self, project: Project, answers: Answers, choices: Collection[str], part: str) -> str:
        if choices:
            return find_name(self.type, part, choices)
        if self.type.startswith("new "):
            kind = self.type.removeprefix("new ")
            names = _PROJECT_NAMES.get(kind)
            return free_id(kind, part, names(project, answers) if names else ())
        try:
            _VALUES[self.type].validate_python(part)
        except ValidationError as error:
            first = error.errors()[0]
            raise EditError(f"{first['msg']}. {first.get('ctx', {}).get('hint', '')}".strip()) from None
        return part


def load_questions(kind: str, **special: Mapping[str, Any]) -> tuple[Question, ...]:
    """Return the questions of questions.yml about a kind of entry; `special` has fields by the name of the question."""
    entries = _read_questions()[kind]
    return tuple(replace(Question(**entry), **special.get(entry["name"], {})) for entry in entries)


@cache
def _read_questions() -> Mapping[str, list[dict[str, Any]]]:
    text = Path(__file__).with_name("questions.yml").read_text(encoding="utf-8")
    questions: Mapping[str, list[dict[str, Any]]] = yaml.safe_load(text)
    return questions
