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

from generator.checks.content import Content, Diagnostics, rule
from generator.content.validation import suggest_named

RULE = rule("E404", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check the speaker of every piece of evidence, if parties.yml could be read."""
    parties, unread = content.corpus.parties, content.corpus.unread
    if "briefings/parties.yml" in unread or not parties:
        return
    names = {
        party: {speaker: details.names for speaker, details in about.speakers.items()}
        for party, about in parties.items()
    }
    # Outside position files, evidence may name the speaker of any party.
    all_names = dict(sorted(item for speakers in names.values() for item in speakers.items()))
    is_complete = not any(name.startswith("party:") and name[6:] not in parties for name in unread)
    for use in content.uses():
        speaker = use.evidence.speaker
        known = names.get(use.party) if use.party else all_names if is_complete else None
        if speaker is None or known is None or speaker in known:
            continue
        speaks_for = [party for party, speakers in names.items() if speaker in speakers]
        owner = f"“{use.party}”" if use.party else "no party"
        message = f"{owner} has {'no' if use.party else 'a'} speaker “{speaker}”"
        hint = (
            f"“{speaker}” speaks for {', '.join(speaks_for)}."
            if speaks_for
            else suggest_named(speaker, known)
        )
        yield RULE.at(use.evidence.location("speaker"), message, hint)
