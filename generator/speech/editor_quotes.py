"""Quotation marks in editors' texts, and the words inside them.

Editors use every pair of marks that newspapers use, also mixed or reversed: “…", »…«, ”…“. Apostrophes, elisions (’tis),
decades (’90s), inches (6' 2") and Hebrew abbreviations are no quotation marks.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from generator.content.articles import Paragraph
from generator.fold import BLANK
from generator.speech.marks import CLOSING_MARKS, DEEPEST, LOOKAHEAD, SINGLE, Mark, attached, marks_in
from generator.speech.usual_marks import with_usual_marks
from generator.speech.words import language_words

_AFTER_WORDS = ",.;:，、。；：،؛۔।" + BLANK  # before the closing mark; not a part of the words
_ANGLES = "‹›"
_LINE_OF_ITS_OWN = re.compile(r"\n[^\S\n]*\n\s*\Z")
# Double marks between two letters: abbreviations (צה"ל), and quotations with a prefix or an ending (ב"הארץ", “evet”i).
_INSIDE_WORD = re.compile('(?<=[^\\W\\d_])["“”„](?=[^\\W\\d_])')
_HEBREW = re.compile("[\u05d0-\u05ea]")
_RIGHT_MARK_FIRST = re.compile(r"(?<![\w’])’(?=\w)")  # ’so‘ or ’so’
_ELISION = re.compile(
    r"['‘’](?:(?:s|t|n|k|m|d|em|tis|twas|til|till|cause|bout|round|neath|ne|nen|nem|ndrangheta)\b|\d0s\b|\d\d\b)",
    re.IGNORECASE,
)
_CUT_SHORT = re.compile(r"(?:^|\W)(?:po|mo|be|fa|va|sta|da|di|to|ol|o)\Z", re.IGNORECASE)  # un po’
_URL = re.compile(r"(?<=\]\()[^)]*|https?://\S+")
_MASK = "\0"  # occurs in no text and in no word
_NEAR = 20  # characters before a mark that tell what it is
_MOST_INSIDE_WORDS = 20  # marks between two letters that are partners of others
_INCHES = re.compile(r"\d\s?\Z")
_ATTRIBUTED = re.compile(r"[:：]\s*\Z")


class Quoted(NamedTuple):
    """Words in quotation marks: the span with the marks, the span of the words, and where the closing mark starts.

    A comma or full stop before the closing mark does not belong to the words.
    """

    start: int
    end: int
    words_start: int
    words_end: int
    mark_start: int
    words: str


class EditorQuotes(NamedTuple):
    """The outermost quotations of a text, and the quotation marks without a partner."""

    quoted: tuple[Quoted, ...]
    alone: tuple["Alone", ...]


@lru_cache(maxsize=4096)
def editor_quotes(text: str) -> EditorQuotes:
    """Find the quotation marks of `text`, and pair them."""
    plain = with_usual_marks(text)
    marks = _marks(plain)
    weak = {match.start() for match in _inside_words(plain)}
    used: set[int] = set()
    pairing = _Pairing(plain, [mark for mark in marks if mark.start not in weak])
    while (
        len(used) < _MOST_INSIDE_WORDS and (partner := _partner_inside_word(pairing, weak - used)) is not None
    ):
        used.add(partner)
        pairing = _Pairing(plain, [mark for mark in marks if mark.start in used or mark.start not in weak])
    if _is_pair_without_spaces(plain, weak - used):
        pairing = _Pairing(plain, marks)
    return EditorQuotes(tuple(pairing.quoted(text)), tuple(sorted(pairing.alone)))


def quoted_words(text: str) -> tuple[Quoted, ...]:
    """Return all words in quotation marks; of quotations within quotations, only the outer."""
    return editor_quotes(text).quoted


def own_voice(text: str) -> str:
    """Return `text` with words in quotation marks and URLs replaced by characters that match nothing.

    The length stays the same, so offsets in the result are offsets in `text`.
    """
    spans = [(quoted.start, quoted.end) for quoted in quoted_words(text)]
    spans += [match.span() for match in _URL.finditer(text)]
    for start, end in spans:
        text = f"{text[:start]}{_MASK * (end - start)}{text[end:]}"
    return text


def _marks(text: str) -> list[Mark]:
    """Return every possible mark of `text`, in order, also those inside words and right marks that come first."""
    found = {mark.start: mark for mark in marks_in(text, Paragraph(1, 0, len(text)))}
    for match in _RIGHT_MARK_FIRST.finditer(text):
        if not _ELISION.match(text, match.start()):
            found[match.start()] = Mark(*match.span(), match.group(), opens=True, closes=False)
    for match in _inside_words(text):
        found.setdefault(match.start(), Mark(*match.span(), match.group(), opens=True, closes=True))
    return [found[start] for start in sorted(found)]


def _inside_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the double marks inside words, in scripts with spaces between words."""
    for match in _INSIDE_WORD.finditer(text):
        if not (attached(text[match.start() - 1]) or attached(text[match.end()])):
            yield match


