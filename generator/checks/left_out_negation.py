"""A quote leaves out a negation that belongs to its words.

Readers understand the opposite of what the source says: “We will … close the bridge” out of “We will not close the bridge”.

Wrong, if the source has: Ada Vale said the town would “not support closing the bridge”.

```yaml
- {source: report, quote: support closing the bridge, speaker: ada-vale}
```

Right:

```yaml
- {source: report, quote: not support closing the bridge, speaker: ada-vale}
```

The check looks for words such as “not”, “never”, “nobody”, “nicht”, “ne … pas” and “не” between two segments of one sentence, among the three
words before the first segment, and directly after the last one where the language puts its negation there. It knows the languages of
`generator/speech/meaning.yml`. If the negation belongs to other words, ignore the warning.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.checks.omissions import omissions
from generator.speech.left_out import Reason

RULE = rule("W456", __name__, __doc__)
_ADVICE = (
    "Add the word to the quoted words. If it belongs to other words of the sentence, ignore this warning."
)


def check(content: Content) -> Diagnostics:
    """Look for a negation before, between and after the segments of each piece of evidence."""
    for found in omissions(content, Reason.NEGATION):
        message = f"“{found.words}” is left out: {found.source} has it {found.place}"
        yield RULE.at(found.location, message, f"The source: {found.sentence}\n{_ADVICE}")
