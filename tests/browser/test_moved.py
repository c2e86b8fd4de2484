"""A page that was renamed is still found at its old URL."""

from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import Page

from generator.cli import main
from tests.browser.serving import serve
from tests.building import build, small_project


def test_an_old_url_leads_to_the_passage_with_scripts_and_to_the_page_without(
    tmp_path: Path, page: Page, page_without_scripts: Page
) -> None:
    root = small_project(tmp_path / "site")
    words = ["rename", "source", "bridge-2031-03-02", "bridge", "--root", str(root)]
    assert CliRunner().invoke(main, words).exit_code == 0
    with serve(build(root)) as url:
        page.goto(f"{url}sources/bridge/")
        passage = page.locator("[id^=at-]").first.get_attribute("id")
        page.goto(f"{url}sources/bridge-2031-03-02/#{passage}")
        page.wait_for_url(f"{url}sources/bridge/#{passage}")
        page_without_scripts.goto(f"{url}sources/bridge-2031-03-02/")
        page_without_scripts.wait_for_url(f"{url}sources/bridge/")
