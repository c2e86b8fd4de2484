"""Lines that begin in a wrong column: told once, as what they are, and not by all that YAML and the format make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from generator.content.load.outline import Outline, begins_something
from generator.content.load.wanted import Wanted, wanted_in
from generator.content.strict_yaml.columns import stops_at
from generator.content.strict_yaml.dashes import TOO_MANY
from generator.content.strict_yaml.lines import column_of, indent, says_something
from generator.content.strict_yaml.rules import INDENTATION
from generator.diagnostics import Diagnostic
from generator.location import Location

_LAST_DASH = re.compile(r"( *(?:- +)*)- +(?=\S)")
_ABOVE = 12  # lines above the first one that is out of place, at which the others may begin
_BELOW = 2  # lines below it, where the one above them lacks what they are
_FURTHEST = 12  # columns that lines are moved
_LONGEST = 600  # lines of a file in which columns are tried
_DEEP = re.compile(r"[ -]{60}")  # a line that begins deeper than any that the format has
_MOST = 1_500  # ways that are looked at for one of them
_MOST_READ = 60_000  # lines that are read in all
_MOST_STRAYS = 80  # a file with more was not written in this format
_PLACES = 3  # lines out of place at which ways are tried


class Move(NamedTuple):
    """Lines from `first` to `last` (from 1) that belong `by` columns further right; further left where it is below 0.

    `dash` is what belongs in the place of the last dash of the first of them, where that is too many.
    """

    first: int
    last: int
    by: int
    dash: str | None = None

    def of(self, lines: list[str]) -> list[str]:
        """Give the lines as they belong; none that would begin before the first column."""
        moved = lines[self.first - 1 : self.last]
        if self.dash is not None:
            return [_LAST_DASH.sub(rf"\g<1>{self.dash}", moved[0]), *moved[1:]]
        if self.by > 0:
            return [" " * self.by + line if line.strip() else line for line in moved]
        if any(line[: -self.by].strip() for line in moved if says_something(line)):
            return []
        return [line[-self.by :] if says_something(line) else line for line in moved]

    def made(self, lines: list[str]) -> list[str]:
        """Give all lines of the file after the move."""
        return [*lines[: self.first - 1], *self.of(lines), *lines[self.last :]]


class PutRight(NamedTuple):
    """A file with lines in the columns in which they belong, what is to be told, and whether all its lines have their place now."""

    raw: bytes
    fault: Diagnostic
    is_sound: bool


def put_right(path: str, raw: bytes) -> PutRight | None:
    """Move lines of the file at `path` that begin in a wrong column; None where none do."""
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    wanted = wanted_in(path)
    lines = text.split("\n")
    if (
        not wanted
        or len(lines) > _LONGEST
        or "\ufffd" in text
        or "\t" in text
        or any(map(_DEEP.match, lines))
    ):
        return None
    whole = Outline(wanted)
    whole.read(lines)
    whole.end()
    if whole.strays.total() > _MOST_STRAYS:
        return None
    stop, tries = stops_at(text), _MOST_READ // len(lines)
    # An entry that lacks a key may be the rest of the one above it; nothing else of a file without lines out of place is moved.
    for bad in islice(dict.fromkeys(sorted(whole.bad or whole.lacking)), _PLACES):
        best: tuple[int, int, int, int, Move] | None = None
        for move, above, after in islice(_tried(lines, bad, wanted, whole), tries):
            tries -= 1
            said = sum(map(says_something, lines[move.first - 1 : move.last]))
            rank = (after.strays.total(), said, abs(move.by), abs(bad - move.first), move)
            if (best is None or rank < best) and _helps(move, lines, (whole, above, after)):
                now = stops_at("\n".join(move.made(lines)))
                if now == 0 or (stop and now > max(stop, move.last)):
                    best = rank
        if best is not None:
            left, *_, move = best
            return PutRight(
                "\n".join(move.made(lines)).encode(), _told(path, lines, move), is_sound=left == 0
            )
    return None


def _tried(
    lines: list[str], bad: int, wanted: Wanted, whole: Outline
) -> Iterator[tuple[Move, Outline, Outline]]:
    """Give the ways to put line `bad` right, with the outlines of what is above and of all after it, as far as it is no worse than the `whole`."""
    above: dict[int, Outline] = {}
    starts: dict[tuple[int, int, str | None], bool] = {}
    most = whole.strays.total()
    for move in islice(chain(_without_dash(lines, bad), _moves(lines, bad) if whole.bad else ()), _MOST):
        first, moved = move.first, move.of(lines)
        if not moved:
            continue
        if first not in above:
            above[first] = Outline(wanted)
            above[first].read(lines[: first - 1])
        way = first, move.by, move.dash
        if way not in starts:
            start = above[first].copy()
            start.read(moved[:1], first)
            starts[way] = start.strays[first] == above[first].strays[first]
        if starts[way]:  # else the first line does not belong there, whatever is moved with it
            after = above[first].copy()
            after.read([*moved, *lines[move.last :]], first, most)
            after.end()
            yield move, above[first], after


def _helps(move: Move, lines: list[str], outlines: tuple[Outline, Outline, Outline]) -> bool:
    """Say whether a move puts lines right, and nothing wrong: by the outlines of the file before, above the lines, and after."""
    before, above, after = outlines
    below = next((at for at in range(move.last + 1, len(lines) + 1) if says_something(lines[at - 1])), 0)
    mended = before.strays - after.strays
    return (
        after.strays < before.strays
        and not {*range(move.first, move.last + 1), below} & after.strays.keys()
        # A key without a value is not put right by what stands below it.
        and (max(mended) >= move.first or bool(mended.keys() & {*before.lacking}))
        # Any text could go on from the one above it, if the line there were not whole.
        and (begins_something(lines[move.first - 1]) or above.text is not None)
    )


def _without_dash(lines: list[str], bad: int) -> Iterator[Move]:
    """Give the ways to take a dash out of line `bad`: with what stands behind it in its column, or in that of the dash."""
    if _LAST_DASH.match(lines[bad - 1]):
        yield Move(bad, bad, 0, "  ")
        yield Move(bad, bad, 0, "")


def _moves(lines: list[str], bad: int) -> Iterator[Move]:
    """Give the ways to move lines that may put line `bad` right, or those above that it does not fit."""
    columns = {one for line in lines if says_something(line) for one in (indent(line), column_of(line))}
    for first in range(min(bad + _BELOW, len(lines)), max(0, bad - _ABOVE), -1):
        if says_something(lines[first - 1]):
            column = indent(lines[first - 1])
            ways = sorted(
                {other - column for other in columns if 0 < abs(other - column) <= _FURTHEST}, key=abs
            )
            yield from (Move(first, last, by) for last in _ends(lines, first, bad) for by in ways)


def _ends(lines: list[str], first: int, bad: int) -> Iterator[int]:
    """Give the lines at which what is moved from line `first` on may end."""
    column = indent(lines[first - 1])
    whole = True
    for number in range(first, len(lines) + 1):
        below = next((indent(line) for line in lines[number:] if says_something(line)), 0)
        whole = whole and indent(lines[number - 1]) >= column
        # Anywhere near the line that is out of place; with what stands below it, and the next ones like it; or before an empty line.
        near = number <= bad + _ABOVE
        if says_something(lines[number - 1]) and (
            near or (whole and below <= column) or not "".join(lines[number : number + 1]).strip()
        ):
            yield number
        if not whole and not near:
            return


def _told(path: str, lines: list[str], move: Move) -> Diagnostic:
    line = lines[move.first - 1]
    location = Location(path, move.first, indent(line) + 1, len(line.strip()), line)
    way = f"{abs(move.by)} column{'s' * (abs(move.by) > 1)} further {'right' if move.by > 0 else 'left'}"
    better = move.of(lines)[0]
    if move.dash is not None:
        return INDENTATION.at(location, TOO_MANY, f"Take it out:\n{better}")
    last = max(number for number in range(move.first, move.last + 1) if says_something(lines[number - 1]))
    if last == move.first:
        return INDENTATION.at(location, "this line begins in a wrong column", f"Begin it {way}:\n{better}")
    message = f"lines {move.first} to {last} begin in a wrong column"
    return INDENTATION.at(location, message, f"Begin all of them {way}; the first is then:\n{better}")
