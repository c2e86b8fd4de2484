"""A source: what is known about it, its published text, and what each cited passage is evidence for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.content.model import Kind, Publish, Relation, Selector, Source
from generator.content.model.uses import Role, Use, uses_by_source
from generator.content.text_parts import TextPart
from generator.evidence import Passage, Span, cited_sentences
from generator.language import Language, capital, small
from generator.site.pages import links
from generator.site.pages.attribution import attribution, voice
from generator.site.pages.description import source_description
from generator.site.pages.entries import Entry
from generator.site.pages.labels import LABELS
from generator.site.pages.metadata import source_head
from generator.site.pages.page import PageSpec, PlannedPage, Target
from generator.site.pages.passages import ParagraphView, paragraphs
from generator.site.pages.places import Place, place_in_words, place_of_paragraph
from generator.site.pages.source_parts import CitedSource, neighbours, pages_of, part_rows
from generator.site.pages.views import Views, warning_of
from generator.site.parts import parts
from generator.site.repository import hostname
from generator.site.site import Site
from generator.word_boundaries import is_unspaced

_FIRST_WORDS = 60  # characters of a passage that name it in a list; half as many in scripts without spaces


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the page of every source, the list of all sources, and that of each briefing."""
    for name, source in site.corpus.sources.items():
        citing = {use.briefing for use in site.analysis.uses[name]}
        cited, reads = CitedSource(site, source), parts(briefings=citing, sources=[name])
        for part in cited.shown_parts:
            uri = links.source_part(source, part).uri
            yield PlannedPage(uri, partial(_source_page, cited, part), reads)
    yield PlannedPage(links.SOURCES.uri, partial(_list, site))
    for slug, briefing in site.corpus.briefings.items():
        make = partial(_list_of_briefing, Views(site, briefing))
        yield PlannedPage(links.briefing_sources(slug).uri, make, parts(briefings=[slug]))


def _list(site: Site) -> PageSpec:
    sources = site.corpus.sources
    count = site.language.count("%(num)s stored source.", "%(num)s stored sources.", len(sources))
    return PageSpec(
        uri=links.SOURCES.uri,
        template="sources.md.jinja",
        title=site.language.say("Sources"),
        description=count,
        context={"sources": source_rows(site, sources, site.language), "count": count, "numbered": False},
    )


def _list_of_briefing(views: Views) -> PageSpec:
    briefing, language, cited = views.briefing, views.language, views.analysis.coverage.sources
    return views.page(
        links.briefing_sources(briefing.slug),
        "sources.md.jinja",
        language.say("Sources: %(title)s", title=briefing.about.title),
        {
            "sources": source_rows(views.site, cited, language, briefing.slug),
            "count": language.count("%(num)s stored source.", "%(num)s stored sources.", len(cited)),
            "numbered": True,
        },
        description=language.say("The sources of this briefing: publisher, date and cited passages."),
    )


@dataclass(frozen=True)
class SourceRow:
    """A source in a list: what it is and whose words it is, the host of the original, and how many of its passages are cited."""

    source: Source
    described: str
    original: str
    passages: int


def source_rows(site: Site, names: Iterable[str], language: Language, slug: str = "") -> list[SourceRow]:
    """Return each source with its passages that are cited: in the briefing `slug`, or in the whole site."""
    uses = uses_by_source(site.corpus.briefings[slug]) if slug else site.analysis.uses
    rows = []
    for name in names:
        source = site.corpus.sources[name]
        kind = language.say(LABELS.source_kinds[source.about.kind])
        described = ": ".join(filter(None, (capital(kind), voice(site, language, source))))
        passages = len({use.evidence.selector for use in uses[name]})
        rows.append(SourceRow(source, described, hostname(source.about.url), passages))
    return rows


@dataclass(frozen=True)
class Claim:
    """What a passage is evidence for, and where readers find it.

    `place` names the page that `target` is on. A position has its party and stance in `lead` and the propositions, each with the
    stance on it, in `answers`; any other claim has its part of the briefing, and its `text`. `said` tells whose words the passage is.
    """

    target: Target
    place: str
    lead: str
    answers: tuple[tuple[str, str], ...]
    text: str
    said: str


def _source_page(cited: CitedSource, part: TextPart) -> PageSpec:
    site, source, language = cited.site, cited.source, cited.site.language
    slugs = dict.fromkeys(use.briefing for use in site.analysis.uses[source.id])
    citing = [Views(site, site.corpus.briefings[slug], language=language) for slug in slugs]
    about, target, title = source.about, links.source_part(source, part), _title(language, source, part)
    before, after = neighbours(cited, part)
    text = tuple(paragraphs(source, cited.passages_over(part), part))
    return PageSpec(
        uri=target.uri,
        template="source.md.jinja",
        title=title,
        description=source_description(language, source, title),
        context={
            "source": source,
            "title": title,
            "part": part,
            "parts": source.article.parts,
            "before": before,
            "after": after,
            "pages": pages_of(language, source, part),
            "rows": list(part_rows(cited, language)) if part.number == 1 else [],
            "voice": voice(site, language, source),
            "citing": citing,
            "warning": warning_of(language, source),
            "published": _published(language, source, cited.passages) if part.number == 1 else "",
            "paragraphs": text,
            "places": defaultdict(str, _places(language, source, text)),
            "first_words": _first_words,
            "claims": _claims(site, cited.uses_in(part), named=len(citing) > 1),
        },
        edit=about.location(),
        language=language,
        head=source_head(site, source, target, title),
    )


