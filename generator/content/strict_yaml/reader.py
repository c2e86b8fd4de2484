"""Read a YAML file strictly: data with locations, or errors. Whatever in YAML could silently change words is an error."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml
from yaml import CBaseLoader

from generator.content import rules
from generator.content.error_list import ErrorList
from generator.content.strict_yaml.builder import Builder, StopError
from generator.content.strict_yaml.comments import cut_texts
from generator.content.strict_yaml.places import Places
from generator.content.strict_yaml.slips import explain
from generator.content.strict_yaml.text import read_text, unusual_indentation
from generator.content.strict_yaml.yaml_error import YamlError
from generator.diagnostics import Diagnostic
from generator.location import Location, Place, YamlList, YamlMap

_SUSPICIOUS = ("#", "? ", "?\t")  # a comment, and a question mark that may begin a key
_BEGINS_WITH_KEYS = "A file begins with “key: value” lines; the guide for editors shows each kind of file. Lines after “#” are comments."


def read_yaml(path: str, raw: bytes) -> tuple[YamlMap | None, tuple[Diagnostic, ...]]:
    """Read the bytes of the YAML file at `path`. Return its data, or None and its errors, sorted.

    A file that cannot be read to its end has exactly one error: the first one.
    """
    text, errors = read_text(path, raw)
    if errors:
        return None, errors
    places = ReadFile(path, text)
    data, found, is_complete = _read(places)
    tab = unusual_indentation(path, text)
    if tab and (is_complete or all(tab.location.line <= error.location.line for error in found.described())):
        return None, (tab,)
    if not is_complete:
        # An error of another rule says more than that YAML stopped.
        return None, (
            min(
                found.described(),
                key=lambda error: (error.code == rules.UNREADABLE_YAML.code, error.location.line),
            ),
        )
    if found:
        return None, found.sorted()
    if not isinstance(data, YamlMap):
        return None, (_no_keys(places),)
    return data, ()


class ReadFile(Places):
    """A file that was read."""

    def value(self, place: Place) -> YamlMap | YamlList:
        """Read the file again, and return the mapping or list at a place."""
        return _values(self)[place]


@lru_cache(maxsize=16)
def _values(file: ReadFile) -> Mapping[Place, YamlMap | YamlList]:
    """Return every mapping and list of a file by its place, with the places of its values."""
    data, _, _ = _read(file, keeps_places=True)
    found, values = dict[Place, YamlMap | YamlList](), [data]
    for value in values:
        if isinstance(value, YamlMap | YamlList):
            found[value.place] = value
            values += value.values() if isinstance(value, YamlMap) else value
    return found


def _read(places: ReadFile, *, keeps_places: bool = False) -> tuple[Any, ErrorList, bool]:
    """Parse a file. Return its data, its errors, and whether it was read to its end."""
    text = places.text
    is_suspicious = any(map(text.__contains__, _SUSPICIOUS))
    builder = Builder(places, keeps_scalars=is_suspicious, keeps_places=keeps_places)
    end, is_complete = (len(places.lines), 0), False
    try:
        builder.take_all(CBaseLoader(text).get_event)
        is_complete = True
    except StopError:
        end = 0, 0
    except yaml.MarkedYAMLError as error:
        found = _yaml_error(places, builder, error)
        builder.errors.add(explain(found))
        end = found.start if "scanning" in found.problem else (found.line, found.column)
    if is_suspicious:
        builder.errors.add_each(cut_texts(places.lines, builder.scalars, end))
    return builder.root, builder.errors, is_complete


def _yaml_error(places: Places, builder: Builder, error: yaml.MarkedYAMLError) -> YamlError:
    """Return where libyaml stopped with `error`, and what it had read before."""
    problem = error.problem_mark or error.context_mark or yaml.Mark(places.path, 0, 0, 0, None, 0)
    line, column = places.within(problem)
    return YamlError(
        places=places,
        problem=f"{error.context or ''}: {error.problem or ''}",
        line=line,
        column=column,
        start=places.within(error.context_mark or problem),
        closed=builder.closed,
        bracket=builder.bracket,
    )


def _no_keys(places: Places) -> Diagnostic:
    """Return the error of a file that has no keys."""
    number, line = next(((n, line) for n, line in enumerate(places.lines, 1) if line.strip()), (1, ""))
    location = Location(places.path, number, 1, max(1, len(line)), line)
    message = "this file does not consist of “key: value” lines" if line else "this file is empty"
    return rules.NOT_A_MAPPING.at(location, message, _BEGINS_WITH_KEYS)
