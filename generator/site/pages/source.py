"""A source: what is known of it, its published passages, and all that rests on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.history import Standing
from generator.content.model import Kind, Publish, Relation, Selector, Source
from generator.content.model.uses import Role, Use
from generator.language import N_, Language, capital, small
from generator.site.pages import links
from generator.site.pages.heads import source_head
from generator.site.pages.page import PageSpec, Target
from generator.site.pages.passages import ParagraphView, paragraphs
from generator.site.pages.sourcelist import site_row
from generator.site.pages.views import KIND_NAMES, STATUS_NAMES, Views, warning_of
from generator.site.site import Site

_SHOWN = {
    Publish.FULL: N_("Full text"),
    Publish.EXCERPT: N_("Excerpt: sentences that hold a cited passage"),
    Publish.NONE: N_("The cited words alone"),
}
_ROLES = {
    Role.ANSWER: (N_("The answer"), N_("sentence %(number)s")),
    Role.BACKGROUND: (N_("Background"), N_("sentence %(number)s")),
    Role.UNKNOWN: (N_("Not known"), N_("item %(number)s")),
    Role.TIMELINE: (N_("Timeline"), N_("event %(number)s")),
    Role.ANALYSIS: (N_("Analysis by the editors"), N_("note %(number)s")),
    Role.CONDITION: (N_("condition"), ""),
    Role.RED_LINE: (N_("red line"), ""),
    Role.INTEREST: (N_("interest"), ""),
    Role.OFFER: (N_("offer"), ""),
}


_RELATIONS = {
    Relation.QUALIFIES: N_("qualifies"),
    Relation.CONTRADICTS: N_("contradicts"),
    Relation.BACKGROUND: N_("background"),
}


@dataclass(frozen=True)
class UseView:
    """Something that rests on a passage: what it is, a word on how, and where it is read."""

    kind: Kind
    title: str
    detail: str
    target: Target


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the page of every source, and the list of all sources."""
    language = site.language
    for name, source in site.corpus.sources.items():
        uses = site.analysis.uses[name]
        resting: dict[Selector, list[Use]] = {}
        for use in uses:
            resting.setdefault(use.evidence.selector, []).append(use)
        found = [site.passages[selector] for selector in resting]
        views = list(paragraphs(source.article, found, source.about.publish))
        briefings = list(dict.fromkeys(use.briefing for use in uses))
        cited_by = (
            language.count(
                "Stored source, cited by %(num)s briefing.",
                "Stored source, cited by %(num)s briefings.",
                len(briefings),
            )
            if briefings
            else language.say("Stored source, cited by no briefing yet.")
        )
        yield PageSpec(
            links.source_page(name).uri,
            "source.md.jinja",
            source.about.title,
            cited_by,
            {
                "name": name,
                "source": source,
                "language": source.about.language,
                "facts": list(_facts(source, language)),
                "about": _title_and_date(source, language),
                "numbered": [
                    (
                        site.corpus.briefings[slug].about.title,
                        links.briefing_page(slug, "bb-sources"),
                        site.analysis.briefings[slug].coverage.number(name),
                    )
                    for slug in briefings
                ],
                "warning": warning_of(site.language, source),
                "cited_by": cited_by,
                "passages": language.count(
                    "%(num)s passage, word for word from the stored text.",
                    "%(num)s passages, word for word from the stored text.",
                    len({one.spans for one in found}),
                ),
                "publish": str(source.about.publish),
                "kinds": KIND_NAMES,
                "paragraphs": _joined(views),
                "rests": {
                    (view.number, one.key): [
                        _use(site, use) for passage in one.passages for use in resting[passage.selector]
                    ]
                    for view in views
                    for one in view.cited
                },
                "index": links.SOURCES,
            },
            edit=source.about.location(),
            language=language,
            head=source_head(site, source),
        )
    rows = [site_row(site, name) for name in site.corpus.sources]
    count = language.count("%(num)s stored source.", "%(num)s stored sources.", len(rows))
    yield PageSpec(
        links.SOURCES.uri,
        "sources.md.jinja",
        language.say("Sources"),
        count,
        {"rows": rows, "count": count},
        language=language,
    )


