"""The stored texts of sources, read from the disk, and the places in them that pages name."""

import hashlib
import re
from collections.abc import Iterable, Mapping
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
        self.version = lru_cache(None)(self._version)
        self._source_anywhere = lru_cache(None)(self._search)  # many pages show the same words

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

    def _version(self, source: str) -> str:
        """Return the hash of a stored text, and whether it is withheld: what is compared with a page."""
        return f"{hashlib.sha256(self.text(source).encode()).hexdigest()} {self.is_withheld(source)}"

    def are(self, versions: Mapping[str, str]) -> bool:
        """Return whether all sources in `versions` have that version."""
        return all(self.version(source) == version for source, version in versions.items())

    def source_with(self, words: str, likely: Iterable[str]) -> str | None:
        """Return a source whose text is not withheld and has `words`; None if there is none. Those in `likely` are searched first."""
        found = (source for source in likely if self._is_in(words, source))
        return next(found, None) or self._source_anywhere(words)

    def _search(self, words: str) -> str | None:
        return next((source for source in sorted(self.sources) if self._is_in(words, source)), None)

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
