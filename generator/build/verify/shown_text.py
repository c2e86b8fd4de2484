"""How pages show stored text, to compare both."""

import re
import unicodedata

_BREAKS = "\t\n\v\f\r\x85\u2028\u2029"
_DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # they turn all text that follows


def shown(text: str) -> str:
    """Return stored text as pages show it: line breaks as spaces, invisible characters as a replacement sign."""
    return single_spaces(
        "".join(" " if char in _BREAKS else "\ufffd" if _is_hidden(char) else char for char in text)
    )


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs"} or char in _DIRECTIONS or char in "\ufffe\uffff"


def single_spaces(text: str) -> str:
    """Return `text` with each run of spaces as one space."""
    return re.sub("[ \t\n\r]+", " ", text)


def flat(text: str) -> str:
    """Return `text` with single spaces, and none at its ends."""
    return single_spaces(text).strip(" ")
