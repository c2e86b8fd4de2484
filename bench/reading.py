"""Measure what readers wait for: `python -m bench.reading`, or `make bench-reading`.

Each kind of page of the real site is loaded in a real browser with an empty cache, slowed down to a phone on a slow
line, as Lighthouse does it. Then the search of a large made site is compared with the theme's own over the same pages.
Bytes are before compression.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright

from bench.made import make
from bench.project import write_project
from generator.site.theme_files import FOLDER
from scripts.browser import NoBrowserError, find_browser, launch
from tests.browser.serving import serve

ROOT = Path(__file__).parents[1]
BRIEFING = "briefings/ukraine-settlement/"
PAGES = {
    "home": "",
    "overview": BRIEFING,
    "issue": f"{BRIEFING}issues/us-proposal/",
    "party": "parties/russia/",
    "source": "sources/moscow-talks-2025-12-02/",
}
# Lighthouse's phone: the processor four times slower, 150 ms there and back, 1.6 Mbit a second.
_SLOWER = 4
_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
_OBSERVER = """
  window.paints = {}; window.shift = 0; window.blocked = 0;
  const watch = (type, seen) => new PerformanceObserver(list => list.getEntries().forEach(seen)).observe({type, buffered: true});
  watch("paint", one => { window.paints[one.name] = one.startTime });
  watch("largest-contentful-paint", one => { window.paints.largest = one.startTime });
  watch("layout-shift", one => { window.shift += one.value });
  watch("longtask", one => { window.blocked += Math.max(0, one.duration - 50) });
"""
_WORD = "proposal"
# Where a search takes the words, and where its results stand.
_OURS = ("#__search-dialog [name=q]", "#__search-dialog li a")
_THEIRS = ("input[name=query]", ".md-search-result__item")
# In the page: a question from outside would wait between two looks.
_SEEK = """
  (function seek() {
    if (document.querySelector("%s")?.getClientRects().length) window.found = performance.now();
    else requestAnimationFrame(seek);
  })();
"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one page cost: requests, bytes of the whole, of its HTML and of our styles and scripts, and what was seen."""

    name: str
    requests: int
    whole: int
    html: int
    ours: int
    elements: int
    first: float  # milliseconds to the first paint
    largest: float  # milliseconds to the largest one
    blocked: float  # milliseconds in which a key press would have waited
    shift: float  # the sum of layout shifts


@dataclass(frozen=True, slots=True)
class Searched:
    """What a reader waits for who opens the site and searches at once: bytes in all, and seconds to the first result."""

    name: str
    bytes: int
    seconds: float


def main(arguments: list[str]) -> int:
    """Measure and print; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description="Measure pages and search.")
    parser.add_argument("--articles", type=int, default=600, help="of the large site (default: 600)")
    options = parser.parse_args(arguments)
    try:
        path = find_browser()
    except NoBrowserError as fault:
        print(fault, file=sys.stderr)
        return 1
    with (
        tempfile.TemporaryDirectory() as scratch,
        sync_playwright() as playwright,
        launch(playwright, path) as browser,
    ):
        real, large = Path(scratch, "real"), Path(scratch, "large")
        for name in ("briefings", "seeds"):
            shutil.copytree(ROOT / name, real / name)
        with serve(_built(real)) as address:
            print(_page_table([_loaded(browser, f"{address}{page}", name) for name, page in PAGES.items()]))
        write_project(large, make(options.articles))
        ours, theirs = _built(large), _built_plainly(large)
        searches = [
            _searched(browser, ours, "Pagefind", _OURS),
            _searched(browser, theirs, "the theme’s own", _THEIRS),
        ]
        print(f"\n{len(list(ours.rglob('index.html'))):,} pages\n\n{_search_table(searches)}")
    return 0


def _built(project: Path) -> Path:
    """Build the site of `project`, with this project's settings and documents."""
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copytree(ROOT / "docs", project / "docs")
    _run("generator", "build", "--root", str(project), "--out", str(project / "site"))
    return project / "site"


