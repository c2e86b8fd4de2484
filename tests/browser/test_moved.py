"""What was renamed is still found at its old address, with the place on the page."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from generator.cli import main
from tests.browser.serving import serve
from tests.building import ROOT, build, copy_project

OLD = "sources/moscow-talks-2025-12-02/"


def test_an_old_address_leads_to_the_passage_with_scripts_and_to_the_page_without(
    tmp_path: Path, page: Page, chromium: Browser
) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    words = ["rename", "source", "moscow-talks-2025-12-02", "moscow-talks", "--root", str(root)]
    assert CliRunner().invoke(main, words).exit_code == 0
    with serve(build(root)) as address:
        page.goto(f"{address}sources/moscow-talks/")
        place = page.locator("[id^=at-]").first.get_attribute("id")
        page.goto(f"{address}{OLD}#{place}")
        page.wait_for_url(f"{address}sources/moscow-talks/#{place}")
        context = chromium.new_context(java_script_enabled=False)
        plain = context.new_page()
        plain.goto(f"{address}{OLD}")
        plain.wait_for_url(f"{address}sources/moscow-talks/")
        context.close()
