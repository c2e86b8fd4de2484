"""Three steps that show what the desk is for; a first visit offers them, and they can be skipped."""

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from generator.desk.visit import Route, Visit
from generator.language import N_

SEEN = "briefing-desk-tour"
"""The cookie of a browser that has shown the tour: it is offered once."""
_YEAR = 365 * 24 * 60 * 60
STEPS = (
    (
        N_("Store an article"),
        N_(
            "The desk keeps its text word for word. You strike lines that are not part of the article, and never retype one."
        ),
    ),
    (
        N_("Select words"),
        N_(
            "Say who says them and on which issue. The desk checks each selection: whether it is found once, and what it leaves out."
        ),
    ),
    (
        N_("Save the position"),
        N_(
            "Saving writes the YAML files and shows the new page in the preview. Undo restores every byte. You commit in your own git program."
        ),
    ),
)


def show(visit: Visit, step: int) -> Response:
    """Show a step."""
    if not 1 <= step <= len(STEPS):
        raise NotFound
    title, text = STEPS[step - 1]
    page = visit.page("tour.html.jinja", visit.say(title), step=step, last=len(STEPS), text=visit.say(text))
    page.set_cookie(SEEN, "1", max_age=_YEAR, httponly=True, samesite="Strict")
    return page


ROUTES = (Route("tour", "/tour/<int:step>", show),)
