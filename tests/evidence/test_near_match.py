"""Near matches and the text of hints."""

import pytest

from generator.content.articles import Article, read_article
from generator.content.strict_yaml import read_yaml
from generator.evidence.hint_text import differences, excerpt, yaml_text
from generator.evidence.near_match import nearest
from generator.evidence.span import Span
from tests.building import ROOT

MOSCOW = (ROOT / "seeds" / "moscow-talks-2025-12-02.txt").read_bytes()


def _article(raw: bytes) -> Article:
    article, _ = read_article("a", raw, "seeds/a.txt")
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("neither further or closer", "neither further nor closer"),
        ("neither nor closer", "neither further nor closer"),
        ("did intend to go to war", "did not intend to go to war"),
        ("block the road", "block the path"),
        ("neither closer nor further", "neither further nor closer"),
        ("Ready Right Now", "ready right now"),
        ("works is not over yet", "work is not over yet"),
        ("special millitary operation", "special military operation"),
        ("Volodymyr Zelensky said he was awaiting", "Volodymyr Zelenskyy said he was awaiting"),
        ("signaling that talks may continue", "signalling that talks may continue"),
        ("territorial concessions to Moscow, terms that", "territorial concessions to Moscow — terms that"),
        ("“look better,”", "“looks better,”"),
        ("significant gaps remain. Yury Ushakov", "significant gaps remain.\nYuri Ushakov"),
    ],
)
def test_a_typing_error_shows_the_words_of_the_source(words: str, expected: str) -> None:
    near = nearest(_article(MOSCOW), words)
    assert near is not None
    assert near.text == expected
    assert near.is_likely


@pytest.mark.parametrize("words", ["the meeting was nice", "we accept the American plan as it is"])
def test_invented_words_are_not_taken_for_a_typing_error(words: str) -> None:
    near = nearest(_article(MOSCOW), words)
    assert near is None or not near.is_likely


def test_words_similar_to_nothing_have_no_near_match() -> None:
    assert nearest(_article(MOSCOW), "zebra crossing xylophone") is None
    assert nearest(_article("Київ".encode()), "Kyiv") is None
    assert nearest(_article(b"one"), "\u200b") is None


def test_letters_that_grow_in_lower_case_shift_no_offset() -> None:
    text = "İİİ İstanbul talks have ended"
    near = nearest(_article(text.encode()), "talks has ended")
    assert near is not None
    assert near.text == "talks have ended"
    assert near.span == Span(13, 29)


def test_a_near_match_is_found_in_a_text_as_long_as_a_book() -> None:
    other = b"The harbour was quiet that night, and the ferry came late. " * 2000
    article = _article(other + MOSCOW + other)
    near = nearest(article, "a near-term diplomatic breakthrough remains remote")
    assert near is not None
    assert near.text == "a near-term diplomatic breakthrough remain remote"


def test_words_that_differ_are_in_brackets() -> None:
    assert differences("we shall not go", "we will go now") == ("we [shall not] go […]", "we [will] go [now]")
    assert differences("don't go – now", "don’t go — later") == ("don't go – [now]", "don’t go — [later]")


@pytest.mark.parametrize(
    "text",
    [
        'say "never"',
        "back\\slash: b #c",
        "\ufeffco\u00adop\u202e tab\there",
        "\U000e0041 \x07",
    ],
)
def test_text_to_paste_is_valid_yaml_on_one_line(text: str) -> None:
    line = f"quote: {yaml_text(text)}\n"
    assert line[:-1].isprintable()
    file, diagnostics = read_yaml("a.yml", line.encode())
    assert diagnostics == ()
    assert file is not None


def test_an_excerpt_has_whole_words_on_one_line() -> None:
    article = _article(
        b"It is late.\n\nThe talks have ended without an agreement on anything at all, he said."
    )
    text = article.text
    start = text.index("ended")
    assert excerpt(article, Span(start, start + 5), reach=20) == "…The talks have [ended] without an…"
    assert excerpt(article, Span(0, 2), reach=5) == "[It] is…"
    assert excerpt(article, Span(0, len(text)), reach=5) == f"[{' '.join(text.split())}]"
