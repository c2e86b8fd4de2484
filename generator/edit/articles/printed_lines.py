"""Printed lines become paragraphs: lines that a page cuts at its width are joined, and so are words parted at their ends.

A hyphen at the end of a line is a sign of the printer in “nego-/tiations”, and part of the word in “cease-/fire”. The words
of the whole text decide. Where they don't, the parts do: a compound has two parts that are words. What stays uncertain keeps
its hyphen. Editors review every word that was parted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.content.paragraphs import paragraphs
from generator.line_end_hyphens import is_conjunction

_HYPHENS = "-\u2010\u2011"
_SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(rf"[^\W_]+(?:[{_HYPHENS}'’][^\W_]+)*")
_PARTED = re.compile(
    rf"(?P<first>[^\W_]+(?:[{_HYPHENS}'’][^\W_]+)*)(?P<sign>[{_HYPHENS}{_SOFT_HYPHEN}¬])\s*$"
)
_REST = re.compile(rf"[^\W_]+(?:[{_HYPHENS}'’][^\W_]+)*")
_LAST_PART = re.compile(r"[^\W_]+$")
_SENTENCE_END = re.compile("[.!?:;…。！？؟][\"'’”“»«)\\]›‹]*[\\d¹²³⁰-⁹]*$")
_SHARED_STEM = 2  # letters behind the hyphen that another word has as well
_SHORTEST_STEM = 5
_LONGEST = 60  # characters of a word: longer ones are not looked at as a whole
_CONNECTED = re.compile(r"\w[–—/]$")
_SHORTEST_WORD = 3
# First and last parts of compounds that English, French and German print with a hyphen.
_FIRST_PARTS_LIST = """
anti arrière après avant best brand cease cross demi early eighteen eighty extrême fact fast fifty five
flag forty four free front full grand half hand hard haut head high hors joint key large last left long
low mid mieux multi near new nine ninety non nord nouveau one part past peace petit post power quasi quid
ready right sans second self semi seven seventy short single sixty small soft special start state sud tax
third thirty three trade twenty two ultra vice vis water well west wide wild work world year zero
"""
_LAST_PARTS_LIST = """
aged backed based border born bound building called chief class controlled day dependent driven elect
faced fire fold free friendly funded general held hour income keeping kilometre known lasting level like
made making mile minded minister minute month off old owned page paragraph party point president range
ready related right running saving scale seeking sharing sized speaking specific sponsored standing strong
style supported term thirds time trade treaty week wide wing year years être elle elles nous vous même
mêmes leur
"""
_LONG_PART = 5
# Ends of words that follow a part as well: “state-/ment”, “work-/ing”, “set-/tle”.
_SUFFIXES = re.compile(
    "(?:[bcdfgklmnprstvz]?(?:ings?|ed|ers?|est|ly|tle[ds]?|tling)|ments?|ness|ships?|less|ful(?:ly)?|ab(?:le|ly|ility)|a?tions?|ical|"
    "ally|i[sz](?:e|ed|ing|ation)|land|lands|is[mt]s?|it(?:y|ies)|al|ance|ence|ant|ent|ious|ive|ung|ungen|lich|liche[nrs]?|keit|heit|"
    "schaft|ig|ige[nrs]?|isch|ische[nrs]?|eur|euse|eux|ement|.{1,2})$"
)
# Everyday words that are hyphenated between two words.
_CLOSED_LIST = """
afternoon altogether anybody anyone anything anywhere background become becoming before beforehand behind
breakdown breakthrough cannot counterpart deadline elsewhere everybody everyone everything everywhere
feedback forever framework furthermore government guideline guidelines highlight highlighted highlighting highlights highway highways
handbook headline headquarters
herself himself however inside instead into itself landmark leadership meanwhile moreover myself network
nevertheless nobody nothing nowhere offset often ongoing onto otherwise ourselves outbreak outcome
outcomes outline output outside outstanding overall overcome overview ownership partnership percent
percentage policymakers relationship setback shortage sometimes somewhere statement stakeholders
themselves therefore throughout today together tomorrow tonight undergo undermine understand understanding
undertake upcoming update upon warfare weapons weekend whatever whenever whereas wherever whether
widespread within without workshop worldwide yesterday yourself
"""
_FIRST_PARTS = frozenset(_FIRST_PARTS_LIST.split())
_LAST_PARTS = frozenset(_LAST_PARTS_LIST.split())
_CLOSED = frozenset(_CLOSED_LIST.split())


class JoinedLines(NamedTuple):
    """Printed lines as paragraphs, and the words that were parted between two lines, as they now stand in the text."""

    paragraphs: tuple[str, ...]
    joined_words: tuple[str, ...]


class Vocabulary:
    """The words of a text that decide whether a hyphen at the end of a line belongs to its word."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Count the words that stand whole inside the lines: not the parts beside a hyphen at the end of a line."""
        self._counts: Counter[str] = Counter()
        self._stems: set[str] = set()
        after_hyphen = False
        for line in lines:
            words = _WORD.findall(line)
            parted = _PARTED.search(line) is not None
            self._counts.update(map(_plain, words[int(after_hyphen) : len(words) - int(parted)]))
            after_hyphen = parted
        for word in self._counts:
            self._stems.update(
                word[:length] for length in range(_SHORTEST_STEM, min(len(word), _LONGEST) + 1)
            )

    def hyphen_stays(self, first: str, rest: str) -> bool:
        """Return whether the word of which a line ends with `first` and a hyphen, and the next begins with `rest`, keeps it."""
        last = _LAST_PART.search(first)
        before = last[0] if last else first
        hyphenated, joined = _plain(f"{first}-{rest}"), _plain(first + rest)
        if self._counts[hyphenated] or self._counts[joined]:
            return self._counts[hyphenated] >= self._counts[joined]
        if before[-1].isdigit() or rest[0].isdigit() or (rest[0].isupper() and not before.isupper()):
            return True
        if joined in _CLOSED or _plain(first + rest[:_SHARED_STEM]) in self._stems:
            return False
        if before.isupper() and len(before) > 1 and not rest.isupper():
            return True
        if before.lower() in _FIRST_PARTS and not _SUFFIXES.match(rest):
            return True
        if rest.lower() in _LAST_PARTS and (len(rest) >= _LONG_PART or self._is_word(before)):
            return True
        return self._is_word(before) and self._is_word(rest)

    def _is_word(self, part: str) -> bool:
        return len(part) >= _SHORTEST_WORD and self._counts[_plain(part)] > 0


