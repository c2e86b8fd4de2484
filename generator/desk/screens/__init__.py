"""The screens of the desk. To add one, write a module with `ROUTES` and add it to `SCREENS`.

Screens link to each other by endpoint. The table, the sources and `/at` link to these endpoints when a screen has them:
`position` (slug, party, issue), `read` (source), `article`, `new-party`, `new-briefing` and `new-issue` (slug). What is there
is edited at `about` (slug), `issue` (slug, issue), `party` (party), `term` (term) and `rename` (kind, name).
"""

from types import ModuleType

from generator.desk.screens import (
    article,
    article_review,
    at,
    briefing_about,
    changes,
    editor,
    errors,
    find,
    glossary,
    issue,
    keys,
    new_briefing,
    parties,
    party,
    position,
    read,
    rename,
    sources,
    table,
    tour,
)
from generator.desk.visit import Route

SCREENS: tuple[ModuleType, ...] = (
    article,
    article_review,
    at,
    briefing_about,
    changes,
    editor,
    errors,
    find,
    glossary,
    issue,
    keys,
    new_briefing,
    parties,
    party,
    position,
    read,
    rename,
    sources,
    table,
    tour,
)
"""Every module in this folder that has routes."""
ROUTES: tuple[Route, ...] = tuple(route for screen in SCREENS for route in screen.ROUTES)
