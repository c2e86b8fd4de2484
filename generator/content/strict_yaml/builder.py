"""Build plain mappings, lists and texts from the events of libyaml, and refuse what could silently change words.

The depth is limited before anything is built: libyaml's own composer crashes the interpreter on deep nesting. Every scalar
stays the text that the editor wrote (`NO`, `12:30`, `1.10`); only `~`, `null` and nothing at all are None.
"""

from dataclasses import dataclass
from sys import intern
from typing import Any, cast

import yaml

from generator.content import rules
from generator.content.error_list import ErrorList
from generator.content.strict_yaml.places import Places, Scalar, packed
from generator.content.strict_yaml.refusals import refused_scalar
from generator.diagnostics import Rule
from generator.location import PLACE_BITS, YamlList, YamlMap

DEEPEST = 12  # levels of nesting
_OFTEN_REPEATED = 32  # characters of a key, an identifier, a date: each is kept once in memory
_NOTHING = ("", "~", "null")
_QUOTE = "Put the text in quotation marks."


class StopError(Exception):
    """The rest of the file cannot be read; the error is already reported."""


@dataclass(slots=True)
class _Container:
    """A mapping or list that is being filled.

    `outer` is the column, from 1, of the innermost one that is not in brackets: this one or one around it. `key` is the key
    that waits for its value. With `has_duplicate`, a key came a second time; this is reported once for each mapping.
    """

    data: YamlMap | YamlList
    is_map: bool
    start: yaml.Mark | None = None
    in_brackets: bool = False
    outer: int = 0
    key: tuple[str, int] | None = None
    has_duplicate: bool = False


