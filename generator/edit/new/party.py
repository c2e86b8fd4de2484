"""A new party in briefings/parties.yml."""

from __future__ import annotations

from textwrap import indent

from generator.content.model.identifiers import identifier
from generator.edit.error import EditError
from generator.edit.names import free_id
from generator.edit.new.questions import Answers, load_questions
from generator.edit.project import Change, Project
from generator.edit.yaml_writer import append_entry, flow_list, lines

PATH = "briefings/parties.yml"


def _speakers(answers: Answers) -> dict[str, dict[str, str]]:
    """Return the name and role of each speaker by identifier. Raise EditError if an identifier is missing or taken."""
    speakers: dict[str, dict[str, str]] = {}
    for line in answers["speaker"].splitlines():
        own_id, _, about = line.rpartition("=")
        name, _, role = (part.strip() for part in about.partition(","))
        speaker = own_id.strip() or identifier(name)
        if not speaker:
            raise EditError(f"No identifier can be made of “{name}”. Add an identifier: id={line}")
        speakers[free_id("speaker", speaker, speakers)] = {"name": name, "role": role}
    return speakers


QUESTIONS = load_questions("party", speaker={"check": lambda _, answers: _speakers(answers)})


def new_party(project: Project, answers: Answers) -> Change:
    """Return the change that adds a party. Raise EditError if parties.yml has no place for it."""
    entry = _entry(answers)
    raw = project.files.get(PATH)
    if raw is None:
        return Change(created={PATH: f"{entry}\n".encode()})
    if all(not line.strip() or line.strip().startswith(b"#") for line in raw.splitlines()):
        return Change(changed={PATH: raw + f"{entry}\n".encode()})
    return Change(changed={PATH: append_entry(PATH, raw, (), entry, blank_line=True)})


def _entry(answers: Answers) -> str:
    """Return the party as YAML."""
    rows = [
        f"{answers['id']}:",
        indent(lines({key: answers[key] for key in ("name", "short", "kind")}), "  "),
    ]
    if aliases := answers["alias"].splitlines():
        rows.append(f"  aliases: {flow_list(aliases)}")
    if speakers := _speakers(answers):
        rows.append("  speakers:")
        rows += [f"    {name}:\n{indent(lines(about), '      ')}" for name, about in speakers.items()]
    else:
        rows.append("  # Add the people who speak for the party:")
        rows.append("  # speakers:\n  #   first-last: {name: First Last, role: Head of the delegation}")
    return "\n".join(rows)
