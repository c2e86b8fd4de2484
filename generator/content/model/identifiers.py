"""Identifiers: check them, and make them from names."""

import re
import unicodedata

from generator.content.paths import DEVICES

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 80
INDEX = "index"  # the address of the list of pages
RESERVED = f"{INDEX}|{DEVICES}"
"""A pattern for names that no identifier can have."""
# Letters that Unicode does not decompose into a plain letter and an accent.
_PLAIN_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}  # noqa: RUF001 - the dotless i
)


def is_id(value: str) -> bool:
    """Return whether `value` is an identifier."""
    is_free = re.fullmatch(ID_PATTERN, value) is not None and not re.fullmatch(RESERVED, value)
    return is_free and len(value) <= ID_LENGTH


def id_hint(value: str) -> str:
    """Return a hint that says what identifiers look like, with an identifier made from `value` if that is possible."""
    if value == INDEX:
        return "This word names the lists of pages. Add another word to it."
    if re.fullmatch(DEVICES, value):
        return "Windows cannot store a file with this name. Add another word to it."
    rule = f"Identifiers are lower-case letters a–z and digits, joined by hyphens, at most {ID_LENGTH} characters"
    if other := next((char for char in value if char.isalpha() and not identifier(char)), ""):
        return f"{rule}. The letter “{other}” is not one of them, even if it looks like one."
    example = identifier(re.sub(r"\.(?:txt|ya?ml)$", "", value))
    return f"{rule}: {example}" if is_id(example) else f"{rule}."


def identifier(name: str) -> str:
    """Return an identifier made from a name: its letters and digits in lower case, without accents, joined by hyphens.

    Return "" if the name has letters, but none of the alphabet a–z: digits alone would not identify it.
    """
    parts = unicodedata.normalize("NFKD", name).casefold().translate(_PLAIN_LETTERS)
    plain = "".join(char for char in parts if char not in "'’" and not unicodedata.combining(char))
    made = "-".join(re.findall(r"[a-z0-9]+", plain))[:ID_LENGTH].strip("-")
    return made if re.search("[a-z]", made) or not any(map(str.isalpha, name)) else ""
