"""Measure how long readers wait: `python -m bench.reading`, or `make bench-reading`.

Each kind of page of the real site is loaded in a real browser with an empty cache and the settings of Lighthouse for a phone
on a slow network. Then the search of a large generated site is compared with the theme's own search of the same pages. Bytes
are counted before compression.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright

from bench.processes import ROOT, run
from bench.project import copy_project
from bench.sites import Site, build
from generator.site.theme_files import FOLDER
from scripts.browser import NoBrowserError, find_browser, launch
from tests.browser.serving import serve

BRIEFING = "briefings/ukraine-settlement/"
PAGES = {
    "home": "",
    "overview": BRIEFING,
    "issue": f"{BRIEFING}issues/us-proposal/",
    "party": "parties/russia/",
    "source": "sources/moscow-talks-2025-12-02/",
}
# The phone of Lighthouse: a processor four times slower, 150 ms latency, 1.6 Mbit/s.
_SLOWER = 4
_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
_OBSERVER = """
  window.paints = {}; window.shift = 0; window.blocked = 0;
  const watch = (type, seen) => new PerformanceObserver(list => list.getEntries().forEach(seen)).observe({type, buffered: true});
  watch("paint", entry => { window.paints[entry.name] = entry.startTime });
  watch("largest-contentful-paint", entry => { window.paints.largest = entry.startTime });
  watch("layout-shift", entry => { window.shift += entry.value });
  watch("longtask", entry => { window.blocked += Math.max(0, entry.duration - 50) });
"""
# A busy machine paints long after the network is idle.
_PAINTED = "async () => { while (!window.paints.largest) await new Promise(requestAnimationFrame); }"
_WORD = "proposal"
_SEARCHES = 7  # of each site; the medians count
# Inside the page, because a check from outside would wait between two looks.
_SEEK = """
  window.found = new Promise((found, failed) => {
    setTimeout(() => failed(new Error("no result")), 120_000);
    (function seek() {
      const typed = document.querySelector("%s")?.value === "%s";
      if (typed && document.querySelector("%s")?.getClientRects().length) found(performance.now());
      else requestAnimationFrame(seek);
    })();
  });
"""


class Searchable(NamedTuple):
    """A built site whose search is measured: its name, its folder, and the selectors of the field and of a result."""

    name: str
    site: Path
    field: str
    result: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """The costs of a page: requests, bytes in total, of its HTML and of our styles and scripts, and what the browser measured."""

    name: str
    requests: int
    total: int
    html: int
    ours: int
    elements: int
    first: float  # milliseconds to the first paint
    largest: float  # milliseconds to the largest one
    blocked: float  # milliseconds in which a key press would have waited
    shift: float  # the sum of layout shifts


@dataclass(frozen=True, slots=True)
class Searched:
    """The costs of a search by a reader who opens the site and searches at once: bytes in total, and seconds to the first result."""

    name: str
    bytes: int
    seconds: float


def main(arguments: list[str]) -> int:
    """Measure, and print the figures. Return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description="Measure pages and search.")
    parser.add_argument(
        "--articles", type=int, default=600, help="the number of articles of the large site (default: 600)"
    )
    options = parser.parse_args(arguments)
    try:
        path = find_browser()
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    with (
        tempfile.TemporaryDirectory() as scratch,
        sync_playwright() as playwright,
        launch(playwright, path) as browser,
    ):
        real, cache = Path(scratch, "real"), Path(scratch, "cache")
        words = ("--root", str(copy_project(ROOT, real)), "--out", str(real / "site"))
        run("generator", "build", *words, cache=cache)  # on the day that the browser's clock says
        with serve(real / "site") as url:
            print(_page_table([_loaded(browser, f"{url}{page}", name) for name, page in PAGES.items()]))
        large = Site(Path(scratch, "large"), options.articles)
        build(large.project, large.out, cache)
        large.plain.build()
        searches = _search_table(search_both(browser, large.out, large.plain.out))
        print(f"\n{len(list(large.out.rglob('*.html'))):,} pages\n\n{searches}")
    return 0


