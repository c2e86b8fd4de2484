"""Where libyaml lost its way between brackets, quotation marks and columns -> what an editor can do about it."""

from __future__ import annotations

import re

import yaml

from generator.content.model.node import known_keys
from generator.content.strict_yaml.file_rules import SEVERAL_DOCUMENTS
from generator.content.strict_yaml.hints import in_quotation_marks, with_colon
from generator.content.strict_yaml.rules import (
    COLON,
    CUT_BY_COMMENT,
    FIRST_CHARACTER,
    INDENTATION,
    NO_COLON,
    NOT_PLAIN,
    OPEN_BRACKET,
    TEXT_AFTER_QUOTE,
)
from generator.content.strict_yaml.stop import CLOSING, SAME_COLUMN, Stop, Told, first, is_sound, unknown
from generator.location import Location

_OPENING = {closing: opening for opening, closing in CLOSING.items()}
_SIGN = re.compile(r"(?<!\S)#")
_KEY = re.compile(r"[\w-]+:(?:\s|$)")
_LINES_SEARCHED = 20
_OTHER_MARKS = {
    "'": "Put double quotation marks around the text, or double the apostrophe inside it: ''",
    '"': 'Put single quotation marks around the text, or a backslash before the one inside it: \\"',
}


def flow(stop: Stop) -> Told:
    """Tell brackets that stay open from entries without a comma between them."""
    opened, problem = stop.location(stop.context), stop.location(stop.problem)
    bracket = opened.text[opened.column - 1 : opened.column]
    closing = CLOSING.get(bracket, "]")
    if problem.line != opened.line:
        return _never_closed(stop, opened, closing)
    if told := _quote_inside(stop):
        return told
    if stop.character == ":":
        return COLON, problem, "this colon stands inside a text", _comma_or_marks(stop)
    if stop.character in CLOSING.values():
        hint = f"The bracket in column {opened.column} is closed with “{closing}”."
        return OPEN_BRACKET, problem, f"“{stop.character}” does not close “{bracket}”", hint
    hint = "Put commas between entries, and texts with commas in quotation marks."
    return OPEN_BRACKET, problem, f"a comma or “{closing}” is missing before this", hint


def _comma_or_marks(stop: Stop) -> str:
    """Advise on a colon in a text between brackets: before a key that editors know, a comma was probably forgotten."""
    before, line = stop.before, stop.location(stop.problem).text
    key = before.split()[-1] if before.strip() else ""
    if key not in known_keys():
        return "Put the text in quotation marks."
    text = before.removesuffix(key).rstrip()
    better = f"{text}, {key}{line[len(before) :]}".strip()
    shown = f":\n{better}\n" if is_sound(better) else ". "
    return f"If “{key}” is a key, put a comma before it{shown}If not, put the text in quotation marks."


def _never_closed(stop: Stop, opened: Location, closing: str) -> Told:
    """Tell a bracket that stays open, because of a “#” or not, and show where to close it if its line holds all of it."""
    line, bracket = opened.text, opened.text[opened.column - 1]
    if told := _cut_inside(stop, opened, closing):
        return told
    better = f"{line.strip()}{closing}"
    hint = f"Close it with “{closing}”; the reader got lost in line {stop.location(stop.problem).line}."
    if not better[:-1].endswith((",", "[", "{")) and is_sound(better):
        hint = f"Close it with “{closing}”:\n{better}"
    elif _SIGN.search(line, opened.column):
        hint = f"Close it with “{closing}”, before any comment."
    return OPEN_BRACKET, opened, f"this bracket “{bracket}” is not closed", hint


def _cut_inside(stop: Stop, opened: Location, closing: str) -> Told | None:
    """Tell the “#” behind the bracket at `opened` that begins a comment, and with it takes words or the closing one away."""
    lines = stop.lines[opened.line - 1 : min(stop.problem.line + 1, opened.line + _LINES_SEARCHED)]
    for number, line in enumerate(lines, opened.line):
        first = opened.column if number == opened.line else 0
        sign = _SIGN.search(line, first)
        if sign is None or not is_sound(f"{_OPENING[closing]}{line[first : sign.start()]}{closing}"):
            continue
        if closing in line[sign.end() :] or line[sign.end() : sign.end() + 1].strip("# \t"):
            location = Location(
                opened.file, number, sign.start() + 1, len(line.rstrip()) - sign.start(), line
            )
            hint = "A “#” with a space before it begins a comment. Put the text in quotation marks, or close the bracket before."
            return CUT_BY_COMMENT, location, "this “#” cuts the text off", hint
    return None


def _quote_inside(stop: Stop) -> Told | None:
    """Tell a text between quotation marks that is ended by one inside it, as `'Russia's role'` is."""
    last = stop.around.last
    if last is None or (last[1].line, last[1].column) != (stop.problem.line, stop.problem.column):
        return None
    quote = stop.location(last[0]).text[last[0].column]
    if quote not in _OTHER_MARKS:
        return None
    message = "something follows the closing quotation mark"
    return TEXT_AFTER_QUOTE, stop.location(stop.problem), message, _OTHER_MARKS[quote]


