"""What changed between two sentences, word by word; words of a source stay told apart from those of the editors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from generator.site.pages.sentences import Sentence

_WORD = re.compile(r"\S+\s*|\s+")
_SCRAP = 3  # fewer words than this that stayed between two changes are read as part of the change
_KEPT = 0.25  # of the longer sentence's words; where fewer stayed, one sentence took the place of another
_ALIKE = 0.5  # from this likeness on, a claim is an earlier one in other words


@dataclass(frozen=True)
class Run:
    """Words in a row that stayed (`same`), came (`added`) or went (`removed`); `quoted` ones are a source's, in `language`.

    `space` says whether white space follows them.
    """

    change: str
    text: str
    space: bool
    quoted: bool
    language: str


# The word with the space after it, which quotation of its sentence it stands in (0: none), and its language.
_Word = tuple[str, int, str]
# As difflib gives them: what happened, from where to where in the old, and in the new.
_Opcode = tuple[str, int, int, int, int]


def difference(before: Sentence | None, after: Sentence | None) -> tuple[Run, ...]:
    """Compare two sentences; None stands for one that is not there."""
    old, new = _words(before), _words(after)
    runs: list[Run] = []
    for change, a, b, c, d in _opcodes(old, new):
        if change == "equal":
            runs += _runs("same", new[c:d])
        else:
            runs += _apart(_runs("removed", old[a:b]), _runs("added", new[c:d]))
    return tuple(runs)


def differences(before: Iterable[Sentence], after: Iterable[Sentence]) -> list[tuple[Run, ...]]:
    """Compare two lists of claims: each that was reworded or went, in the old order, then those that came.

    What stayed as it is is left out.
    """
    old, new = list(before), list(after)
    kept = {one.pieces for one in old} & {one.pieces for one in new}
    gone, come = ([one for one in side if one.pieces not in kept] for side in (old, new))
    found: list[tuple[Run, ...]] = []
    for one in gone:
        likeness = [_matcher(_words(one), _words(other)).ratio() for other in come]
        best = max(likeness, default=0)
        found.append(difference(one, come.pop(likeness.index(best)) if best >= _ALIKE else None))
    return found + [difference(None, one) for one in come]


def _words(sentence: Sentence | None) -> list[_Word]:
    found: list[_Word] = []
    for number, piece in enumerate(sentence.pieces if sentence else (), start=1):
        quotation = number if piece.quoted else 0
        for word in _WORD.findall(piece.text):
            if word.isspace() and found:
                # It stands between words of a source and of the editors.
                before, *where = found.pop()
                found.append((before + word, *where))
            else:
                found.append((word, quotation, piece.language))
    return found


def _matcher(old: list[_Word], new: list[_Word]) -> SequenceMatcher[tuple[str, bool]]:
    left, right = ([(word.strip(), quotation > 0) for word, quotation, _ in words] for words in (old, new))
    return SequenceMatcher(None, left, right, autojunk=False)


def _opcodes(old: list[_Word], new: list[_Word]) -> list[_Opcode]:
    """Give what happened from `old` to `new`, as a person would say it: without scraps that stayed by chance."""
    found: list[_Opcode] = list(_matcher(old, new).get_opcodes())
    merged: list[_Opcode] = []
    for index, (change, a, b, c, d) in enumerate(found):
        stayed = change == "equal" and (index in {0, len(found) - 1} or b - a >= _SCRAP)
        if stayed or not merged or merged[-1][0] == "equal":
            merged.append(("equal" if stayed else "replace", a, b, c, d))
        else:
            _, start, _, begin, _ = merged[-1]
            merged[-1] = ("replace", start, b, begin, d)
    kept = sum(b - a for change, a, b, *_ in merged if change == "equal")
    if kept < _KEPT * max(len(old), len(new)):
        return [("replace", 0, len(old), 0, len(new))]
    return merged


def _runs(change: str, words: list[_Word]) -> list[Run]:
    return [
        Run(change, text.strip(), text != text.rstrip(), quotation > 0, language)
        for (quotation, language), group in groupby(words, key=lambda word: word[1:])
        if (text := "".join(word for word, *_ in group))
    ]


def _apart(removed: list[Run], added: list[Run]) -> list[Run]:
    """Keep the last word that went and the first that came from running together."""
    if removed and added:
        removed[-1] = replace(removed[-1], space=True)
    return removed + added
