"""Two tags stand for one language, or for two between which a text can be translated."""

import pytest

from generator.speech.same_language import is_translated


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("en", "EN"),
        ("en-GB", "en-US"),
        ("de", "de-AT"),
        ("eng", "en"),
        ("pt-BR", "por"),
        ("iw", "he"),
        ("en", "en-Latn"),
        *(("zh-Hant", "zh-TW"), ("zh-CN", "zh-Hans"), ("sr-Latn", "sr-Latn-RS"), ("zh", "zh")),
    ],
)
def test_a_region_or_another_code_is_the_same_language(source: str, target: str) -> None:
    assert not is_translated(source, target)
    assert not is_translated(target, source)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("en", "de"),
        ("uk", "ru"),
        ("nb", "nn"),
        ("zh-Hans", "zh-Hant"),
        ("zh-CN", "zh-HK"),
        ("sr-Cyrl", "sr-Latn"),
        ("sr", "sr-Latn"),
    ],
)
def test_another_language_or_script_is_a_translation(source: str, target: str) -> None:
    assert is_translated(source, target)
    assert is_translated(target, source)


def test_a_code_for_no_language_is_none_into_which_words_can_be_translated() -> None:
    assert not is_translated("en", "und")
    assert is_translated("und", "en")
