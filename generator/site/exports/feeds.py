"""Feeds of changes, in Atom (RFC 4287) and in JSON Feed 1.1, for the site and for each briefing, issue and party."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.escape import html_text
from generator.site.exports.export import Export
from generator.site.exports.feed_entries import Document, Documents, Entry
from generator.site.pages import links
from generator.site.pages.feeds import all_feeds
from generator.site.pages.page import Feed
from generator.site.site import Site

_JSON_FEED = "https://jsonfeed.org/version/1.1"


def exports(site: Site) -> Iterator[Export]:
    """Yield a file in each format for each feed."""
    documents = Documents(site)
    for feed in all_feeds(site):
        for name in _FORMATS:
            yield Export(
                links.feed_file(feed, name), partial(_file, documents, feed, name), documents.reads(feed)
            )


def _file(documents: Documents, feed: Feed, name: str) -> bytes:
    url = documents.site.publication.url(links.feed_file(feed, name))
    return _FORMATS[name](documents.of(feed), url).encode()


def atom(feed: Document, url: str) -> str:
    """Return a feed in Atom, for the address `url`."""
    links_to = _link("self", url, links.FEED_FILES["Atom"][1]) + _link("alternate", feed.page, "text/html")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{html_text(feed.language.code)}">\n'
        f"{_element('title', feed.title)}{_element('id', url)}{links_to}"
        f"{_element('updated', _time(feed.day))}<author>\n{_element('name', feed.author)}</author>\n"
        f"{''.join(map(_atom_entry, feed.entries))}</feed>\n"
    )


def _atom_entry(entry: Entry) -> str:
    tag = f'<category term="{html_text(entry.tag)}"/>\n' if entry.tag else ""
    return (
        f'<entry xml:lang="{html_text(entry.language.code)}">\n'
        f"{_element('title', entry.title)}{_element('id', entry.url)}{_link('alternate', entry.url, 'text/html')}"
        f"{_element('published', _time(entry.day))}{_element('updated', _time(entry.day))}{tag}"
        f'<content type="html">{html_text(entry.html)}</content>\n</entry>\n'
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{html_text(text)}</{name}>\n"


def _link(relation: str, url: str, kind: str) -> str:
    return f'<link rel="{relation}" type="{kind}" href="{html_text(url)}"/>\n'


def json_feed(feed: Document, url: str) -> str:
    """Return a feed as JSON Feed, for the address `url`."""
    document = {
        "version": _JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": url,
        "language": feed.language.code,
        "authors": [{"name": feed.author}],
        "items": [
            {
                "id": entry.url,
                "url": entry.url,
                "title": entry.title,
                "content_html": entry.html,
                "content_text": entry.text,
                "date_published": _time(entry.day),
                "language": entry.language.code,
            }
            | ({"tags": [entry.tag]} if entry.tag else {})
            for entry in feed.entries
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _time(day: dt.date) -> str:
    """Return a day as a time of RFC 3339: its first second, in UTC."""
    return f"{day.isoformat()}T00:00:00Z"


_FORMATS: Mapping[str, Callable[[Document, str], str]] = {"Atom": atom, "JSON Feed": json_feed}
