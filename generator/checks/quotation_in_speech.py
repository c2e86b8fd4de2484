"""A quote from a speech is in quotation marks there: it may be somebody else's words.

A speech or a post is the words of one voice, so its words need no quotation marks. Where it has some, the speaker may repeat what another
person said, or a name for something. Check whose words they are.

Wrong, if the mayor said in her speech: A driver told me: “I will never cross that bridge again.” I understood him.

```yaml
# positions/town.yml
- {source: speech-of-may, quote: I will never cross that bridge again}
```

Right: words of the mayor herself, or her sentence about the driver.

```yaml
- {source: speech-of-may, quote: I understood him}
- source: speech-of-may
  quote: "A driver told me: “I will never cross that bridge again.” I understood him"
```

Marks around three words or less, and marks around a whole paragraph, are not reported.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.articles import Article
from generator.content.model import Kind, SourceKind
from generator.evidence import Span
from generator.speech.quotation_marks import quotations

RULE = rule("W465", __name__, __doc__)
_KINDS = (SourceKind.SPEECH, SourceKind.POST)
_LONGEST_NAME = 3  # words
_HINT = (
    "Check who says them. If they are somebody else’s, cite the speaker’s own words, or the whole sentence."
)


def check(content: Content) -> Diagnostics:
    """Look for quotes from speeches and posts that are part of a quotation."""
    for source, citations in content.citations:
        if source.about.kind not in _KINDS or not source.voices:
            continue
        for citation in citations:
            if citation.evidence.kind is not Kind.QUOTE or citation.evidence.speaker not in (
                None,
                source.about.speaker,
            ):
                continue
            for index, span in enumerate(citation.spans):
                if _is_repeated(source.article, span):
                    message = f"these words are in quotation marks in {source.id}, a {source.about.kind}"
                    yield RULE.at(citation.evidence.segment_location(index), message, _HINT)
                    break


def _is_repeated(article: Article, span: Span) -> bool:
    """Return whether the words at `span` are inside a quotation that is longer than a name and shorter than its paragraph."""
    for quotation in quotations(article):
        start, end = quotation.span
        if start <= span.start and span.end <= end:
            paragraph = article.paragraph_at(start)
            is_whole = start - paragraph.start <= 1 and paragraph.end - end <= 1
            return len(article.text[start:end].split()) > _LONGEST_NAME and not is_whole
    return False
