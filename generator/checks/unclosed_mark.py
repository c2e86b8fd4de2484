"""A quotation mark has no partner.

With one mark missing, nobody can tell where quoted words begin or end, and they cannot be compared with the source.

Wrong:

```yaml
statement: The mayor said “We will open the bridge in May.
```

Right:

```yaml
statement: The mayor said “We will open the bridge in May”.
```

A quotation of several paragraphs may repeat the opening mark at the start of each. Apostrophes (’ and ') are no quotation marks. For inches
and seconds write ″ or a number before the mark: 5".
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.checks.editor_texts import editor_texts
from generator.speech.editor_quotes import editor_quotes

RULE = rule("E445", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Report every quotation mark of the editors' texts that is never closed, or never opened."""
    for text in editor_texts(content):
        for start, end, opens in editor_quotes(text.sentence.text).alone:
            message = f"this quotation mark is never {'closed' if opens else 'opened'}"
            hint = "Write a quotation mark at the start and at the end of the quoted words."
            yield RULE.at(text.sentence.location_of(start, end), message, hint)
