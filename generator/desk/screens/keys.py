"""The list of keys."""

from werkzeug.wrappers import Response

from generator.desk.visit import Route, Visit
from generator.language import N_

KEYS = (
    ("?", N_("show this list")),
    ("/", N_("go to the find box")),
    ("P", N_("open the preview")),
    ("← → ↑ ↓", N_("in the table: move")),
    ("Enter", N_("in the table: open the cell")),
    ("Space", N_("in the table: mark an empty cell")),
    ("Ctrl+Enter", N_("save the form")),
)


def show(visit: Visit) -> Response:
    """List the keys."""
    return visit.page("keys.html.jinja", visit.say("Keys"), keys=KEYS)


ROUTES = (Route("keys", "/keys", show),)
