"""A page whose bytes are not what they say is announced, and a page without an article is refused."""

import pytest

from generator.edit.articles.html import convert
from generator.edit.error import EditError
from tests.articles.test_html import PROSE


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ('<meta charset="iso-8859-1">Grüße – „so“'.encode("cp1252"), "Windows-1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Привет, мир'.encode("cp1251"), "Windows-1251"),
        ("<meta charset=shift_jis>灯台の光".encode("cp932"), "Shift_JIS"),
        ("<meta charset=windows-1252>Grüße – „so“, saved again as UTF-8".encode(), "UTF-8"),
        ("\ufeff<meta charset=iso-8859-1>Grüße".encode(), "UTF-8"),
        ("\ufeffGrüße".encode("utf-16-le"), "UTF-16"),
        (("<p>Grüße an alle, die über die Brücke müssen, während es draußen schön kühl ist. " * 5).encode("cp1252"), "Windows-1252"),
    ],
)  # fmt: skip
def test_the_encoding_is_that_of_the_bytes(raw: bytes, encoding: str) -> None:
    utf16 = encoding == "UTF-16"
    prose = "".join(f"<p>{line}</p>" for line in PROSE).encode("utf-16-le" if utf16 else "ascii")
    converted = convert(raw + prose, "page.html")
    assert converted.encoding == encoding
    assert [line.text for line in converted.lines][-len(PROSE) :] == list(PROSE)


def test_bytes_that_are_not_of_the_encoding_are_announced() -> None:
    page = (
        b"<meta charset=utf-8><p>caf\xc3\xa9 " * 20
        + b"broken \xff byte</p>"
        + "".join(f"<p>{p}</p>" for p in PROSE).encode()
    )
    (notice,) = convert(page, "page.html").notices
    assert notice.startswith("The file is UTF-8, except for 1 byte, read as Windows-1252")
    page = page.replace(b"utf-8", b"big5-hkscs").replace(b"caf\xc3\xa9", b"caf\xa4\xa4")
    assert "Not BIG5HKSCS: 1 byte, marked with � in the text." in convert(page, "page.html").notices


def test_an_encoding_that_a_page_does_not_state_is_to_be_confirmed() -> None:
    words = "<p>Grüße an alle, die über die Brücke müssen, während es draußen schön kühl ist.</p>" * 2
    assert convert(words.encode("cp1252"), "page.html").encoding_is_guessed
    assert not convert(words.encode(), "page.html").encoding_is_guessed


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "is empty"),
        (
            b"<html><body><div id=root></div><script src=app.js></script></body></html>",
            "its scripts load the text",
        ),
        (
            b"<html><body><p>We use cookies to improve this site.</p><a>Accept all</a></body></html>",
            "only a notice about cookies",
        ),
        (
            (
                b"<html><body><p>We and our 300 partners use cookies to store and read data on your device, and to show you "
                b"advertising that fits your interests.</p><a href=1>Accept all</a></body></html>"
            ),
            "only a notice about cookies",
        ),
        (
            b"<title>Just a moment...</title><h1>press.example</h1><p>press.example needs to review the security of your connection before proceeding.</p>",
            "checks whether you are a person",
        ),
        (
            b"<title>404 - Page not found</title><p>The page you are looking for may have been moved or deleted. Go to our home page.</p>",
            "says that there is no such page",
        ),
        (b"<html><body><ul><li><a href=1>Home</a></li></ul></body></html>", "no running text"),
        (b"<html><body><img src=x.png></body></html>", "shows no text"),
        (b"<div>" * 100_000, "nested too deeply"),
        (b"<p " + b"a=1 " * 100_000 + b">", "too many attributes"),
        (bytes(range(256)), "no running text"),
    ],
)
def test_a_page_without_an_article_is_an_error_that_says_what_it_is_and_what_to_do(
    raw: bytes, what: str
) -> None:
    with pytest.raises(EditError, match=what) as caught:
        convert(raw, "saved.html")
    assert "saved.html" in str(caught.value)
    assert "reader mode" in str(caught.value)
