"""The values of the template of the panel: verdicts with their offers, choices, and where the selected words can go."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.content.model import Source
from generator.content.text_parts import TextPart
from generator.desk.cells import stance_word
from generator.desk.panel import CLAIMS, NEW, Panel, kind_reason, offered_values, without_last_part
from generator.desk.verdicts import LEVELS, label, sentence
from generator.desk.visit import Visit
from generator.evidence import Span
from generator.site.pages.labels import LABELS
from generator.site.pages.places import place_in_words, place_of_paragraph
from generator.speech.suggestion import Known
from generator.speech.verdicts import Level, Verdict

_MOST_LEFT = 3  # forms of positions that were left for a text


def panel_context(visit: Visit, panel: Panel, message: str) -> dict[str, Any]:
    """Return what the template of the panel needs."""
    corpus = visit.examined.content.corpus
    source = panel.selection.source
    spans = panel.selection.spans
    paragraph = source.article.paragraph_at(spans[0].start).number if spans else 0
    part = part_of(source, spans, 1)
    parties = panel.briefing.about.parties if panel.briefing else ()
    newest, stances = panel.newest
    return {
        "panel": panel,
        "message": message,
        "source_id": source.id,
        "language": source.about.language,
        "selection_part": part.number,
        "paragraph": paragraph,
        "its_place": place_of(visit, source, paragraph) if paragraph else "",
        "levels": LEVELS,
        "sentence": lambda verdict: sentence(verdict, visit.language),
        "offers": lambda verdict: _offers(visit, panel, verdict),
        "parties": [(name, corpus.parties[name].label) for name in parties if name in corpus.parties],
        "labels_of": {name: party.label for name, party in corpus.parties.items()},
        "mentioned": list(_mentioned(visit, panel)),
        "speakers": _speakers(visit, panel.party),
        "known": panel.suggestion.speaker.known if panel.suggestion else None,
        "Known": Known,
        "kind_reason": kind_reason(panel),
        "kinds": LABELS.kind_counts,
        "claims": CLAIMS,
        "new": NEW,
        "newest": newest,
        "stances": [(stance, stance_word(visit, stance)) for stance in stances],
        "take_back_url": visit.url("read", source=source.id, part=part.number, **without_last_part(panel)),
        "own_url": visit.url("read", source=source.id, **panel.values),
        "write_url": _write_url(visit, panel),
        "left_forms": list(_left_forms(visit, panel)),
        "seen_version": visit.workspace.version(visit.project.files.get(panel.seen)) if panel.seen else "",
    }


def _offers(visit: Visit, panel: Panel, verdict: Verdict) -> list[tuple[str, str]]:
    """Return the words and the address of each way out of a verdict."""
    source = panel.selection.source.id
    return [
        (label(offer, visit.language), visit.url("read", source=source, **offered_values(panel, offer)))
        for offer in verdict.offers
    ]


def _mentioned(visit: Visit, panel: Panel) -> Iterator[tuple[str, str]]:
    """Yield the label of each party near the words and the address that chooses it; nothing once a party is chosen."""
    if panel.party or panel.suggestion is None or panel.briefing is None:
        return
    parties = visit.examined.content.corpus.parties
    for name in panel.suggestion.mentioned:
        if name in panel.briefing.about.parties and name in parties:
            values = {**panel.values, "party": name}
            yield parties[name].label, visit.url("read", source=panel.selection.source.id, **values)


def _speakers(visit: Visit, party: str) -> list[tuple[str, str, str]]:
    """Return the speakers who can say the words, each with the label of its party: of the party and the members of a bloc, or of all."""
    parties = visit.examined.content.corpus.parties
    members = [name for name, about in parties.items() if party in about.part_of]
    return [
        (name, speaker.name, about.label)
        for about in (parties[each] for each in ((party, *members) if party in parties else parties))
        for name, speaker in about.speakers.items()
    ]


def _write_url(visit: Visit, panel: Panel) -> str:
    """Return the address that begins a position with the words; empty if it is not known whose, or the words cannot be evidence."""
    if not (visit.has("position") and panel.goes == NEW and panel.can_be_saved):
        return ""
    values = panel.selection.values()
    return visit.url("position", slug=panel.slug, party=panel.party, issue=panel.issue, new=1, **values)


def _left_forms(visit: Visit, panel: Panel) -> Iterator[tuple[str, str]]:
    """Yield the words for each position whose form was left for a text, and the address that adds the selected words to it."""
    if any(verdict.level is Level.ERROR for verdict in panel.verdicts):
        return
    values = panel.selection.values() if panel.selection.spans else {}
    for left in visit.workspace.forms.newest(_MOST_LEFT):
        cell = {"slug": left.slug, "party": left.party, "issue": left.issue}
        yield left.title, visit.url("position", **cell, **values, form=left.name)


def part_of(source: Source, spans: Sequence[Span], number: int) -> TextPart:
    """Return the part that has the selected words, else the one with a number."""
    article = source.article
    if spans:
        return article.part_of(article.paragraph_at(spans[0].start).number)
    return article.parts[max(1, min(number, len(article.parts))) - 1]


def place_of(visit: Visit, source: Source, number: int) -> str:
    """Return the page and the time of a paragraph in words."""
    return place_in_words(visit.language, place_of_paragraph(source, number))
