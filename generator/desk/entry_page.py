"""The page with the form of a position: everything that its template shows."""

from collections.abc import Sequence
from typing import Any

from werkzeug.wrappers import Response

from generator.analysis.stances import Stance, answer
from generator.content.model import Basis, Corpus, PartialDate, Position, Relation
from generator.content.model.positions import LONGEST_ROW
from generator.desk.addresses import line_url, source_url
from generator.desk.cells import offered_day, stance_word
from generator.desk.entry_answers import answers, propositions
from generator.desk.entry_evidence import cards, suggested_date, verdicts
from generator.desk.entry_form import AMOUNT_ANSWER, CLAIMS, EACH_ANSWER, EntryForm
from generator.desk.entry_preview import preview
from generator.desk.entry_problems import Problem, problems
from generator.desk.evidence_form import EVIDENCE, evidence_fields
from generator.desk.open_entry import Open, Place, has_position_before, title
from generator.desk.verdicts import label, level, sentence
from generator.desk.visit import Visit
from generator.diagnostics import Diagnostic, Severity
from generator.language import N_
from generator.site.pages import links
from generator.site.pages.labels import LABELS


def page(
    opened: Open,
    refused: list[tuple[str, str]] | None = None,
    *,
    found: list[Problem] | None = None,
    message: str = "",
    saved: int | None = None,
    status: int = 200,
) -> Response:
    """Return the page with a form.

    `refused` are answers that are not offered, as (field, words); `found` is what the check said of it, else of the entry in the file;
    `saved` is the number of the step that was just written, 0 if nothing changed.
    """
    visit = opened.place.visit
    if found is None:
        found = _present_problems(opened) if opened.index is not None else []
    return visit.page(
        "position.html.jinja",
        title(opened.place),
        "table",
        status=status,
        message=message,
        refused=dict(refused or ()),
        saved=saved is not None,
        step=next((step.number for step in visit.workspace.steps if step.number == saved), 0),
        **_cell_values(opened.place),
        **_entry_values(opened),
        **_form_values(opened),
        **_problem_values(found),
        **_words(visit),
    )


def _cell_values(place: Place) -> dict[str, Any]:
    """Return what the template shows of the cell, whichever entry is open."""
    visit = place.visit
    return {
        "place": place,
        "briefing": place.briefing,
        "about": place.briefing.about.issues[place.issue],
        "briefing_language": visit.examined.content.language_of(place.briefing),
        "offered": PartialDate.parse(offered_day(visit, place.slug)),
        "preview_url": _preview_url(place),
        "speakers": _speakers(place),
        "sources": _sources(place),
    }


def _entry_values(opened: Open) -> dict[str, Any]:
    """Return what the template shows of the entry in the file and of the others in its cell."""
    place, form = opened.place, opened.form
    is_held = has_position_before(opened)
    on_record, absent = answers(place.briefing, place.issue, form.answer, has_position=is_held)
    return {
        "opened": opened,
        "entry": "" if opened.index is None else opened.index,
        "is_draft": (form.base or {}).get("draft") == "true",
        "seen": f"{opened.version} {place.path}",
        "has_position": is_held,
        "on_record": on_record,
        "absent": absent,
        "propositions": propositions(place.briefing, place.issue, form),
        "history": _history(opened),
        "other_keys": _other_keys(opened),
        "file_line": _file_line(opened),
    }


def _form_values(opened: Open) -> dict[str, Any]:
    """Return what the template shows of the values in the form."""
    place, form, visit = opened.place, opened.form, opened.place.visit
    owners = [EVIDENCE, *(f"{key}.{claim.name}.{EVIDENCE}" for key in CLAIMS for claim in form.claims[key])]
    judged = verdicts(visit, place.briefing, place.party, form)
    return {
        "form": form,
        "evidence": {owner: cards(visit, place.briefing, owner, form, place.party) for owner in owners},
        "evidence_fields": evidence_fields,
        "statement_verdicts": judged,
        "preview": preview(visit, place.briefing, place.party, place.issue, form, judged=judged),
        "suggested": suggested_date(visit, form),
        "other_choices": _other_choices(form),
        "longest_row": LONGEST_ROW,
        "row_length": sum(map(len, form.texts["row_text"].split("\n"))),
    }


def _problem_values(found: Sequence[Problem]) -> dict[str, Any]:
    """Return the errors and warnings, all together and by field."""
    at: dict[str, list[Diagnostic]] = {}
    for problem in found:
        at.setdefault(problem.field, []).append(problem.diagnostic)
    return {
        "problems": found,
        "problem_count": sum(item.diagnostic.severity is Severity.ERROR for item in found),
        "at": at,
        "open_at": lambda name: any(field.startswith(f"{name}.") for field in at),
    }


