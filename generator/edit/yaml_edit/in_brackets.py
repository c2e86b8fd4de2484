"""Changes inside brackets: as they are, or as lines in place of the brackets."""

from collections.abc import Callable
from typing import Any

from generator.edit.yaml_edit.document import Document, Node, Splice, Steps, index_of
from generator.edit.yaml_edit.values import LineList, LineMap, Written


def insert(node: Node, index: int, text: str) -> Splice:
    """Return the splice that adds an entry before the one at `index`, or at the end."""
    entries = node.entries
    if index:
        at = entries[index - 1].value.end
        return Splice(at, at, (f", {text}",))
    if entries:
        return Splice(entries[0].start, entries[0].start, (f"{text}, ",))
    return Splice(node.start + 1, node.end - 1, (text,))


def replace(node: Node, index: int, text: str) -> Splice:
    """Return the splice that gives an entry a new value."""
    value = node.entries[index].value
    space = " " if value.is_empty else ""
    return Splice(value.start, value.end, (f"{space}{text}",))


def remove(document: Document, node: Node, index: int) -> Splice | None:
    """Return the splice that removes an entry and a comma; None if a comment is in the way."""
    entries = node.entries
    if index:
        start, end = entries[index - 1].value.end, entries[index].value.end
    elif len(entries) > 1:
        start, end = entries[0].start, entries[1].start
    else:
        return Splice(node.start + 1, node.end - 1)
    return None if has_comment(document, node) else Splice(start, end)


def swap(node: Node, index: int) -> Splice:
    """Return the splice that swaps an entry with the next one."""
    one, two = ((entry.start, entry.value.end) for entry in node.entries[index : index + 2])
    return Splice(one[0], two[1], (two, (one[1], two[0]), one))


def has_comment(document: Document, node: Node) -> bool:
    """Return whether there is a comment between the texts in brackets."""
    at, gaps = node.start, []
    for start, end in _texts(node):
        gaps.append(document.text[at:start])
        at = end
    return any("#" in gap for gap in [*gaps, document.text[at : node.end]])


def opened(
    document: Document, node: Node, data: Any, steps: Steps, change: Callable[[Any], None]
) -> LineMap | LineList:
    """Return brackets as a value to be written in lines, down to the container that `steps` lead to, which is changed.

    Everything else in the brackets is written as it was.
    """
    inner = index_of(data, steps[0]) if steps else None
    values = []
    for number, (entry, item) in enumerate(
        zip(node.entries, data.values() if node.is_map else data, strict=True)
    ):
        if number == inner:
            values.append(opened(document, entry.value, item, steps[1:], change))
        else:
            values.append(_as_written(document, entry.value, item))
    result = LineMap(zip(data, values, strict=True)) if node.is_map else LineList(values)
    if not steps:
        change(result)
    return result


def _as_written(document: Document, node: Node, data: Any) -> Any:
    """Return a value in brackets as it is written; one of several lines is written anew."""
    text = document.text[node.start : node.end]
    if "\n" not in text and not node.is_empty:
        return Written(text, data, in_brackets=True)
    if node.is_map:
        pairs = zip(data.items(), node.entries, strict=True)
        return {key: _as_written(document, entry.value, item) for (key, item), entry in pairs}
    if node.is_list:
        return [
            _as_written(document, entry.value, item) for item, entry in zip(data, node.entries, strict=True)
        ]
    return data


def _texts(node: Node) -> list[tuple[int, int]]:
    """Return the start and end of every key and text below a node."""
    if not (node.is_map or node.is_list):
        return [(node.start, node.end)]
    found = []
    for entry in node.entries:
        found += _texts(entry.key) if entry.key else []
        found += _texts(entry.value)
    return found