class Builder:
    """The data and the errors of one file, as far as its events were taken.

    With `keeps_scalars` every text is kept and looked at: the file has signs that can take words away.
    """

    def __init__(self, places: Places, *, keeps_scalars: bool) -> None:
        """Begin with nothing."""
        self.places = places
        self._lines = places.lines
        self.keeps_scalars = keeps_scalars
        self.errors = ErrorList()
        self.stack = [_Container(YamlList(0, places), is_map=False)]  # a list of one: the file
        self.scalars: list[Scalar] = []
        self.documents = 0
        self.closed: tuple[yaml.Mark, yaml.Mark] | None = None
        """Where the last quoted text or bracket began and ended."""

    @property
    def bracket(self) -> yaml.Mark | None:
        """Where the innermost bracket begins that is still open."""
        return self.stack[-1].start if self.stack[-1].in_brackets else None

    @property
    def root(self) -> Any:
        """The data of the file; None if there is nothing."""
        return next(iter(self.stack[0].data), None)

    def take(self, event: Any) -> None:
        """Take the next event. Raise StopError if the rest of the file cannot be read."""
        if type(event) is yaml.ScalarEvent:  # nearly all events
            self._take_scalar(event)
        else:
            self._take_structure(event)

    def _take_structure(self, event: Any) -> None:
        """Take an event that is not a text."""
        end = event.end_mark
        match event:
            case yaml.MappingStartEvent():
                self._open(YamlMap(packed(event), self.places), event)
            case yaml.SequenceStartEvent():
                self._open(YamlList(packed(event), self.places), event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                closed = self.stack.pop()
                if closed.in_brackets and closed.start:
                    self.closed = closed.start, end
            case yaml.DocumentStartEvent():
                self.documents += 1
                if event.version or event.tags:
                    self._refuse_document(event, "a line that begins with “%” is a directive")
                if self.documents > 1:
                    self._refuse_document(event, "“---” begins a second document here")
            case yaml.DocumentEndEvent() if event.explicit:
                self._refuse_document(event, "“...” ends the file here")
            case yaml.AliasEvent():
                self._refuse(rules.NOT_PLAIN, event, f"“*{event.anchor}” is an alias", _QUOTE)
                self._add(f"*{event.anchor}", event)

    def _take_scalar(self, event: Any) -> None:
        """Take a text exactly as it was written, in as few steps as possible."""
        if event.tag is not None or event.anchor is not None:
            self._refuse_extras(event)
        value, style, end = event.value, event.style, event.end_mark
        container = self.stack[-1]
        is_key = container.is_map and container.key is None
        if (
            self.keeps_scalars
            or event.start_mark.line != end.line
            or style in ("|", ">")
            or (is_key and (value == "<<" or not self._has_colon(end)))
            or (not style and value.endswith('"'))
        ):
            self._inspect(event, container, is_key=is_key)
        if style:
            if style in ("'", '"'):
                self.closed = event.start_mark, end
        elif value in _NOTHING:
            value = None
        elif len(value) <= _OFTEN_REPEATED:
            value = intern(value)
        self._add(value, event)

    def _has_colon(self, end: yaml.Mark) -> bool:
        """Return whether a colon follows a key directly, as it nearly always does."""
        return end.line < len(self._lines) and self._lines[end.line].startswith(":", end.column)

    def _inspect(self, event: Any, container: _Container, *, is_key: bool) -> None:
        """Report what YAML silently accepts about a text, and keep the text for the search for comments."""
        start, end = event.start_mark, event.end_mark
        if start.line >= len(self._lines):  # nothing, at the end of the file
            return
        scalar = Scalar(
            places=self.places,
            value=event.value,
            style=event.style or "",
            start=start,
            end=end,
            outer=container.outer,
            in_brackets=container.in_brackets,
            is_key=is_key,
        )
        for error in refused_scalar(scalar):
            self.errors.add(error)
        self.scalars.append(scalar)

    def _open(self, data: YamlMap | YamlList, event: Any) -> None:
        """Begin a mapping or list."""
        if event.tag is not None or event.anchor is not None:
            self._refuse_extras(event)
        if len(self.stack) > DEEPEST:
            hint = "Close open brackets, and put texts with brackets in quotation marks."
            self._refuse(rules.TOO_DEEP, event, f"this is nested more than {DEEPEST} levels deep", hint)
            raise StopError
        container = self.stack[-1]
        if container.is_map and container.key is None:
            hint = "Put a text that begins with a bracket in quotation marks."
            self._refuse(rules.NOT_PLAIN, event, "a key is a single word, not a list or mapping", hint)
            raise StopError
        self._add(data, event)
        start, in_brackets = event.start_mark, bool(event.flow_style)
        outer = container.outer if in_brackets else start.column + 1
        self.stack.append(
            _Container(
                data, is_map=isinstance(data, YamlMap), start=start, in_brackets=in_brackets, outer=outer
            )
        )

    def _add(self, value: Any, event: Any) -> None:
        """Put a value in its place: the root, a list, or a mapping's key or value."""
        container = self.stack[-1]
        data: Any = container.data
        if not container.is_map:
            data.append(value)
            data.places.append(packed(event))
        elif container.key is None:
            container.key = self._checked_key(value, event, container), packed(event)
        else:
            name, key_place = container.key
            data[name] = value
            data.places[name] = key_place << PLACE_BITS | packed(event)
            container.key = None

    def _checked_key(self, value: Any, event: Any, container: _Container) -> str:
        """Return a key. Report an error if it is empty, or not the first of its name."""
        if not isinstance(value, str) or not value:
            self._refuse(rules.NOT_PLAIN, event, "a key is missing here", "Write “key: value”.")
            return ""
        data = cast("YamlMap", container.data)
        if value in data and not container.has_duplicate:
            container.has_duplicate = True
            message = f"the key “{value}” is already used in line {data.key_location(value).line}"
            hint = "Keep one of the two. If a new entry begins here, write a dash before it, in the column of the other dashes."
            self._refuse(rules.DUPLICATE_KEY, event, message, hint)
        return value

    def _refuse_extras(self, event: Any) -> None:
        """Report a tag or an anchor."""
        location = self.places.location(event)
        sign = location.text[location.column - 1 : location.column + 39].split()[0]
        kind = "an anchor" if event.tag is None else "a tag"
        self._refuse(rules.NOT_PLAIN, event, f"“{sign}” is {kind}", _QUOTE)

    def _refuse_document(self, event: Any, message: str) -> None:
        """Report a line that divides the file, and stop."""
        self._refuse(rules.SEVERAL_DOCUMENTS, event, message, "Delete this line.")
        raise StopError

    def _refuse(self, rule: Rule, event: Any, message: str, hint: str) -> None:
        """Report an error at `event`."""
        self.errors.add_each([lambda: rule.at(self.places.location(event), message, hint)])
