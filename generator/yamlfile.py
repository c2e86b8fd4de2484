"""A YAML file, read strictly: plain mappings, lists and texts, with a mark on every value.

The reader works on libyaml's parser events, with a bound on depth before anything is built: libyaml's own
composer crashes the interpreter on deep nesting. Every scalar stays the text that the editor wrote (`NO`, `12:30`,
`1.10`); only `~`, `null` and nothing at all are None. Whatever YAML has that could change words in silence is
refused.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from generator.diagnostics import Diagnostic, Rule
from generator.marks import Mark, YamlList, YamlMap
from generator.yaml_rules import (
    CUT_BY_COMMENT,
    DEEPEST,
    DUPLICATE_KEY,
    NOT_A_MAPPING,
    NOT_PLAIN,
    RULES,
    SEVERAL_DOCUMENTS,
    SYNTAX,
    TOO_DEEP,
)
from generator.yamlerrors import explain
from generator.yamltext import read_text

__all__ = ["RULES", "YamlFile", "read_yaml"]

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_NOTHING = ("", "~", "null")
_COMMENT = re.compile(r"(\s*)#(.?)")


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file that was read: its path, its data and its lines."""

    path: str
    data: YamlMap
    lines: tuple[str, ...]


def read_yaml(path: str, raw: bytes) -> tuple[YamlFile | None, tuple[Diagnostic, ...]]:
    """Read the bytes of the YAML file at `path`; None, and every fault that can be seen, where it has any."""
    text, faults = read_text(path, raw)
    if text is None:
        return None, faults
    reading = _Reading(path, text.split("\n"))
    data = reading.read(text)
    if reading.faults:
        return None, tuple(sorted(set(reading.faults)))
    if not isinstance(data, YamlMap):
        mark = data.mark if isinstance(data, YamlList) else Mark(path)
        message = "this file is empty" if data is None else "this file has no “key: value” at its top"
        return None, (
            NOT_A_MAPPING.at(mark, message, "It begins with keys, as the guide for editors shows."),
        )
    return YamlFile(path, data, tuple(reading.lines)), ()


class _StopError(Exception):
    """Nothing more can be read from the file; the fault is told already."""