def _title(language: Language, source: Source, part: TextPart) -> str:
    """Return the title of a page of a source: that of the source, from the second part on with the number of the part."""
    if part.number == 1:
        return source.about.title
    return language.say(
        "%(title)s, part %(number)s of %(all)s",
        title=source.about.title,
        number=language.number(part.number),
        all=language.number(len(source.article.parts)),
    )


def _places(language: Language, source: Source, views: Iterable[ParagraphView]) -> Iterator[tuple[int, str]]:
    """Yield the page and the time of each shown paragraph, in words, where they are others than before; with its number."""
    last = Place()
    for view in views if source.about.places else ():
        if view.pieces:
            place = place_of_paragraph(source, view.number)
            page = place.page if place.page != last.page else None
            time = place.time if place.time != last.time else None
            if page or time:
                yield view.number, place_in_words(language, place._replace(page=page, time=time))
            last = place


def _published(language: Language, source: Source, passages: Iterable[Passage]) -> str:
    """Return how much of a text its page shows, in words."""
    article, publish, every = source.article, source.about.publish, source.article.sentence_count
    if source.is_withheld:
        return language.say("Nothing: the source is withheld")
    if publish is Publish.NONE:
        return language.say("Only the cited words")
    shown = every if publish is Publish.FULL else len(cited_sentences(article, passages))
    if shown == every:
        return language.count(
            "%(num)s of %(num)s sentence, the whole text",
            "%(num)s of %(num)s sentences, the whole text",
            every,
        )
    return language.count(
        "%(shown)s of %(num)s sentence, only those with cited words",
        "%(shown)s of %(num)s sentences, only those with cited words",
        every,
        shown=language.number(shown),
    )


def _first_words(passage: Passage) -> str:
    """Return the first words of a passage."""
    words = passage.texts[0]
    if len(words) <= _FIRST_WORDS:
        return words
    cut = words[: _FIRST_WORDS // 2 if is_unspaced(words[0]) else _FIRST_WORDS]
    return cut if is_unspaced(words[0]) or " " not in cut else cut[: cut.rindex(" ")]


def _claims(
    site: Site, uses: Mapping[Selector, Iterable[Use]], *, named: bool
) -> dict[tuple[Span, ...], list[Claim]]:
    """Return what the passages at each place are evidence for, positions first; `named` as in `_claim`."""
    by_spans: dict[tuple[Span, ...], list[Use]] = {}
    for selector, group in uses.items():
        by_spans.setdefault(site.passages[selector].spans, []).extend(group)
    return {
        spans: [
            _claim(site, use, named=named)
            for use in sorted(group, key=lambda use: use.role is not Role.POSITION)
        ]
        for spans, group in by_spans.items()
    }


def _claim(site: Site, use: Use, *, named: bool) -> Claim:
    """Return what a passage is evidence for; `place` names the briefing if the source is cited by several (`named`)."""
    briefing, say = site.corpus.briefings[use.briefing], site.language.say
    target = links.use_target(use)
    if use.party is None or use.position is None:
        part = say(LABELS.overview_parts[use.role])
        item = say(LABELS.overview_items[use.role], number=use.item)
        kind = say(LABELS.kinds[use.evidence.kind])
        return Claim(target, briefing.about.title, f"{part}, {item}", (), use.text, kind)
    issue, party = briefing.about.issues[use.position.issue].title, site.corpus.parties[use.party].label
    place = f"{briefing.about.title}: {issue}" if named else issue
    words = attribution(site, site.language, use.party, use.evidence)
    name = () if use.evidence.kind is Kind.ASSESSMENT or words.name == party else (words.name,)
    said = "; ".join(filter(None, (words.kind, ", ".join((*name, *words.details)))))
    if use.role is not Role.POSITION:
        return Claim(target, place, f"{party}, {small(say(LABELS.claim[use.role]))}", (), use.text, said)
    entry = Entry(Views(site, briefing, language=site.language), use.party, use.position)
    notes = [
        say("inferred") if entry.inferred else "",
        say("superseded") if entry.superseded else "",
        small(say(LABELS.relations[use.evidence.relation]))
        if use.evidence.relation is not Relation.SUPPORTS
        else "",
    ]
    return Claim(target, place, party, tuple(_answers(entry)), "", "; ".join(filter(None, (*notes, said))))


def _answers(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield each answer of a position with what it answers: a proposition, or the question of its issue."""
    issue = entry.views.about.issues[entry.position.issue]
    for question, (_, answer) in zip(issue.questions, entry.stances, strict=True):
        asked = issue.propositions[question].text if question else issue.question
        yield answer.label if answer.named else small(answer.label), asked
