"""What libyaml says when it stops -> what an editor can do about it."""

from __future__ import annotations

import json
import re

import yaml

from generator.diagnostics import Diagnostic
from generator.marks import Mark
from generator.yaml_rules import (
    COLON,
    FIRST_CHARACTER,
    INDENTATION,
    NO_COLON,
    OPEN_BRACKET,
    OPEN_QUOTE,
    SYNTAX,
    TEXT_AFTER_QUOTE,
)

_KEYED = re.compile(r"^(?P<before>\s*(?:- +)*(?:[\w-]+: +)?)(?P<text>.*?)(?P<comment>\s{2,}# .*)?$")


def explain(path: str, lines: list[str], error: yaml.MarkedYAMLError) -> Diagnostic:
    """Turn the error at which libyaml stopped into a diagnostic."""
    problem, context = error.problem or "", error.context or ""
    where = error.problem_mark or error.context_mark
    if "quoted scalar" in context:
        mark = _mark(path, lines, error.context_mark)
        return OPEN_QUOTE.at(
            mark, "this quotation mark is never closed", "Add the closing one at the end of the text."
        )
    if "mapping values are not allowed" in problem:
        return _colon(path, lines, where)
    if "simple key" in context or "could not find expected ':'" in problem:
        mark = _mark(path, lines, error.context_mark)
        return NO_COLON.at(mark, "this line has no “key: value”", _colon_hint(mark.text))
    if "cannot start any token" in problem or "alias" in context or "anchor" in context or "tag" in context:
        mark = _mark(path, lines, where if "token" in problem else error.context_mark)
        char = mark.text[mark.column - 1 : mark.column]
        return FIRST_CHARACTER.at(mark, f"a text cannot begin with “{char}” here", _in_quotes(mark.text))
    if "block scalar" in context:
        mark = _mark(path, lines, error.context_mark)
        char = mark.text[mark.column - 1 : mark.column]
        return FIRST_CHARACTER.at(mark, f"a text cannot begin with “{char}” here", _in_quotes(mark.text))
    if "flow" in context:
        mark = _mark(path, lines, error.context_mark)
        bracket = mark.text[mark.column - 1 : mark.column]
        closing = {"[": "]", "{": "}"}.get(bracket, "")
        where_now = f"The reader got lost in line {where.line + 1}. " if where else ""
        hint = f"{where_now}Close it with “{closing}”, and put commas between the entries."
        return OPEN_BRACKET.at(mark, f"this bracket “{bracket}” is not closed", hint)
    if "block" in context or "sequence entries" in problem:
        return _block(path, lines, where)
    return SYNTAX.at(
        _mark(path, lines, where),
        "the reader cannot make sense of this line",
        "Compare it with a line above.",
    )


def _mark(path: str, lines: list[str], at: yaml.Mark | None) -> Mark:
    line = min(at.line, len(lines) - 1) if at else 0
    text = lines[line] if lines else ""
    return Mark(
        path, line + 1, min(at.column if at and at.line == line else len(text), len(text)) + 1, 1, text
    )


def _colon(path: str, lines: list[str], where: yaml.Mark | None) -> Diagnostic:
    mark = _mark(path, lines, where)
    before = mark.text[: mark.column - 1]
    if ": " in before or before.lstrip().startswith("- ") or before.strip().count(" "):
        hint = f"Put the sentence in quotation marks:\n{_in_quotes(mark.text).removeprefix('Put it in quotation marks: ')}"
        return COLON.at(mark, "this colon stands inside a text", hint)
    hint = "Begin the line in the same column as the lines that it belongs with."
    return INDENTATION.at(mark, "this line does not belong to the line above it", hint)


def _block(path: str, lines: list[str], where: yaml.Mark | None) -> Diagnostic:
    mark = _mark(path, lines, where)
    before = mark.text[: mark.column - 1]
    if before.strip() and re.search(r"[\"']\S*\s*$", before):
        hint = "Put quotation marks of the other kind around the whole text; double an apostrophe inside apostrophes."
        return TEXT_AFTER_QUOTE.at(mark, "something follows the closing quotation mark", hint)
    if before.strip().endswith(":"):
        hint = "Put the first entry on a line of its own, two spaces further right."
        return INDENTATION.at(mark, "a list cannot begin on the line of its key", hint)
    if mark.text.lstrip().startswith("- ") and not before.strip():
        hint = (
            "Write the dash in the same column as the other dashes of the list, or the line as “key: value”."
        )
    else:
        hint = "Begin the line in the same column as the lines that it belongs with; list entries begin with “- ”."
    return INDENTATION.at(mark, "this line does not fit the lines above it", hint)


def _colon_hint(line: str) -> str:
    text = line.strip()
    if match := re.fullmatch(r"(- )?([\w-]+):(\S.*)", text):
        return f"Put a space after the colon: {match[1] or ''}{match[2]}: {match[3]}"
    if match := re.fullmatch(r"(- )?([\w-]+) +(\S.*)", text):
        return f"If “{match[2]}” is the key: {match[1] or ''}{match[2]}: {match[3]}"
    return "Write “key: value”. A text that goes on from the line above stands two spaces further right than its key."


def _in_quotes(line: str) -> str:
    """Write the line again with its text in quotation marks."""
    match = _KEYED.match(line)
    if match is None or not match["text"]:
        return ""
    return f"Put it in quotation marks: {match['before'].strip()} {json.dumps(match['text'], ensure_ascii=False)}".replace(
        "  ", " "
    )