def _is_pair_without_spaces(text: str, weak: Collection[int]) -> bool:
    """Return whether marks inside words are a quotation without spaces around it: said“so”again. Not in Hebrew."""
    others = [start for start in weak if not _HEBREW.match(text, start - 1)]
    return len(others) > 1


def _partner_inside_word(pairing: "_Pairing", weak: Collection[int]) -> int | None:
    """Return the mark inside a word that is the partner of the first mark that is alone, if there is one."""
    for start, _, opens in pairing.alone:
        if opens:
            partner = min((place for place in weak if place > start), default=None)
        else:
            last = max((pair.end for pair in pairing.pairs if pair.end <= start), default=0)
            partner = max((place for place in weak if last <= place < start), default=None)
        if partner is not None:
            return partner
    return None


class Alone(NamedTuple):
    """A quotation mark without a partner: its span, and whether it opens a quotation."""

    start: int
    end: int
    opens: bool


class _Pair(NamedTuple):
    """Two marks that belong together: where the first begins and ends, and where the second begins and ends."""

    start: int
    words_start: int
    words_end: int
    end: int


class _Open(NamedTuple):
    """A mark that waits for its partner. Of a single mark, the start of the partner is known."""

    mark: Mark
    closer: int | None


@dataclass
class _Pairing:
    """Pairs the marks of a text."""

    text: str
    marks: Sequence[Mark]
    pairs: list[_Pair] = field(default_factory=list)
    alone: list[Alone] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Pair all marks."""
        for index, mark in enumerate(self.marks):
            level = self._closed_level(mark)
            if level is not None:
                self._close(level, mark)
            elif mark.opens:
                self._open(index, mark)
            elif mark.text not in SINGLE and not self._measures(mark):
                self.alone.append(Alone(mark.start, mark.end, opens=False))
        self._leave_alone(self.stack)

    def quoted(self, text: str) -> Iterator[Quoted]:
        """Yield the outermost quotations."""
        reached = 0
        for start, inner, mark_start, end in sorted(self.pairs):
            if start < reached:
                continue
            reached = end
            words = text[inner:mark_start].lstrip(BLANK)
            at = mark_start - len(words)
            words = words.rstrip(_AFTER_WORDS)
            if any(map(str.isalnum, words)):
                yield Quoted(start, end, at, at + len(words), mark_start, words)

    def _closed_level(self, mark: Mark) -> int | None:
        """Return the index of the open mark that `mark` closes: first its usual partner, else any of the same family."""
        levels = range(len(self.stack) - 1, -1, -1) if mark.closes else ()
        for fits in (_is_partner, _is_family):
            for level in levels:
                opened, closer = self.stack[level]
                if closer == mark.start or (closer is None and fits(opened.text, mark.text)):
                    return level
            if mark.opens:
                break  # a mark that can do both opens a quotation, unless its usual partner is open
        return None

    def _close(self, level: int, mark: Mark) -> None:
        opened, _ = self.stack[level]
        self._leave_alone(self.stack[level + 1 :])
        del self.stack[level:]
        self.pairs.append(_Pair(opened.start, opened.end, mark.start, mark.end))

    def _leave_alone(self, stack: Sequence[_Open]) -> None:
        for opened, closer in stack:
            if closer is None and not self._is_arrow(opened):
                self.alone.append(Alone(opened.start, opened.end, opens=True))

    def _open(self, index: int, mark: Mark) -> None:
        if mark.text not in SINGLE:
            again = self.stack and self.stack[-1].mark.text == mark.text
            if len(self.stack) == DEEPEST:
                self.alone.append(Alone(mark.start, mark.end, opens=True))
            elif not (again and _LINE_OF_ITS_OWN.search(self._before(mark))):
                self.stack.append(_Open(mark, None))
            return
        closer = self._single_closer(index, mark)
        if closer is not None:
            self.stack.append(_Open(mark, closer))
        elif self._is_unclosed_single(mark):
            self.alone.append(Alone(mark.start, mark.end, opens=True))

    def _single_closer(self, index: int, mark: Mark) -> int | None:
        """Return the start of the mark that closes the single mark at `index`, preferably not a plural’s apostrophe."""
        unsure = None
        is_elision = mark.text == "’" or _ELISION.match(self.text, mark.start) is not None
        for other in self.marks[index + 1 : index + LOOKAHEAD]:
            if other.text not in SINGLE:
                if any(
                    closer is None and _is_partner(opened.text, other.text) for opened, closer in self.stack
                ):
                    break  # the quotation around this one ends
                continue
            if other.opens and not other.closes and other.text != "’":
                break
            if other.closes:
                if not self._may_be_apostrophe(other):
                    return other.start
                unsure = other.start if unsure is None else unsure
        return None if is_elision else unsure

    def _before(self, mark: Mark) -> str:
        return self.text[max(0, mark.start - _NEAR) : mark.start]

    def _may_be_apostrophe(self, mark: Mark) -> bool:
        """Return whether `mark` may end a plural (the diplomats’ words) or a cut word (un po’), or mean feet (6' 2")."""
        before = self._before(mark)
        is_plural = before[-1:] in "sSxz" and self.text[mark.end + 1 : mark.end + 2].isalpha()
        is_cut = _CUT_SHORT.search(before) is not None
        return mark.text in "'’" and (is_plural or is_cut or before[-1:].isdigit())

    def _is_unclosed_single(self, mark: Mark) -> bool:
        """Return whether a single mark without a partner opens a quotation: it is no apostrophe, and somebody speaks."""
        if mark.text == "’" or _ELISION.match(self.text, mark.start):
            return False
        before = self._before(mark)
        curly = mark.text != "'" and self.text[mark.end : mark.end + 1].islower()
        last = before.split()[-1:] or [""]
        return bool(
            curly or _ATTRIBUTED.search(before) or language_words("und").verbs.fullmatch(last[0].strip(",:"))
        )

    def _measures(self, mark: Mark) -> bool:
        """Return whether a closing mark without a partner means inches or seconds, or is an arrow."""
        in_number = mark.text in ('"', "”", "''") and _INCHES.search(self._before(mark))
        return bool(in_number) or self._is_arrow(mark)

    def _is_arrow(self, mark: Mark) -> bool:
        """Return whether a mark stands alone between spaces, as in: Menu › Settings."""
        beside = self.text[max(0, mark.start - 1) : mark.start] + self.text[mark.end : mark.end + 1]
        return mark.text in ("›", "»", "‹") and not beside.strip()


def _is_partner(opened: str, closing: str) -> bool:
    return closing in CLOSING_MARKS[opened]


def _is_family(opened: str, closing: str) -> bool:
    return _family(opened) == _family(closing)


def _family(mark: str) -> str:
    """Return which marks can be mixed with `mark`: single ones, angles, double ones; East Asian ones only with their own."""
    if mark in SINGLE:
        return "single"
    if mark in _ANGLES:
        return "angle"
    return "own" if mark in "「」『』﹁﹂﹃﹄〝〞〟＂" else "double"
