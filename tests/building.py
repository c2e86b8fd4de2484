"""Helpers of the tests that build sites: projects, builds, and what finished pages contain."""

import datetime as dt
import hashlib
import os
import posixpath
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from filelock import FileLock
from lxml import html

from generator.build.publish import MANIFEST

ROOT = Path(__file__).parents[1]
HARBOUR = ROOT / "tests" / "examples" / "harbour"
TODAY = dt.date(2025, 12, 10)
"""The day of every build and check in the tests, unless a test names another: no review is overdue."""
LATE = dt.date(2026, 1, 4)
"""The day after the review of the real briefing was due."""
PARTS = ("seeds", "briefings", "docs", "mkdocs.yml")
# The settings with which the shared sites of tests/conftest.py are built.
REAL_URL = "https://example.org/briefing-book/"
HARBOUR_REPOSITORY = "https://codeberg.org/example/harbour"
ARABIC_URL = "https://briefings.example.org/"


def copy_project(root: Path, to: Path) -> Path:
    """Copy the files that a site is made from, and no others. Return `to`."""
    to.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, to / part)
        elif (root / part).exists():
            shutil.copyfile(root / part, to / part)
    return to


def small_project(to: Path) -> Path:
    """Write the example that new sites begin with, whose site builds fastest. Return `to`."""
    shutil.copytree(ROOT / "generator" / "edit" / "starter" / "example", to)
    (to / "docs").mkdir()
    shutil.copyfile(HARBOUR / "mkdocs.yml", to / "mkdocs.yml")
    return to


def set_language(root: Path, language: str) -> Path:
    """Change the language of a project with the settings of the harbour example. Return `root`."""
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert "  language: en\n" in text
    settings.write_text(text.replace("  language: en\n", f"  language: {language}\n"), encoding="utf-8")
    return root


def run(*words: str, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python (`generator`, `mkdocs`, `zensical`) with the arguments `words` in `cwd`."""
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)} | dict(env or {})
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=cwd,
        env=settings,
        check=False,
        capture_output=True,
        text=True,
        timeout=600,
    )


def build(root: Path, *words: str, env: Mapping[str, str] | None = None) -> Path:
    """Build the project at `root` with the command `briefing build`. Return the folder of the site."""
    done = run("generator", "build", *words, cwd=root, env=env)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4_000:]
    return root / "site"


def start_build(root: Path) -> subprocess.Popen[bytes]:
    """Start a build of the project at `root` in a group of its own, which can be killed with all its processes."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def build_once(temporary: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that `make` fills once in a run, however many processes run the tests.

    Tests only read this folder.
    """
    own = temporary.getbasetemp()
    is_worker = own.name == f"popen-{os.environ.get('PYTEST_XDIST_WORKER')}"
    folder = (own.parent if is_worker else own) / f"once-{name}"
    done = folder.with_suffix(".done")
    with FileLock(folder.with_suffix(".lock")):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below `folder` by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass
class Html(HTMLParser):
    """A parsed page: its ids, links, headings with their ids, and the URLs that a browser loads."""

    text: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Parse the page."""
        super().__init__(convert_charrefs=True)
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect what a start tag contains."""
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in ("h1", "h2", "h3", "h4") and "id" in values:
            self.headings.append((tag, values["id"]))
        if tag in ("img", "script", "iframe", "source", "video", "audio") and "src" in values:
            self.loaded.append(values["src"])
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload", "preconnect"):
            self.loaded.append(values["href"])


def pages(site: Path) -> Iterator[tuple[str, Html]]:
    """Yield every page of a site with its path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), Html(path.read_text(encoding="utf-8"))


def visible(page: str) -> str:
    """Return the text of a page's article on one line, without scripts and styles, and without the links of headings to themselves."""
    article = html.document_fromstring(page).find(".//article")
    assert article is not None
    for element in article.xpath(".//script | .//style | .//a[@class='headerlink']"):
        element.drop_tree()
    return " ".join(article.text_content().split())


def is_whole(site: Path) -> bool:
    """Return whether a site has exactly the files and the hashes that its manifest lists."""
    lines = (line.split("  ", 1) for line in (site / MANIFEST).read_text(encoding="utf-8").splitlines())
    listed = {path: digest for digest, path in lines}
    found = files(site)
    del found[MANIFEST]
    return listed == {path: hashlib.sha256(raw).hexdigest() for path, raw in found.items()}


def broken_links(site: Path) -> list[tuple[str, str]]:
    """Return every link, after its page, that leads to no page or file of the site, or to a missing id."""
    parsed = dict(pages(site))
    broken = []
    for name, page in parsed.items():
        if name == "404.html":  # its links begin at the root of the published site
            continue
        for link in page.links:
            url = urlsplit(link)
            if url.scheme:
                continue
            path = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(url.path)))
                if url.path
                else name
            )
            file = f"{path}/index.html".removeprefix("./") if (site / path).is_dir() else path
            ids = parsed[file].ids if file in parsed else ()
            # A path above the root may belong to another site.
            is_missing = path.startswith("..") or not (site / file).is_file()
            if is_missing or (url.fragment and unquote(url.fragment) not in ids):
                broken.append((name, link))
    return broken


def git(root: Path, *words: str) -> None:
    """Run git in `root` with a fixed author."""
    author = ("-c", "user.name=E", "-c", "user.email=e@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", *author, *words], cwd=root, check=True, capture_output=True)


def committed(root: Path) -> None:
    """Make a git repository in `root` and commit all files."""
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Store")
