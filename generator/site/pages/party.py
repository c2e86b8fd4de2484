"""A party: who it is and who speaks for it, and its positions on all issues of all briefings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.stances import Stance
from generator.content.model import Briefing, PartyKind
from generator.language import N_
from generator.location import Location
from generator.site.pages import links
from generator.site.pages.page import PageSpec, Target
from generator.site.pages.review import overdue
from generator.site.pages.views import EntryView, Views
from generator.site.site import Site

PARTY_KINDS = {
    PartyKind.STATE: N_("State"),
    PartyKind.GOVERNMENT: N_("Government"),
    PartyKind.BLOC: N_("Bloc"),
    PartyKind.ORGANISATION: N_("Organisation"),
    PartyKind.PERSON: N_("Person"),
    PartyKind.MOVEMENT: N_("Movement"),
}


@dataclass(frozen=True)
class IssueLine:
    """A party on one issue."""

    id: str
    title: str
    target: Target
    stances: tuple[tuple[str, Stance], ...]
    entry: EntryView | None
    absent: bool
    searched_until: str


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the page of every party, and the list of all parties."""
    parties = site.corpus.parties
    rows = []
    for name, party in parties.items():
        briefings = [one for one in site.corpus.briefings.values() if name in one.about.parties]
        rows.append(
            (
                party.label,
                site.language.say(PARTY_KINDS[party.kind]),
                links.party_page(name),
                [(one.about.title, links.briefing_page(one.slug)) for one in briefings],
            )
        )
        yield PageSpec(
            links.party_page(name).uri,
            "party.md.jinja",
            party.label,
            site.language.say("Positions of %(party)s, and the words they rest on.", party=party.label),
            {
                "party": party,
                "kind": site.language.say(PARTY_KINDS[party.kind]),
                "blocs": [
                    (parties[bloc].name, links.party_page(bloc)) for bloc in party.part_of if bloc in parties
                ],
                "members": [
                    (other.name, links.party_page(key))
                    for key, other in parties.items()
                    if name in other.part_of
                ],
                "briefings": [_positions(site, one, name) for one in briefings],
                "index": links.PARTIES,
            },
            edit=party.location(),
            language=site.language,
        )
    yield PageSpec(
        links.PARTIES.uri,
        "parties.md.jinja",
        site.language.say("Parties"),
        site.language.count("%(num)s party.", "%(num)s parties.", len(parties)),
        {"rows": rows},
        edit=Location("briefings/parties.yml") if parties else None,
        language=site.language,
    )


def _positions(site: Site, briefing: Briefing, party: str) -> tuple[str, str, Target, str, list[IssueLine]]:
    views = Views(site, briefing).said_in(site.language)
    lines = []
    for row in views.analysis.matrix:
        cell = next(cell for cell in row.cells if cell.party == party)
        track = views.analysis.tracks[party, row.issue]
        entry = views.entry(track, track.newest) if track.newest else None
        title = briefing.about.issues[row.issue].title
        lines.append(
            IssueLine(
                links.issue_id(briefing.slug, row.issue),
                title,
                links.issue_page(briefing.slug, row.issue, links.party_id(party)),
                entry.stances if entry and not cell.empty else (("", views.word(cell.stances[0][1])),),
                entry,
                cell.empty,
                views.date(cell.searched_until),
            )
        )
    slug = briefing.slug
    return (
        links.briefing_id(slug),
        briefing.about.title,
        links.briefing_page(slug),
        overdue(site, briefing, site.language),
        lines,
    )
