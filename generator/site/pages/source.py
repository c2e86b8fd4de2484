"""A source: what is known about it, its published passages, and everything that cites each passage."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.content.model import LABELLED, Relation, Selector, Source
from generator.content.model.uses import Role, Use
from generator.language import Language, capital, small
from generator.site.pages import links
from generator.site.pages.attribution import source_kind, voice
from generator.site.pages.entries import Entry
from generator.site.pages.labels import LABELS
from generator.site.pages.metadata import source_head
from generator.site.pages.page import PageSpec
from generator.site.pages.passages import ParagraphView, paragraphs
from generator.site.pages.views import Views, warning_of
from generator.site.site import Site


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the page of every source, and the list of all sources."""
    for source in site.corpus.sources.values():
        yield _source_page(site, source)
    sources = site.corpus.sources
    count = site.language.count("%(num)s stored source.", "%(num)s stored sources.", len(sources))
    yield PageSpec(
        uri=links.SOURCES.uri,
        template="sources.md.jinja",
        title=site.language.say("Sources"),
        description=count,
        context={"sources": source_rows(site, sources, site.language), "count": count},
    )


@dataclass(frozen=True)
class SourceRow:
    """A source in a list: what it is and whose words it is (empty for an article), and how many of its passages are cited."""

    source: Source
    described: str
    passages: int


def source_rows(site: Site, names: Iterable[str], language: Language, slug: str = "") -> list[SourceRow]:
    """Return each source with its passages that are cited: in the briefing `slug`, or in the whole site."""
    rows = []
    for name in names:
        source = site.corpus.sources[name]
        described = (capital(source_kind(language, source)), voice(site, language, source))
        uses = [use for use in site.analysis.uses[name] if slug in ("", use.briefing)]
        rows.append(
            SourceRow(
                source, ": ".join(filter(None, described)), len({use.evidence.selector for use in uses})
            )
        )
    return rows


def _source_page(site: Site, source: Source) -> PageSpec:
    language, uses = site.language, site.analysis.uses[source.id]
    by_selector: dict[Selector, list[Use]] = {}
    for use in uses:
        by_selector.setdefault(use.evidence.selector, []).append(use)
    passages = [site.passages[selector] for selector in by_selector]
    publish = None if source.is_withheld else source.about.publish
    labelled = source.about.kind in LABELLED
    views = list(paragraphs(source.article, passages, publish, labelled=labelled))
    briefings = [site.corpus.briefings[slug] for slug in dict.fromkeys(use.briefing for use in uses)]
    cited_by = (
        language.count(
            "Stored source, cited by %(num)s briefing.",
            "Stored source, cited by %(num)s briefings.",
            len(briefings),
        )
        if briefings
        else language.say("Stored source, cited by no briefing yet.")
    )
    return PageSpec(
        uri=links.source_page(source.id).uri,
        template="source.md.jinja",
        title=source.about.title,
        description=cited_by,
        context={
            "source": source,
            "voice": voice(site, language, source),
            "numbers": [
                (briefing, site.analysis.briefings[briefing.slug].coverage.number(source.id))
                for briefing in briefings
            ],
            "warning": warning_of(language, source),
            "cited_by": cited_by,
            "passages": len({passage.spans for passage in passages}),
            "paragraphs": _joined(views),
            "uses": {
                (view.number, cited.key): [
                    (use, *_use(site, use, named=len(briefings) > 1))
                    for passage in cited.passages
                    for use in by_selector[passage.selector]
                ]
                for view in views
                for cited in view.cited
            },
        },
        edit=source.about.location(),
        language=language,
        head=source_head(site, source),
    )


def _joined(views: list[ParagraphView]) -> list[ParagraphView]:
    """Return the paragraphs, with neighbours that are not published joined into one count of sentences."""
    joined: list[ParagraphView] = []
    for view in views:
        if not view.pieces and joined and not joined[-1].pieces:
            last = joined.pop()
            joined.append(ParagraphView(last.number, (), (), last.unpublished + view.unpublished))
        else:
            joined.append(view)
    return joined


def _use(site: Site, use: Use, *, named: bool) -> tuple[str, str]:
    """Return what cites a passage, and how, in words; the title of the briefing comes first if it is `named`."""
    briefing, say = site.corpus.briefings[use.briefing], site.language.say
    start = f"{briefing.about.title}: " if named else ""
    if use.party is None or use.position is None:
        part, item = LABELS.overview_parts[use.role], LABELS.overview_items[use.role]
        return f"{start}{say(part)}", say(item, number=use.item)
    issue = briefing.about.issues[use.position.issue].title
    title = f"{start}{site.corpus.parties[use.party].label}, {issue}"
    if use.role is not Role.POSITION:
        return title, say(LABELS.claim[use.role])
    entry = Entry(Views(site, briefing, language=site.language), use.party, use.position)
    if use.evidence.relation is not Relation.SUPPORTS:
        detail = say(LABELS.relations[use.evidence.relation])
    elif use.position.withdrawn:
        detail = say("withdrawal")
    else:
        detail = ", ".join(
            dict.fromkeys(
                answer.label if answer.named else small(answer.label) for _, answer in entry.stances
            )
        )
    return title, say("%(detail)s, superseded", detail=detail) if entry.superseded else detail
