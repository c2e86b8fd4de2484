"""Words that a stored text divides at the end of a line: “nego-” and “tiations” are one word.

A compound that breaks at its own hyphen (“well-” and “known”) is one word too. A suspended hyphen is not part of a
divided word: in “Ein-” and “und Ausfahrt” a conjunction follows.
"""

import re
from collections.abc import Iterator

# What suspends its hyphen before a short conjunction: “pre- or post-war”, “in- en uitvoer”, “pré- et post-électoral”.
_SUSPENDED = frozenset(
    [
        "ante",
        "anti",
        "bi",
        "co",
        "contra",
        "contre",
        "counter",
        "ex",
        "extra",
        "hyper",
        "in",
        "infra",
        "inter",
        "intra",
        "long",
        "macro",
        "mid",
        "micro",
        "mini",
        "mono",
        "multi",
        "non",
        "off",
        "on",
        "op",
        "out",
        "over",
        "para",
        "poly",
        "post",
        "pre",
        "pré",
        "pró",
        "pro",
        "pós",
        "semi",
        "short",
        "sub",
        "super",
        "supra",
        "sur",
        "trans",
        "two",
        "ultra",
        "under",
        "uit",
        "up",
        "voor",
        "anti",
        "до",
        "за",
        "по",
        "під",
        "після",
        "перед",
        "пред",
        "после",
        "пост",
    ]
)
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
    r"(?<=[^\W_])[-\u2010\u2011\u00ad\u00ac][^\S\n\r\x85\u2028\u2029]*(?P<ends>(?:(?:\r\n|[\n\r\x85\u2028\u2029])[^\S\n\r\x85\u2028\u2029]*)+)(?=[^\W_])"
)
_ONE_LINE_END = re.compile(r"(?:\r\n|[\n\r\x85\u2028\u2029])[^\S\n\r\x85\u2028\u2029]*")
_LAST_WORD = re.compile(r"[^\W_]+$")
_LONGEST = 30  # characters of the first part of a word
_SIGNS = ("-", "\u2010", "\u2011", "\u00ad", "\u00ac")
_LINE_ENDS = ("\n", "\r", " \n", " \r", "\x85", "\u2028", "\u2029")
_ENDINGS = tuple(sign + end for sign in _SIGNS for end in _LINE_ENDS)


def line_end_hyphens(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield each hyphen that divides a word at the end of a line, as the span from the hyphen to the rest of the word."""
    if start == 0 and end is None and not any(ending in text for ending in _ENDINGS):
        return
    for match in _BREAK.finditer(text, start, len(text) if end is None else end):
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
