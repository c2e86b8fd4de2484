"""The manual of checks, printed from the rules."""

from collections.abc import Iterator

from generator.language import ENGLISH
from generator.site.pages import links
from generator.site.pages.page import PageSpec
from generator.site.site import Site

_GROUPS = {
    "0": "Files and stored texts",
    "1": "YAML",
    "2": "Evidence",
    "3": "Keys and values",
    "4": "Rules across files",
}


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the manual."""
    rules = sorted(site.rules, key=lambda rule: rule.code[1:])
    yield PageSpec(
        uri=links.CHECKS.uri,
        template="checks.md.jinja",
        title="Manual of checks",
        description="Every error and warning that a check can report: why it matters, and what to write instead.",
        context={
            "count": len(rules),
            "groups": {
                title: [rule for rule in rules if rule.code[1] == digit] for digit, title in _GROUPS.items()
            },
        },
        searched=False,
        language=ENGLISH,
    )
