"""A YAML file, read strictly: plain mappings, lists and texts, with a mark on every value.

The reader works on libyaml's parser events, with a bound on depth before anything is built: libyaml's own
composer crashes the interpreter on deep nesting. Every scalar stays the text that the editor wrote (`NO`, `12:30`,
`1.10`); only `~`, `null` and nothing at all are None. Whatever YAML has that could change words in silence is
refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, cast

import yaml

from generator.content.strict_yaml.comments import cut_texts
from generator.content.strict_yaml.errors import explain, no_mapping
from generator.content.strict_yaml.file_rules import DEEPEST, SEVERAL_DOCUMENTS, TOO_DEEP
from generator.content.strict_yaml.hints import in_quotation_marks
from generator.content.strict_yaml.lines import as_written
from generator.content.strict_yaml.rules import (
    DUPLICATE_KEY,
    NOT_PLAIN,
    OPEN_QUOTE,
    RULES,
    SYNTAX,
    TEXT_AFTER_QUOTE,
)
from generator.content.strict_yaml.stop import Around
from generator.content.strict_yaml.text import read_text
from generator.content.strict_yaml.traps import Text, traps
from generator.diagnostics import Diagnostic, Rule
from generator.location import Location, YamlList, YamlMap

try:
    from yaml import CLoader
except ImportError as error:  # pragma: no cover - every wheel of PyYAML has libyaml
    _MESSAGE = "PyYAML was built without libyaml: pip install --force-reinstall --only-binary :all: pyyaml"
    raise ImportError(_MESSAGE) from error

__all__ = ["RULES", "YamlFile", "read_yaml"]

_NOTHING = ("", "~", "null")
# A comment, and a question mark that may begin a key.
_WARY = re.compile(r"#|\?[ \t]")
MOST_SHOWN = 100  # faults: a file with more is no YAML
_QUOTE = "Put the text in quotation marks."


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file that was read: its path, its data and its lines."""

    path: str
    data: YamlMap
    lines: tuple[str, ...]


def read_yaml(path: str, raw: bytes) -> tuple[YamlFile | None, tuple[Diagnostic, ...]]:
    """Read the bytes of the YAML file at `path`; None, and every fault that can be seen, where it has any."""
    file, faults = read_with_repeats(path, raw)
    return None if faults else file, faults


def read_with_repeats(
    path: str, raw: bytes, written: Sequence[str] = ()
) -> tuple[YamlFile | None, tuple[Diagnostic, ...]]:
    """Read the bytes of the YAML file at `path`, also where keys stand twice and nothing else is wrong.

    The entries of both are taken then; of two texts the second. Marks of the data are those of the lines `written`, where lines
    of the file were put right.
    """
    text, faults = read_text(path, raw)
    if text is None:
        return None, faults
    reading = _Reading(path, text.split("\n"), written)
    data = reading.read(text)
    if not reading.faults and not isinstance(data, YamlMap):
        reading.faults.append(no_mapping(path, reading.lines, data))
    told = tuple(sorted(set(reading.faults)))
    if any(one.code != DUPLICATE_KEY.code for one in told) or len(told) >= MOST_SHOWN:
        return None, told
    return YamlFile(path, cast("YamlMap", data), tuple(reading.lines)), told


