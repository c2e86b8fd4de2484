"""Read JSON-LD: the objects in a page's scripts that describe its article to search engines."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, fromstring

from generator.edit.articles.cleaning import clean

_ARTICLES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle",
    "AskPublicNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Report",
    "TechArticle", "ScholarlyArticle", "AdvertiserContentArticle", "SatiricalArticle", "WebPage", "SpeechArticle", "Legislation",
)  # fmt: skip
_MOST_NODES = 20_000
LONGEST = 300  # letters of a title or a name


def json_ld(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of all JSON-LD of a page, from the outside in."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = (
            re.sub(
                r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$",
                "",
                script.text or "",
            )
            .strip()
            .rstrip(";")
        )
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, dict):
                yield node
                waiting += [
                    node[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
                    if key in node
                ]
            elif isinstance(node, list):
                waiting += node


def types(item: Mapping[str, Any]) -> list[str]:
    """Return the types of an item, without the address of their vocabulary."""
    kinds = item.get("@type")
    return [str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])]


def articles(items: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the items that are articles; pages only if there is no article."""
    items = list(items)
    found = [item for item in items if set(types(item)) & (set(_ARTICLES) - {"WebPage"})]
    yield from found or [item for item in items if "WebPage" in types(item)]


def plain(value: object) -> str:
    """Return a text of JSON-LD as readers see it; nothing if it is no text, or too long for a title or a name."""
    if not isinstance(value, str):
        return ""
    text = unescape(value)
    if re.search(r"</?[a-z]", text, re.IGNORECASE):
        try:
            text = str(fromstring(f"<div>{text}</div>").text_content())
        except (etree.LxmlError, ValueError):
            return ""
    text = clean(text)
    return text if len(text) <= LONGEST else ""


def names_in(value: object) -> list[str]:
    """Return the names in a value of JSON-LD: a text, an object with a name, or a list of them."""
    if isinstance(value, list):
        return [name for item in value[:50] for name in names_in(item)]
    if isinstance(value, dict):
        return names_in(value.get("name"))
    text = plain(value)
    return [text] if text and not text.startswith(("http:", "https:")) else []
