"""What a quote leaves out of its sentence. In each example [brackets] enclose the quoted words."""

import pytest

from bench.meaning.measure import figures, wrong
from bench.meaning.sets import unmarked
from generator.speech.left_out import LeftOut, Reason, Side, left_out
from generator.speech.surroundings import Surroundings


def found(marked: str, language: str = "en", *, is_quote: bool = True) -> list[LeftOut]:
    """Return what the quote in [brackets] leaves out."""
    article, spans = unmarked(marked)
    return list(left_out(Surroundings.of(article), spans, language, is_quote=is_quote))


@pytest.mark.parametrize(
    ("marked", "reason", "side", "words"),
    [
        ("“[We shall] on no account, nor ever, [burn peat],” she said.", Reason.NEGATION, Side.BETWEEN, "no"),
        ("She would “never knowingly [burn peat in winter]”.", Reason.NEGATION, Side.BEFORE, "never"),
        ("“[We are ready] not to vote but to leave,” she said.", Reason.NEGATION, Side.AFTER, "not"),
        ("“[We will burn peat] unless it rains,” she said.", Reason.CONDITION, Side.AFTER, "unless"),
        ("“If it rains, [we burn no peat],” she said.", Reason.CONDITION, Side.BEFORE, "If"),
        ("She denied telling him “[the moor is ours]”.", Reason.DENIAL, Side.BEFORE, "denied telling"),
        ("“[The moor is ours],” she never said.", Reason.DENIAL, Side.AFTER, "she never said"),
        ("“Is [the moor really ours]?” she asked.", Reason.QUESTION, Side.AFTER, "?"),
        ("As if she had said “[the moor is ours]”.", Reason.QUESTION, Side.BEFORE, "As if she had said"),
    ],
)
def test_words_that_change_the_meaning_are_found_with_their_side(
    marked: str, reason: Reason, side: Side, words: str
) -> None:
    assert found(marked) == [LeftOut(reason, side, int(side is Side.BETWEEN), words)]


def test_a_negation_in_another_clause_or_sentence_is_not_found() -> None:
    assert not found("They did not come. “[The moor is ours],” she said.")
    assert not found("They did not come, and “[the moor is ours]”, she said.")


def test_a_negation_that_is_quoted_is_not_left_out() -> None:
    assert not found("“[We will not burn peat],” she said.")


def test_a_clause_of_the_narrator_between_two_parts_has_its_own_negations() -> None:
    assert not found("“[We will burn peat],” said Mira Stone, who is no miner, “[and sell it].”")


def test_a_condition_of_the_narrator_does_not_belong_to_a_quote() -> None:
    assert not found("She would be “[very much surprised]” if the moor burned.")
    assert found("She [would be very much surprised] if the moor burned.", is_quote=False)


def test_a_denial_by_others_does_not_make_a_quote_unsaid() -> None:
    sentence = "“[The moor is ours],” said Mira Stone, a claim the state denies."
    assert not found(sentence)
    assert found("[The moor belongs to Mira Stone], a claim the state denies.", is_quote=False)


def test_a_denial_that_is_denied_is_none() -> None:
    assert not found("She did not deny that it was “[a peat fire of ours]”.")
    assert not found("Sie bestritt nicht, dass es „[unser Feuer]“ war.", "de")


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("She denied the charge and spoke of “[a hunt for moor folk]”.", "en"),
        ("Sie bestritt die Tat und sprach von einer „[Jagd auf uns]“.", "de"),
        ("Elle a nié les faits et dénoncé « [une chasse aux gens] ».", "fr"),
    ],
)
def test_a_denial_ends_at_the_next_verb_of_saying(marked: str, language: str) -> None:
    assert not found(marked, language)


@pytest.mark.parametrize("lead", ["Should they come", "Were they to come", "In the event that they come"])
def test_a_condition_may_begin_with_its_verb(lead: str) -> None:
    assert [each.reason for each in found(f"“{lead}, [we will flood the moor],” she said.")] == [
        Reason.CONDITION
    ]


def test_a_negative_subject_ends_at_and() -> None:
    assert not found("Nobody was there and [the moor burned for days].", is_quote=False)


def test_a_text_in_an_unknown_language_is_not_judged() -> None:
    assert not found("She would “not [burn peat]”.", "tlh")


def test_the_measured_quotes_meet_their_aims() -> None:
    measured = figures()
    assert all(figure.met for figure in measured), "\n".join(wrong(measured))


def test_enough_quotes_are_measured_in_every_language() -> None:
    counts = {figure.group: len(figure.reported) + len(figure.passed) for figure in figures()}
    assert counts.pop("reversed") >= 200
    assert sum(counts.values()) >= 500
