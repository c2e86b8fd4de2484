"""An article that cannot be read or fetched says why, and nothing is stored or asked."""

import pytest
from lxml import html

from generator.desk import reviews
from generator.desk.guard import LARGEST_BODY
from generator.desk.screens import article
from generator.edit.articles import isolated
from generator.edit.articles.fetch import Fetched
from tests.desk.articles import PAGE, TEXT, fields_of, headers, send
from tests.desk.desks import ORIGIN, Visitor


def test_a_file_that_cannot_be_read_says_why_and_nothing_is_held(visitor: Visitor) -> None:
    answer = visitor.client.post(
        "/articles/new", data=b"\x7fELF\x02", base_url=ORIGIN, headers=headers(visitor, "a")
    )
    assert answer.status_code == 422
    assert answer.mimetype == "text/plain"
    assert answer.text.startswith("cannot read a:")
    assert visitor.post("/articles/new", {}).status_code == 422


def test_a_conversion_that_takes_too_long_is_ended_and_told(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolated, "START", "import time; time.sleep(600)")
    monkeypatch.setattr(isolated, "SECONDS", 0.2)
    answer = visitor.post("/articles/new", {"text": TEXT})
    assert answer.status_code == 422
    assert "its conversion took more than 0.2 seconds" in answer.text
    assert TEXT.partition("\n")[0] in html.fromstring(answer.text).xpath("string(//textarea)")


def test_a_file_over_the_limit_is_refused_before_it_is_read(visitor: Visitor) -> None:
    answer = visitor.client.post(
        "/articles/new", base_url=ORIGIN, content_length=LARGEST_BODY + 1, headers=headers(visitor, "big.txt")
    )
    assert answer.status_code == 413
    assert "larger than 25 MB" in answer.text


@pytest.mark.slow
def test_the_desk_names_the_host_before_it_asks_it(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def fetched(url: str) -> Fetched:
        asked.append(url)
        return Fetched(PAGE, url, "ramps.html", "utf-8", ("https://www.lantern.example/ramps",))

    monkeypatch.setattr(article, "fetch", fetched)
    first = visitor.post("/articles/new", {"url": "https://lantern.example/ramps"})
    assert "Ask lantern.example for this page?" in first.text
    assert asked == []
    second = visitor.post("/articles/new", {"url": "https://lantern.example/ramps", "ask": "1"})
    page = visitor.page(second.location)
    assert asked == ["https://lantern.example/ramps"]
    assert "Redirected to https://www.lantern.example/ramps" in page
    assert fields_of(page)["url"] == ["https://lantern.example/ramps"]


@pytest.mark.parametrize(
    "url", ["http://lantern.example/", "file:///etc/passwd", "https://a:b@lantern.example/", "x"]
)
def test_an_address_that_is_not_fetched_is_refused_before_anything_is_asked(
    visitor: Visitor, url: str
) -> None:
    answer = visitor.post("/articles/new", {"url": url, "ask": ""})
    assert answer.status_code == 422
    assert "Error" in answer.text


@pytest.mark.slow
def test_only_few_articles_are_held_and_one_that_is_left_is_gone(visitor: Visitor) -> None:
    first, *others = [
        send(visitor, f"Number {number} met.\n".encode(), "a.txt") for number in range(reviews.MOST_HELD + 1)
    ]
    assert visitor.get(first).status_code == 404
    assert visitor.post(others[0], {"do": "leave"}).location == "/sources"
    assert "not held any more" in visitor.get(others[0]).text
    assert visitor.get(others[1]).status_code == 200
