"""A new position of a party on an issue."""

from __future__ import annotations

import re
from textwrap import indent

from generator.content.model import ABSENCES
from generator.edit.error import EditError
from generator.edit.names import find_name
from generator.edit.new.evidence import evidence_entry
from generator.edit.new.questions import Answers, load_questions
from generator.edit.project import Change, Project
from generator.edit.yaml_writer import append_entry, lines


def _proposals_and_codes(project: Project, answers: Answers) -> tuple[list[str], list[str]]:
    """Return the proposals of the issue, and all codes that a stance can have."""
    briefing = project.corpus.briefings[answers["briefing"]]
    codes = [*briefing.codes, "unclear", *ABSENCES]
    return [*briefing.about.issues[answers["issue"]].proposals], codes


def _stances(answers: Answers) -> dict[str, str]:
    """Return the code of the stance on each proposal; a single code has the key ""."""
    pairs = (part.rpartition("=") for part in re.split("[,\n]", answers["stance"]))
    return {proposal.strip(): code.strip() for proposal, _, code in pairs}


def _stance_hint(project: Project, answers: Answers) -> str:
    proposals, codes = _proposals_and_codes(project, answers)
    form = [f"{proposal}=CODE" for proposal in proposals] if len(proposals) > 1 else []
    return "; ".join([*form, ", ".join(codes)])


def _check_stance(project: Project, answers: Answers) -> None:
    """Raise EditError unless there is one code, or a code for each of several proposals."""
    proposals, codes = _proposals_and_codes(project, answers)
    stances = _stances(answers)
    for code in stances.values():
        find_name("stance", code, codes)
    if [*stances] == [""] and (len(proposals) == 1 or stances[""] in ABSENCES):
        return
    for proposal in stances:
        find_name("proposal", proposal, proposals)
    if missing := [proposal for proposal in proposals if proposal not in stances]:
        raise EditError(f"The stance on “{missing[0]}” is missing. Add {missing[0]}=CODE.")


def _is_on_record(_project: Project, answers: Answers) -> bool:
    """Return whether the sources have a position of the party."""
    return answers["stance"] not in ABSENCES


def _is_absent(project: Project, answers: Answers) -> bool:
    return not _is_on_record(project, answers)


def _newest_event(project: Project, answers: Answers) -> str:
    return str(project.corpus.briefings[answers["briefing"]].about.as_of)


QUESTIONS = load_questions(
    "position",
    stance={"check": _check_stance, "hint": _stance_hint},
    searched_until={"default": _newest_event, "asked": _is_absent},
    as_of={"default": _newest_event, "asked": _is_on_record},
    statement={"asked": _is_on_record},
    words={"check": evidence_entry, "asked": _is_on_record},
)


def new_position(project: Project, answers: Answers) -> Change:
    """Return the change that adds a position: the first entry on the issue, or a newer one. Raise EditError if there is no place for it."""
    path = f"briefings/{answers['briefing']}/positions/{answers['party']}.yml"
    entry = _entry(project, answers)
    if raw := project.files.get(path):
        return Change(changed={path: append_entry(path, raw, ("positions",), entry, blank_line=True)})
    comment = "# The positions of this party. If a position changes, keep the old entry and add a newer one."
    text = f"{comment}\nparty: {answers['party']}\npositions:\n{indent(entry, '  ')}\n"
    return Change(created={path: text.encode()})


def _entry(project: Project, answers: Answers) -> str:
    """Return the position as YAML."""
    stances = _stances(answers)
    by_proposal = ", ".join(f"{proposal}: {code}" for proposal, code in stances.items())
    stance = stances.get("") or f"{{{by_proposal}}}"
    start = f"- issue: {answers['issue']}\n  stance: {stance}\n"
    if not _is_on_record(project, answers):
        return f"{start}  searched_until: {answers['searched_until']}"
    details = lines({key: answers[key] for key in ("as_of", "basis", "statement", "summary")})
    evidence = indent(evidence_entry(project, answers), "    ")
    return f"{start}{indent(details, '  ')}\n  evidence:\n{evidence}"
