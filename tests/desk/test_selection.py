"""A selection is refused where the text has other words at its places, and becomes evidence that the check accepts."""

import pytest
from werkzeug.datastructures import MultiDict

from generator.content.model import Corpus, Kind
from generator.desk.selection import Selection, evidence_yaml, read_selection
from generator.edit.error import EditError
from generator.evidence import Span
from generator.language import ENGLISH
from generator.pipeline import examine
from tests.test_cases import project

TEXT = "🚢 One boat sails.\r\nتبقى القوارب في الميناء ليلا.\n船は夜に出ない。\n"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return a project with a text in three scripts."""
    files = {"seeds/boats.txt": TEXT.encode(), "seeds/boats.yml": b"title: Boats\nlanguage: en\n"}
    return examine({**project(), **files}).content.corpus


def read(corpus: Corpus, spans: str, *words: str) -> Selection:
    """Return the selection that a browser sends."""
    fields = MultiDict([("source", "boats"), ("spans", spans), *(("words", each) for each in words)])
    return read_selection(fields, corpus)


@pytest.mark.parametrize("words", ["One boat", "القوارب", "夜に", "sails.\r\nتبقى"])
def test_words_of_every_script_are_found_at_their_places(words: str, corpus: Corpus) -> None:
    start = TEXT.index(words)
    selection = read(corpus, f"{start}-{start + len(words)}", " ".join(words.split()))
    assert selection.words == (words,)
    values = MultiDict((name, value) for name, value in selection.values().items() if name != "words")
    values.setlist("words", selection.values()["words"])
    assert read_selection(values, corpus) == selection


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ("2-10", ["One bat s"]),
        ("3-11", ["One boat"]),
        ("2-10", []),
        ("2-10", ["One boat", "sails"]),
        ("10-2", [""]),
        ("2-10;1", ["One boat"]),
        ("-2-10", ["One boat"]),
    ],
)
def test_other_words_and_other_places_are_refused(spans: str, words: list[str], corpus: Corpus) -> None:
    with pytest.raises(EditError):
        read(corpus, spans, *words)


def test_a_selection_has_a_largest_size(corpus: Corpus) -> None:
    with pytest.raises(EditError, match="Select at most 5,000"):
        read(corpus, "0-4000,4000-5001", "One", "boat")


def test_a_page_is_written_with_the_evidence(corpus: Corpus) -> None:
    selection = Selection(corpus.sources["boats"], (Span(2, 16),), Kind.REPORTED, page="4: a", time="1:30")
    assert evidence_yaml(selection, corpus, ENGLISH) == (
        '- source: boats\n  reported: "One boat sails"\n  page: "4: a"\n  time: "1:30"'
    )


def test_words_that_cannot_be_evidence_are_refused_with_their_verdict(corpus: Corpus) -> None:
    with pytest.raises(EditError, match="You cut the word “boat”"):
        evidence_yaml(Selection(corpus.sources["boats"], (Span(2, 9),)), corpus, ENGLISH)
