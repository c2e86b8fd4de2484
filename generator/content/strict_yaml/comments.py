"""Comments that may be part of a text: a “#” in the wrong place silently cuts off words.

Between two texts of a file there are only spaces, dashes, colons, commas, brackets and comments. So a “#” there begins a
comment, and a “#” anywhere else is part of a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content import rules
from generator.content.strict_yaml.quoting import quoted_line
from generator.content.strict_yaml.scalar import Scalar
from generator.diagnostics import Diagnostic

_SAME_LINE = "If it begins a comment, write two spaces before it and one after it."
_OWN_LINE = "If it begins a comment, begin the line in the column of the key or dash above, with a space after the “#”."
_TEXT = "If it belongs to the text, put the whole text in quotation marks"


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment and what is around it; `line` and `column` count from 0.

    `signs` are the characters between the text before and the comment, on its line. `fills` says that the text after it is
    the value that these signs announce. `depth` is the number of open brackets.
    """

    line: int
    column: int
    signs: str
    words: str
    is_alone: bool
    depth: int
    fills: bool
    before: Scalar | None

    @property
    def has_no_space(self) -> bool:
        """Whether no space follows the sign, as in “#5”; “##” counts as one sign."""
        return self.words.lstrip("#")[:1] not in ("", " ", "\t")

    @property
    def cuts(self) -> bool:
        """Whether the comment may take words from a text."""
        return self._cuts_alone() if self.is_alone else self._cuts_in_line()

    def _cuts_in_line(self) -> bool:
        if len(self.signs) - len(self.signs.rstrip(" \t")) > 1 and not self.has_no_space:
            return False
        sign = self.signs.strip()[-1:]
        if not sign:  # directly after a text or an empty value
            return self.before is not None and not self.before.style
        if sign in ":-" and not self.depth:
            return self.has_no_space or self.fills
        return sign not in "]}"

    def _cuts_alone(self) -> bool:
        before = self.before
        if self.depth or (self.fills and self.has_no_space):
            return self.has_no_space
        if before is None or before.is_key or self.column < before.outer or before.style in ("'", '"'):
            return False
        is_next_line = before.end.line + 1 == self.line
        return bool(before.style) or self.has_no_space or bool(before.value and is_next_line)


def cut_texts(
    lines: Sequence[str], scalars: Sequence[Scalar], read_to: tuple[int, int]
) -> Iterator[Diagnostic]:
    """Yield an error for each “#” that may cut off a text; `read_to` is the line and column where the last `scalars` end."""
    depth, line, column = 0, 0, 0
    before: Scalar | None = None
    for after in (*scalars, None) if scalars else ():
        end = (after.start.line, after.start.column) if after else read_to
        found = []
        for number in range(line, min(end[0], len(lines) - 1) + 1):
            start = column if number == line else 0
            signs, sign, words = lines[number][start : end[1] if number == end[0] else None].partition("#")
            depth += sum(map(signs.count, "[{")) - sum(map(signs.count, "]}"))
            if sign:
                is_alone = not lines[number][:start].strip() and not signs.strip()
                found.append((number, start + len(signs), signs, words, is_alone, depth))
        fills = bool(found and after and not after.is_key and not _signs_between(lines, found[-1][0], end))
        for comment in (_Comment(*parts, fills=fills, before=before) for parts in found):
            if comment.cuts:
                yield _report(comment, scalars[0], lines[comment.line])
        if after:
            before, (line, column) = after, max(end, (after.end.line, after.end.column))


def _signs_between(lines: Sequence[str], number: int, end: tuple[int, int]) -> str:
    """Return the signs between the comment in line `number` and the text that begins at `end`."""
    last = lines[end[0]][: end[1]] if end[0] < len(lines) else ""
    return "".join([*lines[number + 1 : end[0]], last]).strip()


def _report(comment: _Comment, any_scalar: Scalar, line: str) -> Diagnostic:
    location = any_scalar.location(comment.line, comment.column, len(comment.words.rstrip()) + 1)
    before, better = comment.before, ""
    if before and not before.style and before.value and not before.in_brackets and not comment.signs.strip():
        better = quoted_line(line) if before.start.line == comment.line else ""
    advice = _OWN_LINE if comment.is_alone else _SAME_LINE
    hint = f"{advice}\n{_TEXT}{f':{chr(10)}{better}' if better else '.'}"
    return rules.CUT_BY_COMMENT.at(location, "this “#” cuts off words of a text", hint)
