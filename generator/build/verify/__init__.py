"""Check the finished site before it is published.

These checks share no code with the program that wrote the pages, so that they find its mistakes and those of a changed
theme. They list what is allowed and refuse everything else. Each page is checked alone, and the site from the facts of its pages.
"""

from generator.build.verify import elements, policy, quotes
from generator.build.verify.facts import PageFacts
from generator.build.verify.page import BuiltPage
from generator.build.verify.site import check_site
from generator.build.verify.stored_texts import StoredTexts
from generator.build.verify.written_lines import lost_lines

__all__ = ["BuiltPage", "PageFacts", "StoredTexts", "check_page", "check_site", "lost_lines"]


def check_page(page: BuiltPage, stored: StoredTexts) -> PageFacts:
    """Check a page as it is published; return its problems, and what the check of the whole site needs to know of it."""
    facts = PageFacts(page.uri, page.sha256)
    elements.check(page, facts)
    policy.check(page, facts)
    quotes.check(page, stored, facts)
    return facts
