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
from generator.content.model import Kind
from generator.speech.voices import WITHOUT_MARKS, is_repeated

RULE = rule("W465", __name__, __doc__)
_HINT = (
    "Check who says them. If they are somebody else’s, cite the speaker’s own words, or the whole sentence."
)


def check(content: Content) -> Diagnostics:
    """Look for quotes from speeches and posts that are part of a quotation."""
    for source, citations in content.citations:
        if source.about.kind not in WITHOUT_MARKS or not source.voices:
            continue
        for citation in citations:
            if citation.evidence.kind is not Kind.QUOTE or citation.evidence.speaker not in (
                None,
                source.about.speaker,
            ):
                continue
            for index, span in enumerate(citation.spans):
                if is_repeated(source.article, span):
                    message = f"these words are in quotation marks in {source.id}, a {source.about.kind}"
                    yield RULE.at(citation.evidence.segment_location(index), message, _HINT)
                    break
