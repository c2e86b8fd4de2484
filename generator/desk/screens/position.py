"""One entry of a party on an issue: its answer, date, statement, claims and evidence, checked while it is typed."""

from dataclasses import replace
from typing import Any

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from generator.content.model import WITHDRAWN, Kind, Relation
from generator.desk.addresses import line_url
from generator.desk.entry_evidence import suggested_date
from generator.desk.entry_form import (
    AMOUNT_ANSWER,
    CLAIMS,
    EACH_ANSWER,
    ClaimForm,
    EntryForm,
    sent_form,
    stored_form,
)
from generator.desk.entry_page import page
from generator.desk.evidence_form import (
    EVIDENCE,
    EvidenceForm,
    copy_of,
    free_name,
    selected_form,
    shown_evidence,
)
from generator.desk.guard import TOKEN_FIELD
from generator.desk.kept_forms import KeptForm
from generator.desk.open_entry import Open, Place, cell_words, title
from generator.desk.screens.position_save import save
from generator.desk.selection import Selection, read_selection
from generator.desk.visit import Route, Visit
from generator.edit import fields
from generator.edit.entry import found_again
from generator.edit.error import EditError
from generator.edit.positions import Entry, remove_entry
from generator.edit.project import Change, Project
from generator.edit.yaml_edit.values import plain
from generator.location import Location
from generator.speech.suggestion import likely

DO, TAKE, CITE, FORM, UNDO = "do", "take", "cite", "form", "undo"
"""The names of fields: change the form, take an offered statement, add words as evidence, a form that was left for a text, undo a step."""


def show(visit: Visit, slug: str, party: str, issue: str) -> Response:
    """Show the newest entry, an older one, or an empty form."""
    place = Place(visit, slug, party, issue)
    _ = place.briefing
    asked = visit.request.args
    if place.path in visit.project.files and not place.briefing.positions.get(party):
        return redirect(line_url(visit, Location(place.path)), 303, Response)  # its errors come first
    selection = read_selection(asked, place.corpus) if asked.get("source") and asked.get("spans") else None
    if asked.get(FORM):
        return _come_back(place, asked[FORM], selection)
    is_new = bool(selection) or asked.get("new") == "1" or not place.own
    index = None if is_new else asked.get("entry", type=int, default=_newest(place))
    if index is not None and index not in place.own:
        raise NotFound
    opened = _stored(place, index)
    if index is None:
        _begin(place, opened.form, selection, asked.get("answer", ""))
    return page(opened, saved=asked.get("saved", type=int))


def send(visit: Visit, slug: str, party: str, issue: str) -> Response:
    """Change the form, show what it would write, or save it; or take back what it wrote."""
    place = Place(visit, slug, party, issue)
    _ = place.briefing
    sent = visit.request.form
    if UNDO in sent:
        visit.workspace.undo(sent.get(UNDO, type=int, default=0))
        return redirect(place.url(), 303, Response)
    opened = _sent(place, sent)
    action, _, rest = sent.get(DO, "").partition(" ")
    match action:
        case "read":
            return _leave(place, sent, rest)
        case "delete":
            return _delete(opened)
        case "" if TAKE not in sent and CITE not in sent:
            return save(opened)
    if TAKE in sent:
        opened.form.texts["statement"] = visit.form(TAKE)
    if CITE in sent:
        source, _, more = sent[CITE].partition(" ")
        spans, _, words = more.partition(" ")
        values = MultiDict([("source", source), ("spans", spans), ("words", words)])
        _add(place, opened.form, EVIDENCE, read_selection(values, place.corpus))
    _arrange(opened.form, action, rest.split(" "), sent)
    return page(opened)


ROUTES = (
    Route("position", "/briefings/<slug>/positions/<party>/<issue>", show),
    Route("position", "/briefings/<slug>/positions/<party>/<issue>", send, "POST"),
)


def _newest(place: Place) -> int | None:
    """Return the number of the entry that counts now."""
    newest = (
        place.visit.examined.content.analysis.briefings[place.slug].tracks[place.party, place.issue].newest
    )
    return next((number for number in place.own if place.entries[number] is newest), place.own[0])


def _stored(place: Place, index: int | None) -> Open:
    raw = place.visit.project.files.get(place.path)
    base = None
    if index is not None and raw is not None:
        base = plain(fields.value_at(place.path, raw, ("positions", index)))
    version = place.version()
    return Open(place, index, version, stored_form(base), version)


def _sent(place: Place, sent: MultiDict[str, str]) -> Open:
    """Return the form as it was sent, on the version of the file that it was made from."""
    index = sent.get("entry", type=int)
    if index is not None and index < 0:
        raise NotFound
    seen = [text.partition(" ") for text in sent.getlist("seen")]
    version = next((version for version, _, path in seen if path == place.path), "")
    base = None
    if index is not None:
        # After a conflict, the form is sent again for the file as it is now: what it was made from stays the same.
        raw = place.visit.workspace.content(sent.get("made", version))
        if raw is None:
            raise EditError(
                place.visit.say(
                    "The file has changed since you opened this form, and the version that you saw is not kept any more. "
                    "Nothing was written. Open the position again, and copy what you wrote into it."
                )
            )
        base = plain(fields.value_at(place.path, raw, ("positions", index)))
        if not isinstance(base, dict) or base.get("issue") != place.issue:
            raise NotFound
    return Open(
        place,
        index,
        version,
        sent_form(base, sent, place.corpus),
        sent.get("made", version),
        sent.get(FORM, ""),
    )


