"""What pages say of themselves to programs, in the words of schema.org (JSON-LD).

Only what is true of them there. A briefing is a report that cites its sources. A source is a creative work, since
nothing records whether it is news or a communiqué. Words of a party are quotations, attributed within the source that
printed them. Nothing is rated, so no claim has a review.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.content.model import Briefing, Evidence, Kind, PartyKind, Source, SourceStatus
from generator.site.pages import links
from generator.site.pages.page import Target
from generator.site.pages.views import Views
from generator.site.site import Site

CONTEXT = "https://schema.org"
_NOT_RELIED_ON = frozenset({SourceStatus.WITHHELD, SourceStatus.CANCELED})
_PARTY_TYPES = {PartyKind.STATE: "Country", PartyKind.PERSON: "Person"}
_BETWEEN_SEGMENTS = " … "

Thing = dict[str, Any]


def home_data(site: Site) -> Thing:
    """Describe the site."""
    return {"@context": CONTEXT, **_site(site), "inLanguage": site.language.code}


def briefing_data(views: Views) -> Thing:
    """Describe an overview: a report, what it is about, and what it cites."""
    site, briefing = views.site, views.briefing
    about = briefing.about
    return _filled(
        **_report(views, links.briefing_page(briefing.slug), about.title, about.question),
        keywords=[tag.replace("-", " ") for tag in about.tags],
        about=[
            *_parties(site, briefing),
            *({"@type": "Thing", "name": one.title} for one in about.issues.values()),
        ],
        citation=[_source(site, name) for name in views.analysis.coverage.sources],
        hasPart=[
            _filled(
                **{"@type": "Report"}, name=issue.title, url=_url(site, links.issue_page(briefing.slug, name))
            )
            for name, issue in about.issues.items()
        ],
    )


def issue_data(views: Views, issue: str) -> Thing:
    """Describe an issue's page: a part of its briefing, with the words of parties that hold today."""
    site, briefing = views.site, views.briefing
    about = briefing.about.issues[issue]
    cited = [(party, one) for party in briefing.about.parties for one in _held(views, party, issue)]
    return _filled(
        **_report(views, links.issue_page(briefing.slug, issue), about.title, about.question),
        about=_parties(site, briefing),
        citation=[_source(site, name) for name in dict.fromkeys(one.source for _, one in cited)],
        hasPart=[
            _quotation(site, party, one)
            for party, one in cited
            if one.kind is Kind.QUOTE and site.corpus.sources[one.source].about.status not in _NOT_RELIED_ON
        ],
    ) | {
        "isPartOf": _filled(
            **{"@type": "Report"},
            name=briefing.about.title,
            url=_url(site, links.briefing_page(briefing.slug)),
        )
    }


def source_data(site: Site, source: Source) -> Thing:
    """Describe a source's page, and the work that it keeps passages of."""
    return _filled(
        **{"@context": CONTEXT, "@type": "WebPage"},
        name=source.about.title,
        url=_url(site, links.source_page(source.id)),
        inLanguage=site.language.code,
        isPartOf=_site(site),
        mainEntity=_work(source),
    )


def _report(views: Views, target: Target, title: str, question: str) -> Thing:
    site, about = views.site, views.briefing.about
    dates = [one.date for one in about.timeline if one.date < about.as_of]
    return _filled(
        **{"@context": CONTEXT, "@type": "Report"},
        headline=title,
        description=question,
        url=_url(site, target),
        inLanguage=views.language.code,
        dateModified=str(about.reviewed_on),
        temporalCoverage=f"{min(dates)}/{about.as_of}" if dates else str(about.as_of),
        isPartOf=_site(site),
    )


def _held(views: Views, party: str, issue: str) -> Iterator[Evidence]:
    current = views.analysis.tracks[party, issue].current
    yield from current.evidence if current else ()


def _quotation(site: Site, party: str, evidence: Evidence) -> Thing:
    source, passage = site.corpus.sources[evidence.source], site.passages[evidence.selector]
    about = site.corpus.parties[party]
    speaker = about.speakers.get(evidence.speaker or "")
    said_by = (
        _filled(**{"@type": "Person"}, name=speaker.name, jobTitle=speaker.role)
        if speaker
        else {"@type": _party_type(about.kind), "name": about.name}
    )
    return _filled(
        **{"@type": "Quotation"},
        text=_BETWEEN_SEGMENTS.join(passage.texts),
        inLanguage=source.about.language,
        spokenByCharacter=said_by,
        dateCreated=str(evidence.said_on) if evidence.said_on else "",
        isBasedOn=_filled(
            **{"@type": "CreativeWork"},
            name=source.about.title,
            url=source.about.url,
            **_page(site, links.passage_target(passage)),
        ),
    )


def _source(site: Site, name: str) -> Thing:
    """Describe a source where it is cited: the work as it was published, and the page here about it."""
    return _work(site.corpus.sources[name]) | _page(site, links.source_page(name))


def _page(site: Site, target: Target) -> Thing:
    url = _url(site, target)
    return {"subjectOf": {"@type": "WebPage", "url": url}} if url else {}


def _work(source: Source) -> Thing:
    about = source.about
    return _filled(
        **{"@type": "CreativeWork"},
        name=about.title,
        url=about.url,
        publisher=_filled(**{"@type": "Organization"}, name=about.publisher) if about.publisher else None,
        creditText=about.byline,
        datePublished=str(about.published) if about.published else "",
        inLanguage=about.language,
    )


def _parties(site: Site, briefing: Briefing) -> list[Thing]:
    held = (site.corpus.parties[name] for name in briefing.about.parties)
    return [{"@type": _party_type(party.kind), "name": party.name} for party in held]


def _party_type(kind: PartyKind) -> str:
    return _PARTY_TYPES.get(kind, "Organization")


def _site(site: Site) -> Thing:
    return _filled(**{"@type": "WebSite"}, name=site.publication.name, url=site.publication.address)


def _url(site: Site, target: Target) -> str:
    return links.url(site.publication, target)


def _filled(**values: Any) -> Thing:
    """Leave out what is not known."""
    return {name: value for name, value in values.items() if value}