def _built_plainly(project: Path) -> Path:
    """Build the pages of `project` with the theme as it comes, and its search."""
    plain = project / "plain"
    _run("generator", "render", "--root", str(project), "--out", str(plain))
    settings = yaml.safe_load((plain / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    kept = {key: settings[key] for key in ("site_name", "docs_dir", "markdown_extensions") if key in settings}
    kept |= {"theme": {"name": "material", "font": False}, "plugins": ["search"], "nav": ["index.md"]}
    (plain / "mkdocs.yml").write_text(yaml.safe_dump(kept), encoding="utf-8")
    _run("mkdocs", "build", "--config-file", str(plain / "mkdocs.yml"), "--site-dir", str(project / "theirs"))
    return project / "theirs"


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, capture_output=True)


def _loaded(browser: Browser, address: str, name: str) -> Loaded:
    """Load a page on the slow phone until nothing more comes, and leave it, so that all its paints are known."""
    context = browser.new_context(
        viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True
    )
    page = context.new_page()
    answers = _answers(page)
    _slow(context.new_cdp_session(page))
    page.add_init_script(_OBSERVER)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(1_000)
    seen = page.evaluate(
        "({...window.paints, shift: window.shift, blocked: window.blocked,"
        " elements: document.getElementsByTagName('*').length})"
    )
    sizes = {answer.url: len(answer.body()) for answer in answers if answer.ok}
    context.close()
    return Loaded(
        name,
        len(sizes),
        sum(sizes.values()),
        sizes[address],
        sum(size for url, size in sizes.items() if f"/{FOLDER}/" in url),
        seen["elements"],
        seen["first-contentful-paint"],
        seen["largest"],
        seen["blocked"],
        seen["shift"],
    )


def _answers(page: Page) -> list[Response]:
    """Return the list that takes up every answer that `page` gets from now on."""
    answers: list[Response] = []
    page.context.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - it marks what it is given
    return answers


def _slow(session: CDPSession) -> None:
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})


def _searched(browser: Browser, site: Path, name: str, places: tuple[str, str]) -> Searched:
    """Open a site and its search by its key, type, and wait for the first result."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    answers = _answers(page)
    field, result = places
    page.add_init_script(_SEEK % result)
    with serve(site) as address:
        page.goto(address, wait_until="load")
        page.keyboard.press("/")
        page.locator(field).press_sequentially(_WORD)
        first = page.wait_for_function("window.found").json_value() / 1000
        page.wait_for_load_state("networkidle")
        whole = _bytes(answers)
    context.close()
    return Searched(name, whole, first)


def _bytes(answers: list[Response]) -> int:
    return sum(len(answer.body()) for answer in answers if answer.ok)


def _page_table(pages: list[Loaded]) -> str:
    """Write what the pages cost as a Markdown table."""
    lines = [
        "| page | requests | KB in all | HTML | our styles and scripts | elements | first paint, s | largest, s | blocked, ms | shift |",
        "|---" + "|--:" * 9 + "|",
    ]
    lines += [
        f"| {one.name} | {one.requests} | {_kb(one.whole)} | {_kb(one.html)} | {_kb(one.ours)} | {one.elements:,}"
        f" | {one.first / 1000:.1f} | {one.largest / 1000:.1f} | {one.blocked:.0f} | {one.shift:.3f} |"
        for one in pages
    ]
    return "\n".join(lines)


def _search_table(searches: list[Searched]) -> str:
    """Write what searching costs as a Markdown table; the first line is the floor of the ratios."""
    floor = searches[0]
    lines = [
        "| search | KB with the first search | ratio | first result, s | ratio |",
        "|---" + "|--:" * 4 + "|",
    ]
    lines += [
        f"| {one.name} | {_kb(one.bytes)} | {one.bytes / floor.bytes:.1f}"
        f" | {one.seconds:.2f} | {one.seconds / floor.seconds:.1f} |"
        for one in searches
    ]
    return "\n".join(lines)


def _kb(size: int) -> str:
    return f"{size / 1000:,.0f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
