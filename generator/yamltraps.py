"""What YAML takes in silence though it was hardly meant: texts cut off by “#”, and lines that run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.diagnostics import Diagnostic
from generator.marks import Mark
from generator.yaml_rules import CUT_BY_COMMENT, FIRST_CHARACTER, RUN_TOGETHER
from generator.yamlhints import in_quotation_marks, quoted

_COMMENT = re.compile(r"(?P<space>[ \t]*)#(?P<next>.?)")
_COMMENT_LINE = re.compile(r"(?P<indent> *)#(?P<next>.?)")
_COMMENT_ABOVE = re.compile(r"(?P<start> *(?:- +)*-?(?:[^\s#'\"]+:)?)(?P<space>[ \t]*)#(?P<next>.?)")
_SET_OFF = "If a comment begins here, set it off: two spaces before the “#”, one after it."
_HEADER = re.compile(r"[|>][+-]?\s*(?:#.*)?$")
_DASH = re.compile(r" *(-+[^-])")
_ENTRY = re.compile(r" *-\w")


@dataclass(frozen=True, slots=True)
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

    def mark(self, line: int, column: int, width: int = 1) -> Mark:
        """Give a place in the file; `line` and `column` count from 0."""
        return Mark(self.path, line + 1, column + 1, width, self.lines[line])


def traps(text: Text) -> Iterator[Diagnostic]:
    """Give what YAML takes in silence about `text`."""
    if text.start.line >= len(text.lines):  # nothing, at the end of the file
        return
    if not text.key:
        yield from _comment_above(text)
    if text.style in ("|", ">"):
        yield from _odd_header(text)
    elif text.style:
        yield from _swallowed_keys(text)
    else:
        yield from _comment_behind(text)
        yield from _comment_below(text)
        yield from _swallowed_entries(text)


def _odd_header(text: Text) -> Iterator[Diagnostic]:
    """Refuse digits behind “|” and “>”: `>5` would be an empty text."""
    line = text.lines[text.start.line]
    if not _HEADER.match(line, text.start.column):
        mark = text.mark(text.start.line, text.start.column)
        yield FIRST_CHARACTER.at(
            mark, f"a text cannot begin with “{text.style}” here", in_quotation_marks(line)
        )


def _swallowed_keys(text: Text) -> Iterator[Diagnostic]:
    """Give the first line that a text in quotation marks takes in though it stands as far left as a key."""
    for number in range(text.start.line + 1, text.end.line + 1):
        line = text.lines[number]
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and indent < text.outer and number > text.start.line:
            mark = text.mark(text.start.line, text.start.column)
            hint = (
                f"Close it where the text ends. If line {number + 1} belongs to the text, indent it further than its key:\n"
                f"{' ' * (text.outer + 1)}{line.strip()}"
            )
            yield RUN_TOGETHER.at(mark, f"this quotation mark takes in line {number + 1}", hint)
            return


def _comment_above(text: Text) -> Iterator[Diagnostic]:
    """Give the “#” that hides the beginning of a value which goes on in a line of its own."""
    number = text.start.line - 1
    # An empty value at the end of the file stands after the last line.
    if not 0 <= number < len(text.lines) - 1 or text.lines[text.start.line][: text.start.column].strip():
        return
    line = text.lines[number]
    found = _COMMENT_ABOVE.match(line)
    if found is None or (
        found["next"] in ("", " ", "\t") and (len(found["space"]) > 1 or not found["start"].strip())
    ):
        return
    mark = text.mark(number, found.end("space"), len(line.rstrip()) - found.end("space"))
    whole = f"{line[found.end('space') :].strip()} {text.value}".strip()
    hint = f"{_SET_OFF}\nIf not, quote the text:\n{quoted(whole)}"
    yield CUT_BY_COMMENT.at(mark, "this “#” hides the beginning of the text in the next line", hint)


def _comment_behind(text: Text) -> Iterator[Diagnostic]:
    line = text.lines[text.end.line]
    found = _COMMENT.match(line, text.end.column)
    if found is None or (len(found["space"]) > 1 and found["next"] in ("", " ", "\t")):
        return
    mark = text.mark(text.end.line, found.end("space"), len(line.rstrip()) - found.end("space"))
    whole = line[text.start.column :].strip()
    if text.start.line != text.end.line:
        whole = f"{text.value} {line[found.end('space') :].strip()}"
    advice = "put the whole text in quotation marks" if text.flow else f"quote the text:\n{quoted(whole)}"
    hint = f"{_SET_OFF}\nIf not, {advice}"
    yield CUT_BY_COMMENT.at(mark, "this “#” cuts the text off", hint)


def _comment_below(text: Text) -> Iterator[Diagnostic]:
    """Look at the line after the text, which would have gone on there but for its “#”."""
    number = text.end.line + 1
    if number >= len(text.lines) or text.lines[text.end.line][text.end.column :].strip():
        return
    found = _COMMENT_LINE.match(text.lines[number])
    if found is None:
        return
    # Below a text a line further right goes on with it; elsewhere a “#” without a space is hardly a comment.
    odd = found["next"] not in ("", " ", "\t", "#")
    meant = len(found["indent"]) >= text.outer and (odd or (bool(text.value) and not text.flow))
    if meant:
        mark = text.mark(number, len(found["indent"]), len(text.lines[number].strip()))
        hint = (
            "If this is a comment, write it in the column of the key or dash above it, and a space after the “#”.\n"
            f"If not, quote the text:\n{quoted(f'{text.value} {text.lines[number].strip()}')}"
        )
        yield CUT_BY_COMMENT.at(mark, "this “#” cuts off the text of the line above", hint)


def _swallowed_entries(text: Text) -> Iterator[Diagnostic]:
    """Look for entries of a list that became part of the text above them."""
    for number in range(text.start.line + 1, text.end.line + 1):
        line = text.lines[number]
        if found := _DASH.match(line):
            indent = found.start(1)
            first = text.lines[text.start.line]
            entry = re.sub(r"^-(?=\w)", "- ", line.strip())
            column = (
                "the column of the dash above it" if "- " in first or _ENTRY.match(first) else "its column"
            )
            hint = (
                f"If it is an entry of a list, write it in {column}, with a space after the dash:\n{entry}\n"
                "If it belongs to the text, put the whole text in quotation marks."
            )
            mark = text.mark(number, indent, len(line.strip()))
            yield RUN_TOGETHER.at(mark, "this line became part of the text above it", hint)
            return
