"""Plain text in any common encoding: paragraphs, cut lines, subtitles, transcripts, and what a text says at its head."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.content.paragraphs import paragraphs
from generator.edit.articles.cleaning import clean, cleaning_steps
from generator.edit.articles.converted import Converted, Found, Line
from generator.edit.articles.printed_lines import join_printed_lines
from generator.edit.articles.subtitles import from_subtitles
from generator.edit.articles.text_encoding import decoded
from generator.edit.articles.text_heads import byline_in, take_head
from generator.edit.articles.transcripts import labels_before_words, labels_of, timed
from generator.edit.error import EditError

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_PAGE_NUMBER = re.compile(
    r"\s*(?:(?:page|seite|p\.|s\.|strona|стр\.)\s*)?[-–—|\[(]?\s*(?P<number>\d{1,4})\s*"
    r"(?:(?:of|von|de|sur|di|van|z|из|/)\s*\d{1,4}\s*)?[-–—|\])]?\s*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile("[.!?:…。！？؟][\"'’”“»)\\]]*$")
_FEWEST_PAGES = 2


class Body(NamedTuple):
    """The paragraphs of a text, and what was done to make them."""

    paragraphs: tuple[str, ...]
    steps: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    joined_words: tuple[str, ...] = ()


def convert(raw: bytes, name: str, encoding: str = "") -> Converted:
    """Return a text file as paragraphs. `encoding` overrides the one that its bytes seem to be in.

    Raise EditError if the encoding is wrong, or if the file has no words.
    """
    text, title, notices, is_guessed = decoded(raw, name, encoding)
    found = from_text(text, name)
    return replace(found, notices=(*notices, *found.notices), encoding=title, encoding_is_guessed=is_guessed)


def from_text(text: str, name: str) -> Converted:
    """Return text as paragraphs: that of a text file, or of a mail without HTML."""
    printed = _LINE_END.split(text.rstrip("\x1a\0 \t\r\n"))
    if subtitles := from_subtitles(printed):
        kind = {"kind": (Found("transcript", subtitles.where),)}
        return Converted(
            "text",
            subtitles.lines,
            kind,
            subtitles.steps,
            removed=subtitles.removed,
            labels=labels_of(subtitles.lines),
        )
    head = take_head(printed, name)
    with_labels, label_steps = labels_before_words(head.lines)
    body = body_of(with_labels)
    lines, time_steps = timed(tuple(map(Line, body.paragraphs)))
    if not lines:
        raise EditError(f"cannot read {name}: it has no words. Save or download it again.")
    lines, byline = byline_in(lines)
    details = dict(byline) | dict(head.details)
    return Converted(
        "text", lines, details, (*head.steps, *label_steps, *body.steps, *time_steps), (), (*head.removed, *body.removed),
        body.joined_words, labels_of(lines),
    )  # fmt: skip


def body_of(printed: Sequence[str]) -> Body:
    """Return the paragraphs of lines, which are joined only if the text was cut at the width of a page."""
    if not _is_cut(printed):
        written = [line for line in printed if line.strip()]
        texts = tuple(filter(None, map(clean, written)))
        return Body(texts, cleaning_steps(written))
    lines, removed = _without_page_numbers(printed)
    joined = join_printed_lines(lines)
    texts = tuple(filter(None, map(clean, joined.paragraphs)))
    count = sum(bool(line.strip()) for line in lines)
    steps = [f"Printed lines joined to paragraphs: {count} lines became {len(texts)} paragraphs."]
    if joined.joined_words:
        steps.append(f"Words parted at the end of a line joined: {len(joined.joined_words)}.")
    if removed:
        steps.append(f"Page numbers removed: {len(removed)}.")
    return Body(texts, (*steps, *cleaning_steps(joined.paragraphs)), removed, joined.joined_words)


def _is_cut(printed: Sequence[str]) -> bool:
    """Return whether a paragraph of the text goes over several lines."""
    text = "\n".join(line.rstrip() for line in printed)
    return any("\n" in text[paragraph.start : paragraph.end] for paragraph in paragraphs(text))


def _without_page_numbers(printed: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Return cut lines without the numbers of pages, which go up by one, and these; a sentence goes on behind a number."""
    numbers = _page_numbers(printed)
    lines: list[str] = []
    skip_empty = False
    for at, line in enumerate(printed):
        if at in numbers:
            while lines and not lines[-1].strip():
                lines.pop()
            skip_empty = True
        elif line.strip() or not skip_empty:
            if skip_empty and lines and _SENTENCE_END.search(lines[-1].rstrip()):
                lines.append("")
            lines.append(line)
            skip_empty = False
    return lines, tuple(printed[at].strip() for at in sorted(numbers))


def _page_numbers(printed: Sequence[str]) -> set[int]:
    """Return the indexes of the lines that are numbers of pages: the longest row of numbers that go up by one."""
    found = [
        (at, int(match["number"]))
        for at, line in enumerate(printed)
        if (match := _PAGE_NUMBER.fullmatch(line))
    ]
    best: list[int] = []
    rows: dict[int, list[int]] = {}
    for at, number in found:
        row = [*rows.get(number - 1, ()), at]
        if len(row) > len(rows.get(number, ())):
            rows[number] = row
        best = max(best, row, key=len)
    return set(best) if len(best) >= _FEWEST_PAGES else set()
