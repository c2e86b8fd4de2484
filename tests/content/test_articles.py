"""Stored texts: reading them, their paragraphs and sentences."""

# ruff: noqa: RUF001 - look-alikes and other scripts are what is tested

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.articles import Article, read_article
from tests.building import ROOT

MOSCOW = ROOT / "seeds" / "moscow-talks-2025-12-02.txt"


def _article(text: str) -> Article:
    article, errors = read_article("a", text.encode(), "seeds/a.txt")
    assert article is not None
    assert errors == ()
    return article


def _sentences(text: str) -> list[str]:
    article = _article(text)
    return [text[start:end] for start, end in article.sentences(article.paragraphs[0])]


def test_a_text_keeps_every_character() -> None:
    raw = "\ufeffOne\r\ntwo\rthree\n\n“four”\u200b\n".encode()
    article, errors = read_article("a", raw, "seeds/a.txt")
    assert article is not None
    assert article.text.encode() == raw
    assert article.sha256 == hashlib.sha256(raw).hexdigest()
    assert errors == ()


def test_a_paragraph_is_a_line_with_visible_characters() -> None:
    text = (
        "\n one \r\n\r\ntwo\rthree\u2028four\u2029five\x85six\vseven\feight\n \t\u00a0\n\u200b\ufeff\n nine"
    )
    paragraphs = _article(text).paragraphs
    assert [paragraph.number for paragraph in paragraphs] == list(range(1, 10))
    shown = [text[paragraph.start : paragraph.end] for paragraph in paragraphs]
    assert shown == ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def test_an_offset_belongs_to_its_paragraph_or_to_the_last_one_before() -> None:
    article = _article("\none\n\ntwo")
    assert [article.paragraph_at(at).number for at in range(8)] == [1, 1, 1, 1, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("raw", "code", "place", "message"),
    [
        (b"one\ntw\xc3\xb6 \xff!", "E001", "seeds/a.txt:2:5", "this file is not UTF-8: byte 10 is 0xff"),
        (b"\xff\xfeW\0a\0r\0", "E001", "seeds/a.txt:1:1", "this file is not UTF-8: byte 1 is 0xff"),
        (b"\xed\xa0\x80", "E001", "seeds/a.txt:1:1", "this file is not UTF-8: byte 1 is 0xed"),
        (b"one\nt\0o", "E002", "seeds/a.txt:2:2", "this text has a NUL character"),
        (b"", "E003", "seeds/a.txt:1:1", "this text has no words"),
        ("\ufeff \r\n\u200b\n".encode(), "E003", "seeds/a.txt:1:1", "this text has no words"),
    ],
)
def test_bytes_that_are_no_text_are_an_error_with_a_location(
    raw: bytes, code: str, place: str, message: str
) -> None:
    article, errors = read_article("a", raw, "seeds/a.txt")
    assert article is None
    assert [(error.code, str(error.location), error.message) for error in errors] == [(code, place, message)]
    assert errors[0].hint


@pytest.mark.parametrize(
    "marked",
    [
        "He agreed. |She did not.",
        "“We agree.” |He left.",
        "“Do you agree?” |She did!  |They left.",
        "“Do you agree?” he asked. |She did.",
        "We … sign it. |Then go.",
        "Mr. Smith and Dr. Jones met J. F. Kennedy. |They spoke.",
        "The U.S. Senate met. |It voted.",
        "It grew by 2.5 per cent. |Then it fell.",
        "Sie sagte: „Nein.“ |Er ging.",
        "他说不行。|她同意了！|“好。”|然后呢",
        "क्या यह सच है। |हाँ।",
        "No mark at all",
        "Он сказал В. Путину. |Тот ответил.",
    ],
)
def test_a_sentence_ends_at_its_punctuation(marked: str) -> None:
    assert _sentences(marked.replace("|", "")) == marked.split("|")


@given(st.text(alphabet="aB .!?…”\"'。)\u2028\n", max_size=40))
def test_sentences_cover_their_paragraph_without_a_gap(text: str) -> None:
    article, _ = read_article("a", text.encode(), "seeds/a.txt")
    for paragraph in article.paragraphs if article else ():
        spans = article.sentences(paragraph) if article else ()
        assert spans[0][0] == paragraph.start
        assert spans[-1][1] == paragraph.end
        assert all(first[1] == second[0] for first, second in pairwise(spans))
        assert all(start < end for start, end in spans)


def test_the_real_article_has_nine_paragraphs_and_the_hash_of_its_bytes() -> None:
    raw = MOSCOW.read_bytes()
    article, errors = read_article("moscow", raw, "seeds/moscow.txt")
    assert article is not None
    assert errors == ()
    assert article.text.encode() == raw
    assert article.sha256 == "17e20d3a61afa8493135e31918f70c8382ad50473980c6a8efdec8f529535ef8"
    assert len(article.paragraphs) == 9
    assert [len(article.sentences(paragraph)) for paragraph in article.paragraphs] == [
        2,
        3,
        3,
        3,
        2,
        3,
        2,
        3,
        2,
    ]


def test_what_an_article_forgets_is_computed_again() -> None:
    article = _article("“One.” Two.")
    fields, folded = dict(vars(article)), article.folded
    article.forget()
    assert vars(article) == fields
    assert article.folded == folded
