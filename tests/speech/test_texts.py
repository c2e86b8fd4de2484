"""The texts of `tests/speech/texts`: whether the program finds the speakers that a careful reader finds.

`python -m tests.speech.test_texts` lists every miss. Never change an answer to fit the program: a difference stays a
miss. The floors are the scores that the program reaches today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.content.articles import Article, read_article
from generator.content.model import Kind, Party
from generator.evidence import Span
from generator.evidence.block import evidence_block
from generator.evidence.length import SHORTEST
from generator.speech.name import Person
from generator.speech.names import people
from generator.speech.speakers import Speech, speeches

TEXTS = Path(__file__).parent / "texts"
# Percent, rounded down.
FLOORS = {"recall": 99, "precision": 98, "speakers": 88, "by": 88, "runs": 87}
NAMES = {
    "recall": "quotations found",
    "precision": "found quotations that are right",
    "speakers": "speakers of speeches",
    "by": "named by name, pronoun or not at all",
    "runs": "speeches with all their quotations and no others",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A text with the right answers: the span of each quotation with the number of its speech, and the speeches."""

    file: str
    language: str
    article: Article
    people: tuple[Person, ...]
    runs: tuple[tuple[Span, int], ...]
    speeches: Mapping[int, Mapping[str, Any]]


@dataclass(slots=True)
class Score:
    """The number of right answers and of all answers, by measure, and a line for every miss."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def ask(self, measure: str, *, right: bool, miss: str) -> None:
        """Count one answer and record a miss."""
        self.asked[measure] += 1
        self.right[measure] += right
        if not right:
            self.misses.append(miss)

    def add(self, other: Score) -> None:
        """Add the answers of another text."""
        self.right.update(other.right)
        self.asked.update(other.asked)
        self.misses += other.misses

    def percent(self, measure: str) -> float:
        """Return the percentage of right answers; 100 if there are none."""
        return 100 * self.right[measure] / self.asked[measure] if self.asked[measure] else 100.0

    def line(self, label: str) -> str:
        """Return all measures in one line."""
        measures = (
            f"{measure} {self.percent(measure):.0f} % ({self.right[measure]}/{self.asked[measure]})"
            for measure in NAMES
        )
        return f"{label:5} " + ", ".join(measures)


def spans(text: str, runs: Iterable[str]) -> Iterator[Span]:
    """Yield the span of each run of words, in order. Raise ValueError if the text does not contain it."""
    at = 0
    for words in runs:
        begin = text.index(words, at)
        at = begin + len(words)
        yield Span(begin, at)


def load(path: Path) -> Known:
    """Read one known text."""
    case = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    article, diagnostics = read_article(path.stem, case["text"].encode(), f"seeds/{path.stem}.txt")
    assert article is not None, diagnostics
    quotations = case["quotations"]
    places = spans(article.text, (quotation["words"] for quotation in quotations))
    return Known(
        file=path.stem,
        language=case["language"],
        article=article,
        people=people({name: Party.model_validate(about) for name, about in case["people"].items()}),
        runs=tuple(zip(places, (quotation["speech"] for quotation in quotations), strict=True)),
        speeches=case["speeches"],
    )


@cache
def known_texts() -> list[Known]:
    """Return all known texts in the order of their file names."""
    return [load(path) for path in sorted(TEXTS.glob("*.yml"))]


def is_right_speaker(speech: Speech, answer: Mapping[str, Any]) -> bool:
    """Return whether `speech` has the speaker of the answer, and the person or party in parties.yml."""
    person = speech.person
    if "id" in answer:
        known = person is not None and person.speaker == answer["id"]
    elif "party" in answer:
        known = person is not None and (person.party, person.speaker) == (answer["party"], None)
    else:
        known = person is None
    return known and bool(speech.name == answer["speaker"])


def score(known: Known) -> Score:
    """Compare the speeches that the program finds in a text with the answers."""
    found = {tuple(run.span): speech for speech in speeches_in(known) for run in speech.quotations}
    total = Score()
    expected = [tuple(span) for span, _ in known.runs]
    for begin, end in expected:
        words = known.article.text[begin:end]
        total.ask("recall", right=(begin, end) in found, miss=f"{known.file}: “{words}” was not found")
    for begin, end in found:
        words = known.article.text[begin:end]
        total.ask(
            "precision", right=(begin, end) in expected, miss=f"{known.file}: “{words}” is no quotation"
        )
    for number, answer in known.speeches.items():
        runs = [tuple(span) for span, of in known.runs if of == number]
        ask_speech(total, known, answer, runs, [found[run] for run in runs if run in found])
    return total


def speeches_in(known: Known) -> tuple[Speech, ...]:
    """Return the speeches that the program finds in a text."""
    return speeches(known.article, known.people, known.language)


def ask_speech(
    total: Score,
    known: Known,
    answer: Mapping[str, Any],
    runs: list[tuple[int, ...]],
    found: list[Speech],
) -> None:
    """Count the answers for one speech. Every run must be found, with the right answer."""
    complete = len(found) == len(runs)
    where = f"{known.file}: “{known.article.text[slice(*runs[0])]}”"
    speakers = ", ".join(f"{speech.name} ({speech.by})" for speech in found) or "not found"
    rest = f"expected {answer['speaker']} ({answer['by']}), got {speakers}"
    right = complete and all(is_right_speaker(speech, answer) for speech in found)
    total.ask("speakers", right=right, miss=f"{where}: speaker: {rest}")
    right = complete and all(str(speech.by) == answer["by"] for speech in found)
    total.ask("by", right=right, miss=f"{where}: by: {rest}")
    together = {tuple(tuple(run.span) for run in speech.quotations) for speech in found}
    miss = f"{where}: runs: expected {len(runs)} together, got {sorted(map(len, together))}"
    total.ask("runs", right=together == {tuple(runs)}, miss=miss)


def scores() -> dict[str, Score]:
    """Return the score of all texts as “all”, and the score of each language."""
    total: dict[str, Score] = {"all": Score()}
    for known in known_texts():
        own = score(known)
        total.setdefault(known.language, Score()).add(own)
        total["all"].add(own)
    return total


def test_there_are_at_least_sixty_texts_with_consistent_answers() -> None:
    texts = known_texts()
    assert len(texts) >= 60
    for known in texts:
        assert {number for _, number in known.runs} == set(known.speeches), known.file
        for answer in known.speeches.values():
            assert answer["by"] in {"name", "pronoun", "none"}, known.file
            assert (answer["speaker"] is None) == (answer["by"] == "none"), known.file
            assert (answer["speaker"] or "") in known.article.text, known.file
            assert answer.get("role", "") in known.article.text, known.file


def test_the_evidence_block_of_every_speech_passes_the_gate() -> None:
    for known in known_texts():
        for speech in speeches_in(known):
            parts = [part.span for part in speech.quotations]
            words = [known.article.text[slice(*span)] for span in parts]
            enough = all(sum(map(str.isalnum, part)) >= SHORTEST for part in words)
            block = evidence_block(known.article, Kind.QUOTE, parts)
            assert (block is not None) == enough, (known.file, words)


def test_no_score_falls_below_its_floor() -> None:
    total = scores()
    for language, own in total.items():
        print(own.line(language))  # noqa: T201 - shown with -s
    everything = total["all"]
    for measure, floor in FLOORS.items():
        assert everything.percent(measure) >= floor, "\n".join([NAMES[measure], *everything.misses])


if __name__ == "__main__":
    by_language = scores()
    for language, result in by_language.items():
        print(result.line(language))  # noqa: T201 - the output of this program
    print(*by_language["all"].misses, sep="\n")  # noqa: T201 - the output of this program
