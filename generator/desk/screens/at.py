"""`/at?file=…&line=…`: the way from a place in a file, such as a link of the preview, to the screen that edits it."""

from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from generator.build.settings import FILE
from generator.content.paths import visible
from generator.desk.addresses import place_url
from generator.desk.visit import Route, Visit
from generator.location import Location


def show(visit: Visit) -> Response:
    """Lead to the screen that edits a place in a file of the project."""
    name = visit.request.args.get("file", "")
    line = visit.request.args.get("line", type=int, default=1)
    if url := place_url(visit, Location(name, max(1, line))):
        return redirect(url, 303, Response)
    if name != FILE and not name.startswith("docs/"):
        raise NotFound
    return visit.page("not_here.html.jinja", visit.say("Not in the desk"), status=404, name=visible(name))


ROUTES = (Route("at", "/at", show),)
