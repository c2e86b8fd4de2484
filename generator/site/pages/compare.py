"""The comparison of parties: all positions of a briefing, issue by issue, with the parties side by side.

A script shows only the parties and issues that the address names. Without it, all are shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.analysis.stances import Stance
from generator.site.pages import links
from generator.site.pages.blocks import Block, Question, Row, evidence_opens, issue_block
from generator.site.pages.page import PageSpec, PlannedPage
from generator.site.pages.views import Views
from generator.site.parts import parts
from generator.site.site import Site

MOST_PARTIES = 8
"""Parties that readers can compare at once."""


@dataclass(frozen=True)
class Column:
    """A party on a question: its row, or the reason why it has no position."""

    party: str
    name: str
    row: Row | None
    absence: Stance | None


@dataclass(frozen=True)
class Comparison:
    """A question with a column for each party, in the editors' order."""

    question: Question
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class ComparedIssue:
    """An issue with a comparison for each of its questions."""

    block: Block
    comparisons: tuple[Comparison, ...]


def has_comparison(views: Views) -> bool:
    """Return whether a briefing has parties to compare, so that there is a page for it."""
    return len(views.about.parties) > 1


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the comparison of every briefing with at least two parties."""
    for slug, briefing in site.corpus.briefings.items():
        views = Views(site, briefing)
        if has_comparison(views):
            uri = links.compare_page(slug).uri
            yield PlannedPage(uri, partial(_page, views), parts(briefings=[slug]))


def _page(views: Views) -> PageSpec:
    briefing, title = views.briefing, views.language.say("Compare parties")
    issues = [_compared(views, issue) for issue in views.analysis.order]
    return views.page(
        links.compare_page(briefing.slug),
        "compare.md.jinja",
        f"{title}: {briefing.about.title}",
        {
            "heading": title,
            "issues": issues,
            "evidence_opens": evidence_opens(row for item in issues for row in item.block.first_rows),
            "most": MOST_PARTIES,
        },
        description=views.language.say("The positions of parties side by side, with their propositions."),
        searched=False,
    )


def _compared(views: Views, issue: str) -> ComparedIssue:
    block = issue_block(views, issue)
    return ComparedIssue(block, tuple(_comparison(views, question) for question in block.questions))


def _comparison(views: Views, question: Question) -> Comparison:
    columns = (
        Column(party, views.party(party), question.row_of.get(party), question.absence_of.get(party))
        for party in views.about.parties
    )
    return Comparison(question, tuple(columns))
