"""A statement is judged while it is typed as the whole check judges it."""

import pytest

from generator.content.model import Corpus
from generator.content.model.uses import all_evidence
from generator.evidence import resolve
from generator.pipeline import examine
from generator.speech.statement import Cited, judge_statement
from generator.speech.verdicts import Action, Finding, Verdict
from tests.speech.test_judgement_as_checked import TODAY, files

FILE = "briefings/boats/positions/night-line.yml"
CODES = {"E416", "W444", "E445", "E462", "I431"}


def position(statement: str) -> bytes:
    """Return a position that cites a quote of the Night Line, in words with this statement."""
    return (
        "party: night-line\npositions:\n- issue: boats\n  amount: '3'\n  as_of: 2031-03-04\n"
        f"  statement: >-\n    {statement}\n"
        "  evidence:\n  - {source: traps, quote: We pay for quiet ramps only if the town measures its lorries, speaker: olav-brandt}\n"
        "  - {source: secret, reported: The ferry sank at noon}\n"
    ).encode()


def project(statement: str) -> dict[str, bytes]:
    """Return the project with a position of this statement."""
    found = files()
    found["seeds/secret.txt"] = b"The ferry sank at noon. Nobody was told about the leak.\n"
    found["seeds/secret.yml"] = (
        b"title: Secret\nlanguage: en\nstatus: withheld\nstatus_note: Its owner asked for it.\n"
    )
    found[FILE] = position(statement)
    return found


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return the project as it is read."""
    return examine(project("Olav Brandt said so."), today=TODAY).content.corpus


def verdicts(corpus: Corpus, statement: str) -> tuple[Verdict, ...]:
    """Return the verdicts on a statement with the evidence of the position."""
    passages, _ = resolve(corpus)
    cited = [
        Cited(corpus.sources[item.source], item, passages[item.selector])
        for item in all_evidence(corpus)
        if item.source in ("traps", "secret")
    ]
    return judge_statement(statement, cited, corpus, party="night-line", language="en")


STATEMENTS = [
    ("Olav Brandt said they “pay for quiet ramps”.", [Finding.IN_EVIDENCE, Finding.SAYS_WHO]),
    ("Olav Brandt said they “pay … if the town measures its lorries”.", [Finding.IN_EVIDENCE, Finding.SAYS_WHO]),
    ("Olav Brandt said that “Unless it rains, we sail”.", [Finding.ELSEWHERE_IN_SOURCE, Finding.SAYS_WHO]),
    (
        "Olav Brandt said they “pay for quiet ramps only if the town measured its lorries”.",
        [Finding.SOURCE_HAS_OTHER_WORDS, Finding.SAYS_WHO],
    ),
    ("Olav Brandt said “we love the islands and their people”.", [Finding.IN_NO_SOURCE, Finding.SAYS_WHO]),
    ("Olav Brandt said that “Nobody was told about the leak”.", [Finding.QUOTES_WITHHELD, Finding.SAYS_WHO]),
    ("Olav Brandt said they “pay for quiet ramps.", [Finding.MARK_ALONE, Finding.SAYS_WHO]),
    ("The ramps are to be quiet.", [Finding.SAYS_NOT_WHO]),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "findings"), STATEMENTS)
def test_a_statement_is_judged_as_the_whole_check_judges_it(
    corpus: Corpus, statement: str, findings: list[Finding]
) -> None:
    found = verdicts(corpus, statement)
    assert [verdict.finding for verdict in found] == findings
    reported = examine(project(statement), today=TODAY).diagnostics
    codes = {item.code for item in reported if item.location.file == FILE} & CODES
    assert {verdict.code for verdict in found} - {""} == codes


def test_evidence_that_was_not_found_proves_and_disproves_nothing(corpus: Corpus) -> None:
    (item, *_) = (item for item in all_evidence(corpus) if item.source == "traps")
    cited = [Cited(corpus.sources["traps"], item, None)]
    for words, findings in {
        "pay for quiet ramps": [Finding.SAYS_WHO],
        "love the islands": [Finding.IN_NO_SOURCE, Finding.SAYS_WHO],
    }.items():
        found = judge_statement(
            f"Olav Brandt said they “{words}”.", cited, corpus, party="night-line", language="en"
        )
        assert [verdict.finding for verdict in found] == findings


def test_the_offers_on_other_words_settle_the_statement(corpus: Corpus) -> None:
    statement = (
        "Olav Brandt said they “pay for quiet ramps only if the town measured its lorries”, but quietly."
    )
    verdict = verdicts(corpus, statement)[0]
    assert verdict.values["mine"] == "pay for quiet ramps only if the town [measured] its lorries"
    assert verdict.values["theirs"] == "pay for quiet ramps only if the town [measures] its lorries"
    texts = {offer.action: offer.text or "" for offer in verdict.offers}
    assert texts[Action.TAKE_ITS_WORDS] == statement.replace("measured", "measures")
    assert texts[Action.TAKE_MARKS_AWAY] == statement.replace("“", "").replace("”", "")
    assert verdicts(corpus, texts[Action.TAKE_ITS_WORDS])[0].finding is Finding.IN_EVIDENCE
