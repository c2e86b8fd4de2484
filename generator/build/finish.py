"""Finish one page: add its policy, verify its final bytes, and index it for the search, from one parse."""

from typing import NamedTuple

from generator.build.csp import with_policy
from generator.build.search import IndexedPage, index_page, records_of
from generator.build.verify import BuiltPage, PageFacts, StoredTexts, check_page


class FinishedPage(NamedTuple):
    """A page as it is published: its bytes, what the check of the whole site needs to know of it, and what the search index does."""

    content: bytes
    facts: PageFacts
    indexed: IndexedPage | None  # if readers can find it


def finish_page(uri: str, text: str, stored: StoredTexts) -> FinishedPage:
    """Finish the page of a builder, `text`, whose path in the site is `uri`; `facts.problems` says whether it may be published."""
    content = with_policy(text).encode()
    page = BuiltPage(uri, content)
    facts = check_page(page, stored)
    records = records_of(uri, page.tree)
    return FinishedPage(content, facts, index_page(records) if records else None)
