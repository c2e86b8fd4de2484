"""Means of the tests that build sites: projects, builds and what stands in the finished pages."""

from __future__ import annotations

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
PARTS = ("seeds", "briefings", "docs", "mkdocs.yml")


def copy_project(root: Path, to: Path) -> Path:
    """Copy what a site is made from, and nothing else."""
    to.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, to / part)
        elif (root / part).exists():
            shutil.copyfile(root / part, to / part)
    return to


def small_project(to: Path) -> Path:
    """Lay out the example that new sites begin with, for what any site shows: it is built soonest."""
    shutil.copytree(ROOT / "generator" / "edit" / "starter" / "example", to)
    (to / "docs").mkdir()
    shutil.copyfile(HARBOUR / "mkdocs.yml", to / "mkdocs.yml")
    return to


def run(*words: str, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python (`generator`, `mkdocs`, `zensical`) with `words`, in `cwd`."""
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)} | dict(env or {})
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=cwd,
        env=settings,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )


def build(root: Path, *words: str, env: Mapping[str, str] | None = None) -> Path:
    """Build the project at `root` with the command; give the folder of the site."""
    done = run("generator", "build", *words, cwd=root, env=env)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4_000:]
    return root / "site"


def once(temporary: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Let `make` fill a folder of this name once in a run, however many processes it has; give the folder, which tests only read."""
    own = temporary.getbasetemp()
    several = own.name == f"popen-{os.environ.get('PYTEST_XDIST_WORKER')}"
    folder = (own.parent if several else own) / f"once-{name}"
    made = folder.with_suffix(".made")
    with FileLock(folder.with_suffix(".lock")):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            made.touch()
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file below `folder` by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass
class Html(HTMLParser):
    """What tests ask of a page: ids, links, headings with their ids, and addresses that a browser loads."""

    text: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag in."""
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in ("h1", "h2", "h3", "h4") and "id" in given:
            self.headings.append((tag, given["id"]))
        if tag in ("img", "script", "iframe", "source", "video", "audio") and "src" in given:
            self.loaded.append(given["src"])
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload", "preconnect"):
            self.loaded.append(given["href"])


def pages(site: Path) -> Iterator[tuple[str, Html]]:
    """Give every page of a site by its path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), Html(path.read_text(encoding="utf-8"))


def visible(page: str) -> str:
    """Give the words of a page that its article shows, in one line."""
    tree = html.document_fromstring(page)
    article = tree.find(".//article")
    assert article is not None
    for one in list(article.iter("script", "style")):
        one.drop_tree()
    return " ".join(article.text_content().split())


def is_whole(site: Path) -> bool:
    """Say whether a site is exactly what its manifest lists."""
    lines = (line.split("  ", 1) for line in (site / MANIFEST).read_text(encoding="utf-8").splitlines())
    listed = {path: hashed for hashed, path in lines}
    found = files(site)
    del found[MANIFEST]
    return listed == {path: hashlib.sha256(raw).hexdigest() for path, raw in found.items()}


def broken_links(site: Path) -> list[tuple[str, str]]:
    """Give every link of a site, with its page, that leads to no page or file in it, or to no id there."""
    found = dict(pages(site))
    broken = []
    for name, page in found.items():
        if name == "404.html":  # its links begin at the root of the published site
            continue
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            # Above the root there is nothing: there the site of somebody else may stand.
            path = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
                if parts.path
                else name
            )
            there = site / path
            file = f"{path}/index.html".removeprefix("./") if there.is_dir() else path
            gone = path.startswith("..") or not (site / file).is_file()
            if gone or (
                parts.fragment and unquote(parts.fragment) not in (found[file].ids if file in found else ())
            ):
                broken.append((name, link))
    return broken


def git(root: Path, *words: str) -> None:
    """Run git in `root`, with a name of its own."""
    command = [
        "git",
        "-c",
        "user.name=E",
        "-c",
        "user.email=e@example.org",
        "-c",
        "core.autocrlf=false",
        *words,
    ]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def committed(root: Path) -> None:
    """Put all files of `root` into a repository."""
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Store")
