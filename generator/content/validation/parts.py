"""What is sound of data with faults of shape: it is checked all the same, so that one fault hides no other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.content.model.identifiers import better_id
from generator.content.model.node import Node
from generator.content.validation.fields import Path, fields_at
from generator.content.validation.hints import nearest, split
from generator.content.validation.joined import joined
from generator.location import YamlList, YamlMap

NodeT = TypeVar("NodeT", bound=Node)

_KEY = "[key]"
"""The last step on the path of a key that is no identifier."""
_WRONG = object()
"""What stands in the place of a value until it is taken out."""


def as_meant(model: type[Node], data: Any) -> Any:
    """Give `data` as it was meant, as far as that can be known; the same where nothing can.

    A misspelt key is taken for the one that it is like, what stands where a list is needed for its entries, a list
    that names something twice for one that names it once, and entries that have joined another list for their own.
    """
    meant = _copied(data)
    strays = list(joined(model, meant))
    for stray in strays:
        stray.part()
    changed = bool(strays)
    while isinstance(meant, YamlMap) and any(
        [_put_right(model, meant, one) for one in _errors(model, meant)]  # noqa: C419 - all of them
    ):
        changed = True
    return meant if changed else data


def sound_part(model: type[NodeT], data: Any, stand_ins: Mapping[str, Any]) -> NodeT | None:
    """Read `data` as a `model`, without what is wrong in it; None where too little is left.

    For keys that cannot be left out `stand_ins` has what to put there. `Node.lost` says what is left out.
    """
    data, put_in = _swept(data), set[Path]()
    while isinstance(data, YamlMap):
        paths = [one["loc"] for one in _errors(model, data)]
        if not paths:
            return model.model_validate(data)
        for path in paths:
            if path and path not in put_in and path[-1] in stand_ins and _put_in(data, path, stand_ins):
                put_in.add(path)
            elif not _marked(data, path):
                return None
        data = _swept(data)
    return None


def _errors(model: type[Node], data: YamlMap) -> list[ErrorDetails]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _put_right(model: type[Node], data: YamlMap, detail: ErrorDetails) -> bool:
    """Say whether what an error is about was put as it was meant."""
    is_key = detail["loc"][-1:] == (_KEY,)
    path = detail["loc"][:-1] if is_key else detail["loc"]
    outer, key = _innermost(data, path)
    if not isinstance(outer, YamlMap) or key != path[-1]:
        return False
    value = outer[key]
    if detail["type"] == "tuple_type" and value is not None:
        outer[key] = outer.as_list(key, split(value) if isinstance(value, str) else [value])
        return True
    if detail["type"] == "repeated":
        once = list(dict.fromkeys(value))
        outer[key] = outer.as_list(key, once)
        return len(once) < len(value)
    meant = ""
    if detail["type"] == "extra_forbidden":
        meant = nearest(key, [name for name in fields_at(model, path[:-1]) if name not in outer])
    elif is_key and better_id(key) not in outer:
        meant = better_id(key)
    if meant:
        outer.fill(meant, outer.pop(key), outer.places.pop(key))
    return bool(meant)


def _put_in(data: YamlMap, path: Path, stand_ins: Mapping[str, Any]) -> bool:
    """Say whether the key at the end of `path` was missing, and was put in."""
    outer, step = _innermost(data, path)
    node = data if outer is None else outer[step]
    missing = isinstance(node, YamlMap) and step != path[-1]
    if missing:
        node.put_in(str(path[-1]), stand_ins[str(path[-1])])
    return missing


def _marked(data: YamlMap, path: Path) -> bool:
    """Mark what is wrong at `path` as wrong; False where this is the whole."""
    outer, step = _innermost(data, path)
    if outer is None:
        return False
    outer[step] = _WRONG
    return True


def _innermost(data: YamlMap, path: Path) -> tuple[Any, Any]:
    """Give the innermost value that exists on `path`, as what it stands in and the step to it; None for the whole.

    Steps that lead nowhere are passed over, as where marks are looked for: for a missing key that is what lacks it.
    """
    outer, last = None, None
    here: Any = data
    for step in path:
        steps = range(len(here)) if isinstance(here, YamlList) else here if isinstance(here, YamlMap) else ()
        if step in steps:
            outer, last, here = here, step, here[step]
    return outer, last


def _copied(data: Any) -> Any:
    if not isinstance(data, YamlMap | YamlList):
        return data
    copy: Any = data.emptied()
    places: Any = data.places
    for step, value in data.items() if isinstance(data, YamlMap) else enumerate(data):
        copy.fill(step, _copied(value), places[step])
    return copy


def _swept(data: Any) -> Any:
    """Copy `data` without what is wrong or empty, and note on the way up that something was lost."""
    if not isinstance(data, YamlMap | YamlList):
        return _WRONG if data is None else data
    left: Any = data.emptied()
    places: Any = data.places
    for step, value in data.items() if isinstance(data, YamlMap) else enumerate(data):
        part = _swept(value)
        if part is _WRONG or (isinstance(part, YamlMap | YamlList) and part.lost):
            left.lose(step)
        if part is not _WRONG:
            left.fill(step, part, places[step])
    return left
