"""Every verdict and every offer has words for screens, in every language of the desk."""

import re
from collections.abc import Collection

import pytest

from generator.desk import verdicts as words
from generator.language import Language
from generator.pipeline import examine
from generator.speech.sentence import Doubt
from generator.speech.verdicts import Action, Finding, Level, Offer, verdict
from tests.speech.test_judgement_as_checked import TODAY, files, samples, verdicts_on

_VALUE = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize(
    ("texts", "keys"),
    [
        (words.SENTENCES, Finding),
        (words.ACTIONS, Action),
        (words.DOUBTS, Doubt),
        (words.LEVELS, Level),
    ],
    ids=["findings", "actions", "doubts", "levels"],
)
def test_each_has_words_with_the_same_values_in_german(
    texts: dict[object, str], keys: Collection[object]
) -> None:
    assert set(texts) == set(keys)
    for text in texts.values():
        translated = Language("de").say(text)
        assert translated != text or text == "OK"
        assert set(_VALUE.findall(translated)) == set(_VALUE.findall(text))


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_sentence_of_a_verdict_has_all_its_values(code: str) -> None:
    corpus, language = examine(files(), today=TODAY).content.corpus, Language(code)
    found = [each for sample in samples(corpus, 300) for each in verdicts_on(sample, corpus)]
    assert len({each.finding for each in found}) > 15
    for each in found:
        assert "%(" not in words.sentence(each, language)
        assert words.level(each, language)
        assert all("%(" not in words.label(offer, language) for offer in each.offers)


def test_a_doubt_follows_the_sentence() -> None:
    found = verdict(Finding.NOBODY_NAMED, doubt=Doubt.ROLE.value, words="a fisherman")
    assert words.sentence(found, Language("en")) == (
        "The text does not say who says these words. Somebody speaks whom the sentence does not name."
    )


def test_words_left_out_between_two_parts_are_shown() -> None:
    found = verdict(Finding.FOUND_IN_PARTS, number=2, parts=2, between=",” he added, “")
    assert words.sentence(found, Language("en")).endswith("Only “he added” between them is left out.")


def test_an_offer_names_whom_it_is_about() -> None:
    assert words.label(Offer(Action.IT_IS, name="Olav Brandt"), Language("en")) == "Yes, it’s Olav Brandt"
