"""The glossary: disputed names and terms, who uses them, and what this site writes instead."""

from collections.abc import Mapping
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from generator.content.model.identifiers import identifier
from generator.desk.addresses import line_url
from generator.desk.screens.fields import Fields, differing, save, seen, seen_value
from generator.desk.visit import Route, Visit
from generator.edit.fields import add_named, remove_item, set_values
from generator.edit.project import Change, Project

PATH = "briefings/names.yml"


def show(visit: Visit) -> Response:
    """List the terms."""
    return visit.page(
        "glossary.html.jinja", visit.say("Glossary"), "parties", terms=visit.project.corpus.names
    )


def show_new(visit: Visit) -> Response:
    """Show the form of a new term."""
    return _page(Fields(visit))


def add(visit: Visit) -> Response:
    """Add a term."""
    fields = Fields.sent(visit)
    values = _values(fields, {})
    name = fields.new_id("id", "term", visit.project.corpus.names, values["term"])
    return save(
        fields,
        visit.say("New term: %(name)s", name=values["term"]),
        lambda project: add_named(project, PATH, (), name, values, kind="term"),
        _page,
        lambda: visit.redirect("glossary"),
    )


def show_term(visit: Visit, term: str) -> Response:
    """Show a term."""
    about = visit.project.corpus.names.get(term)
    if about is None:
        raise NotFound
    values = {
        "term": about.term,
        "used_by": "\n".join(about.used_by),
        "prefer": about.prefer or "",
        "note": about.note or "",
    }
    return _page(Fields(visit, values), term=term)


def change(visit: Visit, term: str) -> Response:
    """Change a term, or remove it."""
    if term not in visit.project.corpus.names:
        raise NotFound
    fields = Fields.sent(visit)
    before = seen_value(visit, PATH, (term,)) or {}
    values = differing(before, _values(fields, before))

    def operation(project: Project) -> Change:
        if fields["remove"]:
            return remove_item(project, PATH, (term,))
        return set_values(project, PATH, (term,), values)

    return save(
        fields,
        visit.say("Term: %(name)s", name=fields["term"]),
        operation,
        lambda fields, status: _page(fields, status, term),
        lambda: visit.redirect("glossary"),
    )


ROUTES = (
    Route("glossary", "/glossary", show),
    Route("new-term", "/new/term", show_new),
    Route("new-term", "/new/term", add, "POST"),
    Route("term", "/glossary/<term>", show_term),
    Route("term", "/glossary/<term>", change, "POST"),
)


def _values(fields: Fields, before: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "term": fields.text("term", required=True),
        "used_by": fields.chosen(
            "used_by", "party", fields.visit.project.corpus.parties, before=before.get("used_by") or ()
        ),
        "prefer": fields.text("prefer"),
        "note": fields.text("note"),
    }


def _page(fields: Fields, status: int = 200, term: str = "") -> Response:
    visit = fields.visit
    about = visit.project.corpus.names.get(term)
    return visit.page(
        "term.html.jinja",
        visit.say("Term: %(name)s", name=about.term) if about else visit.say("New term"),
        "parties",
        status=status,
        fields=fields,
        term=term,
        made=identifier(fields["term"]),
        parties=[(name, party.label) for name, party in visit.project.corpus.parties.items()],
        seen=seen(visit, PATH) if term else [],
        line_url=line_url(visit, about.location()) if about else "",
    )
