"""Finish one page: add its policy, verify its final bytes, and index it for the search, from one parse."""

from typing import NamedTuple

from generator.build.csp import with_policy
from generator.build.search import IndexedPage, index_page, records_of
from generator.build.verify import BuiltPage, PageFacts, StoredTexts, check_page


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
    content = with_policy(text).encode()
    page = BuiltPage(uri, content)
    facts = check_page(page, stored)
    records = records_of(uri, page.tree)
    return content, FinishedPage(facts, index_page(records) if records else None)
