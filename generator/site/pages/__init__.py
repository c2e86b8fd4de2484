"""Which pages there are and what each is given: one page type a file. `PAGE_TYPES` lists them all."""

from __future__ import annotations

from generator.site.pages import (
    asof,
    changes,
    checks_manual,
    corrections,
    coverage,
    format_reference,
    glossary,
    home,
    issue,
    issues,
    method,
    overview,
    party,
    source,
    tags,
)
from generator.site.pages.page import Page, PageSpec, PageType, Target

__all__ = ["PAGE_TYPES", "Page", "PageSpec", "Target"]

PAGE_TYPES: tuple[PageType, ...] = (
    home,
    overview,
    issue,
    issues,
    changes,
    asof,
    coverage,
    party,
    source,
    glossary,
    tags,
    corrections,
    method,
    checks_manual,
    format_reference,
)
