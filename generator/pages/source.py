"""A source: what is known of it, its published passages, and all that rests on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.history import Standing
from generator.analysis.stances import stance
from generator.model import Kind, Publish, Relation, Selector, Source
from generator.model.uses import Role, Use
from generator.pages import links
from generator.pages.page import PageSpec, Target
from generator.pages.passages import ParagraphView, paragraphs
from generator.pages.sourcelist import source_row
from generator.pages.views import KIND_NAMES, counted, warning_of
from generator.site import Site

_SHOWN = {
    Publish.FULL: "Full text",
    Publish.EXCERPT: "Excerpt: sentences that hold a cited passage",
    Publish.NONE: "The cited words alone",
}
_ROLES = {
    Role.ANSWER: ("The answer", "sentence"),
    Role.BACKGROUND: ("Background", "sentence"),
    Role.UNKNOWN: ("Not known", "item"),
    Role.TIMELINE: ("Timeline", "event"),
    Role.ANALYSIS: ("Analysis by the editors", "note"),
    Role.CONDITION: ("condition", ""),
    Role.RED_LINE: ("red line", ""),
    Role.INTEREST: ("interest", ""),
    Role.OFFER: ("offer", ""),
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
    for name, source in site.corpus.sources.items():
        uses = site.analysis.uses[name]
        resting: dict[Selector, list[Use]] = {}
        for use in uses:
            resting.setdefault(use.evidence.selector, []).append(use)
        found = [site.passages[selector] for selector in resting]
        views = list(paragraphs(source.article, found, source.about.publish))
        briefings = len({use.briefing for use in uses})
        yield PageSpec(
            links.source_page(name).uri,
            "source.md.jinja",
            source.about.title,
            f"Stored source, cited by {counted(briefings, 'briefing')}.",
            {
                "name": name,
                "source": source,
                "language": source.about.language,
                "facts": list(_facts(source)),
                "warning": warning_of(site.language, source),
                "cited_by": counted(briefings, "briefing") if briefings else "no briefing",
                "passages": counted(len({one.spans for one in found}), "passage"),
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
            edit_uri=f"seeds/{name}.yml",
        )
    rows = [source_row(site, name) for name in site.corpus.sources]
    count = counted(len(rows), "stored source")
    yield PageSpec(
        links.SOURCES.uri, "sources.md.jinja", "Sources", f"{count}.", {"rows": rows, "count": count}
    )


def _facts(source: Source) -> Iterator[tuple[str, str, str]]:
    """Give what is known of a source as label, value and remark; what is not known is said."""
    about, article = source.about, source.article
    bracketed = about.title.startswith("[") and about.title.endswith("]")
    words = len(article.text.split())
    yield "Title", about.title, "in brackets: the stored text has none" if bracketed else ""
    yield "Status", about.status.capitalize(), about.status_note or ""
    yield "Publisher", about.publisher or "", ""
    yield "Published", about.published.words if about.published else "", ""
    yield "Byline", about.byline or "", ""
    yield "Retrieved", about.retrieved.words if about.retrieved else "", ""
    yield "Language", about.language, ""
    yield "Length", f"{counted(len(article.paragraphs), 'paragraph')}, {counted(words, 'word')}", ""
    yield "Origin", about.origin or "", ""
    yield "Address", about.url or "", ""
    yield "Rights", about.rights or "", ""
    yield "What is shown", _SHOWN[about.publish], ""
    yield "Identifier", source.id, ""
    yield (
        "SHA-256",
        article.sha256,
        "unchanged since it was stored" if about.sha256 else "not recorded by the editors",
    )


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
    briefing = site.corpus.briefings[use.briefing]
    several = len({other.briefing for other in site.analysis.uses[use.evidence.source]}) > 1
    where = f"{briefing.about.title}: " if several else ""
    if use.party is None or use.position is None:
        title, item = _ROLES[use.role]
        return UseView(use.evidence.kind, f"{where}{title}", f"{item} {use.item}", links.use_target(use))
    issue = briefing.about.issues[use.position.issue].title
    party = site.corpus.parties[use.party].label
    return UseView(use.evidence.kind, f"{where}{party}, {issue}", _detail(site, use), links.use_target(use))


def _detail(site: Site, use: Use) -> str:
    """Say in a word or two how a position rests on a passage."""
    assert use.position is not None and use.party is not None  # noqa: S101, PT018 - given in positions, tells the type checker
    if use.role is not Role.POSITION:
        return _ROLES[use.role][0]
    analysis = site.analysis.briefings[use.briefing]
    standing = analysis.tracks[use.party, use.position.issue].standing(use.position)
    if use.evidence.relation is not Relation.SUPPORTS:
        detail = str(use.evidence.relation)
    elif use.position.withdrawn:
        detail = "withdrawal"
    else:
        codes = (
            use.position.stance if isinstance(use.position.stance, dict) else {"": use.position.stance or ""}
        )
        briefing = site.corpus.briefings[use.briefing]
        detail = ", ".join(dict.fromkeys(stance(briefing, code).label.lower() for code in codes.values()))
    return f"{detail}, superseded" if standing is Standing.SUPERSEDED else detail
