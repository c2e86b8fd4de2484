"""The places in which a page states details of its article: its metas, its JSON-LD, its elements."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from generator.edit.articles.cleaning import clean
from generator.edit.articles.html.json_ld import articles, json_ld
from generator.edit.articles.html.page import Page

_NAMESPACES = {"re": "http://exslt.org/regular-expressions"}


class Stated:
    """What a page states, by place. Each value comes with the place where it is, such as “meta og:title”."""

    def __init__(self, page: Page) -> None:
        """Read the metas and the JSON-LD of a page."""
        self.page, self.root = page, page.root
        self.metas: dict[str, list[str]] = {}
        for meta in self.root.iter("meta"):
            content = clean(unescape(meta.get("content") or ""))
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if content and (name := meta.get(attribute)):
                    self.metas.setdefault(name.strip().lower(), []).append(content)
        objects = list(json_ld(self.root))
        self.items = list(articles(objects))
        self._by_id = {
            str(item["@id"]): item for item in reversed(objects) if "@id" in item and len(item) > 1
        }

    def meta(self, *names: str) -> Iterator[tuple[str, str]]:
        """Yield the contents of the metas with these names, in the order of the names."""
        for name in names:
            for value in self.metas.get(name, ()):
                yield value, f"meta {name}"

    def data(self, key: str) -> Iterator[tuple[Any, str]]:
        """Yield the values of a key in JSON-LD."""
        for item in self.items:
            if key in item:
                yield self._resolved(item[key]), f"JSON-LD {key}"

    def _resolved(self, value: Any) -> Any:
        """Return a value with the objects that it only names by their identifier."""
        if isinstance(value, list):
            return [self._resolved(item) for item in value]
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self._by_id.get(str(value.get("@id")), value)
        return value

    def elements(self, path: str) -> list[HtmlElement]:
        """Return the elements on an XPath."""
        return [
            item for item in self.root.xpath(path, namespaces=_NAMESPACES) if isinstance(item, HtmlElement)
        ]
