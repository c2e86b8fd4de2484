"""The list of parties with their speakers and the number of their positions."""

from collections import Counter

from werkzeug.wrappers import Response

from generator.desk.addresses import line_url
from generator.desk.visit import Route, Visit
from generator.location import Location

FILE = "briefings/parties.yml"


def show(visit: Visit) -> Response:
    """List the parties. A new `speaker`, such as one whom an article names, is handed on to the form of the party that is chosen."""
    corpus = visit.examined.content.corpus
    positions = Counter(
        party
        for briefing in corpus.briefings.values()
        for party, file in briefing.positions.items()
        for _ in file.positions
    )
    briefings = {
        name: [
            (slug, briefing.about.title)
            for slug, briefing in corpus.briefings.items()
            if name in briefing.about.parties
        ]
        for name in corpus.parties
    }
    return visit.page(
        "parties.html.jinja",
        visit.say("Parties"),
        "parties",
        parties=corpus.parties,
        speaker=visit.request.args.get("speaker", ""),
        positions=positions,
        briefings=briefings,
        has_file=FILE in visit.project.files,
        line_url=lambda location: line_url(visit, location),
        file_url=line_url(visit, Location(FILE)),
    )


ROUTES = (Route("parties", "/parties", show),)
