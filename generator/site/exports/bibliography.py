"""The sources of a briefing in the formats of reference managers: each with the type that its kind has there.

A note names the pages, clauses and times that the briefing cites, and says if a source was corrected, withheld or cancelled.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.content.model import Source, SourceKind
from generator.content.model.attribution import speaker_of_source
from generator.content.model.uses import uses_by_source
from generator.site.exports.export import Export
from generator.site.exports.references import bibtex_entry, csl_date, csl_items, ris_date, ris_record
from generator.site.pages import links
from generator.site.pages.attribution import source_kind
from generator.site.pages.cite import SOURCE_FILES
from generator.site.pages.places import place_in_words, place_of
from generator.site.pages.views import Views, warning_of
from generator.site.parts import parts
from generator.site.site import Site

_RIS = {SourceKind.ARTICLE: "NEWS", SourceKind.POST: "BLOG", SourceKind.DOCUMENT: "RPRT"}
_CSL = {
    SourceKind.ARTICLE: "article-newspaper",
    SourceKind.SPEECH: "speech",
    SourceKind.INTERVIEW: "interview",
    SourceKind.POST: "post",
    SourceKind.DOCUMENT: "report",
}


@dataclass(frozen=True)
class Reference:
    """A source as others cite it: who wrote it or says it, its kind in words (empty for an article), and a note."""

    source: Source
    authors: tuple[str, ...]
    kind: str
    note: str


def exports(site: Site) -> Iterator[Export]:
    """Yield a file in each format for each briefing."""
    for slug, briefing in site.corpus.briefings.items():
        folder, views = links.folder(links.briefing_page(slug)), Views(site, briefing)
        for name in _FORMATS:
            yield Export(folder + SOURCE_FILES[name], partial(_file, views, name), parts(briefings=[slug]))


def _file(views: Views, name: str) -> bytes:
    return _FORMATS[name](list(_references(views))).encode()


def _references(views: Views) -> Iterator[Reference]:
    site, language, uses = views.site, views.language, uses_by_source(views.briefing)
    for name in views.analysis.coverage.sources:
        source = site.corpus.sources[name]
        cited = (use.evidence for use in uses[name])
        places = dict.fromkeys(
            place_in_words(language, place_of(source, evidence, site.passages[evidence.selector]))
            for evidence in cited
        )
        note = (
            [language.say("Cited: %(places)s.", places="; ".join(filter(None, places)))]
            if any(places)
            else []
        )
        note.append(warning_of(language, source))
        yield Reference(
            source, _authors(site, source), source_kind(language, source), " ".join(filter(None, note))
        )


def _authors(site: Site, source: Source) -> tuple[str, ...]:
    """Return whose own words a source is, or who answers in it; else who wrote it."""
    about, parties = source.about, site.corpus.parties
    if speaks := speaker_of_source(site.corpus, source):
        return (speaks.speaker.name,)
    names = about.parties or ((about.party,) if about.party else ())
    labels = tuple(parties[name].named_on(about.published).name for name in names)
    return labels or ((about.byline,) if about.byline else ())


def bibtex(references: Sequence[Reference]) -> str:
    """Return an entry for each source: an article in its paper, a report of its institution, else `misc`."""
    return "\n".join(map(_bibtex_entry, references))


def _bibtex_entry(reference: Reference) -> str:
    about, kind, publisher = reference.source.about, "misc", reference.source.about.publisher or ""
    texts = {"title": about.title}
    if publisher and about.kind is SourceKind.ARTICLE:
        kind, texts["journal"] = "article", publisher
    elif publisher and about.kind is SourceKind.DOCUMENT:
        kind, texts["institution"] = "techreport", publisher
    else:
        texts["howpublished"] = ", ".join(filter(None, (reference.kind, publisher)))
    texts |= {"note": reference.note, "urldate": str(about.retrieved or "")}
    return bibtex_entry(
        kind, reference.source.id, texts, about.published, url=about.url or "", authors=reference.authors
    )


def ris(references: Sequence[Reference]) -> str:
    """Return a record for each source. RIS has no type for speeches and statements, so `M3` names the kind."""
    return "".join(map(_ris_record, references))


def _ris_record(reference: Reference) -> str:
    about = reference.source.about
    lines = [
        ("TI", about.title),
        *(("AU", author) for author in reference.authors),
        ("M3", reference.kind),
        ("T2", about.publisher or ""),
        ("PB", about.publisher or ""),
        ("PY", f"{about.published.year:04}" if about.published else ""),
        ("DA", ris_date(about.published)),
        ("Y2", ris_date(about.retrieved)),
        ("LA", about.language),
        ("N1", reference.note),
        ("UR", about.url or ""),
        ("ID", reference.source.id),
    ]
    return ris_record(_RIS.get(about.kind, "GEN"), lines)


def csl(references: Sequence[Reference]) -> str:
    """Return an item for each source, in one list."""
    return csl_items(list(map(_csl_item, references)))


def _csl_item(reference: Reference) -> Mapping[str, Any]:
    about = reference.source.about
    is_interview = about.kind is SourceKind.INTERVIEW and reference.authors != (about.byline,)
    return {
        "id": reference.source.id,
        "type": _CSL.get(about.kind, "document"),
        "title": about.title,
        "author": [{"literal": author} for author in reference.authors],
        "interviewer": [{"literal": about.byline}] if about.byline and is_interview else [],
        "genre": reference.kind,
        "container-title": about.publisher,
        "publisher": about.publisher,
        "issued": csl_date(about.published),
        "accessed": csl_date(about.retrieved),
        "language": about.language,
        "note": reference.note,
        "URL": about.url,
    }


_FORMATS: Mapping[str, Callable[[Sequence[Reference]], str]] = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl}
