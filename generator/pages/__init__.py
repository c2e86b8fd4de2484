"""Which pages there are and what each is given: one page type a file. `PAGE_TYPES` lists them all."""

from __future__ import annotations

from generator.pages import checks_manual, format_reference, home, issue, method, overview, party, source
from generator.pages.page import Page, PageSpec, PageType, Target

__all__ = ["PAGE_TYPES", "Page", "PageSpec", "Target"]

PAGE_TYPES: tuple[PageType, ...] = (
    home,
    overview,
    issue,
    party,
    source,
    method,
    checks_manual,
    format_reference,
)
