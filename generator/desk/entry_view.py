"""What the screen of a position shows beside its fields: answers to choose from, evidence, verdicts, errors, history, a preview."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from generator.analysis.basis import basis_of
from generator.analysis.history import Track
from generator.analysis.stances import Stance, answer, options, scale_stances, stance
from generator.content.model import (
    ABSENCES,
    NOT_FOUND,
    UNCLEAR,
    WITHDRAWN,
    Basis,
    Briefing,
    Evidence,
    Kind,
    PartialDate,
    Position,
)
from generator.content.model.attribution import date_of_words, speaker_id
from generator.content.strict_yaml import read_yaml
from generator.desk.entry_form import (
    AMOUNT_ANSWER,
    EACH_ANSWER,
    WITHDRAWN_ANSWER,
    EntryForm,
    field_of,
)
from generator.desk.evidence_form import (
    EvidenceForm,
)
from generator.desk.statements import statement_verdicts
from generator.desk.visit import Visit
from generator.diagnostics import Diagnostic
from generator.edit.yaml_edit import Steps
from generator.edit.yaml_edit.values import plain
from generator.evidence import Passage
from generator.evidence.matching import locate
from generator.evidence.row_words import row_words
from generator.location import Location, YamlList, YamlMap
from generator.speech.judgement import judge
from generator.speech.verdicts import Finding, Level, Verdict

_DECLINED = "declined"


@dataclass(frozen=True)
class Choice:
    """An answer to choose: the value of its field, and how readers see it."""

    value: str
    stance: Stance


@dataclass(frozen=True)
class Proposition:
    """A proposition of an issue with several: its identifier, its title and sentence, and the stances to choose from."""

    name: str
    title: str
    text: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Card:
    """Evidence as the form shows it. `passage` is None if the words were not found."""

    form: EvidenceForm
    owner: str
    title: str
    publisher: str
    language: str
    needs_translation: bool
    words: tuple[str, ...]
    passage: Passage | None
    date: PartialDate | None
    speaker: str
    source: str
    verdicts: tuple[Verdict, ...]

    @property
    def name(self) -> str:
        """Return the beginning of the names of its fields."""
        return f"{self.owner}.{self.form.name}"


def answers(
    briefing: Briefing, issue: str, chosen: str, *, has_position: bool
) -> tuple[list[Choice], list[Choice]]:
    """Return the answers on a position to choose from, and those that say that there is none.

    Over a position on record, finding nothing newer is no answer: only `declined` is one. What the file has is always offered.
    """
    about = briefing.about.issues[issue]
    on_record: list[Choice] = []
    if about.options:
        on_record = [Choice(f"option {each.code}", each) for each in options(about)]
    elif not about.unit and len(about.propositions) <= 1:
        on_record = [Choice(f"stance {each.code}", each) for each in scale_stances(briefing.scale_of(issue))]
    if len(about.propositions) <= 1:
        on_record.append(Choice(f"stance {UNCLEAR}", stance(briefing, issue, UNCLEAR)))
    absences = [_DECLINED] if has_position else list(ABSENCES)
    absent = [Choice(f"stance {code}", stance(briefing, issue, code)) for code in absences]
    if has_position or chosen == WITHDRAWN_ANSWER:
        absent.insert(0, Choice(WITHDRAWN_ANSWER, stance(briefing, issue, WITHDRAWN)))
    known = {"", AMOUNT_ANSWER, EACH_ANSWER, *(choice.value for choice in (*on_record, *absent))}
    if chosen not in known:
        on_record.append(Choice(chosen, stance(briefing, issue, chosen.partition(" ")[2])))
    return on_record, absent


def propositions(briefing: Briefing, issue: str, form: EntryForm) -> list[Proposition]:
    """Return the propositions of an issue with several, with the stances to choose from; nothing for other issues."""
    about = briefing.about.issues[issue]
    if len(about.propositions) <= 1:
        return []
    codes = [*(each.code for each in scale_stances(briefing.scale_of(issue))), UNCLEAR]
    found = []
    for name, item in about.propositions.items():
        chosen = form.texts.get(f"stance.{name}", "")
        every = dict.fromkeys([*codes, *([chosen] if chosen else [])])
        choices = tuple(Choice(code, stance(briefing, issue, code)) for code in every)
        found.append(Proposition(name, item.title or "", item.text, choices))
    return found


def has_position(track: Track, base: Mapping[str, Any] | None, stored: Position | None) -> bool:
    """Return whether a party has a position on record that an absence would hide: for an entry of the file, one before it."""
    entries = [*track.entries]
    if base is not None and stored in entries:
        entries = entries[: entries.index(stored) + (stored.absence is None)]
    newest = entries[-1] if entries else None
    return newest is not None and not newest.withdrawn and newest.absence is None


def cards(visit: Visit, briefing: Briefing, owner: str, form: EntryForm, party: str) -> list[Card]:
    """Return the evidence of the entry or of a claim; words that are not saved yet with what the check will say of them."""
    content = visit.examined.content
    found = []
    for each in form.evidence_list(owner) or ():
        item = each.evidence(content.corpus)
        source_id = each.selection.source.id if each.selection else str(each.base.get("source", ""))
        source = content.corpus.sources.get(source_id)
        passage = _passage(visit, item) if item else None
        language = source.about.language if source else visit.language.code
        speaker = (speaker_id(source, item) if item else None) or each.texts["speaker"]
        words = passage.texts if passage else _words(each)
        found.append(
            Card(
                form=each,
                owner=owner,
                title=source.about.title if source else source_id,
                publisher=(source.about.publisher or "") if source else "",
                language=language,
                needs_translation=language.split("-")[0] != content.language_of(briefing).split("-")[0],
                words=words,
                passage=passage,
                date=date_of_words(source, item) if item else None,
                speaker=next(
                    (
                        about.speakers[speaker].name
                        for about in content.corpus.parties.values()
                        if speaker in about.speakers
                    ),
                    speaker,
                ),
                source=source_id if source else "",
                verdicts=_verdicts(visit, each, form, party),
            )
        )
    return found


def _verdicts(visit: Visit, item: EvidenceForm, form: EntryForm, party: str) -> tuple[Verdict, ...]:
    """Return what an editor should look at before selected words are saved."""
    if item.selection is None:
        return ()
    found = judge(
        item.selection.source,
        visit.examined.content.corpus,
        item.selection.spans,
        kind=Kind(item.kind),
        party=party,
        speaker=item.texts["speaker"] or None,
        is_conditional=form.is_conditional,
    )
    return tuple(verdict for verdict in found if verdict.level is not Level.OK)


def _words(form: EvidenceForm) -> tuple[str, ...]:
    value = plain(form.base.get(form.kind) or next(iter(form.base.get(kind) for kind in form.base), ""))
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _passage(visit: Visit, evidence: Evidence) -> Passage | None:
    content = visit.examined.content
    source = content.corpus.sources.get(evidence.source)
    if source is None:
        return None
    found = content.passages.get(evidence.selector) or locate(source.article, evidence.selector)
    return found if isinstance(found, Passage) else None


def verdicts(visit: Visit, briefing: Briefing, party: str, form: EntryForm) -> tuple[Verdict, ...]:
    """Return what the check will say of the statement, the errors first."""
    text = form.texts["statement"].strip()
    if not text:
        return ()
    corpus = visit.examined.content.corpus
    evidence = [found for item in form.evidence if (found := item.evidence(corpus))]
    judged = statement_verdicts(visit.examined.content, briefing, party, text, evidence)
    order = [Level.ERROR, Level.CHECK, Level.OK]
    return tuple(sorted(judged, key=lambda each: order.index(each.level)))


@dataclass(frozen=True)
class Part:
    """A part of the statement in the preview: whether it is quoted, and whether evidence has it."""

    text: str
    is_quoted: bool = False
    is_wrong: bool = False


@dataclass(frozen=True)
class Preview:
    """The row and the statement as readers will see them."""

    answers: tuple[tuple[str, Stance], ...]
    row: tuple[str, ...]
    row_language: str
    counts: Mapping[str, int]
    basis: Basis | None
    statement: tuple[Part, ...]


def preview(
    visit: Visit, briefing: Briefing, party: str, issue: str, form: EntryForm, *, judged: Sequence[Verdict]
) -> Preview:
    """Return how the typed position will look; `judged` are the verdicts of its statement, which mark the quoted words."""
    corpus = visit.examined.content.corpus
    position = form.position(issue, corpus)
    passages = {item.selector: found for item in position.evidence if (found := _passage(visit, item))}
    row = row_words(position, passages, corpus.sources)
    about = briefing.about.issues[issue]
    titles = {name: item.title or item.text for name, item in about.propositions.items()}
    kinds = [item.kind.value for item in position.evidence]
    is_answered = bool(position.answers or position.withdrawn)
    return Preview(
        answers=tuple(
            (titles[question] if len(titles) > 1 else "", answer(briefing, issue, question, position))
            for question in about.questions
        )
        if is_answered
        else (),
        row=() if position.absence else (row.passage.texts if row else ()),
        row_language=corpus.sources[row.evidence.source].about.language if row else "",
        counts={kind: kinds.count(kind) for kind in dict.fromkeys(kinds)},
        basis=Basis(form.texts["basis"])
        if form.texts["basis"] in {each.value for each in Basis}
        else basis_of(corpus, party, position)
        if position.evidence
        else None,
        statement=tuple(_parts(form.texts["statement"].strip(), judged)),
    )


def _parts(text: str, found: Sequence[Verdict]) -> Iterator[Part]:
    places = sorted(
        (each.place, each.level is Level.ERROR)
        for each in found
        if each.place and each.finding is not Finding.MARK_ALONE
    )
    at = 0
    for place, is_wrong in places:
        if place.start >= at:
            yield Part(text[at : place.start])
            yield Part(text[slice(*place)], is_quoted=True, is_wrong=is_wrong)
            at = place.end
    yield Part(text[at:])


def suggested_date(visit: Visit, form: EntryForm) -> PartialDate | None:
    """Return the day of the newest words that support the position: that on which they were said, else that of their source.

    None if the position has the day of such words.
    """
    corpus = visit.examined.content.corpus
    dates = [
        date
        for form_item in form.evidence
        if form_item.texts["relation"] == "supports" and (item := form_item.evidence(corpus))
        if (date := date_of_words(corpus.sources.get(item.source), item))
    ]
    is_known = form.texts["as_of"].strip() in {str(date) for date in dates}
    return None if is_known else max(dates, default=None)


@dataclass(frozen=True)
class Problem:
    """A diagnostic at the field that it is about; the name is empty if it is about the whole entry."""

    field: str
    diagnostic: Diagnostic


def problems(
    diagnostics: Sequence[Diagnostic], path: str, raw: bytes | None, index: int | None, form: EntryForm
) -> list[Problem]:
    """Return diagnostics at their fields, those of other entries and files at none. `raw` is the file that they are about."""
    data = read_yaml(path, raw)[0] if raw is not None else None
    found = []
    for item in diagnostics:
        steps = steps_at(data, item.location) if data is not None and item.location.file == path else ()
        is_here = steps[:2] == ("positions", index)
        found.append(Problem(field_of(steps[2:], form) if is_here else "", item))
    return found


def steps_at(data: YamlMap | YamlList, location: Location) -> Steps:
    """Return the keys and numbers that lead to the innermost value that begins at or before a location."""
    steps: list[str | int] = []
    value: Any = data
    while isinstance(value, YamlMap | YamlList) and value:
        begins = [each for each in _begins(value) if each[0] <= (location.line, location.column)]
        if not begins:
            break
        step = max(begins, key=itemgetter(0))[1]
        steps.append(step)
        value = value[str(step)] if isinstance(value, YamlMap) else value[int(step)]
    return tuple(steps)


def _begins(value: YamlMap | YamlList) -> Iterator[tuple[tuple[int, int], str | int]]:
    """Yield the line and column at which each entry of a mapping or list begins, with its key or number."""
    keys: Iterable[str | int] = value if isinstance(value, YamlMap) else range(len(value))
    for key in keys:
        place = (
            value.key_location(str(key)) if isinstance(value, YamlMap) else next(value.item_lines(int(key)))
        )
        yield (place.line, place.column), key


NOTHING_FOUND = f"stance {NOT_FOUND}"
