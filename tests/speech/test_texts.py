"""The texts of `tests/speech/texts`: whether the program hears who speaks as a careful reader does.

`python -m tests.speech.test_texts` lists every miss. An answer is never changed to fit the program: a disagreement
stays a miss, and the floors are what is reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.content.articles import Article, read_article
from generator.content.model import Kind, Party
from generator.edit.quote_finder.blocks import evidence_block
from generator.evidence import Span
from generator.evidence.matching import SHORTEST
from generator.speech import Person, Speech, people, speeches

TEXTS = Path(__file__).parent / "texts"
# Percent, rounded down.
FLOORS = {"recall": 99, "precision": 98, "speakers": 88, "by": 88, "runs": 86}
NAMES = {
    "recall": "quotations found",
    "precision": "found ones that are quotations",
    "speakers": "speakers of speeches",
    "by": "named by name, pronoun or not at all",
    "runs": "speeches with all their runs and no other",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A known text with its answers."""

    file: str
    language: str
    article: Article
    people: tuple[Person, ...]
    runs: tuple[
        tuple[Span, int], ...
    ]  # where the words stand, in code points, and the number of their speech
    speeches: Mapping[int, Mapping[str, Any]]


@dataclass(slots=True)
class Score:
    """By measure, how many answers are right and how many there are; and every miss, as a line for people."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def ask(self, measure: str, *, right: bool, miss: str) -> None:
        """Count one answer, and note the miss."""
        self.asked[measure] += 1
        self.right[measure] += right
        if not right:
            self.misses.append(miss)

    def add(self, other: Score) -> None:
        """Take in the answers of another text."""
        self.right.update(other.right)
        self.asked.update(other.asked)
        self.misses += other.misses

    def percent(self, measure: str) -> float:
        """Give the share of right answers; 100 where there was nothing to ask."""
        return 100 * self.right[measure] / self.asked[measure] if self.asked[measure] else 100.0

    def line(self, label: str) -> str:
        """Tell all measures in one line."""
        told = (
            f"{measure} {self.percent(measure):.0f} % ({self.right[measure]}/{self.asked[measure]})"
            for measure in NAMES
        )
        return f"{label:5} " + ", ".join(told)


def spans(text: str, runs: Iterable[str]) -> Iterator[Span]:
    """Give where each run of words stands, in order. Raise ValueError where one does not."""
    at = 0
    for words in runs:
        begin = text.index(words, at)
        at = begin + len(words)
        yield Span(begin, at)


def load(path: Path) -> Known:
    """Read one known text."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    article, faults = read_article(path.stem, case["text"].encode(), f"seeds/{path.stem}.txt")
    assert article is not None, faults
    quotations = case["quotations"]
    places = spans(article.text, (one["words"] for one in quotations))
    return Known(
        file=path.stem,
        language=case["language"],
        article=article,
        people=people({name: Party.model_validate(about) for name, about in case["people"].items()}),
        runs=tuple(zip(places, (one["speech"] for one in quotations), strict=True)),
        speeches=case["speeches"],
    )


def known_texts() -> list[Known]:
    """Give all known texts, by the names of their files."""
    return [load(path) for path in sorted(TEXTS.glob("*.yml"))]


def said_by(speech: Speech, answer: Mapping[str, Any]) -> bool:
    """Tell whether `speech` has the speaker of the answer, and the person or party that parties.yml knows."""
    person = speech.person
    if "id" in answer:
        known = person is not None and person.speaker == answer["id"]
    elif "party" in answer:
        known = person is not None and (person.party, person.speaker) == (answer["party"], None)
    else:
        known = person is None
    return known and bool(speech.name == answer["speaker"])


def score(known: Known) -> Score:
    """Compare what the program hears in one text with the answers."""
    found = {tuple(run.span): one for one in heard(known) for run in one.quotations}
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


def heard(known: Known) -> tuple[Speech, ...]:
    """Give what the program hears in one text."""
    return speeches(known.article, known.people, known.language)


def ask_speech(
    total: Score,
    known: Known,
    answer: Mapping[str, Any],
    runs: list[tuple[int, ...]],
    found: list[Speech],
) -> None:
    """Count the answers for one speech: every run has to be found and to be right."""
    whole = len(found) == len(runs)
    where = f"{known.file}: “{known.article.text[slice(*runs[0])]}”"
    said = ", ".join(f"{one.name} ({one.by})" for one in found) or "not found"
    rest = f"expected {answer['speaker']} ({answer['by']}), got {said}"
    right = whole and all(said_by(one, answer) for one in found)
    total.ask("speakers", right=right, miss=f"{where}: speaker: {rest}")
    right = whole and all(str(one.by) == answer["by"] for one in found)
    total.ask("by", right=right, miss=f"{where}: by: {rest}")
    together = {tuple(tuple(run.span) for run in one.quotations) for one in found}
    miss = f"{where}: runs: expected {len(runs)} together, got {sorted(map(len, together))}"
    total.ask("runs", right=together == {tuple(runs)}, miss=miss)


def scores() -> dict[str, Score]:
    """Give the score of all texts under “all”, then that of each language."""
    total: dict[str, Score] = {"all": Score()}
    for known in known_texts():
        one = score(known)
        total.setdefault(known.language, Score()).add(one)
        total["all"].add(one)
    return total


def test_there_are_at_least_sixty_texts() -> None:
    assert len(known_texts()) >= 60


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.yml")), ids=lambda path: path.stem)
def test_every_known_text_is_sound_by_itself(path: Path) -> None:
    known = load(path)
    assert {number for _, number in known.runs} == set(known.speeches)
    for answer in known.speeches.values():
        assert answer["by"] in {"name", "pronoun", "none"}
        assert (answer["speaker"] is None) == (answer["by"] == "none")
        assert (answer["speaker"] or "") in known.article.text
        assert answer.get("role", "") in known.article.text


@pytest.mark.parametrize("known", known_texts(), ids=lambda known: known.file)
def test_the_evidence_of_every_utterance_heard_passes_the_gate(known: Known) -> None:
    for speech in heard(known):
        parts = [part.span for part in speech.quotations]
        words = [known.article.text[slice(*span)] for span in parts]
        enough = all(sum(map(str.isalnum, one)) >= SHORTEST for one in words)
        assert (evidence_block(known.article, Kind.QUOTE, parts) is not None) == enough, words


def test_the_program_hears_at_least_as_well_as_the_floors_say() -> None:
    total = scores()
    for language, one in total.items():
        print(one.line(language))  # noqa: T201 - shown with -s
    everything = total["all"]
    for measure, floor in FLOORS.items():
        assert everything.percent(measure) >= floor, "\n".join([NAMES[measure], *everything.misses])


if __name__ == "__main__":
    by_language = scores()
    for language, one in by_language.items():
        print(one.line(language))  # noqa: T201 - for the person who called it
    print(*by_language["all"].misses, sep="\n")  # noqa: T201 - likewise
