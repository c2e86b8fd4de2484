"""The source says that these words were denied, are false, or were not said.

Evidence for what a party holds must be what the party holds. Words that it denies are the opposite.

Wrong, if the source has: Ada Vale denied saying “we hate boats”.

```yaml
- {source: report, quote: we hate boats, speaker: ada-vale}
```

Right: the denial is a part of the evidence, as the words of the source:

```yaml
- {source: report, reported: Ada Vale denied saying “we hate boats”}
```

The check looks before and after the words for “denied that”, “never said”, “it is false that”, “I do not think that” and the like, in the languages of
`generator/speech/meaning.yml`, and after `reported` words also for “which the town called a lie”. If the words were said, ignore the warning.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.checks.omissions import omissions
from generator.speech.left_out import Reason

RULE = rule("W458", __name__, __doc__)
_ADVICE = "If the party denied these words, cite the whole sentence as “reported”. If the words were said, ignore this warning."


def check(content: Content) -> Diagnostics:
    """Look for a denial around each piece of evidence."""
    for found in omissions(content, Reason.DENIAL):
        message = f"these words may be denied: {found.source} has “{found.words}” {found.place}"
        yield RULE.at(found.location, message, f"The source: {found.sentence}\n{_ADVICE}")
