"""Identifiers: what they look like, and which one was probably meant by what is none."""

from __future__ import annotations

import re
import unicodedata

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 80
RESERVED = "index"  # would be the address of the list that holds the page
# Letters that are no plain one with a mark, as people write them in addresses.
_PLAIN_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}  # noqa: RUF001 - a letter of its own
)
# Letters of other alphabets that nobody can tell from Latin ones.
_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅ\u03bf\u03bd", "aeopcyxijsdhabekmhopctyxijsov")  # noqa: RUF001 - that is what they are here for


def is_id(value: str) -> bool:
    """Say whether `value` is an identifier."""
    return re.fullmatch(ID_PATTERN, value) is not None and len(value) <= ID_LENGTH and value != RESERVED


def id_hint(value: str) -> str:
    """Say what identifiers look like, and which could be meant by `value`."""
    if value == RESERVED:
        return "This word names the lists of pages. Add another to it."
    better = better_id(value)
    other = looks_like(value, better)
    about = f"Identifiers are lower-case letters a–z and digits, joined by hyphens, at most {ID_LENGTH} characters"
    return f"{about}: {better}{'.' * bool(other)}{other}" if better else f"{about}."


def identifier(name: str) -> str:
    """Make an identifier of a name: its letters and digits in lower case, without their marks, joined by hyphens.

    It is empty where the letters of the name are not of the alphabet a–z: digits alone would not say what is meant.
    """
    parts = unicodedata.normalize("NFKD", name).casefold().translate(_PLAIN_LETTERS)
    plain = "".join(char for char in parts if char not in "'’" and not unicodedata.combining(char))
    made = "-".join(re.findall(r"[a-z0-9]+", plain))[:ID_LENGTH].strip("-")
    return made if re.search("[a-z]", made) or not any(map(str.isalpha, name)) else ""


def better_id(value: str) -> str:
    """Give the identifier that was probably meant by `value`, which may be a path; may be empty."""
    name = re.sub(r"\.(?:txt|ya?ml)$", "", value.rsplit("/", 1)[-1])
    latin = name.translate(_LOOK_ALIKES)
    # A word of another alphabet that happens to have only such letters was meant as it is.
    return identifier(latin if latin.isascii() and re.search("[A-Za-z]", name) else name)


def looks_like(word: str, near: str) -> str:
    """Name the letter of another script in `word` that looks like the one of `near`: nobody sees the difference."""
    if len(word) != len(near) or not near.isascii():
        return ""
    others = [(one, meant) for one, meant in zip(word, near, strict=True) if one.casefold() != meant]
    if not others or any(one.translate(_LOOK_ALIKES) != meant for one, meant in others):
        return ""
    letter = others[0][0]
    script = unicodedata.name(letter).split()[0].capitalize()
    return f" Its “{letter}” is a {script} letter that only looks Latin."
