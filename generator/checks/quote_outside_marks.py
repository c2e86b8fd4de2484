"""A quote is not inside quotation marks in its source.

A `quote` is what a party said, word for word. In the source it is inside quotation marks; words outside them are the source's own,
and are `reported`.

Wrong, if the source has: Ada Vale said the bridge would be “safe enough” in May.

```yaml
- {source: report, quote: the bridge would be “safe enough” in May, speaker: ada-vale}
```

Right: as words of the source, or only the speaker's own words:

```yaml
- {source: report, reported: the bridge would be “safe enough” in May}
- {source: report, quote: safe enough, speaker: ada-vale}
```

In a speech, a transcript and other texts with a voice, the words of the voice need no marks; headings and notes of the record are not
its words. If the source interrupts a quotation (“We will open it,” she said, “in May”), write a list of its parts. All common marks count: “ ”, " ",
‘ ’, ' ', « », „ “, 「 」 and others. If a text prints speech without marks, as in an interview, ignore the warning.
"""

from generator.checks.content import Content, Diagnostics, grouped, rule
from generator.content.model import Kind, Source
from generator.evidence import Span
from generator.evidence.hint_text import yaml_text
from generator.speech.quotation_marks import parts_in_marks
from generator.speech.voices import first_not_said, has_voices

RULE = rule("W425", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Find each quote with a segment that is not inside quotation marks, or that no voice of its source says."""
    for source, citations in content.citations:
        quotes = [citation for citation in citations if citation.evidence.kind is Kind.QUOTE]
        for spans, same_quotes in grouped(quotes, lambda quote: quote.passage.spans).items():
            index = first_not_said(source, content.people, spans)
            if index is not None:
                problem = _problem(source, spans[index])
                for quote in same_quotes:
                    yield RULE.at(quote.evidence.segment_location(index), *problem)


def _problem(source: Source, span: Span) -> tuple[str, str]:
    """Return message and hint for words at `span` that are not, or only partly, inside quotation marks."""
    article = source.article
    if has_voices(source):
        hint = "Cite the words behind the label of the speaker, or write “reported” instead of “quote”."
        return f"these words are not those of a speaker in {source.id}", hint
    inside = [article.text[slice(*part)] for part in parts_in_marks(article, span, source.about.language)]
    if not inside:
        words = yaml_text(article.text[span.start : span.end])
        hint = f"If they are the source’s own words about the party, write:\nreported: {words}"
        return f"these words are not inside quotation marks in {article.id}", hint
    parts = ", ".join(map(yaml_text, inside))
    quote = f"[{parts}]" if len(inside) > 1 else parts
    hint = f"The party’s own words:\nquote: {quote}\nOr cite all of it as the source’s words: write “reported” instead of “quote”."
    return f"only part of these words is inside quotation marks in {article.id}", hint
