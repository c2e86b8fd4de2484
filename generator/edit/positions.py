"""Change the positions of a party: entries, their fields and claims, and the evidence for both.

Each function returns a `Change`. It names an entry by identifiers and never by a path, and refuses if the entry is another one
now. What is not here, `fields` changes: `place` gives the path and the steps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content.paths import position_path
from generator.edit import fields
from generator.edit.error import EditError
from generator.edit.names import find_name
from generator.edit.new.position import NEW_FILE_COMMENT
from generator.edit.project import Change, Project
from generator.edit.usual_order import usual_order
from generator.edit.yaml_edit import Steps, Written, insert, remove

CLAIMS = ("conditions", "red_lines", "interests", "offers")
"""The lists of claims that an entry can have."""


@dataclass(frozen=True)
class Entry:
    """An entry of a position file: the issue that it is on, and its number among all entries of the file, from 0."""

    slug: str
    party: str
    issue: str
    index: int


Owner = Steps
"""Whose evidence it is: nothing for the entry, or a list of claims and a number, such as ("conditions", 0)."""


def place(project: Project, entry: Entry, *steps: str | int) -> tuple[str, Steps]:
    """Return the path of the file of an entry, and the steps to something in it.

    Raise EditError if there is no such entry, or it is on another issue now.
    """
    path = _path(project, entry.slug, entry.party)
    above: Steps = ("positions", entry.index)
    raw = project.files.get(path)
    if raw is None or fields.value_at(path, raw, (*above, "issue")) != entry.issue:
        raise EditError(f"{path} has no such entry on “{entry.issue}” any more. Open the position again.")
    return path, (*above, *steps)


def new_entry(project: Project, slug: str, party: str, values: Mapping[str, Any]) -> Change:
    """Return the change that adds an entry with these values, of which `issue` is needed.

    It stands behind the other entries on its issue, which are its history. The file is created if there is none.
    """
    issue = str(values.get("issue", ""))
    path = _path(project, slug, party)
    find_name("issue", issue, project.corpus.briefings[slug].about.issues)
    order = usual_order(path, ("positions", 0))
    in_order = {key: values[key] for key in (*order, *values) if key in values}
    value = fields.written(in_order)
    raw = project.files.get(path)
    if raw is None:
        created = fields.set_values(project, path, (), {"party": party, "positions": [value]})
        return Change(created={path: f"{NEW_FILE_COMMENT}\n".encode() + created.created[path]})
    entries = fields.value_at(path, raw, ("positions",))
    if not isinstance(entries, list) or value is None:
        return fields.set_value(project, path, ("positions",), [value])
    same = [
        index
        for index, entry in enumerate(entries)
        if isinstance(entry, dict) and entry.get("issue") == issue
    ]
    index = same[-1] + 1 if same else len(entries)
    spaced = True if len(entries) == 1 else None
    return Change(changed={path: insert(path, raw, ("positions",), index, value, spaced=spaced)})


def remove_entry(project: Project, entry: Entry) -> Change:
    """Return the change that removes an entry with its comments. A file without an entry stays, with an empty list."""
    path, steps = place(project, entry)
    return Change(changed={path: remove(path, project.files[path], steps)})


def add_evidence(
    project: Project, entry: Entry, evidence: Any, *, owner: Owner = (), number: int | None = None
) -> Change:
    """Return the change that adds evidence before the one with this number, or at the end.

    `evidence` is a mapping, or an item of a list as YAML.
    """
    path, steps = place(project, entry, *owner)
    _require(project, path, steps)
    return fields.add_item(project, path, (*steps, "evidence"), evidence_value(evidence), number)


def evidence_value(evidence: Any) -> Any:
    """Return evidence as a value: a mapping as it is, an item of a list in YAML as it is written."""
    if not isinstance(evidence, str):
        return evidence
    lines = evidence.removeprefix("- ").split("\n")
    return Written.of("\n".join(line.removeprefix("  ") for line in lines))


def _path(project: Project, slug: str, party: str) -> str:
    """Return the path of the positions of a party. Raise EditError if there is no such briefing or party in it."""
    briefings = project.corpus.briefings
    about = briefings[find_name("briefing", slug, briefings)].about
    return position_path(slug, find_name("party", party, about.parties))


def _require(project: Project, path: str, steps: Sequence[str | int]) -> None:
    """Raise EditError if there is nothing at `steps`."""
    if fields.value_at(path, project.files[path], steps) is None:
        raise EditError(f"{path} has changed: there is no such entry any more. Open the position again.")
