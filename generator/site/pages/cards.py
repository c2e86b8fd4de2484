"""Cards: a passage word for word, with its speaker, its source and a citation that readers can copy."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.content.model import Evidence, Kind, Source
from generator.content.model.uses import Use
from generator.evidence import Passage
from generator.site.pages import links
from generator.site.pages.labels import LABELS
from generator.site.pages.page import Target
from generator.site.pages.views import Views, warning_of


@dataclass(frozen=True)
class Card:
    """A passage, word for word, and what is known about it.

    `number` is that of the source in the briefing. `lead` comes before the speaker's name. `edit` has the URL of the
    evidence in the editors' file, and its file and line on this machine; both may be empty.
    """

    evidence: Evidence
    passage: Passage
    source: Source
    number: int
    home: Target
    url: str
    relation: str
    lead: str
    speaker: str
    role: str
    warning: str
    citation: str
    edit: tuple[str, str]


def card(views: Views, party: str, use: Use) -> Card:
    """Return the card of evidence for a position of `party`, or for a claim in it."""
    site, language, evidence, home = views.site, views.language, use.evidence, links.card_target(use)
    passage, source = site.passages[evidence.selector], site.corpus.sources[evidence.source]
    lead, speaker, office = _speaker(views, evidence, party)
    warning, about = warning_of(language, source), source.about
    dated = views.date(about.published) or language.say("date not recorded")
    relation = (LABELS.claim.get(use.role), LABELS.relations.get(evidence.relation))
    return Card(
        evidence=evidence,
        passage=passage,
        source=source,
        number=views.analysis.coverage.number(source.id),
        home=home,
        url=links.url(site.publication, home),
        relation=": ".join(language.say(name) for name in relation if name),
        lead=lead,
        speaker=speaker,
        role=office,
        warning=warning,
        citation=citation_text(
            passage.texts,
            (f"{lead}{speaker}", office, views.date(evidence.said_on)),
            (about.title,),
            (about.publisher, dated, f"¶{passage.paragraph}"),
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


def _speaker(views: Views, evidence: Evidence, party: str) -> tuple[str, str, str]:
    """Return whose words they are: a lead, the name and the role or a remark."""
    about, say = views.site.corpus.parties[party], views.language.say
    if evidence.kind is Kind.ASSESSMENT:
        return say("The source’s own view; "), say("not a statement by a party"), ""
    own = evidence.kind is Kind.QUOTE
    lead = "" if own else say("The source about ")
    if speaker := about.speakers.get(evidence.speaker or ""):
        return lead, speaker.name, speaker.role or ""
    if own:
        return lead, about.name, say("in its own name, no speaker named")
    return lead, about.label, say("no speaker named")
