"""Write an entry of a position as a form leaves it: keys, claims and evidence, in one change.

Only what the form changed is written, so keys that it has no field for, comments and the style of all other values stay.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from generator.content.paths import position_path
from generator.edit import fields, yaml_edit
from generator.edit.error import EditError
from generator.edit.positions import Entry, new_entry, place
from generator.edit.project import Change, Project
from generator.edit.usual_order import usual_order
from generator.edit.yaml_edit import Steps
from generator.edit.yaml_edit.update import set_value
from generator.edit.yaml_edit.values import plain


@dataclass(frozen=True)
class Item:
    """A mapping of a file as a form leaves it: an entry, a claim or evidence.

    `number` is its place in its list of the file; None for one that is new, whose first keys are `new`: a mapping, or YAML as
    `positions.evidence_value` returns it. `values` are the keys that the form changed; None removes one. `renamed` is a key and its
    new name. `lists` are the lists in it that the form changed, with all items in their new order.
    """

    number: int | None = None
    new: Any = None
    values: Mapping[str, Any] = field(default_factory=dict)
    renamed: tuple[str, str] | None = None
    lists: Mapping[str, tuple["Item", ...]] = field(default_factory=dict)

    @property
    def stays(self) -> bool:
        """Return whether the form left everything in it as it is in the file."""
        return self.number is not None and not (self.values or self.renamed or self.lists)

    @property
    def value(self) -> Any:
        """Return a new mapping with everything in it; evidence as YAML stays YAML."""
        lists = {key: [item.value for item in items] for key, items in self.lists.items() if items}
        if not (self.values or lists):
            return self.new
        return {**(plain(self.new) if self.new else {}), **self.values, **lists}


def save_entry(project: Project, entry: Entry, seen: Mapping[str, Any] | None, edited: Item) -> Change:
    """Return the change that writes an entry as a form leaves it.

    `seen` is the entry that the form was made from; None for a new one. The entry is found again if others moved it in its file.
    Raise EditError if it is gone, or others changed a list of it that the form changed too.
    """
    if seen is None:
        return new_entry(project, entry.slug, entry.party, {"issue": entry.issue, **edited.value})
    path, steps = place(project, found_again(project, entry, seen))
    raw = project.files[path]
    now = fields.value_at(path, raw, steps)
    for key in edited.lists:
        if plain(now.get(key)) != plain(seen.get(key)):
            raise EditError(f"“{key}” of the entry on “{entry.issue}” in {path} has changed")
    after = write_item(path, raw, steps, edited)
    return Change(changed={path: after} if after != raw else {})


def found_again(project: Project, entry: Entry, seen: Mapping[str, Any]) -> Entry:
    """Return where the entry that a form was made from is now: where it says the same, else where it was, with the same date.

    Raise EditError if there is no such entry any more.
    """
    raw = project.files.get(position_path(entry.slug, entry.party), b"")
    entries = fields.value_at(position_path(entry.slug, entry.party), raw, ("positions",)) if raw else ()
    same = [number for number, each in enumerate(entries or ()) if plain(each) == plain(seen)]
    if same and entry.index not in same:
        return replace(entry, index=same[0])
    path, steps = place(project, entry)
    now = fields.value_at(path, project.files[path], steps)
    if not same and any(now.get(key) != seen.get(key) for key in ("as_of", "searched_until")):
        raise EditError(f"the entry on “{entry.issue}” in {path} is another one now")
    return entry


def write_item(path: str, raw: bytes, steps: Steps, item: Item) -> bytes:
    """Return the bytes of a file in which the mapping at `steps` is as `item` says."""
    if item.renamed:
        old, new = item.renamed
        raw = yaml_edit.rename_key(path, raw, (*steps, old), new)
    # Nothing is removed before the rest is there, else what is empty for a moment would go too.
    pairs = [(key, fields.written(value)) for key, value in item.values.items()]
    order = partial(usual_order, path)
    for key, value in sorted(pairs, key=lambda pair: pair[1] is None):
        raw = set_value(path, raw, (*steps, key), value, order)
    for key, items in item.lists.items():
        raw = _write_list(path, raw, (*steps, key), items)
    return raw


def _write_list(path: str, raw: bytes, steps: Steps, items: Sequence[Item]) -> bytes:
    """Return the bytes of a file in which the list at `steps` has these items, in their order."""
    present = fields.value_at(path, raw, steps) or []
    order = partial(usual_order, path)
    if not present or not items:
        new = [item.value for item in items]
        return set_value(path, raw, steps, fields.written(new), order)
    numbers: list[int | Item] = [*range(len(present)), *(item for item in items if item.number is None)]
    for index in range(len(present), len(numbers)):
        item = numbers[index]
        assert isinstance(item, Item)  # noqa: S101 - numbers of the file come first
        value = fields.written(item.value)
        if value is None:
            raise EditError("There is nothing to add: every field is empty.")
        raw = yaml_edit.insert(path, raw, steps, index, value)
    wanted = [item if item.number is None else item.number for item in items]
    for index in reversed(range(len(numbers))):
        if numbers[index] not in wanted:
            raw = yaml_edit.remove(path, raw, (*steps, index))
            del numbers[index]
    for index, each in enumerate(wanted):
        at = numbers.index(each, index)
        if at != index:
            raw = yaml_edit.move(path, raw, (*steps, at), index - at)
            numbers.insert(index, numbers.pop(at))
    for index, item in enumerate(items):
        if item.number is not None:
            raw = write_item(path, raw, (*steps, index), item)
    return raw
