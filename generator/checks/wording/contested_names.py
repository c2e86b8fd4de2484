"""Contested names that a site does not write in its own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checks.wording.forms import pattern_of, plain
from generator.content.model import ContestedName
from generator.fold import folded_words


@dataclass(frozen=True)
class NameList:
    """The contested names for which a site has one of its own; that one is None here, where it holds a contested one."""

    by_form: Mapping[str, ContestedName | None]
    pattern: re.Pattern[str]

    def found(self, text: str) -> Iterator[tuple[int, int, ContestedName]]:
        """Give every contested name in `text` as (start, end, name)."""
        for match in self.pattern.finditer(text):
            name = self.by_form.get(plain(match.group()))
            if name and _is_written(name.term, match.group()):
                yield *match.span(), name


def name_list(names: Mapping[str, ContestedName]) -> NameList | None:
    """Give the list of `names`; None where the site prefers none."""
    preferred = [one for one in names.values() if one.prefer]
    by_form: dict[str, ContestedName | None] = {plain(one.term): one for one in preferred}
    by_form |= {plain(one.prefer): None for one in preferred if one.prefer}
    return NameList(by_form, pattern_of(by_form)) if by_form else None


def _is_written(term: str, words: str) -> bool:
    """Say whether `words` are `term`: a term with capitals has them in a text too, but for the first letter."""
    return term == term.lower() or folded_words(words)[1:] == folded_words(term)[1:]
