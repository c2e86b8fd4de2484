"""A party: who it is, who speaks for it, and its positions in all briefings."""

from collections.abc import Iterator

from generator.location import Location
from generator.site.pages import links
from generator.site.pages.description import party_description
from generator.site.pages.entries import CellView
from generator.site.pages.page import PageSpec
from generator.site.pages.views import Views
from generator.site.site import Site


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the page of every party, the list of all parties, and that of each briefing."""
    parties, say = site.corpus.parties, site.language.say
    briefings = {
        name: [
            Views(site, briefing, language=site.language)
            for briefing in site.corpus.briefings.values()
            if name in briefing.about.parties
        ]
        for name in parties
    }
    for name, party in parties.items():
        yield PageSpec(
            uri=links.party_page(name).uri,
            template="party.md.jinja",
            title=party.label,
            description=party_description(site.language, party, briefings[name]),
            context={
                "party": party,
                "blocs": {bloc: parties[bloc] for bloc in party.part_of},
                "members": {key: other for key, other in parties.items() if name in other.part_of},
                "briefings": [(views, _cells(views, name)) for views in briefings[name]],
            },
            edit=party.location(),
        )
    yield PageSpec(
        uri=links.PARTIES.uri,
        template="parties.md.jinja",
        title=say("Parties"),
        description=site.language.count("%(num)s party.", "%(num)s parties.", len(parties)),
        context={"parties": parties, "briefings": briefings},
        edit=Location("briefings/parties.yml") if parties else None,
    )
    for slug, briefing in site.corpus.briefings.items():
        own = Views(site, briefing)
        yield own.page(
            links.briefing_parties(slug),
            "briefingparties.md.jinja",
            own.language.say("Parties: %(title)s", title=briefing.about.title),
            {"parties": [(name, parties[name], _positions(own, name)) for name in briefing.about.parties]},
        )


def _positions(views: Views, party: str) -> int:
    """Return the number of issues on which a party has a position."""
    return sum(not cell.empty for row in views.analysis.matrix for cell in row.cells if cell.party == party)


def _cells(views: Views, party: str) -> list[CellView]:
    cells = [cell for row in views.analysis.matrix for cell in row.cells if cell.party == party]
    return [CellView(views, cell) for cell in cells]
