"""Lines as an editor could write them instead: texts in quotation marks, keys with their colon."""

from __future__ import annotations

import json
import re

# Keys of the format are lower-case, so that “Armenia: we will sign: now” is one sentence, not a key and a sentence.
_START = re.compile(r"\s*((?:- +)*(?:[a-z0-9][a-z0-9_-]*:[ \t]+)?)")
_COMMENT = re.compile(r"(?<![ \t])[ \t]{2,}#(?=[ \t]).*")
_COLON_WITHOUT_SPACE = re.compile(r"((?:- +)*)([\w-]+):([^ ].*)")
_WORDS = re.compile(r"((?:- +)*)([a-z0-9_-]+)[ \u00a0]+(\S.*)")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
SHOWN = 400
"""Characters of the longest line that a hint shows again."""
_QUOTES = "\"'"


def quoted(text: str) -> str:
    """Write `text` as a YAML value in quotation marks."""
    if ('"' in text or "\\" in text) and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return "".join(
        char if char.isprintable() else _escaped(char) for char in json.dumps(text, ensure_ascii=False)
    )


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"


def quoted_line(line: str) -> str:
    """Write `line` again with the text after its dash and key in quotation marks; "" where there is none, or too much."""
    start = _START.match(line)
    if start is None or len(line) > SHOWN:
        return ""
    comment = _COMMENT.search(line, start.end())
    text = line[start.end() : comment.start() if comment else len(line)].strip(" \t")
    if len(text) > 1 and text[0] in _QUOTES and text[-1] == text[0]:
        inner = text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1]
        # “'Russia's role'” and “"He said "no""” were meant as one text; of “"Peace" and "war"” the marks belong to the words.
        before, *further = inner.split(text[0])
        text = inner if len(further) == 1 or (further and before[-1:] in " (") else text
    return f"{start[1].rstrip()} {quoted(text)}{comment[0] if comment else ''}".strip() if text else ""


def in_quotation_marks(line: str) -> str:
    """Advise to put the text of `line` in quotation marks, and show how."""
    better = quoted_line(line)
    # A line that is nothing but a text has a place below a key, never at the top of a file.
    if not better or (better.startswith(tuple(_QUOTES)) and not line.startswith(" ")):
        return "Put the text in quotation marks."
    return f"Put the text in quotation marks:\n{better}"


def with_colon(line: str) -> str:
    """Advise how to make a “key: value” of `line`."""
    text = line.strip() if len(line) <= SHOWN else ""
    if _CONFLICT.match(text):
        return (
            "Git left this line where two people changed the same place. Keep one of the two versions, and take out the "
            "lines that begin with <<<<<<<, ======= and >>>>>>>."
        )
    if match := _COLON_WITHOUT_SPACE.fullmatch(text):
        # Other spaces look like the one that is missing.
        return f"Put a space after the colon:\n{match[1]}{match[2]}: {match[3].lstrip()}"
    if match := re.fullmatch(r"-(\w.*)", text):
        return f"If this is an entry of a list, put a space after the dash:\n- {match[1]}"
    if match := _WORDS.fullmatch(text):
        return f"If “{match[2]}” is the key:\n{match[1]}{match[2]}: {match[3].lstrip(': ')}"
    return "Write “key: value”. A text that goes on from the line above stands two spaces further right than its key."
