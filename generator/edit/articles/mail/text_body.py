"""The plain text of a mail: its paragraphs, with quoted mails and signatures marked."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.edit.articles.converted import Converted, Doubt, Line
from generator.edit.articles.mail.message import Message
from generator.edit.articles.mail.replies import reply_lines, without_marks_of_forwarding
from generator.edit.articles.plain import body_of
from generator.edit.articles.transcripts import labels_of, timed
from generator.edit.error import EditError

_QUOTED = re.compile(r"^\s*(?:>\s?)+")


def from_text(message: Message, name: str) -> Converted:
    """Return the plain text of a mail. Raise EditError if it has no words."""
    printed = message.text.rstrip().split("\n")
    if message.is_flowed:
        printed = list(_unflowed(printed, drops_spaces=message.drops_spaces))
    printed = without_marks_of_forwarding(printed)
    lines: list[Line] = []
    steps: list[str] = []
    joined: list[str] = []
    for is_reply, group in groupby(zip(printed, reply_lines(printed), strict=True), key=lambda pair: pair[1]):
        body = body_of([_QUOTED.sub("", line, count=1) if is_reply else line for line, _ in group])
        lines += [Line(text, (Doubt.REPLY,) if is_reply else ()) for text in body.paragraphs]
        steps += body.steps if not is_reply else ()
        joined += body.joined_words
    if not lines:
        raise EditError(f"cannot read {name}: this mail has no text.")
    with_times, time_steps = timed(tuple(lines))
    return Converted(
        "eml", with_times, steps=tuple(dict.fromkeys((*steps, *time_steps))), joined_words=tuple(joined),
        labels=labels_of(with_times),
    )  # fmt: skip


def _unflowed(printed: Sequence[str], *, drops_spaces: bool) -> Iterator[str]:
    """Yield the paragraphs of text of the form “flowed” (RFC 3676): a line that ends with a space goes on in the next."""
    paragraph, depth = "", 0
    open_paragraph = False
    for line in printed:
        quoted = re.match(">*", line)
        level = len(quoted[0]) if quoted else 0
        text = line[level:].removeprefix(" ")
        if open_paragraph and (level != depth or text == "-- "):
            yield _with_level(paragraph, depth)
            open_paragraph = False
        paragraph = paragraph + text if open_paragraph else text
        depth = level
        open_paragraph = text.endswith(" ") and text != "-- "
        if not open_paragraph:
            yield _with_level(paragraph, level)
        elif drops_spaces:
            paragraph = paragraph[:-1]
    if open_paragraph:
        yield _with_level(paragraph, depth)


def _with_level(text: str, level: int) -> str:
    return f"{'>' * level} {text}" if level else text
