"""The evidence of a position as its form shows it, and what follows from it: verdicts on the statement, and a day."""

from dataclasses import dataclass

from generator.content.model import Briefing, Evidence, Kind, PartialDate
from generator.content.model.attribution import date_of_words, speaker_id
from generator.desk.entry_form import EntryForm
from generator.desk.evidence_form import EvidenceForm
from generator.desk.statements import statement_verdicts
from generator.desk.visit import Visit
from generator.edit.yaml_edit.values import plain
from generator.evidence import Passage
from generator.evidence.matching import locate
from generator.speech.judgement import judge
from generator.speech.verdicts import Level, Verdict


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


def cards(visit: Visit, briefing: Briefing, owner: str, form: EntryForm, party: str) -> list[Card]:
    """Return the evidence of the entry or of a claim; words that are not saved yet with what the check will say of them."""
    content = visit.examined.content
    found = []
    for each in form.evidence_list(owner) or ():
        item = each.evidence(content.corpus)
        source_id = each.selection.source.id if each.selection else str(each.base.get("source", ""))
        source = content.corpus.sources.get(source_id)
        passage = passage_of(visit, item) if item else None
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


def passage_of(visit: Visit, evidence: Evidence) -> Passage | None:
    """Return where the words of evidence are in its source; None if they are not found."""
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
