"""What pages say to search engines: their summary, with the proposition of every result."""

import pytest

from generator.pipeline import build_pages
from generator.site.pages.description import (
    briefing_description,
    issue_description,
    party_description,
    source_description,
)
from generator.site.pages.metadata import briefing_head, issue_head
from generator.site.pages.views import Views
from generator.site.site import Site
from tests.building import HARBOUR, ROOT
from tests.site.exports.sites import site_at, site_full_of


def views(site: Site, slug: str = "night-closing") -> Views:
    return Views(site, site.corpus.briefings[slug])


def test_an_overview_says_where_it_stands() -> None:
    shown = views(site_at(HARBOUR))
    assert briefing_description(shown) == shown.about.key_points.where_it_stands.text
    assert briefing_head(shown).linked_data["description"] == briefing_description(shown)


def test_an_issue_says_its_proposition_then_its_result_and_what_was_counted() -> None:
    shown = views(site_at(HARBOUR))
    text = issue_description(shown, "noise-limit")
    assert text == "A limit of 55 dB(A) holds on the quay. No one against so far: 1 for, 1 conditional."
    assert issue_head(shown, "noise-limit").linked_data["description"] == text


def test_a_party_says_who_it_is_and_how_many_positions_it_has() -> None:
    site = site_at(HARBOUR)
    party = site.corpus.parties["night-line"]
    found = [
        Views(site, item) for item in site.corpus.briefings.values() if "night-line" in item.about.parties
    ]
    assert party_description(site.language, party, found) == (
        "Night Line, organisation. 8 positions in 4 briefings, with the exact words of the sources."
    )


def test_a_party_without_a_position_says_so() -> None:
    site = site_at(ROOT)
    party = site.corpus.parties["european-states"]
    found = [Views(site, item) for item in site.corpus.briefings.values()]
    assert party_description(site.language, party, found) == "European governments, bloc. No position found."


def test_the_positions_of_an_earlier_day_are_not_described_by_the_summary_of_today() -> None:
    site = site_at(HARBOUR)
    summary = views(site).summary
    earlier = [page.markdown for page in build_pages(site) if "night-closing/as-of/" in page.uri]
    assert len(earlier) > 3
    assert not any(summary in text for text in earlier)


def test_a_source_says_title_publisher_and_date() -> None:
    site = site_at(HARBOUR)
    gull = site.corpus.sources["gull-2031-05-02"]
    assert (
        source_description(site.language, gull, gull.about.title)
        == "Two boats for the night. The Gull, 2 May 2031."
    )


@pytest.mark.parametrize("words", ["many words ", "many\n    words "])
def test_a_long_description_is_cut_after_the_last_word_that_fits_with_a_sign(words: str) -> None:
    site = site_full_of(words * 100)
    shown = views(site, "talks")
    for description in (briefing_description(shown), issue_description(shown, "plan")):
        assert 290 < len(" ".join(description.split())) <= 300
        assert description.endswith((" words …", " many …"))


def test_every_page_has_a_description() -> None:
    for page in build_pages(site_at(HARBOUR)):
        assert "\ndescription: " in page.markdown.split("\n---\n", 1)[0], page.uri
