"""Make a value of a YAML file say something else by the fewest changes, so that the lines of all that stays are the same."""

import json
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from generator.edit.yaml_edit import Steps, Value, Written, add_key, data_of, insert, remove, replace
from generator.edit.yaml_edit.values import plain

OrderOf = Callable[[Steps], Sequence[str]]
"""Returns the usual order of the keys in the mapping at some steps."""


def set_value(path: str, raw: bytes, steps: Steps, value: Value | None, order_of: OrderOf) -> bytes:
    """Return the bytes of a file in which the value at `steps` is `value`, or is not there if that is None.

    What is missing on the way is written too; what has no entry afterwards is removed. Raise EditError if there is no place
    for the value.
    """
    data = data_of(path, raw)
    depth, inner = _existing(data, steps)
    if value is None:
        return _without(path, raw, data, steps) if depth == len(steps) else raw
    if depth == len(steps):
        update = _Update(path, raw, order_of)
        update.value(steps, inner, value)
        return update.raw
    for step in reversed(steps[depth + 1 :]):
        value = [value] if isinstance(step, int) else {step: value}
    above, step = steps[:depth], steps[depth]
    if isinstance(step, str):
        return add_key(path, raw, above, step, value, order=order_of(above))
    return insert(path, raw, above, step, value)


def _existing(data: Any, steps: Steps) -> tuple[int, Any]:
    """Return how many of the steps exist in the data of a file, and the value at the last of them."""
    for depth, step in enumerate(steps):
        exists = step in data if isinstance(data, dict) else _has_item(data, step)
        if not exists:
            return depth, data
        data = data[step]
    return len(steps), data


def _has_item(data: Any, step: str | int) -> bool:
    return isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)


def _without(path: str, raw: bytes, data: Any, steps: Steps) -> bytes:
    """Remove a value, and everything around it that has no other entry."""
    while len(steps) > 1 and len(_existing(data, steps[:-1])[1]) == 1:
        steps = steps[:-1]
    return remove(path, raw, steps)


class _Update:
    """The bytes of a file while values in it are changed."""

    def __init__(self, path: str, raw: bytes, order_of: OrderOf) -> None:
        self.path, self.raw, self.order_of = path, raw, order_of

    def value(self, steps: Steps, old: Any, new: Any) -> None:
        """Write `new` instead of `old`, which is at `steps` now."""
        wanted = plain(new)
        if wanted == plain(old):
            return
        if isinstance(old, dict) and isinstance(wanted, dict) and old.keys() & wanted.keys():
            self._map(steps, old, new if isinstance(new, Mapping) else wanted)
        elif isinstance(old, list) and isinstance(wanted, list) and old and wanted:
            self._list(steps, old, wanted if isinstance(new, Written) else list(new))
        else:
            self.raw = replace(self.path, self.raw, steps, new)

    def _map(self, steps: Steps, old: Any, new: Mapping[str, Any]) -> None:
        for key, value in new.items():
            if key in old:
                self.value((*steps, key), old[key], value)
            else:
                order = self.order_of(steps) or list(new)
                self.raw = add_key(self.path, self.raw, steps, key, value, order=order)
        for key in old:
            if key not in new:
                self.raw = remove(self.path, self.raw, (*steps, key))

    def _list(self, steps: Steps, old: list[Any], new: list[Any]) -> None:
        before, after = ([json.dumps(plain(item)) for item in items] for items in (old, new))
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for operation, *span in reversed(matcher.get_opcodes()):
            if operation != "equal":
                self._items(steps, old[span[0] : span[1]], new[span[2] : span[3]], span[0])

    def _items(self, steps: Steps, old: list[Any], new: list[Any], first: int) -> None:
        """Write the items `new` instead of `old`, which begin at `first`."""
        for number in reversed(range(max(len(old), len(new)))):
            at = (*steps, first + number)
            if number >= len(old):
                self.raw = insert(self.path, self.raw, steps, first + len(old), new[number])
            elif number >= len(new):
                self.raw = remove(self.path, self.raw, at)
            else:
                self.value(at, old[number], new[number])
