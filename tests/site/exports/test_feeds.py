"""Feeds of changes: each obeys the rules of its format, and says what changed, for which proposition, in which words."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser  # type: ignore[import-untyped]
import pytest
from lxml import etree, html

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, plan_exports, site_of
from generator.site.exports import feeds
from generator.site.publisher import Publisher
from generator.site.site import Publication, Site
from tests.building import HARBOUR, ROOT
from tests.hostile.payloads import PAYLOADS
from tests.site.exports.sites import ADDRESS, site_at, site_full_of

BRIEFING = "briefings/night-closing/"
COUNCIL = "briefings/night-closing/positions/harbour-council.yml"
ATOM = "{http://www.w3.org/2005/Atom}"


def files(site: Site) -> Mapping[str, bytes]:
    return {export.uri: export.content for export in feeds.exports(site)}


def items(site: Site, uri: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files(site)[uri])["items"]
    return found


def with_council(entry: str) -> Site:
    """Return the harbour example with another entry of the council."""
    raw = read_files(HARBOUR)[0]
    return site_of(
        examine({**raw, COUNCIL: raw[COUNCIL] + entry.encode()}), publication=Publication("Harbour", ADDRESS)
    )


@pytest.mark.parametrize("site", [site_at(ROOT), site_at(HARBOUR), site_full_of(PAYLOADS[0])])
def test_an_atom_feed_obeys_the_rules_of_rfc_4287(site: Site) -> None:
    found = {uri: raw for uri, raw in files(site).items() if uri.endswith(".xml")}
    for uri, raw in found.items():
        assert not feedparser.parse(raw)["bozo"], uri
        root = etree.fromstring(raw)
        assert root.tag == f"{ATOM}feed"
        assert [link.get("href") for link in root.findall(f"{ATOM}link[@rel='self']")] == [ADDRESS + uri]
        for element in (root, *root.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1, (uri, name)
            assert element.findtext(f"{ATOM}id", "").startswith(ADDRESS)
            day = element.findtext(f"{ATOM}updated", "")
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", day)
            dt.datetime.fromisoformat(day)
            assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert root.findtext(f"{ATOM}author/{ATOM}name"), "the feed has an author, so its entries need none"
        assert not any(len(content) for content in root.iter(f"{ATOM}content")), "HTML is text in a feed"
        ids = [element.text for element in root.iter(f"{ATOM}id")]
        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("site", [site_at(ROOT), site_at(HARBOUR), site_full_of(PAYLOADS[0])])
def test_a_json_feed_obeys_the_rules_of_version_1_1(site: Site) -> None:
    for uri, raw in files(site).items():
        if uri.endswith(".json"):
            feed = json.loads(raw)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["feed_url"] == ADDRESS + uri
            assert all(
                isinstance(feed[key], str) and feed[key] for key in ("title", "home_page_url", "language")
            )
            assert all(author["name"] for author in feed["authors"])
            assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
            for item in feed["items"]:
                assert item["url"].startswith(ADDRESS)
                assert item["content_html"]
                assert item["content_text"]
                assert dt.datetime.fromisoformat(item["date_published"]).tzinfo


def test_an_entry_has_party_stances_proposition_and_the_exact_words() -> None:
    (item,) = [
        item for item in items(site_at(HARBOUR), f"{BRIEFING}feed.json") if "Night Line" in item["title"]
    ]
    assert item["title"] == (
        "Night Line: from rejects to accepts. Proposition: The harbour closes at night for a trial of some months."
    )
    assert "“Ein Probebetrieb ist kein Verbot” … “und wir werden ihn mitfahren” (Olav Brandt, " in item["content_text"]  # fmt: skip
    assert item["date_published"] == "2031-05-19T00:00:00Z"


def test_both_formats_have_the_same_entries() -> None:
    found = files(site_at(HARBOUR))
    for uri in (uri for uri in found if uri.endswith(".xml")):
        atom = etree.fromstring(found[uri]).iter(f"{ATOM}entry")
        of_atom = [(entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}title")) for entry in atom]
        of_json = json.loads(found[uri.replace(".xml", ".json")])["items"]
        assert of_atom == [(item["id"], item["title"]) for item in of_json], uri


def test_each_issue_and_party_has_its_own_changes_and_the_briefing_its_corrections() -> None:
    def titles(uri: str) -> list[str]:
        return [item["title"].split(".")[0] for item in items(site_at(HARBOUR), uri)]

    assert titles(f"{BRIEFING}feed.json") == [
        "Correction: The noise limit is 55 dB(A)",
        "Council: from supports to unclear",
        "Islanders: from conditional to accepts",
        "Crews: supports, now withdrawn",
        "Night Line: from rejects to accepts",
    ]
    assert titles(f"{BRIEFING}issues/paid-rest/feed.json") == ["Crews: supports, now withdrawn"]
    assert titles("parties/harbour-council/feed.json") == [
        "Council: from supports to unclear",
        "Council: from 2 boats to 3 boats",
    ]
    assert titles(f"{BRIEFING}issues/noise-limit/feed.json") == []


def test_every_entry_leads_to_its_place_on_a_page() -> None:
    site = site_at(HARBOUR)
    pages = {page.uri: page.markdown for page in build_pages(site)}
    for item in items(site, "feed.json"):
        path, anchor = item["url"].removeprefix(ADDRESS).split("/#")
        assert f"#{anchor}" in pages[f"{path}.md"]


def test_a_change_of_which_only_the_month_is_known_has_the_day_from_which_it_certainly_counts() -> None:
    entry = """\
  - issue: noise-limit
    stance: opposes
    as_of: 2031-05
    statement: The Lantern reports that the council proposes no limit.
    evidence: [{source: lantern-2031-03-04, reported: "The noise limit that the council proposes, 55 dB(A) on the quay"}]
