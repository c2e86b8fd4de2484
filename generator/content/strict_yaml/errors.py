"""What libyaml says when it stops -> what an editor can do about it."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from generator.content.model.identifiers import better_id
from generator.content.strict_yaml import brackets
from generator.content.strict_yaml.columns import in_another_column
from generator.content.strict_yaml.dashes import dash
from generator.content.strict_yaml.file_rules import NOT_A_MAPPING, TAB
from generator.content.strict_yaml.hints import in_quotation_marks, quoted_line, with_colon
from generator.content.strict_yaml.keyless import keyless
from generator.content.strict_yaml.lines import column_of, indent
from generator.content.strict_yaml.rules import (
    BACKSLASH,
    COLON,
    CUT_BY_COMMENT,
    FIRST_CHARACTER,
    INDENTATION,
    NO_COLON,
    OPEN_QUOTE,
)
from generator.content.strict_yaml.stop import SAME_COLUMN, Around, Stop, Told, first, is_sound, unknown
from generator.diagnostics import Diagnostic
from generator.location import Location, YamlList

_COMMENTED = "What stands behind a # is not read: take the # out of lines that are meant."
# A line whose key has no space behind its colon; the address of a page has none either.
_NO_SPACE = re.compile(r" *+(?:- ++)*+[a-z][a-z0-9_-]*+:(?!//)[^\s:]")
# Speakers as people list them.
_PERSON = re.compile(r"([^\W\d][\w .’'-]*), ([^\W\d][\w .’'-]*)")


def explain(path: str, lines: list[str], error: yaml.MarkedYAMLError, around: Around) -> Diagnostic:
    """Turn the error at which libyaml stopped into a diagnostic."""
    words = f"{error.context or ''}: {error.problem or ''}"
    problem = error.problem_mark or error.context_mark or yaml.Mark(path, 0, 0, 0, None, 0)
    stop = Stop(path, lines, words, problem, error.context_mark or problem, around)
    tell = next((teller for said, teller in _TELLERS if said in words), unknown)
    rule, location, message, hint = tell(stop)
    if told := dash(lines, location) if rule in (INDENTATION, FIRST_CHARACTER) else None:
        rule, location, message, hint = told
        return rule.at(location, message, hint)
    if rule in (INDENTATION, COLON) and (missing := keyless(path, lines, location.line)):
        return missing
    if rule is INDENTATION and (better := in_another_column(lines, location.line)):
        hint += f"\nProbably it is:\n{better}"
    return rule.at(location, message, hint)


def _backslash(stop: Stop) -> Told:
    location = stop.location(stop.context)
    at = stop.location(stop.problem)
    place = at.text.rfind("\\", 0, at.column) + 1
    if at.line == location.line:
        place = max(location.column, place)
    message = "a backslash means something inside double quotation marks, and not what stands here"
    text = at.text[location.column :].rstrip()
    hint = "Put the text in single quotation marks, or double the backslash."
    if at.line == location.line and text.endswith('"'):
        inner = text[:-1].replace("'", "''")
        hint = f"Put the text in single quotation marks:\n{at.text[: location.column - 1].strip()} '{inner}'"
    return BACKSLASH, Location(at.file, at.line, place or at.column, 1, at.text), message, hint


def _open_quote(stop: Stop) -> Told:
    location = stop.location(stop.context)
    closed = f"{location.text.strip()}{location.text[location.column - 1]}"
    hint = "Add the closing one where the text ends."
    if location.text[location.column :].strip() and is_sound(closed):
        hint = f"Add the closing one at the end of the text:\n{closed}"
    return OPEN_QUOTE, location, "this quotation mark is never closed", hint


def _colon(stop: Stop) -> Told:
    location, words = stop.location(stop.problem), stop.before.strip()
    if re.search(r":\s", words):
        return COLON, location, "this colon stands inside a text", in_quotation_marks(location.text)
    if " " in words:
        hint = "If the line goes on from the one above, put the whole text in quotation marks."
        return COLON, location, "this colon stands inside a text", hint
    if told := _no_key_above(stop):
        return told
    hint = f"{SAME_COLUMN}. If it goes on from the line above, put the whole text in quotation marks."
    return INDENTATION, stop.start(stop.problem), "this line does not belong to the line above it", hint


def _no_key_above(stop: Stop) -> Told | None:
    """Tell of a line without “key: value” directly above, in the column of the key at which libyaml stopped.

    It is of the form `key:value`, or a text that stands alone below its key.
    """
    number, here = stop.problem.line, stop.start(stop.problem)
    above = stop.lines[number - 1] if number else ""
    outer = stop.lines[number - 2] if number > 1 else ""
    alone = indent(outer) < indent(above) == column_of(above) and outer.rstrip().endswith(":")
    if column_of(above) != here.column - 1 or not (_NO_SPACE.match(above) or (alone and ":" not in above)):
        return None
    location = Location(here.file, number, here.column, len(above.rstrip()) - here.column + 1, above)
    person = _PERSON.fullmatch(above.strip()) if "{name:" in here.text else None
    name = better_id(person[1]) if person else ""
    hint = (
        f"Write:\n{name}: {{name: {person[1]}, role: {person[2]}}}" if person and name else with_colon(above)
    )
    return NO_COLON, location, "this line has no “key: value”", hint


def _tab(stop: Stop) -> Told:
    location = stop.location(stop.problem)
    if location.text.strip():
        return first(stop, location)
    return TAB, location, "a tab stands on this empty line", "Delete all that stands on the line."


def _no_colon(stop: Stop) -> Told:
    location = stop.start(stop.context)
    sign = re.search(r"(?<=[ \t])#", location.text)
    if sign and re.search(r":(?:[ \t]|$)", location.text[sign.start() :]):
        sign_mark = Location(
            location.file, location.line, sign.start() + 1, len(location.text) - sign.start(), location.text
        )
        hint = "A “#” with a space before it begins a comment. Put the key or the text in quotation marks."
        return CUT_BY_COMMENT, sign_mark, "this “#” cuts the line off before its colon", hint
    return NO_COLON, location, "this line has no “key: value”", with_colon(location.text)


def _colon_without_space(stop: Stop) -> Told:
    hint = "Put a space after the colon, or the whole text in quotation marks."
    return NO_COLON, stop.location(stop.problem), "a colon without a space after it stands here", hint


def _first_at_context(stop: Stop) -> Told:
    return first(stop, stop.location(stop.context))


def _first_at_problem(stop: Stop) -> Told:
    return first(stop, stop.location(stop.problem))


def _list_after_key(stop: Stop) -> Told:
    hint = "Put the first entry on a line of its own, two spaces further right."
    if better := quoted_line(stop.location(stop.problem).text):
        hint += f" If this is a text:\n{better}"
    return INDENTATION, stop.location(stop.problem), "a list cannot begin on the line of its key", hint


_TELLERS: tuple[tuple[str, Callable[[Stop], Told]], ...] = (
    ("tab character", _tab),
    ("parsing a quoted scalar", _backslash),
    ("quoted scalar", _open_quote),
    ("mapping values are not allowed", _colon),
    ("simple key", _no_colon),
    ("cannot start any token", _first_at_problem),
    ("mapping keys are not allowed", _first_at_problem),
    ("incompatible YAML document", _first_at_problem),
    ("scanning an alias", _first_at_context),
    ("scanning an anchor", _first_at_context),
    ("a tag", _first_at_context),
    ("tag handle", _first_at_context),
    ("directive", _first_at_context),
    ("block scalar", _first_at_context),
    ("sequence entries are not allowed", _list_after_key),
    ("unexpected ':'", _colon_without_space),
    ("expected ',' or", brackets.flow),
    ("node content", brackets.no_node),
    ("expected key", brackets.block),
    ("expected '-' indicator", brackets.block),
    ("<document start>", brackets.outside),
)


def no_mapping(path: str, lines: list[str], data: YamlList | str | None) -> Diagnostic:
    """Tell what stands in a file in place of keys."""
    hint = "It begins with keys, as the guide for editors shows."
    number, line = next(((n, line) for n, line in enumerate(lines, 1) if line.strip("- ")), (1, lines[0]))
    location = Location(path, number, len(line) - len(line.lstrip()) + 1, max(1, len(line.strip())), line)
    if data is None:
        if location.text.lstrip().startswith("#"):
            return NOT_A_MAPPING.at(location, "this file has only comments", f"{hint} {_COMMENTED}")
        return NOT_A_MAPPING.at(Location(path), "this file is empty", hint)
    if isinstance(data, YamlList):
        return NOT_A_MAPPING.at(data.location, "this file is a list; it has no “key: value” at its top", hint)
    return NO_COLON.at(location, "this line has no “key: value”", with_colon(line))
