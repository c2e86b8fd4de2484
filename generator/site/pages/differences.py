"""What changed between two sentences, word by word. Quoted words of a source are never taken for the editors' words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from generator.site.pages.sentences import Sentence

_WORD = re.compile(r"\S+\s*|\s+")
_SHORT = 3  # fewer equal words than this between two changes are shown as part of the change
_LEAST_EQUAL = 0.25  # of the longer sentence's words; with fewer, one sentence replaces the other
_SIMILAR = 0.5  # from this ratio on, a claim is an earlier claim in other words


@dataclass(frozen=True)
class Run:
    """Words in a row that are the `same`, `added` or `removed`; `quoted` words are a source's, in `language`.

    `space` says whether white space follows them.
    """

    change: str
    text: str
    space: bool
    quoted: bool
    language: str


# A word with the space after it, the number of its quotation in the sentence (0: none), and its language.
_Word = tuple[str, int, str]
# As difflib has them: what happened, and start and end in the old and in the new words.
_Opcode = tuple[str, int, int, int, int]


def difference(before: Sentence | None, after: Sentence | None) -> tuple[Run, ...]:
    """Compare two sentences; None stands for a sentence that does not exist."""
    old, new = _words(before), _words(after)
    runs: list[Run] = []
    for change, a, b, c, d in _opcodes(old, new):
        if change == "equal":
            runs += _runs("same", new[c:d])
            continue
        removed, added = _runs("removed", old[a:b]), _runs("added", new[c:d])
        if removed and added:
            removed[-1] = replace(removed[-1], space=True)  # so that the two do not run together
        runs += removed + added
    return tuple(runs)


def differences(before: Iterable[Sentence], after: Iterable[Sentence]) -> list[tuple[Run, ...]]:
    """Compare two lists of claims: those reworded or removed, in the old order, then those added.

    Claims that did not change are left out.
    """
    old, new = list(before), list(after)
    same = {claim.pieces for claim in old} & {claim.pieces for claim in new}
    removed, added = ([claim for claim in claims if claim.pieces not in same] for claims in (old, new))
    found: list[tuple[Run, ...]] = []
    for claim in removed:
        ratios = [_matcher(_words(claim), _words(other)).ratio() for other in added]
        best = max(ratios, default=0)
        found.append(difference(claim, added.pop(ratios.index(best)) if best >= _SIMILAR else None))
    return found + [difference(None, claim) for claim in added]


def _words(sentence: Sentence | None) -> list[_Word]:
    found: list[_Word] = []
    for number, piece in enumerate(sentence.pieces if sentence else (), start=1):
        quotation = number if piece.quoted else 0
        for word in _WORD.findall(piece.text):
            if word.isspace() and found:
                # Space between words of a source and of the editors belongs to the word before it.
                last, *rest = found.pop()
                found.append((last + word, *rest))
            else:
                found.append((word, quotation, piece.language))
    return found


def _matcher(old: list[_Word], new: list[_Word]) -> SequenceMatcher[tuple[str, bool]]:
    left, right = ([(word.strip(), quotation > 0) for word, quotation, _ in words] for words in (old, new))
    return SequenceMatcher(None, left, right, autojunk=False)


def _opcodes(old: list[_Word], new: list[_Word]) -> list[_Opcode]:
    """Return what happened from `old` to `new`, without words that are equal only by chance."""
    found: list[_Opcode] = list(_matcher(old, new).get_opcodes())
    merged: list[_Opcode] = []
    for index, (change, a, b, c, d) in enumerate(found):
        equal = change == "equal" and (index in {0, len(found) - 1} or b - a >= _SHORT)
        if equal or not merged or merged[-1][0] == "equal":
            merged.append(("equal" if equal else "replace", a, b, c, d))
        else:
            _, start, _, begin, _ = merged[-1]
            merged[-1] = ("replace", start, b, begin, d)
    equal_words = sum(b - a for change, a, b, *_ in merged if change == "equal")
    if equal_words < _LEAST_EQUAL * max(len(old), len(new)):
        return [("replace", 0, len(old), 0, len(new))]
    return merged


def _runs(change: str, words: list[_Word]) -> list[Run]:
    return [
        Run(change, text.strip(), text != text.rstrip(), quotation > 0, language)
        for (quotation, language), group in groupby(words, key=lambda word: word[1:])
        if (text := "".join(word for word, *_ in group))
    ]
