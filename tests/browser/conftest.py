"""A real browser with pinned fonts for the tests in this folder. Without a browser they fail, and say what to do."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from scripts.browser import find_browser, launch
from tests.browser.crowd import write_crowd
from tests.browser.fonts import DEFAULT, fontconfig_file
from tests.browser.serving import serve
from tests.browser.sizes import TODAY as DAY_OF_SIZES
from tests.browser.sizes import write_sizes
from tests.building import (
    ARABIC_URL,
    HARBOUR,
    LATE,
    REAL_URL,
    ROOT,
    TODAY,
    build,
    build_once,
    copy_project,
    set_language,
)
from tests.many_languages import write_many_languages

# Milliseconds. A wait ends as soon as its condition holds; this is for machines whose cores are all busy.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser_with_fonts() -> Iterator[Callable[[str], Browser]]:
    """A function that returns the browser with a set of fonts. Each set has one browser for the whole run."""
    path = os.environ.get("BRIEFING_CHROMIUM") or find_browser()
    with sync_playwright() as playwright, ExitStack() as browsers:

        @cache
        def start(fonts: str) -> Browser:
            return browsers.enter_context(launch(playwright, path, fontconfig_file(fonts)))

        yield start


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest, browser_with_fonts: Callable[[str], Browser]) -> Browser:
    """The browser, with the set of fonts that `with_every_font_set` asks for, or with the default set."""
    return browser_with_fonts(getattr(request, "param", DEFAULT))


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page in a clean profile. The test fails if the page logs an error or sends a request to another host."""
    problems: list[str] = []

    def log(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            problems.append(f"console {message.type}: {message.text}")

    def uncaught(error: PlaywrightError) -> None:
        problems.append(f"uncaught: {error}")

    def request(request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme not in {"data", "blob"} and url.hostname != "127.0.0.1":
            problems.append(f"request to another host: {request.url}")

    context = chromium.new_context(locale="en-GB", timezone_id="UTC", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    # On the day of the build, so that no page becomes out of date while the tests grow older.
    context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    # On the context, not the page: this includes workers and windows that the page opens.
    context.on("console", log)
    context.on("request", request)
    page = context.new_page()
    page.on("pageerror", uncaught)
    yield page
    context.close()
    assert problems == []


@pytest.fixture
def page_without_scripts(chromium: Browser) -> Iterator[Page]:
    """A page in a browser profile with scripts turned off."""
    context = chromium.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def real_url(real_site: Path) -> Iterator[str]:
    """The URL at which the site of the real briefing is served."""
    with serve(real_site) as url:
        yield url


@pytest.fixture(scope="session")
def harbour_url(harbour_site: Path) -> Iterator[str]:
    """The URL at which the site of the harbour example is served."""
    with serve(harbour_site) as url:
        yield url


@pytest.fixture(scope="session")
def many_languages_url(many_languages_site: Path) -> Iterator[str]:
    """The URL of the site with sources in twelve languages."""
    with serve(many_languages_site) as url:
        yield url


@pytest.fixture(scope="session")
def late_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of the real site, built on the day after the review was due."""

    def make(folder: Path) -> None:
        build(copy_project(ROOT, folder), "--today", str(LATE), env={"BRIEFING_SITE_URL": REAL_URL})

    root = build_once(tmp_path_factory, "late", make)
    with serve(root / "site") as url:
        yield url


@pytest.fixture(scope="session")
def crowd_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a briefing with twelve parties and twenty issues."""
    root = build_once(tmp_path_factory, "crowd", lambda folder: build(write_crowd(folder)))
    with serve(root / "site") as url:
        yield f"{url}briefings/list/"


@pytest.fixture(scope="session")
def sizes_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of briefings of every size: `four`, `nine`, `twenty`, `thirty`, `overdue`, `alone`, `empty` and `words`."""

    def make(folder: Path) -> None:
        build(write_sizes(folder), env={"BRIEFING_TODAY": DAY_OF_SIZES})

    return build_once(tmp_path_factory, "sizes", make) / "site"


@pytest.fixture(scope="session")
def many_languages_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An English site with sources in twelve languages."""
    root = build_once(tmp_path_factory, "many-languages", lambda folder: build(write_many_languages(folder)))
    return root / "site"


@pytest.fixture(scope="session")
def sizes_url(sizes_site: Path) -> Iterator[str]:
    """The URL at which the site of briefings of every size is served."""
    with serve(sizes_site) as url:
        yield url


@pytest.fixture(scope="session")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the harbour example in Arabic, from right to left, under a domain of its own."""

    def make(folder: Path) -> None:
        build(set_language(copy_project(HARBOUR, folder), "ar"), env={"BRIEFING_SITE_URL": ARABIC_URL})

    return build_once(tmp_path_factory, "arabic", make) / "site"
