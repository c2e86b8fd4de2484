"""The passages that were found in stored texts, with what an editor needs to know to cite them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.content.articles import Article
from generator.content.model import Corpus
from generator.content.model.uses import all_evidence
from generator.evidence import Passage, Span
from generator.evidence.matching import locate
from generator.speech.speakers import Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPassage:
    """A passage of a stored text: one span for each segment, in code points.

    `block` is the evidence to paste; None if the passage cannot be evidence. `used` are the places (file:line) of evidence
    that cites some of the words already. `speech` says who speaks, if that was asked. `similar_to` are the search words if the
    passage only resembles them. `is_question` says that an interviewer speaks, whom evidence would take for the person who answers.
    """

    article: Article
    spans: tuple[Span, ...]
    block: str | None
    used: tuple[str, ...]
    speech: Speech | None = None
    similar_to: str = ""
    is_question: bool = False

    @property
    def paragraph(self) -> int:
        """Return the number of the paragraph in which the passage starts."""
        return self.article.paragraph_at(self.spans[0].start).number

    @property
    def words(self) -> tuple[str, ...]:
        """Return the text's own words, one item for each segment."""
        return tuple(self.article.text[span.start : span.end] for span in self.spans)

    @property
    def party(self) -> str | None:
        """Return the identifier of the party that speaks; None if it is unknown."""
        return self.speech.person.party if self.speech and self.speech.person else None

    @property
    def speaker(self) -> str | None:
        """Return the identifier of the speaker; None if it is unknown or the party itself."""
        return self.speech.person.speaker if self.speech and self.speech.person else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The result of a search: the first passages of all `total`, or similar ones if there are none, and a summary."""

    passages: tuple[FoundPassage, ...]
    total: int
    summary: str
    similar: tuple[FoundPassage, ...] = ()


Cited = Mapping[str, Sequence[tuple[str, Passage]]]


def cited_passages(corpus: Corpus) -> Cited:
    """Return the passages that evidence cites, by source; each with its place (file:line), in the order of the places."""
    cited: dict[str, list[tuple[str, Passage]]] = {}
    for evidence in sorted(all_evidence(corpus), key=lambda evidence: evidence.segment_location(0)):
        source, location = corpus.sources.get(evidence.source), evidence.segment_location(0)
        passage = locate(source.article, evidence.selector) if source else None
        if isinstance(passage, Passage):
            cited.setdefault(evidence.source, []).append((f"{location.file}:{location.line}", passage))
    return cited


def places_of_uses(cited: Cited, article: Article, spans: Sequence[Span]) -> tuple[str, ...]:
    """Return the places (file:line) of all evidence that cites some of the words at `spans` of `article`."""
    places = (
        place
        for place, passage in cited.get(article.id, ())
        if any(span.start < own.end and own.start < span.end for span in spans for own in passage.spans)
    )
    return tuple(dict.fromkeys(places))
