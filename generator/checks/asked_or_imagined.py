"""These words are a part of a question or of something imagined.

Who asks a question, or says what would be if, does not say that it is so.

Wrong, if the source has: “Will we leave the town?” Ada Vale asked.

```yaml
- {source: report, quote: we leave the town, speaker: ada-vale}
```

Right: the whole question,

```yaml
- {source: report, quote: "Will we leave the town?", speaker: ada-vale}
```

or other words that answer it.

The check looks for the question mark of the clause if the quoted words leave it out, and before the words for “whether”, “asked if”, “if she were to
say” and the like, in the languages of `generator/speech/meaning.yml`. If the words were said as they are quoted, ignore the warning.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.checks.left_out import left_out_words, place, whole_sentence
from generator.speech.left_out import Reason

RULE = rule("W459", __name__, __doc__)
_ADVICE = "Quote the whole sentence, or other words that say what the party holds."


def check(content: Content) -> Diagnostics:
    """Look for a question or a supposition around each piece of evidence."""
    for source, citation, found in left_out_words(content, Reason.QUESTION):
        message = f"these words may be asked or imagined: {source.id} has “{found.words}” {place(found)}"
        sentence = whole_sentence(source.article, citation.passage.spans, found.segment)
        yield RULE.at(
            citation.evidence.segment_location(found.segment), message, f"The source: {sentence}\n{_ADVICE}"
        )
