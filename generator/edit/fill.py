"""Fill the empty cells of a briefing: each party without an entry on an issue gets “no position found”."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from textwrap import indent

from generator.content.model import NOT_FOUND
from generator.content.paths import position_path
from generator.edit.new.position import NEW_FILE_COMMENT
from generator.edit.project import Change, Project
from generator.edit.yaml_edit import append


@dataclass(frozen=True)
class Filled:
    """A change, the number of cells that it fills, and why files are left out, by path."""

    change: Change
    cells: int
    left_out: Mapping[str, str]


def fill(project: Project, slug: str, until: str, cells: Collection[tuple[str, str]] | None = None) -> Filled:
    """Return the change that gives each empty cell of a briefing an entry: the sources were searched `until` a day.

    With `cells`, pairs of a party and an issue, only those of them that are empty get one.
    Existing entries stay, also drafts. A file is left out if it is not certain which of its cells are empty. Raise
    EditError if a file has no place for a new entry.
    """
    briefing = project.corpus.briefings[slug]
    empty: dict[str, list[str]] = {}
    for track in project.examined.content.analysis.briefings[slug].tracks.values():
        if not track.entries and (cells is None or (track.party, track.issue) in cells):
            empty.setdefault(track.party, []).append(track.issue)
    created: dict[str, bytes] = {}
    changed: dict[str, bytes] = {}
    left_out: dict[str, str] = {}
    for party, issues in empty.items():
        path = position_path(slug, party)
        file = briefing.positions.get(party)
        entries = [f"- {{issue: {issue}, stance: {NOT_FOUND}, searched_until: {until}}}" for issue in issues]
        if path in project.corpus.unread:
            left_out[path] = "it has errors"
        elif file is None:
            listed = indent("\n".join(entries), "  ")
            created[path] = f"{NEW_FILE_COMMENT}\nparty: {party}\npositions:\n{listed}\n".encode()
        elif unknown := [entry.issue for entry in file.positions if entry.issue not in briefing.about.issues]:
            left_out[path] = f"one of its entries is on “{unknown[0]}”, which is no issue of the briefing"
        else:
            changed[path] = append(path, project.files[path], ("positions",), entries)
    filled = sum(len(empty[party]) for party in empty if position_path(slug, party) not in left_out)
    return Filled(Change(created=created, changed=changed), filled, left_out)
