"""The method: scales, rules, verdicts and kinds of evidence. The template has the words; the code has the rules."""

from collections.abc import Iterator
from functools import partial

from generator.analysis.stances import scale_stances
from generator.content.model import ABSENCES, DEFAULT_SCALE, DEFINITIONS
from generator.site.pages import links
from generator.site.pages.page import PageSpec, PlannedPage
from generator.site.site import Site


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the page “How we work”."""
    yield PlannedPage(links.METHOD.uri, partial(_page, site))


def _page(site: Site) -> PageSpec:
    briefings = site.corpus.briefings.values()
    return PageSpec(
        uri=links.METHOD.uri,
        template="method.md.jinja",
        title=site.language.say("How we work"),
        description=site.language.say(
            "How this site checks quotes, compares stances and shows what is unknown."
        ),
        context={
            "scale": scale_stances(DEFAULT_SCALE),
            "own_scales": [
                (
                    briefing,
                    [briefing.about.issues[issue].title for issue in issues]
                    if briefing.scales.keys() - {scale}
                    else [],
                    scale_stances(scale),
                )
                for briefing in briefings
                for scale, issues in briefing.scales.items()
                if scale != DEFAULT_SCALE
            ],
            "absences": ABSENCES,
            "definitions": DEFINITIONS,
            "has_glossary": bool(site.corpus.names),
            "briefings": briefings,
        },
    )
