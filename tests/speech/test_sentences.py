"""The speakers of the known sentences: how many of those named are right, and how many of those to be named are found."""

from collections import Counter

from generator.speech.speakers import By
from tests.speech.measure import answers, percentages

LEAST_RIGHT = 99  # percent of the speakers that are named by name
LEAST_FOUND = 80  # percent of the quotations with a named speaker
LEAST_QUOTATIONS = 300


def test_of_the_speakers_named_by_name_at_least_99_percent_are_right() -> None:
    right, named = percentages(answers())["right of those named by name"]
    assert 100 * right >= LEAST_RIGHT * named


def test_of_the_named_speakers_at_least_80_percent_are_found() -> None:
    found, named = percentages(answers())["found of those with a named speaker"]
    assert 100 * found >= LEAST_FOUND * named


def test_no_pronoun_means_a_wrong_person() -> None:
    right, found = percentages(answers())["right of those named by a pronoun"]
    assert right == found


def test_there_are_at_least_300_quotations_a_third_of_them_without_a_certain_speaker() -> None:
    kinds = Counter(answer.by for answer in answers())
    assert kinds.total() >= LEAST_QUOTATIONS
    assert 3 * kinds[By.NONE] >= kinds[By.NAME]
