"""Metadata of pages for programs: linked data (JSON-LD) in the terms of schema.org, and what previews of a link show.

A briefing is a report that cites its sources. A source is a creative work, whose genre is its kind: schema.org has no type for
speeches and statements. Words of a party are quotations, attributed within the source that printed them; the page has the words, and the
data the id of their card. Nothing is rated, so no
claim has a review.
"""

from typing import Any

from generator.content.model import (
    Briefing,
    Evidence,
    Kind,
    Party,
    PartyKind,
    Source,
    SourceKind,
    SourceStatus,
)
from generator.content.model.attribution import date_of_words, joint_parties, speaker_of, speaker_of_source
from generator.content.model.uses import Role, Use, position_uses
from generator.site.pages import links
from generator.site.pages.attribution import source_kind
from generator.site.pages.description import briefing_description, issue_description
from generator.site.pages.page import Head, Target
from generator.site.pages.picture import Picture, briefing_picture, issue_picture, site_picture
from generator.site.pages.views import Views
from generator.site.site import Site

CONTEXT = "https://schema.org"
PICTURE = "social.png"
"""The picture of a briefing or an issue, in the folder of its page."""
_NOT_QUOTED = frozenset({SourceStatus.WITHHELD, SourceStatus.CANCELLED})
_PARTY_TYPES = {PartyKind.STATE: "Country", PartyKind.PERSON: "Person"}

Thing = dict[str, Any]


def home_head(site: Site) -> Head:
    """Return the metadata of the home page."""
    return Head(
        picture_of=site_picture(site).words,
        linked_data={"@context": CONTEXT, **_site(site), "inLanguage": site.language.code},
    )


def briefing_head(views: Views) -> Head:
    """Return the metadata of an overview: a report, what it is about, and what it cites."""
    site, about, slug = views.site, views.about, views.briefing.slug
    issues = [_thing("Thing", name=issue.title) for issue in about.issues.values()]
    target = links.briefing_page(slug)
    data = _report(views, target, about.title, briefing_description(views)) | _known(
        keywords=[tag.replace("-", " ") for tag in about.tags],
        about=[*_parties(site, views.briefing), *issues],
        citation=[_cited_source(site, name) for name in views.analysis.coverage.sources],
        hasPart=[
            _thing("Report", name=issue.title, url=_url(site, links.issue_page(slug, name)))
            for name, issue in about.issues.items()
        ],
    )
    return _article_head(views, target, briefing_picture(views), data)


def issue_head(views: Views, issue: str) -> Head:
    """Return the metadata of an issue's page: a part of its briefing, with quotations of current positions."""
    site, briefing, about = views.site, views.briefing, views.about.issues[issue]
    cited = [
        (track.party, use)
        for track in views.analysis.tracks.values()
        if track.issue == issue and track.current
        for use in position_uses(briefing.slug, track.party, track.current)
        if use.role is Role.POSITION
    ]
    overview = _url(site, links.briefing_page(briefing.slug))
    target = links.issue_page(briefing.slug, issue)
    data = _report(views, target, about.title, issue_description(views, issue)) | _known(
        about=_parties(site, briefing),
        citation=[
            {"@id": _work_id(name)} | _cited_source(site, name)
            for name in dict.fromkeys(use.evidence.source for _, use in cited)
        ],
        hasPart=[
            _quotation(site, party, use)
            for party, use in cited
            if use.evidence.kind is Kind.QUOTE
            and site.corpus.sources[use.evidence.source].about.status not in _NOT_QUOTED
        ],
        isPartOf=_thing("Report", name=briefing.about.title, url=overview),
    )
    return _article_head(views, target, issue_picture(views, issue), data, within=briefing.about.title)


def source_head(site: Site, source: Source, target: Target, title: str) -> Head:
    """Return the metadata of the page at `target` of a source or a part of it, and of the work whose passages it shows."""
    page = _thing(
        "WebPage",
        name=title,
        url=_url(site, target),
        inLanguage=site.language.code,
        isPartOf=_site(site),
        mainEntity=_work(site, source),
    )
    return Head(linked_data={"@context": CONTEXT, **page})


