"""Without a basis of the editors, a position is stated only with the party’s own words."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.analysis.basis import basis_of
from generator.content.load import load
from generator.content.model import Basis, Corpus, Position, SourceFile
from tests.test_cases import project

QUOTE = {"source": "report", "quote": "We will open the bridge in May"}
REPORTED = {"source": "report", "reported": "wants the bridge to be wider"}


def corpus(**about: object) -> Corpus:
    """Return the base of all cases, with more details of its source, and a bloc of which the town is a member."""
    parties = b"""
cities: {name: The cities, kind: bloc}
"""
    files = project()
    town = files["briefings/parties.yml"].replace(b"town:\n", b"town:\n  part_of: [cities]\n", 1)
    found = load(files | {"briefings/parties.yml": town + parties})[0]
    source = found.sources["report"]
    details = source.about.model_copy(
        update=SourceFile.model_validate({"title": "T", "language": "en"} | about).__dict__
    )
    return replace(found, sources={"report": replace(source, about=details)})


def basis(found: Corpus, party: str, *evidence: Mapping[str, object], **about: object) -> str:
    """Return the basis of a position with this evidence."""
    position = Position.model_validate(
        {"issue": "width", "stance": "supports", "evidence": evidence, **about}
    )
    return basis_of(found, party, position).value


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ([QUOTE], "stated"),
        ([QUOTE | {"speaker": "ada-vale"}], "stated"),
        ([REPORTED], "reported"),
        ([REPORTED, QUOTE], "stated"),
        ([REPORTED, QUOTE | {"relation": "background"}], "reported"),
        ([REPORTED, QUOTE | {"relation": "qualifies"}], "reported"),
        ([QUOTE | {"parties": ["town", "drivers"]}], "stated"),
        ([QUOTE | {"parties": ["drivers"]}], "reported"),
        ([{"source": "report", "assessment": "the bridge"}], "reported"),
        ([], "reported"),
    ],
)
def test_a_quote_of_the_party_that_supports_the_position_makes_it_stated(
    evidence: list[Mapping[str, object]], expected: str
) -> None:
    assert basis(corpus(), "town", *evidence) == expected


def test_a_quote_of_another_party_is_a_report() -> None:
    assert basis(corpus(), "drivers", QUOTE | {"speaker": "ada-vale"}) == "reported"


def test_words_of_a_member_are_own_words_of_its_bloc() -> None:
    assert basis(corpus(), "cities", QUOTE | {"speaker": "ada-vale"}) == "stated"


@pytest.mark.parametrize(
    ("about", "party", "expected"),
    [
        ({"kind": "statement", "party": "town"}, "town", "stated"),
        ({"kind": "statement", "party": "town"}, "cities", "stated"),
        ({"kind": "statement", "party": "town"}, "drivers", "reported"),
        ({"kind": "speech", "speaker": "ada-vale"}, "town", "stated"),
        ({"kind": "statement", "parties": ["town", "drivers"]}, "drivers", "stated"),
        ({"kind": "article"}, "town", "reported"),
    ],
)
def test_a_sentence_of_the_party_s_own_text_is_stated(
    about: dict[str, object], party: str, expected: str
) -> None:
    assert basis(corpus(**about), party, REPORTED) == expected


@pytest.mark.parametrize("written", list(Basis))
def test_the_basis_that_editors_write_counts(written: Basis) -> None:
    assert basis(corpus(), "town", REPORTED, basis=written.value) == written.value
