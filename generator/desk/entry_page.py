"""The page with the form of a position: the cell that it is about, what was opened, and everything that the template shows."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from generator.analysis.stances import Stance, answer
from generator.content.model import (
    ABSENCES,
    Basis,
    Briefing,
    Corpus,
    PartialDate,
    Position,
    Relation,
)
from generator.content.model.positions import LONGEST_ROW
from generator.content.paths import position_path
from generator.desk.addresses import line_url, source_url
from generator.desk.cells import offered_day, stance_word
from generator.desk.entry_form import (
    AMOUNT_ANSWER,
    CLAIMS,
    EACH_ANSWER,
    EntryForm,
)
from generator.desk.entry_view import (
    NOTHING_FOUND,
    Problem,
    answers,
    cards,
    has_position,
    preview,
    problems,
    propositions,
    suggested_date,
    verdicts,
)
from generator.desk.evidence_form import (
    EVIDENCE,
    evidence_fields,
)
from generator.desk.verdicts import label, level, sentence
from generator.desk.visit import Visit
from generator.diagnostics import Severity
from generator.language import N_
from generator.site.pages import links
from generator.site.pages.labels import LABELS


@dataclass(frozen=True, eq=False)
class Place:
    """The cell of the table that a request is about."""

    visit: Visit
    slug: str
    party: str
    issue: str

    @cached_property
    def briefing(self) -> Briefing:
        """Return its briefing. Raise NotFound if there is no such cell."""
        found = self.corpus.briefings.get(self.slug)
        if found is None or self.party not in found.about.parties or self.issue not in found.about.issues:
            raise NotFound
        return found

    @property
    def corpus(self) -> Corpus:
        """Return everything that could be read."""
        return self.visit.examined.content.corpus

    @property
    def path(self) -> str:
        """Return the path of the file of the party."""
        return position_path(self.slug, self.party)

    @property
    def entries(self) -> tuple[Position, ...]:
        """Return all entries of the file, in its order."""
        file = self.briefing.positions.get(self.party)
        return file.positions if file else ()

    @cached_property
    def own(self) -> list[int]:
        """Return the numbers of the entries on this issue, the newest first."""
        unknown = PartialDate(0)
        numbers = [number for number, entry in enumerate(self.entries) if entry.issue == self.issue]
        return sorted(
            numbers, key=lambda number: (self.entries[number].date or unknown, number), reverse=True
        )

    def url(self, **values: Any) -> str:
        """Return the address of this screen."""
        return self.visit.url("position", slug=self.slug, party=self.party, issue=self.issue, **values)

    def version(self) -> str:
        """Return the version of the file for a form."""
        return self.visit.workspace.version(self.visit.project.files.get(self.path))


@dataclass(frozen=True, eq=False)
class Open:
    """A form that is open, and its entry's number in the file; None for a new one.

    `made` is the version of the file that it was made from, `version` the one that the editor saw last: in a conflict, a newer one.
    `kept` names the form among those that were left for a text.
    """

    place: Place
    index: int | None
    version: str
    form: EntryForm
    made: str
    kept: str = ""


def title(place: Place) -> str:
    """Return the words for a position: the party and the issue."""
    party = place.corpus.parties.get(place.party)
    issue = place.briefing.about.issues[place.issue].title
    return place.visit.say("%(party)s on %(issue)s", party=party.label if party else place.party, issue=issue)


def has_position_before(opened: Open) -> bool:
    """Return whether the party has a position on record that an absence in this entry would hide."""
    place = opened.place
    track = place.visit.examined.content.analysis.briefings[place.slug].tracks[place.party, place.issue]
    stored = None
    if opened.index is not None and opened.index < len(place.entries):
        stored = place.entries[opened.index]
    return has_position(track, opened.form.base, stored)


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
    place, form, visit = opened.place, opened.form, opened.place.visit
    briefing, corpus = place.briefing, place.corpus
    about = briefing.about.issues[place.issue]
    on_record, absent = answers(briefing, place.issue, form.answer, has_position=has_position_before(opened))
    if found is None:
        found = _present_problems(opened) if opened.index is not None else []
    at: dict[str, list[Any]] = {}
    for problem in found:
        at.setdefault(problem.field, []).append(problem.diagnostic)
    party = corpus.parties.get(place.party)
    owners = [EVIDENCE, *(f"{key}.{claim.name}.{EVIDENCE}" for key in CLAIMS for claim in form.claims[key])]
    evidence = {owner: cards(visit, briefing, owner, form, place.party) for owner in owners}
    suggested = suggested_date(visit, form)
    judged = verdicts(visit, briefing, place.party, form)
    return visit.page(
        "position.html.jinja",
        title(place),
        "table",
        status=status,
        place=place,
        briefing=briefing,
        about=about,
        party=party,
        form=form,
        opened=opened,
        entry="" if opened.index is None else opened.index,
        is_draft=(form.base or {}).get("draft") == "true",
        seen=f"{opened.version} {place.path}",
        on_record=on_record,
        absent=absent,
        propositions=propositions(briefing, place.issue, form),
        has_position=has_position_before(opened),
        word=lambda stance: stance_word(visit, stance),
        meaning=lambda stance: _meaning(visit, stance),
        statement_verdicts=judged,
        verdict_level=lambda verdict: level(verdict, visit.language),
        verdict_sentence=lambda verdict: sentence(verdict, visit.language),
        offer_label=lambda offer: label(offer, visit.language),
        cite_value=lambda offer: _cite_value(corpus, offer),
        evidence=evidence,
        evidence_fields=evidence_fields,
        speakers=_speakers(place),
        relations={each.value: _relation(each) for each in Relation},
        kinds=LABELS.kinds,
        bases=[(each.value, LABELS.bases[each.value]) for each in Basis],
        other_choices=_other_choices(form),
        kind_counts=LABELS.kind_counts,
        claim_names=LABELS.claims,
        claim_word=LABELS.claim,
        claim_keys=CLAIMS,
        basis_words=LABELS.bases,
        briefing_language=visit.examined.content.language_of(briefing),
        open_at=lambda name: any(field.startswith(f"{name}.") for field in at),
        preview=preview(visit, briefing, place.party, place.issue, form, judged=judged),
        preview_url=_preview_url(place),
        suggested=suggested,
        offered=PartialDate.parse(offered_day(visit, place.slug)),
        longest_row=LONGEST_ROW,
        row_length=sum(map(len, form.texts["row_text"].split("\n"))),
        history=_history(opened),
        problems=found,
        problem_count=sum(item.diagnostic.severity is Severity.ERROR for item in found),
        at=at,
        refused=dict(refused or ()),
        message=message,
        saved=saved is not None,
        step=next((step.number for step in visit.workspace.steps if step.number == saved), 0),
        source_url=lambda source: source_url(visit, source),
        sources=_sources(place),
        other_keys=_other_keys(opened),
        file_line=_file_line(opened),
        nothing_found=NOTHING_FOUND,
        absences=ABSENCES,
        amount_answer=AMOUNT_ANSWER,
        each_answer=EACH_ANSWER,
    )


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
