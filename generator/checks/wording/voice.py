"""What of a sentence is in the editors' own voice: all but words in quotation marks, and addresses of links."""

from __future__ import annotations

import re

from generator.speech.editor_quotes import quotations

_SINGLE = re.compile(r"(?<!\w)‘[^‘\n]*?’(?!\w)|(?<!\w)'[^'\n]*?'(?!\w)|‚[^‚‘\n]*‘|‹[^‹›\n]*›|「[^「」]*」")
_ADDRESS = re.compile(r"(?<=\]\()[^)]*|https?://\S+")
_NOTHING = "\0"  # is in no text, and in no word


def own_voice(text: str) -> str:
    """Give `text` with all that is not in the editors' own voice made unreadable; every place stays what it was."""
    spans = [(start, end) for start, end, _ in quotations(text)]
    spans += [match.span() for pattern in (_SINGLE, _ADDRESS) for match in pattern.finditer(text)]
    for start, end in spans:
        text = f"{text[:start]}{_NOTHING * (end - start)}{text[end:]}"
    return text
