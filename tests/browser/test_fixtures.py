"""The fixtures of the browser tests: a server, a page that is watched, and pinned fonts."""

from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.browser.fonts import FONT_SETS, with_every_font_set
from tests.browser.serving import serve
from tests.building import ROOT

PAGE = "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title><link rel=icon href=data:,>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site."""
    (tmp_path / "index.html").write_text(f"{PAGE}<h1>First</h1>", encoding="utf-8")
    (tmp_path / "404.html").write_text(f"{PAGE}<h1>Gone</h1>", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "index.html").write_text(f"{PAGE}<h1>Deep</h1>", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    return tmp_path


def test_a_site_is_served_below_its_path(site: Path, page: Page) -> None:
    with serve(site, "/deep/er/") as url:
        assert url.endswith("/deep/er/")
        page.goto(url)
        assert page.inner_text("h1") == "First"
        page.goto(f"{url}deep")
        assert page.url == f"{url}deep/"


@pytest.mark.parametrize("path", ["/briefing-book/missing/", "/briefing-book/empty/", "/index.html", "/"])
def test_a_missing_page_and_a_path_outside_the_site_get_the_404_page_of_the_site(
    site: Path, path: str
) -> None:
    with serve(site) as url, pytest.raises(HTTPError) as caught:
        urlopen(urljoin(url, path))  # noqa: S310 - an http URL of this machine
    with caught.value as answer:
        assert answer.code == 404
        assert b"<h1>Gone</h1>" in answer.read()


FAULTY = {
    "<script>console.error('oh')</script>": "console error: oh",
    "<script>throw new Error('ah')</script>": "uncaught: ah",
    "<img src=http://127.0.0.2/x.png>": "request to another host: http://127.0.0.2/x.png",
    "<img src=gone.png>": "404",
}
WATCHED = """
import pytest
from tests.browser.conftest import browser_with_fonts, chromium, page
from tests.browser.serving import serve

@pytest.mark.parametrize("html", HTML)
def test_faulty(tmp_path, page, html):
    (tmp_path / "index.html").write_text(html)
    with serve(tmp_path) as url:
        page.goto(url)
"""


def test_a_page_that_logs_an_error_or_sends_a_request_to_another_host_fails_its_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(WATCHED.replace("HTML", repr([PAGE + html for html in FAULTY])))
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=len(FAULTY), errors=len(FAULTY))
    assert [problem for problem in FAULTY.values() if problem not in result.stdout.str()] == []


@with_every_font_set
def test_the_browser_sees_only_the_pinned_fonts(
    request: pytest.FixtureRequest, site: Path, page: Page
) -> None:
    fonts = FONT_SETS[request.node.callspec.params["chromium"]]
    with serve(site) as url:
        page.goto(url)
        page.evaluate(
            "document.body.innerHTML = '<p style=font-family:system-ui>a<p style=font-family:sans-serif>a<p style=font-family:serif>a'"
        )
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "p"})["nodeIds"]
    used = [session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"] for node in nodes]
    assert [font["familyName"] for fonts_of_node in used for font in fonts_of_node] == [
        fonts.sans,
        fonts.sans,
        fonts.serif,
    ]