def no_node(stop: Stop) -> Told:
    """Tell what stands where a text, a list or a mapping should begin."""
    location, bracket = stop.location(stop.problem), stop.around.bracket
    if location.text.startswith("..."):
        return SEVERAL_DOCUMENTS, location, "“...” ends the file here", "Take this line out."
    if bracket is None:
        return first(stop, location)
    opening = bracket.text[bracket.column - 1]
    closing = CLOSING.get(opening, "]")
    if not location.text[location.column - 1 :].strip():
        return _never_closed(stop, bracket, closing)
    if stop.character == ":":
        return NOT_PLAIN, location, "a key is missing before this colon", "Write “key: value”."
    if stop.character in (",", *CLOSING.values()):
        message = f"an entry is missing before this “{stop.character}”"
        return OPEN_BRACKET, location, message, "Take out the comma that is too many."
    return first(stop, location)


def block(stop: Stop) -> Told:
    """Tell what follows a closing quotation mark or bracket from lines in the wrong column."""
    location, before = stop.location(stop.problem), stop.before
    last = stop.around.last
    if last and _directly_after(last, stop.problem, location.text):
        if stop.character in CLOSING.values():
            return OPEN_BRACKET, location, f"this “{stop.character}” closes nothing", "Take it out."
        return _after_closing(stop, stop.location(last[0]), location)
    if stop.character == ":":
        return NOT_PLAIN, location, "a key is missing before this colon", "Write “key: value”."
    if before.strip():
        return unknown(stop)
    message = "this line does not fit the lines above it"
    if location.text.lstrip().startswith("- "):
        hint = "Write the dash in the column of the other dashes of the list, or the line as “key: value”."
        return INDENTATION, stop.start(stop.problem), message, hint
    if re.match(r"\s*-\w", location.text):
        return (
            NO_COLON,
            stop.start(stop.problem),
            "this dash has no space after it",
            with_colon(location.text),
        )
    if told := _cut_above(stop):
        return told
    return (
        INDENTATION,
        stop.start(stop.problem),
        message,
        f"{SAME_COLUMN}; entries of a list begin with “- ”.",
    )


def _cut_above(stop: Stop) -> Told | None:
    """Tell the comment in the line above without which the line at which libyaml stopped would go on with a text."""
    here, number = stop.start(stop.problem), stop.problem.line
    line = stop.lines[number - 1] if number else ""
    sign = _SIGN.search(line)
    if sign is None or _KEY.match(here.text, here.column - 1) or not is_sound(line[: sign.start()]):
        return None
    location = Location(here.file, number, sign.start() + 1, len(line.rstrip()) - sign.start(), line)
    hint = "A “#” with a space before it begins a comment, and ends the text. Put the whole text in quotation marks."
    return CUT_BY_COMMENT, location, f"this “#” cuts the text off before line {here.line}", hint


def _after_closing(stop: Stop, start: Location, location: Location) -> Told:
    opening = start.text[start.column - 1]
    if opening in CLOSING:
        hint = in_quotation_marks(start.text)
        return FIRST_CHARACTER, start, f"a text cannot begin with “{opening}” here", hint
    if start.line == location.line:
        hint = in_quotation_marks(location.text)
    else:
        hint = f"It closes the one of line {start.line}, column {start.column}. Was that meant to be closed in its line?"
    end = stop.location(stop.problem)
    return TEXT_AFTER_QUOTE, end, "something follows the closing quotation mark", hint


def outside(stop: Stop) -> Told:
    """Tell what stands behind the text, the brackets or the lines that were the whole file so far."""
    location, last = stop.location(stop.problem), stop.around.last
    if location.text.startswith("..."):
        return SEVERAL_DOCUMENTS, stop.start(stop.problem), "“...” ends the file here", "Take this line out."
    if last and _directly_after(last, stop.problem, location.text):
        return _after_closing(stop, stop.location(last[0]), location)
    if last and stop.location(last[0]).text.startswith(tuple(CLOSING)) and last[0].column == 0:
        message = "the bracket around the whole file is closed before this line"
        hint = "Take the brackets away, and write one “key: value” on each line."
        return INDENTATION, stop.start(stop.problem), message, hint
    if stop.before.strip() or not stop.problem.line:
        return unknown(stop)
    message = "this line stands further left than the first line of the file"
    return INDENTATION, stop.start(stop.problem), message, f"{SAME_COLUMN}."


def _directly_after(last: tuple[yaml.Mark, yaml.Mark], at: yaml.Mark, line: str) -> bool:
    """Say whether nothing but spaces stands between what was read last and `at`."""
    return last[1].line == at.line and not line[last[1].column : at.column].strip()
