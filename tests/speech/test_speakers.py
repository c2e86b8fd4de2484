"""Who says it: the clauses of papers, names and pronouns, and that nobody is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.articles import Article, read_article
from generator.content.model import Party
from generator.speech import By, mentions, people, quotations, speeches

PARTIES = {
    "north": Party.model_validate(
        {
            "name": "Northland",
            "kind": "state",
            "aliases": ["the northern government"],
            "speakers": {"ada-holm": {"name": "Ada Holm"}, "bo-holm": {"name": "Bo Holm"}},
        }
    ),
    "south": Party.model_validate(
        {
            "name": "South",
            "kind": "state",
            "speakers": {"li-wu": {"name": "Li Wu", "aliases": ["the general"]}},
        }
    ),
}


def article(text: str) -> Article:
    """Read a text."""
    found, _ = read_article("a", text.encode(), "seeds/a.txt")
    assert found is not None
    return found


def said(text: str) -> list[tuple[str | None, str]]:
    """Give who says each utterance of an English text, and how it is known."""
    return [(one.name, str(one.by)) for one in speeches(article(text), ())]


def test_a_surname_of_two_speakers_means_neither() -> None:
    names = {name for one in people(PARTIES) if one.speaker for name in one.names}
    assert names == {"Ada Holm", "Bo Holm", "Li Wu", "Wu", "the general"}


def test_mentions_are_whole_words_and_the_longest_names() -> None:
    text = "Ada Holm of Northland, not of Northlandia, met the northern government."
    found = [(text[slice(*one.span)], one.person.party) for one in mentions(article(text), people(PARTIES))]
    assert found == [("Ada Holm", "north"), ("Northland", "north"), ("the northern government", "north")]


def test_a_known_speaker_is_told_with_party_and_identifier() -> None:
    (speech,) = speeches(article("“No,” the general said."), people(PARTIES))
    assert speech.person is not None
    assert (speech.name, speech.person.party, speech.person.speaker) == ("Li Wu", "south", "li-wu")


def test_an_interrupted_quotation_and_one_over_paragraphs_are_one_utterance() -> None:
    text = "“We go,” Ann Bee said, “today.”\n“You stay.\n“They too,” said Tom Cole."
    assert [len(one.quotations) for one in speeches(article(text), ())] == [2, 2]
    assert said(text) == [("Ann Bee", "name"), ("Tom Cole", "name")]


@pytest.mark.parametrize(
    "text",
    [
        "The “golden” hall was full.",
        "“No,” a neighbour said.",
        "“No.” The hall was full.",
        "“No,” said a friend of Ann Bee.",
        "Ann Bee's “golden” hall was full.",
        "The sign read “closed”.",
        "He said “no”.",
        "“No,” they said.",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert said(text) == [(None, "none")]


def test_the_name_is_told_where_the_text_has_it() -> None:
    text = "“No,” said Ann Bee. “Never,” she added."
    first, second = speeches(article(text), ())
    assert first.named_at is not None
    assert second.named_at is not None
    assert [text[slice(*first.named_at)], text[slice(*second.named_at)]] == ["Ann Bee", "she"]
    assert (second.name, second.by) == ("Ann Bee", By.PRONOUN)


@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "‘", "’", ",", ".", " ", "\n", "said", "Ann", "Bee", "he", "и", "的", "-"]
        ),
        min_size=1,
        max_size=60,
    ).map("".join),
    st.sampled_from(["en", "de", "fr", "zh", "xx"]),
)
def test_any_text_is_heard_to_its_end_and_each_outermost_quotation_is_said_once(
    text: str, language: str
) -> None:
    found, _ = read_article("a", text.encode(), "seeds/a.txt")
    if found is None:
        return
    parts = [part for one in speeches(found, people(PARTIES), language) for part in one.quotations]
    assert parts == [one for one in quotations(found) if one.depth == 1]


@pytest.mark.parametrize(
    "unit", ["“a” said Ann Bee. ", "Ann ", "“a”, ", "said ", "Ann said “b” and “c” but "]
)
def test_a_long_text_is_heard_to_its_end(unit: str) -> None:
    text = unit * (100_000 // len(unit)) + "“z”"
    assert speeches(article(text), people(PARTIES))[-1].quotations[-1].span.end == len(text) - 1
