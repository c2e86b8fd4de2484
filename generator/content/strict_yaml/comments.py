"""Comments that may be part of a text: a “#” in the wrong place silently cuts off words.

Between two texts of a file there are only spaces, dashes, colons, commas, brackets and comments. So a “#” there begins a
comment, and a “#” anywhere else is part of a text.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from generator.content import rules
from generator.content.strict_yaml.places import Places, Scalar
from generator.content.strict_yaml.quoting import quoted_line
from generator.diagnostics import Diagnostic

_SAME_LINE = "If it begins a comment, write two spaces before it and one after it."
_OWN_LINE = "If it begins a comment, begin the line in the column of the key or dash above, with a space after the “#”."
_GAPS = ("  ", "\t ", " \t", "\t\t")
_TEXT = "If it belongs to the text, put the whole text in quotation marks"


def cut_texts(
    lines: Sequence[str], scalars: Sequence[Scalar], read_to: tuple[int, int]
) -> Iterator[Callable[[], Diagnostic]]:
    """Yield, for each “#” that may cut off a text, what describes the error.

    `read_to` is the line and column where the last `scalars` end.
    """
    for before, number, column, open_brackets in _comments(lines, scalars, read_to):
        line = lines[number]
        has_space = line[column:].lstrip("#")[:1] in ("", " ", "\t")
        if is_alone := not line[:column].strip():
            cuts = _cuts_alone(before, column, has_space=has_space, in_brackets=open_brackets > 0)
        else:
            cuts = not has_space or not line[:column].endswith(_GAPS)
        if cuts:
            yield partial(_cut, scalars[0].places, before, number, column, is_alone=is_alone)


def _cut(places: Places, before: Scalar | None, number: int, column: int, *, is_alone: bool) -> Diagnostic:
    """Return the error for the “#” at a line and column from 0, after the text `before` it."""
    line, better = places.lines[number], ""
    hint = f"{_OWN_LINE if is_alone else _SAME_LINE}\n{_TEXT}"
    if before and not is_alone and not before.style and not before.in_brackets:
        follows_text = not line[before.end.column : column].strip()
        better = quoted_line(line) if follows_text and before.start.line == number else ""
    location = places.at(number, column, len(line[column:].rstrip()))
    hint += f":\n{better}" if better else "."
    return rules.CUT_BY_COMMENT.at(location, "this “#” may cut off words of a text", hint)


def _comments(
    lines: Sequence[str], scalars: Sequence[Scalar], read_to: tuple[int, int]
) -> Iterator[tuple[Scalar | None, int, int, int]]:
    """Yield each comment as the text before it, its line and column from 0, and the number of open brackets."""
    open_brackets, line, column = 0, 0, 0
    before: Scalar | None = None
    for after in (*scalars, None) if scalars else ():
        end = (after.start.line, after.start.column) if after else read_to
        for number in range(line, min(end[0], len(lines) - 1) + 1):
            start = column if number == line else 0
            signs, sign, _ = lines[number][start : end[1] if number == end[0] else None].partition("#")
            open_brackets += sum(map(signs.count, "[{")) - sum(map(signs.count, "]}"))
            if sign:
                yield before, number, start + len(signs), open_brackets
        if after:
            before, (line, column) = after, max(end, (after.end.line, after.end.column))


def _cuts_alone(before: Scalar | None, column: int, *, has_space: bool, in_brackets: bool) -> bool:
    """Return whether a comment on a line of its own may be the next line of the text `before` it."""
    if in_brackets:
        return not has_space
    if before is None or column < before.outer:
        return False
    is_text = not before.is_key and bool(before.value) and before.style not in ("'", '"')
    return is_text or not has_space