def _words(visit: Visit) -> dict[str, Any]:
    """Return the words for values and verdicts, and the values to choose from."""
    corpus = visit.examined.content.corpus
    return {
        "word": lambda stance: stance_word(visit, stance),
        "meaning": lambda stance: _meaning(visit, stance),
        "verdict_level": lambda verdict: level(verdict, visit.language),
        "verdict_sentence": lambda verdict: sentence(verdict, visit.language),
        "offer_label": lambda offer: label(offer, visit.language),
        "cite_value": lambda offer: _cite_value(corpus, offer),
        "source_url": lambda source: source_url(visit, source),
        "relations": {each.value: _relation(each) for each in Relation},
        "kinds": LABELS.kinds,
        "kind_counts": LABELS.kind_counts,
        "bases": [(each.value, LABELS.bases[each.value]) for each in Basis],
        "basis_words": LABELS.bases,
        "claim_keys": CLAIMS,
        "claim_names": LABELS.claims,
        "claim_word": LABELS.claim,
        "amount_answer": AMOUNT_ANSWER,
        "each_answer": EACH_ANSWER,
    }


def _present_problems(opened: Open) -> list[Problem]:
    """Return what the check says of the entry as it is in the file."""
    place = opened.place
    own = [item for item in place.visit.examined.errors_and_warnings if item.location.file == place.path]
    raw = place.visit.project.files.get(place.path)
    found = problems(own, place.path, raw, opened.index, opened.form)
    begin = place.entries[opened.index or 0].location().line if opened.index is not None else 0
    ends = [entry.location().line for entry in place.entries if entry.location().line > begin]
    end = min(ends, default=1 << 30)
    return [item for item in found if begin <= item.diagnostic.location.line < end]


def _cite_value(corpus: Corpus, offer: Any) -> str:
    (span,) = offer.spans
    return f"{offer.source} {span.start}-{span.end} {corpus.sources[offer.source].article.text[slice(*span)]}"


def _meaning(visit: Visit, stance: Stance) -> str:
    """Return what a stance means, in a sentence; empty if its briefing does not say. The words of an option are never translated."""
    return visit.say(stance.definition) if stance.definition and not stance.named else stance.definition


def _speakers(place: Place) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return the speakers to choose from: the own party first, each as (identifier, label, speakers)."""
    parties = sorted(place.corpus.parties.items(), key=lambda item: item[0] != place.party)
    return [
        (name, about.label, [(speaker, person.name) for speaker, person in about.speakers.items()])
        for name, about in parties
        if about.speakers
    ]


def _relation(relation: Relation) -> str:
    return (
        N_("Supports the statement")
        if relation is Relation.SUPPORTS
        else str(LABELS.relations[relation.value])
    )


def _preview_url(place: Place) -> str:
    preview_address = place.visit.settings.preview
    if not preview_address:
        return ""
    return preview_address + links.folder(links.issue_page(place.slug, place.issue))


def _other_choices(form: EntryForm) -> dict[str, str]:
    """Return values of the file that no list of the form has, by field: an editor chooses another one."""
    basis = form.texts["basis"]
    return {} if basis in {"", *(each.value for each in Basis)} else {"basis": basis}


def _history(opened: Open) -> list[tuple[int, Position, list[Any]]]:
    place = opened.place
    questions = place.briefing.about.issues[place.issue].questions
    return [
        (
            number,
            place.entries[number],
            [answer(place.briefing, place.issue, question, place.entries[number]) for question in questions],
        )
        for number in place.own
    ]


def _sources(place: Place) -> list[tuple[str, str]]:
    """Return the texts to select words in, the newest first: (identifier, label)."""
    if not place.visit.has("read"):
        return []
    found = sorted(
        place.corpus.sources.items(),
        key=lambda item: str(item[1].about.published or item[1].about.retrieved or ""),
        reverse=True,
    )
    return [(name, source.about.title) for name, source in found]


def _other_keys(opened: Open) -> list[tuple[str, str]]:
    """Return the keys without a field, each with the address of its line."""
    place = opened.place
    if opened.index is None or opened.index >= len(place.entries):
        return []
    entry = place.entries[opened.index]
    return [(key, line_url(place.visit, entry.location(key))) for key in opened.form.other_keys]


def _file_line(opened: Open) -> str:
    place = opened.place
    if opened.index is None or opened.index >= len(place.entries):
        return ""
    return line_url(place.visit, place.entries[opened.index].location())
