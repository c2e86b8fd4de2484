"""The means of the browser tests themselves: a served folder, a browser, and a page that is watched."""

from __future__ import annotations

from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from generator.site.theme_files import ASSETS, assets, styles
from tests.browser.serving import serve

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


def test_a_site_is_served_below_its_path_to_a_browser(site: Path, page: Page) -> None:
    with serve(site, "/deep/er/") as address:
        assert address.endswith("/deep/er/")
        page.goto(address)
        assert page.inner_text("h1") == "First"


@pytest.mark.parametrize("path", ["/briefing-book/missing/", "/briefing-book/empty/", "/index.html", "/"])
def test_what_is_not_there_or_outside_the_path_gets_the_site_s_own_404_page(site: Path, path: str) -> None:
    with serve(site) as address, pytest.raises(HTTPError) as caught:
        urlopen(urljoin(address, path), timeout=5)  # noqa: S310 - an http address of this machine
    with caught.value as answer:
        assert answer.code == 404
        assert b"<h1>Gone</h1>" in answer.read()


def test_a_folder_s_address_without_its_slash_leads_to_the_one_with_it(site: Path, page: Page) -> None:
    with serve(site) as address:
        page.goto(address + "deep")
        assert page.url == address + "deep/"


FAULTY = {
    "<script>console.error('oh')</script>": "console error: oh",
    "<script>throw new Error('ah')</script>": "uncaught: ah",
    "<img src=http://127.0.0.2/x.png>": "asked another host: http://127.0.0.2/x.png",
    "<img src=gone.png>": "404",
}
WATCHED = """
import pytest
from tests.browser.conftest import chromium, page
from generator.theme import ASSETS, assets, styles
from tests.browser.serving import serve

@pytest.mark.parametrize("html", HTML)
def test_faulty(tmp_path, page, html):
    (tmp_path / "index.html").write_text(html)
    with serve(tmp_path) as address:
        page.goto(address)
"""


def test_a_page_that_logs_an_error_or_asks_another_host_fails_its_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    pytester.makepyfile(WATCHED.replace("HTML", repr([PAGE + html for html in FAULTY])))
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=len(FAULTY), errors=len(FAULTY))
    missing = [fault for fault in FAULTY.values() if fault not in result.stdout.str()]
    assert missing == []


def test_made_small_the_style_sheet_says_the_same(page: Page) -> None:
    whole = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("bb-*.css")))
    rules = """css => {
        const told = rules => [...rules].flatMap(rule => [
            (rule.selectorText || rule.conditionText || rule.name) + " " + (rule.style ? rule.style.length : ""),
            ...told(rule.cssRules || []),
        ]);
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        return told(sheet.cssRules);
    }"""
    assert page.evaluate(rules, assets()[styles()[0]].decode()) == page.evaluate(rules, whole)
