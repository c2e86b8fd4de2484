"""A speaker is not defined for the party.

Speakers are defined with their party in `briefings/parties.yml`. In a position file, the speaker must belong to that party: the words
of another party's speaker are another party's position.

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
    speaks_for: dict[str, list[str]] = {}
    all_names = {}
    for party, about in parties.items():
        for name, details in about.speakers.items():
            speaks_for.setdefault(name, []).append(party)
            all_names[name] = details.names
    party_left_out = any(name.startswith("party:") and name[6:] not in parties for name in unread)
    for use in content.uses():
        speaker = use.evidence.speaker
        if speaker is None or use.party in speaks_for.get(speaker, ()):
            continue
        if use.party is None and speaker not in speaks_for and not party_left_out:
            message = f"no party has a speaker “{speaker}”"
            hint = suggest_named(speaker, dict(sorted(all_names.items())))
            yield RULE.at(use.evidence.location("speaker"), message, hint)
        elif use.party is not None and use.party in parties:
            message = f"“{use.party}” has no speaker “{speaker}”"
            if speaker in speaks_for:
                hint = f"“{speaker}” speaks for {', '.join(speaks_for[speaker])}."
            else:
                own = {name: details.names for name, details in parties[use.party].speakers.items()}
                hint = suggest_named(speaker, own)
            yield RULE.at(use.evidence.location("speaker"), message, hint)
