"""The site's content, whole and without a fault: what pages and exports are made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis import CorpusAnalysis
from generator.diagnostics import Rule
from generator.evidence import Passage
from generator.language import ENGLISH, Language
from generator.model import Corpus, Selector


@dataclass(frozen=True)
class Site:
    """All that pages are made from.

    `passages` has one entry for each selector of the corpus; `rules` are all rules, for the manual of
    checks; `today` is given, never read from a clock: None means that nothing is called overdue; `language` is
    that of the site's own words, where a briefing does not name another.
    """

    corpus: Corpus
    passages: Mapping[Selector, Passage]
    analysis: CorpusAnalysis
    rules: tuple[Rule, ...]
    today: dt.date | None = None
    language: Language = ENGLISH

    @property
    def reviewed_on(self) -> dt.date:
        """Give the day on which a briefing was last reviewed: the site's date."""
        days = [briefing.about.reviewed_on.last_day for briefing in self.corpus.briefings.values()]
        return max(days, default=dt.date(1970, 1, 1))
