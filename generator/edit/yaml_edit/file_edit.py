"""One change of a mapping or list in a YAML file: where it is, the ways to make it, and the proof of the result."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError
from generator.edit.yaml_edit import in_brackets, in_lines
from generator.edit.yaml_edit.document import Document, Node, Splice, Steps, index_of
from generator.edit.yaml_edit.values import LONGEST_ROW, Layout, plain


class FileEdit:
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
        self.data = value_at(self.document.data, steps)
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
        container = value_at(expected, self.steps)
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
        data = value_at(self.document.data, above)
        value = in_brackets.opened(self.document, node, data, self.steps[outer:], change)
        if outer == 0:
            return Splice(node.start, node.end, ("\n".join(self._layout(node).entries(value)),))
        parent = self.chain[outer - 1]
        index = index_of(value_at(self.document.data, above[:-1]), above[-1]) or 0
        lines = self._layout(parent).value(value, is_item=parent.is_list)
        return in_lines.replace(self.document, parent, index, lines)


def value_at(data: Any, steps: Steps) -> Any:
    """Return the value in `data` that `steps` lead to. Raise LookupError or TypeError if there is none."""
    for step in steps:
        data = data[step]
    return data


def _list_offsets(node: Node) -> Iterator[int]:
    """Yield how far right each list in lines stands from its key."""
    for entry in node.entries if node.is_open else ():
        if entry.key and entry.value.is_open and entry.value.is_list:
            yield entry.value.column - entry.column
        yield from _list_offsets(entry.value)
