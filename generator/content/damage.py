"""Damage in a stored text: characters read in a wrong encoding, tags and entities of HTML, markers of a merge conflict."""

import html.entities
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Damage(NamedTuple):
    """Damage of a text: what it is, in words, and the span of an example."""

    problem: str
    start: int
    end: int


_ENCODING = "characters that were read in a wrong encoding"
# Two or more characters, or one that is no character. To search for one and then look further is four times as fast.
_NOT_ASCII = re.compile("[^\x00-\x7f](?:[^\x00-\x7f]+|(?<=[\x80-\x84\x86-\x9f\ufffd]))")
_NO_CHARACTER = re.compile("[\x80-\x84\x86-\x9f\ufffd]")
_PUNCTUATION = re.compile("[\u2010-\u203a\u20ac\u2122\u2190-\u2193\u2212]")
_SYMBOL = re.compile("[\u00a0-\u00bf]")
_CONFLICT = re.compile(r"^(?:<{7} \S|>{7} \S|\|{7} \S).*$", re.MULTILINE)
_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|blockquote|body|br|center|cite|code|div|em|figcaption|figure|font|footer|form|h[1-6]|head|"
    r"header|hr|html|i|iframe|img|input|li|link|main|meta|nav|ol|p|pre|q|s|script|section|small|span|strong|style|sub|sup|svg|"
    r"table|tbody|td|th|thead|title|tr|u|ul|video)"
    r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"']+))*\s*/?>|<!--|<!DOCTYPE\b",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_SHORT_ENTITIES = frozenset([
    "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&nbsp;", "&shy;", "&deg;", "&uml;", "&eth;", "&yen;", "&reg;",
])  # fmt: skip
_SHORTEST_ENTITY = 6  # characters: shorter names could be meant (R&D;)
# UTF-8 read in these is recognised by reading it again.
_ENCODINGS = ("cp1252", "latin-1", "cp1250", "cp1251", "cp1253", "cp1254", "mac_roman", "cp437", "cp850")
# What such text should be: letters of the scripts of Europe and the Near East, quotation marks and dashes, currency signs.
_LATIN = re.compile(
    "[\u00a0-\u00ff\u0104-\u0107\u010c-\u0111\u0118-\u011b\u011e\u011f\u0130\u0131\u0139-\u0144\u0147\u0148\u0150-\u0153\u0158-\u015b"
    "\u015e-\u0161\u0164\u0165\u016e-\u0171\u0178-\u017e\u0218-\u021b\u1ea0-\u1ef9\u2010-\u203a\u20ac\u2116\u2122\u2190-\u2193\u2212"
    "\ufeff\ufffd]"
)
_OTHER = re.compile(
    "[\u0386-\u03ce\u0400-\u045f\u0490\u0491\u05d0-\u05f4\u060c-\u064a\u0660-\u06d4\u0904-\u0965\u0e01-\u0e5b\u3001-\u30ff"
    "\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff1f]"
)
# Quoted-printable text of e-mails, and escapes inside words.
_CODES = re.compile(
    r"(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F])+)|(?<=\s)=3D(?=\s)|(?<=[^\W\d_])\\u(?:20|00)[0-9a-f]{2}(?=[^\W\d_])|(?:\\x[c-f][0-9a-f](?:\\x[89ab][0-9a-f])+)"
)
_FORMATTING = frozenset("abiqsu")  # tags of a letter: only where they are closed; a<b>c may be a formula
_APOSTROPHE_OF_MAC = re.compile(r"(?<=[a-z])Õ(?=(?:s|t|d|m|re|ve|ll)\b)")
_CERTAIN = re.compile("â€|â‚¬|ï»¿|ï¿½|ðŸ|вЂ|Ã¢â|‚Ä[ôúùìîòÆ¶]|ÔÇ|锟斤拷|ï¼|ã€")
_FEWEST_OTHER = 2  # letters of a script that is not Latin


@lru_cache(maxsize=1024)
def first_damage(text: str) -> Damage | None:
    """Return the first damage of `text`; None if it has none."""
    return min(_damages(text), key=lambda damage: damage.start, default=None)


def _damages(text: str) -> Iterator[Damage]:
    """Yield the first damage of each kind."""
    if not text.isascii():
        yield from (Damage(_ENCODING, *span) for span in _wrong_encoding(text))
    if "<" in text:
        yield from (Damage("tags of HTML", *span) for span in _tags(text))
    if ("=" in text or "\\" in text) and (code := _CODES.search(text)):
        yield Damage("codes in place of characters", *code.span())
    if "&" in text:
        yield from (Damage("entities of HTML", *span) for span in _entities(text))
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (marker := _CONFLICT.search(text)):
        yield Damage("markers of a merge conflict", *marker.span())


def _tags(text: str) -> Iterator[tuple[int, int]]:
    for match in _TAG.finditer(text):
        name = match[0].strip("</> ").lower()
        if name not in _FORMATTING or f"</{name}>" in text.lower():
            yield match.span()
            return


def _entities(text: str) -> Iterator[tuple[int, int]]:
    for match in _ENTITY.finditer(text):
        name = match[0]
        known = name[1] == "#" or name.lower() in _SHORT_ENTITIES
        if known or (len(name) >= _SHORTEST_ENTITY and name[1:] in html.entities.html5):
            yield match.span()
            return


def _wrong_encoding(text: str) -> Iterator[tuple[int, int]]:
    if "Õ" in text and (apostrophe := _APOSTROPHE_OF_MAC.search(text)):
        yield apostrophe.span()
    for match in _NOT_ASCII.finditer(text):
        if _NO_CHARACTER.search(match[0]) or _CERTAIN.search(match[0]) or _is_misread(text, *match.span()):
            yield match.span()
            return


def _is_misread(text: str, start: int, end: int) -> bool:
    """Return whether the characters from `start` to `end`, none of them ASCII, are UTF-8 that was read in another encoding."""
    run = text[start:end]
    for encoding in _ENCODINGS:
        try:
            original = run.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if _PUNCTUATION.fullmatch(original) or (
            _SYMBOL.fullmatch(original) and not text[start - 1 : start].isalpha()
        ):
            return True
        if any(map(_LATIN.match, original)):
            return len(original) > 1 or _is_inside_word(text, start, end)
        return len(original) >= _FEWEST_OTHER and all(map(_OTHER.match, original))
    return False


def _is_inside_word(text: str, start: int, end: int) -> bool:
    """Return whether a run is inside a word as no true character is: a capital after a small letter, a sign before one.

    In “NÃO”, ”BLÅ” and «está»… it is not.
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isupper():
        return after.islower() and _SYMBOL.fullmatch(text[end - 1]) is not None  # SÃ£o, not NÃO
    return after.islower() or (before.islower() and not text[start].islower())
