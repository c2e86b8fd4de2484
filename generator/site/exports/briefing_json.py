"""A briefing as data: its questions, who stands where since when, and each passage with its place in its source.

`format` grows by one with a change that readers of the file must know of. Dates are as known: `2025-12-02`, `2025-12`
or `2025`. Offsets count code points of the stored text, whose SHA-256 stands with its source. What is not known is
left out; an empty list says that there is nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.analysis.history import Track
from generator.content.model import Claim, Evidence, Position
from generator.site.exports.export import Export
from generator.site.pages import links
from generator.site.pages.cite import BRIEFING_JSON
from generator.site.pages.labels import CLAIMS
from generator.site.pages.page import Target
from generator.site.pages.views import Views
from generator.site.site import Site

FORMAT = 1

Value = dict[str, Any]


def exports(site: Site) -> Iterator[Export]:
    """Give a file for each briefing."""
    for briefing in site.corpus.briefings.values():
        content = json.dumps(whole(Views(site, briefing)), ensure_ascii=False, indent=1) + "\n"
        yield Export(links.folder(links.briefing_page(briefing.slug)) + BRIEFING_JSON, content.encode())


def whole(views: Views) -> Value:
    """Give a briefing as values of JSON."""
    site, briefing = views.site, views.briefing
    about = briefing.about
    return _known(
        format=FORMAT,
        id=briefing.slug,
        page=_url(views, links.briefing_page(briefing.slug)),
        language=views.language.code,
        **{name: getattr(about, name) for name in ("title", "question", "status")},
        **{name: str(getattr(about, name)) for name in ("as_of", "reviewed_on")},
        tags=list(about.tags),
        scale=[{"code": one.code, "label": one.label, "side": one.side} for one in about.scale],
        parties=[
            {"id": name, "name": site.corpus.parties[name].name, "kind": site.corpus.parties[name].kind}
            for name in about.parties
        ],
        issues=list(_issues(views)),
        positions=[
            _position(views, track, entry)
            for track in views.analysis.tracks.values()
            for entry in reversed(track.entries)
        ],
        answer=_claims(views, about.answer),
        background=_claims(views, about.background),
        unknowns=_claims(views, about.unknowns),
        sources=list(_sources(views)),
    )


def _issues(views: Views) -> Iterator[Value]:
    results = {(one.issue, one.proposal): str(one.result) for one in views.analysis.convergence}
    for name, issue in views.briefing.about.issues.items():
        yield _known(
            id=name,
            title=issue.title,
            question=issue.question,
            page=_url(views, links.issue_page(views.briefing.slug, name)),
            proposals=[
                _known(id=key, title=one.title, text=one.text, convergence=results[name, key])
                for key, one in issue.proposals.items()
            ],
        )


def _position(views: Views, track: Track, entry: Position) -> Value:
    proposals = views.briefing.about.issues[track.issue].proposals
    return _known(
        party=track.party,
        issue=track.issue,
        standing=track.standing(entry),
        as_of=_date(entry.as_of),
        searched_until=_date(entry.searched_until),
        stances={} if entry.withdrawn else {name: entry.code_for(name) or "not-found" for name in proposals},
        basis=None if entry.absence else entry.basis,
        statement=entry.statement,
        evidence=[_evidence(views, one) for one in entry.evidence],
        **{str(role): _claims(views, getattr(entry, role)) for role in CLAIMS},
    )


def _claims(views: Views, claims: Iterable[Claim]) -> list[Value]:
    return [
        _known(text=one.text, evidence=[_evidence(views, piece) for piece in one.evidence]) for one in claims
    ]


def _evidence(views: Views, evidence: Evidence) -> Value:
    passage, translation = views.site.passages[evidence.selector], evidence.translation
    return _known(
        kind=evidence.kind,
        relation=evidence.relation,
        source=evidence.source,
        paragraph=passage.paragraph,
        segments=[
            {"text": text, "start": span.start, "end": span.end}
            for text, span in zip(passage.texts, passage.spans, strict=True)
        ],
        speaker=evidence.speaker,
        said_on=_date(evidence.said_on),
        why=evidence.why,
        translation=_known(
            text=translation.text,
            language=translation.language,
            by=translation.by,
            machine=translation.machine,
        )
        if translation
        else None,
        page=_url(views, links.passage_target(passage)),
    )


def _sources(views: Views) -> Iterator[Value]:
    for name in views.analysis.coverage.sources:
        source = views.site.corpus.sources[name]
        about = source.about
        yield _known(
            id=name,
            **{
                key: getattr(about, key)
                for key in ("title", "publisher", "byline", "url", "language", "origin", "rights")
            },
            published=_date(about.published),
            status=about.status,
            status_note=about.status_note,
            sha256=source.article.sha256,
            page=_url(views, links.source_page(name)),
        )


def _url(views: Views, target: Target) -> str:
    return links.url(views.site.publication, target)


def _date(date: object) -> str:
    return str(date) if date else ""


def _known(**values: Any) -> Value:
    """Leave out what is not known; an empty list says that there is nothing."""
    return {name: value for name, value in values.items() if value not in (None, "", {})}
