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
    ("N", N_("in a text: go to the next quotation; with Shift, to the one before")),
    ("Enter", N_("in a text: take the quotation; then write the position, or add the words")),
    ("F", N_("in a text: find words; they become the selection")),
    (
        "← → ↑ ↓",
        N_("in a text: move by words and paragraphs; with Shift, select; with Shift and Alt, select letters"),
    ),
    ("1 … 9", N_("in a text: choose the issue")),
    ("A", N_("in a text: add the words as evidence, read on")),
    ("Esc", N_("in a text: take back the last change of the selection")),
    ("D", N_("in a text: I have read it all")),
    ("K", N_("in an article that comes in: keep a line")),
    ("X", N_("in an article that comes in: strike a line")),
    ("J", N_("in an article that comes in: join a line with the one above")),
    ("Shift+X, Shift+K", N_("in an article that comes in: strike or keep all marked lines")),
    ("1 … 9", N_("in a position: choose a stance")),
    ("E", N_("in a position: add evidence from a text")),
    ("Ctrl+S", N_("in a position: keep it as a draft")),
    ("Ctrl+Enter", N_("save the form")),
)


def show(visit: Visit) -> Response:
    """List the keys."""
    return visit.page("keys.html.jinja", visit.say("Keys"), keys=KEYS)


ROUTES = (Route("keys", "/keys", show),)
