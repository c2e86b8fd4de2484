"""The method: scales, rules, verdicts and kinds of evidence, each printed from the code that applies it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.convergence import RULES_IN_WORDS
from generator.analysis.stances import Stance, scale_stances
from generator.evidence import Verdict
from generator.model import ABSENCES, DEFAULT_SCALE, Kind
from generator.pages import links
from generator.pages.page import PageSpec
from generator.pages.views import KIND_NAMES
from generator.site import Site

_KINDS = {
    Kind.QUOTE: "Words of the party itself. They stand inside quotation marks in the source.",
    Kind.REPORTED: "The source’s words about what a party says or does. They are not the party’s own wording.",
    Kind.ASSESSMENT: "The source’s own judgement. It is never a statement by a party, and never supports a position alone.",
}
_VERDICTS = {
    Verdict.FOUND: "The words stand in the stored text, character for character.",
    Verdict.FOLDED: "They stand there but for typography: quotation marks, dashes, spaces. The page prints the source’s.",
    Verdict.AMBIGUOUS: "They stand there more than once, and the editor did not say which is meant.",
    Verdict.OTHER_PLACE: "They stand there, but not where the editor said.",
    Verdict.NEAR: "Other words stand there that are much alike. A near match is never accepted.",
    Verdict.ELSEWHERE: "They stand in another source than the one that is named.",
    Verdict.OUT_OF_ORDER: "The parts of an interrupted quotation stand in another order.",
    Verdict.OVERLAPPING: "Two parts of a quotation share words.",
    Verdict.NOT_FOUND: "They do not stand in the source.",
    Verdict.TOO_SHORT: "They are too few to show anything.",
    Verdict.CUTS_WORD: "They begin or end within a word.",
    Verdict.SOURCE_MISSING: "The source is not stored.",
    Verdict.SOURCE_CHANGED: "The stored text is not the one whose hash was recorded.",
}
_ABSENCES = {
    "not-stated": "The party has spoken on the matter, and not said where it stands.",
    "declined": "The party was asked and declined to say.",
    "not-found": "The stored sources carry no position. This is said of the sources, not of the party.",
}
_CONFIDENCE = {
    "high": "Several independent sources agree, or the words of the party itself leave no doubt.",
    "moderate": "The sources support it, and another reading remains possible.",
    "low": "It rests on little, or the sources conflict.",
}


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the method page."""
    briefings = site.corpus.briefings.values()
    own = [one for one in briefings if one.about.scale != DEFAULT_SCALE]
    usual = next(
        (scale_stances(one) for one in briefings if one.about.scale == DEFAULT_SCALE), _default_scale()
    )
    yield PageSpec(
        links.METHOD.uri,
        "method.md.jinja",
        "Method",
        "How statements are traced, stances compared and unknowns told.",
        {
            "kinds": [(kind, KIND_NAMES[kind], text) for kind, text in _KINDS.items()],
            "verdicts": list(_VERDICTS.items()),
            "accepted": [Verdict.FOUND, Verdict.FOLDED],
            "scale": usual,
            "own_scales": [
                (one.about.title, links.briefing_page(one.slug), scale_stances(one)) for one in own
            ],
            "absences": [(ABSENCES[code], text) for code, text in _ABSENCES.items()],
            "convergence": list(RULES_IN_WORDS.items()),
            "confidence": list(_CONFIDENCE.items()),
            "names": [
                (name, [site.corpus.parties[party].label for party in name.used_by])
                for name in site.corpus.names.values()
            ],
            "checks": links.CHECKS,
        },
        boost=0.5,
    )


def _default_scale() -> tuple[Stance, ...]:
    forms = ("for-end", "for", "between", "against", "against-end")
    return tuple(
        Stance(level.code, level.label, form, level.side)
        for level, form in zip(DEFAULT_SCALE, forms, strict=True)
    )
