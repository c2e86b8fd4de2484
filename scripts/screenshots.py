"""Take the pictures of the README from the built site: `make screenshots`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.browser import NoBrowserError, find_browser, launch
from tests.browser.serving import serve

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "images"
OVERVIEW = "briefings/ukraine-settlement/"
# name: page, id to begin at, width, height, colours
SHOTS = {
    "overview": (OVERVIEW, "", 1360, 1500, "light"),
    "evidence": (f"{OVERVIEW}issues/us-proposal/", "bb-evidence", 1360, 800, "light"),
    "source": ("sources/moscow-talks-2025-12-02/", "bb-text", 1360, 1000, "light"),
    "phone": (OVERVIEW, "bb-positions", 390, 844, "dark"),
}


def main() -> int:
    """Take every picture; 1 where there is no site or no browser."""
    if not (ROOT / "site" / "index.html").exists():
        print("There is no site yet: run make site", file=sys.stderr)
        return 1
    try:
        path = find_browser()
    except NoBrowserError as fault:
        print(fault, file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        sync_playwright() as playwright,
        launch(playwright, path) as browser,
        serve(ROOT / "site") as address,
    ):
        for name, (page, anchor, width, height, colours) in SHOTS.items():
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if colours == "dark" else "light",
                reduced_motion="reduce",
            )
            view = context.new_page()
            view.goto(f"{address}{page}")
            if anchor:
                # Without the address, so that nothing is drawn as its target.
                view.evaluate(
                    "id => { document.getElementById(id).scrollIntoView(); window.scrollBy(0, -24) }", anchor
                )
            view.wait_for_timeout(300)
            view.screenshot(path=PICTURES / f"{name}.png")
            context.close()
            print(f"Wrote {(PICTURES / name).relative_to(ROOT)}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
