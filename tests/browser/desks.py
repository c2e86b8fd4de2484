"""The desk in a browser: opened as an editor opens it, and looked at in every view."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

from playwright.sync_api import Page, ViewportSize

from generator.desk.app import Desk
from generator.desk.guard import Guard
from generator.desk.server import create_server, running
from generator.desk.visit import Settings
from generator.desk.workspace import Workspace
from tests.browser.test_axe import CONTRAST, NO_CONTRAST, Violation, violations
from tests.desk.test_server import free_port

WIDE: ViewportSize = {"width": 1440, "height": 900}
TABLET: ViewportSize = {"width": 1024, "height": 768}
LARGE_TEXT = "document.documentElement.style.fontSize = '175%'"  # twice the usual size of the desk
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


class View(NamedTuple):
    """A way to look at a screen, with the rules of axe that it is checked by; None for all."""

    name: str
    size: ViewportSize
    scheme: Literal["light", "dark"]
    rules: dict[str, Any] | None


VIEWS = (
    View("wide", WIDE, "light", None),
    View("dark", WIDE, "dark", CONTRAST),
    View("tablet", TABLET, "light", NO_CONTRAST),
)


class Barriers(NamedTuple):
    """What keeps people from using screens: (path, view, violation), and (path, view) of screens that scroll sideways."""

    violations: list[tuple[str, str, Violation]]
    sideways: list[tuple[str, str]]


NO_BARRIERS = Barriers([], [])


@contextmanager
def opened(root: Path, page: Page) -> Iterator[Guard]:
    """Serve the desk of a project, and open it in a page as an editor does."""
    guard = Guard(free_port())
    with running(create_server(guard.port, Desk(Workspace(root), guard, Settings("Bridge")))):
        page.goto(guard.address_with_key)
        yield guard
        page.goto("about:blank")  # so that it asks for nothing while the server stops


def barriers(
    page: Page, guard: Guard, paths: Iterable[str], prepare: Callable[[], object] = lambda: None
) -> Barriers:
    """Return the barriers of screens in every view and with large text. `prepare` is called on each screen before it is checked."""
    found: set[tuple[str, str, Violation]] = set()
    sideways: list[tuple[str, str]] = []
    for path in paths:
        for view in VIEWS:
            page.set_viewport_size(view.size)
            page.emulate_media(color_scheme=view.scheme)
            page.goto(guard.address + path)
            prepare()
            found |= {(path, view.name, each) for each in violations(page, view.rules)}
            sideways += [(path, view.name)] * page.evaluate(SIDEWAYS)
        page.evaluate(LARGE_TEXT)
        sideways += [(path, "large text")] * page.evaluate(SIDEWAYS)
    return Barriers(sorted(found), sideways)
