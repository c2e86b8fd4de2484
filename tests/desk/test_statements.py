"""A statement is judged with the evidence of its position, saved or not, and the terms of the site."""

import pytest

from generator.checks.content import Content
from generator.content.model import Kind
from generator.desk.statements import statement_verdicts
from generator.desk.verdicts import sentence
from generator.evidence import Span
from generator.evidence.block import Block
from generator.language import Language
from generator.pipeline import examine
from generator.speech.judgement import selected_evidence
from generator.speech.verdicts import Finding
from tests.speech.test_judgement_as_checked import TODAY, TRAPS
from tests.speech.test_statement import FILE, STATEMENTS, project

SAID = "Olav Brandt of the “Night Line” said they “pay for quiet ramps”."


@pytest.fixture(scope="module")
def content() -> Content:
    """Return a project with a position of the Night Line."""
    return examine(project(SAID), today=TODAY).content


def findings(content: Content, text: str, *, cites: bool = True) -> list[Finding]:
    """Return what is said about a statement of the Night Line."""
    briefing = content.corpus.briefings["boats"]
    evidence = briefing.positions["night-line"].positions[0].evidence if cites else ()
    return [
        verdict.finding for verdict in statement_verdicts(content, briefing, "night-line", text, evidence)
    ]


def test_the_name_of_a_party_in_marks_is_no_quotation(content: Content) -> None:
    assert findings(content, SAID) == [Finding.IN_EVIDENCE, Finding.SAYS_WHO]
    assert not [
        d
        for d in examine(project(SAID), today=TODAY).diagnostics
        if d.location.file == FILE and d.code == "E416"
    ]


def test_without_evidence_a_statement_may_quote_that_of_its_briefing(content: Content) -> None:
    assert findings(content, SAID, cites=False) == [Finding.IN_EVIDENCE, Finding.SAYS_WHO]


def test_evidence_that_is_not_saved_counts(content: Content) -> None:
    briefing = content.corpus.briefings["boats"]
    start = TRAPS.index("Unless it rains")
    words = Span(start, start + len("Unless it rains, we sail"))
    block = selected_evidence(content.corpus.sources["traps"], [words], Kind.QUOTE, "olav-brandt")
    assert isinstance(block, Block)
    text = "Olav Brandt said “Unless it rains, we sail”."
    (verdict, _) = statement_verdicts(content, briefing, "night-line", text, [block.evidence])
    assert verdict.finding is Finding.IN_EVIDENCE


@pytest.mark.parametrize("statement", [statement for statement, _ in STATEMENTS])
def test_the_sentence_on_a_statement_has_all_its_values(content: Content, statement: str) -> None:
    briefing = content.corpus.briefings["boats"]
    evidence = briefing.positions["night-line"].positions[0].evidence
    for verdict in statement_verdicts(content, briefing, "night-line", statement, evidence):
        english, german = (sentence(verdict, Language(code)) for code in ("en", "de"))
        assert "%(" not in english + german
        assert english != german
