"""Where a value stands in its file: the mark that every diagnostic carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file.

    `file` is the path below the project's root with forward slashes; `line` and `column` count from 1,
    columns in code points; `width` is how many code points of that line are meant (at least 1);
    `text` is the line itself, without its line break.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = field(default=1, compare=False)
    text: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        """Give `file:line:column`, the form that editors and terminals turn into a link."""
        return f"{self.file}:{self.line}:{self.column}"


class YamlMap(dict[str, Any]):
    """A YAML mapping that remembers where it, its keys and its values stand."""

    __slots__ = ("key_marks", "mark", "value_marks")

    def __init__(self, mark: Mark) -> None:
        """Start an empty mapping at `mark`; the reader fills it."""
        super().__init__()
        self.mark = mark
        self.key_marks: dict[str, Mark] = {}
        self.value_marks: dict[str, Mark] = {}


class YamlList(list[Any]):
    """A YAML sequence that remembers where it and its items stand."""

    __slots__ = ("item_marks", "mark")

    def __init__(self, mark: Mark) -> None:
        """Start an empty sequence at `mark`; the reader fills it."""
        super().__init__()
        self.mark = mark
        self.item_marks: list[Mark] = []


def mark_at(data: YamlMap | YamlList, path: Sequence[str | int]) -> Mark:
    """Find the mark of the value at `path` in `data`.

    Steps of the path that lead nowhere (a key that is missing, the name of a union's branch) are
    passed over, so the answer is the innermost place that exists.
    """
    mark, here = data.mark, data
    for step in path:
        if isinstance(here, YamlMap) and isinstance(step, str) and step in here:
            mark, here = here.value_marks[step], here[step]
        elif isinstance(here, YamlList) and isinstance(step, int) and step < len(here):
            mark, here = here.item_marks[step], here[step]
    return mark


def key_mark_at(data: YamlMap | YamlList, path: Sequence[str | int]) -> Mark:
    """Find the mark of the key at the end of `path` in `data`; of the innermost value where there is no such key."""
    outer = data
    for step in path[:-1]:
        if isinstance(outer, YamlMap) and step in outer:
            outer = outer[str(step)]
        elif isinstance(outer, YamlList) and isinstance(step, int) and step < len(outer):
            outer = outer[step]
    key = str(path[-1]) if path else ""
    return outer.key_marks[key] if isinstance(outer, YamlMap) and key in outer else mark_at(data, path)
