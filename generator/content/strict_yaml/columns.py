"""In which column a line was probably meant to begin: one of those above it, in which YAML can read on.

It is one in which the key of the line stands among keys that the format has together with it.
"""

from __future__ import annotations

import re

import yaml
from yaml import CLoader

from generator.content.model.node import kinds, known_keys
from generator.content.strict_yaml.hints import SHOWN
from generator.content.strict_yaml.lines import KEY, NAMED, indent, keys_beside

_ABOVE = 12  # lines that are looked at
_START = re.compile(r" *(?:- +)?")
_LONGEST = 1_000  # lines of a file in which columns are tried


def in_its_column(lines: list[str], number: int) -> str:
    """Give line `number` (from 1) as it is where YAML reads past it and its key fits, else in the column in which it was probably meant to begin."""
    line = lines[number - 1]
    if len(lines) > _LONGEST or (_fits(lines, number, indent(line)) and _reads_past(lines, number)):
        return line
    return in_another_column(lines, number) or line


def in_another_column(lines: list[str], number: int) -> str:
    """Give line `number` (from 1) as it would begin in the nearest column in which YAML reads past it; "" where none is."""
    line = lines[number - 1]
    if len(line) > SHOWN or len(lines) > _LONGEST:
        return ""
    columns = dict.fromkeys(
        column
        for above in reversed([one for one in lines[max(0, number - 1 - _ABOVE) : number - 1] if one.strip()])
        for column in _columns(above)
    )
    for column in columns:
        better = " " * column + line.strip()
        if (
            better != line.rstrip()
            and _fits(lines, number, column)
            and _reads_past([*lines[: number - 1], better, *lines[number:]], number)
        ):
            return better
    return ""


def _columns(line: str) -> tuple[int, ...]:
    """Give the columns in which `line` and what follows its dash begin, from 0; the inner one first."""
    start = _START.match(line)
    inner, outer = start.end() if start else 0, len(line) - len(line.lstrip(" "))
    return (inner, outer) if inner != outer else (outer,)


def _fits(lines: list[str], number: int, column: int) -> bool:
    """Say whether the key of line `number`, if the line began in `column`, would stand among keys of its kind."""
    found = KEY.match(lines[number - 1].lstrip(" "))
    if found is None:
        return True
    others = keys_beside(lines, number, column + len(found[1])) - {found[2]}
    beside = others & known_keys()
    if found[2] in known_keys():
        if others and not beside:  # identifiers
            return False
        return any(beside | {found[2]} <= node.model_fields.keys() for node in kinds())
    # An identifier stands among others; any other word is a key misspelt.
    return not beside or not NAMED.match(lines[number - 1])


def _reads_past(lines: list[str], number: int) -> bool:
    return not 0 < stops_at("\n".join(lines)) <= number


def stops_at(text: str) -> int:
    """Give the line, from 1, at which YAML stops; 0 where it reads to the end."""
    try:
        for _ in yaml.parse(text, Loader=CLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line + 1 if error.problem_mark else 1
    except yaml.YAMLError:
        return 1
    return 0
