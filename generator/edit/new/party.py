"""A new party in briefings/parties.yml."""

from collections.abc import Iterable, Mapping
from textwrap import indent
from typing import Any

from generator.content.model.identifiers import identifier
from generator.edit.error import EditError
from generator.edit.names import free_id
from generator.edit.project import Change, Project
from generator.edit.yaml_edit import append
from generator.edit.yaml_writer import flow_list, lines

PATH = "briefings/parties.yml"


def new_party(
    project: Project,
    party: str,
    details: Mapping[str, str],
    *,
    aliases: Iterable[str],
    speakers: Mapping[str, Mapping[str, Any]],
) -> Change:
    """Return the change that adds a party with its name, kind and perhaps short name as `details`.

    `speakers` have their name, and perhaps a role and aliases, by identifier. Raise EditError if parties.yml has no place for
    the party.
    """
    rows = [f"{party}:", indent(lines(details), "  ")]
    if aliases:
        rows.append(f"  aliases: {flow_list(aliases)}")
    if speakers:
        rows.append("  speakers:")
        for speaker, about in speakers.items():
            texts = {key: text for key, text in about.items() if isinstance(text, str)}
            rows.append(f"    {speaker}:\n{indent(lines(texts), '      ')}")
            if also := about.get("aliases"):
                rows.append(f"      aliases: {flow_list(also)}")
    else:
        rows.append("  # Add the people who speak for the party:")
        rows.append("  # speakers:\n  #   first-last: {name: First Last, role: Head of the delegation}")
    entry = "\n".join(rows)
    raw = project.files.get(PATH)
    if raw is None:
        return Change(created={PATH: f"{entry}\n".encode()})
    if all(not line.strip() or line.strip().startswith(b"#") for line in raw.splitlines()):
        return Change(changed={PATH: raw + f"{entry}\n".encode()})
    return Change(changed={PATH: append(PATH, raw, (), [entry], spaced=True)})


def parse_speakers(texts: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the name and role of each speaker by identifier. Each is written as `Name, Role` or `id=Name, Role`.

    Raise EditError if an identifier is missing or taken.
    """
    speakers: dict[str, dict[str, str]] = {}
    for text in texts:
        own_id, _, about = text.rpartition("=")
        name, _, role = (part.strip() for part in about.partition(","))
        speaker = own_id.strip() or identifier(name)
        if not speaker:
            raise EditError(f"No identifier can be made of “{name}”. Add an identifier: id={text}")
        speakers[free_id("speaker", speaker, speakers)] = {"name": name, "role": role}
    return speakers
