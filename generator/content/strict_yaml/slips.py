"""Common slips that YAML cannot read: how to recognise each, what is wrong, and how to write it instead.

YAML stops at the first place that it cannot read. `explain` reports the first slip of `SLIPS` that fits. Nothing is
repaired, and nothing is parsed a second time.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.content import rules
from generator.content.strict_yaml import yaml_error as at
from generator.content.strict_yaml.quoting import quoted_line
from generator.content.strict_yaml.yaml_error import YamlError, indent
from generator.diagnostics import Diagnostic
from generator.location import Location

_SHOWN = 1_000  # characters on each side of a place that a pattern looks at


@dataclass(frozen=True, slots=True)
class Slip:
    """A common slip: where it may be, the words of libyaml (a pattern), and the form of the line with “▶” before the place.

    Message and hint can name the `{character}` there, the `{closing}` bracket, the line `{above}`, and the columns of both
    lines. With `quotes`, the hint shows the line with its text in quotation marks.
    """

    places: Callable[[YamlError], Iterator[Location]]
    problem: str
    form: str
    message: str
    hint: str
    quotes: bool = False

    def find(self, error: YamlError) -> Diagnostic | None:
        """Return the diagnostic of this slip if it fits."""
        if re.search(self.problem, error.problem):
            for place in self.places(error):
                column = place.column - 1
                before, after = place.text[max(0, column - _SHOWN) : column], place.text[column:][:_SHOWN]
                if re.search(self.form, f"{before}▶{after}"):
                    return self._report(error, place)
        return None

    def _report(self, error: YamlError, place: Location) -> Diagnostic:
        fields = {
            "character": place.text[place.column - 1 : place.column],
            "closing": error.closing,
            "above": error.above + 1,
            "above_column": indent(error.lines[error.above]) + 1,
            "column": indent(place.text) + 1,
        }
        hint = self.hint.format_map(fields)
        is_clear = self.quotes and not error.bracket and " #" not in place.text
        if is_clear and (better := quoted_line(place.text)):
            hint = f"{hint} For example:\n{better}"
        return rules.UNREADABLE_YAML.at(place, self.message.format_map(fields), hint)


_QUOTE = "Put the text in straight quotation marks."
_COLUMNS = "mapping values|expected key|'-' indicator|<document start>"
_LINES = f"{_COLUMNS}|expected ':'"
_STARTS = "start any token|node content|scanning a|a tag|tag handle|mapping keys"
SLIPS = (
    Slip(at.conflict, "", "", "Git left this line here because two people changed the same place",
         "Keep one of the two versions. Delete the lines that begin with <<<<<<<, ======= and >>>>>>>."),
    Slip(at.first_row, "", r"^▶(?:%|\.\.\.)", "a line cannot begin with “{character}”",
         "Delete the line. If it is a text, put it in quotation marks."),
    Slip(at.here, "tab character", "", "this empty line contains a tab", "Delete everything on this line."),
    Slip(at.start, "scanning a quoted scalar", "", "this quotation mark is not closed",
         "Write the same straight mark again where the text ends. Typographic marks do not close a text."),
    Slip(at.anywhere, "parsing a quoted scalar", "", "a backslash has a special meaning between double quotation marks",
         "Put the text in single quotation marks, or write two backslashes."),
    Slip(at.here, "", r"▶[]}]", "“{character}” does not close any bracket", "Delete it, or put the text in quotation marks."),
    Slip(at.opened_above, "", r"▶[\"']", "this quotation mark is not closed in its line",
         "The text ends at the next mark of the same kind, in a line below. Write the closing mark where the text ends."),
    Slip(at.after_closed, "", r"'\s*▶", "this comes after the closing quotation mark",
         "Put the whole text in double quotation marks. An apostrophe can be part of it.", quotes=True),
    Slip(at.after_closed, "", r"\"\s*▶", "this comes after the closing quotation mark",
         "Put the whole text in single quotation marks. Double ones can be part of it.", quotes=True),
    Slip(at.here, "expected key|indicator|<document start>", r"[]}]\s*▶\S", "this comes after the closing bracket",
         "Put a text that begins with a bracket in quotation marks.", quotes=True),
    # Between brackets.
    Slip(at.open_bracket, "", "", "this bracket is not closed",
         "Write “{closing}” at the end of the list. Separate its entries with commas."),
    Slip(at.in_brackets, "", "▶:", "this colon is in the wrong place",
         "Put the text in quotation marks. If a new key begins here, write a comma before the key."),
    Slip(at.in_brackets, "", "▶,", "an entry is missing before this comma", "Delete the comma, or write the entry."),
    Slip(at.in_brackets, "", r"▶[]}]", "“{character}” does not close the open bracket", "Write “{closing}” instead."),
    Slip(at.in_brackets, _STARTS, "", "a text cannot begin with “{character}”", _QUOTE),
    Slip(at.in_brackets, "", "", "a comma or “{closing}” is missing before this",
         "Separate entries with commas. Put a text with commas in quotation marks."),
    # A colon in a text.
    Slip(at.here, "mapping values", r":\s.*▶", "this colon is inside a text",
         "If a second key begins here, write it on a new line. If not, put the text in straight quotation marks.", quotes=True),
    # Dashes and keys.
    Slip(at.rows, _LINES, r"▶-[^\s-]", "a space is missing after this dash", "Write a space after the dash."),
    Slip(at.rows, _LINES, r"▶[–—−•·‣▪]\s*\S", "“{character}” is not a hyphen", "Begin each entry of a list with a hyphen and a space."),
    Slip(at.rows, _LINES, r"▶(?:- +)?[a-z][\w-]*:(?!//)[^ ]", "a space is missing after this colon", "Write a space after the colon."),
    Slip(at.first_row, "expected ':'", "", "this line has no “key: value”",
         "Write a colon and a space after the key. Write “- ” before an entry of a list. Indent a line that continues a text further than its key."),
    Slip(at.row_above, "mapping values", r"▶(?!- )(?!.*:(?:\s|$))", "this line has no “key: value”",
         "Write a colon and a space after the key. If it is a text, put it in quotation marks."),
    Slip(at.here, "mapping values", r"\S\s.*▶", "this colon is inside a text",
         "If the line continues the text above, put the whole text in quotation marks."),
    Slip(at.here, "sequence entries are not allowed", "", "a list cannot begin on the line of its key",
         "Begin the list on the next line, indented by two spaces. If this is a text, put it in quotation marks."),
    # Columns.
    Slip(at.row, "'-' indicator", "", "this line has no dash, and does not belong to the entry above",
         "The text of line {above} begins in column {above_column}, this line in column {column}. Begin all keys of an entry in the same "
         "column. Write “- ” before a new entry."),
    Slip(at.row, "expected key", "▶- ", "this dash does not belong to a list",
         "Write the dash in the column of the other dashes, and one before the first entry. If a list begins here, write its key in "
         "the line above."),
    Slip(at.row, "<document start>", "^▶", "this line does not belong to the lines above it",
         "Begin all keys of the file in the same column, without brackets or quotation marks around several lines."),
    Slip(at.row, _COLUMNS, r"▶[^:]", "this line is indented differently from the lines that it belongs to",
         "The text of line {above} begins in column {above_column}, that of this line in column {column}. Keys that belong together "
         "begin in the same column. What belongs to a key begins two columns further right."),
    # Characters that begin something else.
    Slip(at.here, "", "▶:", "a key is missing before this colon", "Write the key before the colon."),
    Slip(at.start, "scanning a|tag handle|a tag", "", "a text cannot begin with “{character}”", _QUOTE, quotes=True),
    Slip(at.here, _STARTS, "", "a text cannot begin with “{character}”", _QUOTE, quotes=True),
)  # fmt: skip


def explain(error: YamlError, slips: Sequence[Slip] = SLIPS) -> Diagnostic:
    """Return the one error of a file that YAML cannot read, with the hint of the slip that fits."""
    try:
        found = next(filter(None, (slip.find(error) for slip in slips)), None)
    except Exception:  # noqa: BLE001 - a hint must never hide the error that it explains
        found = None
    hint = "Compare this line and the line above it with a file that works. Put texts with special characters in quotation marks."
    return found or rules.UNREADABLE_YAML.at(
        error.places.at(error.line, error.column), "YAML cannot read this line", hint
    )
