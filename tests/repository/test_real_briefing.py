"""The real article, and the briefing that is written from it."""

import hashlib
import re
from itertools import product

import pytest

from generator.content.files import read_files
from generator.content.model import Basis, Kind
from generator.content.model.uses import Role, uses
from generator.pipeline import Examined, examine
from tests.building import ROOT

NAME = "moscow-talks-2025-12-02"
SHA256 = "17e20d3a61afa8493135e31918f70c8382ad50473980c6a8efdec8f529535ef8"
# Every quotation of the article, in order, with its speaker.
QUOTATIONS = {
    "neither further nor closer": "yuri-ushakov",
    "more or less acceptable": "yuri-ushakov",
    "don’t suit us": "yuri-ushakov",
    "special military operation": "vladimir-putin",
    "war": "vladimir-putin",
    "ready right now": "vladimir-putin",
    "suddenly": "vladimir-putin",
    "looks better": "volodymyr-zelenskyy",
    "work is not over yet": "volodymyr-zelenskyy",
}


@pytest.fixture(scope="module")
def examined() -> Examined:
    """This project's content."""
    return examine(*read_files(ROOT))


def test_the_article_has_not_changed_by_a_byte() -> None:
    assert hashlib.sha256((ROOT / "seeds" / f"{NAME}.txt").read_bytes()).hexdigest() == SHA256


def test_the_only_question_about_the_real_briefing_is_how_much_of_the_article_it_shows(
    examined: Examined,
) -> None:
    assert [diagnostic.code for diagnostic in examined.diagnostics] == ["W471"]


def test_the_article_has_nine_quotations(examined: Examined) -> None:
    text = examined.content.corpus.sources[NAME].article.text
    found = [words.rstrip(",.") for words in re.findall("“([^”]+)”", text)]
    assert found == list(QUOTATIONS)


def test_the_quotes_are_exactly_the_words_between_quotation_marks(examined: Examined) -> None:
    text = examined.content.corpus.sources[NAME].article.text
    quoted = {
        (span.start, text[span.start : span.end])
        for selector, passage in examined.content.passages.items()
        if selector.kind is Kind.QUOTE
        for span in passage.spans
    }
    pairs = re.finditer("“([^”]+?)[,.]?”", text)
    assert {(pair.start(1), pair[1]) for pair in pairs} == quoted
    assert not set(text) & set('"‘«»„')


def test_every_quotation_is_cited_with_its_speaker(examined: Examined) -> None:
    used = {
        (text, use.evidence.speaker)
        for use in uses(examined.content.corpus.briefings["ukraine-settlement"])
        if use.evidence.kind is Kind.QUOTE
        for text in examined.content.passages[use.evidence.selector].texts
    }
    assert used == set(QUOTATIONS.items())


def test_every_quote_is_inside_quotation_marks(examined: Examined) -> None:
    article = examined.content.corpus.sources[NAME].article
    inside = [match.span() for match in re.finditer("“[^”]+”", article.text)]
    for selector, passage in examined.content.passages.items():
        for span in passage.spans:
            quoted = any(start < span.start and span.end < end for start, end in inside)
            assert quoted or selector.kind is not Kind.QUOTE, passage.texts


def test_every_party_has_a_position_on_every_issue(examined: Examined) -> None:
    briefing = examined.content.corpus.briefings["ukraine-settlement"]
    entries = {
        (party, position.issue) for party, file in briefing.positions.items() for position in file.positions
    }
    assert entries == set(product(briefing.about.parties, briefing.about.issues))
    assert len(briefing.about.parties) == 4
    assert len(briefing.about.issues) >= 5


def test_no_position_rests_only_on_assessments_of_the_article(examined: Examined) -> None:
    briefing = examined.content.corpus.briefings["ukraine-settlement"]
    for use in uses(briefing):
        if use.role is Role.POSITION and use.position is not None:
            assert any(evidence.kind is not Kind.ASSESSMENT for evidence in use.position.evidence)


def test_a_party_without_a_statement_in_the_article_has_no_stance(examined: Examined) -> None:
    europe = examined.content.corpus.briefings["ukraine-settlement"].positions["european-states"]
    assert {position.stance for position in europe.positions} == {"not-found"}


def test_every_stance_of_the_united_states_is_inferred(examined: Examined) -> None:
    """The article quotes no US official."""
    states = examined.content.corpus.briefings["ukraine-settlement"].positions["united-states"]
    on_the_scale = [
        position for position in states.positions if position.stance not in {"not-found", "unclear"}
    ]
    assert on_the_scale
    assert {position.basis for position in on_the_scale} == {Basis.INFERRED}


def test_unknown_facts_about_the_source_are_left_out(examined: Examined) -> None:
    about = examined.content.corpus.sources[NAME].about
    assert (about.publisher, about.byline, about.url, about.published) == (None, None, None, None)
    assert about.title.startswith("[")
