"""A briefing as data: its questions, all positions with their dates, and each passage with its place in its source.

`format` grows by one with each change that programs must know of. Dates are as precise as known: `2025-12-02`, `2025-12` or
`2025`. Offsets count code points of the stored text, whose SHA-256 is with its source. Unknown values are left out; an empty
list means that there are none. Segments of a source that is withheld have no text, and no `row_text` has its words. An issue has `propositions`, `options` or a
`unit`; a position on it has `stances` by proposition, or an `option` or an `amount`, else a `stance` that says why it has none. The `place` of a passage
has its page, its clause, and the `time` at which it begins in a recording; `after` is an earlier time, if that one is not known.

Several positions often cite the same words. So each passage stands once, under `passages`: its source, its words and its sentences. Evidence
names it there by its `passage`.
"""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from generator.analysis.basis import basis_of
from generator.analysis.history import Track
from generator.content.model import Claim, Evidence, Position, ScaleLevel
from generator.evidence import Passage, row_words
from generator.site.exports.export import Export
from generator.site.pages import links
from generator.site.pages.cite import BRIEFING_JSON
from generator.site.pages.labels import LABELS
from generator.site.pages.page import Target
from generator.site.pages.places import place_of
from generator.site.pages.sentence_context import sentence_text
from generator.site.pages.views import Views
from generator.site.parts import parts
from generator.site.site import Site

FORMAT = 4
_OF_PASSAGE = ("source", "paragraph", "segments", "sentence", "page")
"""The keys of evidence that are the same wherever its passage is cited."""

Value = dict[str, Any]


def exports(site: Site) -> Iterator[Export]:
    """Yield a file for each briefing."""
    for slug, briefing in site.corpus.briefings.items():
        path = links.folder(links.briefing_page(slug)) + BRIEFING_JSON
        yield Export(path, partial(_file, Views(site, briefing)), parts(briefings=[slug]))


def _file(views: Views) -> bytes:
    passages: dict[str, Value] = {}
    data = _with_passages_once(briefing_data(views), passages)
    return f"{to_json(data | {'passages': passages})}\n".encode()


def _with_passages_once(value: Any, passages: dict[str, Value]) -> Any:
    """Return a value of the export without what evidence says about its passage, which is added to `passages`."""
    if isinstance(value, list):
        return [_with_passages_once(item, passages) for item in value]
    if not isinstance(value, dict):
        return value
    if "passage" in value:
        passages[value["passage"]] = {key: value[key] for key in _OF_PASSAGE if key in value}
        return {key: item for key, item in value.items() if key not in _OF_PASSAGE}
    return {key: _with_passages_once(item, passages) for key, item in value.items()}


