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
from generator.checks.omissions import omissions
from generator.speech.left_out import Reason

RULE = rule("W459", __name__, __doc__)
_ADVICE = "Quote the whole sentence, or other words that say what the party holds."


def check(content: Content) -> Diagnostics:
    """Look for a question or a supposition around each piece of evidence."""
    for found in omissions(content, Reason.QUESTION):
        message = f"these words may be asked or imagined: {found.source} has “{found.words}” {found.place}"
        yield RULE.at(found.location, message, f"The source: {found.sentence}\n{_ADVICE}")
