"""The gate finds an evidence block at exactly the passages that it was written for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.articles import Article, read_article
from generator.content.model import Evidence, Kind
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.evidence import Passage, Span
from generator.evidence.block import evidence_block
from generator.evidence.matching import locate
from generator.fold import INVISIBLE, SPACES
from generator.location import Location
from tests.building import ROOT

TALKS = (
    "The talks began. Before the talks ended, the talks were hard. “We can’t sign it,” she said, “but we will\u00a0talk.”\n\n"
    "He said we will sign, or we will not. ‘Item #5: no’ stays.\n"
)


def article(text: str) -> Article:
    """Return a stored text."""
    read, _ = read_article("talks", text.encode(), "seeds/talks.txt")
    assert read is not None
    return read


def spans(text: str, *words: str, nth: int = 1) -> list[Span]:
    """Return the spans of `words` in `text` in order, the first at its place number `nth`."""
    found, at = [], -1
    for index, part in enumerate(words):
        for _ in range(nth if index == 0 else 1):
            at = text.index(part, at + 1)
        found.append(Span(at, at + len(part)))
    return found


def passage(text: str, block: str) -> tuple[Span, ...]:
    """Return the spans that the gate finds for `block`."""
    data, diagnostics = read_yaml("x.yml", f"evidence:\n{block}\n".encode())
    assert data is not None, diagnostics
    evidence, diagnostics = read_node(Evidence, data["evidence"][0], Location("x.yml"))
    assert evidence is not None, diagnostics
    found = locate(article(text), evidence.selector)
    assert isinstance(found, Passage), found
    return found.spans


def test_words_that_occur_once_need_no_pin() -> None:
    block = evidence_block(article(TALKS), Kind.QUOTE, spans(TALKS, "We can’t sign it,"), "ada-holm")
    assert block == '- source: talks\n  quote: "We can’t sign it,"\n  speaker: ada-holm'


def test_several_segments_are_a_list() -> None:
    expected = spans(TALKS, "We can’t sign it,", "but we will\u00a0talk.")
    block = evidence_block(article(TALKS), Kind.QUOTE, expected)
    assert block == '- source: talks\n  quote:\n    - "We can’t sign it,"\n    - "but we will talk."'


@pytest.mark.parametrize(
    ("nth", "line"),
    [(1, '  prefix: "Before"'), (2, '  prefix: "ended,"')],
)
def test_a_prefix_chooses_between_places(nth: int, line: str) -> None:
    expected = spans(TALKS, "the talks", nth=nth)
    block = evidence_block(article(TALKS), Kind.REPORTED, expected)
    assert block == f'- source: talks\n  reported: "the talks"\n{line}'


def test_a_suffix_chooses_words_at_the_beginning() -> None:
    text = "We will sign it. We will sign."
    assert evidence_block(article(text), Kind.REPORTED, spans(text, "We will sign")) == (
        '- source: talks\n  reported: "We will sign"\n  suffix: "it"'
    )


def test_an_occurrence_chooses_words_in_the_same_context() -> None:
    text = "We will sign.\n" * 40
    assert evidence_block(article(text), Kind.REPORTED, spans(text, "will sign", nth=20)) == (
        '- source: talks\n  reported: "will sign"\n  occurrence: 20'
    )


def test_words_in_more_than_a_thousand_places_have_no_block() -> None:
    text = "We will sign.\n" * 1_001
    assert evidence_block(article(text), Kind.REPORTED, spans(text, "will sign", nth=20)) is None


def test_segments_that_could_be_farther_apart_are_pinned_at_both_ends() -> None:
    text = "We sign. It rains, and we wait. It rains, and we sing."
    expected = [Span(0, 7), Span(32, 40)]
    block = evidence_block(article(text), Kind.REPORTED, expected)
    assert block is not None
    assert passage(text, block) == tuple(expected)


def test_a_prefix_works_in_scripts_without_spaces() -> None:
    text = "双方谈判很难。他说谈判很难。她说谈判很难。"
    expected = spans(text, "谈判很难", nth=2)
    block = evidence_block(article(text), Kind.REPORTED, expected)
    assert block == '- source: talks\n  reported: "谈判很难"\n  prefix: "他说"'


def test_characters_with_a_meaning_in_yaml_are_quoted() -> None:
    text = 'He said: "Item #5: no" \\ – {yes} & \x07 *never*, |\n'
    expected = [Span(0, len(text) - 1)]
    block = evidence_block(article(text), Kind.REPORTED, expected)
    assert block is not None
    assert "\\u0007" in block
    assert passage(text, block) == tuple(expected)


@pytest.mark.parametrize(
    "expected",
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
def test_a_passage_that_the_gate_refuses_has_no_block(expected: list[Span]) -> None:
    assert evidence_block(article(TALKS), Kind.QUOTE, expected) is None


def test_an_invalid_speaker_has_no_block() -> None:
    assert evidence_block(article(TALKS), Kind.QUOTE, spans(TALKS, "We can’t sign it,"), "Ada Holm\n") is None


@given(
    st.text(
        st.sampled_from("ab ab ab .,“”’'-–…\n#:\"\\ée\u0301谈" + INVISIBLE[:5] + SPACES[5:9]), min_size=1
    ),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=3),
)
def test_every_block_is_found_at_its_own_passages(text: str, expected: list[tuple[int, int]]) -> None:
    stored, _ = read_article("talks", text.encode(), "seeds/talks.txt")
    if stored is not None:
        passages = [Span(start, end) for start, end in expected if start < end <= len(text)]
        block = evidence_block(stored, Kind.QUOTE, passages)
        assert block is None or passage(text, block) == tuple(passages)


def test_every_sentence_of_a_real_article_has_a_block() -> None:
    text = (ROOT / "seeds" / "moscow-talks-2025-12-02.txt").read_text(encoding="utf-8")
    stored = article(text)
    for paragraph in stored.paragraphs:
        for start, end in stored.sentences(paragraph):
            expected = [Span(start, start + len(text[start:end].rstrip()))]
            block = evidence_block(stored, Kind.REPORTED, expected)
            assert block is not None
            assert passage(text, block) == tuple(expected)
