"""A finished page and its site, as the checks of this room read them: from the disk, and from nowhere else."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from lxml import etree, html

_PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True)
_PLACE = re.compile(rb'\sid="(at-[0-9-]+)"')
SOURCE = re.compile(r"sources/([a-z0-9-]+)/index\.html")
_LONGEST = 80  # characters of what is shown in a message


@dataclass(frozen=True)
class Fault:
    """What is wrong with an element of a page, and what to do where something can be done."""

    page: str
    line: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Say it as the other faults are said."""
        return f"{self.page}:{self.line}: {self.message}" + (f"\n      = {self.hint}" if self.hint else "")


@dataclass
class Finished:
    """A finished site: its files, its stored texts, and what was compared with them: passages, cards, words of all passages and texts."""

    folder: Path
    seeds: Path
    passages: set[tuple[str, str]] = field(default_factory=set)
    cards: int = 0
    words: frozenset[str] | None = None
    shown: tuple[str, ...] | None = None
    said: dict[str, bool] = field(default_factory=dict)
    _texts: dict[str, str | None] = field(default_factory=dict)
    _places: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def files(self) -> frozenset[str]:
        """Give the address of every file, below the site."""
        return frozenset(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()
        )

    @cached_property
    def base(self) -> str:
        """Give the path below which the site is published: only the page for wrong addresses names it."""
        if "404.html" in self.files:
            found = self.page("404.html").tree.xpath("//script[@id='__config']/text()")
            base = json.loads(found[0]).get("base", "") if found else ""
            if str(base).startswith("/"):
                return f"{str(base).rstrip('/')}/"
        return "/"

    def pages(self) -> Iterator[Page]:
        """Give every page that can be read, sorted by address. A file without a tag, such as a proof of ownership, runs nothing."""
        addresses = (uri for uri in sorted(self.files) if uri.endswith(".html"))
        return (self.page(uri) for uri in addresses if "<" in (self.text(uri) or ""))

    def text(self, uri: str) -> str | None:
        """Read a file as text; None where it is none."""
        try:
            return (self.folder / uri).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return None

    def page(self, uri: str) -> Page:
        """Read a page; one in which nothing stands is as an empty one."""
        try:
            return Page(uri, html.document_fromstring((self.folder / uri).read_bytes(), parser=_PARSER))
        except etree.ParserError:
            return Page(uri, html.document_fromstring("<html></html>", parser=_PARSER))

    def stored(self, source: str) -> str | None:
        """Give the stored text of a source, to the character; None where there is none."""
        if source not in self._texts:
            path = self.seeds / f"{source}.txt"
            self._texts[source] = path.read_bytes().decode("utf-8") if path.is_file() else None
        return self._texts[source]

    @property
    def sources(self) -> list[str]:
        """Give the sources that have a page."""
        return [found[1] for found in map(SOURCE.fullmatch, sorted(self.files)) if found]

    def places(self, source: str) -> frozenset[str]:
        """Give the places of passages on the page of a source."""
        if source not in self._places:
            path = self.folder / "sources" / source / "index.html"
            found = _PLACE.findall(path.read_bytes()) if path.is_file() else []
            self._places[source] = frozenset(one.decode() for one in found)
        return self._places[source]

    def target(self, page: Page, address: str) -> str | None:
        """Give the file below the site that an address on a page leads to; None where it leads out of the site."""
        path = unquote(re.split("[?#]", address, maxsplit=1)[0])
        if path.startswith("/"):
            if not path.startswith(self.base):
                return None
            found = posixpath.normpath(path.removeprefix(self.base) or ".")
        else:
            found = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path or "."))
            if not path:
                return page.uri
        if found.startswith(".."):
            return None
        return posixpath.normpath(f"{found}/index.html") if path.endswith("/") or found == "." else found


@dataclass(frozen=True)
class Page:
    """A page: its address below the site, and what stands in it."""

    uri: str
    tree: html.HtmlElement

    @property
    def moved(self) -> bool:
        """Say whether the page sends its readers elsewhere."""
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))

    def elements(self) -> Iterator[html.HtmlElement]:
        """Give every element, and no comment."""
        return self.tree.iter("*")

    def fault(self, element: html.HtmlElement, message: str, hint: str = "") -> Fault:
        """Tell what is wrong with an element."""
        return Fault(self.uri, element.sourceline or 1, message, hint)


def classes(element: html.HtmlElement) -> list[str]:
    """Give the classes of an element."""
    return str(element.get("class", "")).split()


def cut(text: str) -> str:
    """Give a text as short as a message can show it."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
