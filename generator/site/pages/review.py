"""Whether the review of a briefing is overdue: said on every page of it."""

from __future__ import annotations

from generator.analysis.backing import next_review
from generator.content.model import Briefing
from generator.language import Language
from generator.site.site import Site


def overdue(site: Site, briefing: Briefing, language: Language) -> str:
    """Say by how many days a review is overdue; nothing where it is not, or today is not given."""
    if site.today is None or briefing.about.review_every is None:
        return ""
    days = (site.today - next_review(briefing.about.reviewed_on, briefing.about.review_every)).days
    if days <= 0:
        return ""
    return language.count("review overdue by %(num)s day", "review overdue by %(num)s days", days)
