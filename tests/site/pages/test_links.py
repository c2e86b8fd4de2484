"""Links between pages, and the ids of places."""

import pytest

from generator.content.model import Kind, PartialDate, Position, Selector
from generator.content.model.uses import Role
from generator.evidence import Passage, Span, Verdict
from generator.site.pages import links
from generator.site.pages.page import Target


@pytest.mark.parametrize(
    ("here", "there", "html", "markdown"),
    [
        ("index.md", Target("method.md"), "method/", "method.md"),
        ("method.md", Target("index.md"), "../", "index.md"),
        (
            "briefings/a/index.md",
            Target("sources/x.md", "at-1-2"),
            "../../sources/x/#at-1-2",
            "../../sources/x.md#at-1-2",
        ),
        ("briefings/a/index.md", Target("briefings/a/issues/b.md"), "issues/b/", "issues/b.md"),
        ("briefings/a/issues/b.md", Target("briefings/a/index.md"), "../../", "../index.md"),
        ("briefings/a/issues/b.md", Target("briefings/a/issues/c.md"), "../c/", "c.md"),
        ("sources/index.md", Target("sources/x.md"), "x/", "x.md"),
        ("sources/x.md", Target("sources/index.md"), "../", "index.md"),
        ("parties/index.md", Target("index.md"), "../", "../index.md"),
        ("sources/x.md", Target("sources/x.md", "p1"), "#p1", "#p1"),
        ("sources/x.md", Target("sources/x.md"), "./", "x.md"),
        ("sources/index.md", Target("sources/index.md"), "./", "index.md"),
    ],
)
def test_links_are_relative_to_the_page(here: str, there: Target, html: str, markdown: str) -> None:
    assert links.href(here, there) == html
    assert links.md_href(here, there) == markdown


def test_the_id_of_a_passage_is_made_of_its_offsets() -> None:
    passage = Passage(
        Selector("x", Kind.QUOTE, ("a", "b")), (Span(3, 9), Span(12, 20)), ("a", "b"), 1, Verdict.FOUND
    )
    assert links.passage_id(passage) == "at-3-9-12-20"


def test_ids_are_unique_whatever_parties_are_called() -> None:
    days = [PartialDate(2031), PartialDate(2031, 6), PartialDate(2031, 6, 11), None]
    parties = ["side", "history", "a", "a-2031", "a-2031-06", "evidence", "title", "a-e1"]
    ids = [
        found
        for party in parties
        for day in days
        for position in [Position(issue="plan", as_of=day)]
        for found in (
            links.entry_id(party, position),
            links.card_id(party, position, 1),
            links.claim_id(party, position, Role.RED_LINE, 1),
        )
    ]
    ids += [links.party_id(party) for party in parties] + ["bb-side", "bb-history", "bb-evidence", "bb-title"]
    assert len(ids) == len(set(ids))
