"""A stored text: its characters, its hash, its paragraphs and sentences.

All offsets are code points of the stored text, as decoded from UTF-8 with no line break translated.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.fold import INVISIBLE, SPACES, Folded, fold
from generator.location import Location

NOT_UTF8 = Rule(
    "E001",
    "text-not-utf8",
    Severity.ERROR,
    "A stored text is not UTF-8.",
    """
Stored texts are plain text in UTF-8, which every editor can write: choose “UTF-8” where the program asks for the
encoding when saving. The message says which byte is wrong.
""",
)
NUL = Rule(
    "E002",
    "text-with-nul",
    Severity.ERROR,
    "A stored text holds a NUL character.",
    """
NUL characters come from files that are no plain text (a Word or PDF file, UTF-16). Save the article as plain text.
""",
)
EMPTY = Rule(
    "E003",
    "text-empty",
    Severity.ERROR,
    "A stored text has no words.",
    """
Nothing can rest on an empty text. Put the article's text into the file.
""",
)
RULES = (NOT_UTF8, NUL, EMPTY)

_BLANK = SPACES + INVISIBLE
_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
# A sentence ends at its mark, with the closing quotation marks and brackets after it, before a space; in scripts
# without spaces at the mark alone.
_SENTENCE_END = re.compile(
    "(?P<mark>[.!?\u2026\u061f\u06d4\u0964\u0965\u1362]+)[\"'\u2018\u2019\u201c\u201d\u00bb\u203a)\\]}]*\\s+"
    "|[\u3002\uff01\uff1f\uff61]+[\u300d\u300f\u300b\u3009\u3011\uff09\u201d\u2019)]*\\s*"
)
# No sentence ends at the point of an initial (“J. Smith”, “U.S. officials”) or of a common title.
_ABBREVIATED = re.compile(r"\b(?:[^\W\d_]|Mrs?|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Jr|Sr|No|vs)\.$")
_LONGEST_ABBREVIATION = 8  # characters, with what stands before it


class Paragraph(NamedTuple):
    """A line of text that is not blank: its number from 1, and where it starts and ends."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Article:
    """A stored text. `sha256` is the hash of the file's bytes."""

    id: str
    text: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def folded(self) -> Folded:
        """The text after the typographic fold."""
        return fold(self.text)

    def paragraph_at(self, offset: int) -> Paragraph:
        """Give the paragraph that holds `offset`, or the last one before it."""
        return self.paragraphs[max(0, bisect_right(self._starts, offset) - 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def sentences(self, paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
        """Give the spans of the sentences of `paragraph`; together they cover it, spaces included."""
        spans, start = [], paragraph.start
        for match in _SENTENCE_END.finditer(self.text, paragraph.start, paragraph.end):
            if not self._goes_on(match):
                spans.append((start, match.end()))
                start = match.end()
        if start < paragraph.end:
            spans.append((start, paragraph.end))
        return tuple(spans)

    def _goes_on(self, match: re.Match[str]) -> bool:
        """Say whether the sentence goes on after what looks like its end."""
        mark, at = match["mark"], match.start() + 1
        if mark and self.text[match.end() : match.end() + 1].islower():
            return True
        return (
            mark == "." and _ABBREVIATED.search(self.text, max(0, at - _LONGEST_ABBREVIATION), at) is not None
        )


def read_article(name: str, raw: bytes, path: str) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """Read the bytes of the stored text `name` at `path`; None, and why, where they are no text."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start]
        line, column = (
            before.count(b"\n") + 1,
            len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1,
        )
        message = f"this text is not UTF-8: byte {fault.start + 1} is {raw[fault.start]:#04x}"
        return None, (
            NOT_UTF8.at(Location(path, line, column), message, "Save it again with the encoding “UTF-8”."),
        )
    if (at := text.find("\0")) >= 0:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        return None, (
            NUL.at(Location(path, line, column), "this text holds a NUL character", "Save it as plain text."),
        )
    paragraphs = _paragraphs(text)
    if not paragraphs:
        return None, (EMPTY.at(Location(path), "this text has no words", "Put the article’s text into it."),)
    return Article(name, text, hashlib.sha256(raw).hexdigest(), paragraphs), ()


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Give every line of `text` that is not blank, without the spaces around it."""
    found: list[Paragraph] = []
    for match in _LINE.finditer(text):
        line = match.group()
        words = line.strip()
        if words and (words[0].isalnum() or words.strip(_BLANK)):
            start = match.start() + line.index(words)
            found.append(Paragraph(len(found) + 1, start, start + len(words)))
    return tuple(found)
