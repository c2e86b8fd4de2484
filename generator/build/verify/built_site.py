"""The finished site and its pages, read from the disk."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

import yaml
from lxml import etree, html

from generator.site.theme_files import ICON

_PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True)
_LONGEST = 80  # characters of an excerpt in a message


Finding = tuple[html.HtmlElement, str]
"""A problem of a page: an element, and a message that says what is wrong with it."""
FileFinding = tuple[str, int, str]
"""A problem of another file: its path, a line, and a message."""
HINT = "\n      = "
"""Separates the message from how to fix the problem."""
_ALLOWED = yaml.safe_load(Path(__file__).with_name("allowed.yml").read_text(encoding="utf-8"))


class BuiltSite:
    """A finished site; `files` are the paths of all files, relative to its folder."""

    def __init__(self, folder: Path) -> None:
        """List the files of `folder`."""
        self.folder = folder
        self.files = frozenset(
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        )

    @cached_property
    def base(self) -> str:
        """The URL path of the published site, from the page for unknown URLs, the only page that has it."""
        if "404.html" in self.files:
            for icon in self.page("404.html").tree.xpath("//link[@rel='icon']/@href"):
                if icon.startswith("/") and icon.endswith(ICON):
                    return str(icon.removesuffix(ICON))
        return "/"

    def pages(self) -> Iterator[BuiltPage]:
        """Yield every page, sorted by path. A file without a tag, such as a proof of ownership, runs nothing."""
        for uri in sorted(self.files):
            if uri.endswith(".html") and "<" in (self.text(uri) or ""):
                yield self.page(uri)

    def text(self, uri: str) -> str | None:
        """Return a file as text; None if it is not UTF-8."""
        try:
            return (self.folder / uri).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return None

    def page(self, uri: str) -> BuiltPage:
        """Parse a page; a file with comments alone becomes an empty page."""
        try:
            tree = html.document_fromstring((self.folder / uri).read_bytes(), parser=_PARSER)
        except etree.ParserError:
            tree = html.document_fromstring("<html></html>", parser=_PARSER)
        return BuiltPage(self, uri, tree)


@dataclass(frozen=True)
class BuiltPage:
    """A page of the site: its path and its parsed document."""

    site: BuiltSite
    uri: str
    tree: html.HtmlElement

    def target(self, url: str) -> str | None:
        """Return the path of the file that `url` on this page leads to; None if it is outside the site."""
        path = unquote(re.split("[?#]", url, maxsplit=1)[0])
        if not path:
            return self.uri
        if path.startswith("/"):
            if not path.startswith(self.site.base):
                return None
            target = posixpath.normpath(path.removeprefix(self.site.base) or ".")
        else:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(self.uri), path))
        if target.startswith(".."):
            return None
        is_folder = path.endswith("/") or target == "."
        return posixpath.normpath(f"{target}/index.html") if is_folder else target


def words(*names: str) -> frozenset[str]:
    """Return the words of the lists in `allowed.yml` with these names."""
    return frozenset(word for name in names for word in _ALLOWED[name].split())


def excerpt(text: str) -> str:
    """Return `text` on one line, cut to the length that a message shows."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
