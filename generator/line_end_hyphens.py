"""Words that a stored text divides at the end of a line: “nego-” and “tiations” are one word.

A compound that breaks at its own hyphen (“well-” and “known”) is one word too. A suspended hyphen is not part of a
divided word: in “Ein-” and “und Ausfahrt” a conjunction follows.
"""

import re
from collections.abc import Iterator

# What suspends its hyphen before a short conjunction: “pre- or post-war”, “in- en uitvoer”, “pré- et post-électoral”.
_SUSPENDED = frozenset([
    "ante", "anti", "bi", "co", "contra", "contre", "counter", "ex", "extra", "hyper", "in", "infra", "inter", "intra",
    "long", "macro", "mid", "micro", "mini", "mono", "multi", "non", "off", "on", "op", "out", "over", "para", "poly",
    "post", "pre", "pré", "pró", "pro", "pós", "semi", "short", "sub", "super", "supra", "sur", "trans", "two", "ultra",
    "under", "uit", "up", "voor", "до", "за", "по", "під", "після", "перед", "пред", "после", "пост",
])  # fmt: skip
# Conjunctions that follow a suspended hyphen. The second kind is also the last syllable of words (doct-or, plan-et).
_CONJUNCTION = re.compile(
    r"(?:and|und|oder|bis|sowie|bzw\.|beziehungsweise|eller|oraz|lub|albo|или|либо|або|και)(?=\s)",
    re.IGNORECASE,
)
_DOUBTFUL_CONJUNCTION = re.compile(
    r"(?:nor|or|to|et|ou|of|en|e|o|i|a|u|y|og|och|ja|tai|sekä|és|vagy|ve|veya|и|і|та|й|чи|ή)\s+(?P<next>\S+)",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"[^\W\d_]-[^\W\d_]")
_BREAK = re.compile(
    r"(?<=[^\W_])[-\u2010\u2011\u00ad\u00ac][^\S\n\r\x85\u2028\u2029]*(?P<ends>(?:(?:\r\n|[\n\r\x85\u2028\u2029])[^\S\n\r\x85\u2028\u2029]*)+)(?=[^\W_\u02b9-\u02cf\ua78b\ua78c])"
)  # modifier letters, which may be apostrophes, begin no word
_ONE_LINE_END = re.compile(r"(?:\r\n|[\n\r\x85\u2028\u2029])[^\S\n\r\x85\u2028\u2029]*")
_LAST_WORD = re.compile(r"[^\W_]+$")
_LONGEST = 30  # characters of the first part of a word
_REACH = 10  # characters from a hyphen to the rest of its word
_BREAKING_SIGN = re.compile("[-\u2010\u2011\u00ad\u00ac]")
_SIGNS = ("-", "\u2010", "\u2011", "\u00ad", "\u00ac")
_LINE_ENDS = ("\n", "\r", " \n", " \r")
_RARE_LINE_ENDS = ("\x85", "\u2028", "\u2029", "\t")


def line_end_hyphens(text: str) -> list[tuple[int, int]]:
    """Return each hyphen that divides a word at the end of a line, as the span from the hyphen to the rest of the word."""
    signs = [sign for sign in _SIGNS if sign in text]
    if not any(sign + end in text for sign in signs for end in _LINE_ENDS) and not (
        signs and any(end in text for end in _RARE_LINE_ENDS)
    ):
        return []
    return list(_divisions(text, 0, len(text)))


def is_in_divided_word(text: str, at: int) -> bool:
    """Return whether `at` is inside a word that a line end divides, or at one of the ends of the hyphen or the line end."""
    low, high = max(0, at - _REACH), at + _REACH
    return _BREAKING_SIGN.search(text, low, high) is not None and any(
        start <= at <= end for start, end in _divisions(text, low, high)
    )


def _divisions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _BREAK.finditer(text, start, end):
        # An empty line ends a paragraph, unless a word continues behind it in lower case, as on the next page.
        continues = _ONE_LINE_END.fullmatch(match["ends"]) or text[match.end()].islower()
        if continues and not _is_suspended(text, match.start(), match.end()):
            yield match.span()


def is_conjunction(text: str, at: int, first: str) -> bool:
    """Return whether a conjunction is at `at`, after the hyphen of `first`: “pre- and post-war”."""
    if _CONJUNCTION.match(text, at):
        return True
    doubtful = _DOUBTFUL_CONJUNCTION.match(text, at)
    return doubtful is not None and (
        first.lower() in _SUSPENDED or _COMPOUND.search(doubtful["next"]) is not None
    )


def _is_suspended(text: str, hyphen: int, rest: int) -> bool:
    first = _LAST_WORD.search(text, max(0, hyphen - _LONGEST), hyphen)
    return is_conjunction(text, rest, first[0] if first else "")