@dataclass
class _Reading:
    """One file on its way from events to data: the open containers, and the faults so far."""

    path: str
    lines: list[str]
    faults: list[Diagnostic] = field(default_factory=list)
    root: Any = None
    stack: list[YamlMap | YamlList] = field(default_factory=list)
    keys: list[tuple[str, Mark] | None] = field(default_factory=list)
    documents: int = 0

    def read(self, text: str) -> Any:
        """Walk through all events; give the data, as far as it goes."""
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                self.take(event)
        except _StopError:
            pass
        except yaml.MarkedYAMLError as error:
            self.faults.append(explain(self.path, self.lines, error))
        except yaml.YAMLError:
            self.faults.append(SYNTAX.at(Mark(self.path), "the reader cannot make sense of this file"))
        return self.root

    def take(self, event: yaml.Event) -> None:
        """Take one event in."""
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1 or event.version or event.tags:
                    self.fault(
                        SEVERAL_DOCUMENTS,
                        event,
                        "a second part of the file begins here",
                        "Take this line out.",
                    )
                    raise _StopError
            case yaml.DocumentEndEvent() if event.explicit:
                self.fault(SEVERAL_DOCUMENTS, event, "“...” ends the file here", "Take this line out.")
            case yaml.AliasEvent():
                self.fault(
                    NOT_PLAIN, event, f"“*{event.anchor}” is an alias", "Put a text in quotation marks."
                )
                self.add("", self.mark(event))
            case yaml.ScalarEvent():
                self.scalar(event)
            case yaml.MappingStartEvent():
                self.open(YamlMap(self.mark(event)), event)
            case yaml.SequenceStartEvent():
                self.open(YamlList(self.mark(event)), event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
                self.keys.pop()

    def scalar(self, event: yaml.ScalarEvent) -> None:
        """Take a text in, exactly as it was written."""
        self.refuse_extras(event)
        plain = event.style in (None, "")
        if plain and event.value:
            self.check_comment(event)
        self.add(None if plain and event.value in _NOTHING else event.value, self.mark(event))

    def open(self, container: YamlMap | YamlList, event: yaml.Event) -> None:
        """Begin a mapping or list."""
        self.refuse_extras(event)
        if len(self.stack) >= DEEPEST:
            message = f"this is nested more than {DEEPEST} levels deep"
            self.fault(
                TOO_DEEP, event, message, "Was a bracket not closed, or a text not put in quotation marks?"
            )
            raise _StopError
        if self.stack and isinstance(self.stack[-1], YamlMap) and self.keys[-1] is None:
            self.fault(NOT_PLAIN, event, "a key is a single word, not a list or mapping", _BRACES)
            raise _StopError
        self.add(container, container.mark)
        self.stack.append(container)
        self.keys.append(None)

    def add(self, value: Any, mark: Mark) -> None:
        """Put a value where it belongs: the root, a list, or a mapping's key or value."""
        if not self.stack:
            self.root = value
            return
        container = self.stack[-1]
        if isinstance(container, YamlList):
            container.append(value)
            container.item_marks.append(mark)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = (self.key(value, mark, container), mark)
        else:
            name, key_mark = key
            container[name] = value
            container.key_marks[name], container.value_marks[name] = key_mark, mark
            self.keys[-1] = None

    def key(self, value: Any, mark: Mark, container: YamlMap) -> str:
        """Check a key."""
        if not isinstance(value, str) or not value:
            self.faults.append(
                NOT_PLAIN.at(mark, "a key is missing before this colon", "Write “key: value”.")
            )
            return ""
        if value == "<<":
            self.faults.append(
                NOT_PLAIN.at(mark, "“<<” is a merge key", "Write the values out where they are used.")
            )
        if mark.text[: mark.column - 1].rstrip().endswith("?"):
            self.faults.append(NOT_PLAIN.at(mark, "“?” begins a complex key", "Write “key: value”."))
        if value in container:
            first = container.key_marks[value].line
            message = f"the key “{value}” stands twice: first in line {first}"
            self.faults.append(DUPLICATE_KEY.at(mark, message, "Keep one of both."))
        return value

    def refuse_extras(self, event: Any) -> None:
        """Refuse tags and anchors."""
        if event.tag is not None:
            self.fault(
                NOT_PLAIN,
                event,
                f"“{event.tag}” is a tag",
                "Take it out, or put the text in quotation marks.",
            )
        if event.anchor is not None:
            hint = "Take it out, or put the text in quotation marks."
            self.fault(NOT_PLAIN, event, f"“&{event.anchor}” is an anchor", hint)

    def check_comment(self, event: yaml.ScalarEvent) -> None:
        """Refuse a “#” that may have been meant as part of the text before it."""
        start, end = _marks(event)
        line = self.lines[end.line]
        found = _COMMENT.match(line, end.column)
        if found is None or (len(found[1]) > 1 and found[2] in (" ", "")):
            return
        text = line[start.column :] if start.line == end.line else event.value
        mark = Mark(self.path, end.line + 1, found.start() + len(found[1]) + 1, 1, line)
        hint = (
            f"If “#” belongs to the text, put it in quotation marks: {json.dumps(text, ensure_ascii=False)}\n"
            "If a comment begins here, set it off: two spaces before the “#”, one after it."
        )
        self.faults.append(CUT_BY_COMMENT.at(mark, "this “#” cuts the text off", hint))

    def fault(self, rule: Rule, event: yaml.Event, message: str, hint: str) -> None:
        """Report `rule` broken at `event`."""
        self.faults.append(rule.at(self.mark(event), message, hint))

    def mark(self, event: yaml.Event) -> Mark:
        """Give the place where `event` starts; its width on that line."""
        start, end = _marks(event)
        text = self.lines[start.line] if start.line < len(self.lines) else ""
        width = (end.column if end.line == start.line else len(text)) - start.column
        return Mark(self.path, start.line + 1, start.column + 1, max(1, width), text)


def _marks(event: yaml.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """Give where `event` starts and ends: the parser always tells."""
    return cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)


_BRACES = "Put a text that begins with a bracket in quotation marks."
