"""The citation that readers copy from a card."""

from generator.content.model import Kind
from generator.pipeline import build_pages
from generator.site.pages.cards import Card, citation_text
from generator.site.pages.entries import Entry
from generator.site.pages.views import Views
from tests.building import HARBOUR
from tests.site.exports.sites import ADDRESS, site_at

CLOSING = f"{ADDRESS}briefings/night-closing/issues/closing/"


def cards(party: str) -> list[Card]:
    """Return the cards of what a party of the harbour example says on the night closing."""
    site = site_at(HARBOUR)
    views = Views(site, site.corpus.briefings["night-closing"])
    track = views.analysis.tracks[party, "closing"]
    return [card for position in track.entries for card in Entry(views, party, position).cards]


def test_a_citation_shows_gaps_and_leaves_out_empty_details() -> None:
    assert citation_text(("a", "b"), ("who", ""), (None,), ("what",)) == "“a” … “b” (who; what)"


def test_the_citation_of_a_quote_names_its_speaker_and_source() -> None:
    (card,) = [card for card in cards("night-line") if card.passage.texts == ("not sail a single crossing",)]
    assert card.citation == (
        "“not sail a single crossing” (Olav Brandt, Director; "
        "Council to vote on a night closing; The Lantern, 4 March 2031, ¶4)"
    )
    assert card.url == f"{CLOSING}#{card.home.anchor}"


def test_the_citation_of_a_report_says_that_the_source_speaks() -> None:
    reported = [card for card in cards("night-line") if card.evidence.kind is Kind.REPORTED]
    assert reported
    assert all("” (The source about " in card.citation for card in reported)


def test_the_citation_of_an_unusable_source_says_so() -> None:
    warned = [card for card in cards("harbour-council") if card.warning]
    assert warned
    assert all(card.citation.endswith(f"; {card.warning})") for card in warned)


def test_the_url_of_a_card_is_the_page_that_shows_it() -> None:
    pages = {page.uri: page.markdown for page in build_pages(site_at(HARBOUR))}
    (card,) = [card for card in cards("night-line") if card.passage.texts == ("not sail a single crossing",)]
    assert [uri for uri, text in pages.items() if f'id="{card.home.anchor}"' in text] == [
        "briefings/night-closing/issues/closing.md"
    ]


def test_a_page_whose_controls_copy_says_once_what_the_script_says_then() -> None:
    for page in build_pages(site_at(HARBOUR)):
        copies = 'class="bb-copy"' in page.markdown or 'class="bb-share"' in page.markdown
        assert page.markdown.count("data-bb-copied=") == copies, page.uri


def test_a_card_names_the_language_of_its_words_only_if_it_is_not_that_of_the_page() -> None:
    pages = "".join(page.markdown for page in build_pages(site_at(HARBOUR)))
    assert '<blockquote lang="de" dir="auto">' in pages
    assert '<blockquote lang="en"' not in pages
