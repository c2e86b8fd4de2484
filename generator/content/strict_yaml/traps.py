"""What YAML takes in silence though it was hardly meant: lines that run together, texts that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from generator.content.model.node import known_keys
from generator.content.strict_yaml.hints import SHOWN, in_quotation_marks, quoted, with_colon
from generator.content.strict_yaml.keyless import keyless
from generator.content.strict_yaml.rules import FIRST_CHARACTER, NO_COLON, NOT_PLAIN, OPEN_QUOTE, RUN_TOGETHER
from generator.content.strict_yaml.stop import is_sound
from generator.diagnostics import Diagnostic
from generator.location import Location

_HEADER = re.compile(r"[|>][+-]?\s*(?:#.*)?$")
_AFTER_KEY = re.compile(r"[ \t]*(.?)")
_QUESTION = re.compile(r"\?[ \t]*$")
_DASH = re.compile(r" *(-+[^-])")
_KEY = re.compile(r" +((?:- )?([a-z]+(?:_[a-z]+)*):)(?: |$)")
_LINE_WITH_KEY = re.compile(r" *(?:- +)?[a-z]+(?:_[a-z]+)*:(?: |$)")
_CURLY = ("“", "”", "„", "«")
# A key in braces whose colon has no space behind it.
_SPACELESS = re.compile(r"([{,][ \t]*[a-z_]+):(?=[^\s:/])")
_ENTRY = re.compile(r" *-\w")


@dataclass(slots=True)  # not frozen: that would make a third of the reader's time
class Text:
    """A text on its way through the reader.

    `style` is the quotation mark, `|` or `>` with which it was written, "" for none; `key` says whether it is a key;
    `outer` is the column, from 1, of the innermost mapping or list that is written in lines (0 at the top of the
    file); `flow` says whether brackets stand around the text.
    """

    path: str
    lines: list[str]
    value: str
    style: str
    start: yaml.Mark
    end: yaml.Mark
    outer: int
    flow: bool
    key: bool

    def location(self, line: int, column: int, width: int = 1) -> Location:
        """Give a place in the file; `line` and `column` count from 0."""
        return self.place(self.path, self.lines, line, column, width)

    @staticmethod
    def place(path: str, lines: Sequence[str], line: int, column: int, width: int) -> Location:
        """Give a place in the file at `path`; `line` and `column` count from 0."""
        return Location(path, line + 1, column + 1, width, lines[line])


def traps(text: Text) -> Iterator[Diagnostic]:
    """Give what YAML takes in silence about `text`."""
    if text.start.line >= len(text.lines):  # nothing, at the end of the file
        return
    if text.key:
        yield from _odd_key(text)
    if text.style in ("|", ">"):
        yield from _odd_header(text)
        yield from _indented_keys(text)
    elif text.style:
        yield from _swallowed_keys(text)
    else:
        yield from _curly_start(text)
        yield from _swallowed_entries(text)


def _odd_key(text: Text) -> Iterator[Diagnostic]:
    """Refuse merge keys, keys behind a question mark, and words in braces that have no colon."""
    line, start = text.lines[text.start.line], text.start.column
    follows = (
        _AFTER_KEY.match(text.lines[text.end.line], text.end.column)
        if text.end.line < len(text.lines)
        else None
    )
    after = follows[1] if follows else ""
    if not text.value:
        return
    width = max(1, text.end.column - start)
    if text.value == "<<":
        location = text.location(text.start.line, start, width)
        yield NOT_PLAIN.at(location, "“<<” is a merge key", "Write the values out where they are used.")
    elif text.flow and after != ":":
        in_braces = "Write “key: value”. A text in {braces} stands in quotation marks."
        hint = with_colon(text.value) if ":" in text.value else in_braces
        said, _, better = hint.partition("\n")
        if better and len(line) <= SHOWN:  # the line with all of its entries, and not the entry alone
            better = _SPACELESS.sub(r"\1: ", line).strip()
            hint = f"{said}\n{better}"
        yield NO_COLON.at(
            text.location(text.start.line, start, width), "this entry has no “key: value”", hint
        )
    elif _QUESTION.search(line[max(0, start - 20) : start]) or after in ("", "#"):
        location = text.location(text.start.line, start, width)
        yield NOT_PLAIN.at(location, "“?” begins a complex key", "Write “key: value”.")


def _odd_header(text: Text) -> Iterator[Diagnostic]:
    """Refuse digits behind “|” and “>”: `>5` would be an empty text."""
    line = text.lines[text.start.line]
    if not _HEADER.match(line, text.start.column):
        location = text.location(text.start.line, text.start.column)
        yield FIRST_CHARACTER.at(
            location, f"a text cannot begin with “{text.style}” here", in_quotation_marks(line)
        )


def _indented_keys(text: Text) -> Iterator[Diagnostic]:
    """Look for keys that became part of the text after “>-” above them, indented too far."""
    for number in range(text.start.line + 1, min(text.end.line, len(text.lines))):
        line = text.lines[number]
        if (found := _KEY.match(line)) and found[2] in known_keys():
            hint = "If it is a key, write it in the column of the key above the text. "
            hint += "If it belongs to the text, let another word begin the line."
            location = text.location(number, found.start(1), len(found[1]))
            yield RUN_TOGETHER.at(location, "this line became part of the text above it", hint)
            return


def _swallowed_keys(text: Text) -> Iterator[Diagnostic]:
    """Give the first line that a text in quotation marks takes in though it stands as far left as a key."""
    for number in range(text.start.line + 1, text.end.line + 1):
        line = text.lines[number]
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and indent < text.outer:
            location = text.location(text.start.line, text.start.column)
            closed = f"{location.text.strip()}{text.style}"
            if _LINE_WITH_KEY.match(line) and is_sound(closed):
                hint = f"Add the closing one at the end of the text:\n{closed}"
                yield OPEN_QUOTE.at(location, "this quotation mark is not closed in its line", hint)
                return
            hint = f"Close it where the text ends. If line {number + 1} belongs to the text, indent it further than its key"
            hint += f":\n{' ' * (text.outer + 1)}{line.strip()}" if len(line) <= SHOWN else "."
            yield RUN_TOGETHER.at(location, f"this quotation mark takes in line {number + 1}", hint)
            return


def _curly_start(text: Text) -> Iterator[Diagnostic]:
    """Refuse a text between a curly quotation mark and a straight one: a word processor changed one of them."""
    line = text.lines[text.start.line]
    if text.value.startswith(_CURLY) and text.value.endswith('"') and text.start.line == text.end.line:
        inner = f"{line[: text.start.column]}{quoted(text.value[1:-1])}{line[text.end.column :]}"
        message = f"this text begins with “{text.value[0]}” and ends with a straight mark: only straight ones quote a text"
        hint = (
            f"Put straight ones at both ends:\n{inner.strip()}"
            if len(line) <= SHOWN
            else "Put straight ones at both ends."
        )
        yield OPEN_QUOTE.at(text.location(text.start.line, text.start.column), message, hint)


def _swallowed_entries(text: Text) -> Iterator[Diagnostic]:
    """Look for entries of a list that became part of the text above them."""
    for number in range(text.start.line + 1, text.end.line + 1):
        line = text.lines[number]
        if found := _DASH.match(line):
            if missing := keyless(text.path, text.lines, number + 1):
                yield missing
                return
            indent = found.start(1)
            first = text.lines[text.start.line]
            entry = re.sub(r"^-(?=\w)", "- ", line.strip() if len(line) <= SHOWN else "- …")
            column = (
                "the column of the dash above it" if "- " in first or _ENTRY.match(first) else "its column"
            )
            hint = (
                f"If it is an entry of a list, write it in {column}, with a space after the dash:\n{entry}\n"
                "If it belongs to the text, put the whole text in quotation marks."
            )
            location = text.location(number, indent, len(line.strip()))
            yield RUN_TOGETHER.at(location, "this line became part of the text above it", hint)
            return
