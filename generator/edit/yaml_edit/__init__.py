"""Change a value, a key or an item of a YAML file; every other byte stays the same.

Each function takes the path of the file for messages, its bytes, and the steps (keys and indexes) to what changes, and returns
the new bytes. The result is read again and must say exactly what was asked, else nothing is returned: EditError has the text
to paste. `regions` says which comments and empty lines go with an entry. Entries in brackets stay in brackets where the result
fits on its line; else they become lines, down to what changes.
"""

from collections.abc import Sequence
from typing import Any

from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError
from generator.edit.yaml_edit import in_brackets, in_lines
from generator.edit.yaml_edit.document import Splice, Steps, index_of
from generator.edit.yaml_edit.file_edit import FileEdit, value_at
from generator.edit.yaml_edit.values import Layout, Value, Written, text_in_line
from generator.edit.yaml_edit.values import in_brackets as value_in_brackets
from generator.location import YamlMap

__all__ = ["Steps", "Value", "Written", "add_key", "append", "data_of", "insert", "move", "remove", "rename_key", "replace"]  # fmt: skip


def data_of(path: str, raw: bytes) -> YamlMap:
    """Return what a file says. Raise EditError if it has errors."""
    data, errors = read_yaml(path, raw)
    if data is None:
        raise EditError(f"{path} has errors. Run `briefing check`.", errors)
    return data


def replace(path: str, raw: bytes, steps: Steps, value: Value) -> bytes:
    """Return the bytes of a file with `value` in place of the one that `steps` lead to. Comments inside the old value go."""
    edit = FileEdit(path, raw, steps[:-1], _pasted(steps, value))
    step = steps[-1]
    index = edit.index(step)
    short = value_in_brackets(value)
    return edit.done(
        lambda container: _set(container, step, value),
        lambda node: in_lines.replace(
            edit.document, node, index, edit.layout.value(value, is_item=node.is_list)
        ),
        None if short is None else lambda node: in_brackets.replace(node, index, short),
    )


def add_key(
    path: str,
    raw: bytes,
    steps: Steps,
    key: str,
    value: Value,
    *,
    order: Sequence[str] = (),
    spaced: bool | None = None,
) -> bytes:
    """Return the bytes of a file with a new key in the mapping that `steps` lead to.

    The key comes after the nearest one that is before it in `order`, else before the nearest one after it, else at the end.
    """
    edit = FileEdit(path, raw, steps, _pasted((*steps, key), value))
    if index_of(edit.data, key) is not None or not edit.node.is_map:
        raise edit.error
    index = _place_of(key, list(edit.data), order)
    short = value_in_brackets({key: value})
    return edit.done(
        lambda container: _put(container, index, key, value),
        lambda node: in_lines.insert(edit.document, node, index, edit.layout.pair(key, value), spaced=spaced),
        None if short is None else lambda node: in_brackets.insert(node, index, short[1:-1]),
    )


def insert(
    path: str, raw: bytes, steps: Steps, index: int, value: Value, *, spaced: bool | None = None
) -> bytes:
    """Return the bytes of a file with a new item before the one at `index` of the list that `steps` lead to, or at its end.

    An empty line separates it if `spaced`; without `spaced`, if its neighbours have one.
    """
    edit = FileEdit(path, raw, steps, _pasted((*steps, index), value))
    if not (edit.node.is_list and 0 <= index <= len(edit.data)):
        raise edit.error
    short = value_in_brackets(value)
    return edit.done(
        lambda container: container.insert(index, value),
        lambda node: in_lines.insert(edit.document, node, index, edit.layout.item(value), spaced=spaced),
        None if short is None else lambda node: in_brackets.insert(node, index, short),
    )


def append(
    path: str, raw: bytes, steps: Steps, entries: Sequence[str], *, spaced: bool | None = None
) -> bytes:
    """Return the bytes of a file with `entries`, each `- item` or `key: value` as YAML, at the end of a list or mapping."""
    for text in entries:
        read = Written.of(text).data
        if isinstance(read, list) and len(read) == 1:
            lines = [line.removeprefix("  ") for line in text.removeprefix("- ").split("\n")]
            value = Written("\n".join(lines), read[0])
            data = _data_at(path, raw, steps)
            raw = insert(path, raw, steps, len(data) if isinstance(data, list) else -1, value, spaced=spaced)
        elif isinstance(read, dict) and len(read) == 1:
            raw = _append_pair(path, raw, steps, text, read, spaced=spaced)
        else:
            raise EditError(f"This is not one entry of a list or mapping:\n{text}")
    return raw


