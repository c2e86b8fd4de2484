"""In a real browser, text that tries to be more than text runs nothing, and every field shows it as it was written."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.comparison import build_site, compare, lay_out, write_project
from tests.browser.conftest import PATIENCE
from tests.browser.serving import serve
from tests.building import build, build_once
from tests.hostile.payloads import KINDS, PAYLOADS
from tests.hostile.project import hostile_briefings, plain, project, project_of

TITLE = '<img src=x onerror=window.Q7=1> & </title><script>window.Q7=1</script> x5"><b id=__config> Zebra'
VISITED = [
    path.format(kind)
    for kind in KINDS
    for path in (
        "briefings/talks-{}/",
        "briefings/talks-{}/issues/plan/",
        "parties/north-{}/",
        "sources/daily-{}/",
    )
]
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
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with plain words in every field, of the same shape as the hostile site."""
    files = project_of(hostile_briefings(texts=False, inline=False))
    return build_once(tmp_path_factory, "plain", lambda folder: build_site(files, folder))


def test_every_field_shows_texts_of_every_kind_as_they_were_written(
    plain_site: Path, page: Page, tmp_path: Path
) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    files = project_of(hostile_briefings())
    hostile_site = build_site(files, tmp_path / "hostile")
    with serve(lay_out(plain_site, hostile_site, tmp_path / "both")) as url:
        result = compare(page, url, files, PAYLOADS)
        assert result["problems"][:5] == [], result["problems"][:20]
        assert result["seen"]["texts"] > 1_000
        for path in VISITED:
            page.goto(f"{url}hostile/{path}")
            assert page.evaluate("typeof window.Q7") == "undefined", path
            assert page.url == f"{url}hostile/{path}"
        page.keyboard.press("f")
        page.keyboard.type("onerror")
        expect(page.locator(".bb-search li").first).to_contain_text("onerror=window.Q7=1")
        assert page.locator("img").count() == 0
        assert page.evaluate("typeof window.Q7") == "undefined"
    assert dialogs == []


def test_the_comparison_reports_a_changed_text_element_or_attribute(
    plain_site: Path, page: Page, tmp_path: Path
) -> None:
    files = project_of(hostile_briefings(texts=False, inline=False))
    folder = lay_out(plain_site, shutil.copytree(plain_site, tmp_path / "hostile"), tmp_path / "both")
    texts = [plain(number) for number in range(len(PAYLOADS))]
    spoiled_page = folder / "hostile" / "briefings" / "talks-html" / "index.html"
    text = spoiled_page.read_text(encoding="utf-8")
    with serve(folder) as url:
        assert compare(page, url, files, texts)["problems"] == []
        for spoiled in (
            text.replace("Plain words", "Plain swords", 1),
            text.replace("</h1>", "</h1><i></i>"),
            text.replace("<h1", "<h1 onclick=x", 1),
            text.replace("</h1>", "<!-- x --></h1>"),
            text.replace('"@context"', '"@contexts"', 1),
            re.sub('(name="description" content=")[^"]+', r"\1Plain words …", text),
        ):
            assert spoiled != text
            spoiled_page.write_text(spoiled, encoding="utf-8")
            only = {path: raw for path, raw in files.items() if "-html" in path}
            assert compare(page, url, only, texts)["problems"]


def test_the_browser_reports_a_text_that_runs(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<script>window.Q7 = 1; alert(1)</script>", encoding="utf-8")
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    dialogs: list[str] = []

    def close(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", close)
    with serve(tmp_path) as url:
        page.goto(url)
        assert page.evaluate("typeof window.Q7") == "number"
    context.close()
    assert dialogs == ["1"]


def test_zensical_shows_a_hostile_title_on_pages_and_in_search_results_and_runs_nothing(
    tmp_path: Path, page: Page
) -> None:
    write_project(project(TITLE, TITLE), tmp_path)
    with serve(build(tmp_path, "--builder", "zensical")) as url:
        for path in PAGES:
            page.goto(url + path)
            page.wait_for_load_state("networkidle")
            assert page.evaluate("window.Q7") is None, path
            assert page.locator("img").count() == 0, path
            assert page.locator("#__config").count() == 0, path
        page.goto(url + "briefings/talks/")
        assert TITLE in page.title()
        assert TITLE in page.inner_text("h1")
        assert page.locator("meta[name=description]").get_attribute("content") == f"{TITLE}."
        page.keyboard.press("f")
        page.keyboard.type("Zebra")
        expect(page.locator(".bb-search li").first).to_contain_text("onerror=window.Q7=1")
        assert page.locator("img").count() == 0
        assert page.evaluate("window.Q7") is None
