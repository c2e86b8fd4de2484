"""Cited words cross the end of a paragraph.

The page prints the words of a segment without a gap. If the source ends a paragraph in the middle of it, readers see one sentence, or one
train of thought, where the source has two.

Wrong, if a paragraph of the source ends after “in May.” and the next one begins with “The club”:

```yaml
- {source: report, reported: The bridge opens in May. The club wants it to be wider}
```

Right: the words of each paragraph as a segment (the page shows a gap between segments),

```yaml
- {source: report, reported: [The bridge opens in May., The club wants it to be wider]}
```

or each as its own evidence. A paragraph ends at an empty line, and at each line break after a sentence, unless the text is hard-wrapped
(lines cut at a width) or the next line begins in lower case.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.articles import Article
from generator.content.model import Kind
from generator.evidence import Passage
from generator.evidence.hint_text import yaml_text
from generator.evidence.paragraph_parts import citable_parts, paragraph_parts

RULE = rule("W434", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for ends of paragraphs within the segments of each piece of evidence."""
    for source, citations in content.quotations:
        article = source.article
        for citation in citations:
            passage = citation.passage
            for index, span in enumerate(passage.spans):
                if len(paragraph_parts(article, span)) > 1:
                    number = article.paragraph_at(span.start).number
                    message = f"these words cross the end of paragraph {number} of {source.id}"
                    location = citation.segment_location(index)
                    yield RULE.at(location, message, _hint(article, passage))
                    break


def _hint(article: Article, passage: Passage) -> str:
    """Suggest the words of each paragraph as a segment."""
    kind = passage.selector.kind
    parts = [
        article.text[slice(*part)]
        for span in passage.spans
        for part in citable_parts(article, span, is_quote=kind is Kind.QUOTE)
    ]
    words = ", ".join(map(yaml_text, parts))
    return f"Cite the words of each paragraph as a segment, or as its own evidence:\n{kind}: [{words}]"
