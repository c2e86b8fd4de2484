"""An evidence block is found by the gate at exactly the passages that it was written for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.articles import Article, read_article
from generator.content.model import Evidence, Kind
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.edit.quote_finder.blocks import evidence_block
from generator.evidence import Passage, Span
from generator.evidence.matching import locate
from generator.fold import INVISIBLE, SPACES
from generator.location import Location
from tests.building import ROOT

TALKS = (
    "The talks began. Before the talks ended, the talks were hard. “We can’t sign it,” she said, “but we will\u00a0talk.”\n\n"
    "He said we will sign, or we will not. ‘Item #5: no’ stays.\n"
)


def article(text: str) -> Article:
    """Read `text` as a stored text."""
    read, _ = read_article("talks", text.encode(), "seeds/talks.txt")
    assert read is not None
    return read


def spans(text: str, *words: str, nth: int = 1) -> list[Span]:
    """Give where `words` stand in `text`, the first of them at its place number `nth`."""
    found, at = [], -1
    for index, one in enumerate(words):
        for _ in range(nth if index == 0 else 1):
            at = text.index(one, at + 1)
        found.append(Span(at, at + len(one)))
    return found


def passage(text: str, block: str) -> tuple[Span, ...]:
    """Give where the gate finds what `block` says."""
    file, faults = read_yaml("x.yml", f"evidence:\n{block}\n".encode())
    assert file is not None, faults
    evidence, faults = read_node(Evidence, file.data["evidence"][0], Location("x.yml"))
    assert evidence is not None, faults
    found = locate(article(text), evidence.selector)
    assert isinstance(found, Passage), found
    return found.spans


def test_words_that_stand_once_need_nothing_more() -> None:
    block = evidence_block(article(TALKS), Kind.QUOTE, spans(TALKS, "We can’t sign it,"), "ada-holm")
    assert block == '- source: talks\n  quote: "We can’t sign it,"\n  speaker: ada-holm'


def test_several_segments_are_a_list() -> None:
    wanted = spans(TALKS, "We can’t sign it,", "but we will\u00a0talk.")
    block = evidence_block(article(TALKS), Kind.QUOTE, wanted)
    assert block == '- source: talks\n  quote:\n    - "We can’t sign it,"\n    - "but we will talk."'


@pytest.mark.parametrize(
    ("nth", "line"),
    [(1, '  prefix: "Before"'), (2, '  prefix: "ended,"')],
)
def test_words_that_stand_often_are_told_apart_by_what_is_before_them(nth: int, line: str) -> None:
    wanted = spans(TALKS, "the talks", nth=nth)
    block = evidence_block(article(TALKS), Kind.REPORTED, wanted)
    assert block == f'- source: talks\n  reported: "the talks"\n{line}'


def test_words_at_the_beginning_are_told_apart_by_what_is_after_them() -> None:
    text = "We will sign it. We will sign."
    assert evidence_block(article(text), Kind.REPORTED, spans(text, "We will sign")) == (
        '- source: talks\n  reported: "We will sign"\n  suffix: "it"'
    )


def test_words_with_the_same_words_around_them_are_told_apart_by_their_number() -> None:
    text = "We will sign.\n" * 40
    assert evidence_block(article(text), Kind.REPORTED, spans(text, "will sign", nth=20)) == (
        '- source: talks\n  reported: "will sign"\n  occurrence: 20'
    )


def test_of_words_in_very_many_places_no_block_is_made() -> None:
    text = "We will sign.\n" * 1_001
    assert evidence_block(article(text), Kind.REPORTED, spans(text, "will sign", nth=20)) is None


def test_segments_that_could_stand_farther_apart_are_told_apart_at_both_ends() -> None:
    text = "We sign. It rains, and we wait. It rains, and we sing."
    wanted = [Span(0, 7), Span(32, 40)]
    block = evidence_block(article(text), Kind.REPORTED, wanted)
    assert block is not None
    assert passage(text, block) == tuple(wanted)


def test_texts_without_spaces_between_words_are_told_apart_too() -> None:
    text = "双方谈判很难。他说谈判很难。她说谈判很难。"
    wanted = spans(text, "谈判很难", nth=2)
    block = evidence_block(article(text), Kind.REPORTED, wanted)
    assert block == '- source: talks\n  reported: "谈判很难"\n  prefix: "他说"'


def test_signs_that_yaml_would_take_for_its_own_are_no_trouble() -> None:
    text = 'He said: "Item #5: no" \\ – {yes} & \x07 *never*, |\n'
    wanted = [Span(0, len(text) - 1)]
    block = evidence_block(article(text), Kind.REPORTED, wanted)
    assert block is not None
    assert "\\u0007" in block
    assert passage(text, block) == tuple(wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        [],
        [Span(0, 0)],
        [Span(0, 2)],
        [Span(5, 9), Span(0, 4)],
        [Span(4, 9), Span(6, 15)],
        [Span(0, 6)],
        [Span(0, 4)],
    ],
    ids=["none", "empty", "short", "out of order", "overlapping", "cuts a word", "with a space"],
)
def test_what_the_gate_would_not_find_there_has_no_block(wanted: list[Span]) -> None:
    assert evidence_block(article(TALKS), Kind.QUOTE, wanted) is None


def test_a_speaker_who_cannot_be_one_has_no_block() -> None:
    assert evidence_block(article(TALKS), Kind.QUOTE, spans(TALKS, "We can’t sign it,"), "Ada Holm\n") is None


@given(
    st.text(
        st.sampled_from("ab ab ab .,“”’'-–…\n#:\"\\ée\u0301谈" + INVISIBLE[:5] + SPACES[5:9]), min_size=1
    ),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=3),
)
def test_every_block_is_found_at_its_own_passages_and_nowhere_else(
    text: str, wanted: list[tuple[int, int]]
) -> None:
    stored, _ = read_article("talks", text.encode(), "seeds/talks.txt")
    if stored is not None:
        given_spans = [Span(*one) for one in wanted if one[0] < one[1] <= len(text)]
        block = evidence_block(stored, Kind.QUOTE, given_spans)
        assert block is None or passage(text, block) == tuple(given_spans)


def test_the_sentences_of_a_real_article_all_have_a_block() -> None:
    text = (ROOT / "seeds" / "moscow-talks-2025-12-02.txt").read_text(encoding="utf-8")
    stored = article(text)
    for paragraph in stored.paragraphs:
        for start, end in stored.sentences(paragraph):
            wanted = [Span(start, start + len(text[start:end].rstrip()))]
            block = evidence_block(stored, Kind.REPORTED, wanted)
            assert block is not None
            assert passage(text, block) == tuple(wanted)
