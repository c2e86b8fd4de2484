"""Where words begin and end: a passage never cuts a word, a number, an address or a character of the stored text.

A word is a run of letters, digits and combining marks; characters that the fold removes are ignored. Scripts without
spaces between words may be cut between any two characters. An apostrophe or a hyphen between letters belongs to the
word, so “We can” is no passage of “We can’t”, nor “negotiable” of “non-negotiable”, also at the end of a line. A passage
may only begin after a Latin elision: “accord” in “l’accord”. It may end before a footnote mark.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice, takewhile

from generator.fold import FOOTNOTE_MARK, INVISIBLE, SAME, joins
from generator.line_end_hyphens import is_conjunction, is_in_divided_word
from generator.quantities import cuts_quantity

_APOSTROPHES = "'\u2018\u2019\u201a\u201b`\u00b4\u02b9\u02bb\u02bc\u02bd\u055a\u2032\ua78c\uff07"
# Full stop, comma, colon, slash, middle dot, the Arabic separators, and the spaces that group digits.
_WITHIN_NUMBERS = ".,:/\u2044\u00b7\u066b\u066c\u00a0\u2007\u2009\u202f" + _APOSTROPHES
# The Catalan middle dot, the hyphenation point, the Hebrew geresh and gershayim.
_WITHIN_WORDS = "\u00b7\u2027\u05f3\u05f4"
_HYPHENS = "-\u2010\u2011"  # hyphens join words, dashes separate them
_DASHES = _HYPHENS + "\u2012\u2013\u2014\u2212"  # between digits: 10–15
# Edges that never cut a word, far from digits, signs and hyphens: at a space, between punctuation and a letter, between a
# letter and punctuation before a space.
_PLAIN_EDGE = re.compile(
    r"[^\s\d\-\u2010\u2011\u2013\u00ad\u00ac$€£<>≤≥±§№°º][ \n](?!\s*\d)"
    r"|(?<![\s\d\-\u2010\u2011\u2013\u00ad\u00ac])[ \n][\x21-\x2f\x3a-\x7e]"
    r"|(?<=[^\s\-\u2010\u2011\u2013\u00ad\u00ac]\n)\n[A-Za-z]"
    '|[\u201c\u201e"(][A-Za-z]|[A-Za-z](?:\u2014|[\u201c\u201d";!?()](?![\\w/=&]))'
    '|[A-Za-z.,!?][.,:;!?)\u201d"](?:[ \n](?!\\s*\\d)|[\u201d"]|\\Z)'
    '|[0-9][.,](?:[\u201d"]| (?![\\s\\d]))'
)
# A dash, or a hyphen and a space, after what only begins a word: non–negotiable, post–war, non- negotiable.
_PREFIX = re.compile(
    r"\b(?P<prefix>non|anti|contre|counter|ex|post|pre|pré|pro|un|dis|im|ir|il|mis|semi|ultra|neo|quasi|pseudo|inter|intra|extra|"
    r"hyper|mid|self|vice|co|sub|super|trans|cross|re|nicht|não|анти|контр|экс|пост|про|не|пре|пере|сверх|супер)"
    r"(?:\u2013\s{0,3}(?=[^\W_])|[-\u2010\u2011][ \u00a0](?=[^\W\d_]))"
    r"|\b(?P<short>in|de)[-\u2010\u2011][ \u00a0](?=[^\W\d_])",
    re.IGNORECASE,
)
# A web or e-mail address, or a compound with an abbreviation (U.S.-led).
_ADDRESS = re.compile(
    r"\b(?:[A-Z]\.)+-\w+|(?:https?://|www\.)[^\s<>\"'`‘’“”«»]+|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.-])(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|int|info|io|eu|de|at|ch|fr|uk|ie|es|it|pt|nl|be|pl|ru|ua|se|no|dk|fi)"
    r"(?![\w-])(?:/[^\s<>\"'`‘’“”«»]*)?"
)
_PREFIX_SIGN = re.compile("[-\u2010\u2011\u2013]")
_ADDRESS_SIGN = re.compile("@|://|www|[a-z0-9]\\.[a-z]|\\.-")
_AFTER_ADDRESS = ".,;:!?)]}'’"
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
_INVISIBLE = frozenset(INVISIBLE)
_FLAG_LETTER = re.compile("[\U0001f1e6-\U0001f1ff]")
_REACH = 100  # characters on each side of an edge
_NEAR = 20  # characters of a prefix with its dash
_ELIDED = 3  # so many letters after an apostrophe are a separate word: l’accord, not don’t
# Before these, two letters are enough: qu’il, d’un. In “you’ll” they are not.
_ELIDING = re.compile(r"(?<![\w'\u2019])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)\Z", re.IGNORECASE)
_LONGEST_ELIDING = 7
_NUMERAL = re.compile("[〇零一二三四五六七八九十百千万萬億亿兆]")


def cuts_word(text: str, start: int, end: int) -> bool:
    """Return whether the span from `start` to `end` of `text` begins or ends inside a word, number or character."""
    return _cut(text, start, begins=True) or _cut(text, end, begins=False)


def is_unspaced(char: str) -> bool:
    """Return whether `char` belongs to a script without spaces between words."""
    return _UNSPACED.match(char) is not None


def has_unspaced(text: str) -> bool:
    """Return whether a character of `text` belongs to a script without spaces between words."""
    return _UNSPACED.search(text) is not None


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span from `start` to `end` of `text`, widened until it cuts no word."""
    # Inside a quantity of several words an edge may be plain: “0.5 percentage| points”.
    while _cut(text, start, begins=True) or cuts_quantity(text, start):
        start -= 1
    while _cut(text, end, begins=False) or cuts_quantity(text, end):
        end += 1
    return start, end


