"""Right to left, another language, a large type and a narrow window: nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import one_of_each
from tests.browser.serving import serve
from tests.building import HARBOUR, build, copy_project


def site_in(language: str, folder: Path) -> Path:
    """Build the second corpus with its words in a language."""
    root = copy_project(HARBOUR, folder)
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("  language: en\n", f"  language: {language}\n"),
        encoding="utf-8",
    )
    return build(root)


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second corpus in a frame from right to left."""
    return site_in("ar", tmp_path_factory.mktemp("rtl") / "project")


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second corpus with the site's words in German."""
    return site_in("de", tmp_path_factory.mktemp("german") / "project")


@pytest.mark.parametrize("width", [1440, 375])
def test_from_right_to_left_no_page_scrolls_sideways_or_loses_its_order(
    arabic: Path, chromium: Browser, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    with serve(arabic) as address:
        for at in one_of_each(arabic):
            page.goto(address + at)
            assert page.locator("body").get_attribute("dir") == "rtl"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, at
        page.goto(f"{address}briefings/night-closing/")
        if width > 1000:
            heads = page.locator(".bb-mx thead th").evaluate_all(
                "all => all.map(one => one.getBoundingClientRect().x)"
            )
            assert heads == sorted(heads, reverse=True)
            side = page.locator(".md-sidebar--primary").bounding_box()
            article = page.locator("article").bounding_box()
            assert side is not None
            assert article is not None
            assert side["x"] > article["x"]
    context.close()


def test_a_card_s_rule_stands_where_its_lines_begin(arabic: Path, page: Page) -> None:
    with serve(arabic) as address:
        page.goto(f"{address}briefings/night-closing/issues/closing/")
        card = page.locator(".bb-card.bb-quote:not(.bb-whc)").first
        assert card.evaluate("one => getComputedStyle(one).borderRightWidth") == "6px"


def test_the_site_s_words_are_those_of_its_language_and_the_editors_stay_theirs(
    german: Path, page: Page
) -> None:
    with serve(german) as address:
        page.goto(f"{address}briefings/night-closing/")
        expect(page.locator("html")).to_have_attribute("lang", "de")
        expect(page.locator("#bb-positions")).to_contain_text("Wo die Parteien stehen")
        expect(page.get_by_role("button", name="Suche")).to_be_visible()
        expect(page.locator("h1")).to_contain_text("The night closing of Halmsund harbour")
        assert "no position found" not in page.inner_text("article")
        for at in one_of_each(german):
            page.goto(address + at)
            assert page.locator("article [lang=en] > h1").count() in (
                {0} if "reference" not in at else {0, 1}
            ), at


@pytest.mark.parametrize("width", [320, 720])
def test_at_400_and_at_200_per_cent_nothing_scrolls_sideways(
    real_site: Path, chromium: Browser, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, device_scale_factor=2)
    page = context.new_page()
    with serve(real_site) as address:
        for at in one_of_each(real_site):
            page.goto(address + at)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, at
    context.close()
