"""How pages show stored text, to compare both."""

import re

_SPACES = re.compile("[ \t\n\v\f\r\x85\u2028\u2029]+")
# Control characters, halves of surrogate pairs, what turns the direction of all text that follows, and no characters.
_HIDDEN = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_PAGE_SPACES = re.compile("[ \t\n\r]+")


def shown(text: str) -> str:
    """Return stored text as pages show it: line breaks as spaces, invisible characters as a replacement sign."""
    if text.isprintable() and "  " not in text:  # most passages: nothing to replace
        return text
    return _HIDDEN.sub("\ufffd", _SPACES.sub(" ", text))


def single_spaces(text: str) -> str:
    """Return `text` with each run of spaces as one space."""
    if "  " in text or "\n" in text or "\t" in text or "\r" in text:
        return _PAGE_SPACES.sub(" ", text)
    return text


def flat(text: str) -> str:
    """Return `text` with single spaces, and none at its ends."""
    return single_spaces(text).strip(" ")
