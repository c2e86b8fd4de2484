"""Write rare quotation marks as the usual ones, so that all rules for marks know them: ｢so｣, ❝so❞, <<so>>, ″so″."""

import re

_CODE = re.compile(r"```[^`]+```|``[^`'\s]+``|(?<!`)`[^`\n]+`(?!`)|(?<=\]\()[^)\n]*|https?://[^\s\"“”„«»]+")
"""Inline code and URLs, whose marks are no quotation marks."""
_SAME = str.maketrans("❝❞❛❜｢｣״＇", "“”‘’「」\"'")
# Accents and primes where they can only be marks: before a word, or between a word and no other. Not in ``so''.
_OPENING_SINGLE, _CLOSING_SINGLE = re.compile(r"(?<![\w`])[`´′](?=\w)"), re.compile(r"(?<=[^\W\d])[´′](?!\w)")
_PRIMES = re.compile(r"(?<!\w)″(?=\w)([^″\n]*)″")
_DOUBLED_ANGLES = re.compile(r"<<(?=\S)([^<>\n]+)>>")


def with_usual_marks(text: str) -> str:
    """Return `text` with rare marks as usual ones, and letters in place of code and URLs. All offsets stay."""
    text = _CODE.sub(lambda match: "x" * len(match.group()), text).translate(_SAME)
    if any(mark in text for mark in "`´′″<"):
        text = _OPENING_SINGLE.sub("‘", text)
        text = _CLOSING_SINGLE.sub("’", text)
        text = _PRIMES.sub(r"“\1”", text)
        text = _DOUBLED_ANGLES.sub("\u2060«\\1»\u2060", text)
    return text