def _article_head(views: Views, target: Target, shown: Picture, linked_data: Thing, within: str = "") -> Head:
    return Head(
        kind="article",
        modified=str(views.about.reviewed_on),
        picture=links.folder(target) + PICTURE,
        picture_of=shown.words,
        linked_data=linked_data,
        within=within,
    )


def _report(views: Views, target: Target, title: str, description: str) -> Thing:
    about = views.about
    dates = [event.date for event in about.timeline if event.date < about.as_of]
    return {"@context": CONTEXT} | _thing(
        "Report",
        headline=title,
        description=description,
        url=_url(views.site, target),
        inLanguage=views.language.code,
        dateModified=str(about.reviewed_on),
        temporalCoverage=f"{min(dates)}/{about.as_of}" if dates else str(about.as_of),
        isPartOf=_site(views.site),
    )


def _quotation(site: Site, party: str, use: Use) -> Thing:
    """Describe the words of a card: they stand on the page at `@id`, and the work is in the list of those that the page cites."""
    evidence = use.evidence
    return {"@id": f"#{links.card_target(use).anchor}"} | _thing(
        "Quotation",
        inLanguage=site.corpus.sources[evidence.source].about.language,
        spokenByCharacter=_speakers(site, party, evidence),
        dateCreated=str(evidence.said_on or ""),
        isBasedOn={"@id": _work_id(evidence.source)},
    )


def _work_id(source: str) -> str:
    """Return the name of a cited work in the data of one page."""
    return f"#work-{source}"


def _speakers(site: Site, party: str, evidence: Evidence) -> Thing | list[Thing]:
    """Describe who said a quote: a speaker with the role of that day, else the party, or the parties that speak together."""
    source, parties = site.corpus.sources[evidence.source], site.corpus.parties
    if speaks := speaker_of(site.corpus, party, evidence):
        role = speaks.speaker.role_on(date_of_words(source, evidence))
        return _thing("Person", name=speaks.speaker.name, jobTitle=role)
    together = [_party(parties[name]) for name in joint_parties(source, evidence)]
    return together or _party(parties[party])


def _cited_source(site: Site, name: str) -> Thing:
    """Describe a source where it is cited: the work as it was published, and the page here about it."""
    return _work(site, site.corpus.sources[name]) | _subject_of(site, links.source_page(name))


def _subject_of(site: Site, target: Target) -> Thing:
    url = _url(site, target)
    return {"subjectOf": {"@type": "WebPage", "url": url}} if url else {}


def _work(site: Site, source: Source) -> Thing:
    about = source.about
    return _thing(
        _work_type(source),
        name=about.title,
        genre=source_kind(site.language, source),
        author=_authors(site, source),
        url=about.url,
        publisher=_thing("Organization", name=about.publisher) if about.publisher else None,
        creditText=about.byline,
        datePublished=str(about.published or ""),
        inLanguage=about.language,
    )


def _work_type(source: Source) -> str:
    return "SocialMediaPosting" if source.about.kind is SourceKind.POST else "CreativeWork"


def _authors(site: Site, source: Source) -> list[Thing]:
    """Describe whose own words a source is, as far as that is recorded."""
    if source.voices and (speaks := speaker_of_source(site.corpus, source)):
        role = speaks.speaker.role_on(source.about.published)
        return [_thing("Person", name=speaks.speaker.name, jobTitle=role)]
    return [_party(site.corpus.parties[voice.party]) for voice in source.voices if voice.party]


def _parties(site: Site, briefing: Briefing) -> list[Thing]:
    return [_party(site.corpus.parties[name]) for name in briefing.about.parties]


def _party(party: Party) -> Thing:
    return _thing(_PARTY_TYPES.get(party.kind, "Organization"), name=party.name)


def _site(site: Site) -> Thing:
    publisher = site.publication.publisher
    return _thing(
        "WebSite",
        name=site.publication.name,
        url=site.publication.home_url,
        publisher=_known(name=publisher.name),  # an organisation or a person: the settings do not say
        license=publisher.licence_url,
    )


def _url(site: Site, target: Target) -> str:
    return links.url(site.publication, target)


def _thing(kind: str, **values: Any) -> Thing:
    """Build a thing of schema.org; empty values are left out."""
    return _known(**{"@type": kind}, **values)


def _known(**values: Any) -> Thing:
    return {name: value for name, value in values.items() if value}
