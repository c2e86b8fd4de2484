"""Change an identifier in every file at once: the places that change are shown first, and old addresses lead on."""

from collections.abc import Mapping

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from generator.desk.screens.fields import Fields, save
from generator.desk.screens.written import LOOK
from generator.desk.visit import Route, Visit
from generator.edit.names import free_id
from generator.edit.rename import KINDS, rename
from generator.language import N_

WORDS: Mapping[str, str] = {
    "briefing": N_("Identifier of a briefing"),
    "source": N_("Identifier of a source"),
    "party": N_("Identifier of a party"),
    "speaker": N_("Identifier of a speaker"),
    "issue": N_("Identifier of an issue"),
    "proposition": N_("Identifier of a proposition"),
    "option": N_("Identifier of an option"),
}


def show(visit: Visit, kind: str, name: str) -> Response:
    """Show the form for another identifier."""
    _require(kind)
    return _page(Fields(visit, {"id": name.rpartition("/")[2]}), kind, name)


def change(visit: Visit, kind: str, name: str) -> Response:
    """Show every place that changes, or change all of them."""
    _require(kind)
    fields = Fields.sent(visit)
    new = fields.new_id("id", kind, (), "")
    if not fields["id"]:
        fields.errors["id"] = visit.say("This is needed.")
    return save(
        fields,
        visit.say("%(name)s is now %(new)s", name=name.rpartition("/")[2], new=new),
        lambda project: rename(project, kind, name, free_id(kind, new, ())),
        lambda fields, status: _page(fields, kind, name, status),
        lambda: visit.redirect(
            {"source": "sources", "party": "parties", "speaker": "parties"}.get(kind, "table")
        ),
    )


ROUTES = (
    Route("rename", "/rename/<kind>/<path:name>", show),
    Route("rename", "/rename/<kind>/<path:name>", change, "POST"),
)


def _require(kind: str) -> None:
    if kind not in KINDS:
        raise NotFound


def _page(fields: Fields, kind: str, name: str, status: int = 200) -> Response:
    visit = fields.visit
    return visit.page(
        "rename.html.jinja",
        visit.say(WORDS[kind]),
        status=status,
        fields=fields,
        kind=kind,
        name=name,
        look=LOOK,
    )
