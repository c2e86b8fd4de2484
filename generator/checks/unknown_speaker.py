"""A speaker is named whom the party does not have.

Speakers are defined with their party in `briefings/parties.yml`. In a position file the speaker must be one of
that party's: words of another party's speaker are another party's position.

Wrong, in `positions/russia.yml`:

```yaml
- source: moscow-talks-2025-12-02
  speaker: volodymyr-zelenskyy
  quote: work is not over yet
```

Right, in `positions/ukraine.yml`:

```yaml
- source: moscow-talks-2025-12-02
  speaker: volodymyr-zelenskyy
  quote: work is not over yet
```
"""

from __future__ import annotations

from generator.checks.content import Content, Diagnostics, rule
from generator.content.validation import suggest_named

RULE = rule("E404", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check the speaker of every piece of evidence, if parties.yml could be read."""
    parties, unread = content.corpus.parties, content.corpus.unread
    if "briefings/parties.yml" in unread or not parties:
        return
    all_names = {
        name: speaker.names for about in parties.values() for name, speaker in about.speakers.items()
    }
    party_left_out = any(name.startswith("party:") and name[6:] not in parties for name in unread)
    for use in content.uses():
        speaker, location = use.evidence.speaker, use.evidence.location("speaker")
        if speaker is None:
            continue
        speaks_for = [party for party, about in parties.items() if speaker in about.speakers]
        if use.party is None:
            if not speaks_for and not party_left_out:
                hint = suggest_named(speaker, dict(sorted(all_names.items())))
                yield RULE.at(location, f"no party has a speaker “{speaker}”", hint)
        elif use.party in parties and use.party not in speaks_for:
            own_names = {name: about.names for name, about in parties[use.party].speakers.items()}
            others = f"“{speaker}” speaks for {', '.join(speaks_for)}."
            hint = others if speaks_for else suggest_named(speaker, own_names)
            yield RULE.at(location, f"“{use.party}” has no speaker “{speaker}”", hint)
