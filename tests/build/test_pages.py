"""The finished pages: links, ids and URLs."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

from generator.content.files import read_files
from generator.pipeline import examine
from generator.site.guides import ORDER as GUIDES
from tests.building import REAL_URL, ROOT, Html, broken_links, pages

BRIEFING = "briefings/ukraine-settlement"
ISSUES = (
    "us-proposal", "occupied-territory", "security-guarantees", "european-role", "risk-of-wider-war", "further-talks",
)  # fmt: skip
PARTIES = ("ukraine", "russia", "united-states", "european-states")


@pytest.fixture(params=["real_site", "harbour_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """The site of the real briefing, and that of the example."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def test_every_page_of_the_real_briefing_exists(real_site: Path) -> None:
    expected = {
        "index.html", "404.html", f"{BRIEFING}/index.html", "parties/index.html", "sources/index.html",
        "method/index.html", "about/index.html", "editors/index.html",
        *(f"{folder}reference/{name}/index.html" for folder in ("", "editors/") for name in ("checks", "format")),
        "sources/moscow-talks-2025-12-02/index.html", *(f"{folder}guides/{name}/index.html" for folder in ("", "editors/") for name in GUIDES),
        "glossary/index.html", "tags/index.html", f"{BRIEFING}/compare/index.html", f"{BRIEFING}/coverage/index.html",
        f"{BRIEFING}/parties/index.html", f"{BRIEFING}/sources/index.html",
    }  # fmt: skip
    expected |= {f"{BRIEFING}/issues/{issue}/index.html" for issue in ISSUES}
    expected |= {f"parties/{party}/index.html" for party in PARTIES}
    found = {name for name, _ in pages(real_site)}
    assert expected <= found
    assert {name for name in found - expected if not name.startswith("editors/adr/")} == set()


def test_every_link_leads_to_an_existing_page_and_id(site: Path) -> None:
    assert broken_links(site) == []


def test_no_page_has_an_id_twice(site: Path) -> None:
    twice = {name: sorted({i for i in page.ids if page.ids.count(i) > 1}) for name, page in pages(site)}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    elsewhere = {
        address
        for _, page in pages(site)
        for address in page.loaded
        if urlsplit(address).netloc or address.startswith("//")
    }
    assert elsewhere == set()


def test_every_heading_of_a_generated_page_has_our_prefix(site: Path) -> None:
    foreign = {
        heading
        for name, page in pages(site)
        if name.startswith(("index", "briefings/", "parties/", "sources/", "method/"))
        for _, heading in page.headings
        if not heading.startswith("bb-")
    }
    assert foreign == set()


def test_headings_link_to_themselves_except_titles_and_those_that_have_share_beside_them(
    site: Path,
) -> None:
    for path in (path for path in site.rglob("index.html") if "editors" not in path.parts):
        for heading in etree.HTML(path.read_text(encoding="utf-8")).xpath(
            "//article//*[@id][self::h1 or self::h2 or self::h3]"
        ):
            classes = (heading.get("class") or "").split()
            is_shared = heading.tag == "h1" or "bb-holder" in classes or "bb-issue" in classes
            assert bool(heading.xpath("a[@class='headerlink']")) != is_shared, (path, heading.get("id"))


def test_a_source_lists_every_use_of_every_passage(real_site: Path) -> None:
    examined = examine(*read_files(ROOT))
    name = "moscow-talks-2025-12-02"
    uses = examined.content.analysis.uses[name]
    page = Html((real_site / "sources" / name / "index.html").read_text(encoding="utf-8"))
    targets = [link for link in page.links if "#bb-" in link]
    assert len(uses) > 40
    assert len(targets) >= len(
        {(use.briefing, use.role, use.item, use.nth, use.party, use.issue) for use in uses}
    )


def test_the_sitemap_leaves_out_a_home_page_that_repeats_the_overview(
    real_site: Path, harbour_site: Path
) -> None:
    def listed(site: Path) -> set[str]:
        return set(etree.parse(site / "sitemap.xml").xpath("//*[local-name()='loc']/text()"))

    assert REAL_URL not in listed(real_site)
    assert f"{REAL_URL}{BRIEFING}/" in listed(real_site)
    assert "http://127.0.0.1:8000/" in listed(harbour_site)


def test_the_sitemap_has_true_dates_and_none_where_nothing_is_known(harbour_site: Path) -> None:
    tree = etree.parse(harbour_site / "sitemap.xml")
    found = {
        urlsplit(url.findtext("{*}loc", "")).path.lstrip("/"): url.findtext("{*}lastmod")
        for url in tree.iter("{*}url")
    }
    assert found["briefings/night-closing/"] == "2031-06-12"
    assert found["briefings/lighthouse/issues/museum/"] == "2031-02-12"
    assert found["sources/hafenbote-2031-05-20/"] == "2031-05-20"
    assert found["changes/"] == "2031-06-12"
    assert found["method/"] is None


def test_every_page_is_smaller_than_four_hundred_kilobytes(site: Path) -> None:
    # The time of Python-Markdown grows with the square of the prose on a page.
    assert max(len(page.text) for _, page in pages(site)) < 400_000
