"""From an empty project to a built site in the desk: as the guide says, with the mouse, and with the keyboard alone.

The editor with the mouse has the article as a saved page; the one with the keyboard pastes its text. After an intended
change, run `python -m tests.browser.test_desk_flows` with the path of a browser in BRIEFING_CHROMIUM to write the files
again. Read the difference before you commit it.
"""

import datetime as dt
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import APIRequestContext, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from generator.pipeline import examine_folder
from scripts.browser import launch
from scripts.desk_editors import Editor, Keyboard, Mouse, OutOfReachError
from scripts.desk_guide import SIZE, TODAY, create_site, follow, running_desk
from scripts.desk_steps import Step
from tests.browser.conftest import PATIENCE
from tests.building import ROOT, build, files, visible

GOLDEN = ROOT / "tests" / "golden" / "desk"
ARTICLE = Path(__file__).with_name("lantern.html")
DAY = dt.date.fromisoformat(TODAY)
BRIEFING = "briefings/the-night-closing-of-halmsund-harbour"
ARTICLE_CHAPTER, POSITION_CHAPTER = "3. An article", "5. The first position"
ORIGINALS = "seeds/originals/"
MOST_ACTIONS = 24  # from an article to a position that is saved
"""Under 25, as the desk was designed for."""
_MOST_RELOADS = 5  # of the preview, while a test leaves it


@dataclass
class Flow:
    """What came of following the guide: the site, the actions below each heading, and the seconds from a save to the page."""

    root: Path
    actions: dict[str, int]
    wait: float

    @property
    def to_position(self) -> int:
        """Return the number of actions from an article to its first position."""
        return self.actions[ARTICLE_CHAPTER] + self.actions[POSITION_CHAPTER]

    @property
    def figures(self) -> str:
        """Return what following the guide took, in one sentence."""
        return (
            f"{self.to_position} clicks, keys and typed texts from an article to its first position, "
            f"{sum(self.actions.values())} from an empty project to its site; "
            f"{self.wait:.1f} seconds from a save to the new page in the preview"
        )


class MouseWithFile(Mouse):
    """An editor with a mouse who has the article as a saved page."""

    def do(self, step: Step) -> None:
        """Choose the file instead of pasting its text, and strike the lines that the desk marks."""
        if step.kind == "paste":
            self.choose_file(self.page.locator("input[type=file]"), ARTICLE)
        elif step.label == "Read the text":
            self.click(self.page.get_by_role("button", name="marked line"))
        else:
            super().do(step)


def flow(editor: Editor, root: Path) -> Flow:
    """Follow the guide in the desk of a new site at `root`."""
    create_site(root)
    saved: list[float] = []
    waits: list[float] = []
    preview = editor.page.context.request
    with running_desk(root) as addresses:
        editor.page.goto(addresses.desk)

        def watch(step: Step) -> None:
            """Wait until the preview shows the first position after it was saved."""
            if len(saved) > len(waits):
                waits.append(wait_for_position(preview, f"{addresses.preview}{BRIEFING}/") - saved[0])
            if step.label == "Save the position" and not saved:
                saved.append(time.monotonic())

        actions = follow(editor, watch)
        for tab in editor.page.context.pages:
            leave(tab)
    return Flow(root, actions, waits[0])


def leave(tab: Page) -> None:
    """Leave a page of the desk or the preview. The preview may load itself again just then: the way out is cut off, and closing hangs."""
    for _ in range(_MOST_RELOADS):
        with suppress(PlaywrightError):
            tab.goto("about:blank")
            return
    raise AssertionError(f"{tab.url} loads itself again and again")


def wait_for_position(preview: APIRequestContext, url: str) -> float:
    """Return when the page at `url` first shows the position. Fail with what it shows instead if that takes too long."""
    latest = time.monotonic() + PATIENCE / 1000
    while "sail a single crossing" not in (page := preview.get(url).text()):
        assert time.monotonic() < latest, page
        time.sleep(0.02)
    return time.monotonic()


def written(root: Path) -> dict[str, bytes]:
    """Return the files of sources and briefings that the desk wrote, by path, without originals and versions of libraries."""
    return {
        path: re.sub(rb"(?<=Briefing Book )\S+, .*", b"VERSION", raw)
        for path, raw in files(root).items()
        if path.startswith(("seeds/", "briefings/"))
        and not path.startswith(ORIGINALS)
        and "README" not in path
    }


def by_mouse(page: Page, root: Path) -> Flow:
    """Follow the guide with the mouse."""
    return flow(MouseWithFile(page), root)


def by_keyboard(page: Page, root: Path) -> Flow:
    """Follow the guide with the keyboard alone."""
    return flow(Keyboard(page), root)


@pytest.mark.parametrize(("name", "follow_guide"), [("mouse", by_mouse), ("keyboard", by_keyboard)])
def test_the_guide_leads_from_an_empty_project_to_a_site_and_writes_the_expected_bytes(
    name: str,
    follow_guide: Callable[[Page, Path], Flow],
    tmp_path: Path,
    page: Page,
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = follow_guide(page, tmp_path / "site")
    with capsys.disabled():
        print(f"\n{name}: {done.figures}")  # noqa: T201 - figures to read, of which one is tested
    assert written(done.root) == files(GOLDEN / name)
    assert [
        str(item) for item in examine_folder(done.root, today=DAY).diagnostics if item.code[0] != "I"
    ] == []
    overview = (build(done.root, "--today", TODAY) / BRIEFING / "index.html").read_text(encoding="utf-8")
    assert "sail a single crossing" in visible(overview)
    if name == "mouse":
        assert done.to_position <= MOST_ACTIONS
        originals = [path for path in (done.root / ORIGINALS).iterdir() if path.suffix == ".html"]
        assert [path.read_bytes() for path in originals] == [ARTICLE.read_bytes()]


def test_a_guide_that_names_what_is_not_there_fails(tmp_path: Path, page: Page) -> None:
    create_site(tmp_path / "site")
    page.set_default_timeout(500)  # milliseconds, for what is never there
    with running_desk(tmp_path / "site") as addresses:
        for editor in (Mouse(page), Keyboard(page)):
            for sentence in ("Click *Nothing*.", "Under *Nothing*, write `a`.", "Select “nothing”."):
                page.goto(addresses.desk, timeout=PATIENCE)
                with pytest.raises((PlaywrightError, OutOfReachError)):
                    follow(editor, lambda _step: None, sentence)
        page.goto("about:blank")


def main() -> None:
    """Write the expected files again."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    with sync_playwright() as playwright, launch(playwright, os.environ["BRIEFING_CHROMIUM"]) as browser:
        for name, follow_guide in (("mouse", by_mouse), ("keyboard", by_keyboard)):
            with tempfile.TemporaryDirectory() as temporary:
                done = follow_guide(browser.new_page(viewport=SIZE), Path(temporary) / "site")  # type: ignore[arg-type]
                for path, raw in written(done.root).items():
                    (GOLDEN / name / path).parent.mkdir(parents=True, exist_ok=True)
                    (GOLDEN / name / path).write_bytes(raw)


if __name__ == "__main__":
    main()
