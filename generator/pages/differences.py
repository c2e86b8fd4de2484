"""What changed between two sentences, word by word; words of a source stay told apart from those of the editors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from generator.pages.sentences import Sentence

_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Run:
    """Words in a row that stayed (`same`), came (`added`) or went (`removed`); `quoted` ones are a source's, in `language`."""

    change: str
    text: str
    quoted: bool
    language: str


_Word = tuple[str, bool, str]  # the word with the space after it, whether it is a source's, its language


def difference(before: Sentence | None, after: Sentence | None) -> tuple[Run, ...]:
    """Compare two sentences; None stands for one that is not there."""
    old, new = list(_words(before)), list(_words(after))
    left, right = ([(word.strip(), quoted) for word, quoted, _ in words] for words in (old, new))
    runs: list[Run] = []
    for change, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if change == "equal":
            runs += _runs("same", new[c:d])
        else:
            runs += [*_runs("removed", old[a:b]), *_runs("added", new[c:d])]
    return tuple(runs)


def _words(sentence: Sentence | None) -> Iterator[_Word]:
    for piece in sentence.pieces if sentence else ():
        for word in _WORD.findall(piece.text):
            yield word, piece.quoted, piece.language


def _runs(change: str, words: list[_Word]) -> Iterator[Run]:
    for (quoted, language), group in groupby(words, key=lambda word: word[1:]):
        yield Run(change, "".join(word for word, *_ in group), quoted, language)