"""
    (item,) = items(with_council(entry), f"{BRIEFING}issues/noise-limit/feed.json")
    assert item["date_published"] == "2031-05-31T00:00:00Z"


def test_the_words_of_a_withheld_source_are_in_no_feed() -> None:
    raw = read_files(HARBOUR)[0]
    seed = "seeds/hafenbote-2031-05-20.yml"
    status = b"status: withheld\nstatus_note: The paper withdrew it.\n"
    site = site_of(examine({**raw, seed: raw[seed] + status}), publication=Publication("Harbour", ADDRESS))
    assert "Night Line: from rejects to accepts" in files(site)["feed.json"].decode()
    for content in files(site).values():
        assert "Ein Probebetrieb" not in content.decode()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text_in_feeds(payload: str) -> None:
    found = files(site_full_of(payload))
    for item in json.loads(found["feed.json"])["items"]:
        tree = html.fragment_fromstring(item["content_html"], create_parent="div")
        assert {str(element.tag) for element in tree.iter()} <= {"div", "p", "blockquote"}
        assert not any(element.attrib for element in tree.iter())
    for entry in etree.fromstring(found["feed.xml"]).iter(f"{ATOM}entry"):
        assert {etree.QName(child).localname for child in entry} == {
            "title", "id", "link", "published", "updated", "category", "content",
        } - ({"category"} if entry.find(f"{ATOM}category") is None else set())  # fmt: skip


def test_the_author_of_a_feed_is_the_publisher_of_the_site() -> None:
    publication = Publication("Harbour", ADDRESS, publisher=Publisher("The harbour desk"))
    found = files(site_of(examine(*read_files(HARBOUR)), publication=publication))
    assert etree.fromstring(found["feed.xml"]).findtext(f"{ATOM}author/{ATOM}name") == "The harbour desk"
    assert json.loads(found["feed.json"])["authors"] == [{"name": "The harbour desk"}]


def test_without_the_url_of_the_site_there_are_no_feeds_and_no_links_to_them() -> None:
    site = site_at(HARBOUR, "")
    assert list(feeds.exports(site)) == []
    pages = {page.uri: page.markdown for page in build_pages(site)}
    assert not [uri for uri, text in pages.items() if "feed.xml" in text and not uri.startswith("editors/")]


def test_the_pages_of_a_site_link_the_closest_feed_and_name_all_in_their_head() -> None:
    pages = {page.uri: page.markdown for page in build_pages(site_at(HARBOUR))}
    for uri, own in {
        "index.md": "feed.xml",
        "changes.md": "feed.xml",
        f"{BRIEFING}index.md": f"{BRIEFING}feed.xml",
        f"{BRIEFING}changes.md": f"{BRIEFING}feed.xml",
        f"{BRIEFING}issues/closing.md": f"{BRIEFING}issues/closing/feed.xml",
        "parties/crews.md": "parties/crews/feed.xml",
    }.items():
        (link,) = re.findall(r'<a href="([^"]*feed\.xml)">', pages[uri])
        page = ADDRESS + uri.removesuffix("index.md").replace(".md", "/")
        assert urljoin(page, link) == ADDRESS + own
        heads = re.findall(r'address: "(\S+feed\.xml)"', pages[uri].split("\n---\n")[0])
        assert heads[0] == ADDRESS + own
        assert heads[-1] == f"{ADDRESS}feed.xml"


def test_two_builds_give_the_same_feeds() -> None:
    def build(today: dt.date) -> list[bytes]:
        site = site_of(
            examine(*read_files(HARBOUR), today=today), publication=Publication("Harbour", ADDRESS)
        )
        return [export.content for export in plan_exports(site) if "feed." in Path(export.uri).name]

    assert build(dt.date(2031, 7, 1)) == build(dt.date(2032, 7, 1))
