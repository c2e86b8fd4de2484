"""Finish one page: drop its empty lines, add its policy, verify its final bytes, and index it for the search, from one parse."""

import re
from typing import NamedTuple

from generator.build.csp import with_policy
from generator.build.search import IndexedPage, index_page, records_of
from generator.build.verify import BuiltPage, PageFacts, StoredTexts, check_page

# Templates of themes leave half a kilobyte of empty lines on each page. Those in the text of a page stay: it may show them.
_EMPTY_LINES = re.compile(r"\n\s+")
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)


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
    """Return the page without empty lines and indentation before and after its article; unchanged if it has none."""
    article = _ARTICLE.search(page)
    if article is None:
        return page
    before, after = page[: article.start()], page[article.end() :]
    return _EMPTY_LINES.sub("\n", before) + article[0] + _EMPTY_LINES.sub("\n", after)
