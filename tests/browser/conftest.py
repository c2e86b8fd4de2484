"""A real browser for the tests in this folder. Where there is none they fail, and say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from scripts.browser import find_browser, launch


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a run."""
    path = find_browser()
    with sync_playwright() as playwright, launch(playwright, path) as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page in a clean profile. The test fails if the page logged an error or asked another host."""
    faults: list[str] = []

    def logged(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(f"console {message.type}: {message.text}")

    def raised(error: PlaywrightError) -> None:
        faults.append(f"uncaught: {error}")

    def asked(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname != "127.0.0.1":
            faults.append(f"asked another host: {request.url}")

    context = chromium.new_context(locale="en-GB", timezone_id="UTC", reduced_motion="reduce")
    context.set_default_timeout(10_000)
    # On the context, not the page: workers and windows that the page opens are watched too.
    context.on("console", logged)
    context.on("request", asked)
    page = context.new_page()
    page.on("pageerror", raised)
    yield page
    context.close()
    assert faults == []
