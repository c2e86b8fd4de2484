"""Finish one page: drop its empty lines, add its policy, verify its final bytes, and index it for the search, from one parse."""

import re
from typing import NamedTuple

from generator.build.csp import with_policy
from generator.build.search import IndexedPage, index_page, records_of
from generator.build.verify import BuiltPage, PageFacts, StoredTexts, check_page

# Templates leave kilobytes of empty lines and indentation on each page.
_EMPTY_LINES = re.compile(r"\n[ \t\r\n]+")
_SHOWS_LINES = re.compile(r"<(?:pre|textarea)\b", re.IGNORECASE)


class FinishedPage(NamedTuple):
    """What the check of the whole site needs to know of a page, what the search index does, and what the sitemap does.

    `indexed` is None if readers cannot find the page. `updated` is the newest date of what it shows, if known; `listed` says
    whether the sitemap has the page.
    """

    facts: PageFacts
    indexed: IndexedPage | None
    updated: str = ""
    listed: bool = False


def finish_page(uri: str, text: str, stored: StoredTexts) -> tuple[bytes, FinishedPage]:
    """Finish the page of a builder, `text`, whose path in the site is `uri`; return its bytes, and what must be known of it.

    `facts.problems` says whether the page may be published.
    """
    content = with_policy(without_empty_lines(text)).encode()
    page = BuiltPage(uri, content)
    facts = check_page(page, stored)
    records = records_of(uri, page.tree)
    return content, FinishedPage(facts, index_page(records) if records else None)


def without_empty_lines(page: str) -> str:
    """Return the page without empty lines and indentation; unchanged if an element on it shows them."""
    return page if _SHOWS_LINES.search(page) else _EMPTY_LINES.sub("\n", page)
