"""A finished page: its bytes as published, and its parsed document."""

import hashlib
import posixpath
from collections import defaultdict
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

import yaml
from lxml import etree, html

_PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True)
# By default, lxml.html chooses among several classes in Python, which takes as long as parsing.
_PARSER.set_element_class_lookup(
    etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment)
)
_LONGEST = 80  # characters of an excerpt in a message
HINT = "\n      = "
"""Separates the message from how to fix the problem."""
_ALLOWED = yaml.safe_load(Path(__file__).with_name("allowed.yml").read_text(encoding="utf-8"))


class BuiltPage:
    """A page of the site; `uri` is its path relative to the site's folder.

    `by_name` has its elements by their names, `by_attribute` the elements that have an attribute, each with its value; all in the
    order of the page.
    """

    def __init__(self, uri: str, content: bytes) -> None:
        """Parse the published bytes of a page; a file with comments alone becomes an empty page."""
        self.uri = uri
        self.content = content
        try:
            self.tree: html.HtmlElement = html.document_fromstring(content, parser=_PARSER)
        except etree.ParserError:
            self.tree = html.document_fromstring("<html></html>", parser=_PARSER)

        self.by_name = by_name = defaultdict[str, list[html.HtmlElement]](list)
        self.by_attribute = by_attribute = defaultdict[str, list[tuple[html.HtmlElement, str]]](list)
        for element in self.tree.iter("*"):
            by_name[str(element.tag)].append(element)
            for attribute, value in element.items():
                by_attribute[attribute].append((element, value))
        self._targets: dict[str, str | None] = {}

    def with_class(self, name: str) -> list[html.HtmlElement]:
        """Return the elements that have a class."""
        return [
            element
            for element, value in self.by_attribute["class"]
            if name in value and name in value.split()
        ]

    @cached_property
    def sha256(self) -> str:
        """The hash of the page's bytes."""
        return hashlib.sha256(self.content).hexdigest()

    def target(self, url: str) -> str | None:
        """Return the path of the file that `url` on this page leads to; None if it is outside the site.

        If the URL begins at the root of the host, so does the path: only the whole site shows where in it the site is.
        """
        path = url.partition("#")[0].partition("?")[0]
        if path not in self._targets:
            self._targets[path] = self._target(unquote(path))
        return self._targets[path]

    def _target(self, path: str) -> str | None:
        if not path:
            return self.uri
        target = posixpath.normpath(
            posixpath.join("/" if path[0] == "/" else posixpath.dirname(self.uri), path)
        )
        if target.startswith(".."):
            return None
        is_folder = path.rpartition("/")[2] in {"", ".", ".."}
        return posixpath.normpath(posixpath.join(target, "index.html")) if is_folder else target


def words(*names: str) -> frozenset[str]:
    """Return the words of the lists in `allowed.yml` with these names."""
    return frozenset(word for name in names for word in _ALLOWED[name].split())


def excerpt(text: str) -> str:
    """Return `text` on one line, cut to the length that a message shows."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
