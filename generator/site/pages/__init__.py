"""Which pages there are, and the values that their templates print. `PAGE_TYPES` lists the modules that build pages."""

from generator.site.pages import (
    about,
    asof,
    changes,
    compare,
    coverage,
    glossary,
    home,
    issue,
    manuals,
    method,
    overview,
    party,
    source,
)
from generator.site.pages.page import Page, PageSpec, PageType, PlannedPage, Target

__all__ = ["PAGE_TYPES", "Page", "PageSpec", "PlannedPage", "Target"]

PAGE_TYPES: tuple[PageType, ...] = (
    home,
    overview,
    issue,
    compare,
    changes,
    asof,
    coverage,
    party,
    source,
    glossary,
    method,
    about,
    manuals,
)
