"""The sentences of `tests/speech/sentences`: whether the speakers that the program names are right, and how many it names.

`python -m tests.speech.measure` prints the figures by file, and every difference; `make bench` prints those of all files.
Never change an answer to fit the program.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.content.articles import read_article
from generator.content.model import Party
from generator.speech.names import people
from generator.speech.speakers import By, Speech, speeches

SENTENCES = Path(__file__).parent / "sentences"


@dataclass(frozen=True, slots=True)
class Answer:
    """One quotation: its words, who says it for a careful reader, by name or by pronoun, and what the program says."""

    file: str
    words: str
    by: By
    name: str | None
    speech: Speech

    @property
    def is_right(self) -> bool:
        """Return whether the program names the right person, or nobody where nobody is certain."""
        return self.speech.name == self.name


def _expected(answer: Any) -> tuple[By, str | None]:
    if isinstance(answer, Mapping):
        (name,) = answer.values()
        return By.PRONOUN, name
    return (By.NAME, answer) if answer else (By.NONE, None)


def _answers(file: str, item: Mapping[str, Any]) -> Iterator[Answer]:
    article, diagnostics = read_article("a", item["text"].encode(), "seeds/a.txt")
    assert article is not None, diagnostics
    parties = {name: Party.model_validate(about) for name, about in item.get("people", {}).items()}
    found = [
        (article.text[slice(*quotation.span)], speech)
        for speech in speeches(article, people(parties), item.get("language", "en"))
        for quotation in speech.quotations
    ]
    assert len(found) == len(item["says"]), (file, item["text"], [words for words, _ in found])
    for (words, speech), answer in zip(found, item["says"], strict=True):
        yield Answer(file, words, *_expected(answer), speech)


@cache
def answers() -> Sequence[Answer]:
    """Return the answers for every quotation of all files."""
    return [
        answer
        for path in sorted(SENTENCES.glob("*.yml"))
        for item in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for answer in _answers(path.stem, item)
    ]


def percentages(found: Sequence[Answer]) -> dict[str, tuple[int, int]]:
    """Return both figures, and that for pronouns, as pairs of counts."""
    named = [answer for answer in found if answer.speech.by is By.NAME]
    by_pronoun = [answer for answer in found if answer.speech.by is By.PRONOUN]
    with_name = [answer for answer in found if answer.by is By.NAME]
    return {
        "right of those named by name": (sum(answer.is_right for answer in named), len(named)),
        "found of those with a named speaker": (sum(answer.is_right for answer in with_name), len(with_name)),
        "right of those named by a pronoun": (sum(answer.is_right for answer in by_pronoun), len(by_pronoun)),
    }


def table() -> str:
    """Return the figures of all sentences as text."""
    lines = [
        f"{label}: {100 * right / total:.1f} % ({right} of {total})"
        for label, (right, total) in percentages(answers()).items()
    ]
    return "\n".join([f"Speakers of {len(answers())} known quotations", *lines])


def main() -> None:
    """Print the figures of each file and of all files, and every difference."""
    for name in dict.fromkeys(answer.file for answer in answers()):
        own = [answer for answer in answers() if name == answer.file]
        line = ", ".join(f"{label} {right}/{total}" for label, (right, total) in percentages(own).items())
        sys.stdout.write(f"{name} ({len(own)}): {line}\n")
    sys.stdout.write(f"\n{table()}\n\n")
    for answer in answers():
        if not answer.is_right:
            asked, got = f"{answer.name} ({answer.by})", f"{answer.speech.name} ({answer.speech.by})"
            sys.stdout.write(f"{answer.file}: “{answer.words}”: expected {asked}, got {got}\n")


if __name__ == "__main__":
    main()
