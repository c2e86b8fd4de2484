"""Sentences that look like a newspaper's: made of few patterns, and of words as often as Zipf's law has them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from bench import vocabulary as words

_FLATTENED = 6  # without it, the first few words would fill a third of each article


@dataclass(frozen=True, slots=True)
class Style:
    """The typography of one paper: its quotation marks, apostrophe, dash, ellipsis and the space before a unit."""

    opening: str
    closing: str
    apostrophe: str
    dash: str
    ellipsis: str
    unit_space: str


STYLES = (
    Style("“", "”", "’", " – ", "…", "\u00a0"),
    Style("“", "”", "’", "—", "...", " "),
    Style('"', '"', "'", " - ", "...", " "),
    Style("“", "”", "’", " — ", "…", " "),
)


class Writer:
    """Writes phrases and sentences by chance, in the typography of one paper."""

    def __init__(self, chance: random.Random, style: Style) -> None:
        """Write what `chance` decides, in `style`."""
        self.chance = chance
        self.style = style

    def word(self, group: Sequence[str]) -> str:
        """Take a word of `group`, the first ones most often."""
        return self.chance.choices(group, cum_weights=_zipf(len(group)))[0]

    def happens(self, share: float) -> bool:
        """Decide yes in `share` of all cases (0 to 1)."""
        return self.chance.random() < share

    def noun_phrase(self, depth: int = 1) -> str:
        """Write a noun with what belongs to it; at most `depth` further nouns behind prepositions."""
        parts = [self.word(words.NOUNS)]
        if self.happens(0.45):
            parts.insert(0, self.word(words.ADJECTIVES))
        article = self.chance.choice(words.DETERMINERS)
        parts.insert(0, "an" if article == "a" and parts[0][0] in "aeio" else article)
        if depth and self.happens(0.5):
            parts += [self.word(words.PREPOSITIONS), self.noun_phrase(depth - 1)]
        return " ".join(parts)

    def verb_phrase(self) -> str:
        """Write what somebody does, without who it is: a modal verb, a verb and its object."""
        modal = self.word(words.MODALS)
        if self.happens(0.1):
            modal = f"won{self.style.apostrophe}t"
        elif self.happens(0.2):
            modal += " not"
        adverb = f" {self.word(words.ADVERBS)}" if self.happens(0.2) else ""
        return f"{modal}{adverb} {self.word(words.VERBS)} {self.noun_phrase()}{self._circumstance()}"

    def clause(self, subject: str = "") -> str:
        """Write a whole clause about `subject`, or about whatever comes."""
        clause = f"{subject or self.noun_phrase()} {self.verb_phrase()}"
        if self.happens(0.3):
            return f"{clause}, {self.word(words.LINKS)} {self.noun_phrase()} {self.verb_phrase()}"
        if self.happens(0.15):
            return f"{clause}{self.style.dash}{self.noun_phrase()} and {self.noun_phrase()}"
        return clause

    def speech(self) -> str:
        """Write what somebody says, from “we” on; now and then with a pause in it."""
        clause = self.clause(self.chance.choice(("we", "they", "our people", "I believe we", "both sides")))
        if self.happens(0.15):
            before, _, after = clause.rpartition(" ")
            return f"{before}{self.style.ellipsis} {after}"
        return clause

    def _circumstance(self) -> str:
        if self.happens(0.1):
            return f" by {self.chance.randint(2, 98)}{self.style.unit_space}per cent"
        if self.happens(0.1):
            return f" for {self.chance.randint(11, 999) * 100:,} people"
        if self.happens(0.1):
            return f" in {self.chance.randint(1951, 2019)}"
        if self.happens(0.2):
            return f" {self.word(words.PREPOSITIONS)} {self.noun_phrase(0)}"
        return ""


def capitalised(text: str) -> str:
    """Begin `text` with a capital letter."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=64)
def _zipf(count: int) -> list[float]:
    """Add up the frequencies of `count` words in their order, as the law of Zipf and Mandelbrot has them."""
    return list(accumulate(1 / (rank + _FLATTENED) for rank in range(count)))
