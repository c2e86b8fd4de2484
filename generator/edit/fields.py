"""Change any value of a project's YAML files, named by the path of its file and the steps to it, as a form does.

Each function returns a `Change`; every other byte of the file stays. A value is a text, a number, a date, true or false, or a
list or mapping of such values. Empty texts, lists and mappings count as nothing: the key is removed.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from generator.edit import yaml_edit
from generator.edit.error import EditError
from generator.edit.names import free_id
from generator.edit.project import Change, Project
from generator.edit.usual_order import usual_order
from generator.edit.yaml_edit import Steps, Value, Written
from generator.edit.yaml_edit.update import set_value as set_in_file
from generator.edit.yaml_edit.values import Layout


def set_value(project: Project, path: str, steps: Steps, value: Any) -> Change:
    """Return the change that sets the value at `steps`. See `set_values`."""
    return set_values(project, path, steps[:-1], {steps[-1]: value})


def set_values(project: Project, path: str, steps: Steps, values: Mapping[Any, Any]) -> Change:
    """Return the change that sets the values of several keys, or items, of what `steps` lead to; None removes one.

    Only what differs is written. A file that does not exist is created. Raise EditError if there is no place for a value.
    """
    raw = project.files.get(path)
    if raw is None:
        return _created(path, steps, values)
    pairs = [(key, written(value)) for key, value in values.items()]
    kept = [pair for pair in pairs if pair[1] is not None]
    # Nothing is removed before the rest is there, else what is empty for a moment would go too.
    for key, value in (*kept, *reversed([pair for pair in pairs if pair[1] is None])):
        raw = set_in_file(path, raw, (*steps, key), value, partial(usual_order, path))
    return _changed(project, path, raw)


def add_item(project: Project, path: str, steps: Steps, value: Any, index: int | None = None) -> Change:
    """Return the change that adds an item to the list at `steps`: before the one at `index`, or at its end.

    A list or file that does not exist is created.
    """
    raw = project.files.get(path)
    item = written(value)
    if item is None:
        raise EditError("There is nothing to add: every field is empty.")
    if raw is None:
        return _created(path, steps[:-1], {steps[-1]: [item]})
    items = value_at(path, raw, steps)
    if items is None:
        raw = set_in_file(path, raw, steps, [item], partial(usual_order, path))
    else:
        place = len(items) if index is None else index
        raw = yaml_edit.insert(path, raw, steps, place, item)
    return _changed(project, path, raw)


def add_named(
    project: Project, path: str, steps: Steps, name: str, values: Mapping[str, Any], *, kind: str
) -> Change:
    """Return the change that adds an entry under its identifier: an issue, a proposition, an option, a speaker, a term.

    `kind` names it in messages. Raise EditError if `name` is no identifier, or is taken.
    """
    raw = project.files.get(path)
    taken = value_at(path, raw, steps) if raw is not None else None
    free_id(kind, name, taken or ())
    if written(values) is None:
        raise EditError("There is nothing to add: every field is empty.")
    return set_value(project, path, (*steps, name), values)


def remove_item(project: Project, path: str, steps: Steps) -> Change:
    """Return the change that removes an item or key with its comments; a list or mapping that is empty then goes too."""
    return set_value(project, path, steps, None)


def rename_key(project: Project, path: str, steps: Steps, new: str) -> Change:
    """Return the change that gives the key at the end of `steps` another name. To rename an identifier, see `rename`."""
    return _changed(project, path, yaml_edit.rename_key(path, _raw(project, path), steps, new))


def value_at(path: str, raw: bytes, steps: Steps) -> Any:
    """Return the value at `steps` as the reader reads it; None if there is none. Raise EditError if the file has errors."""
    data: Any = yaml_edit.data_of(path, raw)
    for step in steps:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return None
    return data


def written(value: Any) -> Value | None:
    """Return a value of a form as texts, lists and mappings without empty ones; None if nothing is left."""
    if value is None or isinstance(value, Written):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return {str(key): item for key, each in value.items() if (item := written(each)) is not None} or None
    if isinstance(value, list | tuple):
        return [item for each in value if (item := written(each)) is not None] or None
    return str(value).replace("\r\n", "\n").strip() or None  # browsers send both signs


def _raw(project: Project, path: str) -> bytes:
    if path not in project.files:
        raise EditError(f"There is no file {path}.")
    return project.files[path]


def _changed(project: Project, path: str, raw: bytes) -> Change:
    """Return the change of one file; nothing if it stays the same."""
    return Change(changed={path: raw} if raw != project.files[path] else {})


def _created(path: str, steps: Steps, values: Mapping[Any, Any]) -> Change:
    """Return the change that creates a file with these values."""
    value: Any = written(values)
    for step in reversed(steps):
        value = [value] if isinstance(step, int) else {step: value}
    if not isinstance(value, dict):
        raise EditError(f"There is nothing to write to {path}.")
    return Change(created={path: "\n".join([*Layout().entries(value), ""]).encode()})
