"""In a real browser, text that tries to be more than text runs nothing and is shown as it is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import serve
from tests.building import HARBOUR, build, run
from tests.hostile.project import project

TITLE = '<img src=x onerror=window.Q7=1> & </title><script>window.Q7=1</script> "><b id=__config> Zebra'
PAGES = (
    "",
    "briefings/talks/",
    "briefings/talks/issues/plan/",
    "parties/north/",
    "parties/",
    "sources/",
    "sources/daily/",
    "method/",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which every text is hostile."""
    root = tmp_path_factory.mktemp("hostile") / "project"
    for path, content in project(TITLE, TITLE).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    (root / "docs").mkdir()
    shutil.copyfile(HARBOUR / "mkdocs.yml", root / "mkdocs.yml")
    return root


@pytest.fixture(scope="module")
def built(hostile: Path) -> Path:
    """Its site, built with MkDocs."""
    return build(hostile)


@pytest.fixture(scope="module")
def zensical(hostile: Path) -> Path:
    """Its site, built with Zensical from the plain folder."""
    assert run("generator", "render", "--out", "folder", cwd=hostile).returncode == 0
    done = run("zensical", "build", cwd=hostile / "folder")
    assert done.returncode == 0, done.stdout + done.stderr
    assert run("generator", "index", "folder/site", cwd=hostile).returncode == 0
    return hostile / "folder" / "site"


@pytest.mark.parametrize("builder", ["built", "zensical"])
def test_no_page_runs_anything_and_every_title_is_shown(
    builder: str, request: pytest.FixtureRequest, page: Page
) -> None:
    site: Path = request.getfixturevalue(builder)
    with serve(site) as address:
        for path in PAGES:
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
            assert page.evaluate("window.Q7") is None, path
            assert page.locator("b#__config").count() == 0, path
            assert page.locator("img").count() == 0, path
            assert page.locator("#__config").count() == 1, path
        page.goto(address + "briefings/talks/")
        assert TITLE in page.title()
        assert TITLE in page.inner_text("h1")
        assert TITLE in page.inner_text(".md-nav--primary")
        description = page.locator("meta[name=description]").get_attribute("content")
        assert description == TITLE
        topic = page.locator("[data-md-component=header-topic]")
        assert re.sub(r"\s+", " ", topic.text_content() or "").strip() == TITLE


@pytest.mark.parametrize("builder", ["built", "zensical"])
def test_search_results_show_the_text_and_run_nothing(
    builder: str, request: pytest.FixtureRequest, page: Page
) -> None:
    site: Path = request.getfixturevalue(builder)
    with serve(site) as address:
        page.goto(address)
        page.keyboard.press("f")
        page.keyboard.type("Zebra")
        result = page.locator(".bb-search li").first
        expect(result).to_contain_text("onerror=window.Q7=1")
        assert page.locator("img").count() == 0
        assert page.evaluate("window.Q7") is None
