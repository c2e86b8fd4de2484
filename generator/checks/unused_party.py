"""A party that no briefing lists, and of which no evidence has a speaker, may be one that an editor still means to use, or one
that was forgotten when its briefing went. It is published all the same, on a page of its own on which it says nothing.

Wrong: a party `ferry-line` in `briefings/parties.yml`, and no briefing with it among its `parties`.

Right: a briefing that lists it,

```yaml
parties: [town, drivers, ferry-line]
```

or no such party. A bloc that a party is `part_of`, and a party of `used_by` in `briefings/names.yml`, are used. A note stops nothing, and is told by `briefing check` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.checks.content import Content
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("N436", "unused-party", Severity.NOTE, "No briefing uses a party.", __doc__)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look for parties without a use, where all that can use one could be read."""
    corpus = content.corpus
    if not content.complete or any(name.startswith(("party:", "name:")) for name in corpus.unread):
        return
    briefings, parties = corpus.briefings.values(), corpus.parties
    speakers = {use.evidence.speaker for uses in content.analysis.uses.values() for use in uses}
    used = {
        *chain.from_iterable((*briefing.about.parties, *briefing.positions) for briefing in briefings),
        *chain.from_iterable(about.part_of for about in parties.values()),
        *chain.from_iterable(name.used_by for name in corpus.names.values()),
        *(party for party, about in parties.items() if speakers & about.speakers.keys()),
    }
    for party, about in parties.items():
        if party not in used:
            yield RULE.at(
                about.location("name"),
                f"no briefing uses the party {party}",
                "List it among the parties of a briefing; if it is not needed, take it out of briefings/parties.yml.",
            )