def to_json(data: Value) -> str:
    """Return data of a briefing as JSON; dates and enumerations are written as text."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)


def briefing_data(views: Views) -> Value:
    """Return a briefing as values for `to_json`, in which each piece of evidence has its passage."""
    corpus, about = views.site.corpus, views.about
    return _known(
        format=FORMAT,
        id=views.briefing.slug,
        page=_url(views, links.briefing_page(views.briefing.slug)),
        language=views.language.code,
        **_fields(about, "title", "question", "status", "as_of", "reviewed_on", "tags"),
        scale=_scale(about.scale),
        parties=[{"id": party} | _fields(corpus.parties[party], "name", "kind") for party in about.parties],
        issues=list(_issues(views)),
        positions=[
            _position(views, track, position)
            for track in views.analysis.tracks.values()
            for position in reversed(track.entries)
        ],
        key_points=[
            _known(
                id=key, **_fields(point, "text", "past_text"), evidence=_evidence_list(views, point.evidence)
            )
            for key, point in about.key_points.points
        ],
        background=_claims(views, about.background),
        unknowns=_claims(views, about.unknowns),
        timeline=[
            _known(**_fields(event, "date", "title"), evidence=_evidence_list(views, event.evidence))
            for event in about.timeline
        ],
        analysis=[
            _known(
                **_fields(note, "kind", "text", "about", "author", "date", "confidence"),
                evidence=_evidence_list(views, note.evidence),
            )
            for note in about.analysis
        ],
        corrections=[_fields(correction, "date", "was", "now", "reason") for correction in about.corrections],
        sources=list(_sources(views)),
    )


def _issues(views: Views) -> Iterator[Value]:
    results = {(item.issue, item.proposition): item.finding for item in views.analysis.results}
    for name, issue in views.about.issues.items():
        propositions = [
            _known(id=key, **_fields(proposition, "title", "text"), result=results[name, key])
            for key, proposition in issue.propositions.items()
        ]
        page = _url(views, links.issue_page(views.briefing.slug, name))
        yield _known(
            id=name,
            **_fields(issue, "title", "question", "note"),
            page=page,
            scale=_scale(issue.scale) if issue.scale else None,
            propositions=propositions if issue.propositions else None,
            options=[
                _known(id=key, **_fields(option, "label", "text")) for key, option in issue.options.items()
            ]
            or None,
            unit=issue.unit,
            result=results.get((name, "")),
        )


def _scale(levels: Iterable[ScaleLevel]) -> list[Value]:
    return [_fields(level, "code", "label", "side", "definition") for level in levels]


def _shows_row(views: Views, position: Position) -> bool:
    """Return whether the source of the words of a row is not withheld."""
    corpus = views.site.corpus
    words = row_words(position, views.site.passages, corpus.sources)
    return words is not None and not corpus.sources[words.evidence.source].is_withheld


def _position(views: Views, track: Track, position: Position) -> Value:
    propositions = () if position.withdrawn else views.about.issues[track.issue].propositions
    return _known(
        **_fields(track, "party", "issue"),
        standing=track.standing(position),
        as_of=position.as_of,
        searched_until=track.checked_until if position is track.newest else position.searched_until,
        stances={name: position.code_for(name) or "not-found" for name in propositions},
        stance=None if propositions or position.withdrawn else position.code_for(""),
        **_fields(position, "option", "amount", "reason"),
        basis=None if position.absence else basis_of(views.site.corpus, track.party, position),
        statement=position.statement,
        row_text=position.row_text if _shows_row(views, position) else None,
        evidence=_evidence_list(views, position.evidence),
        **{str(role): _claims(views, getattr(position, role)) for role in LABELS.claims},
    )


def _claims(views: Views, claims: Iterable[Claim]) -> list[Value]:
    return [_known(text=claim.text, evidence=_evidence_list(views, claim.evidence)) for claim in claims]


def _evidence_list(views: Views, pieces: Iterable[Evidence]) -> list[Value]:
    return [_evidence(views, evidence) for evidence in pieces]


def _evidence(views: Views, evidence: Evidence) -> Value:
    passage, shown = views.site.passages[evidence.selector], _is_shown(views, evidence)
    translation = evidence.translation if shown else None
    return _known(
        **_fields(evidence, "kind", "relation", "source"),
        passage=f"{evidence.source}#{links.passage_id(passage)}",
        paragraph=passage.paragraph,
        segments=[
            ({"text": text} if shown else {}) | {"start": span.start, "end": span.end}
            for text, span in zip(passage.texts, passage.spans, strict=True)
        ],
        sentence=sentence_text(views.site.corpus.sources[evidence.source], passage) or None,
        **_fields(evidence, "speaker", "said_on", "why"),
        parties=list(evidence.parties) or None,
        place=_place(views, evidence, passage),
        translation=_known(**_fields(translation, "text", "language", "by", "machine"))
        if translation
        else {},
        page=_url(views, links.passage_target(views.site.corpus.sources[evidence.source], passage)),
    )


def _place(views: Views, evidence: Evidence, passage: Passage) -> Value:
    """Return where a passage is in the original; `after` is a time before it, if the time at which it begins is not known."""
    place = place_of(views.site.corpus.sources[evidence.source], evidence, passage)
    time = "after" if place.is_later else "time"
    return _known(page=place.page, clause=place.clause, **{time: place.time})


def _is_shown(views: Views, evidence: Evidence) -> bool:
    return not views.site.corpus.sources[evidence.source].is_withheld


def _sources(views: Views) -> Iterator[Value]:
    for name in views.analysis.coverage.sources:
        source = views.site.corpus.sources[name]
        known = (
            "title",
            "kind",
            "party",
            "speaker",
            "publisher",
            "byline",
            "url",
            "language",
            "origin",
            "rights",
        )
        yield _known(
            id=name,
            **_fields(source.about, *known, "published", "status", "status_note"),
            parties=list(source.about.parties) or None,
            sha256=source.article.sha256,
            page=_url(views, links.source_page(name)),
        )


def _url(views: Views, target: Target) -> str:
    return links.url(views.site.publication, target)


def _fields(item: object, *names: str) -> Value:
    return {name: getattr(item, name) for name in names}


def _known(**values: Any) -> Value:
    """Return the values without those that are not known."""
    return {name: value for name, value in values.items() if value not in (None, "", {})}
