"""The words of a text as the search compares them; `assets/query-words.js` does the same to the words that a reader types.

Capital letters, accents, ligatures, full-width forms, soft hyphens and characters without width make no difference. Nothing
depends on a language: there are no stems and no words that are left out, so every word that stands in a text can be found.
"""

# ruff: noqa: RUF001 - letters that look alike are what is replaced

import re
import sys
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

LONGEST = 64  # characters of a word that count

# Removed: characters without width, and the marks above and below letters of the scripts that can be written without them.
_REMOVED = (
    (0xAD, 0xAD), (0x300, 0x36F), (0x483, 0x487), (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5),
    (0x5C7, 0x5C7), (0x610, 0x61A), (0x61C, 0x61C), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC),
    (0x6DF, 0x6E4), (0x6E7, 0x6E8), (0x6EA, 0x6ED), (0x180B, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
)  # fmt: skip
_REPLACED = dict(zip(
    "ßæœøłđðþıςىیکةٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹‐⁄’‘ʼʻ′׳״",
    ["ss", "ae", "oe", "o", "l", "d", "d", "th", "i", "σ", "ي", "ي", "ك", "ه", "ا", *"01234567890123456789", "-", "/", *"'''''''"],
    strict=True,
))  # fmt: skip
_TABLE = str.maketrans(
    _REPLACED | {chr(code): "" for first, last in _REMOVED for code in range(first, last + 1)}
)

# Scripts in which words have no spaces between them, or have endings of their own: each pair of characters is indexed.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3130-\u318f"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_NUMBER = r"[0-9]{1,3}(?:[ ,.'][0-9]{3})+(?![0-9])"  # with marks between the thousands
_IS_NUMBER = re.compile(rf"[#§$€£¥]? ?{_NUMBER} ?[%‰°€$£¥+#]*")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_SIGNS_AROUND = "#§$€£¥+%‰°"
# Spaces that nothing is read over: not those after digits, signs and hyphens, as in "1 500 000" and "$ 7".
_BETWEEN = re.compile(
    r"""(?<=[A-Za-z\u00c0-\u024f\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u063f\u0641-\u064a.,;:!?)\]"'“”‘’«»…])\s+"""
)


def fold(text: str) -> str:
    """Return a text with its letters and signs as they are compared."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text).lower().translate(_TABLE))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a piece of a text and of its parts. They are slow to compile, and an unchanged site needs none."""
    marks = "".join(
        char for char in map(chr, range(sys.maxunicode // 16)) if unicodedata.category(char)[0] == "M"
    )
    letters = f"(?:[^\\W_{_UNSPACED}]|(?![{_UNSPACED}])[{marks}])+"
    chunk = (
        f"[{_UNSPACED}]+"
        rf"|(?:[#§$€£¥](?: (?=[0-9]))?)?(?:{_NUMBER}(?!{letters})|{letters}(?:(?:[-'.,&@:/_+]|- ){letters})*)"
        r"(?:\+\+?|#|(?<=[0-9]) ?[%‰°€$£¥](?![0-9]))?"
    )
    return re.compile(chunk), re.compile(letters)


def words(texts: Iterable[str]) -> set[str]:
    """Return the words by which texts are found."""
    pieces = {piece for text in texts for piece in _BETWEEN.split(text)}
    # Long ones rarely come again: texts without spaces.
    return set().union(
        *(_of_piece(piece) if len(piece) < LONGEST else _of_piece.__wrapped__(piece) for piece in pieces)
    )


@lru_cache(maxsize=1 << 15)
def _of_piece(piece: str) -> tuple[str, ...]:
    """Return the words of a piece of a text, which is mostly one word."""
    pattern, _ = _patterns()
    return tuple({word: None for chunk in pattern.findall(fold(piece)) for word in _forms(chunk)})


def _forms(chunk: str) -> tuple[str, ...]:
    """Return the words for a folded piece of a text: with its signs, without them, in one and in its parts."""
    if _IS_UNSPACED.match(chunk):
        return (*chunk, *(chunk[at : at + 2] for at in range(len(chunk) - 1)))
    _, pattern = _patterns()
    parts = pattern.findall(chunk)
    whole = re.sub(r"[-' .,]" if _IS_NUMBER.fullmatch(chunk) else r"[-' ]", "", chunk)
    return tuple(word[:LONGEST] for word in (whole, whole.strip(_SIGNS_AROUND), "".join(parts), *parts))
