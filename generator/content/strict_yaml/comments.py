"""Comments that may have been meant as words: what a “#” in the wrong place takes out of a text in silence.

Whatever stands between the texts of a file is indentation, dashes, colons, commas, brackets and comments; so a “#”
there begins a comment, and everywhere else it is part of a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content.strict_yaml.hints import SHOWN, quoted
from generator.content.strict_yaml.rules import CUT_BY_COMMENT
from generator.content.strict_yaml.traps import Text
from generator.diagnostics import Diagnostic

_SET_OFF = "If a comment begins here, set it off: two spaces before the “#”, one after it."
_OWN_LINE = (
    "If this is a comment, write it in the column of the key or dash above it, and a space after the “#”."
)
_BLANK = " \t"


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment: where it begins (from 0), the signs before it on its line, and the texts around it.

    `signs` are the dashes, colons, commas and brackets between the text before and the comment, on its line;
    `alone` says that nothing else stands on the line; `fills` that the text after it is the value that the signs
    before it announce, and begins in a line of its own; `depth` is the number of open brackets.
    """

    line: int
    column: int
    signs: str
    words: str
    alone: bool
    fills: bool
    depth: int
    before: Text | None
    after: Text | None

    @property
    def odd(self) -> bool:
        """Say whether no space follows the sign, as in “#5”. More signs, as in “##”, make no difference."""
        return self.words.lstrip("#")[:1] not in ("", " ", "\t")


def cut_texts(lines: Sequence[str], texts: Sequence[Text], *, complete: bool) -> Iterator[Diagnostic]:
    """Give every “#” that takes words out of one of `texts`; `complete`: nothing but signs follows the last one."""
    depth, at = 0, (0, 0)
    ends: list[Text | None] = [*texts, *([None] if complete else [])]
    before: Text | None = None
    for after in ends:
        to = (after.start.line, after.start.column) if after else (len(lines), 0)
        found = []
        for number in range(at[0], min(to[0], len(lines) - 1) + 1):
            start = at[1] if number == at[0] else 0
            part = lines[number][start : to[1] if number == to[0] else None]
            signs, sign, words = part.partition("#")
            depth += signs.count("[") + signs.count("{") - signs.count("]") - signs.count("}")
            if sign:
                alone = not lines[number][:start].strip() and not signs.strip()
                column = start + len(signs)
                found.append((number, column, signs, words, alone, depth))
        fills = after is not None and not after.key and not _between(lines, found, to)
        for number, column, signs, words, alone, level in found:
            comment = _Comment(number, column, signs, words, alone, fills, level, before, after)
            if told := _tell(lines, comment):
                yield told
        if after:
            before, at = after, max(to, (after.end.line, after.end.column))


def _between(
    lines: Sequence[str], found: list[tuple[int, int, str, str, bool, int]], to: tuple[int, int]
) -> str:
    """Give the signs between the last comment found and the text at `to`."""
    if not found or to[0] >= len(lines):
        return ""
    return "".join([*lines[found[-1][0] + 1 : to[0]], lines[to[0]][: to[1]]]).strip()


def _tell(lines: Sequence[str], comment: _Comment) -> Diagnostic | None:
    if comment.alone:
        return _alone(lines, comment)
    before, space = comment.before, len(comment.signs) - len(comment.signs.rstrip(_BLANK))
    if space > 1 and not comment.odd:
        return None
    sign = comment.signs.strip()[-1:]
    if not sign:  # the comment stands behind a text, or an empty value
        cuts = before is not None and not before.style
    elif sign in ":-" and not comment.depth:
        cuts = comment.odd or comment.fills
    else:
        cuts = sign not in "]}"
    if not cuts:
        return None
    if before and not before.style and before.value and not sign and not comment.depth:
        message = "this “#” cuts the text off"
        if before.start.line != before.end.line:
            return _fault(lines, comment, message, _SET_OFF, f"{before.value} #{comment.words}")
        line, start = lines[comment.line], before.start.column
        better = f"{line[:start].lstrip()}{quoted(line[start:].strip())}" if len(line) <= SHOWN else ""
        return _fault(lines, comment, message, _SET_OFF, "", better)
    if comment.fills and comment.after:
        message = "this “#” hides the beginning of the text in the next line"
        return _fault(lines, comment, message, _SET_OFF, f"#{comment.words.rstrip()} {comment.after.value}")
    return _fault(lines, comment, "this “#” cuts the text off", _SET_OFF, "")


def _alone(lines: Sequence[str], comment: _Comment) -> Diagnostic | None:
    """Tell a comment on a line of its own from the next line of a text, which it looks like."""
    before, message = comment.before, "this “#” cuts off the text of the line above"
    if comment.depth:
        return _fault(lines, comment, "this “#” cuts words off", _OWN_LINE, "") if comment.odd else None
    if comment.fills and comment.odd and comment.after:
        message = "this “#” hides the beginning of the text in the next line"
        return _fault(lines, comment, message, _OWN_LINE, f"#{comment.words.rstrip()} {comment.after.value}")
    if before is None or before.key or comment.column < before.outer or before.style in ("'", '"'):
        return None
    if before.style:
        return _fault(lines, comment, message, _OWN_LINE, "")
    next_line = (
        before.end.line + 1 == comment.line and not lines[before.end.line][before.end.column :].strip()
    )
    if comment.odd or (before.value and next_line):
        return _fault(lines, comment, message, _OWN_LINE, f"{before.value} #{comment.words.rstrip()}".strip())
    return None


def _fault(  # noqa: PLR0917
    lines: Sequence[str], comment: _Comment, message: str, advice: str, whole: str, line: str = ""
) -> Diagnostic:
    """Tell of a comment; `whole` is the text that was meant, `line` its line as it should be, where these are known."""
    text = comment.before or comment.after
    path = text.path if text else ""
    location = Text.place(path, lines, comment.line, comment.column, len(comment.words.rstrip()) + 1)
    instead = "put the whole text in quotation marks."
    if line:
        instead = f"quote the text:\n{line}"
    elif whole and len(whole) <= SHOWN:
        instead = f"write the text in quotation marks, {quoted(whole.strip())}"
    return CUT_BY_COMMENT.at(location, message, f"{advice}\nIf not, {instead}")
