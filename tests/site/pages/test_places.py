"""The page and the time of a passage follow from the places of its source, unless its evidence says them."""

import pytest

from generator.content.articles import read_article
from generator.content.model import Evidence, Source, SourceFile
from generator.evidence import Passage
from generator.evidence.matching import locate
from generator.language import ENGLISH
from generator.site.pages.places import Place, place_in_words, place_of

TEXT = (
    "REED: We met in May. It was cold.\n"
    "The talks went on until June.\n"
    "BERG: Nobody signed anything. We left.\n"
    "They wrote to us in autumn.\n"
)
PLACES = [
    {"paragraph": 1, "page": "3", "time": "0:10"},
    {"paragraph": 2, "page": "3–4"},
    {"paragraph": 3, "page": "4", "time": "12:30"},
]


def source(places: list[dict[str, object]] = PLACES) -> Source:
    """Return a transcript with places."""
    article, _ = read_article("talks", TEXT.encode(), "seeds/talks.txt")
    assert article is not None
    about = {"title": "Talks", "kind": "transcript", "language": "en", "places": places}
    return Source("talks", SourceFile.model_validate(about), article)


def place(*words: str, places: list[dict[str, object]] = PLACES, **keys: str) -> Place:
    """Return the place of a passage with these words."""
    evidence = Evidence.model_validate({"source": "talks", "reported": words, **keys})
    found = locate(source(places).article, evidence.selector)
    assert isinstance(found, Passage)
    return place_of(source(places), evidence, found)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["We met in May"], "p. 3, at 0:10"),  # the label of the speaker is before it
        (["It was cold"], "p. 3, after 0:10"),
        (["The talks went on"], "pp. 3–4, after 0:10"),
        (["BERG: Nobody signed anything"], "p. 4, at 12:30"),
        (["They wrote to us in autumn"], "p. 4, after 12:30"),
        (["It was cold", "Nobody signed anything"], "pp. 3–4, after 0:10"),
    ],
)
def test_a_passage_has_the_page_and_the_time_of_its_paragraphs(words: list[str], shown: str) -> None:
    assert place_in_words(ENGLISH, place(*words)) == shown


def test_what_the_evidence_says_comes_first() -> None:
    found = place("It was cold", page="2", time="0:15", clause="4")
    assert place_in_words(ENGLISH, found) == "p. 2, clause 4, at 0:15"


def test_nothing_is_said_before_the_first_place() -> None:
    assert place("We met in May", places=PLACES[1:]) == Place()
    assert place("We met in May", "Nobody signed anything", places=PLACES[2:]) == Place()
