"""The text that the fonts of pictures can draw."""

import re
import unicodedata
from functools import lru_cache

from generator.escape import shown

# FiraGO has Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai, Georgian and common signs; DejaVu Sans Mono adds Armenian.
DRAWABLE = re.compile(
    r"[ -~\u00a0-\u02c1\u02c6-\u02d4\u0300-\u033f\u0370-\u03e1\u03f0-\u0479\u048a-\u055f\u0561-\u0587\u0591-\u05ea"
    r"\u060c\u061b\u061f-\u063a\u0640-\u0655\u0660-\u06d3\u06f0-\u06f9\u0901-\u0952\u0958-\u0970\u0e01-\u0e5b\u10d0-\u10ff"
    r"\u1e00-\u1e13\u1e18-\u1e4d\u1e50-\u1e63\u1e68-\u1e79\u1e7c-\u1e99\u1e9e-\u1ef9\u1f00-\u1fff\u2010-\u2023\u2026"
    r"\u2030-\u2037\u2039-\u203a\u203c-\u203f\u2044\u2070-\u208e\u20a0-\u20b5\u20b8-\u20ba\u20bd\u2116\u2122\u2153-\u215e"
    r"\u2190-\u2199\u2200-\u2213\u2248\u2260-\u2265\u25a0-\u25cf]"
)


def drawable(text: str) -> str:
    """Return `text` without the characters that no font has; empty if fewer than half of its letters remain.

    A character with a plainer form, such as “Ⅳ”, is drawn in that form.
    """
    text = unicodedata.normalize("NFC", shown(text))
    drawn = " ".join("".join(map(_drawable, text)).split())
    return drawn if 2 * _letters(drawn) >= _letters(text) else ""


@lru_cache(maxsize=4096)
def _drawable(character: str) -> str:
    if DRAWABLE.fullmatch(character):
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain if all(map(DRAWABLE.fullmatch, plain)) else ""


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
