"""P7: what a reader's first search costs, compared with the theme's own search of the same pages."""

from collections.abc import Iterator

from playwright.sync_api import sync_playwright

from bench.goals import Figure
from bench.reading import search_both
from bench.sites import Sites
from scripts.browser import find_browser, launch


def measure_search(sites: Sites) -> Iterator[Figure]:
    """Measure bytes and time until the first result in a large site (P7). Raises NoBrowserError."""
    path = find_browser()
    site, plain = sites.large, sites.large.plain
    pages = f"{site.pages:,} pages"
    plain.build()
    with sync_playwright() as playwright, launch(playwright, path) as browser:
        ours, theirs = search_both(browser, site.out, plain.out)
    size = f"{ours.bytes / 1000:,.0f} over {theirs.bytes / 1000:,.0f} KB"
    time = f"{ours.seconds:.2f} over {theirs.seconds:.2f} s"
    yield Figure(
        "P7",
        f"bytes of a first search over the theme’s, {pages} ({size})",
        ours.bytes / theirs.bytes,
        goal=0.05,
    )
    yield Figure("P7", f"time to its first result ({time})", ours.seconds / theirs.seconds, goal=0.1)
