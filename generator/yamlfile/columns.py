"""In which column a line was probably meant to begin: one of those above it, in which YAML can read on."""

from __future__ import annotations

import re

import yaml
from yaml import CLoader

from generator.yamlfile.hints import SHOWN

_ABOVE = 12  # lines that are looked at
_START = re.compile(r" *(?:- +)?")
_LONGEST = 1_000  # lines of a file in which columns are tried


def in_its_column(lines: list[str], number: int) -> str:
    """Give line `number` (from 1) as it is where YAML reads past it, else in the column in which it was probably meant to begin."""
    line = lines[number - 1]
    if len(lines) > _LONGEST or _reads_past(lines, number):
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
        if better != line.rstrip() and _reads_past([*lines[: number - 1], better, *lines[number:]], number):
            return better
    return ""


def _columns(line: str) -> tuple[int, ...]:
    """Give the columns in which `line` and what follows its dash begin, from 0; the inner one first."""
    start = _START.match(line)
    inner, outer = start.end() if start else 0, len(line) - len(line.lstrip(" "))
    return (inner, outer) if inner != outer else (outer,)


def _reads_past(lines: list[str], number: int) -> bool:
    try:
        for _ in yaml.parse("\n".join(lines), Loader=CLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark is not None and error.problem_mark.line >= number
    except yaml.YAMLError:
        return False
    return True
