"""The manual of checks: every rule that a check can report, printed from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.pages import links
from generator.site.pages.page import PageSpec
from generator.site.site import Site

_ROOMS = {
    "0": "Files and stored texts",
    "1": "YAML",
    "2": "Evidence",
    "3": "Keys and values",
    "4": "What holds across files",
}


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the manual."""
    rules = sorted(site.rules, key=lambda rule: rule.code[1:])
    yield PageSpec(
        links.CHECKS.uri,
        "checks.md.jinja",
        "Manual of checks",
        "Every fault that a check can report: why it matters, and what to write instead.",
        {
            "count": len(rules),
            "format": links.FORMAT,
            "groups": [
                (title, [(rule, rule.manual.strip()) for rule in rules if rule.code[1] == digit])
                for digit, title in _ROOMS.items()
            ],
        },
        searched=False,
    )
