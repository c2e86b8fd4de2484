"""Who says a quotation: reporting clauses, names and pronouns. No speaker is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.articles import Article, read_article
from generator.content.model import Party
from generator.speech.names import names, people
from generator.speech.quotation_marks import quotations
from generator.speech.speakers import speeches

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
    """Return a stored text."""
    found, _ = read_article("a", text.encode(), "seeds/a.txt")
    assert found is not None
    return found


def speakers_of(text: str) -> list[tuple[str | None, str]]:
    """Return the speaker of each utterance of an English text, and how the text identifies them."""
    return [(speech.name, str(speech.by)) for speech in speeches(article(text), ())]


def test_a_surname_that_two_speakers_share_is_not_a_name() -> None:
    known = {name for person in people(PARTIES) if person.speaker for name in person.names}
    assert known == {"Ada Holm", "Bo Holm", "Li Wu", "Wu", "the general"}


def test_known_names_are_whole_words_and_the_longest_ones() -> None:
    text = "Ada Holm of Northland, not of Northlandia, met the northern government."
    found = [(name.text, name.person.party) for name in names(article(text), people(PARTIES)) if name.person]
    assert found == [("Ada Holm", "north"), ("Northland", "north"), ("the northern government", "north")]


def test_a_known_speaker_has_a_party_and_an_identifier() -> None:
    (speech,) = speeches(article("“No,” the general said."), people(PARTIES))
    assert speech.person is not None
    assert (speech.name, speech.person.party, speech.person.speaker) == ("Li Wu", "south", "li-wu")


def test_an_interrupted_quotation_and_one_over_paragraphs_are_one_utterance() -> None:
    text = "“We go,” Ann Bee said, “today.”\n“You stay.\n“They too,” said Tom Cole."
    assert [len(speech.quotations) for speech in speeches(article(text), ())] == [2, 2]
    assert speakers_of(text) == [("Ann Bee", "name"), ("Tom Cole", "name")]


@pytest.mark.parametrize(
    "text",
    [
        "“No,” said the mayor, Ann Bee.",
        "“No,” Ann Bee, an adviser to Tom Cole, later said.",
        "According to Ann Bee, the hall was “full”.",
        "BEE: “No.” Ann Bee, the mayor, said: “No.”",
    ],
)
def test_a_reporting_clause_names_the_speaker(text: str) -> None:
    assert speakers_of(text)[-1] == ("Ann Bee", "name")


def test_a_quotation_that_fills_the_next_paragraph_has_the_same_speaker() -> None:
    text = "“We go,” said Ann Bee.\n“We never stay.”\nThe hall was “full”."
    assert speakers_of(text) == [("Ann Bee", "name"), ("Ann Bee", "name"), (None, "none")]


def test_a_french_pronoun_after_a_hyphen_is_the_speaker() -> None:
    text = "« Non », déclare Ann Bee. « Jamais », dit-elle."
    found = [(speech.name, str(speech.by)) for speech in speeches(article(text), (), "fr")]
    assert found == [("Ann Bee", "name"), ("Ann Bee", "pronoun")]


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
def test_no_speaker_is_guessed(text: str) -> None:
    assert speakers_of(text) == [(None, "none")]


def test_a_pronoun_means_the_last_speaker() -> None:
    assert speakers_of("“No,” said Ann Bee. “Never,” she added.") == [
        ("Ann Bee", "name"),
        ("Ann Bee", "pronoun"),
    ]


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
def test_every_quotation_of_any_text_belongs_to_one_speech(text: str, language: str) -> None:
    found, _ = read_article("a", text.encode(), "seeds/a.txt")
    if found is None:
        return
    parts = [part for speech in speeches(found, people(PARTIES), language) for part in speech.quotations]
    assert parts == list(quotations(found))


@pytest.mark.parametrize("unit", ["“a” said Ann Bee. ", "“a”, ", "Ann said “b” and “c” but "])
def test_a_long_text_is_read_to_its_end(unit: str) -> None:
    text = unit * (20_000 // len(unit)) + "“z”"
    assert speeches(article(text), people(PARTIES))[-1].quotations[-1].span.end == len(text) - 1
