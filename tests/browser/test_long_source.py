"""A reader of a long source: a link to any paragraph leads to its part, and each part leads to its neighbours."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import serve
from tests.browser.test_axe import violations
from tests.building import build, build_once
from tests.long_report import PARTS, write_report


@pytest.fixture(scope="module")
def report_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of the page of a long report."""
    root = build_once(tmp_path_factory, "long", lambda folder: build(write_report(folder)))
    with serve(root / "site") as url:
        yield f"{url}sources/report/"


def test_a_link_to_a_paragraph_or_a_passage_on_the_first_page_leads_on_to_its_part(
    report_url: str, page: Page
) -> None:
    page.goto(f"{report_url}#p345")
    page.wait_for_url(f"{report_url}201-400/#p345")
    expect(page.locator("#p345")).to_be_in_viewport()
    page.goto(f"{report_url}601-800/")
    place = page.locator(".bb-pp a[id^=at-]").first.get_attribute("id")
    page.goto(f"{report_url}#{place}")
    page.wait_for_url(f"{report_url}601-800/#{place}")
    page.goto(f"{report_url}#p12")
    expect(page.locator("#p12")).to_be_in_viewport()
    assert page.url == f"{report_url}#p12"


def test_without_scripts_the_table_of_parts_leads_on(report_url: str, page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(f"{report_url}#p345")
    page.get_by_role("link", name="Part 2, paragraphs 201 to 400").click()
    expect(page.locator("#p345")).to_be_attached()
    page.get_by_role("link", name="Part 3", exact=True).first.click()
    expect(page).to_have_url(f"{report_url}401-600/")
    page.get_by_role("link", name="All parts").last.click()
    expect(page).to_have_url(f"{report_url}#bb-parts")


@pytest.mark.parametrize("part", PARTS[:2])
def test_a_part_has_no_barrier_and_fits_a_narrow_screen(report_url: str, page: Page, part: str) -> None:
    page.goto(report_url + part)
    assert violations(page) == set()
    page.set_viewport_size({"width": 320, "height": 800})
    assert violations(page) == set()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
