"""Strings written as editors write them in YAML: plain where that is safe, folded where long, else quoted."""

import json
import re
import textwrap

_PLAIN = re.compile(r"[A-Za-z][^:#\"'{}\[\]\u200b\\]*[^\s:#\"'{}\[\]\u200b\\]")
_WIDTH = 100  # characters of a line


def scalar(text: str, indent: int) -> str:
    """Write `text` as the value of a key that stands `indent` spaces in."""
    if not _PLAIN.fullmatch(text) or "  " in text:
        return json.dumps(text, ensure_ascii=False)
    if len(text) + indent < _WIDTH:
        return text
    inner = " " * (indent + 2)
    lines = textwrap.wrap(text, _WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return ">-\n" + "\n".join(inner + line for line in lines)


def segments(parts: tuple[str, ...], indent: int) -> str:
    """Write the segments of a passage: one as it is, several as a list in brackets."""
    if len(parts) == 1:
        return scalar(parts[0], indent)
    return "[" + ", ".join(json.dumps(part, ensure_ascii=False) for part in parts) + "]"
