"""The words, names and quotations of a paragraph as tokens, each with a letter for its kind.

| kind | meaning |
|---|---|
| `q` | a quotation |
| `N` `O` `P` | a name; a name that owns something (“Holm’s”); a pronoun (he, she) |
| `V` `U` `K` | a reporting verb; one with the person spoken to (told); one that cites somebody else (quoted) |
| `G` `S` | “according to”; the German “so” |
| `L` `E` `X` | an adverb or auxiliary verb; an auxiliary of the passive; not, never, would |
| `r` `a` `t` | an office or a word for a person; a person who belongs to another (spokesman); a time or number |
| `d` `p` `B` `c` `h` `k` | the, his; of, with; by; and; that; but, who |
| `,` `:` `;` `-` | these marks |
| `.` `?` | the end of a sentence; a place where it may end, after a quotation |
| `w` | any other word |
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.evidence import Span
from generator.speech.name import Name
from generator.speech.titles import is_role, is_title
from generator.speech.words import LanguageWords, words_of

_WORD = re.compile(
    r"(?P<skipped>-t-(?=(?:ils?|elles?|on)\b)|\bs[’']est\b|(?<=\w)[’']s\b)|(?P<elided>(?:[cdjlmnst]|qu|dell|all|nell|sull|dall|un)[’'](?=\w|\Z))"
    r"|(?P<word>\w+(?:(?:[’'.]|-(?!(?:t-)?(?:ils?|elles?|on|je)\b))\w+)*)"
    r"|(?P<label>\n\s*(?=(?:[^\W\d_][\w.’'-]*\s?){1,5}(?:\([^)]*\))?:\s))"
    r"|(?P<dash>(?<!\w)[–—―-]+(?!\w)|[—―])|(?P<mark>[,،，:：;；])|(?P<stop>[.!?。！？؟]+)",
    re.IGNORECASE,
)
_MAY_BE_NOUNS = frozenset("VUKp")  # the kinds of words that others before them make a noun
_OF_STATE = re.compile(r"of (?:state|staff)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_MARKS = {"،": ",", "，": ",", "：": ":", "；": ";"}
_BEFORE_DASH = re.compile(r"\s*[—–]\s")
_SPACED_STOP = re.compile(r"[\"'’”»)\]]*(?:\s|$)")
_SENTENCE_ENDS = ".!?。！？…؟"


class Token(NamedTuple):
    """A word, name, quotation or mark: its kind, and where it is in the text."""

    kind: str
    start: int
    end: int
    name: Name | None = None


def tokens(
    text: str, span: Span, names: Sequence[Name], quotations: Sequence[Span], words: LanguageWords
) -> list[Token]:
    """Return the tokens of the paragraph at `span`, with its names and the outer spans of its quotations.

    Words in brackets and words in quotation marks are left out.
    """
    brackets = [Token("", *match.span()) for match in _BRACKETS.finditer(text, span.start, span.end)]
    starts = [outer.start for outer in quotations]
    pieces = [Token("q", *quotation) for quotation in quotations]
    pieces += brackets
    pieces += [Token("O" if name.owns else "N", *name.span, name) for name in names if name.is_certain]
    # A quotation is a token of its own, also if it begins in brackets or in a name: Movement “New Dawn”.
    pieces = [
        piece
        for piece in pieces
        if piece.kind == "q" or bisect_left(starts, piece.start) == bisect_left(starts, piece.end)
    ]
    found: list[Token] = []
    at = span.start
    for piece in [*sorted(pieces, key=lambda token: token.start), Token("", span.end, span.end)]:
        if piece.start < at:  # inside a quotation or brackets
            continue
        found.extend(_gap(text, at, piece.start, words))
        at = piece.end
        if piece.kind:
            found.append(piece)
        if piece.kind == "q" and (end := _end_after_quotation(text, piece, span.end, words)):
            found.append(Token(end, piece.end, piece.end))
    return [
        _as_noun(text, found, index, words) if token.kind in _MAY_BE_NOUNS else token
        for index, token in enumerate(found)
    ]


def _end_after_quotation(text: str, quotation: Token, end: int, words: LanguageWords) -> str:
    """Return “.” if a sentence ends with the quotation, “?” if it may, else nothing."""
    inside = text[quotation.start : quotation.end].rstrip("\"'’”»“«›‹」』 \u00a0\u202f")
    rest = text[quotation.end : end].lstrip()
    if (
        not inside
        or inside[-1] not in _SENTENCE_ENDS
        or not rest
        or not (rest[0].isalpha() or rest[0] in '“«„"‘')
    ):
        return ""
    if rest[0].islower() or rest[0] == "と":
        return ""
    has_case = rest[0].isupper() or not rest[0].isalpha()
    return "." if inside[-1] == "." and has_case and words.spaces else "?"


def _gap(text: str, start: int, end: int, words: LanguageWords) -> Iterator[Token]:
    """Yield the tokens of a piece of text without names and quotations."""
    if not words.spaces:
        yield from _unspaced_gap(text, start, end, words)
        return
    at = start
    for match in _WORD.finditer(text, start, end):
        if match.start() < at:  # inside a phrase
            continue
        is_word = match.lastgroup in ("word", "elided")
        if is_word and (phrase := words.according_to.match(text, match.start(), end + 1)):
            at = phrase.end()
            yield Token("G", match.start(), at)
        elif kind := _kind(match.group(), words) if is_word else _mark(text, match):
            yield Token(kind, *match.span())


def _mark(text: str, match: re.Match[str]) -> str:
    """Return the kind of a mark: a comma, the end of a sentence, a dash; nothing if it says nothing."""
    after = text[match.end() : match.end() + 1]
    if match["stop"]:
        is_inside = _BEFORE_DASH.match(text, match.end())  # «Нет, — сказал Холм. — Никогда»
        return "," if is_inside else "." if _is_stop(text, match) else ""
    if match["mark"]:
        is_time = match.group() == ":" and after.isdigit() and text[match.start() - 1].isdigit()
        return "" if is_time else _MARKS.get(match.group(), match.group())
    return "." if match["label"] else "-" if match["dash"] else ""


def _unspaced_gap(text: str, start: int, end: int, words: LanguageWords) -> Iterator[Token]:
    """Yield the tokens of a piece of text in a script without spaces: known words, marks, and what is between them."""
    at = start
    pattern = re.compile(
        "|".join(map(re.escape, sorted(words.kinds, key=len, reverse=True))) + "|[,，、:：;；。！？.!?—]"
    )
    for match in pattern.finditer(text, start, end):
        if text[at : match.start()].strip():
            yield Token("w", at, match.start())
        at = match.end()
        mark = _MARKS.get(match.group(), match.group())
        mark = "," if mark == "、" else "-" if mark == "—" else "." if mark in _SENTENCE_ENDS else mark
        yield Token(words.kinds.get(match.group(), mark), *match.span())
    if text[at:end].strip():
        yield Token("w", at, end)


@lru_cache(maxsize=1 << 14)
def _kind(word: str, words: LanguageWords) -> str:
    lower = word.lower().replace("'", "’")
    if kind := words.kinds.get(word.lower()) or words.kinds.get(lower):
        return kind
    if words.code == "de" and lower == "so":
        return "S"
    if lower.startswith(words.article):
        return "r"  # a definite noun before a name is a title
    if lower[0].isdigit() or lower in words_of("times"):
        return "t"
    if words.code == "en" and lower.endswith("n’t"):
        return "X"
    if words.code == "en" and lower.endswith("ly"):
        return "L"
    if lower in words_of("aides"):
        return "a"
    return (
        "r"
        if is_role(lower) or any(is_role(part) for part in (*lower.split("-")[:1], *lower.split("-")[-1:]))
        else "w"
    )


def _is_stop(text: str, match: re.Match[str]) -> bool:
    """Return whether a sentence ends at a full stop: not after an abbreviation or an initial."""
    if match.group()[0] in "。！？":
        return True
    if not _SPACED_STOP.match(text, match.end()):
        return False
    after = text[match.end() :].lstrip("\"'’”»)] \n\u00a0")[:1]
    word = re.search(r"[^\W_]*$", text[max(0, match.start() - 12) : match.start()])
    before = word.group() if word else ""
    is_short = (
        (len(before) == 1 and before.isupper())
        or is_title(before)
        or before.lower() in words_of("abbreviations")
    )
    return not after.islower() and not (match.group() == "." and before and is_short)


def _as_noun(text: str, found: Sequence[Token], index: int, words: LanguageWords) -> Token:
    """Return the token at `index`; a verb as the noun that it is after an article, owner or preposition: in his remarks."""
    token = found[index]
    before = found[index - 1].kind if index else ""
    is_plural = words.code == "en" and before == "p" and text[token.start : token.end].endswith("s")
    if before == "r" and token.kind == "p" and _OF_STATE.match(text, token.start):
        return token._replace(kind="r")  # Secretary of State Ada Holm
    is_noun = token.kind in ("V", "U", "K") and (before in ("d", "O") or is_plural)
    return token._replace(kind="w") if is_noun else token
