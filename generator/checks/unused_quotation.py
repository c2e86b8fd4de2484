"""No evidence uses a paragraph that quotes somebody.

A paragraph of a source quotes somebody, but no evidence uses the paragraph. It may contain a position that the briefing leaves out.

Wrong: the source has the paragraph “The bridge will be safe,” Ada Vale said, and no briefing cites it.

Right: evidence that cites it,

```yaml
- {source: report, quote: The bridge will be safe, speaker: ada-vale}
```

or a deliberate choice to leave it out: only `briefing check` reports this, and it does not stop the build. To see the quotations of a source
that you can use, run `briefing quotes SOURCE --unused`.
"""

from generator.checks.content import Content, Diagnostics, rule, shorten
from generator.speech.quotation_marks import quotations

RULE = rule("I427", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for unused quotations in the sources that are cited, if all evidence is known."""
    for source, citations in content.citations if content.complete else ():
        if not citations:
            continue
        article = source.article
        spans = [span for citation in citations for span in citation.passage.spans]
        used = {
            article.paragraph_at(offset).number for span in spans for offset in (span.start, span.end - 1)
        }
        unused: dict[int, str] = {}  # the first quotation of each paragraph
        for quotation in quotations(article, source.about.language):
            if quotation.paragraph not in used:
                unused.setdefault(quotation.paragraph, shorten(article.text[slice(*quotation.span)]))
        if unused:
            paragraphs = "a paragraph" if len(unused) == 1 else f"{len(unused)} paragraphs"
            message = f"no evidence uses {paragraphs} of {source.id} with words in quotation marks"
            lines = [f"Paragraph {number}: “{words}”" for number, words in unused.items()]
            hint = f"To see what you can paste: briefing quotes {source.id} --unused"
            yield RULE.at(source.about.location(), message, "\n".join([*lines, hint]))
