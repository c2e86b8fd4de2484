"""Quotation marks in editors' sentences, and the words inside them."""

import re
from collections.abc import Iterator

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|„([^„“”]+)[“”]|«\s*([^«»]+?)\s*»")


def quoted_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield all words in double quotation marks as (start, end, words); the span includes the marks.

    A comma or full stop before the closing mark does not belong to the words.
    """
    for match in _QUOTED.finditer(text):
        words = next(group for group in match.groups() if group is not None)
        yield match.start(), match.end(), words.rstrip(",.").strip()