def _title_and_date(source: Source, language: Language) -> str:
    """Name a source where a passage of it is shown elsewhere."""
    published = source.about.published
    date = language.date(published) if published else language.say("date not recorded")
    return f"{source.about.title}, {date}"


def _facts(source: Source, language: Language) -> Iterator[tuple[str, str, str, str]]:
    """Give what is known of a source as label, value, remark and form (`link`, `code`, `title`); what is not known is said."""
    about, article, say = source.about, source.article, language.say
    bracketed = about.title.startswith("[") and about.title.endswith("]")
    words = len(article.text.split())
    length = [
        language.count("%(num)s paragraph", "%(num)s paragraphs", len(article.paragraphs)),
        language.count("%(num)s word", "%(num)s words", words),
    ]
    status = say(STATUS_NAMES[about.status])
    yield (
        say("Title"),
        about.title,
        say("in brackets: the stored text has none") if bracketed else "",
        "title",
    )
    yield say("Status"), capital(status), about.status_note or "", ""
    yield say("Publisher"), about.publisher or "", "", ""
    yield say("Published"), language.date(about.published) if about.published else "", "", ""
    yield say("Byline"), about.byline or "", "", ""
    yield say("Retrieved"), language.date(about.retrieved) if about.retrieved else "", "", ""
    yield say("Language"), language.name_of(about.language), "", ""
    yield say("Length"), ", ".join(length), "", ""
    yield say("Origin"), about.origin or "", "", ""
    yield say("Address"), about.url or "", "", "link"
    yield say("Rights"), about.rights or "", "", ""
    yield say("What is shown"), say(_SHOWN[about.publish]), "", ""
    yield say("Identifier"), source.id, "", "code"
    recorded = say("unchanged since it was stored") if about.sha256 else say("not recorded by the editors")
    yield say("SHA-256"), article.sha256, recorded, "code"


def _joined(views: list[ParagraphView]) -> list[ParagraphView]:
    """Leave out nothing, yet say of neighbouring paragraphs that are not shown only how many they are."""
    joined: list[ParagraphView] = []
    for view in views:
        if not view.pieces and joined and not joined[-1].pieces:
            last = joined.pop()
            joined.append(ParagraphView(last.number, (), (), last.unpublished + view.unpublished))
        else:
            joined.append(view)
    return joined


def _use(site: Site, use: Use) -> UseView:
    briefing, say = site.corpus.briefings[use.briefing], site.language.say
    several = len({other.briefing for other in site.analysis.uses[use.evidence.source]}) > 1
    where = f"{briefing.about.title}: " if several else ""
    if use.party is None or use.position is None:
        title, item = _ROLES[use.role]
        return UseView(
            use.evidence.kind, f"{where}{say(title)}", say(item, number=use.item), links.use_target(use)
        )
    issue = briefing.about.issues[use.position.issue].title
    party = site.corpus.parties[use.party].label
    return UseView(use.evidence.kind, f"{where}{party}, {issue}", _detail(site, use), links.use_target(use))


def _detail(site: Site, use: Use) -> str:
    """Say in a word or two how a position rests on a passage."""
    assert use.position is not None and use.party is not None  # noqa: S101, PT018 - given in positions, tells the type checker
    language = site.language
    if use.role is not Role.POSITION:
        return language.say(_ROLES[use.role][0])
    views = Views(site, site.corpus.briefings[use.briefing]).said_in(language)
    standing = views.analysis.tracks[use.party, use.position.issue].standing(use.position)
    if use.evidence.relation is not Relation.SUPPORTS:
        detail = language.say(_RELATIONS[use.evidence.relation])
    elif use.position.withdrawn:
        detail = language.say("withdrawal")
    else:
        held = (one for _, one in views.stances(use.position.issue, use.position))
        detail = ", ".join(dict.fromkeys(small(one.label) for one in held))
    return (
        language.say("%(detail)s, superseded", detail=detail) if standing is Standing.SUPERSEDED else detail
    )
