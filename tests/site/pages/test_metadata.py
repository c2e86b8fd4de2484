"""Metadata of pages for programs, and the URL of the site."""

import json
import re
from typing import Any

import pytest
import yaml

from generator.pipeline import build_pages
from generator.site.pages import PAGE_TYPES
from generator.site.pages.metadata import CONTEXT
from generator.site.pages.picture import briefing_picture
from generator.site.pages.views import Views
from generator.site.repository import SettingsError
from generator.site.site import Publication, Site, publication
from tests.building import HARBOUR, ROOT
from tests.hostile.payloads import PAYLOADS
from tests.site.exports.sites import ADDRESS, site_at, site_full_of

NIGHT = "briefings/night-closing/"


def front(site: Site) -> dict[str, Any]:
    """Return the front matter of every page by path."""
    return {page.uri: yaml.safe_load(page.markdown.split("\n---\n", 1)[0][4:]) for page in build_pages(site)}


def data(site: Site) -> dict[str, Any]:
    """Return the linked data of the pages that have some."""
    return {
        uri: json.loads(page["linked_data"]) for uri, page in front(site).items() if "linked_data" in page
    }


def things(value: Any) -> list[dict[str, Any]]:
    """Return every thing in linked data, however deep."""
    if isinstance(value, list):
        return [inner for item in value for inner in things(item)]
    if isinstance(value, dict):
        return [value, *(inner for item in value.values() for inner in things(item))]
    return []


def test_a_briefing_is_a_report_that_cites_its_sources() -> None:
    thing = data(site_at(HARBOUR))[f"{NIGHT}index.md"]
    assert [thing["@context"], thing["@type"], thing["url"]] == [CONTEXT, "Report", ADDRESS + NIGHT]
    assert thing["dateModified"] == "2031-06-12"
    assert thing["temporalCoverage"].endswith("2031-06-11")
    assert {"@type": "Organization", "name": "Night Line"} in thing["about"]
    site = site_at(HARBOUR)
    assert [source["name"] for source in thing["citation"]] == [
        site.corpus.sources[name].about.title
        for name in site.analysis.briefings["night-closing"].coverage.sources
    ]
    assert thing["isPartOf"] == {"@type": "WebSite", "name": "The “Book” & Co", "url": ADDRESS}


def test_quotations_are_words_of_a_source_from_current_positions() -> None:
    site = site_at(HARBOUR)
    report = data(site)[f"{NIGHT}issues/closing.md"]
    works = {work["@id"]: work for work in report["citation"]}
    text = next(page.markdown for page in build_pages(site) if page.uri == f"{NIGHT}issues/closing.md")
    ids = {quotation["@id"] for quotation in report["hasPart"]}
    assert "#bb-entry-harbour-council--2031-06-11--e1" in ids
    assert "#bb-entry-harbour-council--2031-03-04--e1" not in ids, "a superseded entry"
    for quotation in report["hasPart"]:
        assert quotation["@type"] == "Quotation"
        assert f' id="{quotation["@id"][1:]}">' in text, "a card has its words"
        work = works[quotation["isBasedOn"]["@id"]]
        assert work["subjectOf"]["url"].startswith(f"{ADDRESS}sources/")
        assert quotation["spokenByCharacter"]["@type"] in {"Person", "Organization", "Country"}


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["real", "harbour"])
def test_nothing_is_rated_and_unknown_values_are_left_out(root: Any) -> None:
    for address in (ADDRESS, ""):
        for thing in data(site_at(root, address)).values():
            for inner in things(thing):
                assert set(inner) == {"@id"} or inner["@type"] not in {"ClaimReview", "NewsArticle", "Rating"}
                assert all(value not in ("", None, [], {}) for value in inner.values())
                assert address or not any(ADDRESS in str(value) for value in inner.values())


def test_urls_are_complete_or_left_out() -> None:
    site = site_at(HARBOUR)
    known, unknown = front(site), front(site_at(HARBOUR, ""))
    assert known[f"{NIGHT}index.md"]["head"] == {
        "address": ADDRESS + NIGHT,
        "kind": "article",
        "modified": "2031-06-12",
        "picture": f"{ADDRESS}{NIGHT}social.png",
        "picture_of": briefing_picture(Views(site, site.corpus.briefings["night-closing"])).words,
        "locale": "en_US",
    }
    assert (
        known[f"{NIGHT}issues/closing.md"]["head"]["picture"] == f"{ADDRESS}{NIGHT}issues/closing/social.png"
    )
    assert known["method.md"]["head"]["picture"] == f"{ADDRESS}social.png"
    assert all(page["head"]["address"].startswith(ADDRESS) for page in known.values())
    assert not [page for page in unknown.values() if {"address", "picture"} & set(page.get("head", {}))]


def test_hostile_text_does_not_leave_its_element_or_attribute() -> None:
    for uri, page in front(site_full_of(" ".join(PAYLOADS))).items():
        if "linked_data" in page:
            assert not set(page["linked_data"].strip()) & set("<>&\n"), uri
            assert json.loads(page["linked_data"])
        feeds = [value for feed in page["alternates"] for value in feed.values()]
        assert not [value for value in (*page["head"].values(), *feeds) if set(value) & set('<>"')], uri


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://example.org/book", "https://example.org/book/"),
        ("https://example.org/book/", "https://example.org/book/"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
        ("https://example.org/ab{c}\\", "https://example.org/ab%7Bc%7D%5C/"),
        ("http://127.0.0.1:8000/", ""),
        ("http://localhost/", ""),
        ("http://[::1]:8000/", ""),
        ("", ""),
    ],
)
def test_the_url_of_a_site_is_known_if_other_readers_can_open_it(address: str, known: str) -> None:
    assert publication("A  book\n", address) == Publication("A book", known)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("https://example.org/a b/", "a space"),
        ("https://example.org/\n", "a space"),
        ("https://example.org/?from=mail", "a “?”"),
        ("http://127.0.0.1:8000/#top", "a “#”"),
    ],
)
def test_a_url_with_a_space_or_a_query_is_refused(address: str, problem: str) -> None:
    with pytest.raises(SettingsError, match=f"(?s)BRIEFING_SITE_URL.*{re.escape(problem)} in it"):
        publication("A", address)


@pytest.mark.parametrize("address", ["http://[", "example.org", "https:", "/briefings/"])
def test_an_address_that_is_not_a_url_is_refused(address: str) -> None:
    with pytest.raises(SettingsError, match=f"BRIEFING_SITE_URL.*“{re.escape(address)}” is not a URL"):
        publication("A", address)


def test_pages_of_every_type_have_metadata() -> None:
    site = site_at(HARBOUR)
    written = front(site)
    for page_type in PAGE_TYPES:
        assert all("head" in written[spec.uri] for spec in page_type.pages(site))
