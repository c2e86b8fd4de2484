"""The errors and warnings about an entry, each at the field of the form that it is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from generator.content.strict_yaml import read_yaml
from generator.desk.entry_form import EntryForm, field_of
from generator.diagnostics import Diagnostic
from generator.edit.yaml_edit import Steps
from generator.location import Location, YamlList, YamlMap


@dataclass(frozen=True)
class Problem:
    """A diagnostic at the field that it is about; the name is empty if it is about the whole entry."""

    field: str
    diagnostic: Diagnostic


def problems(
    diagnostics: Sequence[Diagnostic], path: str, raw: bytes | None, index: int | None, form: EntryForm
) -> list[Problem]:
    """Return diagnostics at their fields, those of other entries and files at none. `raw` is the file that they are about."""
    data = read_yaml(path, raw)[0] if raw is not None else None
    found = []
    for item in diagnostics:
        steps = steps_at(data, item.location) if data is not None and item.location.file == path else ()
        is_here = steps[:2] == ("positions", index)
        found.append(Problem(field_of(steps[2:], form) if is_here else "", item))
    return found


def steps_at(data: YamlMap | YamlList, location: Location) -> Steps:
    """Return the keys and numbers that lead to the innermost value that begins at or before a location."""
    steps: list[str | int] = []
    value: Any = data
    while isinstance(value, YamlMap | YamlList) and value:
        begins = [each for each in _begins(value) if each[0] <= (location.line, location.column)]
        if not begins:
            break
        step = max(begins, key=itemgetter(0))[1]
        steps.append(step)
        value = value[str(step)] if isinstance(value, YamlMap) else value[int(step)]
    return tuple(steps)


def _begins(value: YamlMap | YamlList) -> Iterator[tuple[tuple[int, int], str | int]]:
    """Yield the line and column at which each entry of a mapping or list begins, with its key or number."""
    keys: Iterable[str | int] = value if isinstance(value, YamlMap) else range(len(value))
    for key in keys:
        place = (
            value.key_location(str(key)) if isinstance(value, YamlMap) else next(value.item_lines(int(key)))
        )
        yield (place.line, place.column), key
