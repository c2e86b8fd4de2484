"""Stored texts: their characters, hash, paragraphs and sentences.

All offsets are code points of the stored text, as decoded from UTF-8 with no line break translated.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property, wraps
from operator import attrgetter, itemgetter
from typing import Any, Concatenate, ParamSpec, TypeVar

from generator.content import rules
from generator.content.decode import decode_utf8
from generator.content.paragraphs import Paragraph, paragraphs
from generator.content.text_parts import TextPart, text_parts
from generator.diagnostics import Diagnostic
from generator.fold import fold
from generator.folded import Folded
from generator.line_end_hyphens import line_end_hyphens
from generator.location import Location

__all__ = ["Article", "Paragraph", "once_per_article", "read_article"]

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

_LINE_ENDS = re.compile("[\n\r\v\f\x85\u2028]")
# A sentence ends at its punctuation, with the closing quotation marks and brackets after it, before a space; in scripts
# without spaces, at the punctuation. The pattern begins with one character of both, which is five times as fast to search for.
_SPACED, _UNSPACED = ".!?\u2026\u061f\u06d4\u0964\u0965\u1362", "\u3002\uff01\uff1f\uff61"
_SENTENCE_END = re.compile(
    f"[{_SPACED}{_UNSPACED}]"
    f"(?:(?<=[{_SPACED}])(?P<more>[{_SPACED}]*)[\"'\u2018\u2019\u201c\u201d\u00bb\u203a)\\]}}]*\\s+"
    f"|(?<=[{_UNSPACED}])[{_UNSPACED}]*[\u300d\u300f\u300b\u3009\u3011\uff09\u201d\u2019)]*\\s*)"
)
# No sentence ends at the full stop of an initial (“J. Smith”, “U.S. officials”) or of a common title.
_ABBREVIATED = re.compile(r"\b(?:[^\W\d_]|Mrs?|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Jr|Sr|No|vs)\.$")
_LONGEST_ABBREVIATION = 8  # characters, with the one before it


@dataclass(frozen=True)
class Article:
    """A stored text. `sha256` is the hash of the bytes of the file."""

    id: str
    text: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]

    def __getstate__(self) -> dict[str, Any]:
        """Return the fields without what was computed from them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def forget(self) -> None:
        """Drop what was computed from the fields; it is computed again when it is needed."""
        own = self.__getstate__()
        vars(self).clear()
        vars(self).update(own)

    @cached_property
    def results(self) -> dict[object, Any]:
        """The results of functions that are `once_per_article`, by function and arguments."""
        return {}

    @cached_property
    def folded(self) -> Folded:
        """The text after the typographic fold."""
        return fold(self.text)

    @cached_property
    def divided(self) -> str | None:
        """The folded text with a line feed for each hyphen between letters that divides a word at the end of a line; None if there is none.

        Such a hyphen may belong to the word or not.
        """
        hyphens = {
            start
            for start, end in line_end_hyphens(self.text)
            if self.text[start - 1].isalpha() and self.text[end].isalpha()
        }
        if not hyphens:
            return None
        chars = list(self.folded.text)
        for at, char in enumerate(chars):
            if char == "-" and (self.folded.original(at, at + 1) or (-1,))[0] in hyphens:
                chars[at] = "\n"
        return "".join(chars)

    @cached_property
    def words(self) -> frozenset[str]:
        """What is between the spaces of the folded text."""
        return frozenset(self.folded.text.split())

    @cached_property
    def prose(self) -> str:
        """The text with a space for each line end inside a paragraph; all offsets stay."""
        if not any(_LINE_ENDS.search(self.text, part.start, part.end) for part in self.paragraphs):
            return self.text
        parts, done = [], 0
        for part in self.paragraphs:
            parts += [self.text[done : part.start], _LINE_ENDS.sub(" ", self.text[part.start : part.end])]
            done = part.end
        return "".join([*parts, self.text[done:]])

    def differs_in_line_ends(self, sha256: str) -> bool:
        """Return whether the text has this hash once its line ends are written in another way."""
        plain = self.text.replace("\r\n", "\n").replace("\r", "\n")
        others = (plain, plain.replace("\n", "\r\n"), plain.replace("\n", "\r"))
        return sha256 != self.sha256 and sha256 in {
            hashlib.sha256(text.encode()).hexdigest() for text in others
        }

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph at `offset`, or the last paragraph before it."""
        return self.paragraphs[max(0, bisect_right(self._starts, offset) - 1)]

    @cached_property
    def parts(self) -> tuple[TextPart, ...]:
        """The parts of the text that have a page each."""
        return text_parts(self.text, self.paragraphs)

    def part_of(self, paragraph: int) -> TextPart:
        """Return the part that has the paragraph of this number."""
        return self.parts[bisect_right(self.parts, paragraph, key=attrgetter("first")) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def sentences(self, paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
        """Return the spans of the sentences of `paragraph`; together they cover it, including spaces."""
        spans, start = [], paragraph.start
        for match in _SENTENCE_END.finditer(self.text, paragraph.start, paragraph.end):
            if not self._continues(match):
                spans.append((start, match.end()))
                start = match.end()
        if start < paragraph.end:
            spans.append((start, paragraph.end))
        return tuple(spans)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return the span of the sentence at `offset`, with the space after it, or of the last sentence before it."""
        return self._sentences[max(0, bisect_right(self._sentences, offset, key=itemgetter(0)) - 1)]

    def sentences_over(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the spans of the sentences with text between `start` and `end`."""
        first = max(0, bisect_right(self._sentences, start, key=itemgetter(0)) - 1)
        stop = bisect_left(self._sentences, end, key=itemgetter(0))
        return [span for span in self._sentences[first:stop] if span[1] > start]

    @property
    def sentence_count(self) -> int:
        """Return how many sentences the text has."""
        return len(self._sentences)

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return [span for paragraph in self.paragraphs for span in self.sentences(paragraph)]

    def _continues(self, match: re.Match[str]) -> bool:
        """Return whether the sentence continues after what looks like its end."""
        more, at = match["more"], match.start() + 1
        if more is not None and self.text[match.end() : match.end() + 1].islower():
            return True
        is_full_stop = more == "" and self.text[match.start()] == "."
        return (
            is_full_stop
            and _ABBREVIATED.search(self.text, max(0, at - _LONGEST_ABBREVIATION), at) is not None
        )


def once_per_article(
    function: Callable[Concatenate[Article, Parameters], Result],
) -> Callable[Concatenate[Article, Parameters], Result]:
    """Keep the results of `function` as long as the article that they are about: several checks read the same text."""

    @wraps(function)
    def kept(article: Article, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        key = (function, args, *kwargs.items())
        if key not in article.results:
            article.results[key] = function(article, *args, **kwargs)
        result: Result = article.results[key]
        return result

    return kept


def read_article(name: str, raw: bytes, path: str) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """Return the bytes of the stored text `name` at `path` as an article, or None and an error if it is no text."""
    text = decode_utf8(path, raw, rules.TEXT_NOT_UTF8)
    if isinstance(text, Diagnostic):
        return None, (text,)
    before, nul, _ = text.partition("\0")
    if nul:
        location = Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        hint = "Save it as plain text."
        return None, (rules.TEXT_WITH_NUL.at(location, "this text has a NUL character", hint),)
    found = paragraphs(text)
    if not found:
        return None, (
            rules.TEXT_EMPTY.at(Location(path), "this text has no words", "Put the article’s text into it."),
        )
    return Article(name, text, hashlib.sha256(raw).hexdigest(), found), ()
