"""Known texts: short paragraphs in the styles of many papers and languages, with the right answer beside each.

`python -m tests.test_known_texts` tells the score, and every answer that is missed. An answer is what a careful reader
says; none is ever changed to fit the program. What the program reaches is held as a floor.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles import Article, read_article
from generator.model import Kind, Party
from generator.picker.blocks import evidence_block
from generator.speech import Speech, people, speeches

KNOWN = Path(__file__).parent / "known"
RECALL, ACCURACY = 1.0, 0.97  # floors: what is reached


def cases() -> Iterator[dict[str, Any]]:
    """Give every known text with its answers."""
    for path in sorted(KNOWN.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield {"language": "en", "people": {}, **case}


def article(case: dict[str, Any]) -> Article:
    """Read the text of a case."""
    found, _ = read_article("known", case["text"].encode(), "seeds/known.txt")
    assert found is not None
    return found


def heard(case: dict[str, Any]) -> list[tuple[str, Speech]]:
    """Give the words of each quotation that the program finds, with the speech that has it."""
    text = article(case)
    known = people({name: Party.model_validate(about) for name, about in case["people"].items()})
    return [
        (text.text[slice(*part.span)], one)
        for one in speeches(text, known, case["language"])
        for part in one.quotations
    ]


def answers(case: dict[str, Any]) -> Iterator[tuple[bool, bool, str]]:
    """Give for each answer whether its words were found, whether the speaker is right, and what was found instead."""
    found = heard(case)
    for right in case["quotations"]:
        index = next((number for number, (words, _) in enumerate(found) if words == right["words"]), None)
        speech = found.pop(index)[1] if index is not None else None
        if speech is None:
            yield (
                False,
                False,
                f"{case['style']}: “{right['words']}” was not found in {[one for one, _ in found]}",
            )
            continue
        told = speech.name, str(speech.by)
        person = speech.person
        known = right.get("id", person and person.speaker) == (person and person.speaker) and right.get(
            "party", person and person.party
        ) == (person and person.party)
        same = told == (right["speaker"], right["by"]) and known
        yield (
            True,
            same,
            f"{case['style']}: “{right['words']}” is said by {told}, not {right['speaker']}, {right['by']}",
        )


def test_there_are_at_least_forty_texts_each_with_words_that_stand_in_it() -> None:
    assert len(list(cases())) >= 40
    for case in cases():
        at = 0
        for right in case["quotations"]:
            at = case["text"].index(right["words"], at)
            assert right["speaker"] is None or "id" in right or right["speaker"] in case["text"]
            assert (right["speaker"] is None) == (right["by"] == "none")


def test_the_quotations_of_known_texts_are_found_and_their_speakers_heard() -> None:
    told = [answer for case in cases() for answer in answers(case)]
    recall = sum(found for found, _, _ in told) / len(told)
    accuracy = sum(right for _, right, _ in told) / len(told)
    print(f"{len(told)} quotations: recall {recall:.3f}, speakers right {accuracy:.3f}")  # noqa: T201 - shown with -s
    misses = [miss for found, right, miss in told if not (found and right)]
    assert recall >= RECALL, misses
    assert accuracy >= ACCURACY, misses


def test_nothing_is_found_that_is_no_quotation() -> None:
    for case in cases():
        assert [words for words, _ in heard(case)] == [right["words"] for right in case["quotations"]], case[
            "style"
        ]


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: str(case["style"]))
def test_the_evidence_block_of_every_known_quotation_passes_the_gate(case: dict[str, Any]) -> None:
    text = article(case)
    for _, speech in heard(case):
        spans = [part.span for part in speech.quotations]
        enough = all(sum(map(str.isalnum, text.text[slice(*span)])) >= 3 for span in spans)
        assert (evidence_block(text, Kind.QUOTE, spans) is not None) == enough, case["style"]


if __name__ == "__main__":
    all_of_it = [answer for one in cases() for answer in answers(one)]
    for was_found, is_right, what in all_of_it:
        if not (was_found and is_right):
            print(what)  # noqa: T201 - for the person who called it
    print(sum(one[0] for one in all_of_it), sum(one[1] for one in all_of_it), len(all_of_it))  # noqa: T201 - likewise
