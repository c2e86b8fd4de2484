"""Texts in the quotation marks of YAML."""

import json
import re

from generator.content.paths import visible

_START = re.compile(r"\s*((?:- +)*(?:[a-z0-9][\w-]*:\s+)?)")
_LONGEST = 400  # characters of a line that a hint shows


def quoted(text: str) -> str:
    """Return `text` as a YAML value in double quotation marks, on one line; invisible characters are escaped."""
    return visible(json.dumps(text, ensure_ascii=False))


def quoted_line(line: str) -> str:
    """Return `line` with the text after its dash and key in quotation marks.

    Return "" if the line is too long, or has quotation marks whose role is unclear.
    """
    start = _START.match(line)
    if start is None or len(line) > _LONGEST:
        return ""
    text = line[start.end() :].strip()
    first, inner = text[:1], text[1:-1]
    if first in ("'", '"') and text.endswith(first):
        if inner.count(first) > 1:
            return ""
        text = inner  # 'Russia's role': the outer marks quote the text
    if ('"' in text or "\\" in text) and text.isprintable():
        return start[1] + "'" + text.replace("'", "''") + "'"
    return f"{start[1]}{quoted(text)}" if text else ""
