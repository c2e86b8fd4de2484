"""Compare a site with hostile texts, page by page in a browser, with a site of the same shape with plain words."""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from generator.escape import shown
from generator.language import shortened
from generator.site.pages.sentences import LONGEST_START
from tests.building import HARBOUR, run
from tests.hostile.project import BEFORE, DAY, EARLIER, plain

COMPARE = (Path(__file__).parent / "compare.js").read_text(encoding="utf-8")
# Pages that all briefings share. They sort what they list, so only the kinds of their elements are compared.
SHARED = ("", "parties/", "sources/", "changes/", "glossary/", "corrections/")
OF_BRIEFING = (
    "briefings/talks{}/",
    "briefings/talks{}/issues/plan/",
    "briefings/talks{}/changes/",
    "briefings/talks{}/coverage/",
    "sources/daily{}/",
    "parties/north{}/",
    "parties/south{}/",
    *(f"briefings/talks{{}}/as-of/{day}/" for day in (EARLIER, DAY)),
)


def build_site(files: Mapping[str, bytes], to: Path, program: str = "mkdocs") -> Path:
    """Build the site of a project, given by its files, into the folder `to`, with the module `program`. Return `to`."""
    root = to.with_name(f"{to.name}-project")
    write_project(files, root)
    # Unlike `briefing build`, this does not check everything a second time before the build.
    done = run(program, "build", "--strict", "--site-dir", str(to), cwd=root)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4_000:]
    return to


def write_project(files: Mapping[str, bytes], root: Path) -> None:
    """Write the files of a project below `root`, with the settings of the harbour example."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    (root / "docs").mkdir()
    shutil.copyfile(HARBOUR / "mkdocs.yml", root / "mkdocs.yml")


def lay_out(plain_site: Path, hostile_site: Path, to: Path) -> Path:
    """Put two sites side by side, below one URL. Return `to`."""
    to.mkdir()
    (to / "plain").symlink_to(plain_site)
    (to / "hostile").symlink_to(hostile_site)
    (to / "empty.html").write_text(
        "<!doctype html><title>Empty</title><link rel=icon href=data:,>", encoding="utf-8"
    )
    return to


def compare(page: Page, url: str, files: Mapping[str, bytes], texts: Iterable[str]) -> dict[str, Any]:
    """Compare the two sites below `url` in the browser.

    `files` is the hostile project, and `texts` has its texts in the order of their numbers. Return the differences as
    `problems`, and as `seen` how many nodes and texts were compared.
    """
    ends = [
        path[len("seeds/daily") : -len(".txt")]
        for path in files
        if path.startswith("seeds/daily") and path.endswith(".txt")
    ]
    articles = {}
    for end in ends:
        text = files[f"seeds/lines{end}.txt"].decode().removeprefix(BEFORE)
        articles[f"sources/lines{end}/"] = text.splitlines()
    titles = [json.loads(files[f"seeds/daily{end}.yml"])["title"] for end in ends]
    replaced = {}
    for number, text in enumerate(texts):
        replaced[plain(number)] = shown(text).strip()
        replaced[plain(number)[:60]] = shown(text[:60]).strip()
        replaced[shortened(plain(number), LONGEST_START)] = shown(shortened(text.strip(), LONGEST_START))
    page.goto(f"{url}empty.html")
    result: dict[str, Any] = page.evaluate(
        COMPARE,
        {
            "paths": [
                *(path.format(end) for end in ends for path in OF_BRIEFING),
            ],
            # These have other paragraphs than with plain words: only the kinds of their elements are compared.
            "lines": {path: [shown(line) for line in lines] for path, lines in articles.items()},
            "shared": {
                path: [shown(title) for title in titles] if path == "sources/" else [] for path in SHARED
            },
            "pairs": replaced,
        },
    )
    return result
