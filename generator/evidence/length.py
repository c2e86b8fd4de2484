"""How many letters or digits words need to be evidence anywhere, not only as a complete quotation."""

import re

from generator.word_boundaries import is_unspaced

SHORTEST = 3  # letters or digits in a segment
_SHORTEST_SYLLABLES = 2  # letters that are syllables or words: Han, kana, Hangul
_LONG_ENOUGH = re.compile(rf"(?:[^\W_][\W_]*){{{SHORTEST}}}")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7ff]")


def is_long_enough(segment: str) -> bool:
    """Return whether `segment` has enough letters or digits to be evidence anywhere, not only as a complete quotation."""
    return _LONG_ENOUGH.search(segment) is not None or (
        sum(map(str.isalnum, segment)) >= fewest_letters(segment)
    )


def fewest_letters(segment: str) -> int:
    """Return how many letters or digits `segment` needs: fewer if all are syllables or words."""
    letters = filter(str.isalnum, segment)
    return (
        _SHORTEST_SYLLABLES if all(is_unspaced(char) or _HANGUL.match(char) for char in letters) else SHORTEST
    )