def join_lines(lines: Sequence[str], vocabulary: Vocabulary) -> tuple[str, list[str]]:
    """Return the lines of one paragraph as a string with single spaces, and the words that were parted, as they now stand."""
    parts: list[str] = []
    words = []
    for line in filter(None, map(_single_spaced, lines)):
        if not parts:
            parts.append(line)
            continue
        parts[-1:], word = _joined(parts[-1], line, vocabulary)
        words += [word] if word else []
    return "".join(parts), words


def join_two(text: str, line: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return a text with a line behind it, and the word that was parted between them, or an empty string."""
    if not text or not line:
        return text or line, ""
    parts, word = _joined(text, line, vocabulary)
    return "".join(parts), word


def _joined(text: str, line: str, vocabulary: Vocabulary) -> tuple[tuple[str, str], str]:
    """Return a text and a line as two parts that make one string, and the word that was parted between them."""
    start = max(0, len(text) - _LONGEST)
    parted, rest = _PARTED.search(text, start), _REST.match(line, 0, _LONGEST)
    if parted is None or rest is None:
        # A dash or a slash without a space before it connects what is beside it: “2024–/2025”, “and/or”.
        connects = _CONNECTED.search(text, start) is not None and line[0].isalnum()
        return (text, line if connects else f" {line}"), ""
    first, sign = parted["first"], parted["sign"]
    if sign in _HYPHENS and is_conjunction(line, 0, first.rpartition("-")[2]):
        return (text, f" {line}"), ""
    stays = sign in _HYPHENS and vocabulary.hyphen_stays(first, rest[0])
    kept_sign = sign if stays else ""
    return (f"{text[: parted.start('sign')]}{kept_sign}", line), f"{first}{kept_sign}{rest[0]}"


def join_printed_lines(lines: Iterable[str]) -> JoinedLines:
    """Return the paragraphs of a text that was copied with its printed lines, as from a PDF file.

    Lines without a blank line between them are one paragraph if the text is cut at a width; otherwise each line is one.
    """
    printed = [line.rstrip() for line in lines]
    text = "\n".join(printed)
    vocabulary = Vocabulary(line for line in printed if line)
    joined: list[str] = []
    words: list[str] = []
    for paragraph in paragraphs(text):
        block, parted = join_lines(text[paragraph.start : paragraph.end].split("\n"), vocabulary)
        words += parted
        if joined and _runs_on(joined[-1], block):
            joined[-1], word = join_two(joined[-1], block, vocabulary)
            words += [word] if word else []
        else:
            joined.append(block)
    return JoinedLines(tuple(joined), tuple(dict.fromkeys(words)))


def ends_sentence(text: str) -> bool:
    """Return whether a text ends with the end of a sentence, perhaps in quotation marks or before the number of a note."""
    return _SENTENCE_END.search(text) is not None


def _runs_on(text: str, after: str) -> bool:
    """Return whether a word that a page end parts goes on in the next paragraph."""
    return _PARTED.search(text) is not None and after[0].islower() and not is_conjunction(after, 0, "")


def _single_spaced(line: str) -> str:
    return " ".join(line.split())


def _plain(word: str) -> str:
    """Return a word as it is counted: in lower case, with one kind of hyphen."""
    return re.sub(f"[{_HYPHENS}]", "-", word).lower()
