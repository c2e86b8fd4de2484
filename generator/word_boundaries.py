"""Where words begin and end: a passage never cuts a word, a number or a character of the stored text.

A word is a run of letters, digits and combining marks; characters that the fold removes are ignored. Scripts without
spaces between words may be cut between any two characters. An apostrophe or a hyphen between letters belongs to the
word, so “We can” is no passage of “We can’t”, nor “negotiable” of “non-negotiable”. A passage may only begin after a
Latin elision: “accord” in “l’accord”.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.fold import INVISIBLE, SAME, joins

_APOSTROPHES = "'" + SAME["'"] + "`\u00b4\u2032\ua78c\uff07"
# Full stop, comma, colon, slash, middle dot, the Arabic separators, and the spaces that group digits.
_WITHIN_NUMBERS = ".,:/\u2044\u00b7\u066b\u066c\u00a0\u2007\u2009\u202f" + _APOSTROPHES
# The Catalan middle dot, the hyphenation point, the Hebrew geresh and gershayim.
_WITHIN_WORDS = "\u00b7\u2027\u05f3\u05f4"
_HYPHENS = "-\u2010\u2011"  # hyphens join words, dashes separate them
# Edges that never cut a word: at a space, between punctuation and a letter, between a letter and punctuation before a space.
_PLAIN_EDGE = re.compile(
    '[\\s\\S][ \n]|[ \n][\\x00-\\x7f]|[\u201c\u201e"(][A-Za-z]|[A-Za-z][\u2013\u2014\u201c\u201d";!?()]'
    '|[A-Za-z0-9.,!?][.,:;!?)\u201d"](?:[ \n\u201d"]|\\Z)'
)
_SIGNS = "-" + SAME["-"]
# Scripts without spaces between words: Thai, Lao, Myanmar, Khmer, Tai, kana, bopomofo, Han.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001aff0-\U0001b16f\U00020000-\U0003ffff]"
)
# In Korean a particle directly follows a closing quotation mark.
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_HEBREW = re.compile("[\u05d0-\u05ea]")
_LATIN = re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_SUBJOINERS = "\u1039\u17d2"  # the next letter is written below: Myanmar virama, Khmer coeng
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_ELIDED = 3  # so many letters after an apostrophe are a separate word: l’accord, not don’t


def cuts_word(text: str, start: int, end: int) -> bool:
    """Return whether the span from `start` to `end` of `text` begins or ends inside a word, number or character."""
    return _cut(text, start, begins=True) or _cut(text, end, begins=False)


def is_unspaced(char: str) -> bool:
    """Return whether `char` belongs to a script without spaces between words."""
    return _UNSPACED.match(char) is not None


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span from `start` to `end` of `text`, widened until it cuts no word."""
    while _cut(text, start, begins=True):
        start -= 1
    while _cut(text, end, begins=False):
        end += 1
    return start, end


@dataclass(frozen=True, slots=True)
class _Edge:
    """The nearest visible characters around an edge; "" beyond the ends of the text.

    `near` is directly before the edge. `left` and `farther` are the base letters, without combining marks, before the
    edge and before `near`. `right` and `beyond` are the next two characters after the edge.
    """

    farther: str
    left: str
    near: str
    right: str
    beyond: str


def _cut(text: str, at: int, *, begins: bool) -> bool:
    if not 0 < at < len(text):
        return False
    if _PLAIN_EDGE.match(text, at - 1):
        return False  # the usual case, decided quickly
    near, right = _back(text, at), _forward(text, at)
    left = _base(text, near)
    farther, beyond = _base(text, _back(text, near)), _forward(text, right + 1)
    edge = _Edge(*(text[i : i + 1] if i >= 0 else "" for i in (farther, left, near, right, beyond)))
    if not edge.near or not edge.right:
        return False
    return (
        _splits_character(text, edge, left, near, right)
        or _splits_run(edge.left, edge.right)
        or _bridged(edge.left, edge.right, edge.beyond, alone=_alone(text, left))
        or (
            _bridged(edge.farther, edge.near, edge.right, alone=_alone(text, farther))
            and not (begins and _elision(text, edge, right))
        )
        or (begins and _signed(edge))
    )


