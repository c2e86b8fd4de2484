"""A speech, a statement or a post does not say whose words it is.

If the source says whose words it is, they are a `quote` without quotation marks, and cards name the speaker. If it does not, the text
is read like an article: only words inside quotation marks are a party's own.

Wrong:

```yaml
# seeds/mayor-2031-05-02.yml
title: Speech at the bridge
language: en
kind: speech
```

Right:

```yaml
title: Speech at the bridge
language: en
kind: speech
party: town
speaker: ada-vale
```

If parties speak together, write `parties: [town, drivers]`. A document such as a law or a report need not have a voice.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import ONE_VOICE, SourceKind

RULE = rule("W463", __name__, __doc__)
_HINT = "Add “party” or “speaker” with the identifier that it has in briefings/parties.yml, or “parties” for several parties."


def check(content: Content) -> Diagnostics:
    """Look for sources of one voice that name none."""
    for source in content.corpus.sources.values():
        kind = source.about.kind
        if kind in ONE_VOICE and kind is not SourceKind.DOCUMENT and not source.voices:
            yield RULE.at(source.about.location("kind"), f"this {kind} does not say whose words it is", _HINT)
