"""Finish one page: add its policy, verify its final bytes, and read its search records, from one parse."""

from typing import NamedTuple

from generator.build.csp import with_policy
from generator.build.search.records import Record, records_of
from generator.build.verify import BuiltPage, PageFacts, StoredTexts, check_page


class FinishedPage(NamedTuple):
    """A page as it is published: its bytes, what the check of the whole site needs to know of it, and its search records."""

    content: bytes
    facts: PageFacts
    records: tuple[Record, ...]


def finish_page(uri: str, text: str, stored: StoredTexts) -> FinishedPage:
    """Finish the page of a builder, `text`, whose path in the site is `uri`; `facts.problems` says whether it may be published."""
    content = with_policy(text).encode()
    page = BuiltPage(uri, content)
    facts = check_page(page, stored)
    return FinishedPage(content, facts, tuple(records_of(uri, page.tree)))  # changes the tree
