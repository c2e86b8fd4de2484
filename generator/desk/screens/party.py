"""Parties and their speakers: a new one, and the one that is there."""

from collections.abc import Mapping
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from generator.content.model import PartyKind
from generator.content.model.identifiers import identifier
from generator.desk.addresses import line_url
from generator.desk.screens.fields import Fields, differing, other_keys, save, seen, seen_value
from generator.desk.visit import Route, Visit
from generator.edit.error import EditError
from generator.edit.fields import set_value, value_at
from generator.edit.new.party import PATH, new_party
from generator.edit.project import Change, Project
from generator.edit.yaml_edit.values import plain
from generator.language import N_

KINDS = {
    PartyKind.STATE: N_("state"),
    PartyKind.GOVERNMENT: N_("government"),
    PartyKind.BLOC: N_("bloc"),
    PartyKind.ORGANISATION: N_("organisation"),
    PartyKind.PERSON: N_("person"),
    PartyKind.MOVEMENT: N_("movement"),
}
_KNOWN = ("name", "short", "kind", "aliases", "part_of", "speakers")  # the keys that have a field
_SPEAKER = ("id", "name", "role", "aliases")
_BLANK = 3  # rows for speakers of a new party


def show_new(visit: Visit) -> Response:
    """Show the form of a new party."""
    return _page(Fields(visit, {"kind": PartyKind.ORGANISATION, **_named_speaker(visit, 0)}))


def add(visit: Visit) -> Response:
    """Add a party with its speakers."""
    fields = Fields.sent(visit)
    name = fields.text("name", required=True)
    party = fields.new_id("id", "party", visit.project.corpus.parties, name)
    details = {
        "name": name,
        "short": fields.text("short"),
        "kind": fields.text("kind", PartyKind, required=True),
    }
    speakers = _new_speakers(fields, ())

    def operation(project: Project) -> Change:
        return new_party(project, party, details, aliases=fields.lines("aliases"), speakers=speakers)

    sentence = visit.say("New party: %(name)s", name=name)
    done = "new-party" if visit.form("more") else "parties" if visit.project.corpus.briefings else "table"
    return save(fields, sentence, operation, _page, lambda: visit.redirect(done))


def show(visit: Visit, party: str) -> Response:
    """Show a party with its speakers."""
    about = visit.project.corpus.parties.get(party)
    if about is None:
        raise NotFound
    values = {
        "name": about.name,
        "short": about.short or "",
        "kind": about.kind,
        "aliases": "\n".join(about.aliases),
        "part_of": "\n".join(about.part_of),
    }
    for number, (speaker, person) in enumerate(about.speakers.items()):
        row = {
            "id": speaker,
            "name": person.name,
            "role": person.role or "",
            "aliases": "; ".join(person.aliases),
        }
        values |= {f"speaker-{number}-{key}": text for key, text in row.items()}
    values |= _named_speaker(visit, len(about.speakers))
    return _page(Fields(visit, values), party=party)


def change(visit: Visit, party: str) -> Response:
    """Change a party and its speakers, and add speakers."""
    about = visit.project.corpus.parties.get(party)
    if about is None:
        raise NotFound
    fields = Fields.sent(visit)
    before = seen_value(visit, PATH, (party,)) or {}
    values: dict[str, Any] = {
        "name": fields.text("name", required=True),
        "short": fields.text("short"),
        "kind": fields.text("kind", PartyKind, required=True),
        "aliases": fields.lines("aliases"),
        "part_of": fields.chosen(
            "part_of", "party", visit.project.corpus.parties, before=before.get("part_of") or ()
        ),
    }
    changed = _changed_speakers(fields, about.speakers, before.get("speakers") or {})
    values = differing(before, values)
    removed = [name for name in about.speakers if fields[f"remove-{name}"]]
    new = _new_speakers(fields, about.speakers)

    def operation(project: Project) -> Change:
        old = plain(value_at(PATH, project.files.get(PATH, b""), (party,)))
        if not isinstance(old, dict):
            raise EditError(visit.say("This party is not there any more."))
        speakers = {
            name: {**person, **changed.get(name, {})}
            for name, person in (old.get("speakers") or {}).items()
            if name not in removed
        }
        return set_value(project, PATH, (party,), {**old, **values, "speakers": {**speakers, **new}})

    sentence = visit.say("Party: %(name)s", name=fields["name"])
    return save(
        fields,
        sentence,
        operation,
        lambda fields, status: _page(fields, status, party),
        lambda: visit.redirect("parties"),
    )


ROUTES = (
    Route("new-party", "/new/party", show_new),
    Route("new-party", "/new/party", add, "POST"),
    Route("party", "/parties/<party>", show),
    Route("party", "/parties/<party>", change, "POST"),
)


def _named_speaker(visit: Visit, number: int) -> dict[str, str]:
    """Return the first field of the row for a new speaker, if the address names one."""
    name = visit.request.args.get("speaker", "").strip()
    return {f"speaker-{number}-name": name} if name else {}


def _of_row(person: Mapping[str, Any], row: Mapping[str, str]) -> dict[str, Any]:
    """Return what a row says of a speaker; offices with dates stay as they are."""
    role = {} if "roles" in person else {"role": row["role"]}
    return {"name": row["name"], **role, "aliases": _aliases(row)}


def _changed_speakers(
    fields: Fields, known: Mapping[str, Any], before: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """Return what the form changes of the speakers that the party has, by identifier. `before` are their mappings in the file."""
    changed = {}
    for number, row in fields.rows("speaker", _SPEAKER):
        name = row["id"]
        if name not in known:
            continue
        if not row["name"]:
            fields.errors[f"speaker-{number}-name"] = fields.visit.say("This is needed.")
        person = before.get(name) or {}
        changed[name] = differing(person, _of_row(person, row))
    return changed


def _new_speakers(fields: Fields, taken: Mapping[str, Any] | tuple[()]) -> dict[str, dict[str, Any]]:
    """Return the speakers of the rows that are new, by identifier."""
    speakers: dict[str, dict[str, Any]] = {}
    for number, row in fields.rows("speaker", _SPEAKER):
        if row["id"] in taken:
            continue
        field = f"speaker-{number}-name"
        name = fields.text(field, required=True)
        speaker = fields.new_id(f"speaker-{number}-id", "speaker", [*taken, *speakers], name)
        if speaker:
            speakers[speaker] = {
                "name": name,
                "role": fields.text(f"speaker-{number}-role"),
                "aliases": _aliases(row),
            }
    return speakers


def _aliases(row: Mapping[str, str]) -> list[str]:
    return [alias.strip() for alias in row["aliases"].split(";") if alias.strip()]


def _page(fields: Fields, status: int = 200, party: str = "") -> Response:
    visit = fields.visit
    parties = visit.project.corpus.parties
    about = parties.get(party)
    known = list(about.speakers) if about else []
    return visit.page(
        "party.html.jinja",
        visit.say("Party: %(name)s", name=about.name) if about else visit.say("New party"),
        "parties",
        status=status,
        fields=fields,
        party=party,
        about=about,
        known=known,
        made=identifier(fields["name"]),
        rows=range(max(fields.count("speaker"), len(known) + (1 if about else _BLANK))),
        kinds=[(kind, visit.say(word)) for kind, word in KINDS.items()],
        others=[(name, other.label) for name, other in parties.items() if name != party],
        seen=seen(visit, PATH) if about else [],
        others_in_file=other_keys(visit, about, _KNOWN) if about else [],
        line_url=line_url(visit, about.location()) if about else "",
    )
