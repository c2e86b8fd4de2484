"""Every text of the lists, in every field and in a stored text, through a real build into a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.escape import shown
from tests.browser.serving import serve
from tests.building import HARBOUR, once, run
from tests.hostile.batches import BATCHES, ONE_BY_ONE, all_texts, batch, padded
from tests.hostile.project import together

COMPARE = (Path(__file__).parent / "compare.js").read_text(encoding="utf-8")
SHARED = ("", "parties/", "sources/", "changes/", "glossary/", "corrections/")
OF_ONE = (
    "briefings/talks{}/",
    "briefings/talks{}/issues/plan/",
    "briefings/talks{}/changes/",
    "briefings/talks{}/coverage/",
    "parties/north{}/",
    "parties/south{}/",
)
EARLIER = ("briefings/talks{}/as-of/2031-06-01/", "briefings/talks{}/as-of/2031-06-11/")
# Earlier days show the same fields once more: in the suite, those of each third text.
ONE_IN = 1 if ONE_BY_ONE else 3


def plain(number: int) -> str:
    return f"Plain words {number:03} here, and so many of them that the matrix cannot show all"


def end(number: int) -> str:
    return f"-{number:03}"


def site_of(texts: Mapping[str, tuple[str, str]], to: Path) -> Path:
    """Build the site in which each text is everywhere; lay it out at `to`."""
    root = to.with_name(f"{to.name}-project")
    for path, content in together(texts, ONE_IN).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    (root / "docs").mkdir()
    shutil.copyfile(HARBOUR / "mkdocs.yml", root / "mkdocs.yml")
    # MkDocs itself, which makes the same files as the command, that examines all of it before.
    done = run("mkdocs", "build", "--strict", "--site-dir", str(to), cwd=root)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4_000:]
    return to


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with plain words in every field."""
    texts = {end(number): (plain(number), f"Inline words {number:03} here") for number in range(_size())}
    return once(tmp_path_factory, "plain", lambda to: site_of(texts, to))


def _size() -> int:
    return -(-len(all_texts()) // BATCHES)


def laid_out(plain_site: Path, hostile_site: Path, to: Path) -> Path:
    """Lay a site out beside the plain one, below one address."""
    to.mkdir()
    (to / "plain").symlink_to(plain_site)
    (to / "hostile").symlink_to(hostile_site)
    (to / "empty.html").write_text(
        "<!doctype html><title>Empty</title><link rel=icon href=data:,>", encoding="utf-8"
    )
    return to


def asked(texts: list[str]) -> dict[str, Any]:
    """Give what compare.js is asked."""
    # A line break at the end begins a line too: in the stored text another follows.
    sources = {f"sources/daily{end(number)}/": f"{text} ".splitlines() for number, text in enumerate(texts)}
    return {
        "paths": [
            *(path.format(end(number)) for number in range(len(texts)) for path in OF_ONE),
            *(path.format(end(number)) for number in range(0, len(texts), ONE_IN) for path in EARLIER),
            *(path for path, lines in sources.items() if len(lines) < 2),
        ],
        "lines": {path: [shown(line) for line in lines] for path, lines in sources.items() if len(lines) > 1},
        "shared": {path: [shown(text) for text in texts] if path == "sources/" else [] for path in SHARED},
        "pairs": {plain(number): shown(text).strip() for number, text in enumerate(texts)}
        | {plain(number)[:60]: shown(text[:60]).strip() for number, text in enumerate(texts)},
    }


def compared(page: Page, address: str, texts: list[str]) -> dict[str, Any]:
    page.goto(f"{address}empty.html")
    found: dict[str, Any] = page.evaluate(COMPARE, asked(texts))
    return found


@pytest.mark.parametrize("number", range(BATCHES))
def test_every_text_reads_as_it_was_written_and_does_nothing_else(
    number: int, plain_site: Path, page: Page, tmp_path: Path
) -> None:
    taken, refused = batch(number)
    assert len(refused) <= 3, refused
    texts = padded(taken, _size())
    opened: list[str] = []
    page.on("dialog", lambda one: opened.append(one.message))
    hostile = site_of({end(nth): (text, text) for nth, text in enumerate(texts)}, tmp_path / "hostile")
    with serve(laid_out(plain_site, hostile, tmp_path / "both")) as address:
        found = compared(page, address, texts)
        assert found["faults"][:5] == [], found["faults"][:20]
        # On each page of its own a text is read in a title at the least, on most in a dozen places.
        assert found["seen"]["texts"] > 50 * len(taken)
        for nth in range(len(taken)):
            path = f"sources/daily{end(nth)}/" if nth % 3 == 0 else f"briefings/talks{end(nth)}/"
            page.goto(f"{address}hostile/{path}")
            assert page.evaluate("[typeof window.Q7, location.pathname]") == [
                "undefined",
                f"/briefing-book/hostile/{path}",
            ]
    assert opened == []


def test_the_comparison_notices_a_text_and_an_element_too_many(
    plain_site: Path, page: Page, tmp_path: Path
) -> None:
    texts = [plain(0)]
    folder = laid_out(plain_site, shutil.copytree(plain_site, tmp_path / "hostile"), tmp_path / "both")
    with serve(folder) as address:
        assert compared(page, address, texts)["faults"] == []
    at = folder / "hostile" / "briefings" / "talks-000" / "index.html"
    whole = at.read_text(encoding="utf-8")
    for spoiled in (
        whole.replace("Plain words 000", "Plain swords 000", 1),
        whole.replace("</h1>", "</h1><i></i>"),
        whole.replace("<h1", "<h1 onclick=x", 1),
        whole.replace("</h1>", "<!-- x --></h1>"),
        whole.replace('"@context"', '"@contexts"', 1),
    ):
        assert spoiled != whole
        at.write_text(spoiled, encoding="utf-8")
        with serve(folder) as address:
            assert compared(page, address, texts)["faults"]


def test_the_browser_would_tell_of_a_text_that_runs(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<script>window.Q7 = 1; alert(1)</script>", encoding="utf-8")
    context = chromium.new_context()
    page = context.new_page()
    opened: list[str] = []

    def told(one: Any) -> None:
        opened.append(one.message)
        one.dismiss()

    page.on("dialog", told)
    with serve(tmp_path) as address:
        page.goto(address)
        assert page.evaluate("typeof window.Q7") == "number"
    context.close()
    assert opened == ["1"]
