"""The steps of the guide of first steps, read from its own sentences, so that it tells nobody anything that does not work.

- “Click *LABEL*.”, or below a heading of the screen: “Below *HEADING*, click *LABEL*.”
- “Under *LABEL*, write `TEXT`.” and “Under *LABEL*, choose *OPTION*.”, also as rows of a table
- “Under *LABEL*, paste this text:” with a block of text below it
- “Select “WORDS”.”, in the stored text that is shown
- “The desk says “WORDS”.”

The comment `picture NAME` is a picture of the screen, and `picture NAME PAGE` one of a page of the preview.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

GUIDE = Path(__file__).parents[1] / "docs" / "guides" / "first-steps.md"
_LABEL, _TEXT = r"\*([^*]+)\*", r"`([^`]+)`"
_SENTENCES = {
    "heading": r"^## ([^\n]+)$",
    "picture": r"<!-- picture ([\w-]+)(?: (\S+))? -->",
    "paste": rf"Under\s+{_LABEL},\s+paste[^\n]*\n\n```text\n(.*?)^```$",
    "click": rf"(?:[Bb]elow\s+{_LABEL},\s+)?[Cc]lick\s+{_LABEL}",
    "write": rf"[Uu]nder\s+{_LABEL},\s+write\s+{_TEXT}",
    "choose": rf"[Uu]nder\s+{_LABEL},\s+choose\s+{_LABEL}",
    "write in a table": rf"^\| {_LABEL} \| {_TEXT} \|$",
    "choose in a table": rf"^\| {_LABEL} \| {_LABEL} \|$",
    "select": r"[Ss]elect\s+“([^”]+)”",
    "says": r"[Tt]he\s+desk\s+says\s+“([^”]+)”",
}
_PATTERNS = {kind: re.compile(pattern, re.MULTILINE | re.DOTALL) for kind, pattern in _SENTENCES.items()}


class Step(NamedTuple):
    """One thing that the guide says: its kind, the label or the words, and the value, heading or page that belongs to it."""

    kind: str
    label: str
    value: str = ""


def steps(guide: str) -> Iterator[Step]:
    """Yield the steps of a guide in their order, with its headings and pictures."""
    found = [
        (match.start(), kind.partition(" ")[0], match.groups())
        for kind, pattern in _PATTERNS.items()
        for match in pattern.finditer(guide)
    ]
    for _, kind, groups in sorted(found):
        values = [value or "" for value in groups]
        if kind == "click":
            values.reverse()
        yield Step(kind, *(value if kind == "paste" else " ".join(value.split()) for value in values))
