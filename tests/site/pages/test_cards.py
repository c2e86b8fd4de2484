"""What a reader takes along from a card: the words, whose they are, where they stand."""

from __future__ import annotations

import html

import pytest

from generator.content.model import Kind
from generator.pipeline import build_pages
from generator.site.pages.cards import Card, citation
from generator.site.pages.entries import Entry
from generator.site.pages.views import Views
from tests.building import HARBOUR
from tests.hostile.payloads import PAYLOADS
from tests.site.exports.sites import ADDRESS, site_at, site_full_of

CLOSING = f"{ADDRESS}briefings/night-closing/issues/closing/"


def cards(party: str) -> list[Card]:
    """Give the cards of what a party of the made-up corpus says on the night closing."""
    site = site_at(HARBOUR)
    views = Views(site, site.corpus.briefings["night-closing"])
    track = views.analysis.tracks[party, "closing"]
    return [card for position in track.entries for card in Entry(views, track, position).cards]


def test_words_stand_in_quotation_marks_with_what_is_left_out_between_them() -> None:
    assert citation(("a", "b"), ("who", ""), (None,), ("what",)) == "“a” … “b” (who; what)"


def test_a_quote_names_speaker_role_source_publisher_date_paragraph_and_its_card() -> None:
    (card,) = [one for one in cards("night-line") if one.passage.texts == ("a single crossing",)]
    assert card.citation == (
        "“a single crossing” (Olav Brandt, Director; "
        "Council to vote on a night closing; The Lantern, 4 March 2031, ¶4)"
    )
    assert card.url == f"{CLOSING}#{card.home.anchor}"


def test_what_a_source_reports_is_cited_as_the_source_s_words_about_the_party() -> None:
    reported = [one for one in cards("night-line") if one.evidence.kind is Kind.REPORTED]
    assert reported
    assert all("” (The source, about " in one.citation for one in reported)


def test_a_quote_from_a_source_that_is_not_usable_says_so_wherever_it_is_pasted() -> None:
    warned = [one for one in cards("harbour-council") if one.warning]
    assert warned
    assert all(one.citation.endswith(f"; {one.warning})") for one in warned)


def test_a_card_is_on_the_page_that_its_citation_names() -> None:
    pages = {page.uri: page.markdown for page in build_pages(site_at(HARBOUR))}
    (card,) = [one for one in cards("night-line") if one.passage.texts == ("a single crossing",)]
    found = [
        uri
        for uri, text in pages.items()
        if f'data-words="{card.citation}" data-address="{card.url}"' in text
    ]
    assert found == ["briefings/night-closing/issues/closing.md"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_others_leaves_its_attribute(payload: str) -> None:
    site = site_full_of(payload)
    for page in build_pages(site):
        for words in page.markdown.split('data-words="')[1:]:
            value, rest = words.split('"', 1)
            assert "<" not in value
            assert rest.startswith(" data-address=")
            assert html.unescape(value).startswith("“")
