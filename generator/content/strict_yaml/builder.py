"""Build plain mappings, lists and texts from the events of libyaml, and refuse what could silently change words.

The depth is limited before anything is built: libyaml's own composer crashes the interpreter on deep nesting. Every scalar
stays the text that the editor wrote (`NO`, `12:30`, `1.10`); only `~`, `null` and nothing at all are None.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from sys import intern
from typing import Any

import yaml
from yaml import CollectionEndEvent, CollectionStartEvent, MappingStartEvent, ScalarEvent

from generator.content import rules
from generator.content.error_list import ErrorList
from generator.content.strict_yaml.places import Places, Scalar, packed
from generator.content.strict_yaml.refusals import refused_scalar
from generator.diagnostics import Rule
from generator.location import PLACE_BITS, Place, YamlList, YamlMap

DEEPEST = 12  # levels of nesting
_OFTEN_REPEATED = 32  # characters of a key, an identifier, a date: each is kept once in memory
_NOTHING = ("", "~", "null")
_QUOTE = "Put the text in quotation marks."


class StopError(Exception):
    """The rest of the file cannot be read; the error is already reported."""


@dataclass(slots=True)
class _Container:
    """A mapping or list that is being filled; the file itself is a list of one.

    `outer` is the column, from 1, of the innermost one that is not in brackets: this one or one around it. `key` is the key
    that waits for its value, at `key_place`, and `keys` has the line of each key, from 0. With `has_duplicate`, a key came a second time;
    this is reported once for each mapping.
    """

    data: Any
    is_map: bool
    start: yaml.Mark | None = None
    in_brackets: bool = False
    outer: int = 0
    key: str | None = None
    key_place: Place = 0
    keys: dict[str, int] = field(default_factory=dict)
    has_duplicate: bool = False

    @property
    def needs_key(self) -> bool:
        """Return whether a key comes next."""
        return self.is_map and self.key is None

    def add(self, value: Any) -> None:
        """Put a value in its place: into a list, or behind its key."""
        if self.is_map:
            self.data[self.key] = value
            self.key = None
        else:
            self.data.append(value)


class Builder:
    """The data and the errors of one file, as far as its events were taken.

    With `keeps_scalars` every text is kept and looked at: the file has signs that can take words away. With `keeps_places`
    the data has the place of each key and value, which few files need.
    """

    def __init__(self, places: Places, *, keeps_scalars: bool, keeps_places: bool) -> None:
        """Begin with nothing."""
        self.places = places
        self._lines = (*places.lines, "")  # a key without a colon may end behind the last line
        self.keeps_scalars, self.keeps_places = keeps_scalars, keeps_places
        self.errors = ErrorList()
        self.stack = [_Container(YamlList(0, places, []), is_map=False)]
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

    def take_all(self, next_event: Callable[[], Any]) -> None:
        """Take every event up to the end, texts in as few steps as possible. Raise StopError if the rest cannot be read."""
        container, lines = self.stack[-1], self._lines
        while (event := next_event()) is not None:
            is_text = type(event) is ScalarEvent
            if not is_text:
                self._take_structure(event)
                container = self.stack[-1]
                continue
            if event.tag is not None or event.anchor is not None:
                self._refuse_extras(event)
            value, style, end = event.value, event.style, event.end_mark
            line = end.line
            is_key = container.needs_key
            if (
                self.keeps_scalars
                or event.start_mark.line != line
                or style in ("|", ">")
                # A colon follows a key directly, as a rule.
                or (is_key and (value == "<<" or not lines[line].startswith(":", end.column)))
                or (not style and value.endswith('"'))
            ):
                self._inspect(event, container, is_key=is_key)
            if style in ("'", '"'):
                self.closed = event.start_mark, end
            elif value in _NOTHING and not style:
                value = None
            elif len(value) <= _OFTEN_REPEATED:
                value = intern(value)
            if self.keeps_places:
                _keep_place(event, container)
            self._take_value(value, event, container, is_key=is_key)

    def _take_structure(self, event: Any) -> None:
        """Take an event that is not a text."""
        end = event.end_mark
        if isinstance(event, CollectionEndEvent):
            closed = self.stack.pop()
            if closed.in_brackets and closed.start:
                self.closed = closed.start, end
        elif isinstance(event, CollectionStartEvent):
            self._open(event)
        else:
            self._take_sign(event)

    def _take_sign(self, event: Any) -> None:
        """Take an event that is neither a value nor the end of one."""
        match event:
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
                container = self.stack[-1]
                self._take_value(f"*{event.anchor}", event, container, is_key=container.needs_key)

    def _inspect(self, event: Any, container: _Container, *, is_key: bool) -> None:
        """Report what YAML silently accepts about a text, and keep the text for the search for comments."""
        start, end = event.start_mark, event.end_mark
        if start.line >= len(self._lines) - 1:  # nothing, at the end of the file
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

    def _open(self, event: Any) -> None:
        """Begin a mapping or list."""
        if event.tag is not None or event.anchor is not None:
            self._refuse_extras(event)
        if len(self.stack) > DEEPEST:
            hint = "Close open brackets, and put texts with brackets in quotation marks."
            self._refuse(rules.TOO_DEEP, event, f"this is nested more than {DEEPEST} levels deep", hint)
            raise StopError
        container = self.stack[-1]
        if container.needs_key:
            hint = "Put a text that begins with a bracket in quotation marks."
            self._refuse(rules.NOT_PLAIN, event, "a key is a single word, not a list or mapping", hint)
            raise StopError
        is_map = isinstance(event, MappingStartEvent)
        data: YamlMap | YamlList
        if is_map:
            data = YamlMap(packed(event), self.places, {} if self.keeps_places else None)
        else:
            data = YamlList(packed(event), self.places, [] if self.keeps_places else None)
        if self.keeps_places:
            _keep_place(event, container)
        container.add(data)
        start, in_brackets = event.start_mark, bool(event.flow_style)
        outer = container.outer if in_brackets else start.column + 1
        self.stack.append(_Container(data, is_map, start, in_brackets, outer))

    def _take_value(self, value: str | None, event: Any, container: _Container, *, is_key: bool) -> None:
        if is_key:
            self._take_key(value, event, container)
        else:
            container.add(value)

    def _take_key(self, value: str | None, event: Any, container: _Container) -> None:
        """Take a key. Report an error if it is empty, or not the first of its name."""
        if not value:
            self._refuse(rules.NOT_PLAIN, event, "a key is missing here", "Write “key: value”.")
            value = ""
        elif value in container.keys and not container.has_duplicate:
            container.has_duplicate = True
            message = f"the key “{value}” is already used in line {container.keys[value] + 1}"
            hint = "Keep one of the two. If a new entry begins here, write a dash before it, in the column of the other dashes."
            self._refuse(rules.DUPLICATE_KEY, event, message, hint)
        container.keys[value] = event.start_mark.line
        container.key = value

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


def _keep_place(event: Any, container: _Container) -> None:
    """Keep where the next key or value of a container starts and ends."""
    place = packed(event)
    if container.needs_key:
        container.key_place = place
    elif container.is_map:
        container.data.places[container.key] = container.key_place << PLACE_BITS | place
    else:
        container.data.places.append(place)
