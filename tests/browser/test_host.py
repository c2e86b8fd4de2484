"""A site on GitHub Pages: below the path of a repository and under a domain of its own, every address answers."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import serve
from tests.building import HARBOUR, build, copy_project

LOADING = "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"


class Hosted(NamedTuple):
    """A site as readers reach it: where it is published, and where it stands for the test."""

    published: str
    address: str
    folder: Path


@pytest.fixture(
    scope="module", params=["https://owner.github.io/briefing-book/", "https://briefings.example.org/"]
)
def hosted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """The made-up site, published below a path or under a domain of its own."""
    root = copy_project(HARBOUR, tmp_path_factory.mktemp("hosted") / "project")
    folder = build(root, env={"BRIEFING_SITE_URL": request.param})
    with serve(folder, urlsplit(request.param).path) as address:
        yield Hosted(request.param, address, folder)


def answer(address: str) -> tuple[int, bytes]:
    """Give what the host answers: the status, and the content."""
    try:
        with urllib.request.urlopen(address) as found:  # noqa: S310 - this machine's own server
            return found.status, found.read()
    except HTTPError as fault:
        return fault.code, fault.read()


def test_every_page_of_the_sitemap_answers_and_says_that_it_stands_there(hosted: Hosted) -> None:
    status, sitemap = answer(f"{hosted.address}sitemap.xml")
    places = etree.fromstring(sitemap).xpath("//*[local-name()='loc']/text()")
    assert status == 200
    pages = {path.relative_to(hosted.folder).as_posix() for path in hosted.folder.rglob("*.html")} - {
        "404.html"
    }
    assert {*places} == {hosted.published + page.removesuffix("index.html") for page in pages}
    for place in places:
        assert place.startswith(hosted.published)
        status, page = answer(hosted.address + place.removeprefix(hosted.published))
        assert status == 200, place
        assert html.fromstring(page).xpath("//link[@rel='canonical']/@href") == [place]


def test_every_link_and_all_that_pages_load_answer(hosted: Hosted) -> None:
    seen: dict[str, int] = {}
    for path in sorted(hosted.folder.rglob("*.html")):
        uri = path.relative_to(hosted.folder).as_posix().removesuffix("index.html")
        # Its own links begin at the root of the host, wherever it is shown.
        here = f"{hosted.address}{'no/such/place/' if uri == '404.html' else uri}"
        for link in html.parse(path).xpath(f"//a/@href | {LOADING}"):
            to = urldefrag(urljoin(here, link)).url
            if urlsplit(to).netloc == urlsplit(here).netloc and to not in seen:
                assert to.startswith(hosted.address), (uri, link)
                seen[to] = answer(to)[0]
    assert len(seen) > 60
    assert {to: status for to, status in seen.items() if status != 200} == {}


def test_an_address_without_its_last_slash_leads_to_the_page(hosted: Hosted, page: Page) -> None:
    page.goto(f"{hosted.address}parties")
    assert page.url == f"{hosted.address}parties/"


def test_a_wrong_address_deep_below_gets_a_page_of_the_site_with_its_looks_its_search_and_a_way_home(
    hosted: Hosted, chromium: Browser
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    wrong = page.goto(f"{hosted.address}briefings/no-such/issues/none/")
    assert wrong is not None
    assert wrong.status == 404
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("[...document.styleSheets].every(one => one.cssRules.length > 0)")
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    page.locator(".bb-search li a").first.click()
    expect(page.locator("article")).to_contain_text("harbour")
    page.go_back()
    page.locator("header a.md-logo").click()
    page.wait_for_url(hosted.address)
    context.close()


def test_no_file_is_one_that_pages_would_leave_out(hosted: Hosted) -> None:
    """Links are refused by the upload of GitHub Pages, and hidden files are left out of it."""
    files = [path.relative_to(hosted.folder) for path in hosted.folder.rglob("*")]
    assert not [path for path in files if (hosted.folder / path).is_symlink()]
    assert not [path for path in files if any(part.startswith(".") for part in path.parts)]
    assert len({str(path).casefold() for path in files}) == len(files)
