"""A site in another language, from left to right or from right to left."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import largest_of_each_kind
from tests.browser.serving import serve
from tests.building import HARBOUR, build, copy_project, set_language


@pytest.fixture(scope="module")
def german_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour example, with the words of its site in German."""
    return build(set_language(copy_project(HARBOUR, tmp_path_factory.mktemp("german") / "project"), "de"))


def test_from_right_to_left_columns_sidebar_and_cards_are_mirrored(arabic_site: Path, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    with serve(arabic_site, "/") as url:
        page.goto(f"{url}briefings/night-closing/")
        columns = page.locator(".bb-gl thead th").evaluate_all(
            "all => all.map(head => head.getBoundingClientRect().x)"
        )
        assert columns == sorted(columns, reverse=True)
        sidebar = page.locator(".md-sidebar--secondary").bounding_box()
        article = page.locator("article").bounding_box()
        assert sidebar is not None
        assert article is not None
        assert sidebar["x"] < article["x"]
        page.goto(f"{url}briefings/night-closing/issues/closing/")
        card = page.locator(".bb-card.bb-quote:not(.bb-whc)").first
        expect(card).to_have_css("border-right-width", "6px")


def test_the_words_of_the_site_are_in_its_language_and_those_of_the_editors_in_theirs(
    german_site: Path, page: Page
) -> None:
    with serve(german_site) as url:
        page.goto(f"{url}briefings/night-closing/")
        expect(page.locator("html")).to_have_attribute("lang", "de")
        expect(page.locator("#bb-glance")).to_contain_text("Auf einen Blick")
        expect(page.get_by_role("button", name="Suche")).to_be_visible()
        expect(page.locator("h1")).to_contain_text("The night closing of Halmsund harbour")
        assert "no position found" not in page.inner_text("article")
        for path in largest_of_each_kind(german_site):
            page.goto(url + path)
            # The reference is in English in every site.
            in_english = page.locator("article [lang=en] > h1").count()
            assert in_english <= ("/editors/" in page.url), path
