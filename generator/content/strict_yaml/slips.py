"""Explain why YAML cannot read a file, with the table of common slips in slips.yml.

YAML stops at the first place that it cannot read. `explain` reports the first slip of the table that fits. Nothing is
repaired, and nothing is parsed a second time.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.content import rules
from generator.content.model.node import known_keys
from generator.content.strict_yaml import yaml_error
from generator.content.strict_yaml.quoting import quoted_line
from generator.content.strict_yaml.yaml_error import YamlError, indent
from generator.diagnostics import Diagnostic
from generator.location import Location

_SHOWN = 1_000  # characters on each side of a place that a pattern looks at


@dataclass(frozen=True, slots=True)
class Slip:
    """A common slip.

    `places` yields where it may be: a function of yaml_error.py. `problem` is a pattern for the words of libyaml, and
    `form` a pattern for the line with “▶” before the place, and KEY for any key of the format; empty patterns always match.
    Message and hint can name the `{character}` there, the `{closing}` bracket, the `{line}` at which YAML stopped, the line
    `{above}`, the spaces before both texts, and the line `{with_colon}` after its first word. With `quotes`, the hint shows
    the line with its text in quotation marks.
    """

    places: Callable[[YamlError], Iterator[Location]]
    message: str
    hint: str
    problem: str = ""
    form: str = ""
    quotes: bool = False

    def find(self, error: YamlError) -> Diagnostic | None:
        """Return the diagnostic of this slip if it fits."""
        if re.search(self.problem, error.problem):
            form = self.form.replace("KEY", f"(?:{'|'.join(known_keys())})")
            for place in self.places(error):
                column = place.column - 1
                before, after = place.text[max(0, column - _SHOWN) : column], place.text[column:][:_SHOWN]
                if re.search(form, f"{before}▶{after}"):
                    return self._report(error, place)
        return None

    def _report(self, error: YamlError, place: Location) -> Diagnostic:
        fields = {
            "character": place.text[place.column - 1 : place.column],
            "closing": error.closing,
            "above": error.above + 1,
            "above_spaces": indent(error.places.lines[error.above]),
            "spaces": indent(place.text),
            "line": error.line + 1,
            "with_colon": re.sub(r"(?<=\w)(?: |$)", ": ", place.text.strip(), count=1).rstrip(),
        }
        hint = self.hint.format_map(fields)
        is_clear = self.quotes and not error.bracket and " #" not in place.text
        if is_clear and (better := quoted_line(place.text)):
            hint = f"{hint} For example:\n{better}"
        return rules.UNREADABLE_YAML.at(place, self.message.format_map(fields), hint)


def _read_slip(place: str, **keys: Any) -> Slip:
    return Slip(getattr(yaml_error, place), **keys)


_TABLE = Path(__file__).with_name("slips.yml").read_text(encoding="utf-8")
SLIPS = tuple(_read_slip(**entry) for entry in yaml.load(_TABLE, Loader=yaml.CSafeLoader))


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