class _StopError(Exception):
    """Nothing more can be read from the file; the fault is told already."""


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled.

    `outer` is the column of the innermost one that is written in lines, itself or around it; 0 for none. `begun_again`
    says that its first key came a second time: what followed was taken for another entry; `again`, that its own key did.
    """

    data: YamlMap | YamlList
    is_map: bool
    start: yaml.Mark
    flow: bool
    outer: int
    key: tuple[str, yaml.Event] | None = None
    begun_again: bool = False
    again: bool = False


@dataclass
class _Reading:
    """One file on its way from events to data: the open containers, and the faults so far."""

    path: str
    lines: list[str]
    written: Sequence[str] = ()
    faults: list[Diagnostic] = field(default_factory=list)
    root: Any = None
    stack: list[_Open] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    documents: int = 0
    last: tuple[yaml.Mark, yaml.Mark] | None = None
    wary: bool = False
    """Whether the file has a sign that may take words away: then every text is looked at."""

    def read(self, text: str) -> Any:
        """Walk through all events; give the data, as far as it goes."""
        complete = False
        self.wary = _WARY.search(text) is not None
        try:
            next_event = CLoader(text).get_event
            while (event := next_event()) is not None:
                if type(event) is yaml.ScalarEvent:
                    self.scalar(event)
                else:
                    self.take(event)
                if len(self.faults) >= MOST_SHOWN:
                    break
            complete = True
        except _StopError:
            pass
        except yaml.MarkedYAMLError as error:
            self.explain(error)
        except yaml.YAMLError:
            self.faults.append(SYNTAX.at(Location(self.path), "the reader cannot make sense of this file"))
        if self.wary:
            self.faults.extend(islice(cut_texts(self.lines, self.texts, complete=complete), MOST_SHOWN))
        return self.root

    def explain(self, error: yaml.MarkedYAMLError) -> None:
        """Put the error at which the parser stopped into an editor's words."""
        bracket = self.stack[-1].data.location if self.stack and self.stack[-1].flow else None
        fault = explain(self.path, self.lines, error, Around(self.last, bracket))
        if fault.code == TEXT_AFTER_QUOTE.code and self.last and self._is_open(self.last[0].line + 1):
            return
        # What cannot be explained is explained by what was found on the same line before.
        if fault.code != SYNTAX.code or fault.location.line not in {one.location.line for one in self.faults}:
            self.faults.append(fault)

    def _is_open(self, line: int) -> bool:
        """Say whether a quotation mark of `line` is told not to be closed, so that another one closed it."""
        return any(one.code == OPEN_QUOTE.code and one.location.line == line for one in self.faults)

    def take(self, event: yaml.Event) -> None:
        """Take an event in that is no text."""
        match event:
            case yaml.MappingStartEvent():
                self.open(YamlMap(event, self.locations), event)
            case yaml.SequenceStartEvent():
                self.open(YamlList(event, self.locations), event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                closed = self.stack.pop()
                if closed.flow:
                    self.last = closed.start, _locations(event)[1]
                if closed.begun_again and len(closed.data) == 1:  # it was no entry, but a key too many
                    entries = cast("YamlList", self.stack[-1].data)
                    del entries[-1], entries.places[-1]
            case yaml.DocumentStartEvent():
                self.document(event)
            case yaml.DocumentEndEvent() if event.explicit:
                self.fault(SEVERAL_DOCUMENTS, event, "“...” ends the file here", "Take this line out.")
                raise _StopError
            case yaml.AliasEvent():
                self.fault(NOT_PLAIN, event, f"“*{event.anchor}” is an alias", self.advice(event))
                self.add("", event)

    def document(self, event: yaml.DocumentStartEvent) -> None:
        """Take the one document in that a file holds."""
        self.documents += 1
        directive = bool(event.version or event.tags)
        if self.documents > 1 or directive:
            what = "a directive, a line with “%”," if directive else "a second part of the file"
            self.fault(SEVERAL_DOCUMENTS, event, f"{what} begins here", "Take this line out.")
            raise _StopError

    def scalar(self, event: Any) -> None:
        """Take a text in, exactly as it was written. Nearly all of a file's events come here: few steps for each."""
        if event.tag is not None or event.anchor is not None:
            self.refuse_extras(event)
        value, style, end = event.value, event.style, event.end_mark
        here = self.stack[-1] if self.stack else None
        is_key = here is not None and here.is_map and here.key is None
        if (
            self.wary
            or event.start_mark.line != end.line
            or style in ("|", ">")
            or (is_key and (value == "<<" or not self.has_colon(end)))
            or (not style and value.endswith('"'))
        ):
            self.look_at(event, here, is_key=is_key)
        if style:
            if style in ("'", '"'):
                self.last = event.start_mark, end
        elif value in _NOTHING:
            value = None
        self.add(value, event)

    def has_colon(self, end: yaml.Mark) -> bool:
        """Say whether a colon stands right behind a key, as it nearly always does."""
        return end.line < len(self.lines) and self.lines[end.line].startswith(":", end.column)

    def look_at(self, event: yaml.ScalarEvent, here: _Open | None, *, is_key: bool) -> None:
        """Look for what YAML takes in silence about a text."""
        start, end = _locations(event)
        outer, flow = (here.outer, here.flow) if here else (0, False)
        text = Text(
            self.path, self.lines, event.value, event.style or "", start, end, outer, flow=flow, key=is_key
        )
        self.faults.extend(traps(text))
        self.texts.append(text)

    def open(self, container: YamlMap | YamlList, event: Any) -> None:
        """Begin a mapping or list."""
        if event.tag is not None or event.anchor is not None:
            self.refuse_extras(event)
        if len(self.stack) >= DEEPEST:
            hint = "Was a bracket not closed, or a text not put in quotation marks?"
            self.fault(TOO_DEEP, event, f"this is nested more than {DEEPEST} levels deep", hint)
            raise _StopError
        here = self.stack[-1] if self.stack else None
        if here and here.is_map and here.key is None:
            hint = "Put a text that begins with a bracket in quotation marks."
            self.fault(NOT_PLAIN, event, "a key is a single word, not a list or mapping", hint)
            raise _StopError
        filled = self.added(container, event)
        start, flow = _locations(event)[0], bool(event.flow_style)
        outer = (here.outer if here else 0) if flow else start.column + 1
        is_map, again = isinstance(container, YamlMap), filled is not container
        self.stack.append(_Open(filled, is_map, start, flow, outer, again=again))

    def added(self, container: YamlMap | YamlList, event: yaml.Event) -> YamlMap | YamlList:
        """Put a container where it belongs; give it, or the one there that has the same key, to be filled further."""
        here = self.stack[-1] if self.stack else None
        if here and here.key and isinstance(here.data, YamlMap):
            first = here.data.get(here.key[0])
            if type(first) is type(container):
                here.key = None
                return first
        self.add(container, event)
        return container

    def add(self, value: Any, event: yaml.Event) -> None:
        """Put a value where it belongs: the root, a list, or a mapping's key or value."""
        if not self.stack:
            self.root = value
            return
        here = self.stack[-1]
        data: Any = here.data
        if not here.is_map:
            data.append(value)
            data.places.append(event)
        elif here.key is None:
            here.key = self.key(value, event, here), event
        else:
            name, key_event = here.key
            data[name] = value
            data.places[name] = key_event, event
            here.key = None

    def key(self, value: Any, event: yaml.Event, here: _Open) -> str:
        """Check that a key is there, and for the first time."""
        if not isinstance(value, str) or not value:
            self.fault(NOT_PLAIN, event, "a key is missing before this colon", "Write “key: value”.")
            return ""
        if value in here.data and not here.again:
            data = cast("YamlMap", here.data)
            location = data.key_location(value)
            hint = "Keep one of the two."
            if isinstance(data[value], YamlList):
                hint = "Put its entries under the first one, and take this line out."
            elif isinstance(data[value], YamlMap):
                hint = "Keep one of the two; if they are two things, give this one a name of its own."
            dash = here.begun_again or location.text[: location.column - 1].rstrip().endswith("-")
            if dash and value == next(iter(data)) and len(data) > 1:
                here.begun_again, here.data = True, YamlMap(event, self.locations)
                entries = cast("YamlList", self.stack[-2].data)
                entries.fill(len(entries), here.data, event)
                hint = f"If a new entry begins here, write it with a dash, in the column of the other dashes:\n{' ' * (location.column - 3)}- {self.location(event).text.strip()}"
            message = f"the key “{value}” stands twice: first in line {location.line}"
            self.fault(DUPLICATE_KEY, event, message, hint)
        return value

    def refuse_extras(self, event: Any) -> None:
        """Refuse tags and anchors."""
        location = self.location(event)
        for name, what in ((event.tag, "a tag"), (event.anchor, "an anchor")):
            if name is not None:
                sign = location.text[location.column - 1 :][:40].split()[0]
                self.fault(NOT_PLAIN, event, f"“{sign}” is {what}", self.advice(event))

    def advice(self, event: yaml.Event) -> str:
        """Advise to quote the text at `event`, and show how where it is a line's only one."""
        in_brackets = bool(self.stack) and self.stack[-1].flow
        return _QUOTE if in_brackets else in_quotation_marks(self.location(event).text)

    def fault(self, rule: Rule, event: yaml.Event, message: str, hint: str) -> None:
        """Report `rule` broken at `event`."""
        self.faults.append(rule.at(self.location(event), message, hint))

    def location(self, event: yaml.Event) -> Location:
        """Give the place where `event` starts; its width on that line."""
        start, end = _locations(event)
        if start.line >= len(self.lines):  # nothing, at the end of the file
            return Location(self.path, len(self.lines), len(self.lines[-1]) + 1, 1, self.lines[-1])
        text = self.lines[start.line]
        width = (end.column if end.line == start.line else len(text)) - start.column
        return Location(self.path, start.line + 1, start.column + 1, max(1, width), text)

    def locations(self, event: yaml.Event) -> Iterator[Location]:
        """Give the place where `event` starts, then what belongs to it on each line that follows."""
        yield as_written(self.location(event), self.written)
        start, end = _locations(event)
        for number in range(start.line + 1, min(end.line + 1, len(self.lines))):
            text = self.lines[number]
            column = len(text) - len(text.lstrip())
            width = (end.column if number == end.line else len(text)) - column
            if width > 0:
                yield as_written(Location(self.path, number + 1, column + 1, width, text), self.written)


def _locations(event: yaml.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """Give where `event` starts and ends: the parser always tells."""
    return cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)
