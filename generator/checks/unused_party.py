"""No briefing uses a party.

A party that no briefing lists, and of which no evidence has a speaker, may be one that an editor still means to use, or one
that was forgotten when its briefing went. It is published all the same, on a page of its own on which it says nothing.

Wrong: a party `ferry-line` in `briefings/parties.yml`, and no briefing with it among its `parties`.

Right: a briefing that lists it,

```yaml
parties: [town, drivers, ferry-line]
```

or no such party. A bloc that a party is `part_of`, and a party of `used_by` in `briefings/names.yml`, are used. A note stops nothing, and is told by `briefing check` alone.
"""

from __future__ import annotations

from itertools import chain

from generator.checks.content import Content, Diagnostics, rule

RULE = rule("N436", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for parties without a use, if everything that may use them could be read."""
    unread = content.corpus.unread
    if not content.complete or any(name.startswith(("party:", "name:")) for name in unread):
        return
    parties = content.corpus.parties
    speakers = {use.evidence.speaker for use in content.uses()}
    used = {
        *chain.from_iterable(
            (*briefing.about.parties, *briefing.positions) for briefing in content.briefings
        ),
        *chain.from_iterable(about.part_of for about in parties.values()),
        *chain.from_iterable(name.used_by for name in content.corpus.names.values()),
        *(party for party, about in parties.items() if speakers & about.speakers.keys()),
    }
    hint = "Add it to the parties of a briefing, or remove it from briefings/parties.yml."
    for party, about in parties.items():
        if party not in used:
            yield RULE.at(about.location("name"), f"no briefing uses the party {party}", hint)
