"""Take the pictures of the README from the built site: `make screenshots`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from scripts.browser import find_browser, launch
from tests.browser.fonts import fontconfig_file
from tests.browser.serving import serve

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "images"
OVERVIEW = "briefings/ukraine-settlement/"
DAY = "2025-12-10"  # when the review of the briefing was not overdue; the site must be built for it too
_COLOURS = 96
# name: page, id to scroll to, width, height, dark colours
SHOTS = {
    "overview": (OVERVIEW, "", 1360, 1500, False),
    "evidence": (f"{OVERVIEW}issues/us-proposal/", "bb-evidence", 1360, 800, False),
    "source": ("sources/moscow-talks-2025-12-02/", "bb-text", 1360, 1000, False),
    "phone": (OVERVIEW, "bb-glance", 390, 844, True),
}


@contextmanager
def photographer() -> Iterator[Browser]:
    """Yield a browser whose pictures look the same on every machine. Raises NoBrowserError."""
    path = find_browser()
    with sync_playwright() as playwright, launch(playwright, path, fontconfig_file("Noto")) as browser:
        yield browser


def take_picture(
    browser: Browser, url: str, scroll_to: str, path: Path, *, size: tuple[int, int], dark: bool = False
) -> None:
    """Save a picture of the page at `url` at `path`, scrolled to the element with the id `scroll_to`."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    context.clock.set_fixed_time(f"{DAY}T12:00:00Z")
    page = context.new_page()
    page.goto(url)
    if scroll_to:
        # Not in the URL, which would highlight the element.
        page.evaluate(
            "id => { document.getElementById(id).scrollIntoView(); window.scrollBy(0, -24) }", scroll_to
        )
    page.wait_for_timeout(300)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_picture(page.screenshot(), path)
    context.close()


def save_picture(png: bytes, path: Path) -> None:
    """Save a picture in few colours: every site with the guides has the guides' pictures, and screens have few colours."""
    with Image.open(BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(
            _COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
    few.save(path, "PNG", optimize=True)
    print(f"Wrote {path.relative_to(ROOT)}")


def main() -> int:
    """Take every picture. Return 1 if there is no site yet."""
    if not (ROOT / "site" / "index.html").exists():
        print("There is no site yet. Run make site.", file=sys.stderr)
        return 1
    with photographer() as browser, serve(ROOT / "site") as url:
        for name, (page, scroll_to, width, height, dark) in SHOTS.items():
            path = PICTURES / f"{name}.png"
            take_picture(browser, url + page, scroll_to, path, size=(width, height), dark=dark)
    return 0


if __name__ == "__main__":
    sys.exit(main())
