"""Words typed anew by an editor's keyboard: the same words in other typography."""

import random

# Each way: what stands in the source, and what the editor's keyboard makes of it.
_WAYS = (
    ("’", "'"),
    ("'", "’"),
    ("“", '"'),
    ("…", "..."),
    ("...", "…"),
    (" – ", " - "),
    (" — ", " – "),
    ("—", "–"),
    (" - ", " — "),
    ("\u00a0", " "),
)
_ODD_SPACES = 0.3  # of the words that have other typography to type too
_SPACES = ("\u00a0", "  ", "\u2009", " \u200b")


def retyped(chance: random.Random, words: str) -> str:
    """Return `words` in other typography than they are in: always different, and always the same words."""
    typed = words
    for theirs, mine in _WAYS:
        if theirs in words:
            typed = typed.replace(theirs, mine)
    if typed == words or chance.random() < _ODD_SPACES:
        at = chance.choice([at for at, char in enumerate(typed) if char == " "])
        typed = typed[:at] + chance.choice(_SPACES) + typed[at + 1 :]
    return typed
