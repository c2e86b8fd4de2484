"""The method: scales, rules, verdicts and kinds of evidence, each printed from the code that applies it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis import pairwise
from generator.analysis.convergence import RULES_IN_WORDS
from generator.analysis.stances import Stance, scale_stances
from generator.content.model import ABSENCES, DEFAULT_SCALE, Kind, Relation
from generator.evidence import Verdict
from generator.language import N_
from generator.site.pages import links
from generator.site.pages.page import PageSpec
from generator.site.pages.views import ABSENCE_TEXTS, KIND_NAMES, RELATION_NAMES, SIDE_NAMES
from generator.site.site import Site

_KINDS = {
    Kind.QUOTE: N_("Words of the party itself. They stand inside quotation marks in the source."),
    Kind.REPORTED: N_(
        "The source’s words about what a party says or does. They are not the party’s own wording."
    ),
    Kind.ASSESSMENT: N_(
        "The source’s own judgement. It is never a statement by a party, and never supports a position alone."
    ),
}
_RELATIONS_TO_STATEMENTS = {
    Relation.QUALIFIES: N_("It limits what the statement says."),
    Relation.CONTRADICTS: N_("It speaks against what the statement says."),
    Relation.BACKGROUND: N_("It helps to read the statement, and shows nothing of the stance."),
}
_VERDICTS = {
    Verdict.FOUND: (N_("Found"), N_("The words stand in the stored text, character for character.")),
    Verdict.FOLDED: (
        N_("Found after folding"),
        N_(
            "They stand there but for typography: quotation marks, dashes, spaces. The page prints the source’s."
        ),
    ),
    Verdict.AMBIGUOUS: (
        N_("Ambiguous"),
        N_("They stand there more than once, and the editor did not say which is meant."),
    ),
    Verdict.OTHER_PLACE: (N_("In another place"), N_("They stand there, but not where the editor said.")),
    Verdict.NEAR: (
        N_("Near"),
        N_("Other words stand there that are much alike. A near match is never accepted."),
    ),
    Verdict.ELSEWHERE: (
        N_("In another source"),
        N_("They stand in another source than the one that is named."),
    ),
    Verdict.OUT_OF_ORDER: (
        N_("Out of order"),
        N_("The parts of an interrupted quotation stand in another order."),
    ),
    Verdict.OVERLAPPING: (N_("Overlapping"), N_("Two parts of a quotation share words.")),
    Verdict.NOT_FOUND: (N_("Not found"), N_("They do not stand in the source.")),
    Verdict.TOO_SHORT: (N_("Too short"), N_("They are too few to show anything.")),
    Verdict.CUTS_WORD: (N_("Cuts a word"), N_("They begin or end within a word.")),
    Verdict.SOURCE_MISSING: (N_("Source missing"), N_("The source is not stored.")),
    Verdict.SOURCE_CHANGED: (
        N_("Source changed"),
        N_("The stored text is not the one whose hash was recorded."),
    ),
}
_PAIRS = {
    pairwise.Relation.AGREE: N_("Both are for, or both are against."),
    pairwise.Relation.PARTLY: N_("One of them at least is between: two conditions need not be the same."),
    pairwise.Relation.CONTEST: N_("One is for, the other against."),
    pairwise.Relation.INCOMPARABLE: N_("One of them at least has no current stance on the scale."),
}
_CONFIDENCE = (
    (
        N_("High"),
        N_(
            "Several independent sources agree, the words of the party itself leave no doubt, or the stored texts themselves show it."
        ),
    ),
    (N_("Moderate"), N_("The sources support it, and another reading remains possible.")),
    (N_("Low"), N_("It rests on little, or the sources conflict.")),
)


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the method page."""
    briefings, say = site.corpus.briefings.values(), site.language.say
    own = [one for one in briefings if one.about.scale != DEFAULT_SCALE]
    usual = next(
        (scale_stances(one) for one in briefings if one.about.scale == DEFAULT_SCALE), _default_scale()
    )
    yield PageSpec(
        links.METHOD.uri,
        "method.md.jinja",
        say("Method"),
        say("How statements are traced, stances compared and unknowns told."),
        {
            "kinds": [(kind, say(KIND_NAMES[kind]), say(text)) for kind, text in _KINDS.items()],
            "relations": [
                (say(RELATION_NAMES[relation]), say(text))
                for relation, text in _RELATIONS_TO_STATEMENTS.items()
            ],
            "verdicts": [
                (say(name), say(text), verdict in {Verdict.FOUND, Verdict.FOLDED})
                for verdict, (name, text) in _VERDICTS.items()
            ],
            "scale": [
                (replace(held, label=say(held.label)), say(SIDE_NAMES[held.side]))
                for held in usual
                if held.side
            ],
            "own_scales": [
                (
                    one.about.title,
                    links.briefing_page(one.slug),
                    [(held, say(SIDE_NAMES[held.side])) for held in scale_stances(one) if held.side],
                )
                for one in own
            ],
            "absences": [(say(ABSENCES[code]), say(text)) for code, text in ABSENCE_TEXTS.items()],
            "convergence": [(say(result), say(rule)) for result, rule in RULES_IN_WORDS.items()],
            "pairs": [(say(relation), say(rule)) for relation, rule in _PAIRS.items()],
            "confidence": [(say(word), say(text)) for word, text in _CONFIDENCE],
            "glossary": links.GLOSSARY if site.corpus.names else None,
            "checks": links.CHECKS,
        },
        language=site.language,
    )


def _default_scale() -> tuple[Stance, ...]:
    forms = ("for-end", "for", "between", "against", "against-end")
    return tuple(
        Stance(level.code, level.label, form, level.side)
        for level, form in zip(DEFAULT_SCALE, forms, strict=True)
    )