def _begin(place: Place, form: EntryForm, selection: Selection | None, chosen: str) -> None:
    """Fill a new form with what is known: the words that were selected, their day, and the answer that was asked for."""
    about = place.briefing.about.issues[place.issue]
    if len(about.propositions) > 1:
        form.texts["answer"] = EACH_ANSWER
    elif about.unit:
        form.texts["answer"] = AMOUNT_ANSWER
    if chosen == WITHDRAWN:
        form.texts["answer"] = chosen
    if selection:
        _add(place, form, EVIDENCE, selection)


def _add(place: Place, form: EntryForm, owner: str, selection: Selection) -> None:
    """Add selected words as evidence. What the editor did not say of them, their place in the text says if it is certain."""
    evidence = form.evidence_list(owner)
    if evidence is None or not selection.spans:
        return
    found = likely(selection.source, place.corpus, selection.spans)
    added = selected_form(free_name([item.name for item in evidence]), selection)
    if selection.kind is None:
        added.texts["kind"] = found.kind.value
        if found.kind is Kind.QUOTE and not selection.speaker and not selection.source.voices:
            added.texts["speaker"] = found.speaker.speaker or ""
    evidence.append(added)
    was_absent = stored_form(form.base).is_absence
    if owner == EVIDENCE and (form.base is None or was_absent) and not form.texts["as_of"]:
        form.texts["as_of"] = str(suggested_date(place.visit, form) or "")


def _arrange(form: EntryForm, action: str, words: list[str], sent: MultiDict[str, str]) -> None:
    """Move, remove or add evidence or a claim in the form. What is not there any more stays as it is."""
    owner, name = [*words, "", ""][:2]
    items: list[Any] | None = form.claims[owner] if owner in CLAIMS else form.evidence_list(owner)
    if items is None:
        return
    if action == "add" and owner in CLAIMS:
        items.append(ClaimForm(free_name([item.name for item in items]), {}, "", []))
    elif action == "copy":
        _copy(form, items, sent.get(f"{owner}.copy", ""))
    at = next((number for number, item in enumerate(items) if item.name == name), None)
    if at is None:
        return
    if action == "remove":
        del items[at]
    elif action in {"up", "down"}:
        other = at + (1 if action == "down" else -1)
        if 0 <= other < len(items):
            items[at], items[other] = items[other], items[at]


def _copy(form: EntryForm, evidence: list[EvidenceForm], name: str) -> None:
    """Add evidence of the entry to a claim."""
    original = next((item for item in form.evidence if item.name == name), None)
    if original is None:
        return
    if original.selection:
        copied = EvidenceForm(
            free_name([item.name for item in evidence]), {}, original.selection, dict(original.texts)
        )
    else:
        base = copy_of(original.base)
        copied = EvidenceForm(f"c{original.name}", base, None, shown_evidence(base))
    copied.texts |= {"relation": Relation.SUPPORTS.value, "why": ""}
    if copied.name not in {item.name for item in evidence}:
        evidence.append(copied)


def _leave(place: Place, sent: MultiDict[str, str], owner: str) -> Response:
    """Keep the form, and go to a text to select words in it."""
    source = sent.get("text", "")
    if source not in place.corpus.sources or not place.visit.has("read"):
        raise NotFound
    forms = place.visit.workspace.forms
    name = sent.get(FORM) or forms.new_name()
    fields_ = MultiDict([pair for pair in sent.items(multi=True) if pair[0] not in {TOKEN_FIELD, DO, FORM}])
    forms.keep(KeptForm(name, place.slug, place.party, place.issue, title(place), fields_, owner))
    return place.visit.redirect(
        "read", source=source, briefing=place.slug, party=place.party, issue=place.issue
    )


def _come_back(place: Place, name: str, selection: Selection | None) -> Response:
    """Show a form that was left for a text, with the words that were selected there."""
    kept = place.visit.workspace.forms.find(name)
    if kept is None or (kept.slug, kept.party, kept.issue) != (place.slug, place.party, place.issue):
        message = "The form that you left is not kept any more. What you saved is in the file. Open the position from the table."
        raise EditError(place.visit.say(message))
    opened = replace(_sent(place, kept.fields), kept=name)
    if selection:
        _add(place, opened.form, kept.owner, selection)
    return page(opened)


def _delete(opened: Open) -> Response:
    place, visit = opened.place, opened.place.visit
    if opened.index is None:
        raise NotFound
    entry = Entry(place.slug, place.party, place.issue, opened.index)
    sentence = visit.say("%(cell)s: entry removed", cell=cell_words(place))
    seen = opened.form.base or {}

    def operation(project: Project) -> Change:
        return remove_entry(project, found_again(project, entry, seen))

    visit.workspace.save(sentence, operation, {place.path: opened.version})
    visit.workspace.forms.drop(opened.kept)
    return visit.redirect("briefing", slug=place.slug)
