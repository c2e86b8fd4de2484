"""Who speaks in sources without quotation marks: speeches, statements, transcripts and interviews."""

import pytest

from generator.content.articles import read_article
from generator.content.model import Party, Source, SourceFile
from generator.evidence import Span
from generator.speech.names import people
from generator.speech.voices import is_spoken, source_speeches

PARTIES = {
    "north": Party.model_validate(
        {
            "name": "Northland",
            "kind": "state",
            "speakers": {
                "ada-holm": {"name": "Ada Holm", "role": "Prime Minister"},
                "bo-lind": {"name": "Bo Lind"},
            },
        }
    ),
    "south": Party.model_validate(
        {"name": "Southland", "kind": "state", "speakers": {"li-wu": {"name": "Li Wu", "role": "Envoy"}}}
    ),
}
KNOWN = people(PARTIES)


def source(text: str, **about: object) -> Source:
    """Return a source in English with `text`."""
    article, _ = read_article("s", text.encode(), "seeds/s.txt")
    assert article is not None
    return Source("s", SourceFile.model_validate({"title": "S", "language": "en", **about}), article)


def said(text: str, **about: object) -> list[tuple[str, str | None, str]]:
    """Return the words of all speeches, who says them, and how the source says so."""
    found = source(text, **about)
    return [
        (found.article.text[slice(*part.span)], speech.name, str(speech.by))
        for speech in source_speeches(found, KNOWN)
        for part in speech.quotations
    ]


@pytest.mark.parametrize("kind", ["speech", "statement", "post"])
def test_every_sentence_of_a_text_of_one_voice_is_the_words_of_its_voice(kind: str) -> None:
    found = said("We go. We go now.", kind=kind, party="north", speaker="ada-holm")
    assert found == [("We go.", "Ada Holm", "voice"), ("We go now.", "Ada Holm", "voice")]


def test_a_statement_of_a_party_or_of_several_is_their_words() -> None:
    assert said("We go.", kind="statement", party="north") == [("We go.", "Northland", "voice")]
    assert said("We go.", kind="statement", parties=["north", "south"]) == [
        ("We go.", "Northland, Southland", "voice")
    ]


def test_somebody_else_s_quotation_in_a_speech_is_known() -> None:
    text = "We go. “You stay,” Li Wu told us."
    assert ("You stay,", "Li Wu", "name") in said(text, kind="speech", party="north", speaker="ada-holm")


def test_words_in_marks_in_a_speech_are_marked_as_inner_words() -> None:
    found = source("They call it “madness”.", kind="speech", party="north", speaker="ada-holm")
    (speech,) = source_speeches(found, KNOWN)
    assert [found.article.text[slice(*span)] for span in speech.quotations[0].inner] == ["madness"]


@pytest.mark.parametrize(
    ("label", "name", "by"),
    [
        ("MS HOLM:", "Ada Holm", "name"),
        ("Ada Holm (North):", "Ada Holm", "name"),
        ("THE PRIME MINISTER:", "Ada Holm", "name"),
        ("Lord Toft of Lund (Con):", "Toft", "name"),
        ("EVA MOSS:", "Eva Moss", "name"),
        ("The Chair:", None, "none"),
        ("Q.", None, "none"),
    ],
)
def test_a_label_names_the_speaker_of_the_paragraphs_behind_it(label: str, name: str | None, by: str) -> None:
    text = f"Record of the hearing.\n\n{label} We go.\n\nWe go now.\n\n(Applause.)\n\nMR WU: No."
    found = said(text, kind="transcript")
    assert found == [("We go.", name, by), ("We go now.", name, by), ("No.", "Li Wu", "name")]


def test_an_office_of_one_word_is_that_of_the_party_to_which_the_record_belongs() -> None:
    text = "THE ENVOY: We go."
    assert said(text, kind="transcript") == [("We go.", None, "none")]
    assert said(text, kind="transcript", publisher="Northland") == [("We go.", None, "none")]
    assert said(text, kind="transcript", publisher="Southland") == [("We go.", "Li Wu", "name")]
    assert said(text, kind="transcript", party="south") == [("We go.", "Li Wu", "name")]


def test_the_answers_of_an_interview_are_those_of_its_speaker() -> None:
    text = "Q: Do you go?\n\nA: We do."
    found = said(text, kind="interview", party="north", speaker="ada-holm")
    assert found == [("Do you go?", None, "none"), ("We do.", "Ada Holm", "voice")]


def test_a_dash_begins_somebody_s_words_in_an_interview() -> None:
    text = "– We go, says Ada Holm.\n\n– You stay."
    assert said(text, kind="interview") == [("We go,", "Ada Holm", "name"), ("You stay.", None, "none")]
    assert said(text) == []


def test_words_of_the_record_are_nobody_s() -> None:
    found = source("Record.\n\nMS HOLM: We go. We go now.\n\nMR WU: No.", kind="transcript")
    spoken, text = source_speeches(found, KNOWN), found.article.text
    answers = {
        words: is_spoken(found.article, spoken, Span(text.index(words), text.index(words) + len(words)))
        for words in ("Record", "We go. We go now.", "now.\n\nMR WU: No", "No")
    }
    assert answers == {"Record": False, "We go. We go now.": True, "now.\n\nMR WU: No": False, "No": True}
