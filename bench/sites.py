"""The sites that are measured: generated projects, their builds, and plain MkDocs' builds to compare them with."""

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from bench.made import Made, Shape, make
from bench.processes import Cost, run
from bench.project import write_site
from bench.yardstick import Written, write_yardstick

TODAY = "2025-12-10"
"""The day of every check and build: no review is overdue."""
# A site has the guides and the reference, and pages for each article and its share of a briefing.
_OTHER_PAGES = 37
_PAGES_OF_AN_ARTICLE = 1.75


def check(project: Path, cache: Path) -> Cost:
    """Check `project` with an empty cache in `cache`."""
    shutil.rmtree(cache, ignore_errors=True)
    return run("generator", "check", "--root", str(project), "--today", TODAY, cache=cache)


def render(project: Path, out: Path, cache: Path) -> Cost:
    """Write the Markdown of the site of `project` into `out`, with an empty cache in `cache`."""
    for folder in (cache, out):
        shutil.rmtree(folder, ignore_errors=True)
    words = ("--root", str(project), "--out", str(out), "--today", TODAY)
    return run("generator", "render", *words, cache=cache)


def build(project: Path, out: Path, cache: Path, *, memory: bool = False) -> Cost:
    """Build the site of `project` into `out`, with the cache in `cache`."""
    words = ("--root", str(project), "--out", str(out), "--today", TODAY)
    return run("generator", "build", *words, cache=cache, memory=memory)


def build_cold(project: Path, out: Path, cache: Path, *, memory: bool = False) -> Cost:
    """Build the site of `project` with no cache and no site of an earlier build."""
    shutil.rmtree(cache, ignore_errors=True)
    shutil.rmtree(out, ignore_errors=True)
    return build(project, out, cache, memory=memory)


def articles_for(pages: int) -> int:
    """Return how many articles make a site of about `pages` pages."""
    return max(1, round((pages - _OTHER_PAGES) / _PAGES_OF_AN_ARTICLE))


@dataclass(frozen=True)
class Site:
    """A generated project in `folder`, which is made when it is first needed, and what is built from it."""

    folder: Path
    articles: int
    shape: Shape | None = None

    @cached_property
    def made(self) -> Made:
        """Return the articles and the evidence of the project."""
        return make(self.articles, shape=self.shape)

    @cached_property
    def project(self) -> Path:
        """Return the folder of the project, written."""
        write_site(self.folder / "project", self.made)
        return self.folder / "project"

    @cached_property
    def first(self) -> Cost:
        """Return what the first build took, with its memory. The site is in `out`, its cache in `cache`."""
        return build_cold(self.project, self.out, self.cache, memory=True)

    @property
    def out(self) -> Path:
        """Return the folder of the first build."""
        return self.folder / "site"

    @property
    def cache(self) -> Path:
        """Return the folder of the cache of the first build."""
        return self.folder / "cache"

    @cached_property
    def pages(self) -> int:
        """Return the number of pages of the site."""
        return len(self._built("*.html"))

    @cached_property
    def files(self) -> int:
        """Return the number of files of the site."""
        return len(self._built("*"))

    @cached_property
    def size(self) -> int:
        """Return the bytes of all files of the site."""
        return sum(path.stat().st_size for path in self._built("*"))

    def _built(self, pattern: str) -> list[Path]:
        _ = self.first
        return [path for path in self.out.rglob(pattern) if path.is_file()]

    @cached_property
    def plain(self) -> "Plain":
        """Return the Markdown that `briefing render` writes for the project, with the unchanged theme and its own search."""
        folder = self.folder / "plain"
        render(self.project, folder, self.folder / "render-cache")
        settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
        own = {
            key: settings[key]
            for key in ("site_name", "docs_dir", "markdown_extensions", "validation")
            if key in settings
        }
        theme = {
            "theme": {"name": "material", "font": False},
            "plugins": ["search"],
            "nav": ["index.md"],
        }
        (folder / "mkdocs.yml").write_text(yaml.safe_dump(own | theme), encoding="utf-8")
        texts = [path.stat().st_size for path in (folder / "docs").rglob("*.md")]
        return Plain(folder, Written(len(texts), sum(texts)))

    @cached_property
    def yardstick(self) -> "Plain":
        """Return the fixed Markdown with as many pages as the site."""
        folder = self.folder / "yardstick"
        return Plain(folder, write_yardstick(folder, self.pages))


@dataclass(frozen=True, slots=True)
class Plain:
    """A site of plain MkDocs in `folder`, and what its Markdown has."""

    folder: Path
    written: Written

    @property
    def out(self) -> Path:
        """Return the folder of the build."""
        return self.folder / "site"

    def build(self) -> Cost:
        """Build the site with `mkdocs build`."""
        shutil.rmtree(self.out, ignore_errors=True)
        words = ("--config-file", str(self.folder / "mkdocs.yml"), "--site-dir", str(self.out))
        return run("mkdocs", "build", "--quiet", *words, cache=self.folder / "cache")


class Sites:
    """The sites of a run, each made when it is first needed: about `small`, `middle` and `large` pages."""

    def __init__(self, scratch: Path, pages: tuple[int, int, int]) -> None:
        """Make the sites in `scratch`."""
        self.scratch = scratch
        self.small, self.middle, self.large = (
            Site(scratch / f"site-{count}", articles_for(count)) for count in pages
        )
