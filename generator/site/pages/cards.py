"""Cards: a passage word for word, with its speaker, its source and a citation that readers can copy."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.content.model import Evidence, Kind, Source
from generator.content.model.uses import Use
from generator.evidence import Passage
from generator.site.pages import links
from generator.site.pages.attribution import Attribution, attribution, source_kind
from generator.site.pages.labels import LABELS
from generator.site.pages.page import Target
from generator.site.pages.places import place_in_words, place_of
from generator.site.pages.sentence_context import Piece, sentence_pieces, shortened, shows_more
from generator.site.pages.views import Views, warning_of
from generator.site.repository import hostname


@dataclass(frozen=True)
class Card:
    """A passage, word for word, and what is known about it.

    `pieces` are its sentences, or only its words. `number` is that of the source in the briefing, `kind` says what the source is, `place`
    where the passage is in it, and `original` is the host of its URL. `citation` is for feeds; on pages, a script copies the same text from what the card shows. `edit` has the URL of the evidence in the editors' file, and its file and line on this machine; both may
    be empty. The words of a source that is withheld are not shown, so they have no `citation`.
    """

    evidence: Evidence
    passage: Passage
    pieces: tuple[Piece, ...]
    source: Source
    number: int
    home: Target
    url: str
    relation: str
    said_by: Attribution
    kind: str
    place: str
    original: str
    warning: str
    citation: str
    edit: tuple[str, str]

    @property
    def needs_marks(self) -> bool:
        """Return whether the words need quotation marks: a party's own words without the marks of the source around them."""
        return self.evidence.kind is Kind.QUOTE and not shows_more(self.pieces)


def card(views: Views, party: str, use: Use) -> Card:
    """Return the card of evidence for a position of `party`, or for a claim in it."""
    site, language, evidence, home = views.site, views.language, use.evidence, links.card_target(use)
    passage, source = site.passages[evidence.selector], site.corpus.sources[evidence.source]
    said_by = attribution(site, language, party, evidence)
    warning, about = warning_of(language, source), source.about
    dated = views.date(about.published) or language.say("date not recorded")
    kind = source_kind(language, source)
    at = place_in_words(language, place_of(source, evidence, passage))
    relation = (LABELS.claim.get(use.role), LABELS.relations.get(evidence.relation))
    return Card(
        evidence=evidence,
        passage=passage,
        pieces=shortened(sentence_pieces(source, passage)),
        source=source,
        number=views.analysis.coverage.number(source.id),
        home=home,
        url=links.url(site.publication, home),
        relation=": ".join(language.say(name) for name in relation if name),
        said_by=said_by,
        kind=kind,
        place=at,
        original=hostname(about.url),
        warning=warning,
        citation=""
        if source.is_withheld
        else citation_text(
            passage.texts,
            (f"{said_by.lead}{said_by.name}", *said_by.details, views.date(evidence.said_on)),
            (about.title, kind),
            (about.publisher, dated, at, f"¶{passage.paragraph}"),
            (warning,),
        ),
        edit=links.edit(site.publication, evidence.location()),
    )


def citation_text(segments: Iterable[str], *details: Iterable[str | None]) -> str:
    """Return the words in quotation marks and, in brackets, groups of details; empty details are left out.

    The marks are the same in every language: they mark the edges of the stored words. A gap between segments shows,
    as on the card: “more or less acceptable” … “don’t suit us”.
    """
    words = " … ".join(f"“{text}”" for text in segments)
    groups = (", ".join(filter(None, group)) for group in details)
    return f"{words} ({'; '.join(filter(None, groups))})"
