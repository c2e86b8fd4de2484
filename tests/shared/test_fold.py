"""The typographic fold: what it unifies, what it leaves, and the map back to the stored text."""

# ruff: noqa: RUF001 - look-alikes and other scripts are what is tested

import sys
import unicodedata

import pytest

from generator.fold import INVISIBLE, REPLACED, SAME, SPACES, fold, fold_words, folded_words, joins


def _originals(text: str, words: str) -> str:
    """Return the characters of `text` that the folded `words` stand for."""
    folded = fold(text)
    at = folded.text.index(words)
    original = folded.original(at, at + len(words))
    assert original is not None
    return text[slice(*original)]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (
            "“more or less” „more or less‟ «more» ‹or› 「less」 ``more''",
            "'more or less' 'more or less' 'more' 'or' 'less' 'more'",
        ),
        ('"more" `or\'', "'more' 'or'"),
        ("don´t don`t don′t don＇t Hawaiʻi", "don't don't don't don't Hawai'i"),
        ("« oui », l’« accord », »ja« „nein“", "'oui', l''accord', 'ja' 'nein'"),
        ("oui ; non : si ! quoi ?", "oui; non: si! quoi?"),
        ("so -- on --- and", "so-on-and"),
        ("so – on—and— so", "so-on-and-so"),
        ("wait . . . here … and…now....", "wait...here...and...now...."),
        ("ﬁnal oﬀer of the ﬂeet ﬃ ﬄ ﬆ", "final offer of the fleet ffi ffl st"),
        ("❤\ufe0f 葛\U000e0100", "❤ 葛"),
        ("nego\u00ad\ntiations nego¬\r\ntiations", "negotiations negotiations"),
        ("well-\nknown 10-\n15", "well-known 10-15"),
        ("Ein-\nund Ausfahrt, pre-\nor post-war", "Ein- und Ausfahrt, pre- or post-war"),
        ("the harbour¹ at night,² and[12] so", "the harbour at night, and so"),
        ("5 km² of CO₂, 10³ x²", "5 km² of CO₂, 10³ x²"),
        ("⁰⁴⁵ and ⁰⁴⁵₀₁₂", "⁰⁴⁵ and ⁰⁴⁵₀₁₂"),
        ("don’t ‘suit’ ‚us‛ пʼять", "don't 'suit' 'us' п'ять"),
        ("near‐term near‑term 1‒2 1–2 −5", "near-term near-term 1-2 1-2 -5"),
        ("wait…", "wait..."),
        ("2\u00a0December\u202f2025", "2 December 2025"),
        ("one \t two\r\nthree\u2028four\u3000five\x85six", "one two three four five six"),
        ("co\u00adop\u200ber\u2060ate\ufeff", "cooperate"),
        ("\u202enever\u202c \u2066ever\u2069 \u061cso\u200e", "never ever so"),
        ("a \u200b b", "a b"),
        ("cafe\u0301", "café"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("q\u0307\u0323", "q\u0323\u0307"),
    ],
)
def test_typography_folds(typed: str, plain: str) -> None:
    assert folded_words(typed) == plain


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("War", "war"),
        ("1,000", "1.000"),
        ("x[1] and y[2]", "x and y"),
        ("we're", "were"),
        ("we’re", "were"),
        ("a[1]", "a[b]"),
        ("cafe", "café"),
        ("ß", "ss"),
        ("²", "2"),
        ("Ａ", "A"),
        ("а", "a"),
        ("near-term", "near term"),
        ("end.", "end"),
        ("(war)", "[war]"),
        ("..", "..."),
    ],
)
def test_nothing_else_folds(first: str, second: str) -> None:
    assert folded_words(first) != folded_words(second)


# Every character of the scripts that are used most, and a sample of all others. Surrogates are no characters.
CHARACTERS = [
    chr(code) for code in (*range(0x3100), *range(0x3100, 0xD800, 61), *range(0xE000, 0x110000, 997))
]


def test_folding_twice_is_the_same_as_folding_once() -> None:
    for char in CHARACTERS:
        folded = fold(char).text
        assert fold(folded).text == folded


def test_a_character_folds_as_declared_or_as_unicode_normalises_it() -> None:
    declared = (
        set(INVISIBLE) | set(SPACES) | {char for chars in SAME.values() for char in chars} | REPLACED.keys()
    )
    for char in CHARACTERS:
        if char not in declared:
            assert fold(char).text == unicodedata.normalize("NFC", char)


def test_every_character_that_composes_with_the_one_before_joins_it() -> None:
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code))
        if parts and not parts.startswith("<") and " " in parts:
            second = chr(int(parts.split()[1], 16))
            assert joins(second), f"U+{ord(second):04X}"
            assert second > "\u02ff"


def test_the_map_back_gives_the_characters_of_the_stored_text() -> None:
    assert _originals("they “don’t suit us” now", "don't suit us") == "don’t suit us"
    assert _originals("un « grand silence » ici", "'grand silence'") == "« grand silence »"
    assert _originals("we will . . . close – it", "will...close-it") == "will . . . close – it"
    assert _originals("they sign --- ``so'' now", "sign-'so'") == "sign --- ``so''"
    assert _originals("they sign --- now", "sign-") == "sign ---"
    assert _originals("the nego-\ntiations", "nego-tiations") == "nego-\ntiations"
    assert _originals("the ﬁnal oﬀer", "final offer") == "ﬁnal oﬀer"
    assert _originals("the harbour¹ at", "harbour") == "harbour"
    assert _originals("the harbour¹ at", "harbour at") == "harbour¹ at"
    assert _originals("a  \n b wait… c", "b wait...") == "b wait…"
    assert _originals("co\u00adop\u00aderate\u00ad so", "cooperate") == "co\u00adop\u00aderate"
    assert _originals("x \u200b\u00a0 y z", "x y") == "x \u200b\u00a0 y"
    assert _originals("un cafe\u0301 noir", "café") == "cafe\u0301"
    assert _originals("un cafe\u00ad\u0301 noir", "café") == "cafe\u00ad\u0301"
    assert _originals("\u1112\u1161\u11ab\u1100\u116e\u11a8 x", "국") == "\u1100\u116e\u11a8"
    assert _originals("q\u0307\u0323 x", "x") == "x"


def test_part_of_an_ellipsis_has_no_original() -> None:
    folded = fold("wait… what")
    assert folded.text == "wait...what"
    assert folded.original(0, 7) == (0, 5)
    assert folded.original(0, 5) is None
    assert folded.original(6, 11) is None
    assert fold("the ﬁnal").original(5, 9) is None


def test_the_same_text_before_and_after_normalisation_folds_to_the_same() -> None:
    text = "Élysée – “Київ” 한국 Thiết Ψῇ naïve Å ﷺ ÿ"
    forms = {fold(unicodedata.normalize(form, text)).text for form in ("NFC", "NFD")}
    assert len(forms) == 1


def test_words_fold_as_a_text_of_the_same_words_does() -> None:
    signs = [
        *"".join(SAME.values()),
        *INVISIBLE,
        *REPLACED,
        "``",
        "''",
        "[1]",
        "\u00b9",
        "\u00ad\n",
        "-\n",
        "\u0301",
        "\u037e",
    ]
    forms = [
        "war{}peace",
        "war {} peace",
        "war {}peace",
        "war{} peace",
        "{} war",
        "war {}",
        "war{}; peace",
        "{}{}",
    ]
    for sign in signs:
        for words in (form.replace("{}", sign) for form in forms):
            assert fold_words(words) == fold(words).text.strip(" ")
