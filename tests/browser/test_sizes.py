"""Pages for two parties or twenty, for one issue or thirty, and for long words: nothing overlaps, breaks or is cut.

Each page is loaded once, and measured at five widths, on paper, with everything opened, and in large type.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.layout import problems_everywhere, problems_of_site
from tests.browser.sizes import write_sizes
from tests.building import build, build_once, set_language

PAGES = (
    "",
    "sources/ledger/",
    "parties/party-1/",
    *(
        f"briefings/{slug}/"
        for slug in ("four", "nine", "twenty", "thirty", "overdue", "alone", "empty", "words")
    ),
    *(f"briefings/{slug}/issues/issue-1/" for slug in ("nine", "twenty", "words")),
    *(f"briefings/{slug}/compare/" for slug in ("twenty", "words")),
    "parties/party-21/",
)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_overlaps_breaks_or_is_cut_at_any_size(sizes_url: str, page: Page, path: str) -> None:
    assert problems_everywhere(page, sizes_url + path) == []


@pytest.mark.parametrize("language", ["de", "ar"])
def test_nothing_overlaps_breaks_or_is_cut_in_another_language(
    tmp_path_factory: pytest.TempPathFactory, page: Page, language: str
) -> None:
    def make(folder: Path) -> None:
        build(set_language(write_sizes(folder, "nine", "words"), language))

    site = build_once(tmp_path_factory, f"sizes-{language}", make) / "site"
    assert problems_of_site(page, site, shared=False) == []
