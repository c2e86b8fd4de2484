"""A YAML file as a tree of nodes that know their first and last character, and the bytes of the file with some replaced."""

import re
from bisect import bisect_left
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import CLoader

from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError

Steps = Sequence[str | int]
"""The keys and indexes that lead from the top of a file to a value."""
_HEADER = re.compile(r"[|>][+-]?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item of a list. `start`, `line` and `column`, from 0, are those of the key or the dash."""

    start: int
    line: int
    column: int
    key: "Node | None"
    value: "Node"


@dataclass(frozen=True, slots=True)
class Node:
    """A value or a key: its first character and the one after its last, and its lines and column, all from 0.

    `end` of a value without brackets or quotation marks may be further down; `last_line` is the last with its words.
    """

    start: int
    end: int
    line: int
    column: int
    last_line: int
    is_map: bool = False
    is_list: bool = False
    in_brackets: bool = False
    is_block_text: bool = False
    entries: tuple[Entry, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is written here, not even brackets or quotation marks."""
        return self.start == self.end

    @property
    def is_open(self) -> bool:
        """Return whether this is a mapping or list whose entries have lines of their own."""
        return (self.is_map or self.is_list) and not self.in_brackets


@dataclass(frozen=True, slots=True)
class Splice:
    """New text for the characters from `start` to `end`. A piece is a text, or the start and end of existing characters."""

    start: int
    end: int
    pieces: tuple[str | tuple[int, int], ...] = ()


class Document:
    """A YAML file that can be read: its data, its text with line feeds, the rows of the text, and its tree."""

    def __init__(self, path: str, raw: bytes) -> None:
        """Read the bytes of the file at `path`. Raise EditError if it has errors."""
        data, errors = read_yaml(path, raw)
        if data is None:
            raise EditError(f"{path} has errors. Run `briefing check`.", errors)
        self.path, self.data = path, data
        self._mark = BOM_UTF8 if raw.startswith(BOM_UTF8) else b""
        self._original = raw.removeprefix(self._mark).decode()
        self.text = self._original.replace("\r\n", "\n")
        self.rows = self.text.split("\n")
        self._starts = [0]
        for row in self.rows:
            self._starts.append(self._starts[-1] + len(row) + 1)
        found = re.finditer("\r\n", self._original)
        self._returns = [match.start() - number for number, match in enumerate(found)]
        self._line_end = "\r\n" if len(self._returns) * 2 > len(self.rows) - 1 else "\n"
        self.root = self._node(yaml.compose(self.text, Loader=CLoader))

    def row_start(self, line: int) -> int:
        """Return where a row begins; the end of the text if there is no such row."""
        return min(self._starts[line], len(self.text))

    def row_end(self, line: int) -> int:
        """Return where a row ends, before its line break."""
        return self._starts[line] + len(self.rows[line])

    def chain(self, steps: Steps) -> list[Node] | None:
        """Return the nodes from the whole file to the one that `steps` lead to; None if there is none."""
        nodes = [self.root]
        data: Any = self.data
        for step in steps:
            if (index := index_of(data, step)) is None:
                return None
            entry = nodes[-1].entries[index]
            nodes.append(entry.value)
            data = data[step]
        return nodes

    def with_splices(self, splices: Sequence[Splice]) -> bytes:
        """Return the bytes of the file with the splices, which are in order and do not overlap."""
        parts, at = [], 0
        for splice in splices:
            parts.append(self._slice(at, splice.start))
            for piece in splice.pieces:
                if isinstance(piece, str):
                    parts.append(piece.replace("\n", self._line_end))
                else:
                    parts.append(self._slice(*piece))
            at = splice.end
        return self._mark + "".join([*parts, self._slice(at, len(self.text))]).encode()

    def _slice(self, start: int, end: int) -> str:
        """Return the characters from `start` to `end` with the line ends that they have in the file."""
        first, last = (at + bisect_left(self._returns, at) for at in (start, end))
        return self._original[first:last]

    def _node(self, node: Any) -> Node:
        start, end = node.start_mark, node.end_mark
        place = {"start": start.index, "end": end.index, "line": start.line, "column": start.column}
        if isinstance(node, yaml.ScalarNode):
            is_block_text = node.style in ("|", ">")
            last = self._last_line(start.index, start.line, end) if is_block_text else end.line
            return Node(**place, last_line=last, is_block_text=is_block_text)
        is_map, in_brackets = isinstance(node, yaml.MappingNode), bool(node.flow_style)
        entries = tuple(self._pairs(node) if is_map else self._items(node, in_brackets=in_brackets))
        last = end.line if in_brackets else entries[-1].value.last_line
        return Node(
            **place,
            last_line=last,
            is_map=is_map,
            is_list=not is_map,
            in_brackets=in_brackets,
            entries=entries,
        )

    def _pairs(self, node: Any) -> Iterator[Entry]:
        for key, value in node.value:
            mark = key.start_mark
            yield Entry(mark.index, mark.line, mark.column, self._node(key), self._node(value))

    def _items(self, node: Any, *, in_brackets: bool) -> Iterator[Entry]:
        for item in node.value:
            mark, value = item.start_mark, self._node(item)
            if in_brackets:
                yield Entry(mark.index, mark.line, mark.column, None, value)
                continue
            column, line = node.start_mark.column, mark.line
            while line > node.start_mark.line and self.rows[line][: column + 1] != f"{' ' * column}-":
                line -= 1  # the dash is in a line above its item
            yield Entry(self._starts[line] + column, line, column, None, value)

    def _last_line(self, start: int, line: int, end: Any) -> int:
        """Return the last line of a text in block style."""
        last = end.line if end.column else end.line - 1
        header = _HEADER.match(self.text, start)
        while last > line and not self.rows[last].strip() and not (header and header[0].endswith("+")):
            last -= 1
        return int(last)


def index_of(data: Any, step: str | int) -> int | None:
    """Return the number of a key or an item of `data`, from 0; None if there is no such key or item."""
    if isinstance(data, dict):
        return list(data).index(step) if step in data else None
    is_item = isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)
    return int(step) if is_item else None


def header_end(document: Document, node: Node) -> int:
    """Return where the sign of a text in block style ends, such as `>-`."""
    found = _HEADER.match(document.text, node.start)
    return found.end() if found else node.start
