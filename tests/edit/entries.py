"""Entries of positions, changed as the form of the desk changes them."""

from collections.abc import Mapping
from typing import Any

from generator.edit import fields
from generator.edit.entry import Item, save_entry
from generator.edit.positions import Entry, place
from generator.edit.project import Change, Project


def set_fields(
    project: Project, entry: Entry, values: Mapping[str, Any], **lists: tuple[Item, ...]
) -> Change:
    """Return the change of a form that gives an entry these values and lists."""
    path, steps = place(project, entry)
    seen = fields.value_at(path, project.files[path], steps)
    return save_entry(project, entry, seen, Item(number=entry.index, values=values, lists=lists))
