"""On a static host, every URL of a site answers: below the path of a repository, and under a domain of its own."""

import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.searching import open_search
from tests.browser.serving import serve
from tests.building import ARABIC_URL, REAL_URL

LOADED = "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"


class Host(NamedTuple):
    """A site as readers reach it: its public URL, its URL during the test, its folder, and a word to search for."""

    published: str
    url: str
    folder: Path
    word: str


@pytest.fixture(
    scope="module",
    params=[("real_site", REAL_URL, "territory"), ("arabic_site", ARABIC_URL, "harbour")],
    ids=["below a path", "own domain"],
)
def host(request: pytest.FixtureRequest) -> Iterator[Host]:
    """A site below a path, and a site under a domain of its own."""
    site, published, word = request.param
    folder = request.getfixturevalue(site)
    with serve(folder, urlsplit(published).path) as url:
        yield Host(published, url, folder, word)


def get(url: str) -> tuple[int, bytes]:
    """Return the status and the content that the host answers with."""
    try:
        with urllib.request.urlopen(url) as answer:  # noqa: S310 - this machine's own server
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


def test_every_page_of_the_sitemap_answers_and_names_its_own_url(host: Host) -> None:
    status, sitemap = get(f"{host.url}sitemap.xml")
    urls = etree.fromstring(sitemap).xpath("//*[local-name()='loc']/text()")
    assert status == 200
    # Redirects, and home if it is the overview of the only briefing, name another URL; search engines leave out the pages for editors.
    pages = {
        uri
        for path in host.folder.rglob("index.html")
        if f'<link rel="canonical" href="{host.published}{(uri := path.relative_to(host.folder).as_posix()).removesuffix("index.html")}">'
        in path.read_text(encoding="utf-8")
    }
    pages = {uri for uri in pages if not uri.startswith("editors/")}
    assert {*urls} == {host.published + uri.removesuffix("index.html") for uri in pages}
    for url in urls:
        status, page = get(host.url + url.removeprefix(host.published))
        assert status == 200, url
        assert html.fromstring(page).xpath("//link[@rel='canonical']/@href") == [url]


def test_every_link_and_every_file_that_pages_load_answers(host: Host) -> None:
    statuses: dict[str, int] = {}
    for path in sorted(host.folder.rglob("*.html")):
        page = path.relative_to(host.folder).as_posix().removesuffix("index.html")
        # The links of the 404 page begin at the root of the host, because it is shown at any URL.
        base = f"{host.url}{'no/such/page/' if page == '404.html' else page}"
        for link in html.parse(path).xpath(f"//a/@href | {LOADED}"):
            url = urldefrag(urljoin(base, link)).url
            if urlsplit(url).netloc == urlsplit(base).netloc and url not in statuses:
                assert url.startswith(host.url), (page, link)
                statuses[url] = get(url)[0]
    assert len(statuses) > 60
    assert {url: status for url, status in statuses.items() if status != 200} == {}


def test_a_url_without_its_last_slash_leads_to_the_page(host: Host, page: Page) -> None:
    page.goto(f"{host.url}parties")
    assert page.url == f"{host.url}parties/"


def test_a_wrong_url_gets_a_page_with_the_style_the_search_and_a_link_to_the_home_page(
    host: Host, chromium: Browser
) -> None:
    # Not the fixture `page`, which fails because the browser logs the status 404.
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    answer = page.goto(f"{host.url}briefings/no-such/issues/none/")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    open_search(page)
    page.keyboard.type(host.word)
    page.locator(".bb-search li a").first.click()
    expect(page.locator("article")).to_contain_text(host.word)
    page.go_back()
    page.locator("header a.md-logo").click()
    page.wait_for_url(host.url)
    context.close()


def test_a_site_has_no_file_that_github_pages_leaves_out(host: Host) -> None:
    """GitHub Pages refuses symbolic links, and leaves out hidden files."""
    paths = [path.relative_to(host.folder) for path in host.folder.rglob("*")]
    assert not [path for path in paths if (host.folder / path).is_symlink()]
    assert not [path for path in paths if any(part.startswith(".") for part in path.parts)]
    assert len({str(path).casefold() for path in paths}) == len(paths)
