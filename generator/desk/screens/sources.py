"""The list of stored sources, with those that nobody has read first."""

from werkzeug.wrappers import Response

from generator.desk.addresses import line_url, source_url
from generator.desk.unread import unread_sources
from generator.desk.visit import Route, Visit
from generator.location import Location


def show(visit: Visit) -> Response:
    """List the sources."""
    content = visit.examined.content
    unread = unread_sources(visit.examined)
    uses = content.analysis.uses
    read = {name: source for name, source in content.corpus.sources.items() if name not in unread}
    newest = sorted(read, key=lambda name: (str(read[name].about.published or ""), name), reverse=True)
    listed = {*unread, *read}
    broken = sorted(
        path
        for path in visit.project.files
        if path.startswith("seeds/")
        and path.endswith(".yml")
        and path.removeprefix("seeds/").removesuffix(".yml") not in listed
    )
    return visit.page(
        "sources.html.jinja",
        visit.say("Sources"),
        "sources",
        groups=[
            (visit.say("To read"), visit.say("not cited, and not marked as read"), list(unread.items())),
            (visit.say("In use"), "", [(name, read[name]) for name in newest]),
        ],
        uses=uses,
        broken=broken,
        source_url=lambda name: source_url(visit, name),
        details_url=lambda name: line_url(visit, Location(f"seeds/{name}.yml")),
        file_url=lambda path: line_url(visit, Location(path)),
    )


ROUTES = (Route("sources", "/sources", show),)
