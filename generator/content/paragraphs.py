"""The paragraphs of a stored text.

A line is a paragraph, unless the text is hard-wrapped: its lines are cut at a width, in the middle of sentences. Then lines
without an empty line between them are one paragraph. A line that begins with a speaker's label, a dash or an indent
begins a paragraph in any case.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.fold import BLANK
from generator.word_boundaries import is_unspaced

_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
_WIDEST = 120  # characters of a line; longer ones are paragraphs
_NARROWEST, _NARROWEST_UNSPACED = 20, 10  # characters of the longest line
_CERTAIN_SHARE = 1 / 3  # of all line ends
_FULL_SHARE, _FEWEST_FULL = 2 / 3, 2
_SHORT = 0.75  # of the width: a sentence that ends so early in its line ends its paragraph
_LEAST_INDENT = 2
_SENTENCE_END = re.compile(
    "[.!?:\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964][\"'\u2019\u201d\u201c»)\\]\u300d\u300f\u00b9\u00b2\u00b3]*$"
)
_NAME = r"(?:[^\W\d_a-z][\w.'’-]*|of|the|de|la|von|van|and|for)"
_LABEL = re.compile(rf"(?:{_NAME}\s+){{0,6}}{_NAME}(?:\s*\([^()\n]{{1,40}}\))?\s*:\s|[QAFRПВ]\.\s")
_CONTINUES = re.compile("[»\u203a\u201d,.;:!?)\\]\u3001\u3002\u300d](?!\\w)")
# Headlines have none of these, as a rule.
_PROSE = re.compile('[.,;!?\u060c\u3001\u3002"\u201c\u201d\u201e«»]')
_OWN_PARAGRAPH = re.compile(r"[—–-]\s|[•*·▪]\s|\(?\d{1,2}[.)]\s|#")


class Paragraph(NamedTuple):
    """A paragraph: its number from 1, its start and its end, without the spaces around it. It may contain line ends."""

    number: int
    start: int
    end: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of `text`."""
    lines = [line for line in _lines(text) if line.words]
    joined = _joined(text, lines) if _is_wrapped(text, lines) else [[line] for line in lines]
    return tuple(
        Paragraph(number, block[0].start, block[-1].end) for number, block in enumerate(joined, start=1)
    )


class _Line(NamedTuple):
    """A line: where its words start and end, the words, and the width of its indent."""

    start: int
    end: int
    words: str
    indent: int

    @property
    def is_new(self) -> bool:
        """Return whether the line begins a paragraph by its look."""
        return _OWN_PARAGRAPH.match(self.words) is not None and not (
            self.words[0] in "—–" and self.first_letter.islower()
        )

    @property
    def continues(self) -> bool:
        """Return whether the line goes on with a sentence: in lower case, or with a closing mark."""
        return _CONTINUES.match(self.words) is not None or self.first_letter.islower()

    @property
    def first_letter(self) -> str:
        return next(filter(str.isalnum, self.words), "")

    @property
    def ends_sentence(self) -> bool:
        return _SENTENCE_END.search(self.words) is not None


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        line = match.group()
        words = line.strip()
        if words and (words[0].isalnum() or words.strip(BLANK)):
            indent = line.index(words)
            start = match.start() + indent
            yield _Line(start, start + len(words), words, indent)


def _follows(text: str, line: _Line, after: _Line) -> bool:
    """Return whether no empty line is between two lines."""
    gap = text[line.end : after.start].replace("\r\n", "\n")
    return sum(gap.count(end) for end in "\n\r\x85\u2028") == 1 and not {"\v", "\f", "\u2029"} & set(gap)


def _is_wrapped(text: str, lines: Sequence[_Line]) -> bool:
    """Return whether enough line ends of `text` are inside sentences.

    Such a line ends without the end of a sentence, and the next line begins in lower case, or with a word that did not fit.
    """
    width = max((len(line.words) for line in lines), default=0)
    if not _NARROWEST_UNSPACED <= width <= _WIDEST:
        return False
    if width < _NARROWEST and not any(is_unspaced(line.words[0]) for line in lines):
        return False
    ends = [pair for pair in pairwise(lines) if _follows(text, *pair) and not pair[1].is_new]
    unfinished = [pair for pair in ends if not pair[0].ends_sentence]
    full = [pair for pair in unfinished if _is_full(*pair, width)]
    certain = [pair for pair in unfinished if pair[1].continues]
    certain += [pair for pair in full if not pair[1].continues and _has_no_case(pair[1].first_letter)]
    likely = [
        (line, after) for line, after in full if _PROSE.search(line.words) and not _LABEL.match(after.words)
    ]
    return bool(
        (certain and len(certain) >= len(ends) * _CERTAIN_SHARE)
        or (len(full) >= _FEWEST_FULL and len(full) >= len(ends) * _FULL_SHARE)
        or (likely and all(pair in certain or _is_full(*pair, width) for pair in ends))
    )


def _has_no_case(char: str) -> bool:
    return char.isalpha() and char.lower() == char.upper()


def _is_full(line: _Line, after: _Line, width: float) -> bool:
    """Return whether the first word of the next line would not have fitted into the line."""
    first = after.words[0] if is_unspaced(after.words[0]) else after.words.split(maxsplit=1)[0]
    return len(line.words) + 1 + len(first) > width


def _hangs(line: _Line, after: _Line) -> bool:
    """Return whether an indented line continues the one before: an entry of a list, or the words behind a label."""
    is_entry = line.is_new or _LABEL.match(line.words) is not None
    return not line.ends_sentence and (is_entry or after.words[0].islower())


def _joined(text: str, lines: Sequence[_Line]) -> list[list[_Line]]:
    """Return the lines of each paragraph of a hard-wrapped text."""
    blocks = [[lines[0]]]
    width = max(len(line.words) for line in lines)
    has_empty_lines = not all(_follows(text, line, after) for line, after in pairwise(lines))
    for line, after in pairwise(lines):
        ends = line.ends_sentence
        begins = (
            not _follows(text, line, after)
            or after.is_new
            or (after.indent >= line.indent + _LEAST_INDENT and not _hangs(line, after))
            or (ends and _LABEL.match(after.words))
            or (ends and not has_empty_lines and not _is_full(line, after, width * _SHORT))
        )
        if begins:
            blocks.append([after])
        else:
            blocks[-1].append(after)
    return blocks
