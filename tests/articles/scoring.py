"""How good a conversion is: what it gives, compared with the known right text of a file.

For a file `NAME.html` the file `NAME.yml` has `text` (the paragraphs of the article), `foreign` (lines of the file that are
not the article) and `details` (the value of each key that the file states; null where it states none).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.edit.articles.converted import Converted, Doubt

_SENTENCE_END = re.compile(r"(?<=[.!?…؟])[\"'”’»)\]]*\s+|(?<=[。！？])(?![」』”\uff09])")
# These say what a line of the article is, and not that it may be foreign.
_DESCRIPTIONS = {Doubt.TABLE, Doubt.FOOTNOTE, Doubt.TITLE}


@dataclass(frozen=True)
class Truth:
    """The known right text of a file, the lines in it that are not the text, and what it states about itself."""

    text: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    details: Mapping[str, str | None] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Truth":
        """Read the truth about a file from the YAML file beside it."""
        data = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
        details = {
            key: None if value is None else str(value) for key, value in (data.get("details") or {}).items()
        }
        return cls(tuple(data["text"]), tuple(data.get("foreign") or ()), details)


class Share(NamedTuple):
    """How many of all: 3 of 4."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float:
        """The share, from 0 to 1; of nothing, it is 1."""
        return self.right / self.of if self.of else 1.0


def _sum(shares: Iterable[Share]) -> Share:
    counts, of = zip(*shares, strict=True)
    return Share(sum(counts), sum(of))


@dataclass(frozen=True)
class Score:
    """The figures of a conversion: sentences verbatim, whole paragraphs, foreign lines absent or doubtful, and so on.

    `unmarked` are the true paragraphs without a doubt, of those found. `clean` are the lines without a doubt that are true.
    """

    sentences: Share
    paragraphs: Share
    foreign: Share
    unmarked: Share
    details: Share
    clean: Share


LEAST = {
    "sentences": 0.98,
    "paragraphs": 0.95,
    "foreign": 0.95,
    "unmarked": 0.95,
    "details": 0.95,
    "clean": 0.95,
}
"""The least share of each figure over all files of a kind."""


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a paragraph."""
    yield from filter(None, map(str.strip, _SENTENCE_END.split(text)))


def score(converted: Converted, truth: Truth) -> Score:
    """Return the figures of a conversion."""
    texts = [line.text for line in converted.lines]
    together = "\n".join(texts)
    marked = {line.text for line in converted.lines if set(line.doubts) - _DESCRIPTIONS}
    unmarked = [text for text in texts if text not in marked]
    strays = [text for text in unmarked if text not in truth.text]
    true = [sentence for paragraph in truth.text for sentence in sentences(paragraph)]
    found = [paragraph for paragraph in truth.text if paragraph in texts]
    return Score(
        sentences=Share(sum(sentence in together for sentence in true), len(true)),
        paragraphs=Share(len(found), len(truth.text)),
        foreign=Share(sum(not _is_in(line, strays) for line in truth.foreign), len(truth.foreign)),
        unmarked=Share(sum(paragraph not in marked for paragraph in found), len(found)),
        details=Share(
            sum(_first(converted, key) == value for key, value in truth.details.items()), len(truth.details)
        ),
        clean=Share(sum(_is_true(text, truth.text) for text in unmarked), len(unmarked)),
    )


def _first(converted: Converted, key: str) -> str | None:
    found = converted.details.get(key, ())
    return found[0].value if found else None


def _is_in(foreign: str, unmarked: Iterable[str]) -> bool:
    """Return whether a foreign line is a line of the text, or a part of it with spaces or its ends around it."""
    pattern = re.compile(rf"(?<!\w){re.escape(foreign)}(?!\w)")
    return any(pattern.search(line) for line in unmarked)


def _is_true(line: str, text: Iterable[str]) -> bool:
    """Return whether a line is a paragraph of the text, or a part of one."""
    return any(line in paragraph for paragraph in text)


def total(scores: Iterable[Score]) -> Score:
    """Return the sums of the figures of several files."""
    scores = list(scores)
    return Score(*(_sum(getattr(item, figure.name) for item in scores) for figure in fields(Score)))


def misses(result: Score) -> list[str]:
    """Return a sentence for each figure that is too low."""
    return [
        f"{name}: {share.right} of {share.of} ({share.value:.1%}), at least {least:.0%} is needed"
        for name, least in LEAST.items()
        if (share := getattr(result, name)).value < least
    ]


def table(scores: Mapping[str, Score]) -> str:
    """Return the figures of several files as a table, with a row for their sums."""
    names = [figure.name for figure in fields(Score)]
    width = max(map(len, [*scores, "together"]))
    rows = [f"{'':{width}} " + " ".join(f"{name:>10}" for name in names)]
    for title, item in [*scores.items(), ("together", total(scores.values()))]:
        shares = [getattr(item, name) for name in names]
        cells = (
            f"{share.right}/{share.of}" if title != "together" else f"{share.value:.1%}" for share in shares
        )
        rows.append(f"{title:{width}} " + " ".join(f"{cell:>10}" for cell in cells))
    return "\n".join(rows)


def differences(converted: Converted, truth: Truth) -> str:
    """Return what is wrong in a conversion, for the person who looks at a failed test."""
    texts = [line.text for line in converted.lines]
    rows = [f"- {paragraph}" for paragraph in truth.text if paragraph not in texts]
    for line in converted.lines:
        doubts = "; ".join(line.doubts)
        if doubts and line.text in truth.text:
            rows.append(f"? {line.text} ({doubts})")
        elif not doubts and line.text not in truth.text:
            rows.append(f"+ {line.text}")
    rows += [
        f"{key}: {_first(converted, key)!r} instead of {value!r}"
        for key, value in truth.details.items()
        if _first(converted, key) != value
    ]
    return "\n".join(rows)
