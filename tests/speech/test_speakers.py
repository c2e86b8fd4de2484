"""Who says a quotation: reporting clauses, names and pronouns. No speaker is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.articles import Article, read_article
from generator.content.model import Party
from generator.speech.names import names, people
from generator.speech.quotation_marks import quotations
from generator.speech.sentence import Doubt
from generator.speech.speakers import speeches
from generator.speech.words import language_words

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
    found = [
        (name.text, name.person.party)
        for name in names(article(text), people(PARTIES), language_words("en"))
        if name.person
    ]
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


def test_a_quotation_without_a_clause_continues_the_one_before_in_its_paragraph_only() -> None:
    text = "“We go,” said Ann Bee. “We go soon.”\n“We never stay.”\nThe hall was “full”."
    assert speakers_of(text) == [("Ann Bee", "name"), ("Ann Bee", "name"), (None, "none"), (None, "none")]


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


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("“No,” the mayor said.", Doubt.ROLE),
        ("“No,” an aide to Ann Bee said.", Doubt.AIDE),
        ("A lawyer for Ann Bee said it was “no”.", Doubt.AIDE),
        ("Ann Bee was called “a saint”.", Doubt.PASSIVE),
        ("Ann Bee denied saying “no”.", Doubt.DENIED),
        ("Ann Bee could say “no”.", Doubt.DENIED),
        ("“No,” said Ann Bee and Tom Cole.", Doubt.JOINT),
        ("Ann Bee quoted an old man: “No.”", Doubt.QUOTED),
        ("Ann Bee met Eve Moss. “No,” she said.", Doubt.PRONOUN),
        ("Ann Bee said that Tom Cole had hummed, and the hall was “full”.", Doubt.OTHER),
    ],
)
def test_a_clause_that_names_nobody_for_certain_says_why(text: str, doubt: Doubt) -> None:
    (speech,) = speeches(article(text), ())
    assert (speech.name, speech.doubt) == (None, doubt)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bee was accused by Tom Cole of “greed”.",
        "The plan, called “greed” by Tom Cole, failed.",
        "“Greed,” Ann Bee quoted Tom Cole as saying.",
        "According to Ann Bee, Tom Cole said it was “greed”.",
        "Ann Bee’s plan was “greed”, Tom Cole said.",
        "It was Tom Cole who said it was “greed”.",
        "Ann Bee: “No.” Tom Cole (East) said: “Greed.”",
        "Ann Bee spoke in Lund. TOM COLE: “Greed.” Tom Cole left.",
    ],
)
def test_the_person_who_said_the_words_is_named_not_another_one(text: str) -> None:
    assert speakers_of(text)[-1] == ("Tom Cole", "name")


@pytest.mark.parametrize(
    ("pronoun", "name"), [("she", "Ann Bee"), ("he", "Tom Cole")], ids=["a woman", "a man"]
)
def test_a_pronoun_means_the_only_person_of_its_gender(pronoun: str, name: str) -> None:
    text = f"Ann Bee met Tom Cole on Monday. “No,” {pronoun} said."
    assert speakers_of(text) == [(name, "pronoun")]


def test_a_pronoun_means_nobody_if_somebody_without_a_name_can_be_meant() -> None:
    assert speakers_of("Ann Bee met a nurse. “No,” she said.") == [(None, "none")]


def test_a_surname_that_two_people_of_the_text_share_is_not_made_longer() -> None:
    assert speakers_of("Ann Bee met Eve Bee. Bee said it was “late”.") == [("Bee", "name")]


def test_a_headline_names_a_speaker_only_before_a_colon() -> None:
    text = "Crooked Bee Must Go, Says ‘Angry’ Tom Cole\nAnn Bee: ‘I Stay’\nAnn Bee slept."
    assert speakers_of(text) == [(None, "none"), ("Ann Bee", "name")]


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


def test_a_name_with_quotation_marks_in_it_is_read() -> None:
    party = Party.model_validate({"name": "Movement “New Dawn”", "kind": "movement"})
    text = "Movement “New Dawn” said: “We will not sail tonight.”\n"
    assert len(speeches(article(text), people({"dawn": party}))) == 2
