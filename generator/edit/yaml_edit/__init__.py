"""Change a value, a key or an item of a YAML file; every other byte stays the same.

Each function takes the path of the file for messages, its bytes, and the steps (keys and indexes) to what changes, and returns
the new bytes. The result is read again and must say exactly what was asked, else nothing is returned: EditError has the text
to paste. `regions` says which comments and empty lines go with an entry. Entries in brackets stay in brackets where the result
fits on its line; else they become lines, down to what changes.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError
from generator.edit.yaml_edit import in_brackets, in_lines
from generator.edit.yaml_edit.document import Document, Node, Splice, Steps, index_of
from generator.edit.yaml_edit.values import LONGEST_ROW, Layout, Value, Written, plain, text_in_line
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
    edit = _Edit(path, raw, steps[:-1], _pasted(steps, value))
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
    edit = _Edit(path, raw, steps, _pasted((*steps, key), value))
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
    edit = _Edit(path, raw, steps, _pasted((*steps, index), value))
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
    edit = _Edit(path, raw, steps[:-1], f"Remove it yourself: {_named(steps)}")
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
    edit = _Edit(path, raw, steps[:-1], f"Move it yourself: {_named(steps)}")
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
    edit = _Edit(path, raw, steps[:-1], f"Write “{new}” yourself in place of {_named(steps)}")
    step = str(steps[-1])
    index = edit.index(step)
    if new in edit.data:
        raise edit.error
    key = edit.node.entries[index].key
    if key is None:
        raise edit.error
    splice = Splice(key.start, key.end, (text_in_line(new),))
    return edit.done(lambda container: _rename(container, step, new), lambda _: splice, lambda _: splice)


class _Edit:
    """A change of one mapping or list of a file: where it is, and how the result is proved."""

    def __init__(self, path: str, raw: bytes, steps: Steps, paste: str) -> None:
        """Find the mapping or list at `steps`. Raise EditError, with what to `paste`, if there is none."""
        self.document = Document(path, raw)
        self.steps = steps
        self.error = EditError(f"{path} has no place for this change, so it stays as it is.\n{paste}")
        chain = self.document.chain(steps)
        if chain is None or not (chain[-1].is_map or chain[-1].is_list):
            raise self.error
        self.chain = chain
        self.node = chain[-1]
        self.data = _at(self.document.data, steps)
        self.layout = self._layout(self.node)

    def _layout(self, node: Node) -> Layout:
        """Return how values are written in a mapping or list."""
        column = node.entries[0].column if node.entries and not node.in_brackets else node.column
        return Layout(next(_list_offsets(self.document.root), 2), column)

    def index(self, step: str | int) -> int:
        """Return the number of a key or item. Raise EditError if there is none."""
        index = index_of(self.data, step)
        if index is None:
            raise self.error
        return index

    def done(
        self,
        change: Callable[[Any], object],
        lines: Callable[[Node], Splice | None],
        brackets: Callable[[Node], Splice | None] | None,
    ) -> bytes:
        """Return the new bytes. `change` makes the change in plain data; the others give the splice that makes it in the text.

        Raise EditError if there is no splice whose result says exactly this.
        """
        expected = plain(self.document.data)
        container = _at(expected, self.steps)
        change(container)
        for splice in self._splices(change, lines, brackets):
            result = self.document.with_splices([splice])
            data, _ = read_yaml(self.document.path, result)
            if data is not None and json.dumps(plain(data)) == json.dumps(plain(expected)):
                return result
        raise self.error

    def _splices(self, change: Any, lines: Any, brackets: Any) -> Any:
        """Yield the splices that may make the change, the best first."""
        outer = next((depth for depth, node in enumerate(self.chain) if node.in_brackets), None)
        if outer is None:
            if splice := lines(self.node):
                yield splice
            return
        if brackets and (splice := brackets(self.node)) and self._fits(splice):
            yield splice
        if in_brackets.has_comment(self.document, self.chain[outer]):
            return
        yield self._in_lines(outer, change)

    def _fits(self, splice: Splice) -> bool:
        """Return whether a splice in brackets leaves short lines, or none longer than before."""
        text = self.document.text
        start, end = text.rfind("\n", 0, splice.start) + 1, text.find("\n", splice.end)
        before = text[start : end if end >= 0 else len(text)]
        new = "".join(piece if isinstance(piece, str) else text[slice(*piece)] for piece in splice.pieces)
        after = before[: splice.start - start] + new + before[splice.end - start :]
        longest = max(map(len, after.split("\n")))
        return longest <= max(LONGEST_ROW, *map(len, before.split("\n")))

    def _in_lines(self, outer: int, change: Any) -> Splice:
        """Return the splice that writes the outermost brackets around the change as lines."""
        node, above = self.chain[outer], self.steps[:outer]
        data = _at(self.document.data, above)
        value = in_brackets.opened(self.document, node, data, self.steps[outer:], change)
        if outer == 0:
            return Splice(node.start, node.end, ("\n".join(self._layout(node).entries(value)),))
        parent = self.chain[outer - 1]
        index = index_of(_at(self.document.data, above[:-1]), above[-1]) or 0
        lines = self._layout(parent).value(value, is_item=parent.is_list)
        return in_lines.replace(self.document, parent, index, lines)


def _append_pair(path: str, raw: bytes, steps: Steps, text: str, read: Any, *, spaced: bool | None) -> bytes:
    """Return the bytes of a file with `text`, a key with its value as YAML, at the end of a mapping."""
    ((key, value),) = read.items()
    edit = _Edit(path, raw, steps, f"Add it yourself:\n{text}")
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
        return _at(data, steps)
    except (LookupError, TypeError):
        return None


def _at(data: Any, steps: Steps) -> Any:
    for step in steps:
        data = data[step]
    return data


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


def _list_offsets(node: Node) -> Iterator[int]:
    """Yield how far right each list in lines stands from its key."""
    for entry in node.entries if node.is_open else ():
        if entry.key and entry.value.is_open and entry.value.is_list:
            yield entry.value.column - entry.column
        yield from _list_offsets(entry.value)


def _pasted(steps: Steps, value: Any) -> str:
    """Return what to paste where a value cannot be written."""
    last = steps[-1]
    lines = Layout().item(value) if isinstance(last, int) else Layout().pair(last, value)
    place = f" under {_named(steps[:-1])}" if len(steps) > 1 else ""
    return "\n".join([f"Write it yourself{place}:", *lines])


def _named(steps: Steps) -> str:
    """Return steps for messages, such as positions → entry 2 → stance."""
    return " → ".join(f"entry {step + 1}" if isinstance(step, int) else step for step in steps)