def _back(text: str, at: int) -> int:
    """Return the index of the last visible character before `at`, or -1."""
    at -= 1
    while at >= 0 and text[at] in INVISIBLE:
        at -= 1
    return at


def _forward(text: str, at: int) -> int:
    """Return the index of the first visible character from `at` on, or the length of the text."""
    while at < len(text) and text[at] in INVISIBLE:
        at += 1
    return at


def _base(text: str, at: int) -> int:
    """Return the index of the base character that the character at `at` joins, or `at`."""
    while at > 0 and joins(text[at]):
        before = _back(text, at)
        if before < 0:
            break
        at = before
    return at


def _alone(text: str, at: int) -> bool:
    """Return whether the letter at `at` has no letter or digit before it."""
    before = _base(text, _back(text, at)) if at > 0 else -1
    return before < 0 or not _word(text[before])


def _word(char: str) -> bool:
    return char.isalnum() and char not in _APOSTROPHES


def _spaced_letter(char: str) -> bool:
    return char.isalpha() and char not in _APOSTROPHES and not (_UNSPACED.match(char) or _HANGUL.match(char))


def _splits_character(text: str, edge: _Edge, left: int, near: int, right: int) -> bool:
    """Return whether the edge is inside what readers see as a single character."""
    if joins(edge.right) or (edge.near in _SUBJOINERS and _word(edge.right)):
        return True
    if ord(edge.left) in _FLAG_LETTERS and ord(edge.right) in _FLAG_LETTERS:
        first = left
        while first > 0 and ord(text[first - 1]) in _FLAG_LETTERS:
            first -= 1
        return (left - first) % 2 == 0
    joined = "\u200d" in text[near + 1 : right]
    return joined and all(unicodedata.category(char)[0] == "S" for char in (edge.left, edge.right))


def _splits_run(left: str, right: str) -> bool:
    """Return whether two adjacent letters or digits belong to the same word."""
    if left.isdigit() and right.isdigit():
        return True
    return _word(left) and _word(right) and not (_UNSPACED.match(left) or _UNSPACED.match(right))


def _bridged(left: str, mark: str, right: str, *, alone: bool) -> bool:
    """Return whether `mark` joins `left` and `right` to a word or number. `alone` means that `left` is a single letter."""
    if not (left and mark and right):
        return False
    if left.isdigit() and right.isdigit():
        return mark in _WITHIN_NUMBERS
    if mark in _APOSTROPHES:
        return (left.isdigit() or _spaced_letter(left)) and _spaced_letter(right)
    if mark == '"':
        return bool(_HEBREW.match(left) and _HEBREW.match(right))
    if mark == ".":  # U.S., i.e.
        return alone and _spaced_letter(left) and _spaced_letter(right)
    return mark in _WITHIN_WORDS + _HYPHENS and _spaced_letter(left) and _spaced_letter(right)


def _elision(text: str, edge: _Edge, right: int) -> bool:
    """Return whether a separate word begins after the apostrophe before the edge."""
    if edge.near not in _APOSTROPHES or not (_LATIN.match(edge.farther) and _LATIN.match(edge.right)):
        return False
    letters, at = 0, right
    while (
        at < len(text)
        and letters < _ELIDED
        and (text[at] in INVISIBLE or joins(text[at]) or text[at].isalpha())
    ):
        letters += text[at].isalpha() and not joins(text[at])
        at += 1
    return letters >= _ELIDED


def _signed(edge: _Edge) -> bool:
    """Return whether a minus before the edge belongs to the number after it: no word is before the minus."""
    before = edge.farther
    return (
        edge.right.isdigit() and edge.near in _SIGNS and not (before and (_word(before) or before in _SIGNS))
    )
