"""Values as YAML text: in lines of their own, or in brackets."""

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import indent
from typing import Any

from generator.content.model.identifiers import is_id
from generator.content.strict_yaml import read_yaml
from generator.content.strict_yaml.quoting import quoted
from generator.edit.error import EditError

LONGEST_ROW = 120
"""Characters of a line. A longer text is folded, and longer brackets become lines."""
_LONGEST_TEXT = 110  # characters of a text on one line
_LEAST_WIDTH = 60  # of a folded text, however deep it stands
_LEVEL = "  "


@dataclass(frozen=True)
class Written:
    """A value that is YAML already: `text` in lines, and what it says. `in_brackets` tells whether it may stand in brackets."""

    text: str
    data: Any
    in_brackets: bool = False

    @classmethod
    def of(cls, text: str) -> "Written":
        """Return YAML in block style as a value. Raise EditError if it cannot be read."""
        read, errors = read_yaml("value.yml", f"key:\n{indent(text, _LEVEL)}\n".encode())
        if read is None:
            raise EditError(f"This is not YAML that can be added:\n{text}", errors)
        return cls(text, plain(read["key"]))


Value = str | Written | Sequence[Any] | Mapping[str, Any]
"""A text, or a list or mapping of values."""


class LineList(list[Any]):
    """A list that is written in lines, also if brackets would do."""


class LineMap(dict[str, Any]):
    """A mapping that is written in lines, also if brackets would do."""


def plain(value: Any) -> Any:
    """Return a value, or what the reader read, as texts, lists and dictionaries. Raise TypeError for other values."""
    if isinstance(value, Written):
        return value.data
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return [plain(item) for item in value]
    raise TypeError(f"{value!r} is no value of a YAML file")


@dataclass(frozen=True)
class Layout:
    """How far right lists stand from their key, and in which column, from 0, the keys or dashes are that are written."""

    list_offset: int = 2
    column: int = 0

    def pair(self, key: str, value: Any) -> list[str]:
        """Return the lines of a key and its value."""
        first, *rest = self.value(value, is_item=False)
        return [f"{text_in_line(key)}:{f' {first}' if first else ''}", *rest]

    def item(self, value: Any) -> list[str]:
        """Return the lines of an item of a list."""
        first, *rest = self.value(value, is_item=True)
        return [f"- {first}", *rest]

    def entries(self, value: Any) -> list[str]:
        """Return the lines of all entries of a list or mapping."""
        if isinstance(value, Mapping):
            return [line for key, item in value.items() for line in self.pair(key, item)]
        return [line for item in value for line in self.item(item)]

    def value(self, value: Any, *, is_item: bool) -> list[str]:
        """Return the lines of a value. The first stands behind a key or dash; the others are indented from its column."""
        if isinstance(value, str):
            return _text(value, LONGEST_ROW - self.column - 2)
        is_list = isinstance(value.data if isinstance(value, Written) else value, list | tuple)
        offset = self.list_offset if is_list and not is_item else 2
        if isinstance(value, Written):
            lines = value.text.split("\n")
            is_short = len(lines) == 1 and (value.in_brackets or isinstance(value.data, str))
        elif not value or (short := _identifiers(value, is_item=is_item)):
            return [short if value else "[]" if is_list else "{}"]
        else:
            lines, is_short = replace(self, column=self.column + offset).entries(value), False
        if is_short or is_item:
            return [lines[0], *_indented(lines[1:], 2)]
        return ["", *_indented(lines, offset)]


def text_in_line(text: str) -> str:
    """Return a text on one line: without quotation marks if it then reads the same, else in them."""
    return text if _reads_as(text, text) else quoted(text)


def in_brackets(value: Any) -> str | None:
    """Return a value as part of brackets; None if it needs lines of its own."""
    if isinstance(value, Written):
        return value.text if value.in_brackets else None
    if isinstance(value, str):
        if "\n" in value or len(value) > _LONGEST_TEXT:
            return None
        return value if _reads_as(f"[{value}]", [value]) and _is_key_free(value) else quoted(value)
    if isinstance(value, Mapping):
        pairs = [(in_brackets(str(key)), in_brackets(item)) for key, item in value.items()]
        done = all(key and item for key, item in pairs)
        return f"{{{', '.join(f'{key}: {item}' for key, item in pairs)}}}" if done else None
    items = [in_brackets(item) for item in value]
    return f"[{', '.join(item for item in items if item)}]" if all(items) else None


def _is_key_free(text: str) -> bool:
    """Return whether a text means the same as a key and as a value in braces."""
    return _reads_as(f"{{key: {text}}}", {"key": text})


def _identifiers(value: Any, *, is_item: bool) -> str:
    """Return a list or mapping of identifiers in brackets; empty if it has others, or is one of several items."""
    if is_item or isinstance(value, LineList | LineMap):
        return ""
    texts = [*value.values(), *value] if isinstance(value, Mapping) else list(value)
    if not all(isinstance(text, str) and is_id(text) for text in texts):
        return ""
    short = in_brackets(value) or ""
    return short if len(short) <= _LONGEST_TEXT else ""


def _text(text: str, width: int) -> list[str]:
    """Return a text as the first of these that reads the same: plain, folded, with its line breaks, in quotation marks."""
    if "\n" in text:
        sign = "|" if text.endswith("\n") else "|-"
        lines = [sign, *_indented(text.removesuffix("\n").split("\n"), 2)]
    elif len(text) <= _LONGEST_TEXT:
        lines = [text]
    else:
        folded = textwrap.wrap(text, max(width, _LEAST_WIDTH), break_long_words=False, break_on_hyphens=False)
        lines = [">-", *_indented(folded, 2)]
    return lines if _reads_as("\n".join(lines), text) else [quoted(text)]


def _indented(lines: Iterable[str], columns: int) -> list[str]:
    return [f"{' ' * columns}{line}" if line else line for line in lines]


def _reads_as(yaml: str, expected: Any) -> bool:
    if re.search(r"[\r\x85\u2028\u2029]", yaml):
        return False
    data, _ = read_yaml("value.yml", f"key: {yaml}\n".encode(errors="replace"))
    return data == {"key": expected}