def _cut(text: str, at: int, *, begins: bool) -> bool:
    if not 0 < at < len(text) or _PLAIN_EDGE.match(text, at - 1):  # the usual case, decided quickly
        return False
    if _inside_longer_word(text, at) or cuts_quantity(text, at):
        return True
    before = [char for char in text[max(0, at - _REACH) : at] if char not in _INVISIBLE]
    after = [char for char in text[at : at + _REACH] if char not in _INVISIBLE]
    if not before or not after:
        return False
    near, right, beyond = before[-1], after[0], "".join(after[1:2])
    # Base letters, without combining marks: before the edge, before that letter, and so on.
    bases = islice((char for char in reversed(before) if not joins(char)), 3)
    left, second, third = [*bases, "", "", ""][:3]
    farther, before_farther = (left, second) if joins(near) else (second, third)
    return (
        joins(right)
        or (near in _SUBJOINERS and _word(right))
        or _splits_flag(before, right)
        or _splits_emoji(text, at, left, right)
        or (_splits_run(left, right) and not FOOTNOTE_MARK.match(text, at))
        or _bridged(left, right, beyond, alone=not _word(second))
        or (
            _bridged(farther, near, right, alone=not _word(before_farther))
            and not (begins and _elision(before, farther, after))
        )
        or (begins and _signed(farther, near, right))
    )


def _inside_longer_word(text: str, at: int) -> bool:
    """Return whether `at` is inside a word with a line end, a dash or a space after its prefix, or inside an address."""
    return is_in_divided_word(text, at) or _after_prefix(text, at) or _inside_address(text, at)


def _after_prefix(text: str, at: int) -> bool:
    low, high = max(0, at - _NEAR), at + _NEAR
    return _PREFIX_SIGN.search(text, low, high) is not None and any(
        match.start() < at <= match.end()
        and not is_conjunction(text, match.end(), match["prefix"] or match["short"])
        for match in _PREFIX.finditer(text, low, high)
    )


def _inside_address(text: str, at: int) -> bool:
    if text[at - 1].isspace() or text[at].isspace():
        return False
    low, high = max(0, at - _REACH), at + _REACH
    return _ADDRESS_SIGN.search(text, low, high) is not None and any(
        match.start() < at < match.start() + len(match[0].rstrip(_AFTER_ADDRESS))
        for match in _ADDRESS.finditer(text, low, high)
    )


def _word(char: str) -> bool:
    return char.isalnum() and char not in _APOSTROPHES


def _spaced_letter(char: str) -> bool:
    return char.isalpha() and char not in _APOSTROPHES and not (_UNSPACED.match(char) or _HANGUL.match(char))


def _splits_flag(before: Sequence[str], right: str) -> bool:
    """Return whether the edge is inside the two letters of a flag."""
    letters = sum(1 for _ in takewhile(_FLAG_LETTER.match, reversed(before)))
    return letters % 2 == 1 and _FLAG_LETTER.match(right) is not None


def _splits_emoji(text: str, at: int, left: str, right: str) -> bool:
    """Return whether a zero-width joiner makes a single symbol of the symbols on both sides of the edge."""
    if not all(char and unicodedata.category(char)[0] == "S" for char in (left, right)):
        return False
    head, tail = text[max(0, at - _REACH) : at], text[at : at + _REACH]
    gap = head[len(head.rstrip(INVISIBLE)) :] + tail[: len(tail) - len(tail.lstrip(INVISIBLE))]
    return "\u200d" in gap


def _splits_run(left: str, right: str) -> bool:
    """Return whether two adjacent letters or digits belong to the same word."""
    if (left.isdigit() and right.isdigit()) or (_NUMERAL.match(left) and _NUMERAL.match(right)):
        return True
    return _word(left) and _word(right) and not (_UNSPACED.match(left) or _UNSPACED.match(right))


def _bridged(left: str, mark: str, right: str, *, alone: bool) -> bool:
    """Return whether `mark` joins `left` and `right` to a word or number. `alone` means that `left` is a single letter."""
    if not (left and mark and right):
        return False
    if left.isdigit() and right.isdigit():
        return mark in _WITHIN_NUMBERS + _DASHES
    if mark in _APOSTROPHES:
        return (left.isdigit() or _spaced_letter(left)) and _spaced_letter(right)
    if mark == '"':
        return bool(_HEBREW.match(left) and _HEBREW.match(right))
    if mark == ".":  # U.S., i.e.
        return alone and _spaced_letter(left) and _spaced_letter(right)
    if mark in _HYPHENS:  # mid-2030, A4-B, 20-year
        return all(char.isdigit() or _spaced_letter(char) for char in (left, right))
    return mark in _WITHIN_WORDS and _spaced_letter(left) and _spaced_letter(right)


def _elision(before: Sequence[str], farther: str, after: Sequence[str]) -> bool:
    """Return whether a separate word begins after the apostrophe before the edge."""
    if before[-1] not in _APOSTROPHES or not (_LATIN.match(farther) and _LATIN.match(after[0])):
        return False
    word = takewhile(lambda char: char.isalpha() or joins(char), after)
    letters = sum(not joins(char) for char in word)
    eliding = _ELIDING.search("".join(before[-_LONGEST_ELIDING - 1 : -1]))
    return letters >= (_ELIDED - 1 if eliding else _ELIDED)


def _signed(farther: str, near: str, right: str) -> bool:
    """Return whether a minus before the edge belongs to the number after it: no word is before the minus."""
    return right.isdigit() and near in _SIGNS and not (farther and (_word(farther) or farther in _SIGNS))
