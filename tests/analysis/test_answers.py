"""Answers that are an option or an amount: which are the same, and what is counted."""

from typing import Any

import pytest

from generator.analysis.history import tracks
from generator.analysis.results import Finding, Result, results
from generator.analysis.stances import answer
from generator.content.model import Briefing, BriefingFile, PositionFile

LEVELS = [
    {"code": "yes", "label": "Yes", "side": "for", "definition": "It says yes."},
    {"code": "no", "label": "No", "side": "against", "definition": "It says no."},
]


def briefing(issue: dict[str, Any], *answers: dict[str, Any]) -> Briefing:
    """Return a briefing with one issue, and a party with each of `answers`."""
    parties = [f"party-{number}" for number in range(len(answers))]
    about = {
        "title": "T", "question": "Q", "status": "active", "as_of": "2031", "reviewed_on": "2031",
        "parties": parties, "key_points": {"where_it_stands": {"text": "A"}},
        "issues": {"seats": {"title": "I", "question": "Q"} | issue},
    }  # fmt: skip
    positions = {
        party: PositionFile.model_validate({"party": party, "positions": [{"issue": "seats"} | answer]})
        for party, answer in zip(parties, answers, strict=True)
    }
    return Briefing("b", BriefingFile.model_validate(about), positions)


def amounts(*texts: str) -> Briefing:
    """Return a briefing whose parties name these amounts; an empty one stands for a party that names none."""
    answers = [{"amount": text} if text else {"stance": "not-stated"} for text in texts]
    return briefing({"unit": "seats"}, *answers)


def outcome(found: Briefing) -> Result:
    """Return the only result of a briefing."""
    (only,) = results(found, tracks(found))
    return only


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("5", "5.0"), ("05", "5"), ("mid-20s", "mid–20s"), ("Up to 5", "up to 5"), ("\u0665", "5"), ("2.50", "2.5"),
        ("more than half", "more  than half"), ("5.000", "5.000"),
    ],
)  # fmt: skip
def test_the_same_amount_in_another_form_is_the_same(first: str, second: str) -> None:
    assert outcome(amounts(first, second)).finding is Finding.SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("5", "five"), ("5.000", "5"), ("5,000", "5000"), ("5+", "5"), ("<50", "50"), ("-5", "5"), ("2-3", "2"),
        ("1/2", "0.5"), ("10%", "10"), ("5.5", "5,5"), ("9" * 29, "9" * 28 + "8"), ("x2", "x3"),
    ],
)  # fmt: skip
def test_amounts_that_may_differ_are_not_called_the_same(first: str, second: str) -> None:
    assert outcome(amounts(first, second)).finding is Finding.DIFFERENT


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("", ""), Finding.NOTHING),
        (("5", ""), Finding.ONE_POSITION),
        (("5", "5", ""), Finding.SAME),
        (("5", "2", "5"), Finding.SOME_SAME),
        (("5", "2", "mid-20s"), Finding.DIFFERENT),
    ],
)
def test_parties_that_name_the_same_amount_are_counted(texts: tuple[str, ...], expected: Finding) -> None:
    assert outcome(amounts(*texts)).finding is expected


def test_amounts_are_listed_by_their_numbers_and_texts_come_last() -> None:
    places = outcome(amounts("mid-20s", "10", "9", "2.5", "9.0")).places
    assert [(answer.label, len(parties)) for answer, parties in places] == [
        ("2.5 seats", 1), ("9 seats", 2), ("10 seats", 1), ("mid-20s seats", 1),
    ]  # fmt: skip


def test_every_option_is_listed_in_its_order() -> None:
    issue = {"options": {"late": {"label": "Late"}, "soon": {"label": "Soon"}, "never": {"label": "Never"}}}
    places = outcome(briefing(issue, {"option": "soon"}, {"option": "late"}, {"option": "soon"})).places
    assert [(answer.label, len(parties)) for answer, parties in places] == [
        ("Late", 1), ("Soon", 2), ("Never", 0),
    ]  # fmt: skip


def test_an_absence_is_listed_but_not_counted() -> None:
    found = outcome(amounts("5", "5", ""))
    assert [(stance.code, parties) for stance, parties in found.not_counted] == [("not-stated", ("party-2",))]


def test_an_issue_with_its_own_scale_is_judged_by_it() -> None:
    issue = {"propositions": {"p": {"text": "P"}}, "scale": LEVELS}
    found = briefing(issue, {"stance": "yes"}, {"stance": "no"})
    assert outcome(found).finding is Finding.FOR_AND_AGAINST
    assert [answer.label for answer, _ in outcome(found).places] == ["Yes", "No"]


def test_a_withdrawn_amount_is_not_counted() -> None:
    found = briefing({"unit": "seats"}, {"amount": "5"}, {"withdrawn": True, "as_of": "2031"})
    assert outcome(found).finding is Finding.ONE_POSITION


def test_without_an_entry_no_page_says_that_none_was_found() -> None:
    found = briefing({"unit": "seats"}, {"stance": "not-found"})
    entry = found.positions["party-0"].positions[0]
    assert answer(found, "seats", "", entry).label == "no position found"
    assert answer(found, "seats", "", None).label == "no position recorded"


def test_a_party_without_an_entry_is_not_listed_with_those_for_whom_nothing_was_found() -> None:
    found = briefing({"unit": "seats"}, {"stance": "not-found"}, {"stance": "not-stated"}, {"amount": "5"})
    found = Briefing("b", found.about, {name: found.positions[name] for name in ("party-0", "party-2")})
    absences = {stance.label: parties for stance, parties in outcome(found).not_counted}
    assert absences == {"no position found": ("party-0",), "no position recorded": ("party-1",)}