def _loaded(browser: Browser, url: str, name: str) -> Loaded:
    """Load a page on the slow phone until the network is idle, and measure it."""
    context = browser.new_context(
        viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True
    )
    page = context.new_page()
    answers = _answers(page)
    _slow(context.new_cdp_session(page))
    page.add_init_script(_OBSERVER)
    page.goto(url, wait_until="networkidle")
    page.evaluate(_PAINTED)
    page.wait_for_timeout(1_000)
    seen = page.evaluate(
        "({...window.paints, shift: window.shift, blocked: window.blocked,"
        " elements: document.getElementsByTagName('*').length})"
    )
    sizes = {answer.url: len(answer.body()) for answer in answers if answer.ok}
    context.close()
    return Loaded(
        name=name,
        requests=len(sizes),
        total=sum(sizes.values()),
        html=sizes[url],
        ours=sum(size for asset, size in sizes.items() if f"/{FOLDER}/" in asset),
        elements=seen["elements"],
        first=seen["first-contentful-paint"],
        largest=seen["largest"],
        blocked=seen["blocked"],
        shift=seen["shift"],
    )


def _answers(page: Page) -> list[Response]:
    """Return a list that collects every answer that `page` gets from now on."""
    answers: list[Response] = []
    page.context.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a method of a list has no signature
    return answers


def _slow(session: CDPSession) -> None:
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})


def search_both(browser: Browser, ours: Path, theirs: Path) -> list[Searched]:
    """Search a site of ours and one with the theme’s own search in turn, several times. Return the medians of each."""
    sites = (
        Searchable("ours", ours, "#__search-dialog [name=q]", "#__search-dialog li a"),
        Searchable("the theme’s own", theirs, "input[name=query]", ".md-search-result__item"),
    )
    rounds = [[_searched(browser, site) for site in sites] for _ in range(_SEARCHES)]
    return [_median(searches) for searches in zip(*rounds, strict=True)]


def _median(searches: Sequence[Searched]) -> Searched:
    """Return the medians of searches of one site."""
    return Searched(
        searches[0].name,
        round(median(search.bytes for search in searches)),
        median(search.seconds for search in searches),
    )


def _searched(browser: Browser, site: Searchable) -> Searched:
    """Open a site with an empty cache and its search with the keyboard, type a word, and wait for the first result."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    answers = _answers(page)
    page.add_init_script(_SEEK % (site.field, _WORD, site.result))
    with serve(site.site) as url:
        page.goto(url, wait_until="load")
        page.keyboard.press("/")
        page.locator(site.field).press_sequentially(_WORD)
        first = page.evaluate("window.found") / 1000
        page.wait_for_load_state("networkidle")
        total = _bytes(answers)
    context.close()
    return Searched(site.name, total, first)


def _bytes(answers: list[Response]) -> int:
    return sum(len(answer.body()) for answer in answers if answer.ok)


def _page_table(pages: list[Loaded]) -> str:
    """Return the costs of the pages as a Markdown table."""
    lines = [
        "| page | requests | KB in all | HTML | our styles and scripts | elements | first paint, s | largest, s | blocked, ms | shift |",
        "|---" + "|--:" * 9 + "|",
    ]
    lines += [
        f"| {page.name} | {page.requests} | {_kb(page.total)} | {_kb(page.html)} | {_kb(page.ours)} | {page.elements:,}"
        f" | {page.first / 1000:.1f} | {page.largest / 1000:.1f} | {page.blocked:.0f} | {page.shift:.3f} |"
        for page in pages
    ]
    return "\n".join(lines)


def _search_table(searches: list[Searched]) -> str:
    """Return the costs of the searches as a Markdown table. The ratios compare with the first search."""
    floor = searches[0]
    lines = [
        "| search | KB with the first search | ratio | first result, s | ratio |",
        "|---" + "|--:" * 4 + "|",
    ]
    lines += [
        f"| {search.name} | {_kb(search.bytes)} | {search.bytes / floor.bytes:.1f}"
        f" | {search.seconds:.2f} | {search.seconds / floor.seconds:.1f} |"
        for search in searches
    ]
    return "\n".join(lines)


def _kb(size: int) -> str:
    return f"{size / 1000:,.0f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
