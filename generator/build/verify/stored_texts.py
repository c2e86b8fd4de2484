"""The stored texts of sources, read from the disk, and the places in them that pages name."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import yaml

from generator.build.verify.shown_text import shown

_PLACE = re.compile(r"at((?:-\d+-\d+)+)")
_SPAN = re.compile(r"-(\d+)-(\d+)")
_KEPT = 1_000  # texts that are kept in memory
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class StoredTexts:
    """The stored texts in a folder, read when they are first asked for; `sources` are their identifiers."""

    def __init__(self, seeds: Path) -> None:
        """List the texts in the folder `seeds`."""
        self._seeds = seeds
        self.sources = frozenset(path.stem for path in seeds.glob("*.txt"))
        self.text = lru_cache(_KEPT)(self._text)
        self.shown = lru_cache(_KEPT)(self._shown)
        self.is_withheld = lru_cache(None)(self._is_withheld)
        self._is_anywhere = lru_cache(None)(self._search)  # many pages show the same words

    def _text(self, source: str) -> str:
        """Return the stored text of a source; empty if it has none."""
        return (self._seeds / f"{source}.txt").read_bytes().decode("utf-8") if source in self.sources else ""

    def _shown(self, source: str) -> str:
        """Return the stored text of a source as pages show it."""
        return shown(self.text(source))

    def _is_withheld(self, source: str) -> bool:
        """Return whether the details of a source say that its text is withheld."""
        if source not in self.sources:
            return False
        details = yaml.load((self._seeds / f"{source}.yml").read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader
        return bool(details.get("status") == "withheld")

    def has(self, words: str, likely: Iterable[str]) -> bool:
        """Return whether a text that is not withheld has `words`. The sources in `likely` are searched first."""
        return any(self._is_in(words, source) for source in likely) or self._is_anywhere(words)

    def _search(self, words: str) -> bool:
        return any(self._is_in(words, source) for source in self.sources)

    def _is_in(self, words: str, source: str) -> bool:
        return words in self.shown(source) and not self.is_withheld(source)

    def segments(self, source: str, place: str) -> list[str]:
        """Return the words of a source at a place such as `at-10-20-35-40`; none if it has no such place."""
        text = self.text(source)
        spans = spans_of(place)
        if not all(start < end <= len(text) for start, end in spans):
            return []
        return [shown(text[start:end]) for start, end in spans]


def spans_of(place: str) -> list[tuple[int, int]]:
    """Return the characters that a place names, as (start, end) of each part; none if it is no place."""
    match = _PLACE.fullmatch(place)
    return [(int(start), int(end)) for start, end in _SPAN.findall(match[1])] if match else []
