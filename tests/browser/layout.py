"""Measure pages in the browser: what overlaps, breaks, is cut, scrolls sideways or is too small to hit."""

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.kinds import SHARED, largest_of_each_kind
from tests.browser.serving import serve

_SCRIPT = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
# CSS pixels: a laptop, two tablets, a phone, and a window of 1280 at 400 per cent.
WIDTHS = (1280, 1024, 768, 375, 320)
# A4 between its margins.
PAPER = 703
# Letters of the longest word that every column has room for; and in type of twice the size, at two widths.
LONGEST = 12
LONGEST_LARGE = {1024: 12, 375: 8}
_OPEN = "document.querySelectorAll('details').forEach(details => { details.open = true })"


def problems(page: Page, longest: int = LONGEST, *, paper: bool = False) -> list[str]:
    """Return the layout problems of the page as it is now, one line each."""
    found: list[str] = page.evaluate(_SCRIPT, {"longest": longest, "paper": paper})
    return found


def problems_everywhere(page: Page, url: str) -> list[str]:
    """Return the layout problems of the page at `url` at each width, on paper, with everything opened, and in large type."""
    found: list[str] = []

    def measure(state: str, width: int, longest: int = LONGEST, *, paper: bool = False) -> None:
        page.set_viewport_size({"width": width, "height": 800})
        found.extend(f"{state} {width}: {problem}" for problem in problems(page, longest, paper=paper))

    page.goto(url)
    for width in WIDTHS:
        measure("screen", width)
    page.emulate_media(media="print")
    measure("paper", PAPER, paper=True)
    page.emulate_media(media="screen")
    page.evaluate(_OPEN)
    for width in (1024, 320):
        measure("opened", width)
    # Twice the size of letters in the settings of the browser.
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    for width, letters in LONGEST_LARGE.items():
        measure("200 %", width, letters)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    session.detach()
    return found


def problems_of_site(page: Page, site: Path, *, shared: bool) -> list[str]:
    """Return the layout problems on the largest page of each kind, after its path."""
    with serve(site) as url:
        return [
            f"{path} {problem}"
            for path in largest_of_each_kind(site)
            if shared or not path.startswith(SHARED)
            for problem in problems_everywhere(page, url + path)
        ]