def remove(path: str, raw: bytes, steps: Steps) -> bytes:
    """Return the bytes of a file without the key or item that `steps` lead to, and without its comments.

    A list or mapping that has no other entry becomes `[]` or `{}`.
    """
    edit = FileEdit(path, raw, steps[:-1], f"Remove it yourself: {_named(steps)}")
    step = steps[-1]
    index = edit.index(step)
    if len(edit.data) == 1 and not edit.node.in_brackets:
        if len(steps) == 1:
            raise edit.error
        return replace(path, raw, steps[:-1], {} if edit.node.is_map else [])
    return edit.done(
        lambda container: container.__delitem__(step),
        lambda node: in_lines.remove(edit.document, node, index),
        lambda node: in_brackets.remove(edit.document, node, index),
    )


def move(path: str, raw: bytes, steps: Steps, by: int) -> bytes:
    """Return the bytes of a file with the key or item that `steps` lead to moved down `by` so many places, or up.

    Its comments move with it.
    """
    edit = FileEdit(path, raw, steps[:-1], f"Move it yourself: {_named(steps)}")
    index = edit.index(steps[-1])
    if by == 0:
        return raw
    first = index if by > 0 else index - 1
    if not 0 <= first < len(edit.data) - 1:
        raise edit.error
    raw = edit.done(
        lambda container: _swap(container, first),
        lambda node: in_lines.swap(edit.document, node, first),
        lambda node: in_brackets.swap(node, first),
    )
    step = steps[-1]
    one = 1 if by > 0 else -1
    return move(path, raw, (*steps[:-1], step + one if isinstance(step, int) else step), by - one)


def rename_key(path: str, raw: bytes, steps: Steps, new: str) -> bytes:
    """Return the bytes of a file with `new` in place of the key at the end of `steps`. Its value stays."""
    edit = FileEdit(path, raw, steps[:-1], f"Write “{new}” yourself in place of {_named(steps)}")
    step = str(steps[-1])
    index = edit.index(step)
    if new in edit.data:
        raise edit.error
    key = edit.node.entries[index].key
    if key is None:
        raise edit.error
    splice = Splice(key.start, key.end, (text_in_line(new),))
    return edit.done(lambda container: _rename(container, step, new), lambda _: splice, lambda _: splice)


def _append_pair(path: str, raw: bytes, steps: Steps, text: str, read: Any, *, spaced: bool | None) -> bytes:
    """Return the bytes of a file with `text`, a key with its value as YAML, at the end of a mapping."""
    ((key, value),) = read.items()
    edit = FileEdit(path, raw, steps, f"Add it yourself:\n{text}")
    if key in edit.data or not edit.node.is_map:
        raise edit.error
    index = len(edit.data)
    return edit.done(
        lambda container: _put(container, index, key, value),
        lambda node: in_lines.insert(edit.document, node, index, text.split("\n"), spaced=spaced),
        None,
    )


def _data_at(path: str, raw: bytes, steps: Steps) -> Any:
    data, _ = read_yaml(path, raw)
    try:
        return value_at(data, steps)
    except (LookupError, TypeError):
        return None


def _set(container: Any, step: str | int, value: Any) -> None:
    container[step] = value


def _put(container: dict[str, Any], index: int, key: str, value: Any) -> None:
    """Add a key at a place of a mapping."""
    pairs = list(container.items())
    container.clear()
    container.update([*pairs[:index], (key, value), *pairs[index:]])


def _swap(container: Any, index: int) -> None:
    """Swap an entry with the next one."""
    if isinstance(container, list):
        container[index : index + 2] = container[index + 1], container[index]
        return
    pairs = list(container.items())
    pairs[index : index + 2] = pairs[index + 1], pairs[index]
    container.clear()
    container.update(pairs)


def _rename(container: dict[str, Any], key: str, new: str) -> None:
    pairs = list(container.items())
    container.clear()
    container.update((new if name == key else name, value) for name, value in pairs)


def _place_of(key: str, keys: Sequence[str], order: Sequence[str]) -> int:
    """Return the place of a new key among `keys`. See `add_key`."""
    if key not in order:
        return len(keys)
    place = order.index(key)
    before = [name for name in order[:place] if name in keys]
    after = [name for name in order[place + 1 :] if name in keys]
    if before:
        return keys.index(before[-1]) + 1
    return keys.index(after[0]) if after else len(keys)


def _pasted(steps: Steps, value: Any) -> str:
    """Return what to paste where a value cannot be written."""
    last = steps[-1]
    lines = Layout().item(value) if isinstance(last, int) else Layout().pair(last, value)
    place = f" under {_named(steps[:-1])}" if len(steps) > 1 else ""
    return "\n".join([f"Write it yourself{place}:", *lines])


def _named(steps: Steps) -> str:
    """Return steps for messages, such as positions → entry 2 → stance."""
    return " → ".join(f"entry {step + 1}" if isinstance(step, int) else step for step in steps)
