"""The words of a source that an editor probably meant."""

from __future__ import annotations

import time

import pytest

from generator.content.articles import Article, read_article
from generator.content.strict_yaml import read_yaml
from generator.evidence.matching import Span
from generator.evidence.nearmatch import differences, nearest, surroundings, yaml_text
from tests.building import ROOT

MOSCOW = (ROOT / "seeds" / "moscow-talks-2025-12-02.txt").read_bytes()


def _article(raw: bytes) -> Article:
    article, _ = read_article("a", raw, "seeds/a.txt")
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("neither further or closer", "neither further nor closer"),
        ("neither nor closer", "neither further nor closer"),
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
def test_a_slip_shows_what_was_meant(words: str, meant: str) -> None:
    near = nearest(_article(MOSCOW), words)
    assert near is not None
    assert near.text == meant
    assert near.close


@pytest.mark.parametrize("words", ["the meeting was nice", "we accept the American plan as it is"])
def test_words_that_nobody_wrote_are_not_taken_for_a_slip(words: str) -> None:
    near = nearest(_article(MOSCOW), words)
    assert near is None or not near.close


def test_words_that_are_like_nothing_show_nothing() -> None:
    assert nearest(_article(MOSCOW), "zebra crossing xylophone") is None
    assert nearest(_article("Київ".encode()), "Kyiv") is None
    assert nearest(_article(b"one"), "\u200b") is None


def test_letters_that_grow_in_lower_case_shift_nothing() -> None:
    text = "İİİ İstanbul talks have ended"
    near = nearest(_article(text.encode()), "talks has ended")
    assert near is not None
    assert near.text == "talks have ended"
    assert near.span == Span(13, 29)


def test_a_text_as_long_as_a_book_is_searched_where_the_words_stand() -> None:
    other = b"The harbour was quiet that night, and the ferry came late. " * 2000
    article = _article(other + MOSCOW + other)
    article.folded  # noqa: B018 - made once for each text
    started = time.process_time()
    near = nearest(article, "a near-term diplomatic breakthrough remains remote")
    assert time.process_time() - started < 0.5
    assert near is not None
    assert near.text == "a near-term diplomatic breakthrough remain remote"


def test_differences_are_marked_word_by_word() -> None:
    assert differences("we shall not go", "we will go now") == ("we [shall not] go […]", "we [will] go [now]")
    assert differences("don't go – now", "don’t go — later") == ("don't go – [now]", "don’t go — [later]")


@pytest.mark.parametrize(
    "text",
    [
        'say "never"',
        "back\\slash",
        "a: b #c",
        "no",
        "- x",
        "\ufeffco\u00adop\u202e tab\there",
        "\U000e0041 \x07",
        "“ok”",
    ],
)
def test_what_is_offered_to_paste_is_sound_yaml(text: str) -> None:
    line = f"quote: {yaml_text(text)}\n"
    assert line.isprintable() or line[:-1].isprintable()
    file, faults = read_yaml("a.yml", line.encode())
    assert faults == ()
    assert file is not None


def test_surroundings_show_whole_words_on_one_line() -> None:
    article = _article(
        b"It is late.\n\nThe talks have ended without an agreement on anything at all, he said."
    )
    text = article.text
    start = text.index("ended")
    assert surroundings(article, Span(start, start + 5), 20) == "…The talks have [ended] without an…"
    assert surroundings(article, Span(0, 2), 5) == "[It] is…"
    assert surroundings(article, Span(0, len(text)), 5) == f"[{' '.join(text.split())}]"
