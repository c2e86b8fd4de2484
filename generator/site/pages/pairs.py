"""How often two parties agree, contest or cannot be compared: a grid of marks, and a table that names the proposals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.pairwise import Pair, Relation
from generator.language import N_
from generator.site.pages import links
from generator.site.pages.page import Target
from generator.site.pages.views import Views, proposal_name

_COUNTED = {
    Relation.AGREE: N_("%(num)s agree"),
    Relation.PARTLY: N_("%(num)s partly"),
    Relation.CONTEST: N_("%(num)s contest"),
    Relation.INCOMPARABLE: N_("%(num)s cannot be compared"),
}


@dataclass(frozen=True)
class PairView:
    """Two parties: one mark for each proposal, the counts in words, and the proposals by relation."""

    one: str
    other: str
    marks: tuple[str, ...]
    counts: str
    proposals: tuple[tuple[tuple[str, Target], ...], ...]


def pairs_context(views: Views) -> Mapping[str, Any]:
    """Give what `pairs.html.jinja` needs."""
    names = [views.site.corpus.parties[name].label for name in views.briefing.about.parties]
    # Each proposal is named once: parties make many pairs.
    named = {
        (issue, proposal): _named(views, issue, proposal)
        for issue, about in views.briefing.about.issues.items()
        for proposal in about.proposals
    }
    found = [_view(views, pair, named) for pair in views.analysis.pairs]
    return {
        "pair_parties": names,
        "pairs": found,
        "pair_cells": {(pair.one, pair.other): pair for pair in found},
        "relations": [(relation.name.lower(), views.language.say(relation)) for relation in Relation],
    }


def _view(views: Views, pair: Pair, named: Mapping[tuple[str, str], tuple[str, Target]]) -> PairView:
    labels = views.site.corpus.parties
    proposals = {relation: pair.having(relation) for relation in Relation}
    counts = [
        views.language.say(_COUNTED[relation], num=len(held)) for relation, held in proposals.items() if held
    ]
    return PairView(
        labels[pair.one].label,
        labels[pair.other].label,
        tuple(relation.name.lower() for *_, relation in pair.proposals),
        ", ".join(counts),
        tuple(tuple(named[one] for one in held) for held in proposals.values()),
    )


def _named(views: Views, issue: str, proposal: str) -> tuple[str, Target]:
    briefing = views.briefing
    name = proposal_name(briefing, issue, proposal)
    title = briefing.about.issues[issue].title
    return f"{title}: {name}" if name else title, links.issue_page(briefing.slug, issue)
